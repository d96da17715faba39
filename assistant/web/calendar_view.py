"""Which month or year of the calendar is asked for, and the closure form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.domain.form import Option
from assistant.domain.jalali import MONTHS, parts
from assistant.domain.office_calendar import NATIONAL, Closure, Holiday, OfficeCalendar
from assistant.domain.places import PROVINCES
from assistant.services.calendar_page import MonthSheet, month_sheet, year_sheets, year_shown, years_of
from assistant.web.deadline_form import PLACES
from assistant.web.tool_form import ToolForm, ToolReading

WHOLE_YEAR = "all"
LONGEST_WORDS = 500

type NewClosure = tuple[date, str, str, str]  # day, scope, reason, source


@dataclass(frozen=True, slots=True)
class Choice:
    year: int
    month: int  # 0: the whole year
    province: str  # '' for the whole country


@dataclass(frozen=True, slots=True)
class CalendarView:
    choice: Choice
    form: ToolForm
    sheets: Sequence[MonthSheet]
    days_off: Sequence[Holiday | Closure]
    years: Sequence[Option]
    months: Sequence[Option]
    places: Sequence[Option]
    before: Choice | None
    after: Choice | None
    place: str  # name of the province; '' for the whole country

    @property
    def is_year(self) -> bool:
        return self.choice.month == 0


def read_choice(typed: Mapping[str, str], calendar: OfficeCalendar, today: date, province: str) -> Choice:
    """What cannot be read is passed over: the page is only looked at."""
    year, month = year_shown(calendar, today), parts(today)[1]
    if (text := typed.get("year", "")).isdecimal() and len(text) == 4 and int(text) in years_of(calendar):
        year = int(text)
    if typed.get("month") == WHOLE_YEAR:
        month = 0
    elif (text := typed.get("month", "")).isdecimal() and len(text) < 3 and 1 <= int(text) <= 12:
        month = int(text)
    place = typed.get("province", province)
    return Choice(year, month, place if place in PROVINCES else "")


def calendar_view(calendar: OfficeCalendar, choice: Choice, today: date) -> CalendarView:
    sheets: Sequence[MonthSheet] = ()
    if choice.year in years_of(calendar):
        if choice.month:
            sheets = (month_sheet(calendar, choice.year, choice.month, choice.province, today),)
        else:
            sheets = year_sheets(calendar, choice.year, choice.province, today)
    values = {"year": str(choice.year), "month": str(choice.month or WHOLE_YEAR), "province": choice.province}
    return CalendarView(
        choice=choice,
        form=ToolForm({**values, "province": choice.province or NATIONAL}, {}, {}),
        sheets=sheets,
        days_off=tuple(each for sheet in sheets for each in sheet.days_off),
        years=[Option(str(year), str(year)) for year in years_of(calendar)],
        months=[
            Option(WHOLE_YEAR, "همهٔ سال"),
            *(Option(str(number), name) for number, name in enumerate(MONTHS, start=1)),
        ],
        places=PLACES,
        before=_moved(choice, -1, calendar),
        after=_moved(choice, 1, calendar),
        place=PROVINCES.get(choice.province, ""),
    )


def read_closure(typed: Mapping[str, str]) -> tuple[NewClosure | None, ToolForm]:
    reading = ToolReading(typed)
    day = reading.date("day", "روز")
    scope = reading.choice("scope", "محدوده", PLACES)
    reason, source = reading.text("reason", "دلیل"), reading.text("source", "منبع")
    form = reading.done()
    if not form.is_clear or day is None or scope is None or reason is None or source is None:
        return None, form
    return (day, scope, reason, source), form


def _moved(choice: Choice, by: int, calendar: OfficeCalendar) -> Choice | None:
    year, month = choice.year, choice.month
    if month == 0:
        year += by
    else:
        year, month = year + (month - 1 + by) // 12, (month - 1 + by) % 12 + 1
    return Choice(year, month, choice.province) if year in years_of(calendar) else None
