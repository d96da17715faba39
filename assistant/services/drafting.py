"""Drafting: a clerk starts a petition, answers it field by field, and finds every answer again.

Every act is one transaction with its history and audit entry. Nobody's answer is overwritten silently: a save names
the revision its page was made from, and meets a ``Conflict`` when the same place changed since.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from assistant.checks.review import Reviewer
from assistant.domain import answer_edits
from assistant.domain.answers import Answers
from assistant.domain.draft import AnswerChange, Draft
from assistant.domain.jalali import from_gregorian
from assistant.domain.people import Actor
from assistant.domain.template import Template
from assistant.ports import Clock, Store
from assistant.services.access import Act, require
from assistant.services.draft_book import (
    Conflict,
    DraftBook,
    OpenDraft,
    Raw,
    Saved,
    UnknownField,
    parsed_or_as_typed,
)
from assistant.services.draft_history import last_undoable, without
from assistant.services.list_editing import ListAct, edit_list
from assistant.services.narrative_proposal import proposed_texts
from assistant.services.narratives import Narratives
from assistant.services.office_time import office_date

LONGEST_REASON = 2000
MOST_REASONS = 500


class Drafting:
    """What a clerk does with drafts. One instance serves all threads."""

    def __init__(self, store: Store, reviewer: Reviewer, clock: Clock, narratives: Narratives | None = None) -> None:
        self._book = DraftBook(store, reviewer, clock, narratives)

    def start(self, actor: Actor, template_id: str) -> Draft:
        """A new, empty draft. Raises NotFound for an unknown template."""
        require(actor, Act.DRAFT_START, office_id=actor.office_id, owner_id=actor.user_id)
        template = self._book.template(template_id)
        now = self._book.clock.now()
        today = office_date(now)
        with self._book.store.begin() as work:
            number = work.next_draft_number(actor.office_id, int(from_gregorian(today)[:4]))
            draft = Draft(
                id=secrets.token_urlsafe(12),
                number=number,
                office_id=actor.office_id,
                owner_id=actor.user_id,
                template_id=template.id,
                template_version=template.version,
                answers=Answers(),
                revision=0,
                filing_date=today,
                created=now,
                changed=now,
            )
            work.add_draft(draft)
            self._book.audit(work, actor, "draft.started", draft.id, template=template.id)
        return draft

    def open(self, actor: Actor, draft_id: str, *, silently: bool = False, on: date | None = None) -> OpenDraft:
        """The draft as it stands; the reading is recorded unless it is part of another act.

        ``on``: reviewed for another filing date; nothing of that is kept.
        """
        if silently:
            with self._book.store.read() as work:
                draft = self._book.find(work, actor, draft_id, Act.DRAFT_READ)
        else:
            with self._book.store.begin() as work:
                draft = self._book.find(work, actor, draft_id, Act.DRAFT_READ)
                self._book.audit(work, actor, "draft.opened", draft.id, revision=draft.revision)
        return self._book.opened(draft, on)

    def save_field(
        self, actor: Actor, draft_id: str, path: str, raw: Raw, revision: int, *, is_unknown: bool = False
    ) -> Saved | Conflict:
        """Saves one field; text that does not parse is kept as typed and reported by the review."""
        return self._save(actor, draft_id, revision, [(path, raw, is_unknown)], kind="answer", is_page=False)

    def save_fields(
        self, actor: Actor, draft_id: str, entries: Sequence[tuple[str, Raw, bool]], revision: int
    ) -> Saved | Conflict:
        """Saves several fields at once without leaving their step."""
        return self._save(actor, draft_id, revision, entries, kind="answer")

    def save_step(
        self, actor: Actor, draft_id: str, step_id: str, entries: Sequence[tuple[str, Raw, bool]], revision: int
    ) -> Saved | Conflict:
        """Saves a whole step and leaves it: what is empty is now *left blank*, its lists are closed."""
        return self._save(actor, draft_id, revision, entries, kind="step", step_id=step_id)

    def _save(
        self,
        actor: Actor,
        draft_id: str,
        revision: int,
        entries: Sequence[tuple[str, Raw, bool]],
        *,
        kind: str,
        step_id: str = "",
        is_page: bool = True,
    ) -> Saved | Conflict:
        """``is_page``: the entries are all a page holds, whether somebody touched them there or not."""
        with self._book.store.begin() as work:
            draft = self._book.find(work, actor, draft_id, Act.DRAFT_WRITE)
            template = self._book.template(draft.template_id)
            answers = draft.answers
            touched: list[str] = []
            for path, raw, is_unknown in entries:
                if is_page and self._book.is_untouched(work, draft, path, raw, revision, is_unknown=is_unknown):
                    continue
                if not answer_edits.has_place(answers, path):
                    conflict = self._book.conflict(work, draft, path, raw, revision)
                    if conflict is None:
                        raise UnknownField(path)
                    return conflict
                after = self._with_entry(template, answers, path, raw, is_unknown)
                if after is answers:
                    continue
                conflict = self._book.conflict(work, draft, path, raw, revision)
                if conflict is not None:
                    return conflict
                answers = after
                touched.append(path)
            submitted = draft.submitted_steps
            if step_id:
                answers = self._book.left(template, draft, answers, step_id)
                submitted = submitted | {step_id}
            if answers == draft.answers and submitted == draft.submitted_steps:
                return Saved(self._book.opened(draft))
            changed = replace(draft, answers=answers, submitted_steps=submitted)
            saved = self._book.write(work, actor, draft, changed, kind, tuple(touched))
        return Saved(self._book.opened(saved))

    def fill(self, actor: Actor, draft_id: str, values: Mapping[str, Any], steps: Sequence[str]) -> OpenDraft:
        """Enters whole answers at once (stored form) and leaves ``steps``: for examples and imports."""
        with self._book.store.begin() as work:
            draft = self._book.find(work, actor, draft_id, Act.DRAFT_WRITE)
            template = self._book.template(draft.template_id)
            answers = draft.answers.with_values({**draft.answers.values, **values})
            for step_id in steps:
                answers = self._book.left(template, draft, answers, step_id)
            changed = replace(draft, answers=answers, submitted_steps=draft.submitted_steps | frozenset(steps))
            saved = self._book.write(work, actor, draft, changed, "step", tuple(values))
        return self._book.opened(saved)

    def undo(self, actor: Actor, draft_id: str) -> OpenDraft:
        """Takes back the last standing change; nothing happens when there is none."""
        with self._book.store.begin() as work:
            draft = self._book.find(work, actor, draft_id, Act.DRAFT_WRITE)
            change = last_undoable(work.history(draft.id))
            if change is None:
                return self._book.opened(draft)
            restored = replace(draft, answers=without(change, draft.answers))
            saved = self._book.write(work, actor, draft, restored, "undo", change.paths)
        return self._book.opened(saved)

    def take_proposal(self, actor: Actor, draft_id: str, path: str, revision: int) -> Saved | Conflict:
        """Makes the proposed narrative or request the clerk's own text, to be edited."""
        opened = self.open(actor, draft_id, silently=True)
        texts = {
            each.path: each.text
            for each in proposed_texts(opened.template, opened.review.derived, opened.draft.answers)
        }
        if path not in texts:
            raise UnknownField(path)
        return self.save_field(actor, draft_id, path, texts[path], revision)

    def keep_reasons(self, actor: Actor, draft_id: str, given: Mapping[str, str]) -> OpenDraft:
        """Keeps why the clerk goes on past findings, by finding key; an empty reason removes it (decisions.md 17)."""
        with self._book.store.begin() as work:
            draft = self._book.find(work, actor, draft_id, Act.DRAFT_WRITE)
            texts = {key: text.strip()[:LONGEST_REASON] for key, text in {**draft.reasons, **given}.items()}
            reasons = {key: text for key, text in texts.items() if text}
            if len(reasons) > MOST_REASONS:
                raise UnknownField("reasons")
            if reasons == draft.reasons:
                return self._book.opened(draft)
            saved = self._book.write(work, actor, draft, replace(draft, reasons=reasons), "reason", ())
        return self._book.opened(saved)

    def edit_list(
        self, actor: Actor, draft_id: str, act: ListAct, path: str, revision: int, index: int = 0
    ) -> Saved | Conflict:
        """Adds, moves, removes, closes: see ``list_editing``. Conflicts when the list itself changed since."""
        return edit_list(self._book, actor, draft_id, act, path, revision, index)

    def history(self, actor: Actor, draft_id: str) -> Sequence[tuple[AnswerChange, str]]:
        """Every change with the full name of who made it; the newest first."""
        with self._book.store.begin() as work:
            draft = self._book.find(work, actor, draft_id, Act.DRAFT_READ)
            changes = work.history(draft.id)
            people = {change.user_id: work.user(change.user_id) for change in changes}
            self._book.audit(work, actor, "history.opened", draft.id)
        names = {user_id: user.full_name if user else "" for user_id, user in people.items()}
        return [(change, names[change.user_id]) for change in reversed(changes)]

    def _with_entry(self, template: Template, answers: Answers, path: str, raw: Raw, is_unknown: bool) -> Answers:
        each = self._book.field(template, path)
        if each.is_container:
            raise UnknownField(path)
        if is_unknown and each.allows_unknown:
            return answers if path in answers.unknown else answer_edits.with_unknown(answers, path)
        value = parsed_or_as_typed(each, raw)
        if value == answer_edits.value_at(answers, path) and (value is not None or path not in answers.unknown):
            return answers
        return answer_edits.with_value(answers, path, value)
