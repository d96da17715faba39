"""The derived schema finds what is wrong, at its field, in Persian; the form's conditions find what is missing."""

import json

import jsonschema_rs
import pytest
from jsonschema import Draft202012Validator

from assistant.checks.format import FormatCheck, derive_schema, unknown_places
from assistant.domain.journey import derive
from tests import ROOT
from tests.tiny_house.house import ON, complete, field, form_of, partial, template_of

SCHEMAS = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "schemas/values").glob("*.json")}
FORM = form_of(
    field("kind", "choice", options=["barn", "field"], required=True),
    field("height", "integer", minimum=1, maximum=99),
    field("owner_id", "national_id"),
    field("plot", "registered_plot"),
    field("note", "long_text", max_length=20, messages={"maxLength": "یادداشت بلند است"}),
    field(
        "cows",
        "list",
        item_label="گاو",
        max_items=3,
        fields=[field("name", required=True), field("price", "rial_amount")],
    ),
    field("barn", "group", fields=[field("roof")]),
)
CHECK = FormatCheck(template_of(FORM), SCHEMAS)


def problems(answers):
    return {each.path: each for each in CHECK.problems(derive(FORM, answers, ON, {}))}


def test_right_answers_have_no_problem():
    right = {"kind": "barn", "height": 5, "owner_id": "9990000212", "cows": [{"name": "a", "price": 5}]}
    assert problems(complete(right)) == {}


@pytest.mark.parametrize(
    ("values", "path"),
    [
        ({"kind": "boat"}, "kind"),
        ({"height": 100}, "height"),
        ({"height": 0}, "height"),
        ({"height": "tall"}, "height"),
        ({"owner_id": "9990000213"}, "owner_id"),
        ({"owner_id": 7}, "owner_id"),
        ({"plot": {"main_plot": "x"}}, "plot"),
        ({"cows": [{"name": "a"}, {"price": -1}]}, "cows[1].price"),
        ({"cows": [{"name": 3}]}, "cows[0].name"),
        ({"cows": "Bella"}, "cows"),
        ({"cows": {"name": "a"}}, "cows"),
        ({"cows": [{"name": "a"}, None]}, "cows[1]"),
        ({"cows": ["Bella"]}, "cows[0]"),
        ({"barn": 7}, "barn"),
        ({"barn": [{"roof": "flat"}]}, "barn"),
    ],
)
def test_a_wrong_value_is_told_at_its_field(values, path):
    wrong = {place: each for place, each in problems(partial(values)).items() if not each.is_incomplete}
    assert list(wrong) == [path]
    assert wrong[path].message


def test_the_message_says_what_was_read():
    assert "۹۹۹۰۰۰۰۲۱۳" in problems(partial({"owner_id": "9990000213"}))["owner_id"].message


def test_a_field_may_word_its_own_message():
    assert problems(partial({"note": "x" * 21}))["note"].message == "یادداشت بلند است"


def test_too_many_items_are_told_at_the_list():
    assert "cows" in problems(complete({"kind": "barn", "cows": [{"name": str(each)} for each in range(4)]}))


def test_an_empty_required_field_is_incomplete_not_wrong():
    found = problems(complete({}))
    assert found["kind"].is_incomplete
    assert list(found) == ["kind"]


def test_problems_come_in_the_order_of_the_form():
    assert list(problems(partial({"note": "x" * 30, "height": 0, "kind": "boat"}))) == ["kind", "height", "note"]


def test_the_derived_schema_is_a_valid_schema_with_the_conditions_beside_it():
    form = form_of(
        field("kind", "choice", options=["barn"]),
        field("height", "integer", shown_when="kind == 'barn'", required=True),
    )
    schema = derive_schema(template_of(form))
    Draft202012Validator.check_schema(schema)
    assert schema["properties"]["height"]["x-shown-when"] == "kind == 'barn'"
    assert schema["properties"]["height"]["x-required-when"] == "true"


@pytest.mark.parametrize("values", [{"height": 5}, {"height": 500}, {"cows": [{}] * 9}, {"kind": 3}])
def test_another_validator_agrees(values):
    """jsonschema-rs as an oracle: the same places for the same document."""
    oracle = jsonschema_rs.Draft202012Validator(
        derive_schema(template_of(FORM)),
        registry=jsonschema_rs.Registry([(f"value:{name}", schema) for name, schema in SCHEMAS.items()]),
    )
    ours = {each.path for _, wrong in CHECK.judge(derive(FORM, partial(values), ON, {})).values() for each in wrong}
    theirs = {_place(error.instance_path) for error in oracle.iter_errors(values)}
    assert ours == theirs


def _place(path):
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")


def test_an_answer_without_a_field_is_told_with_its_place():
    values = {"kind": "barn", "boat": 1, "cows": [{"name": "a", "wool": 2}]}
    assert [each.path for each in unknown_places(FORM, values)] == ["boat", "cows[0].wool"]


@pytest.mark.parametrize("key", ["cows[0]", "a.b", "", "cows[+]", "‮", "x" * 5000])
def test_a_name_that_can_stand_in_no_path_is_told_where_it_lies(key):
    (problem,) = unknown_places(FORM, {"cows": [{"name": "a", key: 1}]})
    assert problem.path in ("cows[0]", f"cows[0].{key}")
    assert len(problem.message) < 200


def test_a_part_that_did_not_change_keeps_its_judgement():
    before = CHECK.judge(derive(FORM, partial({"height": 500, "cows": [{"name": "a"}]}), ON, {}))
    after = CHECK.judge(derive(FORM, partial({"height": 500, "cows": [{"name": "b"}]}), ON, {}), before)
    assert after["height"] is before["height"]
    assert after["cows[0]"] is not before["cows[0]"]


def test_a_field_may_be_called_like_a_keyword_of_the_schema():
    form = form_of(field("title"), field("cows", "list", fields=[field("title"), field("description")]))
    check = FormatCheck(template_of(form), SCHEMAS)
    values = {"title": "a", "cows": [{"title": "b", "description": "c"}]}
    assert check.problems(derive(form, complete(values), ON, {})) == ()
