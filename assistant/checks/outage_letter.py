"""A letter about an outage held against its schema: every problem at its field, in Persian."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from assistant.checks.problem_messages import message_for
from assistant.domain.finding import FieldProblem
from assistant.domain.form import Field
from assistant.domain.jalali import parts
from assistant.domain.paths import join_path

_FORMATS = FormatChecker(formats=())


def letter_problems(schema: Mapping[str, Any], letter: Mapping[str, Any]) -> tuple[FieldProblem, ...]:
    """In the order of the schema; one for each place."""
    found: dict[str, FieldProblem] = {}
    for error in Draft202012Validator(schema, format_checker=_FORMATS).iter_errors(letter):
        for problem in _problems(error):
            found.setdefault(problem.path, problem)
    return tuple(found.values())


def _problems(error: ValidationError) -> Iterator[FieldProblem]:
    path, schema, limit = (
        list(error.absolute_path),
        cast(Mapping[str, Any], error.schema),
        cast(Any, error.validator_value),
    )
    if error.validator == "required":
        for key in limit:
            if key not in cast(Any, error.instance):
                yield _problem([*path, key], "required", schema["properties"][key].get("title", key), {})
        return
    params = {"value": error.instance, "limit": limit}
    is_empty = error.validator == "minLength" and not error.instance
    keyword = "required" if is_empty else str(error.validator)
    yield _problem(path, keyword, schema.get("title", "این بخش"), params)


def _problem(path: Sequence[str | int], keyword: str, title: str, params: Mapping[str, Any]) -> FieldProblem:
    place = join_path(tuple(path))
    message = message_for(keyword, Field(place, title, "text"), params)
    return FieldProblem(place, keyword, message, is_incomplete=keyword in ("required", "minItems"))


@_FORMATS.checks("jalali-date", raises=ValueError)
def _is_jalali_date(value: object) -> bool:
    return not isinstance(value, str) or bool(parts(value))
