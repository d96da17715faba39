"""What a clerk does with the remarks on a text: takes a suggestion, all of a kind or all, or passes one over.

Nothing is changed but what was pressed; the whole change is one save, so that it can be undone as one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.people import Actor
from assistant.domain.read_text import ReadText
from assistant.domain.text_edits import Edit, edited, first_suggestions
from assistant.domain.text_finding import TextFinding, TextKind
from assistant.services.access import NotFound
from assistant.services.draft_book import Conflict, OpenDraft, Saved
from assistant.services.drafting import Drafting
from assistant.services.narrative_proposal import PATHS
from assistant.services.narratives import key_everywhere, key_here
from assistant.services.office_words import OfficeWords


@dataclass(frozen=True, slots=True)
class Pick:
    """A remark as a page showed it. The text may have moved since: the nearest one with the same words is meant."""

    path: str
    kind: str
    start: int
    span: str


class TextDesk:
    """One instance serves all threads."""

    def __init__(self, drafting: Drafting, words: OfficeWords) -> None:
        self._drafting, self._words = drafting, words

    def use(self, actor: Actor, draft_id: str, pick: Pick, number: int) -> OpenDraft:
        """Puts suggestion ``number`` in. A remark that stands no longer changes nothing."""
        opened = self._drafting.open(actor, draft_id, silently=True)
        found = find(opened, pick)
        if found is None or not 0 <= number < len(found.suggestions):
            return opened
        return self._edit(actor, opened, pick.path, [Edit(found.start, found.end, found.suggestions[number])])

    def use_all(self, actor: Actor, draft_id: str, path: str, kind: str = "") -> OpenDraft:
        """The first suggestion of every remark that only recodes or respaces; of one ``kind``, or of all."""
        opened = self._drafting.open(actor, draft_id, silently=True)
        chosen = [each for each in tidying(text_of(opened, path)) if kind in ("", each.kind.value)]
        return self._edit(actor, opened, path, first_suggestions(chosen))

    def pass_over(self, actor: Actor, draft_id: str, pick: Pick, reason: str, *, is_everywhere: bool) -> OpenDraft:
        """At this place, or wherever these words stand in the draft; the reason is kept."""
        opened = self._drafting.open(actor, draft_id, silently=True)
        found = find(opened, pick)
        if found is None:
            return opened
        text = text_of(opened, pick.path).text
        key = key_everywhere(pick.path, found) if is_everywhere else key_here(pick.path, text, found)
        return self._drafting.keep_reasons(actor, draft_id, {key: reason.strip() or "بی‌ذکر دلیل"})

    def heed(self, actor: Actor, draft_id: str, key: str) -> OpenDraft:
        """What was passed over is shown again."""
        return self._drafting.keep_reasons(actor, draft_id, {key: ""})

    def propose_word(self, actor: Actor, draft_id: str, pick: Pick) -> OpenDraft:
        """Into the review queue of the office; in this draft the word is passed over from now on."""
        opened = self._drafting.open(actor, draft_id, silently=True)
        if find(opened, pick) is None:
            return opened
        self._words.propose(actor, pick.span)
        return self.pass_over(actor, draft_id, pick, "پیشنهاد برای واژه‌نامهٔ دفتر", is_everywhere=True)

    def _edit(self, actor: Actor, opened: OpenDraft, path: str, edits: Sequence[Edit]) -> OpenDraft:
        if not edits:
            return opened
        text = edited(text_of(opened, path).text, edits)
        result: Saved | Conflict = self._drafting.save_field(actor, opened.draft.id, path, text, opened.draft.revision)
        return result.opened


def text_of(opened: OpenDraft, path: str) -> ReadText:
    """Raises NotFound where the clerk has no text of their own."""
    read = opened.review.texts.get(path) if path in PATHS else None
    if read is None:
        raise NotFound
    return read


def find(opened: OpenDraft, pick: Pick) -> TextFinding | None:
    alike = [
        each for each in text_of(opened, pick.path).findings if each.kind.value == pick.kind and each.span == pick.span
    ]
    return min(alike, key=lambda each: abs(each.start - pick.start), default=None)


def tidying(read: ReadText) -> tuple[TextFinding, ...]:
    """The remarks whose first suggestion changes no word."""
    return tuple(each for each in read.findings if each.safe and each.suggestions)


def kinds_of(findings: Sequence[TextFinding]) -> tuple[tuple[TextKind, int], ...]:
    """Kinds with their numbers, the most frequent first."""
    counts: dict[TextKind, int] = {}
    for each in findings:
        counts[each.kind] = counts.get(each.kind, 0) + 1
    return tuple(sorted(counts.items(), key=lambda each: -each[1]))
