"""A text of a draft as it was read: what is said beside it, and what the clerk passed over."""

from dataclasses import dataclass

from assistant.domain.text_finding import TextFinding


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
