"""The worked deadlines come out of the experts' periods and tables of holidays, one by one and by name."""

import json
from datetime import date
from pathlib import Path

import pytest

from assistant.checks.deadlines import counted_days, deadline_of
from assistant.domain.deadline import DayNote, Deadline, Mark, NotCountable, PeriodNotInForce
from assistant.domain.jalali import from_gregorian, to_gregorian, weekday_name
from assistant.domain.office_calendar import NoCalendarData
from assistant.domain.period import Unit

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


class TestMistakesOfPublicCalculators:
    """Each was seen in a calculator; the periods and tables here must not repeat it."""

    def last_day(self, library, period: str, start: str, **options: object) -> str:
        counted = deadline_of(library.periods[period], to_gregorian(start), library.calendar, **options)
        return from_gregorian(counted.last_day)

    def test_the_order_of_a_court_is_no_order_of_its_clerk(self, library):
        assert self.last_day(library, "tajdidnazar_gharar", "1405-07-01") == "1405-07-22"
        assert self.last_day(library, "tajdidnazar_gharar", "1405-06-05", is_abroad=True) == "1405-08-05"
        assert self.last_day(library, "shekayat_rad_daftar", "1405-07-01") == "1405-07-12"

    def test_a_notice_of_defects_served_abroad_runs_two_months(self, library):
        assert self.last_day(library, "raf_naqs", "1405-08-20", is_abroad=True) == "1405-10-21"

    def test_the_lunar_holidays_of_every_year_are_there(self, library):
        lunar = [from_gregorian(each.day)[:4] for each in library.calendar.holidays if each.kind == "lunar"]
        assert {year: lunar.count(year) >= 17 for year in ("1403", "1404", "1405", "1406")} == dict.fromkeys(
            ("1403", "1404", "1405", "1406"), True
        )

    def test_not_only_fridays_move_the_end(self, library):
        assert self.last_day(library, "eteraz_karshenas", "1405-10-08") == "1405-10-17"

    def test_a_body_that_is_not_ready_moves_the_end_too(self, library):
        outage = days(["1405-08-30", "1405-09-01"])
        assert self.last_day(library, "tajdidnazar_hokm", "1405-08-09", outage_days=outage) == "1405-09-02"

    def test_the_day_a_paper_was_opened_starts_nothing(self, library):
        arrived, opened = "1405-08-03", "1405-08-09"
        assert self.last_day(library, "tajdidnazar_hokm", arrived) == "1405-08-24"
        assert self.last_day(library, "tajdidnazar_hokm", opened) == "1405-08-30"
        electronic = next(mode for mode in library.service_modes if mode.id == "electronic")
        assert "رسیدن" in electronic.date_label


class TestEveryPeriod:
    def test_all_that_stand_in_the_source_and_those_that_rules_use_are_there(self, library):
        assert len(library.periods) >= 84

    def test_each_either_has_a_last_day_from_today_or_says_why_not(self, library):
        today, latest = to_gregorian("1405-07-01"), to_gregorian("1406-12-29")
        for period in library.periods.values():
            try:
                counted = deadline_of(period, today, library.calendar, today=today)
            except NotCountable:
                assert not period.counting.has_last_day, period.id
            except PeriodNotInForce:
                assert period.lengths == (), period.id  # the court sets it
            except NoCalendarData:
                assert any(each.unit is Unit.YEAR for each in period.lengths), period.id
            else:
                assert today < counted.file_by <= counted.last_day <= latest, period.id
                assert library.calendar.is_open(counted.last_day), period.id

    def test_every_period_of_the_procedure_code_runs_two_months_for_a_resident_abroad(self, library):
        """Art. 446, of those that start at a service and are periods of the party."""
        for period in library.periods.values():
            is_of_code = period.lengths and period.months_by_code and period.start_kind == "service"
            if is_of_code and all(each.law == "qadm" for each in period.basis) and period.counting.has_last_day:
                abroad = deadline_of(period, to_gregorian("1405-05-04"), library.calendar, is_abroad=True)
                assert abroad.length_days in (60, 120), period.id
                assert Mark.NO_RULE_ABROAD not in abroad.marks, period.id
