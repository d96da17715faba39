"""Why a rule speaks or not: every node of its condition with its own outcome, in words of the form."""

import re
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.checks.compiled_rule import RuleScope
from assistant.checks.explanation import Explained, Outcome, explain, explain_condition
from assistant.checks.rules import TemplateRules
from assistant.checks.stated_condition import stated
from assistant.domain.answers import Answers
from assistant.domain.condition import EvaluationContext, Undetermined, compile_condition
from assistant.domain.form import Form
from assistant.domain.rule import Expected
from tests.domain.condition.random_conditions import ENVIRONMENT, conditions, earlier, full_documents
from tests.tiny_house.house import (
    ON,
    complete,
    derived,
    field,
    form_of,
    library_of,
    parameter,
    partial,
    rule,
    template_of,
    verdicts,
)


def named(key: str, label: str, type: str = "text", **more: Any) -> dict[str, Any]:
    return {**field(key, type, **more), "label": label}


FORM = form_of(
    named("served_on", "تاریخ ابلاغ رأی", "jalali_date"),
    named("debt", "مبلغ بدهی", "rial_amount"),
    named("is_abroad", "مقیم خارج", "yes_no"),
    named("kind", "نوع", "choice", options=["1", "2"]),
    named("grounds", "جهات", "choices", options=["1", "2"]),
    named("city", "شهر"),
    named("other_city", "شهر دیگر"),
    named(
        "cheques",
        "چک‌ها",
        "list",
        item_label="چک",
        fields=[
            named("amount", "مبلغ", "rial_amount"),
            named("place", "محل"),
            named("hidden", "پنهان", shown_when="this.place == 'z'"),
        ],
    ),
)
LIMIT = parameter("limit", ("1400-01-01", 20), unit="day")
LIMIT = replace(LIMIT, title="مهلت اعتراض")
ANSWERS = {
    "served_on": "1405-08-10",
    "debt": 300,
    "is_abroad": False,
    "kind": "1",
    "grounds": ["1"],
    "city": "تهران",
    "other_city": "قم",
    "cheques": [{"amount": 100, "place": "تهران"}, {"amount": 200, "place": "قم"}],
}


def explained(when: str, answers: Answers | None = None, each: str = "") -> Explained:
    template = template_of(FORM)
    library = library_of([template], [rule("r", when, "city", each=each)], [LIMIT])
    rules = TemplateRules(template, library)
    compiled = rules.compiled("r")
    assert compiled is not None
    document = derived(library, answers or complete(ANSWERS)).document
    return explain(compiled, rules.scope, library, rules.context(document, ON))


def lines(node: Explained, depth: int = 0) -> list[str]:
    own = "؛ ".join(f"{each.label}: {each.value}" for each in node.seen)
    text = f"{'  ' * depth}{node.text}{f' | {own}' if own else ''} ← {node.outcome}"
    return [text, *(line for part in node.parts for line in lines(part, depth + 1))]


@pytest.mark.parametrize(
    ("when", "text"),
    [
        ("is_abroad == true", "مقیم خارج: بله"),
        ("is_abroad", "مقیم خارج: بله"),
        ("!is_abroad", "مقیم خارج: پاسخی جز «بله»"),
        ("kind == '2'", "نوع: «گزینه 2»"),
        ("kind != '2'", "نوع: جز «گزینه 2»"),
        ("kind in ['1', '2']", "نوع: «گزینه 1» یا «گزینه 2»"),
        ("!(kind in ['1', '2'])", "نوع: هیچ‌یک از «گزینه 1» یا «گزینه 2»"),
        ("'1' in grounds", "«گزینه 1» در شمار جهات است"),
        ("!('1' in grounds)", "«گزینه 1» در شمار جهات نیست"),
        ("city == other_city", "«شهر» برابر با «شهر دیگر»"),
        ("city != other_city", "«شهر» نابرابر با «شهر دیگر»"),
        ("blank(city)", "«شهر» خالی گذاشته شده است"),
        ("!blank(city)", "«شهر» خالی گذاشته نشده است"),
        ("answered(city)", "«شهر» پاسخ دارد"),
        ("answered(cheques)", "چک‌ها دست‌کم یک مورد دارد"),
        ("size(cheques) > 1", "شمار چک‌ها بیشتر از ۱"),
        ("debt <= 5", "«مبلغ بدهی» حداکثر برابر با ۵ ریال"),
        ("sum(cheques.map(c, c.amount)) != debt", "جمع مبلغ در چک‌ها نابرابر با «مبلغ بدهی»"),
        ("size(cheques.filter(c, c.amount > 5)) == 1", "شمار چک‌ها (تنها آنچه در آن «مبلغ» بیشتر از ۵ ریال): ۱"),
        ("served_on < today", "«تاریخ ابلاغ رأی» پیش از «تاریخ تنظیم»"),
        ("served_on >= jdate('1405-01-01')", "«تاریخ ابلاغ رأی» نه زودتر از ۱۴۰۵/۰۱/۰۱"),
        ("add_days(served_on, 3) < today", "«تاریخ ابلاغ رأی» به‌علاوهٔ ۳ روز پیش از «تاریخ تنظیم»"),
        (
            "add_days(served_on, parameter('limit') + 1) < today",
            "«تاریخ ابلاغ رأی» به‌علاوهٔ «مهلت اعتراض» به‌علاوهٔ ۱ روز پیش از «تاریخ تنظیم»",
        ),
        ("debt >= 2 * 3", "«مبلغ بدهی» حداقل برابر با ۲ ضرب در ۳"),
        (
            "days_between(served_on, today) > parameter('limit') + 1",
            "شمار روزها از «تاریخ ابلاغ رأی» تا «تاریخ تنظیم» بیشتر از «مهلت اعتراض» به‌علاوهٔ ۱",
        ),
        ("or_else(debt, 0) > 1", "«مبلغ بدهی» (و در نبود آن ۰ ریال) بیشتر از ۱ ریال"),
        ("(is_abroad ? 60 : 20) > 30", "(اگر مقیم خارج: بله، ۶۰، وگرنه ۲۰) بیشتر از ۳۰"),
    ],
)
def test_a_leaf_is_worded_from_labels_options_and_function_words(when: str, text: str) -> None:
    found = explained(when)
    assert (found.kind, found.text) == ("leaf", text)


def test_a_leaf_carries_what_it_read_and_the_value_of_the_number_of_law() -> None:
    (line,) = lines(explained("add_days(served_on, parameter('limit')) > today"))
    assert line == (
        "«تاریخ ابلاغ رأی» به‌علاوهٔ «مهلت اعتراض» پس از «تاریخ تنظیم» | "
        "«تاریخ ابلاغ رأی» به‌علاوهٔ «مهلت اعتراض»: ۱۴۰۵/۰۸/۳۰؛ تاریخ ابلاغ رأی: ۱۴۰۵/۰۸/۱۰؛ "
        "مهلت اعتراض: ۲۰ روز، در اجرا از ۱۴۰۰/۰۱/۰۱؛ تاریخ تنظیم: ۱۴۰۵/۰۹/۰۱ ← fails"
    )


@pytest.mark.parametrize(
    ("answers", "value", "outcome"),
    [
        (complete({"is_abroad": False}), "خیر", Outcome.FAILS),
        (complete({}), "خالی گذاشته شده", Outcome.FAILS),
        (partial({}), "بی‌پاسخ", Outcome.OPEN),
        (partial({}, unknown=["is_abroad"]), "نمی‌دانم", Outcome.OPEN),
    ],
)
def test_every_kind_of_no_answer_is_spelt_out(answers: Answers, value: str, outcome: Outcome) -> None:
    found = explained("is_abroad == true", answers)
    assert [(each.value, each.path) for each in found.seen] == [(value, "is_abroad")]
    assert found.outcome is outcome


def test_a_field_the_form_hides_is_said_to_be_not_asked() -> None:
    found = explained("cheques.exists(c, c.hidden == 'x')")
    (element, _) = found.parts
    assert [(each.value, each.path) for each in element.parts[0].seen] == [("پرسیده نمی‌شود", "")]


def test_the_elements_of_a_list_come_one_by_one_under_their_names() -> None:
    assert lines(explained("cheques.exists(c, c.amount > 150) || is_abroad")) == [
        "دست‌کم یکی از این موارد ← holds",
        "  دست‌کم یکی از چک‌ها ← holds",
        "    چک ۱ ← fails",
        "      «مبلغ» بیشتر از ۱۵۰ ریال | مبلغ: ۱۰۰ ریال ← fails",
        "    چک ۲ ← holds",
        "      «مبلغ» بیشتر از ۱۵۰ ریال | مبلغ: ۲۰۰ ریال ← holds",
        "  مقیم خارج: بله | مقیم خارج: خیر ← fails",
    ]


def test_a_rule_for_each_element_shows_each_of_them() -> None:
    assert lines(explained("c.amount > 150 && c.place == city", each="cheques as c")) == [
        "برای هر چک ← fails",
        "  چک ۱ ← fails",
        "    همهٔ این موارد ← fails",
        "      «مبلغ» بیشتر از ۱۵۰ ریال | مبلغ: ۱۰۰ ریال ← fails",
        "      «محل» برابر با «شهر» | محل: تهران؛ شهر: تهران ← holds",
        "  چک ۲ ← fails",
        "    همهٔ این موارد ← fails",
        "      «مبلغ» بیشتر از ۱۵۰ ریال | مبلغ: ۲۰۰ ریال ← holds",
        "      «محل» برابر با «شهر» | محل: قم؛ شهر: تهران ← fails",
    ]


def test_a_list_not_closed_yet_and_an_empty_one_say_so() -> None:
    still_open = explained("cheques.exists(c, c.amount > 150)", partial({"cheques": []}, open=["cheques"]))
    assert [(each.text, each.outcome) for each in still_open.parts] == [("این فهرست هنوز کامل نشده است.", Outcome.OPEN)]
    empty = explained("cheques.exists(c, c.amount > 150)", complete({"cheques": []}))
    assert [(each.text, each.outcome) for each in empty.parts] == [("موردی در این فهرست نیست.", Outcome.FAILS)]


def test_a_long_list_is_cut_and_says_how_much_is_left() -> None:
    answers = complete({"cheques": [{"amount": 200}] * 70})
    found = explained("cheques.exists(c, c.amount > 150)", answers)
    assert len(found.parts) == 61
    assert (found.parts[-1].text, found.parts[-1].outcome) == ("و ۱۰ مورد دیگر", Outcome.HOLDS)


def test_none_of_a_list_is_one_node() -> None:
    found = explained("!cheques.exists(c, c.amount > 150)")
    assert (found.text, found.outcome) == ("هیچ‌یک از چک‌ها", Outcome.FAILS)


def test_a_named_fact_goes_by_its_title_with_the_answers_behind_it() -> None:
    form = form_of(named("has_representative", "نماینده", "yes_no"), named("city", "شهر"))
    template = template_of(form)
    library = library_of([template], [rule("r", "represented == false", "city")])
    rules = TemplateRules(template, library)
    compiled = rules.compiled("r")
    assert compiled is not None
    document = derived(library, complete({"has_representative": False})).document
    found = explain(compiled, rules.scope, library, rules.context(document, ON))
    title = "اقامه دعوا با وکیل یا نماینده"
    assert [(each.label, each.value, each.path) for each in found.seen] == [
        (title, "خیر", ""),
        ("نماینده", "خیر", "has_representative"),
    ]


def test_the_condition_by_itself_has_the_same_shape_without_outcomes() -> None:
    template = template_of(FORM)
    library = library_of([template], [rule("r", "c.amount > 150 && !is_abroad", "city", each="cheques as c")])
    rules = TemplateRules(template, library)
    compiled = rules.compiled("r")
    assert compiled is not None
    assert lines(stated(compiled, rules.scope, library)) == [
        "برای هر چک ← None",
        "  همهٔ این موارد ← None",
        "    «مبلغ» بیشتر از ۱۵۰ ریال ← None",
        "    مقیم خارج: پاسخی جز «بله» ← None",
    ]


def test_a_rule_says_the_same_in_its_explanation_and_in_its_verdict() -> None:
    outcomes = {Expected.FIRES: Outcome.HOLDS, Expected.CLEAR: Outcome.FAILS, Expected.UNDETERMINED: Outcome.OPEN}
    template = template_of(FORM)
    sources = ("c.amount > 150", "c.place == city", "is_abroad || c.amount == debt")
    chance = Random(4)
    for when in sources:
        for _ in range(60):
            values = {key: value for key, value in ANSWERS.items() if chance.random() < 0.6}
            answers = partial(values, open=["cheques"] if chance.random() < 0.5 else [])
            library = library_of([template], [rule("r", when, "city", each="cheques as c")])
            kind = verdicts(library, answers).by_number.get(0)
            found = explained(when, answers, each="cheques as c")
            assert found.outcome is outcomes[kind.kind if kind else Expected.CLEAR], (when, values)


EMPTY = library_of([])
SCOPE = RuleScope(Form(()), {}, ENVIRONMENT, {})


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(source=conditions(whole_language=True), document=full_documents(), seed=st.integers(0, 2**16))
def test_the_root_of_any_condition_has_the_outcome_of_the_engine(source: str, document: Any, seed: int) -> None:
    condition = compile_condition(source, ENVIRONMENT)
    for each in (document, earlier(document, Random(seed), unknowns=True)):
        context = EvaluationContext(document=each, today=date(2026, 11, 22))
        value = condition.evaluate(context)
        wanted = Outcome.OPEN if isinstance(value, Undetermined) else Outcome.HOLDS if value else Outcome.FAILS
        found = explain_condition(condition, SCOPE, EMPTY, context)
        assert found.outcome is wanted
        assert not re.search("[a-w]", " ".join(node.text for node in found.walk())), "words of the form, never its keys"
