"""Days on which offices are closed: weekly holidays, official holidays, one-off closures, outages of the system.

A calendar is immutable. It knows the years it has tables for and refuses every other year instead of guessing.
"""

import hashlib
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import accumulate

from assistant.domain.jalali import WEEKDAYS, days_in_month, from_gregorian, parts, to_gregorian

NATIONAL = "national"  # the scope of a day that holds everywhere; any other scope is a province code
OUTAGE = "outage"
OUTAGE_TITLE = "اختلال سامانه"

type Scope = str


class NoCalendarData(ValueError):
    """The year of a day that decides has no table of holidays. ``year`` is 0 beyond every calendar."""

    def __init__(self, year: int) -> None:
        super().__init__(f"no holidays of {year}")
        self.year = year


@dataclass(frozen=True, slots=True)
class Holiday:
    day: date
    title: str
    kind: str  # solar | lunar | ad_hoc
    scope: Scope = NATIONAL
    status: str = "official"  # official | declared | predicted
    other_day: date | None = None  # where another calendar puts it
    grade: str = "own"
    source: str = ""

    @property
    def is_doubtful(self) -> bool:
        return self.status == "predicted" or self.other_day is not None


@dataclass(frozen=True, slots=True)
class Closure:
    """A one-off closure entered while working: such days are often announced the evening before."""

    id: str
    day: date
    scope: Scope
    reason: str
    source: str
    entered_by: str
    entered_at: datetime


@dataclass(frozen=True, slots=True)
class WeeklyHolidays:
    """``weekdays`` as ``date.weekday()`` counts them: Friday is 4."""

    in_force_from: date
    weekdays: frozenset[int]
    grade: str = "own"
    source: str = ""


@dataclass(frozen=True, slots=True)
class Week:
    """``uncertain`` weekdays count as working days for the last day and are avoided for filing."""

    values: tuple[WeeklyHolidays, ...] = ()  # ordered by in_force_from
    uncertain: frozenset[int] = frozenset()

    def holidays_on(self, day: date) -> WeeklyHolidays | None:
        index = bisect_right(self.values, day, key=lambda each: each.in_force_from)
        return self.values[index - 1] if index else None


@dataclass(frozen=True, slots=True)
class ClosedReason:
    """Why offices do not work on a day. ``kind``: weekly, solar, lunar, ad_hoc, closure or outage."""

    kind: str
    title: str
    scope: Scope = NATIONAL
    status: str = "official"
    grade: str = "own"
    source: str = ""


_OUTAGE_REASON = ClosedReason(OUTAGE, OUTAGE_TITLE, status="declared", grade="2+")


class OfficeCalendar:
    """``verified_until``: year → the day until which its table was checked."""

    def __init__(
        self,
        holidays: Iterable[Holiday] = (),
        week: Week | None = None,
        closures: Sequence[Closure] = (),
        *,
        first_year: int,
        last_year: int,
        verified_until: Mapping[int, date] | None = None,
    ) -> None:
        self.holidays = tuple(sorted(holidays, key=lambda each: (each.day, each.scope, each.title)))
        self.week = week or Week()
        self.closures = tuple(sorted(closures, key=lambda each: (each.day, each.scope, each.id)))
        self.first_year, self.last_year = first_year, last_year
        self.verified_until = dict(verified_until or {})
        self._open_counts: dict[str, list[int]] = {}

    @classmethod
    def empty(cls) -> "OfficeCalendar":
        """Without any table: every question about a day is refused."""
        return cls(first_year=1, last_year=0)

    def with_closures(self, closures: Sequence[Closure]) -> "OfficeCalendar":
        """The same tables with these closures instead of the present ones."""
        return OfficeCalendar(
            self.holidays,
            self.week,
            closures,
            first_year=self.first_year,
            last_year=self.last_year,
            verified_until=self.verified_until,
        )

    @cached_property
    def version(self) -> str:
        """A short hash of everything that decides whether a day is closed."""
        decisive = (
            self.first_year,
            self.last_year,
            [(each.day.isoformat(), each.scope) for each in self.holidays],
            [(each.in_force_from.isoformat(), sorted(each.weekdays)) for each in self.week.values],
            sorted(self.week.uncertain),
            [(each.day.isoformat(), each.scope) for each in self.closures],
        )
        return hashlib.sha256(repr(decisive).encode()).hexdigest()[:12]

    def covers(self, day: date) -> bool:
        return bool(self._days) and self._days[0] <= day <= self._days[-1]

    def reasons(self, day: date, province: str = "", outage_days: Collection[date] = ()) -> tuple[ClosedReason, ...]:
        """Why offices of the province are closed; empty when they work. Without a province only nationwide days."""
        self._demand(day)
        found = self._reasons.get(day, ())
        if found:
            found = tuple(each for each in found if each.scope in (NATIONAL, province))
        return (*found, _OUTAGE_REASON) if day in outage_days else found

    def is_open(self, day: date, province: str = "", outage_days: Collection[date] = ()) -> bool:
        return not self.reasons(day, province, outage_days)

    def is_uncertain(self, day: date) -> bool:
        """A weekday of which it is argued whether offices are closed."""
        return day.weekday() in self.week.uncertain

    def working_days_between(self, first: date, last: date, province: str = "") -> int:
        """Open days after ``first`` up to and with ``last``; 0 on the same day, negative when it is past."""
        self._demand(first)
        self._demand(last)
        counts = self._counts_of(province)
        return counts[(last - self._days[0]).days] - counts[(first - self._days[0]).days]

    def doubtful_holidays(self, first: date, last: date, province: str = "") -> tuple[Holiday, ...]:
        """Predicted holidays, and those another calendar puts elsewhere, that touch these days."""
        return tuple(
            each
            for each in self._doubtful
            if each.scope in (NATIONAL, province)
            and (first <= each.day <= last or (each.other_day is not None and first <= each.other_day <= last))
        )

    @cached_property
    def _doubtful(self) -> tuple[Holiday, ...]:
        return tuple(each for each in self.holidays if each.is_doubtful)

    @cached_property
    def _days(self) -> list[date]:
        if self.first_year > self.last_year:
            return []
        first = to_gregorian(f"{self.first_year:04}-01-01")
        last = to_gregorian(f"{self.last_year:04}-12-{days_in_month(self.last_year, 12):02}")
        return [first + timedelta(days=count) for count in range((last - first).days + 1)]

    @cached_property
    def _reasons(self) -> Mapping[date, tuple[ClosedReason, ...]]:
        """Of every closed day of the tables, weekly holidays first."""
        found: dict[date, list[ClosedReason]] = {}
        for day in self._days:
            weekly = self.week.holidays_on(day)
            if weekly is not None and day.weekday() in weekly.weekdays:
                title = WEEKDAYS[day.weekday()]
                found[day] = [ClosedReason("weekly", title, grade=weekly.grade, source=weekly.source)]
        for each in self.holidays:
            reason = ClosedReason(each.kind, each.title, each.scope, each.status, each.grade, each.source)
            found.setdefault(each.day, []).append(reason)
        for closure in self.closures:
            reason = ClosedReason("closure", closure.reason, closure.scope, "declared", "own", closure.source)
            found.setdefault(closure.day, []).append(reason)
        return {day: tuple(reasons) for day, reasons in found.items()}

    def _counts_of(self, province: str) -> list[int]:
        """How many open days there are up to and with each day of the tables."""
        counts = self._open_counts.get(province)
        if counts is None:
            counts = list(accumulate(int(self.is_open(day, province)) for day in self._days))
            self._open_counts[province] = counts
        return counts

    def _demand(self, day: date) -> None:
        if not self.covers(day):
            raise NoCalendarData(_year_of(day))


def _year_of(day: date) -> int:
    try:
        return parts(from_gregorian(day))[0]
    except ValueError:
        return 0
