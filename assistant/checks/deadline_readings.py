"""The disputed readings of a period, each with the last day it gives: shown beside the count, never hidden."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from assistant.checks.period_counting import ONE_DAY, Count, OfficeDays
from assistant.domain.deadline import Reading
from assistant.domain.period import Counting, Effect, Period, PeriodReading


def disputed_readings(
    period: Period, start: date, counts: Sequence[Count], last_day: date, days: OfficeDays
) -> tuple[Reading, ...]:
    """Only those whose last day is another."""
    found = {each.id: (each, day) for each in period.readings for day in _last_days(each, period, start, counts, days)}
    return tuple(
        Reading(each.id, each.title, each.text, day, each.grade) for each, day in found.values() if day != last_day
    )


def _last_days(
    reading: PeriodReading, period: Period, start: date, counts: Sequence[Count], days: OfficeDays
) -> Iterator[date]:
    """One day, or none where the reading says nothing about this period."""
    leading, *others = counts
    is_pure = period.counting is Counting.PURE
    match reading.effect:
        case Effect.HOLIDAY_ON_DAY_N if is_pure:
            _, day_n = days.roll(leading.day_n)
            yield days.roll(day_n + ONE_DAY)[1]
        case Effect.SERVICE_STYLE_COUNT if not is_pure:
            yield days.roll(leading.day_n + ONE_DAY)[1]
        case Effect.TWO_RUNS if is_pure:
            half = timedelta(days=(leading.day_n - start).days // 2)
            _, end_of_first = days.roll(start + half + ONE_DAY)
            yield days.roll(end_of_first + half)[1]
        case Effect.THURSDAY:
            yield days.roll_over_uncertain(leading.nominal)
        case effect:
            yield from (days.roll(each.nominal)[1] for each in others if each.effect is effect)
