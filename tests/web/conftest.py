"""A made-up office behind the real pages: two offices, a person for each role, one template, the store in memory."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from assistant.checks.review import Reviewer
from assistant.documents.calendar_file import calendar_file
from assistant.domain.draft import Draft
from assistant.domain.finding import Certainty, Level
from assistant.domain.form import ComputedBy
from assistant.domain.library import Library
from assistant.domain.people import Actor, Office, Role, User
from assistant.domain.rule import Expected, RuleExample
from assistant.domain.template import DeadlineSpec, TemplateExample
from assistant.domain.text_finding import TextKind
from assistant.domain.text_remark import TextRemark
from assistant.services.access import Gate
from assistant.services.boards import Boards
from assistant.services.calculations import Calculations
from assistant.services.calculator_desk import CalculatorDesk
from assistant.services.calendar_desk import CalendarDesk
from assistant.services.cost_desk import CostDesk
from assistant.services.deadline_count import DeadlineCounter
from assistant.services.deadline_desk import DeadlineDesk
from assistant.services.desk import Desk
from assistant.services.drafting import Drafting
from assistant.services.expert_pages import ExpertPages
from assistant.services.explanations import Explanations
from assistant.services.filing import FilingDesk
from assistant.services.library_pages import LibraryPages
from assistant.services.narratives import Narratives
from assistant.services.office_words import OfficeWords
from assistant.services.outage import Outages
from assistant.services.outage_papers import OutagePapers
from assistant.services.outage_prefill import OutagePrefill
from assistant.services.passwords import Passwords
from assistant.services.people import People
from assistant.services.sign_in import SignIn
from assistant.services.text_desk import TextDesk
from assistant.services.used_by import UsedByDesk
from assistant.web import Services, WebSettings, create_app
from tests import ROOT
from tests.boards import BOARDS
from tests.fakes.clock import FixedClock
from tests.fakes.memory_store import MemoryStore
from tests.fakes.word_checker import WordChecker
from tests.tariffs import tariffs
from tests.tiny_house.house import field, form_of, library_of, rule, template_of
from tests.tiny_house.office_days import MODES, made_up_calendar, made_up_periods
from tests.tiny_house.outage_words import made_up_texts
from tests.tiny_house.tables import made_up_calculators, made_up_indices


def _remark(kind: TextKind, title: str, level: Level | None = None) -> TextRemark:
    return TextRemark(kind, title, level, Certainty.TEXT_OF_LAW, (), "own", is_reviewed=False)


REMARKS = {
    TextKind.SPELLING: _remark(TextKind.SPELLING, "املای واژه"),
    TextKind.NUMBER_WORD_MISMATCH: _remark(
        TextKind.NUMBER_WORD_MISMATCH, "ناهمخوانی عدد و حروف", Level.LEGAL_CONSEQUENCE
    ),
    TextKind.CUE: _remark(TextKind.CUE, "اشارهٔ متن", Level.ATTENTION),
}
PASSWORD = "a-password-of-the-tests"
CHEAP = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
PERSON = [field("first_name"), field("last_name"), field("national_id", "national_id")]
FORM = form_of(
    field("plaintiffs", "list", item_label="خواهان", fields=PERSON),
    field("defendants", "list", item_label="خوانده", fields=PERSON),
    field("kind", "choice", options=["barn", "field"], required=True),
    field("height", "integer", shown_when="kind == 'barn'"),
    field("price", "rial_amount", computed_by=ComputedBy("mahr", {"payment_year": "today"})),
    field("narrative", "long_text"),
)
DEADLINES: tuple[DeadlineSpec, ...] = ()
RULE = replace(
    rule("height-over-limit", "height > 20", "height", message="بلندی {height} ثبت شده است."),
    examples=(
        RuleExample("بلند", "tiny", {"on": "1405-09-01", "answers": {"kind": "barn", "height": 21}}, Expected.FIRES),
    ),
)
CASE = TemplateExample("clean", "بی‌اشکال", {"on": "1405-09-01", "answers": {"kind": "field"}}, (), (), ())


class PlainRenderer:
    """Prints nothing but the same bytes for the same context."""

    has_pdf = False

    def render(self, layout: bytes, context: Mapping[str, object]) -> bytes:
        return json.dumps(context, sort_keys=True, default=str).encode()

    def text(self, document: bytes) -> str:
        return document.decode()

    def pdf(self, document: bytes) -> bytes | None:
        return None


def library() -> Library:
    schemas = (ROOT / "schemas/values").glob("*.json")
    values = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in schemas}
    template = replace(
        template_of(FORM),
        deadlines=DEADLINES,
        title="مطالبه گاو",
        summary="گاوی که می‌رود",
        keywords=("پیش‌فروش",),
        examples=(CASE,),
        precheck=("kind", "height"),
    )
    made = library_of([template], [RULE])
    return replace(
        made,
        value_schemas=values,
        layouts={"": b"", "sheet.docx": b"", "outage-letter.docx": b"", "outage-slip.docx": b""},
        boards=BOARDS,
        indices=made_up_indices(),
        calculators=made_up_calculators(),
        calendar=made_up_calendar(),
        periods=made_up_periods(),
        service_modes=MODES,
        outage_texts=made_up_texts(),
        costs=tariffs()[0],
        office_tariff=tariffs()[1],
        text_remarks=REMARKS,
    )


@dataclass
class House:
    app: Flask
    store: MemoryStore
    clock: FixedClock
    services: Services

    def actor(self, name: str) -> Actor:
        with self.store.read() as work:
            user = work.user_by_name(name)
        assert user is not None
        return Actor(user.id, user.name, user.full_name, user.role, user.office_id)

    def visitor(self) -> FlaskClient:
        return self.app.test_client()

    def client(self, name: str) -> FlaskClient:
        """Somebody who has signed in, without the cost of a password."""
        client = self.app.test_client()
        answer = post(client, "/login", {"name": name, "password": PASSWORD})
        assert answer.status_code == 303, answer.text
        return client

    def draft_of(self, name: str, **values: object) -> Draft:
        draft = self.services.drafting.start(self.actor(name), "tiny")
        for path, text in values.items():
            self.services.drafting.save_field(self.actor(name), draft.id, path, str(text), draft.revision + 99)
        with self.store.read() as work:
            found = work.draft(draft.id)
        assert found is not None
        return found

    def acts(self) -> list[str]:
        with self.store.read() as work:
            return [entry.act for entry in work.audit_entries()]


def token(client: FlaskClient, page: str = "/login") -> str:
    """The token a page gives to its forms; a signed-in person is sent on from the login to the own place."""
    answer = client.get(page, follow_redirects=True)
    found = re.search(r'name="csrf_token" value="([0-9a-f]{64})"', answer.text)
    assert found is not None, answer.text[:500]
    return found.group(1)


def post(client: FlaskClient, path: str, form: Mapping[str, object] | None = None, **more: object) -> TestResponse:
    """A form as a browser sends it, token included."""
    return client.post(path, data={"csrf_token": token(client), **(form or {})}, **more)  # type: ignore[arg-type]


def build(settings: WebSettings | None = None) -> House:
    store, clock = MemoryStore(), FixedClock()
    content, reviewer = library(), Reviewer(library())
    with store.begin() as work:
        for number in ("1", "2"):
            work.add_office(Office(f"office-{number}", f"دفتر {number}", number, "isfahan"))
        for role in Role:
            add_person(work, role.value, role, "office-1")
        add_person(work, "colleague", Role.CLERK, "office-1")
        add_person(work, "stranger", Role.CLERK, "office-2")
    calculator_desk = CalculatorDesk(content, clock)
    calendar = CalendarDesk(store, content, clock)
    words = OfficeWords(store, clock)
    narratives = Narratives(WordChecker(), content, words.accepted)
    drafting = Drafting(store, reviewer, clock, narratives)
    services = Services(
        gate=Gate(store, clock),
        sign_in=SignIn(store, clock, CHEAP),
        people=People(store, clock, CHEAP),
        desk=Desk(store, content, clock),
        drafting=drafting,
        filing=FilingDesk(store, reviewer, PlainRenderer(), clock, narratives),  # type: ignore[arg-type]
        library_pages=LibraryPages(content, reviewer, None, clock),
        calendar=calendar,
        deadlines=DeadlineDesk(store, content, calendar, clock, calendar_file),
        deadline_counter=DeadlineCounter(store, content, calendar, clock),
        calculator_desk=calculator_desk,
        calculations=Calculations(store, reviewer, clock, calculator_desk),
        boards=Boards(store, content, clock),
        costs=CostDesk(store, reviewer, clock),
        outages=Outages(store, clock),
        papers=OutagePapers(store, content, calendar.current_in, PlainRenderer(), clock),  # type: ignore[arg-type]
        outage_prefill=OutagePrefill(store, content, reviewer, clock),
        explanations=Explanations(reviewer),
        used_by=UsedByDesk(store, content),
        texts=TextDesk(drafting, words, narratives),
        words=words,
        narratives=narratives,
        expert_pages=ExpertPages(content, clock),
    )
    app = create_app(services, settings or WebSettings(static_folder=ROOT / "static", store=store))
    return House(app, store, clock, services)


_HASH = CHEAP.hash(PASSWORD)


def add_person(work, name: str, role: Role, office_id: str) -> None:  # type: ignore[no-untyped-def]
    work.add_user(User(f"id-{name}", name, f"همکار {name}", role, office_id, _HASH))


@pytest.fixture
def house() -> House:
    return build()
