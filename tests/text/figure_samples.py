"""Tuning sentences about figures and names, the made-up petitions they belong to, and the checks that read them."""

import json
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from assistant.domain.jalali import to_gregorian
from assistant.domain.text_case import NamedAmount, NamedDate, NamedNumber, NamedPerson, NumberKind, Side, TextCase
from assistant.domain.text_finding import TextFinding
from assistant.domain.word_list import ListedWord, WordGroup, WordList
from assistant.domain.words import PersonalNames, Words
from assistant.text.checker import TextChecker
from assistant.text.figures.agreement import agreement
from assistant.text.figures.amounts import AmountCheck
from assistant.text.figures.answer_names import also_called
from assistant.text.figures.date_answers import DateAnswerCheck
from assistant.text.figures.date_checks import impossible_dates
from assistant.text.figures.identifying_numbers import IdentifyingNumberCheck
from assistant.text.persons import PersonCheck

TUNING = Path(__file__).parent / "tuning" / "figures"
PAIRS = {"صداق": "مهریه", "رهن": "ودیعه", "کلاسه": "پرونده", "رأی": "دادنامه", "ماهیانه": "ماهانه", "نکاح": "عقد"}
OTHER_NAMES = WordList(
    "answer-names",
    "",
    (
        WordGroup("", tuple(ListedWord(word, (name,)) for word, name in PAIRS.items())),
        WordGroup("", (ListedWord("محکومیت", ("خواسته",)),), stages=frozenset(("first_instance",))),
    ),
)
ALSO = also_called(OTHER_NAMES)
NAMES = PersonalNames(
    first_names=frozenset(("علی", "حسین", "حسن", "زهره", "زهرا", "مریم", "بهروز", "محسن")),
    surnames=frozenset(("صادقی", "محمدی", "احمدی")),
)
WORDS = Words({"رضایت": -9.0, "کریم": -9.0}, frozenset(), frozenset(), {}, NAMES)


def words() -> Words:
    return WORDS


CHECKER = TextChecker(
    of_sentences=(agreement, impossible_dates),
    of_texts=(
        AmountCheck(partial(also_called, OTHER_NAMES)),
        IdentifyingNumberCheck(ALSO),
        DateAnswerCheck(ALSO),
        PersonCheck(words),
    ),
)


def found(text: str, case: TextCase | None = None) -> list[TextFinding]:
    report = CHECKER.check(text, case or TextCase())
    assert all(text[each.start : each.end] == each.span for each in report.findings)
    return list(report.findings)


def spans(text: str, case: TextCase | None = None) -> list[tuple[str, str]]:
    return [(each.kind.value, each.span) for each in found(text, case)]


def cases() -> Mapping[str, TextCase]:
    specs = json.loads((TUNING / "petitions.json").read_text("utf-8"))
    return {name: case_of(spec) for name, spec in specs.items()}


def lines() -> Iterable[dict[str, Any]]:
    for line in (TUNING / "sentences.jsonl").read_text("utf-8").splitlines():
        yield json.loads(line)


def case_of(spec: Mapping[str, Any]) -> TextCase:
    return TextCase(
        stage=spec.get("stage", "first_instance"),
        role_first=spec.get("role_first", "خواهان"),
        role_second=spec.get("role_second", "خوانده"),
        persons=tuple(
            NamedPerson(path, name, Side(side), bool(company)) for path, name, side, *company in spec.get("persons", ())
        ),
        amounts=tuple(NamedAmount(*each) for each in spec.get("amounts", ())),
        dates=tuple(NamedDate(path, label, to_gregorian(day)) for path, label, day in spec.get("dates", ())),
        numbers=tuple(
            NamedNumber(path, label, NumberKind(kind), number) for path, label, kind, number in spec.get("numbers", ())
        ),
        filing_day=to_gregorian(spec["filing_day"]) if "filing_day" in spec else None,
    )
