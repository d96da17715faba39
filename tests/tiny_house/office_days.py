"""A made-up calendar and made-up periods: no real law, no real holidays."""

from datetime import date

from assistant.domain.condition import DATE, TypeEnvironment, compile_condition, compile_expression
from assistant.domain.finding import Basis
from assistant.domain.form import Form
from assistant.domain.form_types import type_of_form
from assistant.domain.jalali import to_gregorian
from assistant.domain.office_calendar import Holiday, OfficeCalendar, Week, WeeklyHolidays
from assistant.domain.period import Counting, Period, PeriodLength, Unit
from assistant.domain.service_mode import ServiceMode
from assistant.domain.template import DeadlineSpec

FRIDAY, THURSDAY = 4, 3
MODES = (
    ServiceMode(
        "electronic", "حساب ساختگی", "روز رسیدن", "روز رسیدن برگ شمرده می‌شود.", "own", (Basis(citation="بند ۱"),)
    ),
    ServiceMode("notice", "آگهی ساختگی", "روز آگهی", "روز آگهی شمرده می‌شود.", "own", (Basis(citation="بند ۲"),)),
)


def made_up_calendar() -> OfficeCalendar:
    """1404 to 1406; Fridays closed, Thursdays uncertain, one feast of the whole country and one of Isfahan."""
    return OfficeCalendar(
        (
            Holiday(to_gregorian("1405-09-15"), "جشن ساختگی", "solar", grade="own"),
            Holiday(to_gregorian("1405-09-17"), "جشن اصفهان", "ad_hoc", scope="isfahan", status="declared"),
            Holiday(
                to_gregorian("1405-10-12"), "شب ماه", "lunar", status="predicted", other_day=to_gregorian("1405-10-13")
            ),
        ),
        Week((WeeklyHolidays(to_gregorian("1300-01-01"), frozenset({FRIDAY})),), frozenset({THURSDAY})),
        first_year=1404,
        last_year=1406,
    )


def made_up_periods() -> dict[str, Period]:
    return {
        each.id: each
        for each in (
            period("return_answer", "پاسخ به بازگشت", days=10),
            period("court_word", "مدت شورا", days=None),
            period("at_once", "کار فوری", days=None, counting=Counting.IMMEDIATE, group="immediate"),
        )
    }


def period(
    id: str, title: str, *, days: int | None, counting: Counting = Counting.PURE, group: str = "proceedings"
) -> Period:
    lengths = () if days is None else (PeriodLength(to_gregorian("1379-01-21"), days, Unit.DAY, 2, Unit.MONTH),)
    return Period(
        id=id,
        title=title,
        group=group,
        starts="رسیدن برگ",
        start_label="تاریخ رسیدن برگ",
        start_kind="service",
        counting=counting,
        lengths=lengths,
        months_by_code=True,
        checked_on=date(2026, 11, 22),
        verified_until=to_gregorian("1406-12-29"),
        basis=(Basis(citation="بند ۳ آیین‌نامه ساختگی"),),
    )


def deadline(form: Form, period: str, start: str, *, when: str = "", abroad: str = "") -> DeadlineSpec:
    environment = TypeEnvironment(type_of_form(form))
    return DeadlineSpec(
        period,
        compile_expression(start, environment, expected=DATE),
        abroad=compile_condition(abroad, environment) if abroad else None,
        when=compile_condition(when, environment) if when else None,
    )
