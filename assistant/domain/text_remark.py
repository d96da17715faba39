"""What a kind of text finding is called, and whether it stands among the findings of law or beside the text only."""

from dataclasses import dataclass

from assistant.domain.finding import Basis, Certainty, Level
from assistant.domain.text_finding import TextKind


@dataclass(frozen=True, slots=True)
class TextRemark:
    kind: TextKind
    title: str
    level: Level | None  # None: a remark on writing, shown beside the text alone
    certainty: Certainty
    basis: tuple[Basis, ...]
    grade: str
    is_reviewed: bool
