"""What surrounds a step on the drafting pages: steps with their state, findings in groups, names, errors."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from assistant.checks.review import Review
from assistant.domain.finding import Finding
from assistant.domain.form import Step
from assistant.domain.journey import StepStatus
from assistant.services.desk import party_line
from assistant.services.draft_book import Conflict, OpenDraft
from assistant.services.narrative_proposal import PATHS, ProposedText, proposed_texts
from assistant.web.step_page import FieldView, field_views, html_id


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
    errors: tuple[tuple[str, str], ...] = ()  # (address, text)
    conflict: Conflict | None = None
    new_keys: frozenset[str] = field(default_factory=frozenset)
    proposals: tuple[ProposedText, ...] = ()  # on the step that holds the narrative

    @property
    def finding_count(self) -> int:
        return len(self.opened.review.findings)

    @property
    def reasons(self) -> Mapping[str, str]:
        return self.opened.draft.reasons

    @property
    def waiting(self) -> int:
        """How many rules wait for an answer."""
        return len(self.opened.review.undetermined)


def draft_page(
    opened: OpenDraft,
    step: Step,
    link: Callable[[str], str],
    saved_at: str,
    *,
    known_keys: frozenset[str] | None = None,
    conflict: Conflict | None = None,
) -> DraftPage:
    """``known_keys``: the findings already on the clerk's screen, so that new ones can fade in."""
    views = field_views(opened, step)
    keys = frozenset(finding.key for finding in opened.review.findings)
    return DraftPage(
        opened=opened,
        step=step,
        views=views,
        links=step_links(opened, step.id),
        groups=finding_groups(opened.review, step.id),
        link=link,
        parties=party_line(opened.draft.answers.values),
        saved_at=saved_at,
        errors=_errors(opened, step),
        conflict=conflict,
        new_keys=keys - known_keys if known_keys is not None else frozenset(),
        proposals=_proposals(opened, step),
    )


def _proposals(opened: OpenDraft, step: Step) -> tuple[ProposedText, ...]:
    if not any(each.key in PATHS for each in step.fields):
        return ()
    return proposed_texts(opened.template, opened.review.derived, opened.draft.answers)


def _errors(opened: OpenDraft, step: Step) -> tuple[tuple[str, str], ...]:
    """Problems of a step already submitted, for the summary at its head."""
    if step.id not in opened.draft.submitted_steps:
        return ()
    derived = opened.review.derived
    found = []
    for problem in opened.review.problems:
        state = derived.by_path.get(problem.path)
        if state is not None and state.step_id == step.id:
            found.append((f"#{html_id(problem.path)}-field", problem.message))
    return tuple(found)


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
        groups.append(FindingGroup("", "", rest))
    return tuple(sorted(groups, key=lambda group: group.step_id != first_step))


def step_for_path(review: Review, path: str) -> str:
    """The step a finding's link leads to; the first one when it points nowhere."""
    step = review.template.form.step_of(path)
    return step.id if step else review.template.form.steps[0].id
