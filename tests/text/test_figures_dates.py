"""Days the calendar does not have, weekdays that are not theirs, past events told of days to come."""

import pytest

from assistant.domain.jalali import to_gregorian
from assistant.domain.text_case import TextCase
from tests.text.figure_samples import found, spans

FILED = TextCase(filing_day=to_gregorian("1404-08-01"))


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("چک در تاریخ ۱۴۰۴/۱۲/۳۰ صادر شد.", "۱۴۰۴/۱۲/۳۰"),
        ("قرارداد مورخ 1403/07/31 تنظیم شد.", "1403/07/31"),
        ("قرارداد مورخ ۳۱/۰۷/۱۴۰۳ تنظیم شد.", "۳۱/۰۷/۱۴۰۳"),
        ("قرارداد مورخ ۱۴۰۳-۰۷-۳۱ تنظیم شد.", "۱۴۰۳-۰۷-۳۱"),
        ("رسید مورخ ۱۴۰۲/۱۳/۰۵ پیوست است.", "۱۴۰۲/۱۳/۰۵"),
        ("رسید مورخ ۱۴۰۲/۰۰/۰۵ پیوست است.", "۱۴۰۲/۰۰/۰۵"),
        ("رسید مورخ ۹۹/۱۳/۳۵ پیوست است.", "۹۹/۱۳/۳۵"),
        ("در ۳۱ مهر ۱۴۰۳ فوت کرد.", "۳۱ مهر ۱۴۰۳"),
        ("در سی و یکم آبان‌ماه فوت کرد.", "سی و یکم آبان‌ماه"),
        ("در سی‌ام اسفند یک هزار و چهارصد و چهار فوت کرد.", "سی‌ام اسفند یک هزار و چهارصد و چهار"),
        ("در ۳۱ آذر ماه سال ۱۴۰۱ فوت کرد.", "۳۱ آذر ماه سال ۱۴۰۱"),
    ],
)
def test_days_that_are_not_in_the_calendar(text, span):
    assert spans(text, FILED) == [("impossible-date", span)]


@pytest.mark.parametrize(
    "text",
    [
        "چک در تاریخ ۱۴۰۳/۱۲/۳۰ صادر شد.",
        "قرارداد مورخ ۳۱/۰۶/۱۴۰۳ تنظیم شد.",
        "در مورخه 3/12/90 و ۹۹/۰۵/۱۳ رسید داد.",
        "نامه شماره ۱۴۰۳/۱۵/۲۲ و پلاک ۱۲/۳۴/۵۶ و شماره ۸۷/۴۵۶/۱۲ پیوست است.",
        "در سی و یکم شهریور ۱۴۰۲ فوت کرد.",
        "قرارداد مورخ ۱۴۴۵/۱۳/۱۲ قمری و سند 2023/02/30 میلادی",
        "مبلغ ۱۴۰۰/۵۰۰/۰۰۰ ریال و ۱٬۴۰۳٬۱۳۰٬۰۰۰ ریال",
        "از مهر ۱۴۰۳ تا پایان سال ۱۴۰۳ سکونت داشت.",
    ],
)
def test_days_of_the_calendar_and_numbers_that_only_look_like_dates(text):
    assert spans(text, FILED) == []


def test_the_weekday_is_compared_with_the_calendar():
    assert spans("روز یکشنبه مورخ ۱۴۰۴/۰۵/۱۳ رفتم.") == [("impossible-date", "یکشنبه مورخ ۱۴۰۴/۰۵/۱۳")]
    assert found("سه شنبه ۱۳ مرداد ۱۴۰۴ رفتم.")[0].suggestions == ("دوشنبه ۱۳ مرداد ۱۴۰۴",)
    assert spans("روز دوشنبه مورخ ۱۴۰۴/۰۵/۱۳ و سه شنبه ۱۴ مرداد ۱۴۰۴ رفتم.") == []


def test_the_message_says_how_long_the_month_is():
    (finding,) = found("در تاریخ ۱۴۰۴/۱۲/۳۰ رفت.")
    assert finding.message == "تاریخ «۱۴۰۴/۱۲/۳۰» در تقویم نیست: اسفند ۱۴۰۴ ۲۹ روز دارد."


@pytest.mark.parametrize(
    "text",
    [
        "در تاریخ ۱۴۰۶/۰۲/۰۱ مبلغ را پرداخت کرده است.",
        "در تاریخ ۱۴۰۶/۰۲/۰۱ خوانده از ملک خارج شد.",
        "مبایعه‌نامه مورخ ۱۴۰۶/۰۲/۰۱ پیوست است.",
    ],
)
def test_what_happened_did_not_happen_after_the_filing(text):
    assert spans(text, FILED) == [("impossible-date", "۱۴۰۶/۰۲/۰۱")]
    assert spans(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "جلسه در تاریخ ۱۴۰۶/۰۲/۰۱ تعیین شد.",
        "سررسید آن ۱۴۰۶/۰۲/۰۱ است.",
        "اجاره تا تاریخ ۱۴۰۶/۰۲/۰۱ تمدید شد.",
        "ملک در تاریخ ۱۴۰۶/۰۲/۰۱ تحویل خواهد شد.",
        "متعهد شد در تاریخ ۱۴۰۶/۰۲/۰۱ آن را تحویل دهد.",
        "چک شماره ۱۲۳۴۵ مورخ ۱۴۰۶/۰۲/۰۱ نزد خواهان است.",
        "در تاریخ ۱۴۰۴/۰۲/۰۱ مبلغ را پرداخت کرد.",
    ],
)
def test_what_is_planned_may_lie_ahead(text):
    assert spans(text, FILED) == []
