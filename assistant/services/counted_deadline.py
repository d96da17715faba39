"""A running deadline as the office sees it: its last day, the working days left, or why it cannot be counted."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.checks.deadlines import deadline_of
from assistant.domain.deadline import CourtSet, Deadline, NotCountable, PeriodNotInForce
from assistant.domain.office_calendar import NoCalendarData, OfficeCalendar
from assistant.domain.period import Period


class DeadlineState(StrEnum):
    TODAY = "today"
    AHEAD = "ahead"
    PAST = "past"
    UNCOUNTED = "uncounted"


@dataclass(frozen=True, slots=True)
class Uncounted:
    """Why there is no last day. ``code``: no_calendar (with its year), not_in_force, or the period's counting."""

    code: str
    year: int = 0
    earliest: date | None = None  # of a gap to be left


@dataclass(frozen=True, slots=True)
class CountedDeadline:
    period: Period
    start: date
    is_abroad: bool
    state: DeadlineState
    deadline: Deadline | None = None
    reason: Uncounted | None = None
    remaining: int = 0  # working days after today up to the last day; negative when it is past
    is_past_file_by: bool = False
    is_certain: bool = True  # False: an answer still missing may take it away
    own_id: str = ""  # of one that was set by hand

    @property
    def last_day(self) -> date | None:
        return self.deadline.last_day if self.deadline else None


def counted(
    period: Period,
    start: date,
    calendar: OfficeCalendar,
    today: date,
    *,
    province: str = "",
    is_abroad: bool = False,
    court_set: CourtSet | None = None,
    is_certain: bool = True,
    own_id: str = "",
    outage_days: Collection[date] = (),
) -> CountedDeadline:
    """Never raises for a day or a period that cannot be counted: the result says why."""
    try:
        deadline = deadline_of(
            period,
            start,
            calendar,
            province=province,
            is_abroad=is_abroad,
            outage_days=outage_days,
            court_set=court_set,
            today=today,
        )
        remaining = working_days_left(calendar, today, deadline.last_day, province)
    except NoCalendarData as missing:
        reason = Uncounted("no_calendar", year=missing.year)
    except PeriodNotInForce:
        reason = Uncounted("not_in_force")
    except NotCountable as refused:
        reason = Uncounted(refused.counting.value, earliest=refused.earliest)
    else:
        state = _state(deadline, today)
        is_past_file_by = state is not DeadlineState.PAST and today > deadline.file_by
        return CountedDeadline(
            period, start, is_abroad, state, deadline, None, remaining, is_past_file_by, is_certain, own_id
        )
    return CountedDeadline(
        period, start, is_abroad, DeadlineState.UNCOUNTED, reason=reason, is_certain=is_certain, own_id=own_id
    )


def working_days_left(calendar: OfficeCalendar, today: date, last_day: date, province: str) -> int:
    return calendar.working_days_between(today, last_day, province)


def ranked(deadlines: Iterable[CountedDeadline]) -> list[CountedDeadline]:
    """Today's first, then by the days left, then those past with the latest first, then those without a day."""
    return sorted(deadlines, key=rank)


_ORDER = {DeadlineState.TODAY: 0, DeadlineState.AHEAD: 1, DeadlineState.PAST: 2, DeadlineState.UNCOUNTED: 3}


def rank(each: CountedDeadline) -> tuple[int, int, int]:
    order = _ORDER[each.state]
    if each.last_day is None:
        return order, 0, each.start.toordinal()
    sign = -1 if each.state is DeadlineState.PAST else 1
    return order, sign * each.remaining, sign * each.last_day.toordinal()


def without_doubles(deadlines: Iterable[CountedDeadline]) -> list[CountedDeadline]:
    """The certain ones, and of those that only perhaps run the most pressing one."""
    in_order = ranked(deadlines)
    perhaps = next((each for each in in_order if not each.is_certain), None)
    return [each for each in in_order if each.is_certain or each is perhaps]


def _state(deadline: Deadline, today: date) -> DeadlineState:
    """Who comes on the last day of an outage is one of today's, though the day itself is taken out of the count."""
    if today in (deadline.last_day, deadline.last_day_without_outages):
        return DeadlineState.TODAY
    return DeadlineState.AHEAD if deadline.last_day > today else DeadlineState.PAST
