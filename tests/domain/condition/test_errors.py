"""What is refused when a condition is loaded, with its place and the nearest name."""

import pytest

from assistant.domain.condition import (
    BOOL,
    DATE,
    NUMBER,
    STRING,
    ChoiceType,
    ConditionError,
    ListType,
    ObjectType,
    StringType,
    TypeEnvironment,
    compile_condition,
    compile_expression,
)
from assistant.domain.form import Option

COLOUR = ChoiceType((Option("red", "سرخ"), Option("blue", "آبی")))
PERSON = ObjectType({"name": STRING, "national_id": StringType("national_id"), "born": DATE})
ENVIRONMENT = TypeEnvironment(
    root=ObjectType(
        {
            "amount": NUMBER,
            "paid": BOOL,
            "colour": COLOUR,
            "name": STRING,
            "due": DATE,
            "flags": ListType(COLOUR),
            "people": ListType(PERSON),
            "group": ObjectType({"colour": COLOUR}),
        }
    ),
    parameters={"ceiling": NUMBER},
    periods={"appeal_of_order"},
)


def refused(source: str) -> ConditionError:
    with pytest.raises(ConditionError) as caught:
        compile_condition(source, ENVIRONMENT)
    return caught.value


@pytest.mark.parametrize(
    ("source", "code", "position", "nearest"),
    [
        ("paid && amont > 1", "unknown_name", 8, "amount"),
        ("people.exists(p, p.nam == 'x')", "unknown_name", 19, "name"),
        ("group.color == 'red'", "unknown_name", 6, "colour"),
        ("colour == 'blu'", "unknown_option", 10, "blue"),
        ("'gren' in flags", "unknown_option", 0, None),
        ("colour in ['red', 'blu']", "unknown_option", 18, "blue"),
        ("'blu' == colour", "unknown_option", 0, "blue"),
        ("parameter('cieling') > 1", "unknown_parameter", 10, "ceiling"),
        ("paid && last_day('appeal_of_ordr', due) > due", "unknown_period", 17, "appeal_of_order"),
        ("siz(people) > 1", "unknown_function", 0, "size"),
        ("people.any(p, paid)", "unknown_function", 7, None),
    ],
)
def test_an_unknown_name_is_refused_with_its_place_and_the_nearest(
    source: str, code: str, position: int, nearest: str | None
) -> None:
    error = refused(source)
    assert (error.code, error.position, error.nearest) == (code, position, nearest)


def test_an_unknown_member_is_named_by_its_folded_path() -> None:
    assert refused("people.exists(p, p.nam == 'x')").detail == "people[].nam"


@pytest.mark.parametrize(
    "source",
    [
        "amount > 'x'",
        "amount == name",
        "name < 'x'",
        "due > 5",
        "due == '1405-01-01'",
        "paid + 1 == 2",
        "!amount",
        "amount && paid",
        "amount",
        "name in name",
        "amount in flags",
        "people == people",
        "size(amount) > 1",
        "sum(flags) > 1",
        "people.exists(p, p.name)",
        "paid ? amount > 1 : amount",
        "amount.x == 1",
        "people.name == 'x'",
        "[1, 'x'] == 1",
        "1 in []",
        "age_on(due, amount) > 1",
        "people + flags == 1",
        "same_person(amount, name)",
        "people.map(p, people).exists(q, paid)",
        "answered(group)",
    ],
)
def test_a_clash_of_types_is_refused(source: str) -> None:
    assert refused(source).code == "type_clash"


@pytest.mark.parametrize(
    "source",
    [
        "",
        "amount >",
        "(paid",
        "paid)",
        "paid paid",
        "amount > 1 > 0",
        "amount = 1",
        "amount % 2 == 0",
        "name == 'x",
        "name == 'a\nb'",
        "amount == null",
        "amount > 1.5",
        "people[0].name == 'x'",
        "name.matches('x') || @",
        "12ab > 1",
        "۱۲ > 1",
    ],
)
def test_what_is_not_of_the_language_is_refused(source: str) -> None:
    assert refused(source).code in ("syntax", "unknown_function")


@pytest.mark.parametrize(
    "source",
    [
        "jdate('1405-13-01') < due",
        "jdate('1405/01/01') < due",
        "jdate(name) < due",
        "answered()",
        "size(people, flags) > 1",
        "parameter(name) > 1",
        "blank(amount + 1)",
        "last_day(name, due) > due",
    ],
)
def test_wrong_arguments_are_refused(source: str) -> None:
    assert refused(source).code == "wrong_arguments"


@pytest.mark.parametrize("name", ["amount", "this", "people"])
def test_a_loop_variable_hides_no_other_name(name: str) -> None:
    assert refused(f"people.exists({name}, paid)").code == "name_taken"


def test_a_loop_variable_is_free_again_behind_its_loop() -> None:
    compile_condition("people.exists(p, paid) && people.all(p, paid)", ENVIRONMENT)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("paid || " * 500 + "paid", "too_long"),
        ("paid||" * 401 + "paid", "too_many_nodes"),
        ("(" * 50 + "paid" + ")" * 50, "too_deep"),
        ("!" * 50 + "paid", "too_deep"),
        ("amount" + "+1" * 50 + " > 1", "too_deep"),
        ("paid ? paid : " * 50 + "paid", "too_deep"),
        ("people.exists(p, people.exists(q, people.exists(r, paid)))", "too_nested"),
    ],
)
def test_size_depth_and_nesting_are_bounded(source: str, code: str) -> None:
    assert refused(source).code == code


def test_many_alternatives_are_not_deep() -> None:
    compile_condition("||".join(["paid"] * 200), ENVIRONMENT)


def test_the_expected_type_is_demanded() -> None:
    with pytest.raises(ConditionError, match="type_clash"):
        compile_expression("name", ENVIRONMENT, expected=NUMBER)
    assert compile_expression("amount + 1", ENVIRONMENT, expected=NUMBER).type == NUMBER


def test_comments_run_to_the_end_of_the_line() -> None:
    assert compile_condition("paid // آیا پرداخت شده\n && amount > 1", ENVIRONMENT).paths == {"paid", "amount"}


def test_it_lists_the_folded_paths_it_reads() -> None:
    expression = compile_condition(
        "group.colour == 'red' && people.exists(p, p.name == name && size(flags) > 1) && parameter('ceiling') > 0",
        ENVIRONMENT,
    )
    assert expression.paths == {"group.colour", "people[]", "people[].name", "name", "flags"}
    assert expression.parameters == {"ceiling"}


def test_people_of_two_lists_share_only_what_both_have() -> None:
    pets = ListType(ObjectType({"name": STRING, "colour": COLOUR}))
    environment = TypeEnvironment(ObjectType({"people": ListType(PERSON), "pets": pets}))
    expression = compile_condition("(people + pets).exists(x, x.name == 'x')", environment)
    assert expression.paths == {"people[]", "pets[]", "people[].name", "pets[].name"}
    with pytest.raises(ConditionError, match="unknown_name"):
        compile_condition("(people + pets).exists(x, x.colour == 'red')", environment)
