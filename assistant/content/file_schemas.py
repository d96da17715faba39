"""The schemas of the content files themselves: loaded strictly, applied to every file before anything reads it."""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from referencing import Registry, Resource
from referencing.exceptions import Unresolvable
from referencing.jsonschema import DRAFT202012

from assistant.content.formats import FORMATS
from assistant.content.located import Located
from assistant.content.shape_messages import ShapeProblem, shape_problems
from assistant.content.sources import Sources

STRICT = "schemas/strict.json"


class SchemaError(ValueError):
    """A schema of the content folder cannot be used; ``file`` is the schema."""

    def __init__(self, file: str, message: str) -> None:
        super().__init__(message)
        self.file = file


def load_schemas(files: Mapping[str, bytes], folder: str, prefix: str) -> dict[str, dict[str, Any]]:
    """Name → schema for every ``<folder>/<name>.json``. Raises SchemaError; ``$id`` must be ``<prefix>:<name>``."""
    strict = _strict_validator(files)
    schemas = {}
    for path in files:
        if path.startswith(folder + "/") and path.endswith(".json"):
            name = path.removeprefix(folder + "/").removesuffix(".json")
            schemas[name] = _checked(path, _json(path, files[path]), f"{prefix}:{name}", strict)
    return schemas


class FileSchemas:
    """Validates the parsed content of a file by its kind."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._schemas = load_schemas(files, "schemas/files", "file")
        registry = registry_of(self._schemas, "file")
        checker = format_checker()
        self._validators = {
            name: Draft202012Validator(schema, registry=registry, format_checker=checker)
            for name, schema in self._schemas.items()
        }
        for name, schema in self._schemas.items():
            _refuse_dangling(f"schemas/files/{name}.json", schema, registry)

    def problems(self, kind: str, located: Located) -> Iterator[ShapeProblem]:
        validator = self._validators.get(kind)
        if validator is None:
            raise SchemaError(f"schemas/files/{kind}.json", "طرح این نوع پرونده در schemas/files نیست")
        found = (each for error in validator.iter_errors(located.value) for each in shape_problems(error))
        yield from dict.fromkeys(found)  # each missing key is told once


@lru_cache(maxsize=4)
def file_schemas(files: tuple[tuple[str, bytes], ...]) -> FileSchemas:
    """The same schemas are proven and compiled once. Raises SchemaError."""
    return FileSchemas(dict(files))


def value_schemas(sources: Sources) -> Mapping[str, Mapping[str, Any]]:
    """Value type → JSON Schema of its stored values. Raises SchemaError."""
    files = ((path, raw) for path, raw in sources.files.items() if path == STRICT or path.startswith("schemas/values/"))
    return _value_schemas(tuple(files))


@lru_cache(maxsize=4)
def _value_schemas(files: tuple[tuple[str, bytes], ...]) -> Mapping[str, Mapping[str, Any]]:
    schemas = load_schemas(dict(files), "schemas/values", "value")
    registry = registry_of(schemas, "value")
    for name, schema in schemas.items():
        _refuse_dangling(f"schemas/values/{name}.json", schema, registry)
    return schemas


def registry_of(schemas: Mapping[str, Mapping[str, Any]], prefix: str) -> "Registry[Any]":
    """A closed registry: nothing is ever fetched."""
    registry: Registry[Any] = Registry()
    return registry.with_resources(
        (f"{prefix}:{name}", Resource.from_contents(schema, default_specification=DRAFT202012))
        for name, schema in schemas.items()
    )


def format_checker() -> FormatChecker:
    checker = FormatChecker(formats=())
    for name, function in FORMATS.items():
        checker.checks(name)(function)
    return checker


def _strict_validator(files: Mapping[str, bytes]) -> Draft202012Validator:
    if STRICT not in files:
        raise SchemaError(STRICT, "این پرونده در پوشهٔ محتوا نیست")
    return Draft202012Validator(_json(STRICT, files[STRICT]), format_checker=format_checker())


def _json(path: str, content: bytes) -> Any:
    try:
        return json.loads(content.decode("utf-8"), object_pairs_hook=_without_duplicates)
    except ValueError as error:
        raise SchemaError(path, f"JSON نادرست است: {error}") from None


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise ValueError("کلید تکراری: " + next(key for key, _ in pairs if [k for k, _ in pairs].count(key) > 1))
    return members


def _checked(path: str, schema: Any, identity: str, strict: Draft202012Validator) -> dict[str, Any]:
    error = next(iter(strict.iter_errors(schema)), None)
    if error is not None:
        raise SchemaError(path, _strict_message(error))
    if not isinstance(schema, dict) or schema.get("$id") != identity:
        raise SchemaError(path, f"شناسهٔ طرح ($id) باید «{identity}» باشد")
    return schema


def _strict_message(error: ValidationError) -> str:
    where = "/".join(str(part) for part in error.absolute_path) or "ریشه"
    if error.validator == "additionalProperties":
        problem = next(iter(shape_problems(error)))
        key, near = problem.pointer[-1], problem.nearest
        if key in ("oneOf", "anyOf"):
            return f"«{key}» در {where} پذیرفته نیست؛ allOf با if و then به کار می‌رود"
        return f"کلید «{key}» در {where} پذیرفته نیست" + (f"؛ نزدیک‌ترین: {near}" if near else "")
    if error.validator == "format":
        return f"الگوی {where} پذیرفته نیست: بدون \\d \\w \\p \\s \\b و بدون تکرار تودرتو نوشته شود"
    return f"طرح در {where} نادرست است ({error.validator})"


def _refuse_dangling(path: str, schema: Any, registry: "Registry[Any]") -> None:
    resolver = registry.resolver(base_uri=str(schema.get("$id", "")))
    for reference in _references(schema):
        try:
            resolver.lookup(reference)
        except Unresolvable:
            raise SchemaError(path, f"ارجاع «{reference}» به جایی نمی‌رسد") from None


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        reference = node.get("$ref")
        if isinstance(reference, str):
            yield reference
        for value in node.values():
            yield from _references(value)
    elif isinstance(node, list):
        for value in node:
            yield from _references(value)
