"""Every period that runs for a draft, counted: those its answers start and those set by hand."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from threading import Lock

from assistant.checks.deadline_starts import PeriodStart, starts_of
from assistant.domain.draft import Draft
from assistant.domain.journey import Derived, derive
from assistant.domain.library import Library
from assistant.domain.office_calendar import OfficeCalendar
from assistant.services.counted_deadline import CountedDeadline, counted, without_doubles
from assistant.services.own_deadlines import OwnDeadline

REMEMBERED = 4096  # drafts whose answers were read lately


class DraftStarts:
    """Walking a form costs far more than counting, so what a revision says is remembered. Shared between threads."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: OrderedDict[str, tuple[int, date, tuple[PeriodStart, ...]]] = OrderedDict()
        self._lock = Lock()

    def declares(self, draft: Draft) -> bool:
        """Whether the template names periods at all."""
        template = self._library.templates.get(draft.template_id)
        return template is not None and bool(template.deadlines)

    def counted(
        self,
        draft: Draft,
        own: Mapping[str, OwnDeadline],
        calendar: OfficeCalendar,
        province: str,
        today: date,
        derived: Derived | None = None,
    ) -> list[CountedDeadline]:
        """The most pressing first. ``derived``: the walk through the form, where it was made already."""
        starts = self._starts(draft, today, derived)
        return without_doubles(self._counted(starts, own, calendar, province, today))

    def _counted(
        self,
        starts: Iterable[PeriodStart],
        own: Mapping[str, OwnDeadline],
        calendar: OfficeCalendar,
        province: str,
        today: date,
    ) -> Iterator[CountedDeadline]:
        periods = self._library.periods
        for start in starts:
            if start.period in periods:
                yield counted(
                    periods[start.period],
                    start.start,
                    calendar,
                    today,
                    province=province,
                    is_abroad=start.is_abroad,
                    is_certain=start.is_certain,
                )
        for each in own.values():
            if each.period in periods:
                yield counted(
                    periods[each.period],
                    each.start,
                    calendar,
                    today,
                    province=province,
                    is_abroad=each.is_abroad,
                    court_set=each.court_set,
                    own_id=each.id,
                )

    def _starts(self, draft: Draft, today: date, derived: Derived | None) -> tuple[PeriodStart, ...]:
        if not self.declares(draft):
            return ()
        with self._lock:
            known = self._known.get(draft.id)
        if known is not None and known[:2] == (draft.revision, today):
            return known[2]
        template, parameters = self._library.templates[draft.template_id], self._library.parameters
        derived = derived or derive(template.form, draft.answers, today, parameters)
        starts = starts_of(template, derived, today, parameters)
        with self._lock:
            self._known[draft.id] = draft.revision, today, starts
            self._known.move_to_end(draft.id)
            while len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        return starts
