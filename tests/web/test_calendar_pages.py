"""The calendar over HTTP: months and years, one-off closures entered and withdrawn by a supervisor."""

import re

import pytest

from assistant.domain.office_calendar import OfficeCalendar
from tests.web import conftest
from tests.web.conftest import build, post

CLOSURE = {"day": "1405/09/08", "scope": "isfahan", "reason": "آلودگی هوا", "source": "کارگروه استان"}


@pytest.fixture
def supervisor(house):
    return house.client("supervisor")


def added_id(page):
    return re.search(r'id="closure-([\w-]+)"', page).group(1)


def test_a_month_stands_with_its_holidays_and_today(house):
    page = house.client("clerk").get("/calendar").text
    assert "آذر ۱۴۰۵، استان اصفهان" in page
    assert "جشن ساختگی" in page
    assert "جشن اصفهان" in page
    assert page.count('aria-current="date"') == 1


def test_a_holiday_of_a_province_stands_only_there(house):
    assert "جشن اصفهان" not in house.client("clerk").get("/calendar?year=1405&month=9&province=tehran").text


def test_a_predicted_day_is_marked_in_words_with_its_other_day(house):
    page = house.client("clerk").get("/calendar?year=1405&month=10").text
    assert "شب ماه (پیش‌بینی‌شده)" in page
    assert "در تقویم دیگر یکشنبه ۱۳ دی ۱۴۰۵" in page


def test_a_year_has_twelve_months_and_leads_only_to_years_with_a_table(house):
    page = house.client("clerk").get("/calendar?year=1406&month=all").text
    assert page.count("<caption") == 12
    assert "سال پیش" in page
    assert "سال بعد" not in page


@pytest.mark.parametrize(
    "query", ["year=1300", "year=abcd&month=99", "month=13&province=atlantis", "year=١٤٠٥&month=²"]
)
def test_an_address_that_makes_no_sense_shows_a_month_all_the_same(house, query):
    answer = house.client("clerk").get(f"/calendar?{query}")
    assert answer.status_code == 200
    assert "calendar__day" in answer.text


def test_only_a_supervisor_sees_the_form(house, supervisor):
    assert "ثبت تعطیلی" in supervisor.get("/calendar").text
    assert "ثبت تعطیلی" not in house.client("office_manager").get("/calendar").text


def test_a_closure_moves_an_open_deadline_at_once(house, supervisor):
    clerk = house.client("clerk")
    asked = {"act": "return_answer", "served": "1405-08-27", "province": "isfahan"}
    assert "یکشنبه ۸ آذر ۱۴۰۵" in clerk.get("/deadlines/count", query_string=asked).text
    assert post(supervisor, "/calendar/closures", CLOSURE).status_code == 303
    moved = clerk.get("/deadlines/count", query_string=asked).text
    assert "دوشنبه ۹ آذر ۱۴۰۵" in moved
    assert "یکشنبه ۸ آذر ۱۴۰۵: آلودگی هوا" in moved
    elsewhere = clerk.get("/deadlines/count", query_string={**asked, "province": "tehran"}).text
    assert "آلودگی هوا" not in elsewhere


def test_a_closure_withdrawn_stands_on_with_the_reason_and_counts_no_more(house, supervisor):
    post(supervisor, "/calendar/closures", CLOSURE)
    id = added_id(supervisor.get("/calendar").text)
    assert post(supervisor, f"/calendar/closures/{id}/withdraw", {"reason": "لغو شد"}).status_code == 303
    page = supervisor.get("/calendar").text
    assert "پس گرفته شده" in page
    assert "لغو شد" in page
    asked = {"act": "return_answer", "served": "1405-08-27", "province": "isfahan"}
    assert "یکشنبه ۸ آذر ۱۴۰۵" in house.client("clerk").get("/deadlines/count", query_string=asked).text
    assert {"closure.added", "closure.withdrawn"} <= set(house.acts())


def test_withdrawing_without_a_reason_is_told_at_that_closure(house, supervisor):
    post(supervisor, "/calendar/closures", CLOSURE)
    id = added_id(supervisor.get("/calendar").text)
    answer = post(supervisor, f"/calendar/closures/{id}/withdraw", {"reason": "  "})
    assert answer.status_code == 422
    assert "نوشته نشده است" in answer.text
    assert "closure.withdrawn" not in house.acts()


def test_a_closure_unknown_or_withdrawn_already_is_not_found(house, supervisor):
    assert post(supervisor, "/calendar/closures/none/withdraw", {"reason": "x"}).status_code == 404
    post(supervisor, "/calendar/closures", CLOSURE)
    id = added_id(supervisor.get("/calendar").text)
    post(supervisor, f"/calendar/closures/{id}/withdraw", {"reason": "لغو شد"})
    assert post(supervisor, f"/calendar/closures/{id}/withdraw", {"reason": "لغو شد"}).status_code == 404


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"day": "1404/12/30"}, "بیست‌ونه روز دارد"),
        ({"day": ""}, "روز خالی است"),
        ({"day": "1410/01/01"}, "بیرون از جدول‌های تقویم است"),
        ({"scope": "atlantis"}, "در فهرست نیست"),
        ({"reason": ""}, "دلیل خالی است"),
        ({"source": " "}, "منبع خالی است"),
        ({"reason": "آ" * 600}, "گنجایش دلیل"),
    ],
)
def test_a_closure_that_cannot_be_read_is_told_at_its_field_and_not_kept(house, supervisor, changed, told):
    answer = post(supervisor, "/calendar/closures", {**CLOSURE, **changed})
    assert answer.status_code == 422
    assert told in answer.text
    assert 'value="کارگروه استان"' in answer.text or "source" in changed
    assert house.services.calendar.current().closures == ()


def test_the_same_day_twice_is_refused(house, supervisor):
    post(supervisor, "/calendar/closures", CLOSURE)
    answer = post(supervisor, "/calendar/closures", CLOSURE)
    assert answer.status_code == 422
    assert "تعطیلی ثبت شده است" in answer.text
    assert len(house.services.calendar.current().closures) == 1


def test_an_installation_without_tables_says_so(monkeypatch):
    monkeypatch.setattr(conftest, "made_up_calendar", OfficeCalendar.empty)
    page = build().client("clerk").get("/calendar").text
    assert "جدول تعطیلات نیست" in page
