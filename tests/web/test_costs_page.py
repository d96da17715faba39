"""The pages of court costs over HTTP: typed values, a draft's own, the printed breakdown, bad input."""

import pytest

from assistant.domain.jalali import from_gregorian
from assistant.services.office_time import office_date
from tests.web.conftest import House

ASKED = {"stage": "first_instance", "kind_1": "financial", "value_1": "500000000", "on": "1403/07/01", "sheets": "0"}


def costs(house: House, name="clerk", path="/costs", **typed):
    return house.client(name).get(path, query_string=typed)


def test_the_empty_form_asks_and_computes_nothing(house):
    answer = costs(house)
    assert answer.status_code == 200
    assert "محاسبه" in answer.text
    assert "result__answer" not in answer.text


def test_a_bill_names_sum_words_toman_formula_basis_and_grade(house):
    text = costs(house, **ASKED).text
    for part in (
        "۱۵٬۵۰۰٬۰۰۰ ریال",
        "پانزده میلیون و پانصد هزار ریال",
        "۱٬۵۵۰٬۰۰۰ تومان",
        "۲۰۰٬۰۰۰٬۰۰۰ × ۲٫۵٪ = ۵٬۰۰۰٬۰۰۰",
        "۳۰۰٬۰۰۰٬۰۰۰ × ۳٫۵٪ = ۱۰٬۵۰۰٬۰۰۰",
        "ماده ۳ بند ۱۲ قانون وصول برخی از درآمدهای دولت",
        "اعلام یکسان بودن با سال ۱۴۰۲",
        "بازبینی‌نشده",
        "رقم نهایی",
        "نیم ریال به بالا",
    ):
        assert part in text, part
    assert "تأیید نشده است" not in text


def test_tomans_are_read_as_tomans(house):
    assert "۱۵٬۵۰۰٬۰۰۰ ریال" in costs(house, **ASKED | {"value_1": "50,000,000", "value_1_unit": "toman"}).text


def test_a_year_without_confirmation_is_named(house):
    assert "برای سال ۱۴۰۴ تأیید نشده است" in costs(house, **ASKED | {"on": "1404/07/01"}).text


def test_a_year_without_tariff_gives_no_figure(house):
    text = costs(house, **ASKED | {"on": "1380/07/01"}).text
    assert "بدون داده برای ۱۳۸۰" in text
    assert "۱۵٬۵۰۰٬۰۰۰" not in text


def test_the_office_has_no_tariff_for_1405(house):
    text = costs(house, **ASKED | {"on": "1405/07/01", "service": "petition", "pages": "4", "payment": "yes"}).text
    assert "بدون داده برای ۱۴۰۵" in text
    assert "بی ردیف‌های بدون داده" in text


def test_the_office_of_1403_is_the_worked_case(house):
    typed = {"stage": "first_instance", "on": "1403/07/01", "kind_1": "", "sheets": "0"}
    office = {"service": "petition", "persons": "2", "pages": "4", "payment": "yes"}
    text = costs(house, **typed, **office).text
    assert "۹۸۵٬۰۰۰ ریال" in text
    assert "۴ − ۲ = ۲" in text


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ({"kind_1": "raised", "earlier_1": "500000000", "value_1": "800000000"}, "۱۰٬۵۰۰٬۰۰۰ ریال"),
        (
            {"kind_1": "part", "claimed_1": "3000000000", "awarded_1": "1200000000", "side_1": "plaintiff"}
            | {"stage": "appeal"},
            "۸۱٬۰۰۰٬۰۰۰ ریال",
        ),
        ({"kind_1": "immovable", "regional_1": "2500000", "area_1": "120"}, "۸٬۵۰۰٬۰۰۰ ریال"),
        ({"kind_1": "unknown"}, "۱٬۵۰۰٬۰۰۰ ریال"),
        ({"kind_1": "unknown", "found_1": "900000000"}, "۲۸٬۰۰۰٬۰۰۰ ریال"),
        ({"kind_1": "non_financial"}, "۴۰۰٬۰۰۰ تا ۱٬۸۰۰٬۰۰۰ ریال"),
        ({"kind_2": "non_financial"}, "۱۵٬۹۰۰٬۰۰۰ تا ۱۷٬۳۰۰٬۰۰۰ ریال"),
    ],
)
def test_every_kind_of_claim_is_read(house, typed, shown):
    assert shown in costs(house, **ASKED | {"sheets": "0"} | typed).text


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"value_1": "-5"}, "value_1", "مبلغ کمتر از صفر نیست"),
        ({"value_1": "0"}, "value_1", "بیش از صفر است"),
        ({"value_1": "1" + "0" * 18}, "value_1", "بیشترین مبلغ"),
        ({"value_1": "9" * 1500}, "value_1", "بیشترین مبلغ"),
        ({"value_1": "پنج"}, "value_1", "خوانده شد؛ مبلغ با رقم"),
        ({"value_1": ""}, "value_1", "خالی است"),
        ({"kind_1": "raised", "earlier_1": "800", "value_1": "500"}, "value_1", "بیشتر نیست"),
        ({"kind_1": "immovable", "regional_1": "9" * 15, "area_1": "1000"}, "area_1", "بیشترین مبلغ"),
        ({"kind_1": "immovable", "regional_1": "100", "area_1": "0"}, "area_1", "مساحت بیش از صفر"),
        ({"kind_1": "immovable", "regional_1": "0"}, "regional_1", "بیش از صفر است"),
        (
            {"kind_1": "part", "claimed_1": "10", "awarded_1": "20", "side_1": "plaintiff"},
            "awarded_1",
            "از خواسته (۱۰ ریال) بیشتر است",
        ),
        ({"kind_1": "part", "claimed_1": "10", "awarded_1": "10", "side_1": "plaintiff"}, "awarded_1", "نمی‌ماند"),
        ({"kind_1": "part", "claimed_1": "10", "awarded_1": "5"}, "side_1", "خالی است"),
        ({"kind_1": "nonsense"}, "kind_1", "خوانده شد که در"),
        ({"stage": "nonsense"}, "stage", "خوانده شد که در"),
        ({"service": "nonsense"}, "service", "خوانده شد که در"),
        ({"on": "1404/12/30"}, "on", "در تقویم نیست"),
        ({"on": "1299/01/01"}, "on", "سال"),
        ({"sheets": "-1"}, "sheets", "کمترین مقدار"),
        ({"sheets": "10001"}, "sheets", "بیشترین مقدار"),
        ({"copies": "1.5"}, "copies", "عدد درست"),
    ],
)
def test_what_cannot_be_read_is_told_at_its_field_and_kept(house, typed, field, said):
    answer = costs(house, **ASKED | typed)
    assert answer.status_code == 200
    assert f'href="#{field}"' in answer.text
    assert said in answer.text
    assert "result__answer" not in answer.text


def test_what_was_typed_stays(house):
    text = costs(house, **ASKED | {"value_1": "پنج میلیون", "on": "1 2 3 4"}).text
    assert 'value="پنج میلیون"' in text
    assert 'value="1 2 3 4"' in text


def test_fields_of_another_kind_are_not_read(house):
    assert "۴۰۰٬۰۰۰ تا" in costs(house, **ASKED | {"kind_1": "non_financial", "value_1": "باطل"}).text


def test_only_the_forms_own_values_go_on_into_addresses(house):
    hostile = {"_scheme": "javascript", "_external": "1", "endpoint": "x", "draft_id": "5", "kind_99": "raised"}
    for path in ("/costs", "/costs/print"):
        answer = costs(house, path=path, **ASKED | hostile)
        assert answer.status_code == 200
        assert "javascript" not in answer.text
        assert "kind_99" not in answer.text


def test_another_claim_can_be_added_up_to_ten(house):
    assert 'name="kind_2"' in costs(house, **ASKED, add="1").text
    many = {f"kind_{row}": "non_financial" for row in range(1, 30)}
    text = costs(house, **ASKED | many, add="1").text
    assert 'name="kind_10"' in text
    assert 'name="kind_11"' not in text


def test_the_printed_breakdown_names_office_date_and_every_line(house):
    text = costs(house, path="/costs/print", **ASKED | {"kind_2": "non_financial", "on": "1404/07/01"}).text
    for part in ("دفتر 1", "سه‌شنبه ۱ مهر ۱۴۰۴", "۱۵٬۵۰۰٬۰۰۰", "تأیید نشده است", "رقم نهایی", "تعرفه بازبینی‌نشده"):
        assert part in text, part


def test_nothing_to_print_is_no_error(house):
    assert costs(house, path="/costs/print", stage="nonsense").status_code == 200


@pytest.mark.parametrize("path", ["", "/print"])
def test_a_draft_brings_its_own_claims(house, path):
    draft = house.draft_of("clerk", kind="field")
    answer = costs(house, path=f"/drafts/{draft.id}/costs{path}")
    assert answer.status_code == 200
    assert draft.number.replace("-", "-").translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")) in answer.text
    assert "بهای برگ دادخواست" in answer.text


def test_a_draft_is_costed_today(house):
    draft = house.draft_of("clerk", kind="field")
    year = from_gregorian(office_date(house.clock.now()))[:4].translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    assert f"بدون داده برای {year}" in costs(house, path=f"/drafts/{draft.id}/costs").text


def test_looking_at_a_drafts_costs_leaves_its_entry(house):
    draft = house.draft_of("clerk")
    costs(house, path=f"/drafts/{draft.id}/costs")
    assert "draft.costed" in house.acts()


def test_the_preview_leads_to_the_costs(house):
    draft = house.draft_of("clerk", kind="field")
    assert f"/drafts/{draft.id}/costs" in costs(house, path=f"/drafts/{draft.id}/print").text
