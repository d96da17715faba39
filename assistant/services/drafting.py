"""Drafting: a clerk starts a petition, answers it field by field, and finds every answer again.

Every act is one transaction with its history and audit entry. Nobody's answer is overwritten silently: a save names
the revision its page was made from, and meets a ``Conflict`` when the same place changed since.
"""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from assistant.checks.review import Review, Reviewer
from assistant.domain import answer_edits
from assistant.domain.answers import Answers
from assistant.domain.draft import AnswerChange, Draft
from assistant.domain.form import Field, Step
from assistant.domain.jalali import from_gregorian
from assistant.domain.people import Actor
from assistant.domain.template import Template
from assistant.domain.value_problem import ValueProblem
from assistant.domain.value_types import is_valid_field, parse_field, show_field
from assistant.ports import AuditEntry, Clock, RevisionConflict, Store, Transaction
from assistant.services.access import Act, NotFound, require
from assistant.services.draft_history import changed_since, last_undoable, snapshot, without
from assistant.services.narrative_proposal import proposed_texts
from assistant.services.office_time import office_date
from assistant.services.review_cache import ReviewCache

MAX_ITEMS = 200
LONGEST_REASON = 2000
MOST_REASONS = 500


class UnknownField(ValueError):
    """The form has no such field, or it is not shown for these answers."""


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A draft with its template and its review as of today."""

    draft: Draft
    template: Template
    review: Review

    @property
    def first_step(self) -> Step:
        return self.template.form.steps[0]

    def step(self, step_id: str) -> Step:
        """A step that these answers reach. Raises NotFound."""
        for state in self.review.derived.steps:
            if state.step.id == step_id and state.is_shown:
                return state.step
        raise NotFound


@dataclass(frozen=True, slots=True)
class Conflict:
    """The same place was changed by somebody since the page was made: both values, nothing written."""

    path: str
    label: str
    mine: str
    theirs: str
    by: str  # full name
    opened: OpenDraft


@dataclass(frozen=True, slots=True)
class Saved:
    opened: OpenDraft


type Raw = str | list[str] | dict[str, str]
type Edit = Callable[[Answers], Answers]


class Drafting:
    """What a clerk does with drafts. One instance serves all threads."""

    def __init__(self, store: Store, reviewer: Reviewer, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self._reviewer = reviewer
        self._reviews = ReviewCache(reviewer)

    def start(self, actor: Actor, template_id: str) -> Draft:
        """A new, empty draft. Raises NotFound for an unknown template."""
        require(actor, Act.DRAFT_START, office_id=actor.office_id, owner_id=actor.user_id)
        template = self._template(template_id)
        now = self._clock.now()
        today = office_date(now)
        with self._store.begin() as work:
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
            self._audit(work, actor, "draft.started", draft.id, template=template.id)
        return draft

    def open(self, actor: Actor, draft_id: str, *, silently: bool = False) -> OpenDraft:
        """The draft as it stands; the reading is recorded unless it is part of another act."""
        if silently:
            with self._store.read() as work:
                draft = self._find(work, actor, draft_id, Act.DRAFT_READ)
        else:
            with self._store.begin() as work:
                draft = self._find(work, actor, draft_id, Act.DRAFT_READ)
                self._audit(work, actor, "draft.opened", draft.id, revision=draft.revision)
        return self._opened(draft)

    def save_field(
        self, actor: Actor, draft_id: str, path: str, raw: Raw, revision: int, *, is_unknown: bool = False
    ) -> Saved | Conflict:
        """Saves one field; text that does not parse is kept as typed and reported by the review."""
        return self._save(actor, draft_id, revision, [(path, raw, is_unknown)], kind="answer")

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
    ) -> Saved | Conflict:
        with self._store.begin() as work:
            draft = self._find(work, actor, draft_id, Act.DRAFT_WRITE)
            template = self._template(draft.template_id)
            answers = draft.answers
            touched: list[str] = []
            for path, raw, is_unknown in entries:
                if not answer_edits.has_place(answers, path):
                    conflict = self._conflict(work, draft, path, raw, revision)
                    if conflict is None:
                        raise UnknownField(path)
                    return conflict
                after = self._with_entry(template, answers, path, raw, is_unknown)
                if after is answers:
                    continue
                conflict = self._conflict(work, draft, path, raw, revision)
                if conflict is not None:
                    return conflict
                answers = after
                touched.append(path)
            submitted = draft.submitted_steps
            if step_id:
                answers = self._left(template, draft, answers, step_id)
                submitted = submitted | {step_id}
            if answers == draft.answers and submitted == draft.submitted_steps:
                return Saved(self._opened(draft))
            changed = replace(draft, answers=answers, submitted_steps=submitted)
            saved = self._write(work, actor, draft, changed, kind, tuple(touched))
        return Saved(self._opened(saved))

    def add_item(self, actor: Actor, draft_id: str, path: str, revision: int) -> Saved | Conflict:
        def edit(answers: Answers) -> Answers:
            return answer_edits.with_item_added(answers, path)

        return self._edit_list(actor, draft_id, path, revision, "add_item", edit)

    def duplicate_item(self, actor: Actor, draft_id: str, path: str, index: int, revision: int) -> Saved | Conflict:
        def edit(answers: Answers) -> Answers:
            items = answer_edits.value_at(answers, path) or []
            return answer_edits.with_item_added(answers, path, items[_within(index, items)])

        return self._edit_list(actor, draft_id, path, revision, "add_item", edit)

    def remove_item(self, actor: Actor, draft_id: str, path: str, index: int, revision: int) -> Saved | Conflict:
        def edit(answers: Answers) -> Answers:
            items = answer_edits.value_at(answers, path) or []
            return answer_edits.with_item_removed(answers, path, _within(index, items))

        return self._edit_list(actor, draft_id, path, revision, "remove_item", edit)

    def move_item(self, actor: Actor, draft_id: str, path: str, index: int, by: int, revision: int) -> Saved | Conflict:
        def edit(answers: Answers) -> Answers:
            items = answer_edits.value_at(answers, path) or []
            to = min(max(_within(index, items) + by, 0), len(items) - 1)
            return answer_edits.with_item_moved(answers, path, index, to)

        return self._edit_list(actor, draft_id, path, revision, "move_item", edit)

    def close_list(self, actor: Actor, draft_id: str, path: str, revision: int) -> Saved | Conflict:
        def edit(answers: Answers) -> Answers:
            return answer_edits.with_list_closed(answers, path)

        return self._edit_list(actor, draft_id, path, revision, "close_list", edit)

    def open_list(self, actor: Actor, draft_id: str, path: str, revision: int) -> Saved | Conflict:
        def edit(answers: Answers) -> Answers:
            return answer_edits.with_list_open(answers, path)

        return self._edit_list(actor, draft_id, path, revision, "open_list", edit)

    def fill(self, actor: Actor, draft_id: str, values: Mapping[str, Any], steps: Sequence[str]) -> OpenDraft:
        """Enters whole answers at once (stored form) and leaves ``steps``: for examples and imports."""
        with self._store.begin() as work:
            draft = self._find(work, actor, draft_id, Act.DRAFT_WRITE)
            template = self._template(draft.template_id)
            answers = draft.answers.with_values({**draft.answers.values, **values})
            for step_id in steps:
                answers = self._left(template, draft, answers, step_id)
            changed = replace(draft, answers=answers, submitted_steps=draft.submitted_steps | frozenset(steps))
            saved = self._write(work, actor, draft, changed, "step", tuple(values))
        return self._opened(saved)

    def undo(self, actor: Actor, draft_id: str) -> OpenDraft:
        """Takes back the last standing change; nothing happens when there is none."""
        with self._store.begin() as work:
            draft = self._find(work, actor, draft_id, Act.DRAFT_WRITE)
            change = last_undoable(work.history(draft.id))
            if change is None:
                return self._opened(draft)
            restored = replace(draft, answers=without(change, draft.answers))
            saved = self._write(work, actor, draft, restored, "undo", change.paths)
        return self._opened(saved)

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
        with self._store.begin() as work:
            draft = self._find(work, actor, draft_id, Act.DRAFT_WRITE)
            texts = {key: text.strip()[:LONGEST_REASON] for key, text in {**draft.reasons, **given}.items()}
            reasons = {key: text for key, text in texts.items() if text}
            if len(reasons) > MOST_REASONS:
                raise UnknownField("reasons")
            if reasons == draft.reasons:
                return self._opened(draft)
            saved = self._write(work, actor, draft, replace(draft, reasons=reasons), "reason", ())
        return self._opened(saved)

    def history(self, actor: Actor, draft_id: str) -> Sequence[AnswerChange]:
        """Who changed what, when; the oldest first."""
        with self._store.read() as work:
            draft = self._find(work, actor, draft_id, Act.DRAFT_READ)
            return work.history(draft.id)

    def _edit_list(
        self, actor: Actor, draft_id: str, path: str, revision: int, kind: str, edit: Edit
    ) -> Saved | Conflict:
        with self._store.begin() as work:
            draft = self._find(work, actor, draft_id, Act.DRAFT_WRITE)
            each = self._field(self._template(draft.template_id), path)
            if each.type != "list":
                raise UnknownField(path)
            change = changed_since(work.history(draft.id), revision, path) if draft.revision != revision else None
            if change is not None and change.kind not in ("answer", "unknown"):
                return self._conflict_at(work, draft, each, path, "", change)
            answers = edit(draft.answers)
            if len(answer_edits.value_at(answers, path) or []) > min(each.max_items, MAX_ITEMS):
                return Saved(self._opened(draft))
            saved = self._write(work, actor, draft, replace(draft, answers=answers), kind, (path,))
        return Saved(self._opened(saved))

    def _with_entry(self, template: Template, answers: Answers, path: str, raw: Raw, is_unknown: bool) -> Answers:
        each = self._field(template, path)
        if each.is_container:
            raise UnknownField(path)
        if is_unknown and each.allows_unknown:
            return answers if path in answers.unknown else answer_edits.with_unknown(answers, path)
        value = parsed_or_as_typed(each, raw)
        if value == answer_edits.value_at(answers, path) and (value is not None or path not in answers.unknown):
            return answers
        return answer_edits.with_value(answers, path, value)

    def _conflict(self, work: Transaction, draft: Draft, path: str, raw: Raw, revision: int) -> Conflict | None:
        if draft.revision == revision:
            return None
        change = changed_since(work.history(draft.id), revision, path)
        if change is None:
            return None
        mine = raw if isinstance(raw, str) else "، ".join(raw if isinstance(raw, list) else raw.values())
        return self._conflict_at(work, draft, self._field(self._template(draft.template_id), path), path, mine, change)

    def _conflict_at(
        self, work: Transaction, draft: Draft, each: Field, path: str, mine: str, change: AnswerChange
    ) -> Conflict:
        stored = answer_edits.value_at(draft.answers, path)
        theirs = ""
        if stored is not None and not each.is_container:
            theirs = show_field(each, stored) if is_valid_field(each, stored) else str(stored)
        return Conflict(path, each.label, mine, theirs, self._name(work, change.user_id), self._opened(draft))

    def _left(self, template: Template, draft: Draft, answers: Answers, step_id: str) -> Answers:
        """Closes the step's lists and records what was left empty (decisions.md 1), also in fields just reached."""
        derived = self._reviews.derive(template, answers, self._today())
        for state in derived.fields:
            if state.step_id == step_id and state.field.type == "list" and state.is_shown:
                answers = answer_edits.with_list_closed(answers, state.path)
        derived = self._reviews.derive(template, answers, self._today())
        empty = [
            state.path
            for state in derived.fields
            if state.step_id == step_id and state.status.value == "unanswered" and not state.field.is_container
        ]
        return answer_edits.with_blanks(answers, empty)

    def _write(
        self, work: Transaction, actor: Actor, before: Draft, after: Draft, kind: str, paths: tuple[str, ...]
    ) -> Draft:
        now = self._clock.now()
        saved = replace(after, revision=before.revision + 1, changed=now, filing_date=office_date(now))
        is_structural = kind not in ("answer", "reason")
        change = AnswerChange(
            draft_id=before.id,
            revision=saved.revision,
            user_id=actor.user_id,
            at=now,
            kind=kind,
            paths=paths,
            before={} if is_structural else snapshot(before.answers, paths),
            after={} if is_structural else snapshot(after.answers, paths),
            previous=before.answers if is_structural and kind != "undo" else None,
        )
        work.save_draft(saved, change)
        self._audit(work, actor, "draft.saved", saved.id, revision=saved.revision, kind=kind)
        return saved

    def _find(self, work: Transaction, actor: Actor, draft_id: str, act: Act) -> Draft:
        draft = work.draft(draft_id)
        if draft is None:
            raise NotFound
        require(actor, act, office_id=draft.office_id, owner_id=draft.owner_id)
        return draft

    def _opened(self, draft: Draft) -> OpenDraft:
        template = self._template(draft.template_id)
        return OpenDraft(draft, template, self._reviews.review(draft, template, self._today()))

    def _template(self, template_id: str) -> Template:
        template = self._reviewer.library.templates.get(template_id)
        if template is None:
            raise NotFound
        return template

    def _field(self, template: Template, path: str) -> Field:
        each = template.form.field_at(path)
        if each is None or path.endswith("]"):
            raise UnknownField(path)
        return each

    def _today(self) -> date:
        return office_date(self._clock.now())

    def _name(self, work: Transaction, user_id: str) -> str:
        user = work.user(user_id)
        return user.full_name if user else ""

    def _audit(self, work: Transaction, actor: Actor, act: str, object_id: str, **detail: object) -> None:
        work.audit(AuditEntry(self._clock.now(), actor.user_id, actor.office_id, act, object_id, detail))


def parsed_or_as_typed(each: Field, raw: Raw) -> object | None:
    """The stored value; None when nothing was entered; the text as typed when it is not of the field's type."""
    if isinstance(raw, str) and not raw.strip():
        return None
    if isinstance(raw, (list, dict)) and not any(raw if isinstance(raw, list) else raw.values()):
        return None
    try:
        value: object = parse_field(each, raw)
    except ValueProblem:
        return raw
    return value


def _within(index: int, items: Sequence[object]) -> int:
    if not 0 <= index < len(items):
        raise UnknownField(str(index))
    return index


__all__ = ["Conflict", "Drafting", "OpenDraft", "RevisionConflict", "Saved", "UnknownField"]
