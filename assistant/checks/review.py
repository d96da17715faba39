"""The review of a whole draft: prune, check the form of every value, run every rule, put the result in order."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from threading import Lock

from assistant.checks.evaluated import evaluated_on
from assistant.checks.format import FormatCheck, Judged
from assistant.checks.period_counter import PeriodCounter
from assistant.checks.rules import RuleBook, Verdicts
from assistant.domain.answers import Answers
from assistant.domain.finding import FieldProblem, Finding
from assistant.domain.form import Form
from assistant.domain.journey import Derived, FieldState, derive
from assistant.domain.library import Library
from assistant.domain.manifest import Manifest
from assistant.domain.office_calendar import OfficeCalendar
from assistant.domain.paths import folded
from assistant.domain.read_text import ReadText
from assistant.domain.template import Template


@dataclass(frozen=True, slots=True)
class Review:
    """Everything known about a draft at one revision."""

    template: Template
    derived: Derived
    problems: tuple[FieldProblem, ...]
    findings: tuple[Finding, ...]  # in the order of the form, no order by weight
    undetermined: Mapping[str, tuple[str, ...]]  # rule id → missing answers
    verdicts: Verdicts
    judged: Judged  # the form check part by part, kept for the next change
    texts: Mapping[str, ReadText] = field(default_factory=dict)  # path → the clerk's own text

    @property
    def incomplete(self) -> tuple[str, ...]:
        return tuple(problem.path for problem in self.problems if problem.is_incomplete)

    def findings_of_step(self, step_id: str) -> tuple[Finding, ...]:
        form = self.template.form
        return tuple(finding for finding in self.findings if _step_id(form, finding) == step_id)


class Reviewer:
    """Reviews drafts against one library. Holds no draft; safe to share between threads."""

    def __init__(self, library: Library, *, with_drafts: bool = False) -> None:
        """``with_drafts`` also runs rules still in the making: to prove them, never for clerks."""
        self.library = library
        self.rules = RuleBook(library, with_drafts=with_drafts)
        self._formats: dict[str, FormatCheck] = {}
        self._lock = Lock()

    def review(
        self,
        template: Template,
        answers: Answers,
        on: date,
        calendar: OfficeCalendar | None = None,
        province: str = "",
        only: str = "",
    ) -> Review:
        """A full review; ``on`` is the filing date that rules and parameters are read for.

        ``calendar`` is the library's with the closures known now; ``province`` that of the office. With ``only``
        a single rule speaks: to prove it.
        """
        derived = derive(template.form, answers, on, self.library.parameters)
        counter = PeriodCounter(self.library.periods, calendar or self.library.calendar, province)
        verdicts = self.rules.for_template(template.id).evaluate(derived.document, on, counter, only)
        return self._assemble(template, derived, verdicts, None)

    def review_change(self, previous: Review, answers: Answers, on: date) -> Review:
        """The same as ``review`` by the previous calendar, at the cost of the rules that read a changed answer."""
        template = previous.template
        derived = derive(template.form, answers, on, self.library.parameters)
        changed = changed_paths(previous.derived, derived)
        rules = self.rules.for_template(template.id)
        verdicts = rules.evaluate_changed(previous.verdicts, derived.document, changed)
        return self._assemble(template, derived, verdicts, previous.judged)

    def evaluated(self, review: Review) -> Manifest:
        """Every rule and number of law, with its version, that the review stands on."""
        verdicts = review.verdicts
        rules = self.rules.for_template(review.template.id)
        return evaluated_on(rules, self.library, verdicts.filing_date, verdicts.counter.calendar.version)

    def schema_of(self, template: Template) -> Mapping[str, object]:
        return self._format(template).schema

    def _assemble(self, template: Template, derived: Derived, verdicts: Verdicts, before: Judged | None) -> Review:
        check = self._format(template)
        judged = check.judge(derived, before)
        findings = in_form_order(template.form, verdicts.findings)
        problems = check.problems(derived, judged)
        return Review(template, derived, problems, findings, verdicts.undetermined, verdicts, judged)

    def _format(self, template: Template) -> FormatCheck:
        with self._lock:
            check = self._formats.get(template.id)
            if check is None:
                check = self._formats[template.id] = FormatCheck(template, self.library.value_schemas)
            return check


def changed_paths(before: Derived, after: Derived) -> frozenset[str]:
    """Folded paths of the fields that differ between two walks. A list differs by its length or by being open."""
    changed: set[str] = set()
    old, new = before.by_path, after.by_path
    for path, state in new.items():
        known = old.get(path)
        if known is None or _differs(known, state):
            changed.add(folded(path))
    changed.update(folded(path) for path in old.keys() - new.keys())
    return frozenset(changed)


def _differs(before: FieldState, after: FieldState) -> bool:
    if before.status is not after.status or before.is_open is not after.is_open:
        return True
    if after.field.is_container:
        return len(before.raw or ()) != len(after.raw or ())
    return bool(before.raw != after.raw)


def in_form_order(form: Form, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """By the place they point at, then by rule id: no order by weight (a finding is not a score)."""
    if len(findings) < 2:
        return findings
    order = {path: position for position, (path, _) in enumerate(form.fields())}

    def place(finding: Finding) -> tuple[int, str, str]:
        first = finding.points_at[0] if finding.points_at else ""
        return order.get(folded(first), len(order)), first, finding.rule

    return tuple(sorted(findings, key=place))


def _step_id(form: Form, finding: Finding) -> str:
    step = form.step_of(finding.points_at[0]) if finding.points_at else None
    return step.id if step else ""
