"""Numbers and dates fixed by law or tariff, each with the day from which it holds."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ParameterValue:
    in_force_from: date
    value: int | str | date | None  # None: known to be without a value from this day on
    source: str
    grade: str


@dataclass(frozen=True, slots=True)
class Parameter:
    id: str
    title: str
    unit: str  # rial | day | month | year | date | number | text
    values: tuple[ParameterValue, ...]  # ordered by in_force_from
    verified_until: date
    checked_on: date
    note: str = ""
    version: str = ""  # a short hash of its file

    def value_on(self, day: date) -> int | str | date | None:
        """The value in force on ``day``; None before the first."""
        current: int | str | date | None = None
        for each in self.values:
            if each.in_force_from > day:
                break
            current = each.value
        return current

    def entry_on(self, day: date) -> ParameterValue | None:
        """The value in force on ``day`` with where it comes from."""
        return next((each for each in reversed(self.values) if each.in_force_from <= day), None)

    def is_overdue(self, day: date) -> bool:
        return day > self.verified_until
