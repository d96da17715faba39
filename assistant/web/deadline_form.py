"""Reads the forms that ask for a deadline: which period, from which day, for whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from assistant.domain.deadline import CourtSet
from assistant.domain.form import Option
from assistant.domain.jalali import show_date
from assistant.domain.office_calendar import NATIONAL
from assistant.domain.period import Period, Unit
from assistant.services.deadline_count import Person, Question
from assistant.web.composites import PROVINCE_OPTIONS
from assistant.web.tool_form import ToolForm, ToolReading

MOST_OTHERS = 4  # persons beside the first, each with a day of service of their own
LONGEST_COURT_SET = 1000  # of any unit the court may name
UNITS = (Option("day", "روز"), Option("week", "هفته"), Option("month", "ماه"))
PLACES = (Option(NATIONAL, "همهٔ کشور"), *PROVINCE_OPTIONS)
_PAST = frozenset({"service", "announcement"})  # such a start lies behind us


@dataclass(frozen=True, slots=True)
class Asked:
    """What was read; ``question`` is None until it can be answered."""

    form: ToolForm
    period: Period | None
    question: Question | None


def read_question(
    typed: Mapping[str, str],
    periods: Mapping[str, Period],
    today: date,
    *,
    defaults: Mapping[str, str] | None = None,
    others: int = MOST_OTHERS,
) -> Asked:
    """``defaults``: what stands in the form where nothing was chosen."""
    reading = ToolReading(typed, {"unit": "day", "province": NATIONAL, **(defaults or {})})
    period_id = reading.choice("act", "مهلت", [Option(each.id, each.title) for each in periods.values()])
    period = periods.get(period_id or "")
    label = period.start_label if period else "تاریخ مبدأ"
    persons = [_person(reading, "", label, period, today, is_required=True)]
    persons += [
        _person(reading, f"_{number}", f"{label}، نفر {number}", period, today, is_required=False)
        for number in range(2, others + 2)
    ]
    place = reading.choice("province", "استان", PLACES, is_required=False)
    court_set = _court_set(reading, period)
    form = reading.done()
    known = tuple(person for person in persons if person is not None)
    if not form.is_clear or period is None or not known:
        return Asked(form, period, None)
    scope = "" if place in (None, NATIONAL) else str(place)
    return Asked(form, period, Question(period.id, known, scope, court_set))


def needs_length(period: Period | None) -> bool:
    """Whether only the court's decision names its length."""
    return period is not None and period.counting.has_last_day and not period.lengths


def has_court_set(periods: Iterable[Period]) -> bool:
    return any(needs_length(period) for period in periods)


def _person(
    reading: ToolReading, suffix: str, label: str, period: Period | None, today: date, *, is_required: bool
) -> Person | None:
    key = f"served{suffix}"
    start = reading.date(key, label, is_required=is_required)
    if start is None:
        return None
    if start > today and period is not None and period.start_kind in _PAST:
        read = f"{label}: {show_date(start)} خوانده شد که پس از امروز ({show_date(today)}) است"
        reading.problem(key, f"{read}؛ روز ابلاغ و اعلام گذشته است.")
        return None
    return Person(start, reading.check(f"abroad{suffix}"))


def _court_set(reading: ToolReading, period: Period | None) -> CourtSet | None:
    is_needed = needs_length(period)
    value = reading.integer("length", "مدت", minimum=1, maximum=LONGEST_COURT_SET, is_required=is_needed)
    unit = reading.choice("unit", "واحد مدت", UNITS, is_required=False)
    return CourtSet(value, Unit(unit or "day")) if is_needed and value is not None else None
