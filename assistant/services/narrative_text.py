"""The proposed narrative (شرح) and request, made from the answers, and how a clerk's own text differs from it."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from assistant.domain.journey import Derived
from assistant.domain.template import Template
from assistant.services.printed_answers import printed_answers
from assistant.services.wording_language import worded

NARRATIVE, REQUEST = "narrative", "request"  # keys of the two texts in the answers


@dataclass(frozen=True, slots=True)
class Proposal:
    """One paragraph a line. Empty where no sentence rests on an answer yet."""

    narrative: str
    request: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A sentence that stands on one side only: ``text`` (what the clerk wrote) or ``proposal``."""

    side: str
    sentence: str


def proposal(template: Template, derived: Derived) -> Proposal:
    """What the template's skeletons make of the effective answers."""
    answers = printed_answers(template.form, derived.effective)
    return Proposal(worded(template.narrative, answers), worded(template.request, answers))


def text_in_use(template: Template, derived: Derived) -> Proposal:
    """What is printed: the clerk's own text where there is one, otherwise the proposal (decisions.md 8)."""
    proposed = proposal(template, derived)
    return Proposal(
        str(derived.effective.get(NARRATIVE, proposed.narrative)),
        str(derived.effective.get(REQUEST, proposed.request)),
    )


def sentences(text: str) -> list[str]:
    """Sentences and lines, in order; numbers such as «۲.» at a line's start stay with what follows."""
    found: list[str] = []
    for line in text.splitlines():
        found.extend(part.strip() for part in _SENTENCE.findall(line) if part.strip())
    return found


def sentence_differences(text: str, proposed: str) -> tuple[Difference, ...]:
    """The sentences that one of the two has and the other has not, in reading order; moved ones count as both."""
    ours, theirs = sentences(text), sentences(proposed)
    differences: list[Difference] = []
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for kind, our_start, our_end, their_start, their_end in matcher.get_opcodes():
        if kind != "equal":
            differences += [Difference("text", each) for each in ours[our_start:our_end]]
            differences += [Difference("proposal", each) for each in theirs[their_start:their_end]]
    return tuple(differences)


# A sentence ends at ؟ ! ؛ or a full stop that a blank follows and no digit goes before (ordinals, dates).
_SENTENCE = re.compile(r".*?(?:[؟!؛](?=\s|$)|(?<![0-9۰-۹])\.(?=\s|$)|$)")
