"""A counted deadline as the command line tells it: as data for scripts, in Persian lines for people."""

from collections.abc import Iterator
from typing import Any

from assistant.checks.deadlines import counted_days
from assistant.domain.characters import persian_digits
from assistant.domain.deadline import DayNote, Deadline, Mark, SkippedDay
from assistant.domain.finding import Basis
from assistant.domain.jalali import from_gregorian, long_date
from assistant.domain.period import Period

MARKS = {
    Mark.PREDICTED_HOLIDAY: "تعطیلی پیش‌بینی‌شده یا دوتاریخی در این شمارش هست",
    Mark.THURSDAY: "روز آخر پنجشنبه است",
    Mark.DISPUTED: "برداشت‌های دیگری هم هست",
    Mark.OVERDUE: "داده‌ای که به کار رفته نیازمند بازبینی است",
    Mark.NO_RULE_ABROAD: "برای مقیم خارج مدت جداگانه‌ای در داده‌ها نیست",
    Mark.NO_EARLIER_DAY: "در این مهلت روز کاری دیگری نیست",
}
_NOTES = {
    DayNote.START: "  (آغاز، شمرده نمی‌شود)",
    DayNote.COUNTED: "",
    DayNote.SKIPPED: "  (تعطیل)",
    DayNote.LAST: "  (روز آخر)",
}


def as_data(counted: Deadline, *, with_days: bool = False) -> dict[str, Any]:
    """The stable output of ``deadline --json``; days are Jalali."""
    data = {
        "period": period_as_data(counted.period),
        "start": from_gregorian(counted.start),
        "abroad": counted.is_abroad,
        "province": counted.province or None,
        "days": counted.length_days,
        "nominal": from_gregorian(counted.nominal),
        "skipped": [_skipped(each) for each in counted.skipped],
        "last_day": from_gregorian(counted.last_day),
        "file_by": from_gregorian(counted.file_by),
        "readings": [
            {"id": each.id, "title": each.title, "last_day": from_gregorian(each.last_day), "grade": each.grade}
            for each in counted.readings
        ],
        "marks": [mark.value for mark in counted.marks],
        "calendar": counted.calendar_version,
    }
    if with_days:
        data["count"] = [
            {"day": from_gregorian(each.day), "number": each.number, "note": each.note.value}
            for each in counted_days(counted)
        ]
    return data


def period_as_data(period: Period) -> dict[str, Any]:
    return {
        "id": period.id,
        "title": period.title,
        "group": period.group,
        "counting": period.counting.value,
        "basis": [each.citation for each in period.basis],
        "grade": period.grade,
    }


def _skipped(each: SkippedDay) -> dict[str, Any]:
    reasons = [{"kind": reason.kind, "title": reason.title, "status": reason.status} for reason in each.reasons]
    return {"day": from_gregorian(each.day), "reasons": reasons}


def lines_of(counted: Deadline, *, with_days: bool) -> Iterator[str]:
    """For people, line by line."""
    period = counted.period
    yield period.title
    yield f"مستند: {'؛ '.join(_citations(period.basis))}"
    yield f"{period.start_label}: {long_date(counted.start)}"
    yield f"مدت: {persian_digits(str(counted.length_days))} روز" + ("، مقیم خارج" if counted.is_abroad else "")
    for each in counted.skipped:
        yield f"تعطیل: {long_date(each.day)} ({'، '.join(reason.title for reason in each.reasons)})"
    yield f"روز آخر: {long_date(counted.last_day)}"
    yield f"روز مطمئن ثبت: {long_date(counted.file_by)}"
    for reading in counted.readings:
        yield f"برداشت دیگر، {reading.title}: {long_date(reading.last_day)}"
    for mark in counted.marks:
        yield f"یادآوری: {MARKS[mark]}"
    if with_days:
        for day in counted_days(counted):
            number = persian_digits(str(day.number)) if day.number else ""
            yield f"{number:>4}  {long_date(day.day)}{_NOTES[day.note]}"


def _citations(basis: tuple[Basis, ...]) -> list[str]:
    return [persian_digits(each.citation) for each in basis if each.citation]
