"""Ordered decision tables of law: which court, and which place, the law names for a petition."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assistant.domain.finding import Basis
from assistant.domain.rule import AppliesTo
from assistant.domain.template import Template


@dataclass(frozen=True, slots=True)
class TableRow:
    """``when`` decides whether the row is the one; ``fits`` whether the choice of the draft is among what it names."""

    id: str
    subject: str
    applies_to: AppliesTo
    when: str
    fits: str
    options: tuple[str, ...]  # of the chosen field, shown by their labels
    places: tuple[str, ...]  # in words, where the choice is no option
    basis: tuple[Basis, ...]
    catalogue: tuple[str, ...]  # rows of the catalogue of checks; a rule of such a number tells of this row itself
    grade: str


@dataclass(frozen=True, slots=True)
class TableExample:
    name: str
    form: Template
    answers: Mapping[str, Any]  # an answers file without ``template``
    fits: bool | None  # None: undetermined
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionTable:
    """The first row whose condition holds decides; rows before it that are undetermined may still be the one."""

    id: str  # forum | venue
    title: str
    chosen: str  # path of the draft's choice
    rows: tuple[TableRow, ...]
    examples: tuple[TableExample, ...] = ()
    file: str = ""
