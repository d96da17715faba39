"""What the narrative checker reports: a span of the text as the clerk typed it, its kind, and what may stand there."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from assistant.domain.characters import normal_form, persian_digits
from assistant.domain.finding import Basis
from assistant.domain.text_persons import NOBODY, TextPersons


class TextKind(StrEnum):
    SPELLING = "spelling"
    HALF_SPACE = "half-space"
    ARABIC_LETTER = "arabic-letter"
    DIGIT_MIX = "digit-mix"
    INFORMAL = "informal"
    INSULT = "insult"
    NUMBER_WORD_MISMATCH = "number-word-mismatch"
    RIAL_TOMAN_MISMATCH = "rial-toman-mismatch"
    IMPOSSIBLE_DATE = "impossible-date"
    ROLE_TERM = "role-term"
    RUN_ON_SENTENCE = "run-on-sentence"
    REPEATED_WORD = "repeated-word"
    PUNCTUATION = "punctuation"
    PERSONAL_DATA = "personal-data"
    NAME_MISMATCH = "name-mismatch"
    AMOUNT_MISMATCH = "amount-mismatch"
    CUE = "cue"
    CONFUSION = "confusion"


OF_WHAT_IS_SAID = frozenset((
    TextKind.CUE, TextKind.RUN_ON_SENTENCE, TextKind.PERSONAL_DATA, TextKind.IMPOSSIBLE_DATE, TextKind.NAME_MISMATCH,
    TextKind.AMOUNT_MISMATCH, TextKind.NUMBER_WORD_MISMATCH, TextKind.RIAL_TOMAN_MISMATCH,
))  # fmt: skip  # the other kinds are of how it is written


class TextLevel(StrEnum):
    """None of them bars anything; the order is that of the list on screen."""

    MISMATCH = "mismatch"  # the text contradicts itself or an answer
    ASK = "ask"  # a cue: the structured question decides
    ERROR = "error"  # of writing: spelling, letters, half-spaces
    HINT = "hint"  # of style


class Polarity(StrEnum):
    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Status(StrEnum):
    ASSERTED = "asserted"
    HYPOTHETICAL = "hypothetical"
    ATTRIBUTED = "attributed"


@dataclass(frozen=True, slots=True)
class CueReading:
    """How the phrase stands in its sentence."""

    cue: str  # id in rules/cues
    polarity: Polarity
    status: Status


@dataclass(frozen=True, slots=True)
class TextFinding:
    """``start`` and ``end`` count code points of the text as given, ``end`` exclusive; ``span`` is exactly between."""

    kind: TextKind
    start: int
    end: int
    span: str
    message: str
    level: TextLevel
    suggestions: tuple[str, ...] = ()  # what may stand in place of the span, the likeliest first
    safe: bool = False  # the first suggestion recodes or respaces letters: no word, number or name changes
    reading: CueReading | None = None  # of a cue
    points_at: tuple[str, ...] = ()  # answers that it asks about or contradicts
    basis: tuple[Basis, ...] = ()

    def moved(self, offset: int) -> Self:
        """The same finding of a text that begins ``offset`` code points earlier."""
        return replace(self, start=self.start + offset, end=self.end + offset) if offset else self

    @property
    def key(self) -> str:
        """What ignoring it for a draft remembers: kind and words, not the place, which moves while typing; of what is
        said, not how it is spaced."""
        words = self.span
        if self.kind in OF_WHAT_IS_SAID:
            words = "".join(filter(str.isalnum, persian_digits(normal_form(words))))
        return f"{self.kind.value}:{self.reading.cue if self.reading else ''}:{words}"


@dataclass(frozen=True, slots=True)
class TextReport:
    """In order of place. ``is_finished`` is false when the time ran out: the rest of the text was not looked at."""

    findings: tuple[TextFinding, ...]
    is_finished: bool = True
    persons: TextPersons = NOBODY
