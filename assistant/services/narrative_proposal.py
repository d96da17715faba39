"""The proposed narrative and request of a draft, beside what the clerk wrote."""

from dataclasses import dataclass

from assistant.domain.answers import Answers
from assistant.domain.journey import Derived
from assistant.domain.template import Template
from assistant.services.narrative_text import NARRATIVE, REQUEST, Difference, proposal, sentence_differences

PATHS = (NARRATIVE, REQUEST)


@dataclass(frozen=True, slots=True)
class ProposedText:
    path: str
    label: str
    text: str  # made from the answers
    current: str  # what the clerk wrote; '' while the proposal is what prints
    differences: tuple[Difference, ...]


def proposed_texts(template: Template, derived: Derived, answers: Answers) -> tuple[ProposedText, ...]:
    """For the fields ``narrative`` and ``request``, where the form has them."""
    made = proposal(template, derived)
    found = []
    for path, text in ((NARRATIVE, made.narrative), (REQUEST, made.request)):
        each = template.form.field_at(path)
        if each is not None:
            current = str(answers.values.get(path) or "")
            differences = sentence_differences(current, text) if current and text else ()
            found.append(ProposedText(path, each.label, text, current, differences))
    return tuple(found)
