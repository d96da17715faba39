"""Wires everything together: settings, library, store, services, web application."""

import gc
import hashlib
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from flask import Flask

from assistant.checks.review import Reviewer
from assistant.content.library_loader import load, open_library
from assistant.content.report import ContentProblem, Report
from assistant.content.word_counts import lazy_words
from assistant.documents.calendar_file import calendar_file
from assistant.documents.renderer import DocxRenderer
from assistant.domain.library import Library
from assistant.ports import Clock, NarrativeChecker, Store
from assistant.services.access import Gate
from assistant.services.boards import Boards
from assistant.services.calculations import Calculations
from assistant.services.calculator_desk import CalculatorDesk
from assistant.services.calendar_desk import CalendarDesk
from assistant.services.cost_desk import CostDesk
from assistant.services.deadline_count import DeadlineCounter
from assistant.services.deadline_desk import DeadlineDesk
from assistant.services.demo import fill
from assistant.services.desk import Desk
from assistant.services.drafting import Drafting
from assistant.services.expert_pages import ExpertPages
from assistant.services.explanations import Explanations
from assistant.services.filing import FilingDesk
from assistant.services.library_pages import LibraryPages
from assistant.services.mutation_report import kept_bytes
from assistant.services.narratives import Narratives
from assistant.services.office_time import SystemClock
from assistant.services.office_words import OfficeWords
from assistant.services.outage import Outages
from assistant.services.outage_papers import OutagePapers
from assistant.services.outage_prefill import OutagePrefill
from assistant.services.passwords import Passwords
from assistant.services.people import NewUser, People
from assistant.services.petition_desk import PetitionDesk
from assistant.services.proving import prove
from assistant.services.sign_in import SignIn
from assistant.services.text_desk import TextDesk
from assistant.services.text_reading import TextReading
from assistant.services.used_by import UsedByDesk
from assistant.storage.data_folder import DATABASE_NAME
from assistant.storage.kept_report import keep_report, kept_report
from assistant.storage.opening import open_store
from assistant.storage.sql_store import SqlStore
from assistant.text.building import build_checker
from assistant.text.checker import TextChecker
from assistant.text.confusions import prove_confusions
from assistant.text.cues.proving import prove_cues
from assistant.text.hazm_suggestions import HazmSuggestions
from assistant.text.verbs import hazm_file
from assistant.web import Services, WebSettings, create_app

PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Settings:
    """Where this installation keeps things. The key file never lies inside the data folder."""

    data_folder: Path
    key_file: Path
    content_folder: Path
    static_folder: Path
    database_url: str | None = None
    cache_folder: Path | None = None  # for the checked content of whoever has no data folder

    @classmethod
    def from_environment(
        cls, *, data: Path | None = None, key_file: Path | None = None, content: Path | None = None
    ) -> "Settings":
        """Command-line choices first, then ``DADKHASTYAR_*``, then the user's folders."""
        env = os.environ
        home = Path.home()
        rooms = rooms_folder()
        return cls(
            data_folder=data or Path(env.get("DADKHASTYAR_DATA", home / ".local/share/dadkhastyar")),
            key_file=key_file or Path(env.get("DADKHASTYAR_KEY_FILE", home / ".config/dadkhastyar/office.key")),
            content_folder=content or Path(env.get("DADKHASTYAR_CONTENT", rooms)),
            static_folder=rooms / "static",
            database_url=env.get("DADKHASTYAR_DATABASE_URL"),
            cache_folder=Path(env.get("DADKHASTYAR_CACHE", home / ".cache/dadkhastyar")),
        )

    @property
    def artefact_folder(self) -> Path | None:
        """Where the checked content is kept for the next start: with the data, else one folder a content folder."""
        if self.data_folder.is_dir():
            return self.data_folder / "content"
        if self.cache_folder is None:
            return None
        return self.cache_folder / hashlib.sha256(str(self.content_folder.resolve()).encode()).hexdigest()[:16]


def rooms_folder() -> Path:
    """The experts' rooms: beside the package in a checkout, inside it in an installed wheel."""
    installed = PACKAGE / "rooms"
    return installed if installed.is_dir() else PACKAGE.parent


class ContentBroken(Exception):
    """The library cannot be used; ``report`` says where. Nothing is ever half-loaded."""

    def __init__(self, report: Report) -> None:
        super().__init__("\n".join(str(problem) for problem in report.problems))
        self.report = report


@dataclass(frozen=True, slots=True)
class Office:
    """One running installation."""

    store: SqlStore
    services: Services
    library: Library


def load_library(settings: Settings) -> tuple[Library, Report]:
    """From the compiled artefact when no source changed, else after the full check. Raises ContentBroken."""
    library, report = open_library(settings.content_folder, settings.artefact_folder)
    if library is None:
        raise ContentBroken(report)
    return library, report


def check_content(settings: Settings, *, only: Sequence[Path] = ()) -> Report:
    """The full check, examples run and printed; with ``only``, reported for those files and folders."""
    loaded = load(settings.content_folder)
    report = loaded.report
    if loaded.library is not None:
        report = report.joined_with(
            ContentProblem("example_fails", each.file, loaded.example_line(each.file, each.example), each.message)
            for each in prove(loaded.library, DocxRenderer())
        )
        report = report.joined_with(
            ContentProblem("cue_test_fails", each.file, loaded.cue_line(each.file, each.text), each.message)
            for each in prove_cues(loaded.library.cues)
        )
        report = report.joined_with(
            ContentProblem("confusion_test_fails", each.file, loaded.confusion_line(each.file, each.text), each.message)
            for each in prove_confusions(loaded.library.confusions)
        )
    if only:
        report = report.only(os.path.relpath(path.resolve(), settings.content_folder.resolve()) for path in only)
    return report


def keep_mutation_report(settings: Settings, data: Mapping[str, Any]) -> Path:
    """For the library's page about the mutations. Raises OSError."""
    return keep_report(settings.data_folder, kept_bytes(data, SystemClock().now()))


def petition_desk(library: Library, settings: Settings, *, with_renderer: bool) -> PetitionDesk:
    renderer = DocxRenderer() if with_renderer else None
    narratives = Narratives(text_checker(library, settings), library)
    return PetitionDesk(library, Reviewer(library), renderer, SystemClock(), narratives)


def text_checker(library: Library, settings: Settings) -> TextChecker:
    """One for all who opened the same content; its long lists of words are read at the first text."""
    key = (settings.content_folder, library.version)
    with _CHECKERS_LOCK:
        if key not in _CHECKERS:
            _CHECKERS.clear()
            dictionary = partial(hazm_file, "words.dat")
            words = lazy_words(settings.content_folder, settings.artefact_folder, dictionary)
            _CHECKERS[key] = build_checker(library, words)
        return _CHECKERS[key]


_CHECKERS: dict[tuple[Path, str], TextChecker] = {}  # the last one made
_CHECKERS_LOCK = Lock()


def text_reading(library: Library, settings: Settings, *, with_hazm: bool = False) -> TextReading:
    more = HazmSuggestions(library.word_lists) if with_hazm else None
    return TextReading(text_checker(library, settings), Reviewer(library), SystemClock(), more)


def open_office_store(settings: Settings, *, as_server: bool = False) -> SqlStore:
    """Raises StoreRefused with what is wrong and what to do."""
    return open_store(settings.database_url, settings.data_folder, settings.key_file, as_server=as_server)


def build_office(settings: Settings, *, as_server: bool = False, clock: Clock | None = None) -> Office:
    """Library and store opened, all services made. Raises ContentBroken, StoreRefused."""
    library, report = load_library(settings)
    store = open_office_store(settings, as_server=as_server)
    checker = text_checker(library, settings)
    reports = partial(kept_report, settings.data_folder)
    services = build_services(store, library, report, clock or SystemClock(), checker, reports)
    if as_server:
        gc.freeze()  # what is loaded stays: no collection ever walks over it again
        Thread(target=_read_ahead, args=(checker,), name="reading-ahead", daemon=True).start()
    return Office(store, services, library)


def _read_ahead(checker: TextChecker) -> None:
    checker.read_ahead()
    gc.freeze()


def build_services(
    store: Store,
    library: Library,
    report: Report,
    clock: Clock,
    checker: NarrativeChecker,
    kept_mutations: Callable[[], bytes | None] = lambda: None,
) -> Services:
    reviewer, renderer, passwords = Reviewer(library), DocxRenderer(), Passwords()
    calculator_desk = CalculatorDesk(library, clock)
    calendar = CalendarDesk(store, library, clock)
    words = OfficeWords(store, clock)
    narratives = Narratives(checker, library, words.accepted)
    drafting = Drafting(store, reviewer, clock, narratives)
    return Services(
        gate=Gate(store, clock),
        sign_in=SignIn(store, clock, passwords),
        people=People(store, clock, passwords),
        desk=Desk(store, library, clock),
        drafting=drafting,
        filing=FilingDesk(store, reviewer, renderer, clock, narratives),
        library_pages=LibraryPages(
            library, reviewer, renderer, clock, lambda: [str(problem) for problem in report.problems]
        ),
        calendar=calendar,
        deadlines=DeadlineDesk(store, library, calendar, clock, calendar_file),
        deadline_counter=DeadlineCounter(store, library, calendar, clock),
        calculator_desk=calculator_desk,
        calculations=Calculations(store, reviewer, clock, calculator_desk),
        boards=Boards(store, library, clock),
        costs=CostDesk(store, reviewer, clock),
        outages=Outages(store, clock),
        papers=OutagePapers(store, library, calendar.current_in, renderer, clock),
        outage_prefill=OutagePrefill(store, library, reviewer, clock),
        explanations=Explanations(reviewer),
        used_by=UsedByDesk(store, library),
        texts=TextDesk(drafting, words, narratives),
        words=words,
        narratives=narratives,
        expert_pages=ExpertPages(library, clock, kept_mutations),
    )


def build_web(office: Office, settings: Settings, *, host_name: str | None = None) -> Flask:
    """The pages; with ``host_name`` they stand behind a TLS proxy of that name."""
    hosts = ("127.0.0.1", "localhost", "::1")
    web = WebSettings(
        static_folder=settings.static_folder,
        hosts=(*hosts, host_name) if host_name else hosts,
        is_https=host_name is not None,
        store=office.store,
    )
    return create_app(office.services, web)


def is_set_up(settings: Settings) -> bool:
    """Whether there is an office here already: on SQLite by its file, else by asking the database."""
    if not settings.database_url:
        return (settings.data_folder / DATABASE_NAME).exists()
    if not settings.key_file.exists():
        return False
    store = open_office_store(settings)
    try:
        return bool(People(store, SystemClock(), Passwords()).offices())
    finally:
        store.close()


def make_demo(settings: Settings) -> Sequence[NewUser]:
    """Demo people, one for each role, and three half-finished drafts of the first clerk."""
    office = build_office(settings)
    try:
        return fill(office.services.people, office.services.drafting, office.library)
    finally:
        office.store.close()
