"""The deadline pages over HTTP: worklist, calculator, a draft's deadlines."""

import pytest
from icalendar import Calendar

from tests.tiny_house.house import field, form_of
from tests.tiny_house.office_days import deadline
from tests.web import conftest
from tests.web.conftest import build, post

COUNT = "/deadlines/count"
FORM = form_of(
    field("plaintiffs", "list", item_label="خواهان", fields=conftest.PERSON),
    field("kind", "choice", options=["barn", "field"], required=True),
    field("served", "jalali_date"),
    field("lives", "choice", options=["here", "abroad"]),
    field("height", "integer"),
)


@pytest.fixture
def house(monkeypatch):
    """The template starts a period of ten days when a barn was served."""
    declared = deadline(FORM, "return_answer", "served", when="kind == 'barn'", abroad="lives == 'abroad'")
    monkeypatch.setattr(conftest, "FORM", FORM)
    monkeypatch.setattr(conftest, "DEADLINES", (declared,))
    return build()


@pytest.fixture
def clerk(house):
    return house.client("clerk")


def asked(client, **typed):
    return client.get(COUNT, query_string={"act": "return_answer", "province": "national", **typed})


def test_the_calculator_waits_until_something_is_asked(clerk):
    page = clerk.get(COUNT).text
    assert "این‌جا می‌آید" in page
    assert "خالی است" not in page
    assert '<optgroup label="در جریان دادرسی">' in page


def test_the_last_day_stands_with_weekday_days_left_basis_and_the_day_by_day_count(clerk):
    page = asked(clerk, served="1405/08/27").text
    assert "یکشنبه ۸ آذر ۱۴۰۵" in page
    assert "۶ روز کاری تا پایان مهلت" in page
    assert "بند ۳ آیین‌نامه ساختگی" in page
    assert "روز رسیدن برگ شمرده می‌شود." in page
    assert page.count("<tr><td>") == 12  # the start, ten days and the day of the act


def test_a_day_that_is_passed_over_is_named_with_its_reason(clerk):
    page = asked(clerk, served="1405-08-25").text
    assert "جمعه ۶ آذر ۱۴۰۵: جمعه" in page
    assert "شنبه ۷ آذر ۱۴۰۵" in page


def test_a_holiday_of_one_province_moves_the_last_day_there_only(house):
    house.clock.advance(days=9)
    clerk = house.client("clerk")
    assert "سه‌شنبه ۱۷ آذر ۱۴۰۵" in asked(clerk, served="1405-09-06").text
    assert "چهارشنبه ۱۸ آذر ۱۴۰۵" in asked(clerk, served="1405-09-06", province="isfahan").text


def test_the_province_of_the_office_is_taken_where_none_was_chosen(house):
    house.clock.advance(days=9)
    clerk = house.client("clerk")
    page = clerk.get(COUNT, query_string={"act": "return_answer", "served": "1405-09-06"}).text
    assert "چهارشنبه ۱۸ آذر ۱۴۰۵" in page


def test_who_lives_abroad_has_the_longer_period(clerk):
    assert "۶۰ روز، مقیم خارج" in asked(clerk, served="1405-08-27", abroad="yes").text


def test_several_persons_are_counted_each_alone(clerk):
    page = asked(clerk, served="1405-08-27", served_2="1405-08-29").text
    assert "هر نفر جداگانه" in page
    assert "سه‌شنبه ۱۰ آذر ۱۴۰۵" in page


def test_a_predicted_holiday_at_the_end_is_marked(house):
    house.clock.advance(days=40)
    clerk = house.client("clerk")
    page = asked(clerk, served="1405-10-01").text
    assert "تعطیلی پیش‌بینی‌شده در نزدیکی روز پایان: شب ماه" in page


def test_a_period_of_the_court_needs_the_length_the_court_named(clerk):
    query = {"act": "court_word", "served": "1405-08-25", "province": "national"}
    assert "مدت خالی است" in clerk.get(COUNT, query_string=query).text
    page = clerk.get(COUNT, query_string={**query, "length": "2", "unit": "week"}).text
    assert "۲ هفته به تعیین دادگاه" in page
    assert "سه‌شنبه ۱۰ آذر ۱۴۰۵" in page


def test_an_act_without_days_says_so(clerk):
    page = clerk.get(COUNT, query_string={"act": "at_once", "served": "1405-08-25"}).text
    assert "این کار فوری است و مدت معینی به روز ندارد." in page


def test_a_year_without_a_table_is_a_plain_notice(clerk):
    answer = asked(clerk, served="1400-01-20")
    assert answer.status_code == 200
    assert "جدول تعطیلات سال ۱۴۰۰ در داده‌ها نیست" in answer.text


def test_a_period_that_ends_inside_the_tables_needs_no_table_for_its_start(clerk):
    assert "جدول تعطیلات" not in asked(clerk, served="1403-12-25").text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"served": "1404/12/30"}, "اسفند ۱۴۰۴ بیست‌ونه روز دارد"),
        ({"served": "1405/02/32"}, "در تقویم نیست"),
        ({"served": "2026/11/22"}, "میلادی است"),
        ({"served": "1405/13/01"}, "ماه عددی از ۱ تا ۱۲ است"),
        ({"served": "1405/09/02"}, "پس از امروز (۱۴۰۵/۰۹/۰۱) است"),
        ({"served": "دیروز"}, "به شکل تاریخ نیست"),
        ({"served": ""}, "تاریخ رسیدن برگ خالی است"),
        ({"served": "1405/08/25", "act": ""}, "مهلت خالی است"),
        ({"served": "1405/08/25", "act": "nothing"}, "خوانده شد که در میان گزینه‌ها نیست"),
        ({"served": "1405/08/25", "province": "atlantis"}, "خوانده شد که در فهرست نیست"),
        ({"served": "1405/08/25", "served_2": "1405/09/20"}, "نفر 2"),
        ({"served": "1405/08/25", "act": "court_word", "length": "-3"}, "کمترین مقدار"),
        ({"served": "1405/08/25", "act": "court_word", "length": "9999999999999999999"}, "بزرگ‌ترین"),
        ({"served": "1405/08/25", "act": "court_word", "length": "1000", "unit": "month"}, "جدول تعطیلات سال"),
    ],
)
def test_what_cannot_be_read_is_told_at_its_field_and_stays(clerk, typed, told):
    answer = asked(clerk, **typed)
    assert answer.status_code == 200
    assert told in answer.text
    if typed["served"]:
        assert f'value="{typed["served"]}"' in answer.text


def test_the_smaller_version_is_the_result_alone(clerk):
    part = clerk.get(
        COUNT,
        query_string={"act": "return_answer", "served": "1405/08/27", "province": "national"},
        headers={"HX-Request": "true"},
    ).text
    assert "یکشنبه ۸ آذر ۱۴۰۵" in part
    assert "<html" not in part
    wrong = clerk.get(COUNT, query_string={"act": "return_answer", "served": "x"}, headers={"HX-Request": "true"}).text
    assert "به شکل تاریخ نیست" in wrong


def test_the_worklist_says_what_will_stand_there(clerk):
    page = clerk.get("/deadlines").text
    assert "مهلتی در پیش نیست" in page


def test_the_worklist_has_todays_deadline_first_then_by_the_days_left_then_those_past(house, clerk):
    for served in ("1405-08-27", "1405-08-10", "1405-08-20", "1405-08-22"):
        house.draft_of("clerk", kind="barn", served=served)
    page = clerk.get("/deadlines").text
    days = ["یکشنبه ۱ آذر ۱۴۰۵", "سه‌شنبه ۳ آذر ۱۴۰۵", "یکشنبه ۸ آذر ۱۴۰۵", "پنجشنبه ۲۱ آبان ۱۴۰۵"]
    places = [page.rindex(day) for day in days]
    assert places == sorted(places)
    assert page.index("در پیش") < page.index("روز پایان گذشته")


def test_a_filing_day_gone_by_is_marked_in_words(house, clerk):
    house.draft_of("clerk", kind="barn", served="1405-08-20")
    assert "روز مطمئن ثبت گذشته: ۱۴۰۵/۰۸/۳۰" in clerk.get("/deadlines").text


def test_a_draft_whose_deadline_hangs_on_an_open_answer_is_shown_as_such(house, clerk):
    house.draft_of("clerk", served="1405-08-27")
    page = clerk.get("/deadlines").text
    assert "یکشنبه ۸ آذر ۱۴۰۵" in page
    assert "بسته به پاسخ‌ها" in page


def test_a_draft_of_another_kind_has_no_deadline(house, clerk):
    house.draft_of("clerk", kind="field", served="1405-08-27")
    assert "مهلتی در پیش نیست" in clerk.get("/deadlines").text


def test_a_manager_sees_the_drafts_of_the_office_a_clerk_only_the_own(house, clerk):
    house.draft_of("colleague", kind="barn", served="1405-08-27")
    house.draft_of("stranger", kind="barn", served="1405-08-27")
    assert "مهلتی در پیش نیست" in clerk.get("/deadlines").text
    page = house.client("office_manager").get("/deadlines").text
    assert "همکار colleague" in page
    assert page.count("یکشنبه ۸ آذر ۱۴۰۵") == 1


def test_who_has_no_drafts_comes_to_the_calculator(house):
    answer = house.client("auditor").get("/deadlines")
    assert (answer.status_code, answer.location) == (303, COUNT)
    assert "کارهای مهلت‌دار" not in house.client("auditor").get(COUNT).text


def test_a_deadline_set_by_hand_is_counted_listed_and_removed(house, clerk):
    draft = house.draft_of("clerk", kind="field")
    place = f"/drafts/{draft.id}/deadlines"
    answer = post(clerk, place, {"act": "return_answer", "served": "1405/08/27", "abroad": "no"})
    assert (answer.status_code, answer.location) == (303, place)
    page = clerk.get(place).text
    assert "یکشنبه ۸ آذر ۱۴۰۵" in page
    assert "یکشنبه ۸ آذر ۱۴۰۵" in clerk.get("/deadlines").text
    own = house.services.deadlines.of_draft(house.actor("clerk"), draft.id).deadlines[0].own_id
    assert post(clerk, f"{place}/remove", {"deadline": own}).status_code == 303
    assert "مهلتی بر این پیش‌نویس جاری نیست" in clerk.get(place).text
    assert {"deadline.set", "deadline.removed"} <= set(house.acts())


def test_the_same_deadline_twice_is_refused_in_words(house, clerk):
    draft = house.draft_of("clerk", kind="field")
    form = {"act": "return_answer", "served": "1405/08/27"}
    post(clerk, f"/drafts/{draft.id}/deadlines", form)
    answer = post(clerk, f"/drafts/{draft.id}/deadlines", form)
    assert answer.status_code == 422
    assert "پیش‌تر برای این پیش‌نویس ثبت شده است" in answer.text
    assert 'value="1405/08/27"' in answer.text


@pytest.mark.parametrize("form", [{}, {"act": "return_answer"}, {"act": "nothing", "served": "1405/08/27"}])
def test_a_deadline_that_cannot_be_read_is_not_set(house, clerk, form):
    draft = house.draft_of("clerk", kind="field")
    answer = post(clerk, f"/drafts/{draft.id}/deadlines", form)
    assert answer.status_code == 422
    assert house.services.deadlines.of_draft(house.actor("clerk"), draft.id).deadlines == ()


def test_removing_what_does_not_stand_changes_nothing(house, clerk):
    draft = house.draft_of("clerk", kind="field")
    assert post(clerk, f"/drafts/{draft.id}/deadlines/remove", {"deadline": "none"}).status_code == 303
    assert "deadline.removed" not in house.acts()


def test_the_line_above_a_draft_tells_the_working_days_left(house, clerk):
    draft = house.draft_of("clerk", kind="barn", served="1405-08-27")
    assert "۶ روز کاری تا پایان مهلت" in clerk.get(f"/drafts/{draft.id}/steps/kind").text
    assert "۶ روز کاری تا پایان مهلت" in clerk.get(f"/drafts/{draft.id}/review").text


def test_an_answer_that_starts_a_period_brings_the_line_along(house, clerk):
    draft = house.draft_of("clerk", kind="barn")
    answer = post(
        clerk,
        f"/drafts/{draft.id}/field",
        {"path": "served", "served": "1405/08/27", "revision": str(draft.revision)},
        headers={"HX-Request": "true"},
    )
    assert 'id="deadline"' in answer.text
    assert "۶ روز کاری تا پایان مهلت" in answer.text


def test_the_calendar_file_holds_both_days_with_reminders_and_no_name(house, clerk):
    draft = house.draft_of("clerk", kind="barn", served="1405-08-27")
    person = {"first_name": "نگار", "last_name": "سپهری"}
    house.services.drafting.fill(house.actor("clerk"), draft.id, {"plaintiffs": [person]}, [])
    answer = clerk.get(f"/drafts/{draft.id}/deadlines.ics")
    assert answer.headers["Content-Type"].startswith("text/calendar")
    assert draft.number in answer.headers["Content-Disposition"]
    events = Calendar.from_ical(answer.data).walk("VEVENT")
    assert [event.decoded("dtstart").isoformat() for event in events] == ["2026-11-29", "2026-11-28"]
    assert all(event.walk("VALARM") for event in events)
    text = answer.data.decode().replace("\r\n ", "")
    assert "پاسخ به بازگشت" in text
    assert "سپهری" not in text


def test_the_calendar_file_names_the_same_entries_each_time(house, clerk):
    draft = house.draft_of("clerk", kind="barn", served="1405-08-27")
    ids = []
    for _ in range(2):
        found = Calendar.from_ical(clerk.get(f"/drafts/{draft.id}/deadlines.ics").data)
        ids.append([str(event["uid"]) for event in found.walk("VEVENT")])
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == 2


def test_names_stand_in_no_title_and_no_address(house, clerk):
    draft = house.draft_of("clerk", kind="barn", served="1405-08-27")
    house.services.drafting.fill(
        house.actor("clerk"), draft.id, {"plaintiffs": [{"first_name": "نگار", "last_name": "سپهری"}]}, []
    )
    page = clerk.get(f"/drafts/{draft.id}/deadlines").text
    assert "سپهری" not in page[page.index("<title>") : page.index("</title>")]
