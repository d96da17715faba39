"""``deadline``: the last day of a statutory period, with the days skipped and the readings argued beside it."""

from datetime import date
from typing import Any

import click

from assistant.app import Settings, is_set_up, open_office_store
from assistant.checks.deadlines import deadline_of
from assistant.checks.problem_messages import message_of
from assistant.cli.answers_reading import date_or_stop
from assistant.cli.deadline_output import as_data, lines_of, period_as_data
from assistant.cli.library_loading import load_or_stop
from assistant.cli.output import clean_errors, json_option, say_json, stop
from assistant.content.nearness import nearest
from assistant.domain.characters import persian_digits
from assistant.domain.deadline import CourtSet, Deadline, NotCountable, PeriodNotInForce
from assistant.domain.jalali import from_gregorian, long_date
from assistant.domain.library import Library
from assistant.domain.office_calendar import NoCalendarData, OfficeCalendar
from assistant.domain.period import Counting, Period, Unit
from assistant.domain.places import parse_province
from assistant.domain.value_problem import ValueProblem
from assistant.services.calendar_desk import CalendarDesk
from assistant.services.office_time import SystemClock, office_date
from assistant.storage.errors import StoreRefused

UNITS = ("day", "week", "month")
WITHOUT_LAST_DAY = {
    Counting.AUTHORITY: "این مدت برای مرجع است و برای شخص روز آخر ندارد.",
    Counting.INSTANT: "این کار به مدت نیست؛ تا پایان یا در همان رویداد انجام می‌شود.",
    Counting.IMMEDIATE: "این کار فوری است و شمار روز ندارد.",
    Counting.NONE: "این کار مهلت معین ندارد.",
    Counting.MINIMUM: "این مدت کمترین فاصله است و روز آخر ندارد.",
}


@click.command()
@click.option("--act", "period_id", help="شناسهٔ مهلت، مانند tajdidnazar_hokm")
@click.option("--served", "--start", "served", help="تاریخ ابلاغ یا آغاز، مانند 1405-07-01")
@click.option("--abroad", is_flag=True, help="شخص مقیم خارج از کشور است")
@click.option("--province", default="", help="استان دفتر: نام یا شناسه، مانند tehran")
@click.option("--length", type=int, help="مدتی که دادگاه معین کرده است")
@click.option("--unit", type=click.Choice(UNITS), default="day", show_default=True, help="یکای آن مدت")
@click.option("--outage", "outages", multiple=True, help="روز اختلال سامانه، هر بار یکی")
@click.option("--days", "with_days", is_flag=True, help="شمارش روز به روز")
@click.option("--list", "only_list", is_flag=True, help="فهرست مهلت‌ها")
@json_option
@click.pass_obj
def deadline(
    settings: Settings,
    period_id: str | None,
    served: str | None,
    abroad: bool,
    province: str,
    length: int | None,
    unit: str,
    outages: tuple[str, ...],
    with_days: bool,
    only_list: bool,
    as_json: bool,
) -> None:
    """روز آخر یک مهلت، با روزهای تعطیل و برداشت‌های مختلف"""
    library = load_or_stop(settings)
    if only_list:
        _list(library, as_json)
        return
    start = date_or_stop(served)
    if period_id is None or start is None:
        stop("--act و --served هر دو لازم است. فهرست مهلت‌ها: dadkhastyar deadline --list")
    counted = _counted(
        _period(library, period_id),
        start,
        _calendar(settings, library),
        province=_province(province),
        is_abroad=abroad,
        outage_days=[day for day in map(date_or_stop, outages) if day],
        court_set=_court_set(length, unit),
        today=office_date(SystemClock().now()),
    )
    if as_json:
        say_json(as_data(counted, with_days=with_days))
    else:
        click.echo("\n".join(lines_of(counted, with_days=with_days)))


def _list(library: Library, as_json: bool) -> None:
    periods = sorted(library.periods.values(), key=lambda each: (each.group, each.id))
    if as_json:
        say_json([period_as_data(each) for each in periods])
    else:
        click.echo("\n".join(f"{each.id:<28} {each.title}" for each in periods))


def _period(library: Library, id: str) -> Period:
    period = library.periods.get(id)
    if period is None:
        near = nearest(id, library.periods)
        stop(f"مهلتی با شناسهٔ «{id}» نیست." + (f" نزدیک‌ترین: {near}" if near else ""))
    return period


def _province(text: str) -> str:
    try:
        return parse_province(text) if text else ""
    except ValueProblem as problem:
        stop(message_of(problem))


def _court_set(length: int | None, unit: str) -> CourtSet | None:
    try:
        return None if length is None else CourtSet(length, Unit(unit))
    except ValueError:
        stop(f"مدت {length} پذیرفته نیست.")


def _calendar(settings: Settings, library: Library) -> OfficeCalendar:
    """With the closures entered in the office, where there is one."""
    with clean_errors(StoreRefused):
        if not is_set_up(settings):
            return library.calendar
        store = open_office_store(settings)
        try:
            return CalendarDesk(store, library, SystemClock()).current()
        finally:
            store.close()


def _counted(period: Period, start: date, calendar: OfficeCalendar, **options: Any) -> Deadline:
    try:
        return deadline_of(period, start, calendar, **options)
    except NoCalendarData as missing:
        year = f"سال {persian_digits(str(missing.year))}" if missing.year else "آن سال"
        stop(f"برای {year} جدول تعطیلات در داده‌ها نیست؛ روز آخر حساب نمی‌شود.")
    except PeriodNotInForce:
        stop(f"برای آغاز در {from_gregorian(start)} مدتی در داده‌ها نیست. با --length مدت دادگاه داده می‌شود.")
    except NotCountable as refused:
        earliest = f" نخستین روز: {long_date(refused.earliest)}" if refused.earliest else ""
        stop(f"«{period.title}»: {WITHOUT_LAST_DAY[refused.counting]}{earliest}")
