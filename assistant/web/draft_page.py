"""What surrounds a step on the drafting pages: steps with their state, findings in groups, names, errors, conflicts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from flask import url_for

from assistant.checks.review import Review
from assistant.domain.finding import FieldProblem, Finding
from assistant.domain.form import Step
from assistant.domain.journey import StepStatus
from assistant.services.calculations import FieldCalculation
from assistant.services.desk import party_line
from assistant.services.draft_book import OpenDraft
from assistant.services.narrative_proposal import PATHS, ProposedText, proposed_texts
from assistant.services.next_questions import NextQuestion, next_questions
from assistant.web.drawing import show_clock
from assistant.web.field_names import in_item
from assistant.web.field_view import Entered, FieldView, html_id
from assistant.web.step_page import field_views, is_told
from assistant.web.step_saving import Clash
from assistant.web.text_view import TextView, text_view

PRECHECK = "precheck"  # stands for a step where the first questions are asked


@dataclass(frozen=True, slots=True)
class StepLink:
    id: str
    title: str
    number: int
    status: StepStatus
    is_shown: bool
    is_current: bool
    finding_count: int


@dataclass(frozen=True, slots=True)
class FindingGroup:
    title: str
    step_id: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class DraftPage:
    """One step of a draft with everything around it."""

    opened: OpenDraft
    step: Step
    views: tuple[FieldView, ...]
    links: tuple[StepLink, ...]
    groups: tuple[FindingGroup, ...]
    link: Callable[[str], str]  # answer path → address of its field
    parties: str
    saved_at: str
    problems: tuple[FieldProblem, ...] = ()  # told at the head of the step
    clashes: tuple[Clash, ...] = ()
    new_keys: frozenset[str] = frozenset()
    proposals: tuple[ProposedText, ...] = ()  # on the step that holds the narrative
    is_unsaved: bool = False  # the disk refused; what was typed stands in the inputs
    save_url: str = ""  # where a field of this page saves itself

    @property
    def here(self) -> str:
        """The address of this page."""
        if self.step.id == PRECHECK:
            return self.precheck
        return url_for("drafting.step", draft_id=self.opened.draft.id, step_id=self.step.id)

    @property
    def precheck(self) -> str:
        """The address of the few first questions, '' where the template has none."""
        return precheck_address(self.opened)

    def text(self, path: str) -> TextView | None:
        """The clerk's own text at ``path`` as read; None while the proposal stands."""
        read = self.opened.review.texts.get(path)
        return text_view(read) if read is not None else None

    @property
    def errors(self) -> tuple[tuple[str, str], ...]:
        """Address and text of each problem."""
        return tuple(
            (f"#{html_id(each.path)}-field", in_item(self.opened, each.path, each.message)) for each in self.problems
        )

    @property
    def is_incomplete(self) -> bool:
        return any(problem.is_incomplete for problem in self.problems)

    @property
    def finding_count(self) -> int:
        return len(self.opened.review.findings)

    def why(self, rule_id: str) -> str:
        """The address of the rule's condition, part by part."""
        return url_for("draft_rules.why", draft_id=self.opened.draft.id, rule_id=rule_id)

    @property
    def reasons(self) -> Mapping[str, str]:
        return self.opened.draft.reasons

    @property
    def waiting(self) -> int:
        """How many rules wait for an answer."""
        return len(self.opened.review.undetermined)

    @property
    def questions(self) -> tuple[NextQuestion, ...]:
        """Answers still missing, the one most checks wait for first."""
        return next_questions(self.opened.review)

    @property
    def following(self) -> StepLink | None:
        """The step after this one, to go on as things stand."""
        later = [link for link in self.links if link.is_shown]
        position = next(number for number, link in enumerate(later) if link.is_current)
        return later[position + 1] if position + 1 < len(later) else None


def draft_page(
    opened: OpenDraft,
    step: Step,
    *,
    clashes: Sequence[Clash] = (),
    known_keys: frozenset[str] | None = None,
    typed: Mapping[str, Entered] | None = None,
    calculations: Mapping[str, FieldCalculation] | None = None,
) -> DraftPage:
    """``known_keys``: the findings already on the clerk's screen, so that new ones can fade in.

    ``typed``: what could not be saved, by path.
    """
    keys = frozenset(finding.key for finding in opened.review.findings)
    return DraftPage(
        opened=opened,
        step=step,
        views=field_views(opened, step, typed=typed, calculations=calculations),
        links=step_links(opened, step.id),
        groups=finding_groups(opened.review, step.id),
        link=field_link(opened),
        parties=party_line(opened.draft.answers.values),
        saved_at=saved_at(opened),
        problems=_errors(opened, step),
        clashes=tuple(clashes),
        new_keys=keys - known_keys if known_keys is not None else frozenset(),
        proposals=_proposals(opened, step),
        is_unsaved=typed is not None,
    )


def precheck_address(opened: OpenDraft) -> str:
    return url_for("precheck.questions", draft_id=opened.draft.id) if opened.template.precheck else ""


def field_link(opened: OpenDraft) -> Callable[[str], str]:
    """Answer path → the address of its field, for findings and summaries."""

    def link(path: str) -> str:
        address = url_for("drafting.step", draft_id=opened.draft.id, step_id=step_for_path(opened.review, path))
        return f"{address}#{html_id(path)}-field"

    return link


def saved_at(opened: OpenDraft) -> str:
    return show_clock(opened.draft.changed) if opened.draft.revision else ""


def step_links(opened: OpenDraft, current: str) -> tuple[StepLink, ...]:
    review = opened.review
    return tuple(
        StepLink(
            id=state.step.id,
            title=state.step.title,
            number=number,
            status=state.status,
            is_shown=state.is_shown,
            is_current=state.step.id == current,
            finding_count=len(review.findings_of_step(state.step.id)),
        )
        for number, state in enumerate(review.derived.steps, start=1)
    )


def finding_groups(review: Review, first_step: str) -> tuple[FindingGroup, ...]:
    """Findings by step, the ones of ``first_step`` in front, then the order of the form."""
    groups = [
        FindingGroup(state.step.title, state.step.id, found)
        for state in review.derived.steps
        if (found := review.findings_of_step(state.step.id))
    ]
    rest = review.findings_of_step("")
    if rest:
        groups.append(FindingGroup("کل دادخواست", "", rest))
    return tuple(sorted(groups, key=lambda group: group.step_id != first_step))


def step_for_path(review: Review, path: str) -> str:
    """The step a finding's link leads to; the first one when it points nowhere."""
    step = review.template.form.step_of(path)
    return step.id if step else review.template.form.steps[0].id


def _proposals(opened: OpenDraft, step: Step) -> tuple[ProposedText, ...]:
    if not any(each.key in PATHS for each in step.fields):
        return ()
    return proposed_texts(opened.template, opened.review.derived, opened.draft.answers)


def _errors(opened: OpenDraft, step: Step) -> tuple[FieldProblem, ...]:
    """What cannot be read on this step, and what was left empty on it, for the summary at its head."""
    by_path = opened.review.derived.by_path
    return tuple(
        problem
        for problem in opened.review.problems
        if (state := by_path.get(problem.path)) and state.step_id == step.id and is_told(problem, state)
    )
