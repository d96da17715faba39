"""The place «دفتر» over HTTP, without scripts: recording an outage, the applicant, the letter, the slip."""

import io
import json
import re
from datetime import timedelta

import pytest

from assistant.domain.jalali import from_gregorian, to_gregorian
from assistant.domain.ledger import verified_lines
from assistant.services.counted_deadline import DeadlineState
from assistant.services.office_time import office_date
from tests.tiny_house.house import field, form_of
from tests.tiny_house.office_days import deadline
from tests.web.conftest import PERSON, House, build, post, token

PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 50
NAME = "نگین آرام"
TODAY = to_gregorian("1405-09-01")
LETTER = {
    "client.full_name": NAME,
    "client.national_id": "۹۹۹۰۰۰۰۰۱۸",
    "client.arrived_at": "۹:۵",
    "client.role": "party",
    "client.identity_checked": "yes",
    "client.consent_to_share": "yes",
    "case.court_fa": "شعبه نمونه",
    "case.case_number": "1405000000000000",
    "case.decision_kind": "judgment",
    "case.decision_number": "140500000000000000",
    "case.decision_date": "1405/8/7",
    "case.service.mode": "electronic_viewed",
    "act.prepared_documents": "دادخواست\n\nتصویر دادنامه",
    "office.manager": "مدیر نمونه",
    "office.city": "اصفهان",
    "once": "sheet-number-1",
}


FORM = form_of(
    field("plaintiffs", "list", item_label="خواهان", fields=PERSON),
    field("kind", "choice", options=["barn", "field"], required=True),
    field("served", "jalali_date"),
    field("height", "integer"),
)


@pytest.fixture
def house(monkeypatch) -> House:
    """The template starts a period of ten days when a barn was served."""
    declared = deadline(FORM, "return_answer", "served", when="kind == 'barn'")
    monkeypatch.setattr("tests.web.conftest.FORM", FORM)
    monkeypatch.setattr("tests.web.conftest.DEADLINES", (declared,))
    return build()


@pytest.fixture
def clerk(house):
    return house.client("clerk")


def opened(client) -> str:
    """The address of the outage that the one button opens."""
    answer = post(client, "/office/outages")
    assert answer.status_code == 303
    return answer.location


def recorded(client) -> str:
    """An outage with everything a letter needs."""
    place = opened(client)
    day, time = "1405/09/01", "11:30"
    facts = {"failure_date": day, "failure_time": time, "systems": ["office_portal", "signature"], "scope": "national",
             "symptoms": "صفحه باز نمی‌شود", "error_codes": "504، E2"}  # fmt: skip
    tried = {"attempt_date": day, "attempt_time": time, "attempt_result": "همان خطا"}
    checks = {"power_ok": "yes", "internet_ok": "yes", "other_office_affected": "yes"}
    for part, form in (("facts", facts), ("attempts", tried), ("checks", checks)):
        assert post(client, f"{place}/{part}", form).status_code == 303
    return place


def counted(house: House, *, days_ago: int) -> dict[str, str]:
    start = office_date(house.clock.now()) - timedelta(days=days_ago)
    return {"period": "return_answer", "start": from_gregorian(start), "abroad": "no"}


def today(house: House) -> dict[str, str]:
    return counted(house, days_ago=11)


def test_one_press_opens_an_outage_and_the_record_follows(house, clerk):
    place = opened(clerk)
    page = clerk.get(place).text
    assert "ادامه دارد" in page
    assert "۱۱:۳۰" in page
    assert opened(clerk) == place
    assert "ادامه دارد" in clerk.get("/office").text


def test_the_desk_has_the_button_and_its_key_for_those_who_may(house, clerk):
    page = clerk.get("/").text
    assert "اختلال سامانه ثبت شود" in re.sub("<[^>]+>", "", page)
    assert 'data-key="O"' in page


def test_what_was_recorded_is_shown_and_read_by_the_rest_of_the_office(house, clerk):
    place = recorded(clerk)
    page = house.client("colleague").get(place).text
    for text in ("همان خطا", "صفحه باز نمی‌شود", "۵۰۴، E2"):
        assert text in page
    assert house.client("supervisor").get(place).status_code == 200


def test_a_screenshot_goes_in_and_comes_out(house, clerk):
    place = opened(clerk)
    form = {"attempt_date": "1405/09/01", "attempt_time": "11:30", "attempt_result": "خطا"}
    answer = post(clerk, f"{place}/attempts", {**form, "picture": (io.BytesIO(PNG), "نام.exe")})
    assert answer.status_code == 303
    link = re.search(r'href="(/office/outages/[^"]+/pictures/[^"]+)"', clerk.get(place).text)
    assert link is not None
    picture = clerk.get(link.group(1))
    assert (picture.data, picture.mimetype) == (PNG, "image/png")
    assert picture.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (PNG.ljust(2 * 1024 * 1024 + 1, b"x"), "بیش از ۲ مگابایت"),
        (PNG.ljust(9 * 1024 * 1024, b"x"), "بیش از ۲ مگابایت"),
        (b"GIF89a", "PNG یا JPEG نیست"),
        (b"<html><script>alert(1)</script>", "PNG یا JPEG نیست"),
    ],
)
def test_another_file_comes_back_at_its_field_with_the_rest_as_typed(house, clerk, content, words):
    place = opened(clerk)
    form = {"attempt_date": "1405/09/01", "attempt_time": "11:30", "attempt_result": "نتیجهٔ تایپ‌شده"}
    answer = post(clerk, f"{place}/attempts", {**form, "picture": (io.BytesIO(content), "x.png")})
    assert answer.status_code == 422
    assert words in answer.text
    assert 'value="نتیجهٔ تایپ‌شده"' in answer.text
    assert "هنوز تلاشی ثبت نشده است" in answer.text


def test_a_file_beyond_all_measure_is_refused_before_it_is_read(house, clerk):
    place = opened(clerk)
    picture = (io.BytesIO(b"x" * (13 * 1024 * 1024)), "x.png")
    assert post(clerk, f"{place}/attempts", {"picture": picture}).status_code == 413
    assert post(clerk, f"{place}/checks", {"other_office_name": "x" * (3 * 1024 * 1024)}).status_code == 413


@pytest.mark.parametrize(
    ("part", "form", "words"),
    [
        ("attempts", {"attempt_date": "1405/13/01", "attempt_time": "11:30", "attempt_result": "x"}, "attempt_date"),
        ("attempts", {"attempt_date": "1405/09/01", "attempt_time": "25:00", "attempt_result": "x"}, "۲۳:۵۹"),
        ("attempts", {"attempt_date": "1405/09/01", "attempt_time": "11:30"}, "نتیجهٔ تلاش خالی است"),
        ("attempts", {"attempt_date": "1405/09/02", "attempt_time": "11:30", "attempt_result": "x"}, "هنوز نرسیده"),
        ("attempts", {"attempt_date": "1405/08/30", "attempt_time": "11:30", "attempt_result": "x"}, "پیش از نخستین"),
        ("facts", {"failure_date": "1405/09/01", "failure_time": "11:30", "scope": "national"}, "سامانه‌ها خالی است"),
        ("facts", {"failure_date": "", "failure_time": "x", "scope": "moon", "systems": "moon"}, "failure_date"),
        ("checks", {"power_ok": "maybe"}, "power_ok"),
        ("restored", {"restored_date": "1405/09/03", "restored_time": "1", "work_went_on": "yes"}, "هنوز نرسیده"),
        ("restored", {}, "restored_date"),
        ("withdrawn", {}, "دلیل خالی است"),
    ],
)
def test_what_cannot_be_is_told_at_its_field_and_nothing_is_written(house, clerk, part, form, words):
    place = opened(clerk)
    before = len(house.acts())
    answer = post(clerk, f"{place}/{part}", form)
    assert answer.status_code == 422
    assert words in answer.text
    assert len(house.acts()) == before


def test_with_the_last_day_today_the_letter_opens(house, clerk):
    place = recorded(clerk)
    page = clerk.get(f"{place}/visit", query_string=today(house)).text
    assert "یکشنبه ۱ آذر ۱۴۰۵" in page
    assert "روز ۱ تا ۱۰" in page
    assert "تنظیم نامه به معاونت" in page
    assert clerk.get(f"{place}/letter", query_string=today(house)).status_code == 200


@pytest.mark.parametrize("days_ago", [9, 10, 12, 60])
def test_with_another_last_day_there_is_no_way_to_a_letter(house, clerk, days_ago):
    place = recorded(clerk)
    other = counted(house, days_ago=days_ago)
    page = clerk.get(f"{place}/visit", query_string=other).text
    assert "تنظیم نامه به معاونت" not in page
    assert "آخرین روز مهلتش همین امروز" in page
    assert clerk.get(f"{place}/letter", query_string=other).status_code == 303
    answer = post(clerk, f"{place}/letters", {**LETTER, **other})
    assert answer.status_code == 303
    assert "/visit" in answer.location
    assert "letter.made" not in house.acts()


def test_the_letter_is_made_signed_followed_up_and_listed(house, clerk):
    place = recorded(clerk)
    made = post(clerk, f"{place}/letters", {**LETTER, **today(house)})
    assert made.status_code == 303, made.text
    page = clerk.get(made.location).text
    for text in (NAME, "۱۴۰۵/د/۱", "۹۹۹۰۰۰۰۰۱۸", "دادخواست، تصویر دادنامه", "در انتظار"):
        assert text in page
    assert "امضای مدیر دفتر</button>" not in page
    assert post(clerk, f"{made.location}/signature").status_code == 403
    manager = house.client("office_manager")
    assert post(manager, f"{made.location}/signature").status_code == 303
    assert "همکار office_manager" in clerk.get(made.location).text
    sent = {"sent_by": "fax", "sent_at": "13", "receipt_number": "77", "filed_on": "1405/9/2", "tracking_code": "99900"}
    assert post(clerk, f"{made.location}/follow-up", sent).status_code == 303
    assert "امضا شد، فرستاده شد" in clerk.get("/office").text
    document = clerk.get(f"{made.location}/paper.docx")
    assert json.loads(document.data)["client"] == NAME
    assert NAME not in document.headers["Content-Disposition"]


def test_what_is_missing_comes_back_at_its_field_with_everything_typed(house, clerk):
    place = recorded(clerk)
    form = {**LETTER, **today(house), "client.full_name": "", "client.national_id": "12", "office.city": " "}
    answer = post(clerk, f"{place}/letters", form)
    assert answer.status_code == 422
    assert 'href="#client.national_id"' in answer.text
    assert 'value="شعبه نمونه"' in answer.text
    form["client.national_id"] = ""
    answer = post(clerk, f"{place}/letters", form)
    assert answer.status_code == 422
    for key in ("client.full_name", "office.city"):
        assert f'href="#{key}"' in answer.text
    assert "letter.made" not in house.acts()


def test_a_record_without_tries_or_checks_is_named_and_leads_there(house, clerk):
    place = opened(clerk)
    answer = post(clerk, f"{place}/letters", {**LETTER, **today(house)})
    assert answer.status_code == 422
    assert "رویداد اختلال کامل نیست" in answer.text
    assert f'<a href="{place}">' in answer.text


def test_everybody_else_gets_a_slip_with_the_own_last_day(house, clerk):
    place = recorded(clerk)
    other = counted(house, days_ago=5)
    made = post(clerk, f"{place}/slips", {**other, "client": "فرهاد مهرجو", "once": "slip-number-1"})
    assert made.status_code == 303, made.text
    page = clerk.get(made.location).text
    for text in ("فرهاد مهرجو", "۱۴۰۵/ب/۱", "شنبه ۷ آذر ۱۴۰۵"):
        assert text in page
    again = post(clerk, f"{place}/slips", {**other, "client": "دیگری", "once": "slip-number-1"})
    assert again.location == made.location


def test_a_slip_without_a_period_is_the_record_alone(house, clerk):
    place = opened(clerk)
    made = post(clerk, f"{place}/slips", {"once": "slip-number-2"})
    assert "مهلتی نیست." in clerk.get(made.location).text


@pytest.mark.parametrize(
    "asked",
    [
        {"period": "nothing", "start": "1405/09/01"},
        {"period": "return_answer", "start": "1404/12/30"},
        {"period": "return_answer", "start": "1420/01/01"},
        {"period": "return_answer", "start": "1300/01/01"},
        {"period": "at_once", "start": "1405/08/01"},
        {"period": "court_word", "start": "1405/08/01"},
        {"period": "court_word", "start": "1405/08/01", "court_days": "-3"},
        {"period": "court_word", "start": "1405/08/01", "court_days": "9" * 30},
        {"period": "return_answer", "start": ""},
        {"draft": "nothing-of-the-kind"},
    ],
)
def test_nothing_asked_of_the_count_breaks_the_page_or_makes_a_letter(house, clerk, asked):
    place = recorded(clerk)
    page = clerk.get(f"{place}/visit", query_string=asked)
    assert page.status_code in (200, 404)
    assert "تنظیم نامه به معاونت" not in page.text
    assert post(clerk, f"{place}/letters", {**LETTER, **asked}).status_code in (303, 404)
    assert post(clerk, f"{place}/slips", {"once": "slip-number-3", **asked}).status_code in (303, 404)


def test_a_draft_gives_its_own_period_and_parties(house, clerk):
    draft = house.draft_of("clerk", kind="barn", served=from_gregorian(office_date(house.clock.now()) - timedelta(11)))
    place = recorded(clerk)
    page = clerk.get(f"{place}/visit", query_string={"draft": draft.id}).text
    assert "تنظیم نامه به معاونت" in page
    assert 'value="۱۴۰۵/۰۸/۲۰"' in page
    link = re.search(r'href="(/office/outages/[^"]+/letter\?[^"]+)"', page)
    assert link is not None
    form = clerk.get(link.group(1).replace("&amp;", "&")).text
    assert "مطالبه گاو" in form
    assert 'value="همکار office_manager"' in form


def test_the_drafts_of_others_are_not_offered_and_not_read(house, clerk):
    foreign = house.draft_of("colleague", kind="barn", served="1405-08-20")
    place = recorded(clerk)
    assert clerk.get(f"{place}/visit", query_string={"draft": foreign.id}).status_code == 404
    assert foreign.number not in clerk.get(f"{place}/visit").text
    form = {**LETTER, **today(house), "draft": foreign.id}
    assert post(clerk, f"{place}/letters", form).status_code == 404


def test_the_manager_exports_a_chain_that_verifies_and_a_clerk_does_not(house, clerk):
    recorded(clerk)
    answer = house.client("office_manager").get("/office/outages.jsonl")
    assert verified_lines(answer.text.splitlines()).is_intact
    assert verified_lines(answer.text.splitlines()).count == 4
    assert clerk.get("/office/outages.jsonl").status_code == 403


def test_an_auditor_chooses_the_office(house, clerk):
    foreign = opened(house.client("stranger"))
    auditor = house.client("auditor")
    assert foreign in auditor.get("/office", query_string={"office": "office-2"}).text
    assert foreign not in auditor.get("/office").text
    assert clerk.get("/office", query_string={"office": "office-2"}).status_code == 404


def test_a_void_letter_says_so_and_cannot_be_signed(house, clerk):
    place = recorded(clerk)
    letter = post(clerk, f"{place}/letters", {**LETTER, **today(house)}).location
    manager = house.client("office_manager")
    assert post(manager, f"{letter}/void", {}).status_code == 422
    assert post(manager, f"{letter}/void", {"void_reason": "نام نادرست"}).status_code == 303
    page = manager.get(letter).text
    assert "باطل شد: نام نادرست" in page
    assert "امضای مدیر دفتر</button>" not in page
    assert post(manager, f"{letter}/signature").status_code == 422


def test_markup_that_was_typed_is_shown_as_text(house, clerk):
    place = opened(clerk)
    form = {"attempt_date": "1405/09/01", "attempt_time": "11:30", "attempt_result": "<script>alert(1)</script>"}
    post(clerk, f"{place}/attempts", form)
    assert "<script>alert(1)" not in clerk.get(place).text


def test_nothing_personal_stands_in_an_address(house, clerk):
    place = recorded(clerk)
    made = post(clerk, f"{place}/letters", {**LETTER, **today(house)})
    slip = post(clerk, f"{place}/slips", {"client": NAME, "once": "slip-number-4"})
    for answer in (made, slip):
        assert re.fullmatch(r"/office/papers/[A-Za-z0-9_-]+", answer.location)


def test_every_form_carries_the_token(house, clerk):
    place = recorded(clerk)
    letter = post(clerk, f"{place}/letters", {**LETTER, **today(house)}).location
    secret = token(clerk)
    for address in ("/office", place, f"{place}/visit", f"{place}/letter?" + "&".join(
        f"{key}={value}" for key, value in today(house).items()), letter):  # fmt: skip
        page = house.client("office_manager").get(address).text
        assert secret not in page
        assert page.count('method="post"') == page.count('name="csrf_token"')


def test_on_the_day_of_an_outage_a_draft_whose_last_day_it_is_stays_among_todays(house, clerk):
    """The day is taken out of the count, and the draft still stands in front: for it the letter is written."""
    draft = house.draft_of("clerk", kind="barn", served="1405-08-20")
    assert house.services.deadlines.of_draft(house.actor("clerk"), draft.id).deadlines[0].last_day == TODAY
    recorded(clerk)
    (found,) = house.services.deadlines.worklist(house.actor("clerk")).rows
    assert (found.counted.state, found.counted.last_day) == (DeadlineState.TODAY, TODAY + timedelta(days=1))


def test_the_day_after_the_outage_is_the_last_day_for_those_whose_day_it_took(house, clerk):
    draft = house.draft_of("clerk", kind="barn", served="1405-08-20")
    place = recorded(clerk)
    house.clock.advance(days=1)
    clerk = house.client("clerk")
    form = {"restored_date": "1405/09/02", "restored_time": "8:00", "work_went_on": "yes"}
    assert post(clerk, f"{place}/restored", form).status_code == 303
    found = house.services.deadlines.of_draft(house.actor("clerk"), draft.id).deadlines[0]
    assert (found.state, found.last_day) == (DeadlineState.TODAY, TODAY + timedelta(days=1))
    assert found.deadline is not None
    assert found.deadline.last_day_without_outages == TODAY


def test_a_hidden_character_among_the_witnesses_is_told_at_its_field(house, clerk):
    place = recorded(clerk)
    form = {**LETTER, **today(house), "signatures.witnesses": "گواه\u202eپنهان"}
    answer = post(clerk, f"{place}/letters", form)
    assert answer.status_code == 422
    assert 'href="#signatures.witnesses"' in answer.text
