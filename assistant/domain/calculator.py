"""What the experts say about a calculator: titles, words of its inputs, argued readings, basis and notes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assistant.domain.finding import Basis
from assistant.domain.form import Option


@dataclass(frozen=True, slots=True)
class InputWords:
    id: str
    label: str
    help: str = ""
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One of several ways the law is read; none of them is preferred."""

    id: str
    title: str
    text: str
    grade: str
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class Calculator:
    id: str
    title: str
    tab: str  # short word for the tabs
    formula: str
    result: str  # what the amount for the petition is called
    inputs: Mapping[str, InputWords]
    readings: Mapping[str, Reading]
    steps: Mapping[str, str]  # code → label of a line of the arithmetic
    texts: Mapping[str, str]  # code → what is said about a result
    basis: tuple[Basis, ...]
    notes: tuple[str, ...]
    grade: str
    checked_on: date
    verified_until: date
    responsible: str | None = None
    version: str = ""  # short hash of the file
