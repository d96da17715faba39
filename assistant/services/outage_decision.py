"""Letter or slip: the engine counts, and the last day before any outage day is taken out decides (errata 16)."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import partial

from assistant.checks.deadlines import deadline_of
from assistant.domain.characters import persian_digits
from assistant.domain.deadline import CourtSet, Deadline, Mark
from assistant.domain.jalali import long_date
from assistant.domain.office_calendar import NoCalendarData, OfficeCalendar
from assistant.domain.outage import Outage
from assistant.domain.outage_texts import filled
from assistant.domain.period import Counting, Period
from assistant.services.filing_rows import LabelValue
from assistant.services.filing_words import joined
from assistant.services.outage_book import is_down_on


@dataclass(frozen=True, slots=True)
class Visit:
    """What somebody came for: a period and the day it started."""

    period_id: str
    start: date
    is_abroad: bool = False
    draft_id: str = ""
    court_days: int | None = None  # a period the court set (art. 442)


class NoLetter(StrEnum):
    """Why there is no letter; the applicant gets a slip."""

    NOT_TODAY = "not_today"
    NOT_DOWN = "not_down"  # the outage does not take this day: it ended in time, began later, or was withdrawn


@dataclass(frozen=True, slots=True)
class Decision:
    """``deadline`` is counted without any outage day; ``after`` with them, None where the tables end."""

    outage: Outage
    visit: Visit
    today: date
    deadline: Deadline
    after: Deadline | None
    no_letter: NoLetter | None

    @property
    def is_for_letter(self) -> bool:
        return self.no_letter is None


def decide(
    outage: Outage,
    visit: Visit,
    period: Period,
    calendar: OfficeCalendar,
    *,
    province: str,
    today: date,
    outage_days: frozenset[date],
) -> Decision:
    """Raises NoCalendarData, NotCountable or PeriodNotInForce."""
    court_set = CourtSet(visit.court_days) if visit.court_days is not None else None
    count = partial(
        deadline_of,
        period,
        visit.start,
        calendar,
        province=province,
        is_abroad=visit.is_abroad,
        court_set=court_set,
        today=today,
    )
    after: Deadline | None = None
    with suppress(NoCalendarData):  # an outage at the very end of the tables; the last day itself is known
        after = count(outage_days=outage_days)
    bare = count()
    return Decision(outage, visit, today, bare, after, _no_letter(outage, bare, today))


def _no_letter(outage: Outage, deadline: Deadline, today: date) -> NoLetter | None:
    if deadline.last_day != today:
        return NoLetter.NOT_TODAY
    return None if is_down_on(outage, today) else NoLetter.NOT_DOWN


def count_rows(deadline: Deadline, words: Mapping[str, str]) -> tuple[LabelValue, ...]:
    """The count from the start to the last day, line by line."""
    start, length = deadline.start, deadline.length_days
    day_n = start + timedelta(days=length)
    rows = [LabelValue(long_date(start), words["start"])]
    days = filled(words["days"], {"days": persian_digits(str(length))})
    rows.append(LabelValue(joined([long_date(start + timedelta(days=1)), long_date(day_n)], " تا "), days))
    if deadline.period.counting is Counting.PURE:
        rows.append(LabelValue(long_date(day_n + timedelta(days=1)), words["act_day"]))
    for each in deadline.skipped:
        reasons = joined(list(dict.fromkeys(reason.title for reason in each.reasons)))
        rows.append(LabelValue(long_date(each.day), filled(words["skipped"], {"reasons": reasons})))
    rows.append(LabelValue(long_date(deadline.last_day), words["last"]))
    if Mark.OVERDUE in deadline.marks:
        rows.append(LabelValue(words["data"], words["overdue"]))
    return tuple(rows)
