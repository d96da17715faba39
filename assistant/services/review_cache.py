"""Keeps the last review of drafts being worked on, so that a changed answer costs only what depends on it."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import date
from threading import Lock

from assistant.checks.review import Review, Reviewer
from assistant.domain.answers import Answers
from assistant.domain.draft import Draft
from assistant.domain.journey import Derived, derive
from assistant.domain.template import Template

CAPACITY = 128


@dataclass(frozen=True, slots=True)
class _Entry:
    revision: int
    on: date
    review: Review


class ReviewCache:
    """Least recently used, bounded; a lost entry costs one full review, never a wrong one."""

    def __init__(self, reviewer: Reviewer, capacity: int = CAPACITY) -> None:
        self._reviewer, self._capacity = reviewer, capacity
        self._entries: OrderedDict[str, _Entry] = OrderedDict()
        self._lock = Lock()

    def review(self, draft: Draft, template: Template, on: date) -> Review:
        with self._lock:
            entry = self._entries.get(draft.id)
        if entry is not None and entry.on == on and entry.review.template is template:
            if entry.revision == draft.revision:
                return entry.review
            review = self._reviewer.review_change(entry.review, draft.answers, on)
        else:
            review = self._reviewer.review(template, draft.answers, on)
        with self._lock:
            self._entries[draft.id] = _Entry(draft.revision, on, review)
            self._entries.move_to_end(draft.id)
            while len(self._entries) > self._capacity:
                self._entries.popitem(last=False)
        return review

    def derive(self, template: Template, answers: Answers, on: date) -> Derived:
        return derive(template.form, answers, on, self._reviewer.library.parameters)
