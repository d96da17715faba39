"""What a clerk does with the remarks on a text: takes a suggestion, all of a kind or all, or passes one over.

Nothing is changed but what was pressed; the whole change is one save, so that it can be undone as one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.people import Actor
from assistant.domain.read_text import ReadText
from assistant.domain.text_finding import TextFinding, TextKind
from assistant.domain.tidied import Tidied
from assistant.services.access import NotFound
from assistant.services.draft_book import Conflict, OpenDraft, Saved
from assistant.services.drafting import Drafting
from assistant.services.narrative_proposal import PATHS
from assistant.services.narratives import Narratives, key_everywhere, key_here
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

    def __init__(self, drafting: Drafting, words: OfficeWords, narratives: Narratives) -> None:
        self._drafting, self._words, self._narratives = drafting, words, narratives

    def use(self, actor: Actor, draft_id: str, pick: Pick, number: int) -> OpenDraft:
        """Puts suggestion ``number`` in. A remark that stands no longer changes nothing."""
        opened = self._drafting.open(actor, draft_id, silently=True)
        found = find(opened, pick)
        if found is None or not 0 <= number < len(found.suggestions):
            return opened
        text = text_of(opened, pick.path).text
        text = text[: found.start] + found.suggestions[number] + text[found.end :]
        return self._save(actor, opened, pick.path, text)

    def use_all(self, actor: Actor, draft_id: str, path: str, kind: str = "") -> OpenDraft:
        """All that only recodes or respaces; of one ``kind``, or of all."""
        opened = self._drafting.open(actor, draft_id, silently=True)
        result = self.tidied(opened, path, kind)
        return self._save(actor, opened, path, result.text) if result.changes else opened

    def tidied(self, opened: OpenDraft, path: str, kind: str = "") -> Tidied:
        """What ``use_all`` does: to be looked at before. Raises NotFound."""
        read, draft = text_of(opened, path), opened.draft
        return self._narratives.tidied(opened.review, draft.id, draft.office_id, read, draft.reasons, kind)

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

    def _save(self, actor: Actor, opened: OpenDraft, path: str, text: str) -> OpenDraft:
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


def kinds_of(findings: Sequence[TextFinding]) -> tuple[tuple[TextKind, int], ...]:
    """Kinds with their numbers, the most frequent first."""
    counts: dict[TextKind, int] = {}
    for each in findings:
        counts[each.kind] = counts.get(each.kind, 0) + 1
    return tuple(sorted(counts.items(), key=lambda each: -each[1]))
