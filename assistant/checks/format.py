"""Form → derived JSON Schema 2020-12 → problems at their fields, in Persian.

Requiredness and visibility are decided by the form's conditions (``journey``); the schema carries types, value
rules and, for readers outside, ``x-shown-when`` / ``x-required-when`` (decisions.md 6).
"""

from collections.abc import Mapping
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from assistant.checks.problem_messages import message_for
from assistant.domain.finding import FieldProblem
from assistant.domain.form import Field, Form
from assistant.domain.journey import Derived
from assistant.domain.paths import child, join_path
from assistant.domain.template import Template
from assistant.domain.value_types import VALUE_TYPES


def derive_schema(template: Template) -> dict[str, Any]:
    """The JSON Schema of a whole petition's effective answers; values by ``$ref`` to ``value:<type>``."""
    properties: dict[str, Any] = {}
    for step in template.form.steps:
        for each in step.fields:
            properties[each.key] = _field_schema(each, step.id)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"petition:{template.id}",
        "title": template.title,
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def _field_schema(each: Field, step_id: str = "") -> dict[str, Any]:
    schema: dict[str, Any] = {"title": each.label, **({"x-step": step_id} if step_id else {})}
    if each.type == "list":
        schema |= {"type": "array", "items": _object_schema(each.fields), "maxItems": each.max_items}
    elif each.type == "group":
        schema |= _object_schema(each.fields)
    else:
        schema |= {"$ref": f"value:{each.type}"} | _limits(each)
    if each.shown_when is not None:
        schema["x-shown-when"] = each.shown_when.source
    if each.required is True:
        schema["x-required-when"] = "true"
    elif each.required:
        schema["x-required-when"] = each.required.source
    return schema


def _object_schema(fields: tuple[Field, ...]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {each.key: _field_schema(each) for each in fields},
        "additionalProperties": False,
    }


def _limits(each: Field) -> dict[str, Any]:
    limits: dict[str, Any] = {}
    options = [option.value for option in each.options]
    if options and each.type == "choices":
        limits["items"] = {"enum": options}
    elif options:
        limits["enum"] = options
    for name, value in (("minimum", each.minimum), ("maximum", each.maximum), ("maxLength", each.max_length)):
        if value is not None:
            limits[name] = value
    return limits


class FormatCheck:
    """Validates the effective answers of one template. Built once per template, safe to share between threads."""

    def __init__(self, template: Template, value_schemas: Mapping[str, Mapping[str, Any]]) -> None:
        self.schema = derive_schema(template)
        self._form: Form = template.form
        registry: Registry[Any] = Registry().with_resources(
            (f"value:{name}", Resource.from_contents(schema, default_specification=DRAFT202012))
            for name, schema in value_schemas.items()
        )
        self._validator = Draft202012Validator(self.schema, registry=registry, format_checker=_format_checker())

    def problems(self, derived: Derived) -> tuple[FieldProblem, ...]:
        """Wrong values first found by the schema, then required fields left empty; one per field, in form order."""
        found: dict[str, FieldProblem] = {}
        for error in self._validator.iter_errors(derived.effective):
            problem = self._problem(error)
            found.setdefault(problem.path, problem)
        for state in derived.fields:
            if state.is_missing and state.path not in found:
                keyword = "minItems" if state.field.type == "list" else "required"
                message = message_for(keyword, state.field, {"minimum": max(1, state.field.min_items)})
                found[state.path] = FieldProblem(state.path, keyword, message, is_incomplete=True)
        order = {state.path: position for position, state in enumerate(derived.fields)}
        return tuple(sorted(found.values(), key=lambda each: order.get(each.path, len(order))))

    def _problem(self, error: ValidationError) -> FieldProblem:
        parts = tuple(error.absolute_path)
        if error.validator == "additionalProperties":
            known = error.schema.get("properties", {}) if isinstance(error.schema, Mapping) else {}
            extra = sorted(set(dict(error.instance)) - set(known)) if isinstance(error.instance, Mapping) else []
            parts = (*parts, *extra[:1])
        path = self._nearest_field(parts)
        keyword = str(error.validator)
        if keyword == "format":
            keyword = f"format:{error.validator_value}"
        each = self._form.field_at(path)
        params = {"value": error.instance, "limit": error.validator_value}
        return FieldProblem(path, keyword, message_for(keyword, each, params))

    def _nearest_field(self, parts: tuple[Any, ...]) -> str:
        """Composite values (a plot, a place) report at their field, not inside it."""
        whole = _path_of(parts)
        for length in range(len(parts), 0, -1):
            path = _path_of(parts[:length])
            if self._form.field_at(path) is not None:
                return path
        return whole


def _path_of(parts: tuple[Any, ...]) -> str:
    try:
        return join_path(tuple(part if isinstance(part, int) else str(part) for part in parts))
    except ValueError:
        return child("", str(parts[0]))


def _format_checker() -> FormatChecker:
    checker = FormatChecker(formats=())
    for name, value_type in VALUE_TYPES.items():
        checker.checks(name)(value_type.is_valid)
    return checker
