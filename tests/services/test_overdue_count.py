"""The count on a letter or slip says so when it rests on data past their date."""

from dataclasses import replace

from assistant.checks.deadlines import deadline_of
from assistant.domain.jalali import to_gregorian
from assistant.services.filing_rows import LabelValue
from assistant.services.outage_decision import count_rows
from tests.checks.deadline_world import calendar, period
from tests.tiny_house.outage_words import made_up_texts

START = to_gregorian("1405-07-01")
SAID = LabelValue("داده‌ها", "گذشته از تاریخ")


def rows(counted):
    return count_rows(deadline_of(counted, START, calendar(), today=START), made_up_texts().count)


def test_a_period_past_its_date_is_told_at_the_end_of_the_count():
    assert rows(replace(period(20), verified_until=to_gregorian("1405-06-31")))[-1] == SAID


def test_a_period_verified_today_is_counted_without_a_word():
    assert SAID not in rows(period(20))
