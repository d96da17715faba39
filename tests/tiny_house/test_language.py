"""Every feature of the condition language (decisions 7 to 13), shown on made-up forms and rules."""

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from assistant.checks.compiled_rule import compile_rule
from assistant.checks.rules import RuleBook
from assistant.domain.answers import Answers
from assistant.domain.condition import (
    ConditionError,
    EvaluationContext,
    TypeEnvironment,
    Undetermined,
    compile_expression,
)
from assistant.domain.form import Form
from assistant.domain.form_types import type_of_form, types_of_parameters
from assistant.domain.jalali import to_gregorian
from assistant.domain.journey import derive
from assistant.domain.rule import AppliesTo, InForce
from tests.tiny_house.house import (
    ON,
    complete,
    derived,
    field,
    form_of,
    library_of,
    parameter,
    partial,
    relief,
    rule,
    template_of,
    verdict,
    verdicts,
)

PERSON = [
    field("kind", "choice", options=["natural", "legal"]),
    field("name", shown_when="this.kind == 'natural'"),
    field("national_id", "national_id", shown_when="this.kind == 'natural'"),
    field("born", "jalali_date"),
    field("share", "fraction"),
    field("address", "group", fields=[field("abroad", "yes_no"), field("city", shown_when="this.abroad == false")]),
    field(
        "papers",
        "list",
        fields=[field("paper_kind", "choice", options=["deed", "note"]), field("worth", "rial_amount")],
    ),
]
FORM = form_of(
    field("amount", "rial_amount"),
    field("signed", "yes_no"),
    field("day", "jalali_date"),
    field("reason", "choice", options=["loan", "sale"]),
    field("marks", "choices", options=["old", "torn", "lost"]),
    field("friends", "list", item_label="دوست", fields=PERSON),
    field("others", "list", item_label="دیگری", fields=PERSON),
    field("chosen", "party_reference"),
    field("has_gift", "yes_no"),
    field("gift", shown_when="has_gift == true"),
    field("gifts", "list", shown_when="has_gift == true", fields=[field("worth", "rial_amount")]),
    field("ruling", "court_decision"),
)
CEILING = parameter("ceiling", ("1402-01-01", 100), ("1404-01-01", 200), unit="rial")
LAUNCH = parameter("launch", ("1400-01-01", None), ("1405-01-10", to_gregorian("1405-02-01")), unit="date")
PARAMETERS = {"ceiling": CEILING, "launch": LAUNCH}
PERIODS = frozenset({"ten_days"})
ENVIRONMENT = TypeEnvironment(type_of_form(FORM), parameters=types_of_parameters(PARAMETERS), periods=PERIODS)


def value_of(source: str, answers: Answers, form: Form = FORM, on: date = ON, **context: Any) -> Any:
    environment = TypeEnvironment(type_of_form(form), parameters=types_of_parameters(PARAMETERS), periods=PERIODS)
    document = derive(form, answers, on, PARAMETERS).document
    return compile_expression(source, environment).evaluate(EvaluationContext(document, on, PARAMETERS, **context))


def friend(**answers: Any) -> Mapping[str, Any]:
    return {"kind": "natural", **answers}


# Blank, hidden, unknown, unanswered


def test_an_unanswered_field_leaves_everything_open() -> None:
    for source in ("amount > 5", "answered(amount)", "blank(amount)", "amount != 5"):
        assert value_of(source, partial({})) == Undetermined(("amount",))


def test_a_field_left_blank_is_an_answer() -> None:
    answers = partial({}, blank=["amount"])
    assert value_of("blank(amount)", answers) is True
    assert value_of("answered(amount)", answers) is False


@pytest.mark.parametrize("sign", ["==", "!=", "<", "<=", ">", ">="])
def test_every_comparison_with_a_blank_field_is_false(sign: str) -> None:
    assert value_of(f"amount {sign} 5", complete({})) is False
    assert value_of(f"5 {sign} amount", complete({})) is False


def test_a_hidden_field_is_neither_answered_nor_blank_nor_missing() -> None:
    answers = partial({"has_gift": False})
    assert value_of("answered(gift)", answers) is False
    assert value_of("blank(gift)", answers) is False
    assert value_of("gift == 'x' || gift != 'x'", answers) is False


def test_a_hidden_list_is_closed_and_empty() -> None:
    answers = partial({"has_gift": False})
    assert value_of("size(gifts)", answers) == 0
    assert value_of("gifts.all(g, g.worth > 5)", answers) is True
    assert value_of("sum(gifts.map(g, g.worth))", answers) == 0


def test_while_it_is_open_whether_a_field_is_shown_its_controller_is_what_is_missing() -> None:
    assert value_of("blank(gift)", partial({})) == Undetermined(("has_gift",))
    assert value_of("size(gifts) == 0", partial({})) == Undetermined(("has_gift",))


def test_dont_know_is_open_and_never_missing() -> None:
    answers = partial({}, unknown=["amount"])
    for source in ("amount > 5", "answered(amount)", "blank(amount)"):
        assert value_of(source, answers) == Undetermined((), ("amount",))


def test_dont_know_under_a_decided_alternative_does_not_matter() -> None:
    assert value_of("signed || amount > 5", partial({"signed": True}, unknown=["amount"])) is True


def test_null_counts_as_false_where_a_truth_is_wanted() -> None:
    assert value_of("signed", complete({})) is False
    assert value_of("!signed", complete({})) is True


# Lists


def test_an_open_list_leaves_none_of_them_open() -> None:
    answers = partial({"friends": [friend(name="x")]}, open=["friends"])
    assert value_of("friends.exists(p, p.name == 'y')", answers) == Undetermined(("friends[+]",))
    assert value_of("friends.all(p, p.name == 'x')", answers) == Undetermined(("friends[+]",))


def test_one_decisive_item_settles_an_open_list() -> None:
    answers = partial({"friends": [friend(name="x")]}, open=["friends"])
    assert value_of("friends.exists(p, p.name == 'x')", answers) is True
    assert value_of("friends.all(p, p.name == 'y')", answers) is False


def test_a_list_counts_as_large_enough_before_it_is_closed() -> None:
    answers = partial({"friends": [friend(), friend()]}, open=["friends"])
    assert value_of("size(friends) > 1", answers) is True
    assert value_of("size(friends) == 1", answers) is False
    assert value_of("size(friends) > 2", answers) == Undetermined(("friends[+]",))


def test_an_incomplete_item_does_not_hide_a_decisive_one() -> None:
    answers = partial({"friends": [friend(), friend(name="x")]})
    assert value_of("friends.exists(p, p.name == 'x')", answers) is True
    assert value_of("friends.exists(p, p.name == 'y')", answers) == Undetermined(("friends[0].name",))


def test_exists_one_wants_exactly_one() -> None:
    one, two = friend(name="x"), friend(name="x")
    assert value_of("friends.exists_one(p, p.name == 'x')", complete({"friends": [one]})) is True
    assert value_of("friends.exists_one(p, p.name == 'x')", partial({"friends": [one, two]}, open=["friends"])) is False


def test_filter_keeps_perhaps_what_is_not_decided() -> None:
    answers = partial({"friends": [friend(name="x", born="1400-01-01"), friend(born="1380-01-01")]})
    young = "friends.filter(p, p.name == 'x').exists(p, p.born > jdate('{}'))"
    assert value_of(young.format("1399-01-01"), answers) is True
    assert value_of(young.format("1400-01-01"), answers) is False
    assert value_of("size(friends.filter(p, p.name == 'x'))", answers) == Undetermined(("friends[1].name",))


def test_a_member_kept_twice_perhaps_waits_for_both_reasons() -> None:
    answers = partial({"friends": [friend()]})
    twice = "friends.filter(p, p.name == 'x').filter(p, p.born > jdate('1400-01-01')).exists(p, true)"
    assert value_of(twice, answers) == Undetermined(("friends[0].name", "friends[0].born"))


def test_two_lists_can_be_asked_about_together() -> None:
    answers = complete({"friends": [friend(name="x")], "others": [friend(name="y")]})
    assert value_of("(friends + others).exists(p, p.name == 'y')", answers) is True
    assert value_of("size(friends + others)", answers) == 2


def test_in_asks_lists_literals_and_fields_of_several_options() -> None:
    answers = complete({"reason": "loan", "marks": ["old", "torn"], "friends": [friend(name="x")]})
    assert value_of("reason in ['loan', 'sale']", answers) is True
    assert value_of("'torn' in marks", answers) is True
    assert value_of("'lost' in marks", answers) is False
    assert value_of("'x' in friends.map(p, p.name)", answers) is True
    assert value_of("'lost' in marks", complete({})) is False
    assert value_of("'lost' in marks", partial({})) == Undetermined(("marks",))


def test_macros_nest_to_two_levels() -> None:
    answers = partial(
        {"friends": [friend(papers=[{"paper_kind": "deed", "worth": 5}]), friend(papers=[{"paper_kind": "note"}])]}
    )
    source = "friends.exists(p, p.papers.exists(d, d.worth > 5))"
    assert value_of(source, answers) == Undetermined(("friends[1].papers[0].worth",))


def test_sum_passes_over_blank_items() -> None:
    answers = complete({"gifts": [{"worth": 5}, {}, {"worth": 7}], "has_gift": True})
    assert value_of("sum(gifts.map(g, g.worth))", answers) == 12


# Functions


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("days_between(jdate('1405-08-25'), day)", 6),
        ("days_between(day, jdate('1405-08-25'))", -6),
        ("age_on(jdate('1387-09-02'), day)", 17),
        ("age_on(jdate('1387-09-01'), day)", 18),
        ("add_days(day, 30) == jdate('1405-10-01')", True),
        ("add_months(jdate('1405-06-31'), 1) == jdate('1405-07-30')", True),
        ("add_years(jdate('1403-12-30'), 1) == jdate('1404-12-29')", True),
        ("add_years(day, 500) == day", False),
        ("day == today", True),
        ("or_else(amount, 9)", 9),
        ("or_else(9, amount)", 9),
        ("or_else(reason, 'sale') == 'sale'", True),
        ("7 / 2 * 2", 7),
        ("1 / 3 + 1 / 6", Fraction(1, 2)),
        ("1 / 0 == 1", False),
        ("1000000000 * 1000000000 * 1000000000", 10**27),
        ("-3 + 1 - 2", -4),
        ("1 - 2 - 3", -4),
        ("2 + 3 * 4", 14),
        ("false && false || true", True),
        ("signed ? 1 : 2", 2),
        ("parameter('ceiling')", 200),
        ("parameter('ceiling', jdate('1403-05-05'))", 100),
        ("parameter('ceiling', jdate('1399-05-05'))", None),
        ("parameter('ceiling', jdate('1399-05-05')) > 5", False),
        ("or_else(parameter('ceiling', jdate('1399-05-05')), 7)", 7),
        ("answered(parameter('launch'))", True),
        ("answered(parameter('launch', jdate('1403-01-01')))", False),
        ("last_day('ten_days', day) == day", False),
    ],
)
def test_functions_of_dates_numbers_and_parameters(source: str, value: object) -> None:
    found = value_of(source, complete({"day": "1405-09-01"}), deadline=lambda period, start: date(2027, 1, 1))
    assert found == value


def test_the_last_day_of_a_period_waits_for_somebody_who_can_count_it() -> None:
    answers = complete({"day": "1405-09-01"})
    assert value_of("last_day('ten_days', day) > day", answers) == Undetermined()
    counted = value_of("last_day('ten_days', day)", answers, deadline=lambda period, start: (period, start))
    assert counted == ("ten_days", to_gregorian("1405-09-01"))
    assert value_of("last_day('ten_days', day) > day", partial({})) == Undetermined(("day",))


def test_a_resident_abroad_is_told_apart_and_an_open_residence_keeps_the_last_day_open() -> None:
    def counted(period: str, start: date, is_abroad: bool) -> date:
        return start + timedelta(days=60 if is_abroad else 10)

    here = complete({"day": "1405-09-01", "signed": False})
    assert value_of("last_day('ten_days', day, signed)", here, deadline=counted) == to_gregorian("1405-09-11")
    there = complete({"day": "1405-09-01", "signed": True})
    assert value_of("last_day('ten_days', day, signed)", there, deadline=counted) == to_gregorian("1405-11-01")
    unanswered = partial({"day": "1405-09-01"})
    assert value_of("last_day('ten_days', day, signed)", unanswered, deadline=counted) == Undetermined(("signed",))


def test_a_last_day_nobody_can_tell_is_null_and_may_be_replaced() -> None:
    answers = complete({"day": "1350-09-01"})

    def outside(period: str, start: date) -> None:
        return None

    assert value_of("last_day('ten_days', day) < today", answers, deadline=outside) is False
    replaced = value_of("or_else(last_day('ten_days', day), add_days(day, 11))", answers, deadline=outside)
    assert replaced == to_gregorian("1350-09-12")


def test_functions_of_an_open_answer_are_open() -> None:
    for source in ("days_between(day, today)", "age_on(day, today)", "add_days(day, 1)", "parameter('ceiling', day)"):
        assert value_of(source, partial({})) == Undetermined(("day",))


def test_an_undetermined_choice_between_equals_is_no_choice() -> None:
    assert value_of("signed ? 3 : 3", partial({})) == 3
    assert value_of("signed ? 3 : 4", partial({})) == Undetermined(("signed",))
    assert value_of("signed ? amount : 4", partial({})) == Undetermined(("signed", "amount"))


def test_blank_settles_a_sum_whatever_else_is_open() -> None:
    answers = partial({}, blank=["amount"])
    assert value_of("amount + size(friends) > 5", answers) is False
    assert value_of("days_between(day, today) > amount", answers) is False


def test_shares_are_exact() -> None:
    answers = complete({"friends": [friend(share="1/6"), friend(share="2/6"), friend(share="1/2")]})
    assert value_of("sum(friends.map(p, p.share)) == 1", answers) is True


def test_a_composite_answer_is_one_answer() -> None:
    ruling = {"number": "140512345678901234", "date": "1405-05-01", "court": "شعبه یک"}
    assert value_of("ruling.date < today", complete({"ruling": ruling})) is True
    assert value_of("ruling.kind == 'order'", complete({"ruling": ruling})) is False
    assert value_of("ruling.date < today", partial({})) == Undetermined(("ruling",))
    assert value_of("blank(ruling)", complete({})) is True
    assert value_of("blank(ruling.kind)", complete({"ruling": ruling})) is True
    assert value_of("blank(ruling.court)", complete({"ruling": ruling})) is False
    assert value_of("ruling.date < today", partial({}, unknown=["ruling"])) == Undetermined((), ("ruling",))


def test_the_same_person_has_the_same_identifier() -> None:
    source = "friends.exists(p, others.exists(q, same_person(p, q)))"
    one, other = friend(national_id="9990000018"), friend(national_id="9990000026")
    assert value_of(source, complete({"friends": [one], "others": [one]})) is True
    assert value_of(source, complete({"friends": [one], "others": [other]})) is False


def test_whether_it_is_the_same_person_is_open_while_an_identifier_may_come() -> None:
    source = "friends.exists(p, others.exists(q, same_person(p, q)))"
    answers = partial({"friends": [friend(national_id="9990000018")], "others": [friend()]})
    assert value_of(source, answers) == Undetermined(("others[0].national_id",))


def test_a_party_reference_is_the_person_it_points_at() -> None:
    source = "friends.exists(p, same_person(p, chosen))"
    one, other = friend(national_id="9990000018"), friend(national_id="9990000026")
    assert value_of(source, complete({"friends": [one, other], "chosen": "friends[1]"})) is True
    assert value_of(source, complete({"friends": [one], "others": [other], "chosen": "others[0]"})) is False
    assert value_of(source, complete({"friends": [one], "chosen": "others[7]"})) is False
    assert value_of(source, partial({"friends": [one]})) == Undetermined(("chosen",))


def test_everybody_is_the_same_person_as_himself_however_little_is_known() -> None:
    source = "friends.exists(p, same_person(p, chosen))"
    assert value_of(source, partial({"friends": [friend()], "chosen": "friends[0]"})) is True


# Conditions of shared groups are relative to their item


def test_a_condition_inside_an_item_reads_its_siblings_as_this() -> None:
    library = library_of([template_of(FORM)])
    document = derived(library, complete({"friends": [friend(name="x"), {"kind": "legal", "name": "x"}]})).document
    assert document["friends"][0]["name"] == "x"
    assert document["friends"][1]["name"].value == "not_applicable"


def test_this_is_the_nearest_group_at_any_depth() -> None:
    answers = complete({"friends": [friend(address={"abroad": False, "city": "قم"}), friend(address={"abroad": True})]})
    document = derived(library_of([template_of(FORM)]), answers).document
    assert document["friends"][0]["address"]["city"] == "قم"
    assert document["friends"][1]["address"]["city"].value == "not_applicable"


def test_an_open_condition_inside_an_item_names_the_items_own_path() -> None:
    answers = partial({"friends": [friend(), {}]})
    assert value_of("friends.exists(p, p.name == 'x')", answers) == Undetermined(("friends[0].name", "friends[1].kind"))


# Rules: each, points_at, placeholders


def test_each_gives_one_finding_per_element() -> None:
    nameless = rule("nameless", "blank(p.name)", "p.name", each="friends as p", message="نام دوست نیست")
    answers = partial({"friends": [friend(), friend(name="x"), friend()]}, blank=["friends[0].name"])
    found = verdicts(library_of([template_of(FORM)], [nameless]), answers)
    assert [finding.key for finding in found.findings] == ["nameless@friends[0].name"]
    assert found.undetermined == {"nameless": ("friends[2].name",)}


def test_each_over_an_open_list_stays_open_for_those_to_come() -> None:
    nameless = rule("nameless", "blank(p.name)", "p.name", each="friends as p")
    answers = partial({"friends": [friend(name="x")]}, open=["friends"])
    assert verdicts(library_of([template_of(FORM)], [nameless]), answers).undetermined == {"nameless": ("friends[+]",)}


def test_each_takes_two_lists_and_filters() -> None:
    source = "(friends + others).filter(f, f.kind == 'natural') as p"
    nameless = rule("nameless", "blank(p.name)", ["p.name", "amount"], each=source)
    answers = complete({"friends": [friend(), {"kind": "legal"}], "others": [friend(), friend(name="x")]})
    found = verdicts(library_of([template_of(FORM)], [nameless]), answers).findings
    assert [finding.points_at for finding in found] == [("friends[0].name", "amount"), ("others[0].name", "amount")]


def test_an_element_that_perhaps_belongs_does_not_fire() -> None:
    nameless = rule("kept", "p.born < today", "p.born", each="friends.filter(f, f.name == 'x') as p")
    answers = partial({"friends": [friend(born="1400-01-01")]})
    found = verdicts(library_of([template_of(FORM)], [nameless]), answers)
    assert (found.findings, found.undetermined) == ((), {"kept": ("friends[0].name",)})


def test_each_reaches_groups_below_its_element() -> None:
    abroad = rule("abroad", "p.address.abroad", "p.address.abroad", each="friends as p")
    answers = complete({"friends": [friend(address={"abroad": True})]})
    found = verdicts(library_of([template_of(FORM)], [abroad]), answers).findings
    assert found[0].points_at == ("friends[0].address.abroad",)


def test_a_loop_can_stand_inside_each() -> None:
    papers = rule("papers", "p.papers.exists(d, d.worth > amount)", "p.papers", each="friends as p")
    answers = complete({"amount": 3, "friends": [friend(papers=[{"worth": 2}]), friend(papers=[{"worth": 4}])]})
    found = verdicts(library_of([template_of(FORM)], [papers]), answers).findings
    assert [finding.points_at for finding in found] == [("friends[1].papers",)]


def test_this_in_points_at_is_the_element_itself() -> None:
    nameless = rule("nameless", "blank(p.name)", "this", each="friends as p")
    found = verdicts(library_of([template_of(FORM)], [nameless]), complete({"friends": [friend()]})).findings
    assert found[0].points_at == ("friends[0]",)


def test_placeholders_print_by_their_type() -> None:
    message = (
        "{p.name}، {amount}، {p.born}، {reason}، {p.share}، {signed}، {marks}، {size(friends)}، {p.national_id}، "
        "{sum(p.papers.map(d, d.worth))}، {parameter('ceiling')}، {days_between(p.born, today)}، {ruling}"
    )
    shown = rule("shown", "amount > 0", "amount", each="friends as p", message=message)
    answers = complete(
        {
            "amount": 1600000000,
            "reason": "loan",
            "signed": True,
            "marks": ["old", "torn", "lost"],
            "friends": [friend(name="رؤیا", born="1405-08-01", share="1/6", national_id="9990000018")],
            "ruling": {"number": "140512345678901234", "date": "1405-05-01", "court": "شعبه ۱"},
        }
    )
    found = verdicts(library_of([template_of(FORM)], [shown], [CEILING, LAUNCH]), answers).findings
    assert found[0].message == (
        "رؤیا، ۱٬۶۰۰٬۰۰۰٬۰۰۰ ریال، ۱۴۰۵/۰۸/۰۱، گزینه loan، ۱/۶، بله، "
        "گزینه old، گزینه torn و گزینه lost، ۱، ۹۹۹۰۰۰۰۰۱۸، "
        "۰ ریال، ۲۰۰ ریال، ۳۰، رأی شماره ۱۴۰۵۱۲۳۴۵۶۷۸۹۰۱۲۳۴ مورخ ۱۴۰۵/۰۵/۰۱ شعبه ۱"
    )


def test_a_placeholder_without_value_says_so() -> None:
    shown = rule("shown", "amount > 0", "amount", message="{reason}، {day}، {{آکولاد}}")
    found = verdicts(
        library_of([template_of(FORM)], [shown]), partial({"amount": 5}, blank=["reason"], unknown=["day"])
    )
    assert found.findings[0].message == "درج نشده، نمی‌دانم، {آکولاد}"


# In force, applies_to, needs


@pytest.mark.parametrize(("on", "speaks"), [("1405-02-10", False), ("1405-02-11", True), ("1403-01-01", False)])
def test_a_law_may_start_some_days_after_its_launch(on: str, speaks: bool) -> None:
    waiting = rule("waiting", "amount > 0", "amount", in_force=InForce(from_parameter="launch", plus_days=10))
    library = library_of([template_of(FORM)], [waiting], [LAUNCH])
    assert bool(verdicts(library, complete({"amount": 1}), on=to_gregorian(on)).findings) is speaks


@pytest.mark.parametrize(
    ("on", "speaks"), [("1399-12-29", False), ("1400-01-01", True), ("1402-01-01", True), ("1402-01-02", False)]
)
def test_a_rule_speaks_between_its_two_days(on: str, speaks: bool) -> None:
    in_force = InForce(from_date=to_gregorian("1400-01-01"), until=to_gregorian("1402-01-01"))
    library = library_of([template_of(FORM)], [rule("dated", "amount > 0", "amount", in_force=in_force)])
    assert bool(verdicts(library, complete({"amount": 1}), on=to_gregorian(on)).findings) is speaks


def test_a_rule_reaches_the_templates_all_its_members_match() -> None:
    small = form_of(field("amount", "rial_amount"))
    templates = [
        template_of(small, id="one", family="money", shared=["parties"]),
        template_of(small, id="two", family="money"),
        template_of(small, id="three", family="other", shared=["parties"]),
    ]
    reach = AppliesTo(families=("money",), groups=("parties",))
    library = library_of(templates, [rule("reaching", "amount > 0", "amount", applies_to=reach)])
    heard = [each.id for each in templates if verdicts(library, complete({"amount": 1}), each.id).findings]
    assert heard == ["one"]


def test_a_path_that_a_template_lacks_must_be_needed() -> None:
    poor = template_of(form_of(field("amount", "rial_amount")), id="poor")
    library = library_of([poor, template_of(FORM)])
    with pytest.raises(ConditionError) as caught:
        compile_rule(rule("signing", "amount > 0 && !signed", "amount"), poor, library)
    assert (caught.value.code, caught.value.detail, caught.value.part) == ("unknown_name", "signed", "when")
    assert compile_rule(rule("signing", "amount > 0 && !signed", "amount", needs=["signed"]), poor, library) is None


def test_a_needed_path_may_stand_inside_a_list() -> None:
    wealth = rule("wealth", "p.worth > 1", "p.worth", each="gifts as p", needs=["gifts[].worth"])
    library = library_of([template_of(form_of(field("amount", "rial_amount"))), template_of(FORM, id="rich")], [wealth])
    assert verdicts(library, complete({})).rule_ids == ()
    assert verdicts(library, complete({}), "rich").rule_ids == ("wealth",)


@pytest.mark.parametrize(
    ("broken", "part"),
    [
        (rule("r", "amount > 0", "amoun"), "points_at"),
        (rule("r", "amount > 0", "p.nam", each="friends as p"), "points_at"),
        (rule("r", "amount > 0", "amount", each="friends"), "each"),
        (rule("r", "amount > 0", "amount", each="amount as p"), "each"),
        (rule("r", "amount > 0", "amount", each="friends as amount"), "each"),
        (rule("r", "amount > 0", "amount", message="{amout}"), "message"),
        (rule("r", "amount > 0", "amount", message="{amount"), "message"),
        (rule("r", "amount > 0", "amount", message="{friends}"), "message"),
    ],
)
def test_what_does_not_fit_the_template_is_refused_with_its_part(broken: Any, part: str) -> None:
    with pytest.raises(ConditionError) as caught:
        compile_rule(broken, template_of(FORM), library_of([template_of(FORM)]))
    assert caught.value.part == part


@pytest.mark.parametrize("target", ["p.nam", "this.nam", "friends[].nam", "amoun"])
def test_a_wrong_target_is_named_as_it_is_written(target: str) -> None:
    template = template_of(FORM)
    with pytest.raises(ConditionError) as caught:
        compile_rule(rule("r", "amount > 0", ["p.name", target], each="friends as p"), template, library_of([template]))
    assert (caught.value.part, caught.value.code, caught.value.detail) == ("points_at", "unknown_name", target)


# Reliefs and named facts


def with_reliefs() -> Any:
    form = form_of(
        field("amount", "rial_amount"),
        field("asks_costs", "yes_no"),
        field("has_representative", "yes_no"),
        field(
            "additional_reliefs",
            "list",
            fields=[
                field("title"),
                field("financial", "choice", options=["yes", "no"]),
                field("value_rial", "rial_amount"),
            ],
        ),
    )
    environment = TypeEnvironment(type_of_form(form))
    reliefs = [
        relief("مطالبه {amount}", environment, value="amount"),
        relief("هزینه", environment, kind="accessory", financial="by_law", when="asks_costs == true"),
    ]
    return template_of(form, reliefs=reliefs)


def test_a_fact_is_named_like_a_path_and_as_open_as_its_inputs() -> None:
    costly = rule("costly", "total_relief_value > 100", "amount", message="جمع {total_relief_value}")
    library = library_of([with_reliefs()], [costly])
    answers = {"amount": 70, "asks_costs": True}
    assert verdicts(library, partial(answers)).undetermined == {"costly": ("additional_reliefs[+]",)}
    assert verdicts(library, partial({"asks_costs": True}, blank=["additional_reliefs"])).undetermined == {
        "costly": ("amount",)
    }
    found = verdicts(library, complete({**answers, "additional_reliefs": [{"title": "x", "value_rial": 40}]}))
    assert found.findings[0].message == "جمع ۱۱۰ ریال"
    assert ("total_relief_value", "۱۱۰ ریال") in [(fact.path, fact.value) for fact in found.findings[0].facts]


def test_reliefs_are_a_list_like_any_other() -> None:
    worthless = rule("worthless", "r.financial == 'yes' && blank(r.value_rial)", "r.value_rial", each="reliefs as r")
    found = verdicts(
        library_of([with_reliefs()], [worthless]),
        complete({"additional_reliefs": [{"title": "x", "financial": "yes"}, {"title": "y", "financial": "no"}]}),
    )
    assert [finding.points_at for finding in found.findings] == [("amount",), ("additional_reliefs[0].value_rial",)]


def test_a_change_behind_a_fact_reaches_the_rules_that_name_it() -> None:
    costly = rule("costly", "total_relief_value > 100", "amount")
    library = library_of([with_reliefs()], [costly])
    rules = RuleBook(library).for_template("tiny")
    before = rules.evaluate(derived(library, complete({"amount": 70})).document, ON)
    document = derived(library, complete({"amount": 170})).document
    assert rules.evaluate_changed(before, document, {"has_representative"}).findings == before.findings == ()
    assert rules.evaluate_changed(before, document, {"amount"}).findings


def test_a_rule_that_names_an_unknown_fact_is_refused() -> None:
    poor = template_of(form_of(field("amount", "rial_amount")))
    with pytest.raises(ConditionError, match="represented"):
        compile_rule(rule("r", "represented", "amount"), poor, library_of([poor]))


def test_a_verdict_is_the_same_by_whichever_order_the_answers_came() -> None:
    both = rule("both", "amount > 5 && signed", "amount")
    assert verdict(FORM, both, partial({"amount": 1})) == "clear"
    assert verdict(FORM, both, partial({"signed": False})) == "clear"
    assert verdict(FORM, both, partial({"signed": True})) == "undetermined"
    assert verdict(FORM, both, partial({"signed": True, "amount": 6})) == "fires"
