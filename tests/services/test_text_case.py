"""What the narrative checker is told of a petition, made from the answers by the types of the form's fields."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.checks.review import Reviewer
from assistant.domain.answers import Answers
from assistant.domain.form import Field, Form, Step
from assistant.domain.text_case import NamedAmount, NamedDate, NamedNumber, NamedPerson, NumberKind, Side
from assistant.domain.value_types import VALUE_TYPES
from assistant.services.text_case import TextCases, text_case, text_case_of
from tests.services.filing_samples import FORM, LIBRARY, ON, derived, person, template

CHEQUE = (
    Field("sayad_id", "شناسه صیاد", "sayad_id"),
    Field("cheque_no", "شماره چک", "text"),
    Field("amount", "مبلغ", "rial_amount"),
    Field("due_date", "تاریخ مندرج در چک", "jalali_date"),
    Field("drawer_name", "صادرکننده", "text"),
)
WITH_CHEQUES = Form(
    (
        *FORM.steps,
        Step(
            "more",
            "چک‌ها",
            (
                Field("cheques", "چک‌ها", "list", fields=CHEQUE, item_label="چک"),
                Field("plot", "پلاک ثبتی", "registered_plot"),
                Field("decision", "رأی", "court_decision"),
                Field("case_no", "شماره پرونده", "case_no"),
                Field("contract", "قرارداد", "group", fields=(Field("date", "تاریخ", "jalali_date"),)),
                Field("endorser_names", "نام ظهرنویس", "text"),
            ),
        ),
    )
)


def case_of(answers, accepted=()):
    return text_case_of(template(form=WITH_CHEQUES), derived(answers, WITH_CHEQUES), ON, accepted)


def test_the_petition_tells_its_template_stage_and_filing_day():
    made = text_case_of(template(stage="appeal"), derived({}), ON)
    assert (made.template, made.stage, made.filing_day) == ("bicycle", "appeal", date(2026, 11, 22))


def test_the_parties_are_named_whole_and_by_their_side():
    answers = {
        "plaintiffs": [person()],
        "defendants": [{"kind": "legal", "entity_name": "شرکت نمونه‌گستر"}],
        "representatives": [{"first_name": "هما", "last_name": "بهاری"}],
        "witnesses": [{"first_name": "امید", "last_name": "روشن"}],
    }
    assert case_of(answers).persons == (
        NamedPerson("plaintiffs[0].last_name", "نگار سپهری", Side.PLAINTIFF),
        NamedPerson("defendants[0].entity_name", "شرکت نمونه‌گستر", Side.DEFENDANT, is_company=True),
        NamedPerson("representatives[0].last_name", "هما بهاری", Side.REPRESENTATIVE),
        NamedPerson("witnesses[0].last_name", "امید روشن", Side.OTHER),
    )


def test_a_person_without_a_last_name_is_not_named_and_fathers_are_no_persons():
    assert case_of({"plaintiffs": [{"first_name": "نگار", "father_name": "احمد"}]}).persons == ()


def test_names_in_one_answer_are_persons_too():
    made = case_of({"cheques": [{"drawer_name": "بانک نمونه"}], "endorser_names": "هما بهاری و امید روشن، نگار سپهری"})
    assert [(each.name, each.side, each.is_company) for each in made.persons] == [
        ("بانک نمونه", Side.OTHER, True),
        ("هما بهاری", Side.OTHER, False),
        ("امید روشن", Side.OTHER, False),
        ("نگار سپهری", Side.OTHER, False),
    ]


def test_amounts_have_the_label_of_their_field_and_of_its_item():
    answers = {"claim_amount": 500, "cheques": [{"amount": 300}, {"amount": 200}]}
    assert case_of(answers).amounts == (
        NamedAmount("claim_amount", "مبلغ", 500),
        NamedAmount("cheques[0].amount", "مبلغ چک", 300),
        NamedAmount("cheques[1].amount", "مبلغ چک", 200),
    )


def test_dates_are_days_and_a_short_label_names_its_group():
    answers = {
        "cheques": [{"due_date": "1405-09-01"}],
        "contract": {"date": "1405-09-02"},
        "decision": {"number": "140500001", "date": "1405-09-03", "court": "شعبه یک"},
    }
    assert case_of(answers).dates == (
        NamedDate("cheques[0].due_date", "تاریخ مندرج در چک", date(2026, 11, 22)),
        NamedDate("decision", "تاریخ رأی", date(2026, 11, 24)),
        NamedDate("contract.date", "تاریخ قرارداد", date(2026, 11, 23)),
    )


def test_numbers_are_told_by_what_they_identify_in_latin_digits():
    answers = {
        "cheques": [{"sayad_id": "1234567890123456", "cheque_no": "۱۲۳۴۰۱"}],
        "plot": {"main_plot": 45, "sub_plot": 123, "section": "3"},
        "decision": {"number": "140500001", "date": "1405-09-03", "court": "شعبه یک"},
        "case_no": "140500777",
    }
    assert case_of(answers).numbers == (
        NamedNumber("cheques[0].sayad_id", "شناسه صیاد", NumberKind.SAYAD, "1234567890123456"),
        NamedNumber("cheques[0].cheque_no", "شماره چک", NumberKind.CHEQUE, "123401"),
        NamedNumber("plot", "پلاک ثبتی", NumberKind.PLOT, "123/45"),
        NamedNumber("decision", "رأی", NumberKind.JUDGMENT, "140500001"),
        NamedNumber("case_no", "شماره پرونده", NumberKind.CASE, "140500777"),
    )


def test_the_number_of_a_judgment_is_told_from_that_of_a_case():
    made = case_of({"judgment": {"judgment_no": "140500888"}})
    assert [each.kind for each in made.numbers] == [NumberKind.JUDGMENT]


def test_the_texts_themselves_are_not_part_of_the_case():
    made = case_of({"narrative": "متن شکوائیه", "request": "رسیدگی", "shop": "فروشگاه"})
    assert made.answers == {"shop": "فروشگاه"}
    assert made.words == {"فروشگاه"}


def test_words_come_from_short_texts_places_and_what_the_office_accepted():
    made = case_of({"shop": "کتاب‌سرای مِهر 7", "bicycles": [{"story": "سرگذشت دراز"}]}, accepted=["آبنوس‌گستر"])
    assert made.words == {"کتاب‌سرای", "کتاب", "سرای", "مهر", "آبنوس‌گستر", "آبنوس", "گستر"}


def test_an_answer_of_a_wrong_form_is_no_part_of_the_case():
    made = case_of({"claim_amount": "زیاد", "lent_on": "دیروز"})
    assert (made.amounts, made.dates, dict(made.answers)) == ((), (), {})


def test_answers_stand_by_concrete_path_and_fields_by_folded_path():
    made = case_of({"bicycles": [{"is_old": False}], "court_kind": "civil"})
    assert made.answers == {"bicycles[0].is_old": False, "court_kind": "civil"}
    assert {"bicycles[].is_old", "place.floor", "cheques[].amount"} <= made.fields


@pytest.fixture
def reviewer():
    values = {name: {} for name in VALUE_TYPES}
    return Reviewer(replace(LIBRARY, templates={"bicycle": template()}, value_schemas=values))


def review(reviewer, **answers):
    return reviewer.review(template(), Answers(values=answers, is_partial=False), ON)


def test_a_review_gives_the_case_of_its_filing_day(reviewer):
    made = text_case(review(reviewer, shop="فروشگاه"), accepted=["آبنوس"])
    assert (made.filing_day, made.words) == (ON, {"فروشگاه", "آبنوس"})


def test_the_case_stays_the_same_object_until_another_answer_changes(reviewer):
    cases = TextCases()
    first = cases.case("draft", review(reviewer, shop="فروشگاه", narrative="یک"))
    assert cases.case("draft", review(reviewer, shop="فروشگاه", narrative="دو")) is first
    changed = cases.case("draft", review(reviewer, shop="کارگاه", narrative="دو"))
    assert changed is not first
    assert "shop" in changed.answers


def test_only_so_many_cases_are_kept(reviewer):
    cases = TextCases(capacity=1)
    first = cases.case("one", review(reviewer, shop="فروشگاه"))
    cases.case("two", review(reviewer, shop="فروشگاه"))
    assert cases.case("one", review(reviewer, shop="فروشگاه")) is not first
