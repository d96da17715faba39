"""The four sacred months (ماه‌های حرام) as days of the Jalali calendar, for the years whose table is known."""

from dataclasses import dataclass
from datetime import date


class OutsideTable(ValueError):
    """The day lies before the first or after the last known year of the table."""

    def __init__(self, day: date) -> None:
        super().__init__(str(day))
        self.day = day


@dataclass(frozen=True, slots=True)
class SacredMonth:
    title: str
    first: date
    last: date
    status: str  # official | predicted
    grade: str


@dataclass(frozen=True, slots=True)
class SacredMonths:
    """``first`` and ``last`` bound the days about which the table says something."""

    months: tuple[SacredMonth, ...] = ()
    first: date | None = None
    last: date | None = None
    checked_on: date | None = None
    version: str = ""

    def of(self, day: date) -> SacredMonth | None:
        """The sacred month the day lies in; None on other days. Raises OutsideTable."""
        if self.first is None or self.last is None or not self.first <= day <= self.last:
            raise OutsideTable(day)
        return next((each for each in self.months if each.first <= day <= each.last), None)
