"""Rules that name a last day: closures known now count, and no review outlives the calendar it was made with."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.checks.review import Review, Reviewer
from assistant.domain.condition import ConditionError
from assistant.domain.jalali import to_gregorian
from assistant.domain.library import Library
from tests.checks.deadline_world import ON, SERVED, calendar, closure, holiday, library, period
from tests.tiny_house.house import complete, partial, rule


def review(values: dict[str, object], on: date = ON, of: Library | None = None, **more: object) -> Review:
    of = of or library()
    return Reviewer(of).review(of.templates["tiny"], complete(values), on, **more)  # type: ignore[arg-type]


def rules_that_speak(found: Review) -> list[str]:
    return [each.rule for each in found.findings]


def test_a_filing_on_the_last_day_is_clear_and_the_day_after_it_is_not():
    assert rules_that_speak(review(SERVED, to_gregorian("1405-07-22"))) == []
    found = review(SERVED)
    assert rules_that_speak(found) == ["late"]
    assert found.findings[0].message == "روز آخر: ۱۴۰۵/۰۷/۲۲"


def test_the_residence_decides_and_an_open_one_leaves_the_rule_open():
    assert rules_that_speak(review({**SERVED, "abroad": True})) == []
    of = library()
    answers = partial({"served": "1405-07-01"})
    assert Reviewer(of).review(of.templates["tiny"], answers, ON).undetermined == {"late": ("abroad",)}


def test_outside_the_tables_nothing_is_said():
    assert rules_that_speak(review({**SERVED, "served": "1395-01-01"})) == []


def test_a_period_without_a_last_day_is_null():
    of = library()
    of = replace(of, periods={"made_up": period(20, counting="none")})
    assert rules_that_speak(review(SERVED, of=of)) == []


def test_a_closure_known_now_counts():
    with_closure = library().calendar.with_closures([closure(to_gregorian("1405-07-22"))])
    assert rules_that_speak(review(SERVED, calendar=with_closure)) == []


def test_a_day_of_the_province_of_the_office_counts():
    tables = calendar(holiday("1405-07-22", scope="qom"))
    assert rules_that_speak(review(SERVED, calendar=tables, province="qom")) == []
    assert rules_that_speak(review(SERVED, calendar=tables, province="tehran")) == ["late"]


def test_a_changed_answer_is_judged_by_the_calendar_of_the_review_before():
    of = library()
    reviewer, template = Reviewer(of), of.templates["tiny"]
    closed = of.calendar.with_closures([closure(to_gregorian("1405-07-22"))])
    before = reviewer.review(template, complete({**SERVED, "served": "1405-06-01"}), ON, closed)
    after = reviewer.review_change(before, complete(SERVED), ON)
    assert (rules_that_speak(before), rules_that_speak(after)) == (["late"], [])


def test_an_overdue_period_is_named_by_the_finding():
    of = library()
    of = replace(of, periods={"made_up": period(20, abroad=(2, "month"), verified_until=to_gregorian("1405-01-01"))})
    assert review(SERVED, of=of).findings[0].overdue_parameters == ("made_up",)


def test_a_period_nobody_wrote_is_refused_when_the_rule_is_compiled():
    of = library(rule("late", "today > last_day('made_upp', served)", "served"))
    with pytest.raises(ConditionError) as caught:
        Reviewer(of).review(of.templates["tiny"], complete(SERVED), ON)
    assert (caught.value.code, caught.value.nearest) == ("unknown_period", "made_up")
