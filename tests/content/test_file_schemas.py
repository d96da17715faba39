"""The schemas of content files keep to a strict part of 2020-12."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from assistant.content.file_schemas import FileSchemas, SchemaError
from assistant.content.located import Located
from tests.content.tree import tiny_files


def with_schema(**keywords: Any) -> dict[str, bytes]:
    return {**tiny_files(), "schemas/files/new.json": json.dumps({"$id": "file:new", **keywords}).encode()}


@pytest.mark.parametrize(
    "keywords",
    [
        {"minLenght": 3},
        {"properties": {"a": {"items": {"typ": "string"}}}},
        {"$defs": {"a": {"allOf": [{"requird": []}]}}},
        {"oneOf": [{"type": "string"}]},
        {"properties": {"a": {"anyOf": [{}]}}},
        {"pattern": r"^\d{10}$"},
        {"pattern": r"\w"},
        {"pattern": r"\p{L}"},
        {"pattern": "^(a+)+$"},
        {"pattern": "("},
        {"patternProperties": {r"\d": {}}},
        {"type": "strin"},
        {"required": ["a", "a"]},
        {"$ref": "file:nowhere"},
        {"$ref": "https://example.org/schema"},
        {"$id": "file:other"},
    ],
)
def test_a_slip_or_a_trap_in_a_schema_is_refused_at_any_depth(keywords: dict[str, Any]):
    with pytest.raises(SchemaError) as caught:
        FileSchemas(with_schema(**keywords))
    assert caught.value.file == "schemas/files/new.json"


def test_annotations_of_our_own_are_allowed():
    FileSchemas(with_schema(**{"type": "object", "x-fa": {"label": "نام"}}))


def test_duplicate_members_of_a_schema_are_refused():
    files = {**tiny_files(), "schemas/files/new.json": b'{"$id": "file:new", "type": "object", "type": "string"}'}
    with pytest.raises(SchemaError, match="تکراری"):
        FileSchemas(files)


def test_every_schema_is_also_a_schema_of_the_standard():
    for path, raw in tiny_files().items():
        if path.startswith("schemas/"):
            Draft202012Validator.check_schema(json.loads(raw))


def test_several_problems_of_one_file_are_told_each_once():
    found = list(FileSchemas(tiny_files()).problems("laws", Located([{"key": "a", "titel": "x"}])))
    assert [(each.code, each.pointer, each.nearest) for each in found] == [
        ("missing_key", (0,), None),
        ("missing_key", (0,), None),
        ("missing_key", (0,), None),
        ("unknown_key", (0, "titel"), "title"),
    ]
