"""The calculators over HTTP: results, bad input at its field, and an amount put into a draft."""

import pytest

from tests.web.conftest import House, post

DEBT = {"principal": "1000", "due": "1390-05", "paid": "1391-03"}
MAHR = {"amount": "1000", "marriage_year": "1390", "payment_year": "1405"}
ESTATE = {"estate": "2400", "spouse": "wife", "father": "yes", "mother": "yes", "sons": "2", "daughters": "1"}


@pytest.fixture
def clerk(house: House):
    return house.client("clerk")


def ask(client, id, **typed):
    return client.get(f"/calculators/{id}", query_string=typed)


def test_both_readings_stand_on_the_page_with_their_arithmetic_and_figures(clerk):
    answer = ask(clerk, "late-payment", **{**DEBT, "paid": "1390-12"})
    assert answer.status_code == 200
    for text in ("برداشت months", "برداشت years", "۵۰۰ ریال", "۱٬۰۰۰ × ۲۱ ÷ ۱۴", "مرداد ۱۳۹۰", "بازبینی‌نشده", "ساختگی"):
        assert text in answer.text, text


def test_a_month_without_a_figure_is_said_and_the_other_reading_stays(clerk):
    answer = ask(clerk, "late-payment", **{**DEBT, "due": "1390-05", "paid": "1390-12", "demand": "1390-06"})
    assert answer.status_code == 200
    late = ask(clerk, "late-payment", **{**DEBT, "paid": "1392-01"})
    assert late.status_code == 200
    assert "برای فروردین ۱۳۹۲ رقمی در «جدول cpi-monthly» نیست" in late.text


def test_the_empty_page_shows_the_form_and_no_problem(clerk):
    for id in ("late-payment", "cheque-damages", "mahr", "diyeh", "inheritance"):
        answer = ask(clerk, id)
        assert answer.status_code == 200
        assert "aria-invalid" not in answer.text
        assert f'aria-current="page">{id}' in answer.text.replace("\n", "")


@pytest.mark.parametrize(
    ("typed", "field", "text"),
    [
        ({"principal": "-5"}, "principal", "کمتر از صفر نیست"),
        ({"principal": "1" + "0" * 20}, "principal", "بیشترین مبلغ"),
        ({"principal": "پنج دلار"}, "principal", "مبلغ با رقم"),
        ({"due": "1390/13"}, "due", "ماه عددی از ۱ تا ۱۲ است"),
        ({"due": "1404/12/30"}, "due", "بیست‌ونه روز"),
        ({"due": "1391-04"}, "paid", "پیش از تیر ۱۳۹۱ است"),
        ({"demand": "1391-04"}, "demand", "پس از ماه پرداخت"),
        ({"paid": ""}, "paid", "خالی است"),
    ],
)
def test_bad_input_is_told_at_its_field_and_what_was_typed_stays(clerk, typed, field, text):
    answer = ask(clerk, "late-payment", **{**DEBT, **typed})
    assert answer.status_code == 200
    assert f'href="#{field}"' in answer.text
    assert text in answer.text
    for value in typed.values():
        assert f'value="{value}"' in answer.text


def test_inheritance_shows_shares_and_refuses_other_classes(clerk):
    answer = ask(clerk, "inheritance", **ESTATE)
    assert "۵۲۰ ریال" in answer.text
    assert "۱۳/۶۰" in answer.text
    none = ask(
        clerk,
        "inheritance",
        **{**ESTATE, "father": "no", "mother": "no", "sons": "0", "daughters": "0", "grandchildren": "no"},
    )
    assert "واژه other_class" in none.text


def test_missing_facts_of_an_inheritance_are_named(clerk):
    answer = ask(clerk, "inheritance", **{**ESTATE, "sons": "0", "daughters": "0"})
    assert 'href="#grandchildren"' in answer.text
    answer = ask(clerk, "inheritance", **{**ESTATE, "sons": "0", "daughters": "0", "grandchildren": "no"})
    assert 'href="#mother_barred"' in answer.text


def test_an_unknown_calculator_is_not_found(clerk):
    assert ask(clerk, "lottery").status_code == 404


def test_the_link_to_the_calculator_stands_beside_its_field(house, clerk):
    draft = house.draft_of("clerk", kind="field")
    answer = clerk.get(f"/drafts/{draft.id}/steps/price")
    assert f"/drafts/{draft.id}/calculate/price" in answer.text


def test_the_chosen_amount_lands_in_the_field(house, clerk):
    draft = house.draft_of("clerk", kind="field")
    page = clerk.get(f"/drafts/{draft.id}/calculate/price", query_string=MAHR)
    assert "در دادخواست گذاشته شود" in page.text
    answer = post(
        clerk, f"/drafts/{draft.id}/calculate/price", {**MAHR, "variant": "value", "revision": draft.revision}
    )
    assert answer.status_code == 303
    assert answer.location.endswith(f"/drafts/{draft.id}/steps/price#price-field")
    step = clerk.get(f"/drafts/{draft.id}/steps/price")
    assert "۲٬۰۰۰" in step.text
    assert "حاصل «محاسبه mahr»" in step.text


def test_an_amount_edited_after_is_told_at_the_field_on_the_review_and_before_printing(house, clerk):
    draft = house.draft_of("clerk", kind="field")
    post(clerk, f"/drafts/{draft.id}/calculate/price", {**MAHR, "variant": "value", "revision": draft.revision})
    house.services.drafting.save_field(house.actor("clerk"), draft.id, "price", "2500", 99)
    for page in ("steps/price", "review", "print"):
        text = clerk.get(f"/drafts/{draft.id}/{page}").text
        assert "۲٬۵۰۰ ریال در دادخواست مانده است" in text, page
        assert "ویرایش شده است" in text, page


def test_an_amount_changed_by_somebody_else_meanwhile_is_not_overwritten(house, clerk):
    draft = house.draft_of("clerk", kind="field")
    house.services.drafting.save_field(house.actor("clerk"), draft.id, "price", "2500", 99)
    answer = post(
        clerk, f"/drafts/{draft.id}/calculate/price", {**MAHR, "variant": "value", "revision": draft.revision}
    )
    assert answer.status_code == 409
    assert "هم‌زمان تغییر کرده است" in answer.text
    assert "۲٬۵۰۰" in answer.text


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({**MAHR, "variant": "other", "revision": "1"}, 422),
        ({**MAHR, "amount": "-1", "variant": "value", "revision": "1"}, 422),
        ({"variant": "value", "revision": "1"}, 422),
        ({**MAHR, "variant": "value", "revision": "x"}, 400),
        ({**MAHR, "variant": "value"}, 400),
    ],
)
def test_a_post_without_a_result_puts_nothing(house, clerk, form, status):
    draft = house.draft_of("clerk", kind="field")
    answer = post(clerk, f"/drafts/{draft.id}/calculate/price", form)
    assert answer.status_code == status
    assert "price" not in house.services.drafting.open(house.actor("clerk"), draft.id).draft.answers.values


def test_a_field_without_a_calculator_has_no_such_page(house, clerk):
    draft = house.draft_of("clerk", kind="barn")
    assert clerk.get(f"/drafts/{draft.id}/calculate/height").status_code == 404
