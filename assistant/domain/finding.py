"""The one type for everything the clerk is told, and the vocabulary it uses."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.domain.used_value import UsedValue


class Level(StrEnum):
    """How a finding is shown (procedure.md §2.0). No level ever bars a filing."""

    INCOMPLETE = "L1"
    LEGAL_CONSEQUENCE = "L2"
    ATTENTION = "L3"
    INFORMATION = "L4"


class Certainty(StrEnum):
    TEXT_OF_LAW = "text_of_law"
    UNIFIED_PRECEDENT = "unified_precedent"
    PREVAILING_PRACTICE = "prevailing_practice"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Basis:
    """One citation. Either ``law`` (a key of laws.yaml) with article, or ``unified_precedent`` with its number."""

    law: str | None = None
    article: str | None = None
    clause: str | None = None
    unified_precedent: str | None = None
    note: str | None = None
    citation: str = ""  # Persian, made at load: «ماده ۵۱ بند ۳ قانون آیین دادرسی مدنی»


@dataclass(frozen=True, slots=True)
class ObservedFact:
    """One answer a finding rests on, already in words; «no answer» has words too."""

    path: str
    label: str
    value: str
    is_answered: bool = True
    is_derived: bool = False  # a named fact made from answers; its path leads nowhere


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that spoke, or a field whose content is wrong (then ``rule`` is ``format:<keyword>``)."""

    rule: str
    title: str
    outcome: tuple[str, ...]  # ids of rules/outcomes.yaml
    message: str
    points_at: tuple[str, ...]  # concrete answer paths, the first is where the link leads
    basis: tuple[Basis, ...]
    facts: tuple[ObservedFact, ...]
    certainty: Certainty
    level: Level
    is_reviewed: bool = False
    grade: str = ""
    overdue_parameters: tuple[str, ...] = ()  # parameters and periods used past their verified-until date
    used: tuple[UsedValue, ...] = ()  # dated numbers of law behind it, as they were on the filing date
    rule_version: str = ""
    is_question: bool = False  # asked because of a phrase in the text; for the clerk's screen, never on paper

    @property
    def key(self) -> str:
        """Stable identity within a draft: rule plus the place it points at."""
        return f"{self.rule}@{self.points_at[0] if self.points_at else ''}"


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """A value of the wrong form, or a required field left empty, at its field."""

    path: str
    keyword: str  # required, type, enum, minimum, maxLength, format:<value type>, …
    message: str
    is_incomplete: bool = False  # required / minItems: incomplete rather than wrong
