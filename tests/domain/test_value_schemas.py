"""The JSON Schemas of the values: well formed, and of one mind with ``is_valid``."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from assistant.domain.court_decisions import KINDS
from assistant.domain.places import PROVINCES
from assistant.domain.text_values import LONGEST_LINE, LONGEST_TEXT
from assistant.domain.value_types import VALUE_TYPES
from tests.domain.value_samples import STORED

FOLDER = Path(__file__).parents[2] / "schemas" / "values"
SCHEMAS: dict[str, dict[str, Any]] = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))
}
# the standard vocabulary and x- annotations, nothing else: a mistyped keyword is not silently ignored
STRICT = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "value:strict-meta",
    "$dynamicAnchor": "meta",
    "$ref": "https://json-schema.org/draft/2020-12/schema",
    "unevaluatedProperties": False,
    "patternProperties": {"^x-": True},
}
REGISTRY: Registry[Any] = Registry().with_resources(
    (f"value:{name}", Resource.from_contents(schema, default_specification=DRAFT202012))
    for name, schema in SCHEMAS.items()
)


def _checker() -> FormatChecker:
    checker = FormatChecker(formats=())
    for name, value_type in VALUE_TYPES.items():
        checker.checks(name)(value_type.is_valid)
    return checker


CHECKER = _checker()
VALIDATORS = {
    name: Draft202012Validator(schema, registry=REGISTRY, format_checker=CHECKER) for name, schema in SCHEMAS.items()
}
NAMES = st.sampled_from(sorted(SCHEMAS))
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["province", "city", "main_plot", "section", "x"]), inner, max_size=3)
    ),
    max_leaves=5,
)


def _keywords(schema: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(schema, dict):
        for key, value in schema.items():
            yield key, value
            yield from _keywords(value)
    elif isinstance(schema, list):
        for each in schema:
            yield from _keywords(each)


def test_every_value_type_has_its_schema() -> None:
    assert set(SCHEMAS) == set(VALUE_TYPES)
    assert all(schema["$id"] == f"value:{name}" for name, schema in SCHEMAS.items())


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_a_schema_uses_known_keywords_only(name: str) -> None:
    problems = list(Draft202012Validator(STRICT).iter_errors(SCHEMAS[name]))
    assert problems == []


def test_the_strict_meta_schema_finds_a_mistyped_keyword() -> None:
    mistyped = {"type": "object", "properties": {"name": {"type": "string", "minLenght": 1}}}
    assert not Draft202012Validator(STRICT).is_valid(mistyped)


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_a_schema_holds_no_pattern_and_no_alternatives(name: str) -> None:
    keys = {key for key, _ in _keywords(SCHEMAS[name])}
    assert keys.isdisjoint({"pattern", "patternProperties", "oneOf", "anyOf"})


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_every_reference_and_format_is_known(name: str) -> None:
    for key, value in _keywords(SCHEMAS[name]):
        if key == "$ref":
            assert value.removeprefix("value:") in SCHEMAS
        if key == "format":
            assert value in VALUE_TYPES


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_a_schema_carries_its_persian_label_and_an_example(name: str) -> None:
    label = SCHEMAS[name]["x-fa"]
    assert label["label"] == SCHEMAS[name]["title"]
    assert label["example"]


@pytest.mark.parametrize(
    "name", ["national_id", "legal_entity_id", "foreign_id", "postal_code", "mobile", "landline", "iban", "sayad_id"]
)
def test_the_example_of_an_identifier_is_a_valid_one(name: str) -> None:
    assert VALUE_TYPES[name].parse(SCHEMAS[name]["x-fa"]["example"])


@given(NAMES.flatmap(lambda name: st.tuples(st.just(name), STORED[name])))
def test_a_valid_value_passes_its_schema(sample: tuple[str, Any]) -> None:
    name, stored = sample
    assert list(VALIDATORS[name].iter_errors(stored)) == []


@given(NAMES, ANYTHING | NAMES.flatmap(lambda name: STORED[name]))
def test_schema_and_check_agree_on_everything(name: str, stored: object) -> None:
    assert VALIDATORS[name].is_valid(stored) == VALUE_TYPES[name].is_valid(stored)


@pytest.mark.parametrize("bad", ["9990000213", "9990000212\n", "۹۹۹۰۰۰۰۲۱۲", "999000021", 9990000212])
def test_only_the_stored_form_of_a_national_id_passes(bad: object) -> None:
    assert not VALIDATORS["national_id"].is_valid(bad)


def test_data_in_schemas_are_those_of_the_code() -> None:
    assert SCHEMAS["province"]["enum"] == list(PROVINCES)
    assert SCHEMAS["province"]["x-labels"] == dict(PROVINCES)
    assert SCHEMAS["court_decision"]["properties"]["kind"]["x-labels"] == dict(KINDS)
    assert SCHEMAS["text"]["maxLength"] == LONGEST_LINE
    assert SCHEMAS["long_text"]["maxLength"] == LONGEST_TEXT


def test_labels_are_persian() -> None:
    for schema in SCHEMAS.values():
        assert re.search("[آ-ی]", schema["title"])
