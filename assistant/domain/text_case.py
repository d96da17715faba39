"""What the narrative checker knows of the petition whose text it reads: names, amounts, dates, answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any


class Side(StrEnum):
    PLAINTIFF = "plaintiff"
    DEFENDANT = "defendant"
    REPRESENTATIVE = "representative"
    OTHER = "other"  # a witness, an endorser, a decedent


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """One person or company of the answers, as the form has the name."""

    path: str  # of the name's answer
    name: str  # whole: «زهرا نمونه‌ای»
    side: Side
    is_company: bool = False


@dataclass(frozen=True, slots=True)
class NamedAmount:
    path: str
    label: str  # of the field: «مبلغ چک»
    rial: int


@dataclass(frozen=True, slots=True)
class NamedDate:
    path: str
    label: str
    day: date


class NumberKind(StrEnum):
    CHEQUE = "cheque"
    SAYAD = "sayad"
    PLOT = "plot"
    JUDGMENT = "judgment"
    CASE = "case"


@dataclass(frozen=True, slots=True)
class NamedNumber:
    """A number that identifies something: compared by its digits and slashes."""

    path: str
    label: str
    kind: NumberKind
    number: str  # Latin digits


@dataclass(frozen=True, slots=True)
class TextCase:
    """Nothing of it is needed: a text without a petition is checked as text alone."""

    template: str = ""
    stage: str = "first_instance"  # as in template.yaml
    role_first: str = "خواهان"  # what the template calls its two sides
    role_second: str = "خوانده"
    persons: tuple[NamedPerson, ...] = ()
    amounts: tuple[NamedAmount, ...] = ()
    dates: tuple[NamedDate, ...] = ()
    numbers: tuple[NamedNumber, ...] = ()
    filing_day: date | None = None
    words: frozenset[str] = frozenset()  # folded: of the answers, and those the office accepted
    answers: Mapping[str, Any] = field(default_factory=dict)  # dotted path → value, for what a cue asks about
    fields: frozenset[str] = frozenset()  # paths the form has, so that a cue only asks what can be answered
