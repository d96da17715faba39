"""A text of a draft as it was read: what is said beside it, and what the clerk passed over."""

from dataclasses import dataclass

from assistant.domain.text_finding import OF_WHAT_IS_SAID, TextFinding
from assistant.domain.text_persons import NOBODY, TextPersons


@dataclass(frozen=True, slots=True)
class PassedOver:
    finding: TextFinding
    key: str  # among the reasons of the draft
    reason: str


@dataclass(frozen=True, slots=True)
class ReadText:
    """One text with what stands beside it. Places count in ``text``."""

    path: str
    text: str
    findings: tuple[TextFinding, ...]
    passed: tuple[PassedOver, ...] = ()
    is_finished: bool = True
    persons: TextPersons = NOBODY

    @property
    def tidying(self) -> tuple[TextFinding, ...]:
        """The remarks that may be taken all at once; where one on the writing was passed over, all stays as it is."""
        passed = (each.finding for each in self.passed)
        left = [(each.start, each.end) for each in passed if each.kind not in OF_WHAT_IS_SAID]
        safe = (each for each in self.findings if each.safe and each.suggestions)
        return tuple(each for each in safe if not any(each.start < end and start < each.end for start, end in left))
