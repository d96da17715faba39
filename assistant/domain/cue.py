"""Cues: phrases of a narrative that touch a fact the structured questions ask about. A cue decides nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from assistant.domain.cue_pattern import Element
from assistant.domain.finding import Basis
from assistant.domain.rule import Verified
from assistant.domain.text_finding import Polarity, Status


class Scope(StrEnum):
    CLAUSE = "clause"
    SENTENCE = "sentence"
    ITSELF = "itself"  # told by being written, whatever the sentence says: only a lawyer writes «موکل»
    WORDS = "words"  # of an exception: it cancels only a hit on one of its own words


class PolarityFrom(StrEnum):
    VERB = "verb"  # the last verb of the match, else the next one of the clause
    ITSELF = "itself"  # told by being written, whatever the sentence says: only a lawyer writes «موکل»
    WORDS = "words"  # only عدم، بدون … beside it: for persons and things the clause's verb says nothing of


@dataclass(frozen=True, slots=True)
class CuePattern:
    """One sequence of elements, or several sequences in any order within ``within`` words."""

    sequences: tuple[tuple[Element, ...], ...]
    within: int = 0  # words; 0 for a single sequence
    scope: Scope = Scope.CLAUSE
    says: Polarity = Polarity.AFFIRMED  # of the fact, where the words stand without a negation
    polarity_from: PolarityFrom = PolarityFrom.VERB
    is_agreed: bool = False  # a subjunctive tells what was agreed or decided, not what is only wished


@dataclass(frozen=True, slots=True)
class CueTest:
    """A sentence that must be found, and how it must be read."""

    text: str
    polarity: Polarity = Polarity.AFFIRMED
    status: Status = Status.ASSERTED
    span: str = ""  # when given, exactly what is marked


@dataclass(frozen=True, slots=True)
class Reach:
    """Petitions named by template, family or stage."""

    templates: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.templates or self.families or self.stages)

    def names(self, template: str, family: str, stage: str) -> bool:
        return template in self.templates or family in self.families or stage in self.stages


type Stored = Mapping[str, tuple[Any, ...]]  # folded answer path → stored values


@dataclass(frozen=True, slots=True)
class Cue:
    id: str
    title: str
    question: str  # asked of the clerk; what the text says is quoted before it
    any: tuple[CuePattern, ...]
    verified: Verified
    unless: tuple[CuePattern, ...] = ()
    is_hint: bool = False  # never asks, only points out
    applies_to: Reach = field(default_factory=Reach)  # empty: every petition
    not_in: Reach = field(default_factory=Reach)
    asks: tuple[str, ...] = ()  # folded answer paths of any form
    contradicts: Mapping[Polarity, Stored] = field(default_factory=dict)  # by a reading; other answers agree with it
    agrees: Mapping[Polarity, Stored] = field(default_factory=dict)  # silent beside these, never contradicted
    polarity: Polarity | None = None  # only this reading is reported
    status: Status | None = None
    basis: tuple[Basis, ...] = ()
    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # its own, beside the common ones
    match: tuple[CueTest, ...] = ()
    no_match: tuple[str, ...] = ()
    file: str = ""

    def is_shown_in(self, template: str, family: str, stage: str) -> bool:
        """A text without a petition is read with every cue."""
        if not template:
            return True
        if self.applies_to and not self.applies_to.names(template, family, stage):
            return False
        return not self.not_in.names(template, family, stage)


@dataclass(frozen=True, slots=True)
class CueBook:
    cues: Mapping[str, Cue] = field(default_factory=dict)
    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    variants: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # word → other forms: broken plurals
