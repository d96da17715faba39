import dataclasses

import pytest

from assistant.domain.form import Field, Form, Step
from assistant.domain.template import ReliefSpec
from assistant.services.filing_rows import GridLine, LabelValue, SignatureLine
from assistant.services.filing_view import answer_path, as_context, build_filing_view
from tests.services.filing_samples import FORM, LIBRARY, ON, derived, person, template


def view_of(answers, of=None, *, is_draft=False):
    of = of or template()
    return build_filing_view(
        LIBRARY,
        of,
        derived(answers, of.form),
        draft_number="1405-00012",
        filing_date=ON,
        content_hash="abc",
        is_draft=is_draft,
    )


def first(**changes):
    return view_of({"plaintiffs": [person(**changes)]}).first_side[0]


def test_number_and_date_are_in_persian_digits():
    view = view_of({})
    assert view.number == "\u200e۱۴۰۵-۰۰۰۱۲"
    assert view.date == "۱۴۰۵/۰۹/۰۱"


def test_a_natural_person():
    row = first()
    assert dataclasses.asdict(row) == {
        "index": "۱",
        "name": "نگار سپهری",
        "father_name": "احمد",
        "age": "۴۵ سال",
        "occupation": "خیاط",
        "identifier": "۹۹۹۰۰۰۰۲۱۲",
        "address": "استان اصفهان، کاشان، خیابان نمونه، پلاک ۲۱، کد پستی: ۹۳۹۶۸۳۷۱۱۱",
        "contact": "۰۹۰۰۰۰۰۰۰۲۱",
        "note": "",
        "path": "plaintiffs[0]",
    }


def test_a_legal_person_is_printed_with_its_name_its_id_and_who_runs_it():
    row = first(
        kind="legal",
        first_name=None,
        last_name=None,
        father_name=None,
        national_id=None,
        birth_date=None,
        occupation=None,
        entity_name="شرکت نمونه",
        legal_entity_id="14009990018",
        registration_no="77",
        manager_name="کاوه رادمنش",
    )
    assert row.name == "شرکت نمونه"
    assert row.identifier == "۱۴۰۰۹۹۹۰۰۱۸؛ شماره ثبت: ۷۷"
    assert row.note == "نام مدیر: کاوه رادمنش"
    assert row.age == ""


@pytest.mark.parametrize(
    ("birth", "age"),
    [("1360-09-01", "۴۵ سال"), ("1360-09-02", "۴۴ سال"), ("1405-09-01", "۰ سال"), ("1406-01-01", "۱۴۰۶/۰۱/۰۱")],
)
def test_age_is_that_of_the_filing_date(birth, age):
    assert first(birth_date=birth).age == age


def test_an_unknown_address_is_declared():
    assert first(address_unknown=True, address=None).address == "مجهول‌المکان"


def test_an_address_without_province_and_code_is_one_line_of_the_rest():
    assert first(address={"city": "کاشان", "street_address": "کوچه ب"}).address == "کاشان، کوچه ب"


def test_what_is_not_meant_for_paper_does_not_reach_it():
    assert "راز" not in str(view_of({"plaintiffs": [person(secret="راز")], "guess": "راز"}))


def test_a_value_of_a_wrong_form_is_printed_as_it_was_typed():
    assert first(national_id="123").identifier == "۱۲۳"
    assert first(birth_date="1360-13-01").age == "۱۳۶۰-۱۳-۰۱"


def test_representatives_are_printed_with_their_title():
    view = view_of(
        {
            "representatives": [
                {"rep_type": "attorney", "first_name": "آرش", "last_name": "نمونه", "license_no": "12"},
                {"rep_type": "other", "rep_type_other": "مدیر تصفیه", "first_name": "یلدا", "represented_names": "همه"},
            ]
        }
    )
    attorney, other = view.representatives
    assert (attorney.role, attorney.name, attorney.licence) == ("وکیل", "آرش نمونه", "۱۲")
    assert (other.role, other.note) == ("مدیر تصفیه", "اشخاص مورد نمایندگی: همه")
    assert view.signers == (SignatureLine("آرش نمونه (وکیل)", "یلدا (مدیر تصفیه)"),)


def test_without_representatives_the_first_side_signs_three_to_a_line():
    view = view_of({"plaintiffs": [person(first_name=name, last_name="") for name in "ابپت"]})
    assert view.signers == (SignatureLine("ا", "ب", "پ"), SignatureLine("ت"))


def test_reliefs_have_their_value_in_digits_and_words():
    of = template(
        reliefs=(
            ReliefSpec("بازگرداندن دوچرخه", "principal", "no"),
            ReliefSpec("هزینه‌ها", "accessory", "by_law"),
        )
    )
    view = view_of({"additional_reliefs": [{"title": "بهای زنگ", "financial": "yes", "value_rial": 1500}]}, of)
    assert [(row.index, row.title, row.value, row.value_words) for row in view.reliefs] == [
        ("۱", "بازگرداندن دوچرخه", "غیرمالی", ""),
        ("۲", "هزینه‌ها", "", ""),
        ("۳", "بهای زنگ", "۱٬۵۰۰ ریال", "هزار و پانصد ریال"),
    ]
    assert (view.total_value, view.total_words) == ("", "")


def test_several_values_are_summed():
    reliefs = [{"title": "الف", "financial": "yes", "value_rial": value} for value in (1000, 500)]
    view = view_of({"additional_reliefs": reliefs})
    assert (view.total_value, view.total_words) == ("۱٬۵۰۰ ریال", "هزار و پانصد ریال")


def test_evidence_and_witnesses_share_one_numbering():
    view = view_of(
        {
            "evidence_items": [{"kind": "paper", "title": "رسید", "number": "7", "date": "1404-01-02"}],
            "witnesses": [{"first_name": "هما", "last_name": "نمونه", "address_text": "کاشان"}],
        }
    )
    assert [(row.index, row.title, row.detail) for row in view.evidence] == [
        ("۱", "رسید", "کاغذ؛ شماره: ۷؛ تاریخ: ۱۴۰۴/۰۱/۰۲"),
        ("۲", "گواه: هما نمونه", "محل اقامت: کاشان"),
    ]


@pytest.mark.parametrize(
    ("kind", "court", "place"),
    [
        ("civil", "دادگاه نمونه کاشان", "استان اصفهان"),
        ("appeal", "دادگاه بالاتر استان اصفهان", "کاشان"),
        ("supreme", "دیوان نمونه", "کاشان، استان اصفهان"),
    ],
)
def test_the_court_is_addressed_with_its_place(kind, court, place):
    view = view_of({"court_kind": kind, "filing_province": "isfahan", "filing_city": "کاشان"})
    assert (view.court_name, view.court_place) == (court, place)


def test_a_list_is_printed_item_by_item_with_its_fields_in_a_grid():
    bicycle = {
        "colour": "آبی",
        "price": 5000,
        "bought_on": "1400-02-03",
        "serial": "SN-12",
        "story": "سطر یک\nسطر دو",
        "is_old": True,
    }
    (section,) = view_of({"bicycles": [bicycle, {"colour": "سبز"}]}).details
    assert section.title == "فهرست دوچرخه‌ها"
    blue, green = section.blocks
    assert (blue.caption, green.caption) == ("دوچرخه ۱", "دوچرخه ۲")
    assert blue.lines == (
        GridLine(
            False, LabelValue("رنگ", "آبی"), LabelValue("قیمت", "۵٬۰۰۰ ریال"), LabelValue("تاریخ خرید", "۱۴۰۰/۰۲/۰۳")
        ),
        GridLine(False, LabelValue("شماره بدنه", "SN-12")),
        GridLine(True, LabelValue("سرگذشت", "سطر یک\nسطر دو")),
        GridLine(False, LabelValue("کهنه بودن", "بله")),
    )
    assert green.lines == (GridLine(False, LabelValue("رنگ", "سبز")),)


def labels(view):
    lines = (line for section in view.details for block in section.blocks for line in block.lines)
    return [pair.label for line in lines for pair in (line.first, line.second, line.third) if pair.label]


def test_what_the_narrative_and_the_reliefs_say_is_not_said_twice():
    answers = {"bicycles": [{}], "shop": "نمونه‌فروش", "lent_on": "1404-01-02", "claim_amount": 7000}
    view = view_of(answers)
    assert "نمونه‌فروش" in " ".join(view.narrative_paragraphs)
    assert labels(view) == []


def test_an_answer_the_clerks_own_text_leaves_out_stands_in_the_details():
    answers = {"shop": "نمونه‌فروش", "lent_on": "1404-01-02", "narrative": "امانت در ۱۴۰۴/۰۱/۰۲ بود."}
    assert labels(view_of(answers)) == ["فروشگاه"]


def test_an_equal_value_elsewhere_does_not_hide_an_answer():
    """Both dates are the same day; the narrative tells only one of them."""
    answers = {"lent_on": "1404-01-02", "returned_on": "1404-01-02"}
    assert labels(view_of(answers)) == ["تاریخ بازگشت"]


def test_part_of_a_longer_number_does_not_tell_an_answer():
    of = template(narrative="{% if shop %}{{ shop }}{% endif %}{% if place.floor %}{{ place.floor }}{% endif %}")
    assert labels(view_of({"shop": "پلاک ۲", "place": {"floor": 2}, "narrative": "پلاک ۲۲"}, of)) == ["فروشگاه", "طبقه"]


def test_a_group_is_printed_with_its_step():
    (section,) = view_of({"place": {"floor": 3}}).details
    assert section.title == "دوچرخه‌ها"
    assert section.blocks[0].lines == (GridLine(False, LabelValue("طبقه", "۳")),)


def test_a_judgment_has_its_own_box_and_is_always_whole():
    of = template(narrative="{% if judgment.judgment_no %}رأی {{ judgment.judgment_no }}{% endif %}")
    view = view_of({"judgment": {"judgment_no": "140599920000000001", "summary": "خلاصه"}}, of)
    assert [section.title for section in view.judgment] == ["رأی پیشین"]
    assert view.judgment[0].blocks[0].lines[0].first == LabelValue("شماره رأی", "۱۴۰۵۹۹۹۲۰۰۰۰۰۰۰۰۰۱")
    assert view.details == ()


def test_the_clerks_own_text_is_printed_and_not_the_proposal():
    view = view_of({"bicycles": [{}], "narrative": "سطر 1\n\n  سطر دو  ", "claim_amount": 1000})
    assert view.narrative_paragraphs == ("سطر ۱", "سطر دو")
    assert view.request_paragraphs == ("پرداخت ۱٬۰۰۰ ریال از سوی مورد تقاضاست.",)


def test_answers_of_abandoned_branches_are_not_printed():
    shown_never = dataclasses.replace(FORM.steps[1], shown_when=_never())
    form = Form(tuple(shown_never if step.id == "bicycles" else step for step in FORM.steps))
    view = view_of({"bicycles": [{"colour": "آبی"}], "shop": "نمونه‌فروش"}, template(form=form))
    assert view.details == ()
    assert view.narrative_paragraphs == ()


def _never():
    from assistant.domain.condition import TypeEnvironment, compile_condition
    from assistant.domain.form_types import type_of_form

    return compile_condition("false", TypeEnvironment(root=type_of_form(FORM)))


def test_a_form_without_parties_or_evidence_can_be_printed():
    form = Form((Step("only", "تنها", (Field("word", "واژه", "text"),)),))
    view = view_of({"word": "سلام"}, template(form=form, narrative="", request=""))
    assert view.parties == ()
    assert view.evidence == ()
    assert labels(view) == ["واژه"]


def test_the_context_holds_plain_values_and_nothing_for_the_screen_only():
    context = as_context(view_of({"plaintiffs": [person()]}, is_draft=True))
    assert context["is_draft"] is True
    assert context["first_side"][0]["name"] == "نگار سپهری"
    assert "path" not in context["first_side"][0]
    assert _types(context) <= {dict, list, str, bool}


def _types(value):
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return {type(value)}.union(*(_types(each) for each in inner))


@pytest.mark.parametrize(
    ("place", "path"),
    [
        ("second_side[3].name", "defendants[3]"),
        ("representatives[0].role", "representatives[0]"),
        ("narrative_paragraphs[7]", "narrative"),
        ("court_title", ""),
    ],
)
def test_a_place_in_the_view_leads_to_the_answer_behind_it(place, path):
    assert answer_path(place) == path
