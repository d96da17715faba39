"""A made-up calendar of 1404 to 1406 and made-up periods for the tests of counting. No real law here."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from assistant.domain.jalali import to_gregorian
from assistant.domain.library import Library
from assistant.domain.office_calendar import NATIONAL, Closure, Holiday, OfficeCalendar, Week, WeeklyHolidays
from assistant.domain.period import Counting, Effect, Period, PeriodLength, PeriodReading, Unit
from assistant.domain.rule import Rule
from tests.tiny_house.house import field, form_of, library_of, rule, template_of

WEEK = Week((WeeklyHolidays(to_gregorian("1300-01-01"), frozenset({4})),), uncertain=frozenset({3}))
NOWRUZ = tuple(f"{year}-01-{day:02}" for year in (1404, 1405, 1406) for day in (1, 2, 3, 4, 12, 13))
LAST_OF_ESFAND = tuple(f"{year}-12-29" for year in (1404, 1405, 1406))


def holiday(day: str, **more: object) -> Holiday:
    return Holiday(to_gregorian(day), "عید", "solar", **more)  # type: ignore[arg-type]


def calendar(
    *holidays: Holiday, closures: Sequence[Closure] = (), first: int = 1404, last: int = 1406
) -> OfficeCalendar:
    fixed = tuple(holiday(day) for day in NOWRUZ + LAST_OF_ESFAND)
    return OfficeCalendar((*fixed, *holidays), WEEK, closures, first_year=first, last_year=last)


def closure(day: date, scope: str = NATIONAL) -> Closure:
    entered = datetime(2026, 11, 1, 16, 0)
    return Closure(f"{day}-{scope}", day, scope, "سرما", "آگهی", "کاربر", entered)


def period(
    value: int = 20,
    unit: str = "day",
    counting: str = "pure",
    *,
    abroad: tuple[int, str] | None = None,
    by_code: bool = True,
    readings: Sequence[Effect] = (),
    start: str = "1390-01-01",
    **more: object,
) -> Period:
    length = PeriodLength(
        to_gregorian(start), value, Unit(unit), abroad and abroad[0], abroad and Unit(abroad[1]), grade="2+"
    )
    return Period(  # type: ignore[arg-type]
        id="made_up",
        title="مهلت ساختگی",
        group="proceedings",
        starts="",
        start_label="",
        start_kind="service",
        counting=Counting(counting),
        lengths=(length,),
        months_by_code=by_code,
        readings=tuple(PeriodReading(each.value, each.value, "", each, "disputed") for each in readings),
        grade="2+",
        **{"checked_on": date(2026, 1, 1), "verified_until": date(2030, 1, 1), **more},
    )


FORM = form_of(field("served", "jalali_date"), field("abroad", "yes_no"), field("name"))
LATE = rule(
    "late",
    "today > last_day('made_up', served, abroad)",
    "served",
    message="روز آخر: {last_day('made_up', served, abroad)}",
)
SERVED = {"served": "1405-07-01", "abroad": False, "name": "الف"}  # the last day is 22 Mehr
ON = to_gregorian("1405-07-23")


def library(*rules: Rule) -> Library:
    """One template whose one rule tells a filing after the last day of the made-up period."""
    plain = library_of([template_of(FORM)], rules or [LATE])
    periods = {"made_up": period(20, abroad=(2, "month"))}
    schemas = {"jalali_date": {"type": "string"}, "yes_no": {"type": "boolean"}, "text": {"type": "string"}}
    return replace(plain, calendar=calendar(), periods=periods, value_schemas=schemas)
