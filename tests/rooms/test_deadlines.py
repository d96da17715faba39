"""The worked deadlines come out of the experts' periods and tables of holidays, one by one and by name."""

import json
from datetime import date
from pathlib import Path

import pytest

from assistant.checks.deadlines import counted_days, deadline_of
from assistant.domain.deadline import DayNote, Deadline, Mark
from assistant.domain.jalali import from_gregorian, to_gregorian, weekday_name

CASES = json.loads((Path(__file__).parents[1] / "checks" / "deadline_cases.json").read_text("utf-8"))
named = pytest.mark.parametrize("case", CASES, ids=[f"{case['id']} {case['title']}" for case in CASES])


def days(texts: list[str]) -> list[date]:
    return [to_gregorian(text) for text in texts]


@pytest.fixture
def deadline(library, case) -> Deadline:
    return deadline_of(
        library.periods[case["period"]],
        to_gregorian(case["start"]),
        library.calendar,
        province=case["province"],
        is_abroad=case["is_abroad"],
        outage_days=days(case["outage_days"]),
    )


@named
def test_the_last_day_and_the_days_skipped_are_those_worked_out(case, deadline):
    assert from_gregorian(deadline.nominal) == case["nominal"]
    assert [from_gregorian(each.day) for each in deadline.skipped] == case["skipped"]
    assert from_gregorian(deadline.last_day) == case["last_day"]
    assert weekday_name(deadline.last_day) == case["weekday"]
    assert (Mark.THURSDAY in deadline.marks) is case["is_thursday"]


@named
def test_the_filing_day_is_the_one_worked_out(case, deadline):
    assert from_gregorian(deadline.file_by) == case["file_by"]


@named
def test_the_days_counted_are_those_of_the_period(case, deadline):
    counted = list(counted_days(deadline))
    assert (counted[0].day, counted[0].note) == (deadline.start, DayNote.START)
    assert (counted[-1].day, counted[-1].note) == (deadline.last_day, DayNote.LAST)
    if case["days"] is not None:
        assert [each.number for each in counted if each.number] == list(range(1, case["days"] + 1))
    assert [each.day for each in counted if each.note is DayNote.SKIPPED] == [each.day for each in deadline.skipped]
