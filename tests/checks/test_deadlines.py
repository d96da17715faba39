"""Counting of periods: the articles, the readings, what is refused, and what holds for every period and calendar."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checks.deadlines import counted_days, deadline_of, deadlines_of, last_day_of
from assistant.domain.deadline import CourtSet, DayNote, Mark, NotCountable, PeriodNotInForce
from assistant.domain.jalali import from_gregorian, to_gregorian
from assistant.domain.office_calendar import OUTAGE, NoCalendarData, OfficeCalendar
from assistant.domain.period import Counting, Effect, PeriodLength, Unit
from tests.checks.deadline_world import calendar, closure, holiday, period

DAY = timedelta(days=1)
PLAIN = calendar()
FIRST, LAST = to_gregorian("1404-01-01"), to_gregorian("1406-12-29")


def last_day(counted, start: str, by: OfficeCalendar = PLAIN, **options) -> str:
    return from_gregorian(deadline_of(counted, to_gregorian(start), by, **options).last_day)


class TestTheArticles:
    def test_neither_the_day_of_service_nor_the_day_of_the_act_is_counted(self):
        assert last_day(period(20), "1405-07-01") == "1405-07-22"

    def test_after_another_event_only_its_own_day_is_left_out(self):
        assert last_day(period(20, counting="start_excluded"), "1405-07-04") == "1405-07-25"

    def test_a_week_is_seven_days_and_a_month_thirty_whatever_the_calendar_says(self):
        assert last_day(period(1, "week"), "1405-07-05") == "1405-07-13"
        assert last_day(period(2, "month"), "1405-02-01") == "1405-03-31"  # two of the calendar's months end on 1 Tir

    def test_a_holiday_at_the_end_moves_it_and_one_inside_or_at_the_start_does_not(self):
        assert last_day(period(20), "1405-07-03") == "1405-07-25"
        inside = calendar(*(holiday(f"1405-07-{day:02}") for day in range(1, 20)))
        assert last_day(period(20), "1405-07-01", inside) == "1405-07-22"

    def test_every_skipped_day_says_why(self):
        deadline = deadline_of(period(20), to_gregorian("1404-12-09"), PLAIN)
        assert [(from_gregorian(each.day), [reason.kind for reason in each.reasons]) for each in deadline.skipped] == [
            ("1405-01-01", ["solar"]),
            ("1405-01-02", ["solar"]),
            ("1405-01-03", ["solar"]),
            ("1405-01-04", ["solar"]),
        ]
        assert from_gregorian(deadline.last_day) == "1405-01-05"

    def test_a_day_of_the_province_counts_there_and_nowhere_else(self):
        local = calendar(holiday("1405-07-22", scope="qom"))
        assert last_day(period(20), "1405-07-01", local) == "1405-07-22"
        assert last_day(period(20), "1405-07-01", local, province="tehran") == "1405-07-22"
        assert last_day(period(20), "1405-07-01", local, province="qom") == "1405-07-23"

    def test_a_closure_declared_the_evening_before_counts(self):
        declared = PLAIN.with_closures([closure(to_gregorian("1405-07-22"))])
        assert last_day(period(20), "1405-07-01", declared) == "1405-07-23"
        assert declared.version != PLAIN.version
        assert declared.with_closures([]).version == PLAIN.version

    def test_a_day_of_outage_moves_the_end_and_the_day_before_it_was_moved_is_known(self):
        days = [to_gregorian("1405-07-22"), to_gregorian("1405-07-23")]
        deadline = deadline_of(period(20), to_gregorian("1405-07-01"), PLAIN, outage_days=days)
        assert from_gregorian(deadline.last_day) == "1405-07-25"  # 24 Mehr is a Friday
        assert from_gregorian(deadline.last_day_without_outages) == "1405-07-22"
        assert [each.reasons[-1].kind for each in deadline.skipped[:2]] == [OUTAGE, OUTAGE]

    def test_an_outage_on_a_holiday_makes_nobody_late_that_day(self):
        deadline = deadline_of(period(20), to_gregorian("1405-07-03"), PLAIN, outage_days=[to_gregorian("1405-07-24")])
        assert from_gregorian(deadline.last_day_without_outages) == "1405-07-25"

    def test_a_resident_abroad_has_the_longer_period_and_without_a_rule_the_same_one_marked(self):
        assert last_day(period(20, abroad=(2, "month")), "1405-06-05", is_abroad=True) == "1405-08-05"
        unknown = deadline_of(period(20), to_gregorian("1405-07-01"), PLAIN, is_abroad=True)
        assert from_gregorian(unknown.last_day) == "1405-07-22"
        assert Mark.NO_RULE_ABROAD in unknown.marks

    def test_the_length_in_force_on_the_day_it_starts_is_taken(self):
        changed = period(20)
        later = PeriodLength(to_gregorian("1405-07-10"), 10, Unit.DAY)
        changed = replace(changed, lengths=(*changed.lengths, later))
        assert last_day(changed, "1405-07-09") == "1405-07-30"
        assert last_day(changed, "1405-07-10") == "1405-07-21"

    def test_the_court_may_set_any_length(self):
        assert last_day(period(20), "1405-07-05", court_set=CourtSet(15)) == "1405-07-21"
        assert last_day(period(20), "1405-07-05", court_set=CourtSet(2, Unit.WEEK)) == "1405-07-20"
        assert last_day(period(20), "1405-07-04", court_set=CourtSet(1, Unit.MONTH)) == "1405-08-05"


class TestTheFilingDay:
    def test_it_is_the_last_day_inside_the_count_that_is_no_thursday_and_no_holiday(self):
        deadline = deadline_of(period(20), to_gregorian("1405-07-03"), PLAIN)  # day 20 is Thursday the 23rd
        assert from_gregorian(deadline.file_by) == "1405-07-22"

    def test_it_keeps_inside_the_shortest_reading(self):
        deadline = deadline_of(period(1, "year", "start_excluded", by_code=False), to_gregorian("1404-09-12"), PLAIN)
        assert from_gregorian(deadline.last_day) == "1405-09-12"
        assert from_gregorian(deadline.file_by) == "1405-09-07"

    def test_where_no_working_day_lies_inside_it_is_the_last_day_and_says_so(self):
        deadline = deadline_of(period(2, counting="start_excluded"), to_gregorian("1404-12-29"), PLAIN)
        assert deadline.file_by == deadline.last_day == to_gregorian("1405-01-05")
        assert Mark.NO_EARLIER_DAY in deadline.marks


class TestTheReadings:
    def readings(self, counted, start: str, by: OfficeCalendar = PLAIN) -> dict[str, str]:
        found = deadline_of(counted, to_gregorian(start), by).readings
        return {each.id: from_gregorian(each.last_day) for each in found}

    def test_months_outside_the_code_are_counted_both_ways_and_the_earlier_leads(self):
        both = (Effect.CALENDAR_MONTHS, Effect.THIRTY_DAY_MONTHS)
        three = period(3, "month", by_code=False, readings=both)
        assert last_day(three, "1405-05-06") == "1405-08-05"
        assert self.readings(three, "1405-05-06") == {"calendar_months": "1405-08-07"}
        six = period(6, "month", "start_excluded", by_code=False, readings=both)  # 179 days in the calendar's months
        assert last_day(six, "1404-07-05") == "1405-01-05"
        assert self.readings(six, "1404-07-05") == {"thirty_day_months": "1405-01-06"}

    def test_a_month_that_ends_on_a_shorter_one_ends_on_its_last_day(self):
        one = period(1, "month", "start_excluded", by_code=False, readings=(Effect.CALENDAR_MONTHS,))
        assert last_day(one, "1405-06-31") == "1405-07-30"
        assert self.readings(one, "1405-06-31") == {}

    def test_of_years_the_same_date_leads_and_three_hundred_and_sixty_days_stand_beside_it(self):
        year = period(1, "year", "start_excluded", by_code=False, readings=(Effect.YEARS_OF_360_DAYS,))
        assert last_day(year, "1404-09-11") == "1405-09-11"
        assert self.readings(year, "1404-09-11") == {"years_of_360_days": "1405-09-07"}

    def test_a_year_from_the_last_day_of_a_leap_year_ends_on_the_last_of_esfand(self):
        year = period(1, "year", "start_excluded", by_code=False)
        wide = calendar(first=1403)
        assert from_gregorian(deadline_of(year, to_gregorian("1403-12-30"), wide).nominal) == "1404-12-29"

    def test_a_holiday_on_day_n_only(self):
        argued = period(20, readings=(Effect.HOLIDAY_ON_DAY_N,))
        on_day_n = calendar(holiday("1405-07-21"))
        assert last_day(argued, "1405-07-01", on_day_n) == "1405-07-22"
        assert self.readings(argued, "1405-07-01", on_day_n) == {"holiday_on_day_n": "1405-07-23"}

    def test_the_day_of_the_act_by_analogy(self):
        argued = period(20, counting="start_excluded", readings=(Effect.SERVICE_STYLE_COUNT,))
        assert self.readings(argued, "1405-07-20") == {"service_style_count": "1405-08-11"}

    def test_two_runs_of_which_the_first_ends_on_a_holiday(self):
        argued = period(40, readings=(Effect.TWO_RUNS,))
        assert last_day(argued, "1405-07-05") == "1405-08-16"
        assert self.readings(argued, "1405-07-05") == {}
        assert last_day(argued, "1405-07-03") == "1405-08-14"
        assert self.readings(argued, "1405-07-03") == {"two_runs": "1405-08-16"}  # the first ends on a Friday

    def test_a_thursday_as_last_day_is_marked_and_the_other_reading_passes_it(self):
        argued = period(20, readings=(Effect.THURSDAY,))
        deadline = deadline_of(argued, to_gregorian("1405-07-02"), PLAIN)
        assert from_gregorian(deadline.last_day) == "1405-07-23"
        assert {Mark.THURSDAY, Mark.DISPUTED} <= set(deadline.marks)
        assert self.readings(argued, "1405-07-02") == {"thursday": "1405-07-25"}

    def test_where_the_readings_agree_nothing_is_called_disputed(self):
        deadline = deadline_of(period(20, readings=tuple(Effect)), to_gregorian("1405-07-01"), PLAIN)
        assert deadline.readings == ()
        assert Mark.DISPUTED not in deadline.marks

    def test_of_several_people_each_stands_alone_and_the_longest_beside_them(self):
        argued = period(20, abroad=(2, "month"), readings=(Effect.LONGEST_OF_DEFENDANTS,))
        starts = [("الف", to_gregorian("1405-07-01"), False), ("ب", to_gregorian("1405-06-05"), True)]
        several = deadlines_of(argued, starts, PLAIN)
        assert [(name, from_gregorian(each.last_day)) for name, each in several.each] == [
            ("الف", "1405-07-22"),
            ("ب", "1405-08-05"),
        ]
        assert several.longest is not None
        assert from_gregorian(several.longest.last_day) == "1405-08-05"
        assert deadlines_of(period(20), starts, PLAIN).longest is None
        assert deadlines_of(argued, starts[:1], PLAIN).longest is None


class TestMarks:
    def test_a_predicted_holiday_or_one_put_elsewhere_is_told_when_it_touches_the_end(self):
        elsewhere = holiday("1405-07-21", status="predicted", other_day=to_gregorian("1405-07-22"))
        deadline = deadline_of(period(20), to_gregorian("1405-07-01"), calendar(elsewhere))
        assert deadline.doubtful_holidays == (elsewhere,)
        assert Mark.PREDICTED_HOLIDAY in deadline.marks
        far = deadline_of(period(20), to_gregorian("1405-08-01"), calendar(elsewhere))
        assert Mark.PREDICTED_HOLIDAY not in far.marks

    def test_data_past_their_verification_are_told_once_the_day_is_known(self):
        old = period(20, verified_until=to_gregorian("1405-01-01"))
        start = to_gregorian("1405-07-01")
        assert Mark.OVERDUE in deadline_of(old, start, PLAIN, today=start).marks
        assert Mark.OVERDUE not in deadline_of(old, start, PLAIN).marks
        assert Mark.OVERDUE not in deadline_of(period(20), start, PLAIN, today=start).marks


class TestWhatIsRefused:
    @pytest.mark.parametrize("start", ["1406-12-20", "1395-01-01", "1499-12-01"])
    def test_a_last_day_outside_the_tables(self, start: str):
        with pytest.raises(NoCalendarData):
            deadline_of(period(20), to_gregorian(start), PLAIN)

    def test_a_roll_that_leaves_the_tables(self):
        with pytest.raises(NoCalendarData) as caught:
            deadline_of(period(7), to_gregorian("1406-12-21"), PLAIN)
        assert caught.value.year == 1407

    def test_a_start_before_the_tables_with_its_end_inside_is_counted(self):
        assert last_day(period(20), "1403-12-22") == "1404-01-14"

    def test_a_period_beyond_every_calendar(self):
        with pytest.raises(NoCalendarData):
            deadline_of(period(1000, "month", by_code=False), to_gregorian("1450-01-01"), PLAIN)

    @pytest.mark.parametrize("counting", ["none", "instant", "immediate", "authority"])
    def test_what_has_no_last_day(self, counting: str):
        with pytest.raises(NotCountable) as caught:
            deadline_of(period(20, counting=counting), to_gregorian("1405-07-01"), PLAIN)
        assert caught.value.counting is Counting(counting)
        assert caught.value.earliest is None

    def test_a_gap_to_be_left_has_an_earliest_day_instead(self):
        with pytest.raises(NotCountable) as caught:
            deadline_of(period(5, counting="minimum"), to_gregorian("1405-07-18"), PLAIN)
        assert caught.value.earliest == to_gregorian("1405-07-25")

    def test_a_start_before_the_law(self):
        with pytest.raises(PeriodNotInForce):
            deadline_of(period(20, start="1405-07-02"), to_gregorian("1405-07-01"), PLAIN)

    @pytest.mark.parametrize("value", [0, -20, 10**12])
    def test_a_court_set_length_that_is_none(self, value: int):
        with pytest.raises(ValueError, match="court-set"):
            CourtSet(value)


def test_the_count_day_by_day_numbers_each_day_and_leaves_out_the_act():
    days = list(counted_days(deadline_of(period(3), to_gregorian("1405-07-20"), PLAIN)))
    assert [(from_gregorian(each.day)[8:], each.number, each.note) for each in days] == [
        ("20", None, DayNote.START),
        ("21", 1, DayNote.COUNTED),
        ("22", 2, DayNote.COUNTED),
        ("23", 3, DayNote.COUNTED),
        ("24", None, DayNote.SKIPPED),
        ("25", None, DayNote.LAST),
    ]


def test_of_an_event_the_last_numbered_day_is_the_last_day():
    days = list(counted_days(deadline_of(period(2, counting="start_excluded"), to_gregorian("1405-07-20"), PLAIN)))
    assert [(each.number, each.note) for each in days] == [
        (None, DayNote.START),
        (1, DayNote.COUNTED),
        (2, DayNote.LAST),
    ]


STARTS = st.dates(FIRST, to_gregorian("1406-03-01"))
PERIODS = st.builds(
    period,
    st.integers(1, 90),
    st.just("day"),
    st.sampled_from(["pure", "start_excluded"]),
    readings=st.just(tuple(Effect)),
) | st.builds(
    period,
    st.integers(1, 6),
    st.sampled_from(["week", "month"]),
    st.sampled_from(["pure", "start_excluded"]),
    by_code=st.booleans(),
    readings=st.just(tuple(Effect)),
)
EXTRA = st.lists(st.dates(FIRST, LAST), max_size=40)
CALENDARS = EXTRA.map(lambda days: calendar(*(holiday(from_gregorian(day)) for day in days)))


@given(PERIODS, STARTS, st.integers(0, 60), CALENDARS)
def test_who_starts_later_never_ends_earlier(counted, start, later, by):
    assert last_day_of(counted, start, by) <= last_day_of(counted, start + later * DAY, by)


@given(PERIODS, STARTS, CALENDARS)
def test_the_last_day_is_open_and_every_day_skipped_before_it_is_not(counted, start, by):
    deadline = deadline_of(counted, start, by)
    assert by.is_open(deadline.last_day)
    between = [deadline.nominal + count * DAY for count in range((deadline.last_day - deadline.nominal).days)]
    assert [each.day for each in deadline.skipped] == between
    assert not any(by.is_open(day) for day in between)
    assert last_day_of(counted, start, by) == deadline.last_day


@given(PERIODS, STARTS, CALENDARS)
def test_the_filing_day_is_open_inside_every_reading_and_no_uncertain_weekday(counted, start, by):
    deadline = deadline_of(counted, start, by)
    assert by.is_open(deadline.file_by)
    if Mark.NO_EARLIER_DAY not in deadline.marks:
        assert start < deadline.file_by <= deadline.nominal
        assert all(deadline.file_by <= each.last_day for each in deadline.readings)
        assert not by.is_uncertain(deadline.file_by)


@given(PERIODS, STARTS, CALENDARS, EXTRA)
def test_a_closure_more_never_makes_the_last_day_earlier(counted, start, by, days):
    closed = by.with_closures([closure(day) for day in days])
    assert last_day_of(counted, start, by) <= last_day_of(counted, start, closed)


@given(PERIODS, STARTS, CALENDARS, EXTRA)
def test_a_day_of_outage_more_never_makes_the_last_day_earlier(counted, start, by, days):
    whole = deadline_of(counted, start, by)
    with_outage = deadline_of(counted, start, by, outage_days=days)
    assert whole.last_day <= with_outage.last_day
    assert with_outage.last_day_without_outages == whole.last_day


@given(PERIODS, STARTS, CALENDARS)
def test_no_month_of_another_law_ends_later_than_either_way_of_counting_it(counted, start, by):
    if not counted.months_by_code:
        assert last_day_of(counted, start, by) <= last_day_of(replace(counted, months_by_code=True), start, by)


@given(PERIODS, STARTS, CALENDARS)
def test_the_count_day_by_day_misses_no_day(counted, start, by):
    deadline = deadline_of(counted, start, by)
    days = list(counted_days(deadline))
    assert [each.day for each in days] == [start + count * DAY for count in range(len(days))]
    assert [each.number for each in days if each.number] == list(range(1, deadline.length_days + 1))
    assert [each.day for each in days if each.note is DayNote.LAST] == [deadline.last_day]


@given(st.dates(FIRST, LAST), st.dates(FIRST, LAST), CALENDARS)
def test_working_days_are_those_that_are_open_one_by_one(first: date, last: date, by: OfficeCalendar):
    early, late = min(first, last), max(first, last)
    opened = sum(by.is_open(early + count * DAY) for count in range(1, (late - early).days + 1))
    assert by.working_days_between(early, late) == opened
    assert by.working_days_between(late, early) == -opened
