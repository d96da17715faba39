"""The proposed narrative and request of a draft, beside what the clerk wrote."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.answers import Answers
from assistant.domain.journey import Derived
from assistant.domain.template import Template
from assistant.services.narrative_text import proposal, sentence_differences

PATHS = ("narrative", "request")


@dataclass(frozen=True, slots=True)
class Proposal:
    path: str
    label: str
    text: str  # made from the answers
    current: str  # what the clerk wrote; '' while the proposal is what prints
    differences: Sequence[tuple[str, str]]  # ('text' | 'proposal', sentence)

    @property
    def is_used(self) -> bool:
        return bool(self.text) and not self.current


def proposals(template: Template, derived: Derived, answers: Answers) -> tuple[Proposal, ...]:
    """For the fields ``narrative`` and ``request``, where the form has them."""
    found = []
    for path, text in zip(PATHS, proposal(template, derived.document), strict=True):
        each = template.form.field_at(path)
        if each is None:
            continue
        current = str(answers.values.get(path) or "")
        differences = sentence_differences(current, text) if current and text else ()
        found.append(Proposal(path, each.label, text, current, differences))
    return tuple(found)
