"""What is overdue, due soon, weak or without an owner on a day."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assistant.checks.currency import currency_report, overdue, overdue_notes
from assistant.domain.currency import SOON, Watched, WatchedPart, weakest
from assistant.domain.jalali import to_gregorian
from tests.tiny_house.house import ON, library_of

DUE = to_gregorian("1405-12-29")
ONE = Watched("one", "parameter", "عدد نخست", "rules/parameters/one.yaml", "2+", ON, DUE, "کارشناس نمونه")
WEAK = replace(ONE, id="two", grade="disputed", responsible=None)
HOUSE = replace(library_of([]), watched=(ONE, WEAK, replace(ONE, id="one", kind="period", verified_until=ON)))


def test_the_last_day_itself_is_still_verified():
    assert not ONE.is_overdue(DUE)
    assert ONE.is_overdue(DUE + timedelta(days=1))


@pytest.mark.parametrize(("days", "is_soon"), [(SOON.days + 1, False), (SOON.days, True), (0, True), (-1, False)])
def test_what_is_due_within_thirty_days_is_due_soon(days, is_soon):
    assert ONE.is_due_soon(DUE - timedelta(days=days)) is is_soon


def test_a_part_that_lapses_earlier_makes_the_file_overdue_from_then_on():
    early = replace(ONE, parts=(WatchedPart("ردیف", "1", verified_until=ON),))
    assert early.due_on == ON
    assert early.is_overdue(ON + timedelta(days=1))


def test_a_part_that_lapses_later_does_not_lengthen_the_file():
    assert replace(ONE, parts=(WatchedPart("ردیف", "1", verified_until=DUE + timedelta(days=9)),)).due_on == DUE


@pytest.mark.parametrize(
    ("grades", "grade"), [((), ""), (("2+", "1"), "1"), (("1", "own"), "own"), (("own", "disputed", "2+"), "disputed")]
)
def test_a_file_is_as_strong_as_its_weakest_value(grades, grade):
    assert weakest(grades) == grade


def test_the_lists_of_a_report_overlap_and_begin_with_what_is_due_first():
    report = currency_report(HOUSE.watched, ON + timedelta(days=1))
    assert [each.kind for each in report.overdue] == ["period"]
    assert report.soon == ()
    assert [each.id for each in report.weak] == ["two"]
    assert [each.id for each in report.unassigned] == ["two"]
    assert [each.kind for each in report.watched] == ["period", "parameter", "parameter"]


def test_only_the_named_data_are_told_and_only_once_they_are_overdue():
    later = DUE + timedelta(days=1)
    assert overdue_notes(HOUSE, ["one", "two"], ON) == ()
    assert [each.id for each in overdue(HOUSE, ["two", "absent"], later)] == ["two"]
    assert overdue_notes(HOUSE, ["two"], later) == (
        "داده «عدد نخست» تا ۱۴۰۵/۱۲/۲۹ بررسی شده است و برای پس از آن بررسی نشده است.",
    )


def test_a_kind_before_the_id_tells_files_of_one_name_apart():
    later = DUE + timedelta(days=1)
    assert [each.kind for each in overdue(HOUSE, ["one"], later)] == ["parameter", "period"]
    assert [each.kind for each in overdue(HOUSE, ["period:one"], later)] == ["period"]
