"""Keeps the last review of drafts being worked on, so that a changed answer costs only what depends on it."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import date
from threading import Lock

from assistant.checks.review import Review, Reviewer
from assistant.domain.answers import Answers
from assistant.domain.draft import Draft
from assistant.domain.journey import Derived, derive
from assistant.domain.office_calendar import OfficeCalendar
from assistant.domain.template import Template

CAPACITY = 128


@dataclass(frozen=True, slots=True)
class _Entry:
    revision: int
    on: date
    calendar: str  # the version of the calendar and the province it was read for
    review: Review


class ReviewCache:
    """Least recently used, bounded; a lost entry costs one full review, never a wrong one."""

    def __init__(self, reviewer: Reviewer, capacity: int = CAPACITY) -> None:
        self._reviewer, self._capacity = reviewer, capacity
        self._entries: OrderedDict[str, _Entry] = OrderedDict()
        self._lock = Lock()

    def review(
        self, draft: Draft, template: Template, on: date, calendar: OfficeCalendar | None = None, province: str = ""
    ) -> Review:
        """By ``calendar``, the library's with the closures known now; a review made by another one is not served."""
        calendar = calendar or self._reviewer.library.calendar
        counted_by = f"{calendar.version} {province}"
        with self._lock:
            entry = self._entries.get(draft.id)
        if entry is not None and _still_holds(entry, template, on, counted_by):
            if entry.revision == draft.revision:
                return entry.review
            review = self._reviewer.review_change(entry.review, draft.answers, on)
        else:
            review = self._reviewer.review(template, draft.answers, on, calendar, province)
        with self._lock:
            self._entries[draft.id] = _Entry(draft.revision, on, counted_by, review)
            self._entries.move_to_end(draft.id)
            while len(self._entries) > self._capacity:
                self._entries.popitem(last=False)
        return review

    def derive(self, template: Template, answers: Answers, on: date) -> Derived:
        return derive(template.form, answers, on, self._reviewer.library.parameters)


def _still_holds(entry: _Entry, template: Template, on: date, counted_by: str) -> bool:
    return entry.on == on and entry.calendar == counted_by and entry.review.template is template
