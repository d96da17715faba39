"""What ``last_day`` of a condition counts with: the periods of a library and the calendar of an office."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assistant.checks.deadlines import last_day_of
from assistant.domain.deadline import NotCountable, PeriodNotInForce
from assistant.domain.library import Library
from assistant.domain.office_calendar import NoCalendarData, OfficeCalendar
from assistant.domain.period import Period


@dataclass(frozen=True, slots=True)
class PeriodCounter:
    periods: Mapping[str, Period]
    calendar: OfficeCalendar
    province: str = ""

    @classmethod
    def of(cls, library: Library) -> "PeriodCounter":
        return cls(library.periods, library.calendar)

    def last_day(self, period_id: str, start: date, is_abroad: bool = False) -> date | None:
        """None where there is no last day to tell: outside the tables of holidays, or of a period without one."""
        try:
            return last_day_of(
                self.periods[period_id], start, self.calendar, province=self.province, is_abroad=is_abroad
            )
        except (NoCalendarData, NotCountable, PeriodNotInForce):
            return None
