"""Writes an iCalendar file (RFC 5545) of whole-day entries with reminders."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event

from assistant.services.deadline_events import CalendarEvent

PRODUCT = "-//dadkhastyar//deadlines//FA"
ONE_DAY = timedelta(days=1)


def calendar_file(events: Sequence[CalendarEvent], made_at: datetime) -> bytes:
    """The same bytes for the same entries and moment."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for each in events:
        calendar.add_component(_event(each, made_at))
    written: bytes = calendar.to_ical()
    return written


def _event(each: CalendarEvent, made_at: datetime) -> Event:
    event = Event()
    event.add("uid", each.uid)
    event.add("dtstamp", made_at)
    event.add("dtstart", each.day)
    event.add("dtend", each.day + ONE_DAY)
    event.add("summary", each.title)
    event.add("description", each.note)
    event.add("transp", "TRANSPARENT")  # a reminder, not time that is taken
    for hours in each.reminders:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", each.title)
        alarm.add("trigger", timedelta(hours=hours))
        event.add_component(alarm)
    return event
