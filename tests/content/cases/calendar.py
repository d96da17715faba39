"""Tables of closed days, periods and readings."""

# ruff: noqa: E501 (a table)

from tests.content.case import CARD_AGE, Case, edit
from tests.content.tree import tiny_files, with_file, without_file

YEAR = "rules/calendar/holidays-1405.yaml"
NEXT_YEAR = "rules/calendar/holidays-1406.yaml"
WEEK = "rules/calendar/weekly.yaml"
READINGS = "rules/period-readings.yaml"
RETURN = "rules/periods/book-return.yaml"
RENEWAL = "rules/periods/card-renewal.yaml"
COMPLAINT = "rules/periods/complaint.yaml"
LATER = "rules/calendar/holidays-1408.yaml"

CALENDAR = [
    edit("calendar_wrong_year", YEAR, "{date: 1405-01-01,", "{date: 1404-01-01,"),
    edit("calendar_wrong_year", NEXT_YEAR, "year: 1406", "year: 1404"),
    edit("calendar_holiday_twice", YEAR, "{date: 1405-09-14, title: روز شهر, kind: ad_hoc, scope: tehran", "{date: 1405-01-01, title: آغاز سال, kind: solar, scope: national",
         at="{date: 1405-01-01, title: آغاز سال, kind: solar, scope: national, status: declared"),
    edit("calendar_unknown_place", YEAR, "scope: tehran", "scope: teheran", nearest="tehran"),
    edit("calendar_other_date_same", YEAR, "other_date: 1405-09-12", "other_date: 1405-09-11"),
    Case("calendar_year_missing",
         with_file(LATER, tiny_files()[NEXT_YEAR].replace(b"1406-01-01", b"1408-01-01").replace(b"year: 1406", b"year: 1408").replace(b"holidays-1406", b"holidays-1408")),
         LATER, "year: 1408"),
    Case("calendar_week_missing", without_file(WEEK), WEEK),
    edit("calendar_week_unordered", WEEK, "{from: 1400-01-01,", "{from: 1390-01-01,", at="{from: 1390-01-01, days: [friday]"),
]  # fmt: skip

PERIODS = [
    edit("period_name_differs", RETURN, "id: book_return", "id: return_of_book"),
    edit("period_lengths_unordered", RETURN, "{from: 1400-01-01,", "{from: 1390-01-01,", at="{from: 1390-01-01, value: 8"),
    edit("period_lengths_unordered", RETURN, "{from: 1400-01-01,", "{from: 1389-01-01,"),
    edit("period_length_superfluous", COMPLAINT, "lengths: []", "lengths: [{from: 1390-01-01, value: 3, unit: day, grade: own, source: x}]"),
    edit("period_start_kind", RETURN, "start_kind: service", "start_kind: event", at="counting: pure"),
    edit("period_unknown_reading", RETURN, "[thursday_closed]", "[thursday_closd]", nearest="thursday_closed"),
    edit("period_reading_missing", READINGS, "effect: thirty_day_months", "effect: two_runs", told_in=RENEWAL, at="lengths:"),
    edit("period_reading_missing", RENEWAL, "value: 3, unit: month", "value: 3, unit: year", at="lengths:"),
    edit("dated_unknown_law", YEAR, "{law: club,", "{law: clubb,", nearest="club"),
    edit("dated_unknown_law", WEEK, "{law: club, article: '2'}", "{law: clubb, article: '2'}", nearest="club"),
    edit("dated_unknown_law", RETURN, "{law: club, article: '11'}", "{law: clubb, article: '11'}", nearest="club"),
    edit("dated_unknown_law", READINGS, "{law: club,", "{law: clubb,", nearest="club"),
    edit("duplicate_entry", READINGS, "id: two_parts", "id: thursday_closed", at="id: thursday_closed\n  title: دو پاره"),
    edit("condition_unknown_period", CARD_AGE, "days_between(card_date, today) > 365", "last_day('card_renewel', card_date) < today", nearest="card_renewal"),
    edit("condition_arguments", CARD_AGE, "days_between(card_date, today) > 365", "last_day(card_date, card_date) < today"),
]  # fmt: skip
