"""What the pages of visits, letters and slips draw."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.domain.characters import persian_digits
from assistant.domain.deadline import NotCountable, PeriodNotInForce
from assistant.domain.form import Option
from assistant.domain.jalali import show_date
from assistant.domain.office_calendar import NoCalendarData
from assistant.domain.outage import Outage
from assistant.domain.outage_texts import OutageTexts
from assistant.services.access import Act, may_at_all
from assistant.services.filing_rows import LabelValue
from assistant.services.outage_decision import Decision, Visit, count_rows
from assistant.services.outage_papers import OpenPaper
from assistant.services.outage_prefill import DraftChoice, Prefill
from assistant.web.deadline_page import GROUP_WORDS
from assistant.web.here import actor, services
from assistant.web.outage_forms import options, with_problem
from assistant.web.outage_visit import follow_up_form, letter_values, read_visit, visit_values
from assistant.web.tool_form import EMPTY, ToolForm


@dataclass(frozen=True, slots=True)
class VisitPage:
    outage: Outage
    texts: OutageTexts
    form: ToolForm
    slip: ToolForm
    groups: Sequence[tuple[str, Sequence[Option]]]
    drafts: Sequence[DraftChoice]
    draft_id: str
    decision: Decision | None
    count: Sequence[LabelValue]
    values: Mapping[str, str]  # of the visit, for the next form


@dataclass(frozen=True, slots=True)
class LetterPage:
    outage: Outage
    texts: OutageTexts
    form: ToolForm
    decision: Decision
    count: Sequence[LabelValue]
    values: Mapping[str, str]

    @property
    def summary(self) -> Sequence[tuple[str, str]]:
        return [each for each in self.form.summary if not each[0].startswith("#outage")]

    @property
    def record_problems(self) -> Sequence[str]:
        """What is missing in the record of the outage itself."""
        return [text for key, text in self.form.problems.items() if key.startswith("outage")]

    def options(self, kind: str) -> Sequence[Option]:
        return options(self.texts, kind)


@dataclass(frozen=True, slots=True)
class PaperPage:
    open: OpenPaper
    texts: OutageTexts
    follow_up: ToolForm
    void: ToolForm
    unprintable: str = ""
    is_unsignable: bool = False

    def options(self, kind: str) -> Sequence[Option]:
        return options(self.texts, kind)

    @property
    def may_sign(self) -> bool:
        paper = self.open.paper
        return may_at_all(actor().role, Act.LETTER_SIGN) and paper.is_letter and not paper.is_void


def visit_page(outage_id: str, typed: Mapping[str, str], *, slip: ToolForm = EMPTY) -> VisitPage:
    papers, person = services().papers, actor()
    outage, prefill = services().outages.one(person, outage_id), _prefill(typed)
    read = read_visit(_visit_fields(typed), papers.periods, prefill)
    form, decision = read.form, None
    if read.visit is not None:
        try:
            decision = papers.decide(person, outage_id, read.visit)
        except (NoCalendarData, NotCountable, PeriodNotInForce) as problem:
            form = with_problem(form, *_uncountable(problem))
    return VisitPage(
        outage=outage,
        texts=papers.texts,
        form=form,
        slip=slip if slip.is_asked else ToolForm({"once": secrets.token_urlsafe(12)}, {}, {}),
        groups=_groups(),
        drafts=services().outage_prefill.drafts(person),
        draft_id=typed.get("draft", ""),
        decision=decision,
        count=count_rows(decision.deadline, papers.texts.count) if decision else (),
        values=visit_values(read.visit) if decision and read.visit else {},
    )


def asked_visit(outage_id: str, typed: Mapping[str, str]) -> Visit | None:
    """The visit in a form's hidden fields; None where it is none, or nothing can be counted from it."""
    services().outages.one(actor(), outage_id)
    visit = read_visit(_visit_fields(typed), services().papers.periods, Prefill.nothing()).visit
    if visit is not None:
        try:
            services().papers.decide(actor(), outage_id, visit)
        except (NoCalendarData, NotCountable, PeriodNotInForce):
            return None
    return visit


def letter_page(outage_id: str, typed: Mapping[str, str], *, form: ToolForm | None = None) -> LetterPage | None:
    """None for somebody whose last day is another day."""
    visit = asked_visit(outage_id, typed)
    if visit is None:
        return None
    papers, person = services().papers, actor()
    decision = papers.decide(person, outage_id, visit)
    if not decision.is_for_letter:
        return None
    if form is None:
        told = services().outage_prefill.of(person, visit.draft_id).told
        form = ToolForm(letter_values(told), {}, {})
    return LetterPage(
        outage=decision.outage,
        texts=papers.texts,
        form=form,
        decision=decision,
        count=count_rows(decision.deadline, papers.texts.count),
        values=visit_values(visit),
    )


def paper_page(
    paper_id: str,
    *,
    follow_up: ToolForm | None = None,
    void: ToolForm = EMPTY,
    unprintable: str = "",
    is_unsignable: bool = False,
) -> PaperPage:
    found = services().papers.open(actor(), paper_id)
    form = follow_up or follow_up_form(found.paper.follow_up)
    return PaperPage(found, services().papers.texts, form, void, unprintable, is_unsignable)


def _prefill(typed: Mapping[str, str]) -> Prefill:
    draft_id = typed.get("draft", "")
    return services().outage_prefill.of(actor(), draft_id) if draft_id else Prefill.nothing()


def _visit_fields(typed: Mapping[str, str]) -> dict[str, str]:
    """Without a period chosen, a draft alone asks for its own."""
    return {key: typed[key][:60] for key in ("period", "start", "abroad", "draft", "court_days") if key in typed}


def _groups() -> Sequence[tuple[str, Sequence[Option]]]:
    found: dict[str, list[Option]] = {key: [] for key in GROUP_WORDS}
    for period in sorted(services().papers.periods.values(), key=lambda each: each.title):
        if period.counting.has_last_day:
            found.setdefault(period.group, []).append(Option(period.id, period.title))
    return [(GROUP_WORDS.get(key, key), listed) for key, listed in found.items() if listed]


def _uncountable(problem: NoCalendarData | NotCountable | PeriodNotInForce) -> tuple[str, str]:
    if isinstance(problem, NoCalendarData):
        year = f" سال {persian_digits(str(problem.year))}" if problem.year else ""
        return "start", f"تعطیلات{year} در داده‌ها نیست و آخرین روز شمرده نمی‌شود."
    if isinstance(problem, PeriodNotInForce):
        return "start", f"برای {show_date(problem.start)} مدتی برای این مهلت در داده‌ها نیست."
    return "period", "این مهلت آخرین روز ندارد و شمرده نمی‌شود."
