"""Deadlines as entries of a calendar: act and draft number, no names and nothing else about anybody."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.domain.characters import persian_digits
from assistant.domain.draft import Draft
from assistant.domain.jalali import long_date
from assistant.services.counted_deadline import CountedDeadline

LAST_DAY, FILE_BY = "last", "file-by"
MORNING = 8  # o'clock: when a day's reminder comes


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """A whole day. ``reminders``: hours from its beginning, negative for the day before."""

    uid: str
    day: date
    title: str
    note: str
    reminders: tuple[int, ...]


def events_of(draft: Draft, deadlines: Sequence[CountedDeadline]) -> tuple[CalendarEvent, ...]:
    return tuple(event for each in deadlines for event in _events(draft, each))


def _events(draft: Draft, each: CountedDeadline) -> Iterator[CalendarEvent]:
    if each.deadline is None:
        return
    what = f"{each.period.title}، پیش‌نویس {persian_digits(draft.number)}"
    last_day, file_by = each.deadline.last_day, each.deadline.file_by
    note = f"روز پایان: {long_date(last_day)}"
    yield CalendarEvent(_uid(draft, each, LAST_DAY), last_day, f"روز پایان مهلت: {what}", note, (MORNING - 24, MORNING))
    if file_by != last_day:
        yield CalendarEvent(_uid(draft, each, FILE_BY), file_by, f"روز مطمئن ثبت: {what}", note, (MORNING,))


def _uid(draft: Draft, each: CountedDeadline, kind: str) -> str:
    """The same for the same deadline, so that a file opened again changes its entries instead of doubling them."""
    text = "/".join((draft.id, each.period.id, each.start.isoformat(), str(each.is_abroad), each.own_id, kind))
    return f"{hashlib.sha256(text.encode()).hexdigest()[:32]}@dadkhastyar"
