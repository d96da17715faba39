"""The last review of a draft is kept, but never beyond the answers, the day or the calendar it was made with."""

from dataclasses import replace

import pytest

from assistant.checks.review import Review, Reviewer
from assistant.domain.answers import Answers
from assistant.domain.draft import Draft
from assistant.domain.jalali import to_gregorian
from assistant.domain.library import Library
from assistant.services.review_cache import ReviewCache
from tests.checks.deadline_world import ON, SERVED, closure, library
from tests.storage.samples import DRAFT
from tests.tiny_house.house import complete


def rules_that_speak(found: Review) -> list[str]:
    return [each.rule for each in found.findings]


@pytest.fixture
def of() -> Library:
    return library()


def draft_of(answers: Answers, revision: int = 1) -> Draft:
    return replace(DRAFT, template_id="tiny", answers=answers, revision=revision)


def test_a_review_made_before_a_closure_is_not_served_after_it(of):
    cache, template, draft = ReviewCache(Reviewer(of)), of.templates["tiny"], draft_of(complete(SERVED))
    closed = of.calendar.with_closures([closure(to_gregorian("1405-07-22"))])
    assert rules_that_speak(cache.review(draft, template, ON)) == ["late"]
    assert rules_that_speak(cache.review(draft, template, ON, closed)) == []
    assert rules_that_speak(cache.review(draft, template, ON, of.calendar)) == ["late"]


def test_a_change_of_answers_and_of_the_calendar_at_once_is_seen(of):
    cache, template = ReviewCache(Reviewer(of)), of.templates["tiny"]
    cache.review(draft_of(complete({**SERVED, "served": "1405-06-01"})), template, ON)
    closed = of.calendar.with_closures([closure(to_gregorian("1405-07-22"))])
    assert rules_that_speak(cache.review(draft_of(complete(SERVED), 2), template, ON, closed)) == []


def test_the_same_calendar_made_anew_serves_the_review_kept(of):
    cache, template, draft = ReviewCache(Reviewer(of)), of.templates["tiny"], draft_of(complete(SERVED))
    kept = cache.review(draft, template, ON)
    assert cache.review(draft, template, ON, of.calendar.with_closures([])) is kept
