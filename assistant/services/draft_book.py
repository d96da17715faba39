"""What every act on a draft shares: finding it with its rights, its review, conflicts, writing with history."""

from dataclasses import dataclass, replace
from datetime import date

from assistant.checks.review import Review, Reviewer
from assistant.domain import answer_edits
from assistant.domain.answers import Answers
from assistant.domain.draft import AnswerChange, Draft
from assistant.domain.form import Field, Step
from assistant.domain.people import Actor
from assistant.domain.template import Template
from assistant.domain.value_problem import ValueProblem
from assistant.domain.value_types import is_valid_field, parse_field, show_field
from assistant.ports import AuditEntry, Clock, Store, Transaction
from assistant.services.access import Act, NotFound, require
from assistant.services.calendar_desk import CalendarDesk
from assistant.services.draft_history import as_shown_at, changed_since, snapshot
from assistant.services.narratives import Narratives, with_texts
from assistant.services.office_time import office_date
from assistant.services.review_cache import ReviewCache

type Raw = str | list[str] | dict[str, str]


class UnknownField(ValueError):
    """The form has no such field, or it is not shown for these answers."""


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A draft with its template and its review as of today, or for another filing date that nothing is kept of."""

    draft: Draft
    template: Template
    review: Review
    other_date: date | None = None

    @property
    def first_step(self) -> Step:
        return self.template.form.steps[0]

    def shows(self, step_id: str) -> bool:
        """Whether these answers reach the step."""
        return any(state.step.id == step_id and state.is_shown for state in self.review.derived.steps)

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


class DraftBook:
    """Drafts of one store, reviewed against one library. Safe to share between threads."""

    def __init__(self, store: Store, reviewer: Reviewer, clock: Clock, narratives: Narratives | None = None) -> None:
        """With ``narratives`` the clerk's own texts are read as well."""
        self.store, self.clock = store, clock
        self._narratives = narratives
        self._reviewer = reviewer
        self._calendar = CalendarDesk(store, reviewer.library, clock)
        self.reviews = ReviewCache(reviewer)

    def find(self, work: Transaction, actor: Actor, draft_id: str, act: Act) -> Draft:
        draft = work.draft(draft_id)
        if draft is None:
            raise NotFound
        require(actor, act, office_id=draft.office_id, owner_id=draft.owner_id)
        return draft

    def opened(self, draft: Draft, on: date | None = None) -> OpenDraft:
        """``on``: another filing date; such a review is made for this one look only."""
        template = self.template(draft.template_id)
        calendar, province = self._calendar.of_office(draft.office_id)
        if on is not None and on != self.today():
            review = self._reviewer.review(template, draft.answers, on, calendar, province)
        else:
            review = self.reviews.review(draft, template, self.today(), calendar, province)
            on = None
        review = with_texts(self._narratives, review, draft.id, draft.office_id, draft.reasons)
        return OpenDraft(draft, template, review, on)

    def template(self, template_id: str) -> Template:
        template = self._reviewer.library.templates.get(template_id)
        if template is None:
            raise NotFound
        return template

    def field(self, template: Template, path: str) -> Field:
        each = template.form.field_at(path)
        if each is None or path.endswith("]"):
            raise UnknownField(path)
        return each

    def is_untouched(
        self, work: Transaction, draft: Draft, path: str, raw: Raw, revision: int, *, is_unknown: bool
    ) -> bool:
        """Whether the page still holds what it showed at ``revision`` while somebody changed the answer since.

        Such an answer is nobody's wish here: it neither overwrites nor conflicts.
        """
        if draft.revision == revision:
            return False
        shown = as_shown_at(work.history(draft.id), revision, path)
        if shown is None:
            return False
        value = parsed_or_as_typed(self.field(self.template(draft.template_id), path), raw)
        return is_unknown == (shown["state"] == "unknown") and (is_unknown or value == shown["value"])

    def conflict(self, work: Transaction, draft: Draft, path: str, raw: Raw, revision: int) -> Conflict | None:
        if draft.revision == revision:
            return None
        change = changed_since(work.history(draft.id), revision, path)
        if change is None:
            return None
        mine = raw if isinstance(raw, str) else "، ".join(raw if isinstance(raw, list) else raw.values())
        return self.conflict_at(work, draft, self.field(self.template(draft.template_id), path), path, mine, change)

    def conflict_at(
        self, work: Transaction, draft: Draft, each: Field, path: str, mine: str, change: AnswerChange
    ) -> Conflict:
        stored = answer_edits.value_at(draft.answers, path)
        theirs = ""
        if stored is not None and not each.is_container:
            theirs = show_field(each, stored) if is_valid_field(each, stored) else str(stored)
        return Conflict(path, each.label, mine, theirs, self._name(work, change.user_id), self.opened(draft))

    def left(self, template: Template, draft: Draft, answers: Answers, step_id: str) -> Answers:
        """Closes the step's lists and records what was left empty (decisions.md 1), also in fields just reached."""
        derived = self.reviews.derive(template, answers, self.today())
        for state in derived.fields:
            if state.step_id == step_id and state.field.type == "list" and state.is_shown:
                answers = answer_edits.with_list_closed(answers, state.path)
        derived = self.reviews.derive(template, answers, self.today())
        empty = [
            state.path
            for state in derived.fields
            if state.step_id == step_id and state.status.value == "unanswered" and not state.field.is_container
        ]
        return answer_edits.with_blanks(answers, empty)

    def write(
        self, work: Transaction, actor: Actor, before: Draft, after: Draft, kind: str, paths: tuple[str, ...]
    ) -> Draft:
        now = self.clock.now()
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
        self.audit(work, actor, "draft.saved", saved.id, revision=saved.revision, kind=kind)
        return saved

    def today(self) -> date:
        return office_date(self.clock.now())

    def audit(self, work: Transaction, actor: Actor, act: str, object_id: str, **detail: object) -> None:
        work.audit(AuditEntry(self.clock.now(), actor.user_id, actor.office_id, act, object_id, detail))

    def _name(self, work: Transaction, user_id: str) -> str:
        user = work.user(user_id)
        return user.full_name if user else ""


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
