"""The tables of closed days as one calendar of the offices."""

from collections.abc import Iterator, Mapping
from typing import Any

from assistant.content.citations import source_in_words
from assistant.content.content_file import ContentFile
from assistant.domain.jalali import to_gregorian
from assistant.domain.office_calendar import Holiday, OfficeCalendar, Week, WeeklyHolidays

WEEKDAY_NUMBERS = {
    name: number
    for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}


def build_calendar(
    tables: tuple[ContentFile, ...], weeks: tuple[ContentFile, ...], law_names: Mapping[str, str]
) -> OfficeCalendar:
    """Without a table of any year a calendar that answers nothing."""
    if not tables:
        return OfficeCalendar.empty()
    years = [file.value["year"] for file in tables]
    return OfficeCalendar(
        (holiday for file in tables for holiday in _holidays(file, law_names)),
        _week(weeks[0].value, law_names) if weeks else None,
        first_year=min(years),
        last_year=max(years),
        verified_until={file.value["year"]: to_gregorian(file.value["verified_until"]) for file in tables},
    )


def _holidays(file: ContentFile, law_names: Mapping[str, str]) -> Iterator[Holiday]:
    for spec in file.value["days"]:
        yield Holiday(
            day=to_gregorian(spec["date"]),
            title=spec["title"],
            kind=spec["kind"],
            scope=spec["scope"],
            status=spec["status"],
            other_day=to_gregorian(spec["other_date"]) if "other_date" in spec else None,
            grade=spec["grade"],
            source=source_in_words(spec.get("source", ""), law_names),
        )


def _week(spec: Mapping[str, Any], law_names: Mapping[str, str]) -> Week:
    values = tuple(
        WeeklyHolidays(
            to_gregorian(each["from"]),
            _numbers(each["days"]),
            each["grade"],
            source_in_words(each["source"], law_names),
        )
        for each in spec["values"]
    )
    return Week(values, _numbers(spec["uncertain"]))


def _numbers(names: list[str]) -> frozenset[int]:
    return frozenset(WEEKDAY_NUMBERS[name] for name in names)
