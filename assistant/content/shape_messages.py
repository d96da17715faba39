"""Schema errors of content files as named problems in Persian; a validator's own words are never shown."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from jsonschema.exceptions import ValidationError

from assistant.content.located import Pointer
from assistant.content.nearness import nearest

SHAPE_CODES = {
    "missing_key": "کلید لازم نیامده است",
    "unknown_key": "کلید ناشناخته",
    "wrong_kind": "مقدار از نوع دیگری است",
    "value_not_allowed": "مقدار در فهرست پذیرفته نیست",
    "too_few": "کمتر از اندازه",
    "too_many": "بیش از اندازه",
    "invalid_jalali_date": "تاریخ خورشیدی نادرست",
    "id_form": "شناسه به صورت پذیرفته نیست",
    "path_form": "مسیر پاسخ نادرست",
    "shape": "ساختار پرونده نادرست",
}
_FORMAT_PROBLEMS = {
    "jalali-date": ("invalid_jalali_date", "«{value}» تاریخ خورشیدی درست نیست؛ نمونه: 1405-09-01"),
    "content-id": ("id_form", "«{value}» شناسه نیست؛ حروف کوچک لاتین، رقم و خط تیره، مانند cheque-claim"),
    "answer-path": ("path_form", "«{value}» مسیر پاسخ نیست؛ نمونه: cheques[0].amount"),
}
_KINDS = {
    "string": "متن",
    "integer": "عدد درست",
    "boolean": "true یا false",
    "array": "فهرست",
    "object": "نگاشت (کلید: مقدار)",
    "null": "null",
}
_LIMITS = {
    "minItems": ("too_few", "دست‌کم {limit} مورد لازم است"),
    "minLength": ("too_few", "متن خالی است"),
    "minProperties": ("too_few", "دست‌کم {limit} کلید لازم است"),
    "minimum": ("too_few", "عدد باید دست‌کم {limit} باشد"),
    "maxItems": ("too_many", "بیش از {limit} مورد پذیرفته نیست"),
    "maxLength": ("too_many", "متن از {limit} نویسه بلندتر است"),
    "maximum": ("too_many", "عدد باید حداکثر {limit} باشد"),
}


@dataclass(frozen=True, slots=True)
class ShapeProblem:
    code: str
    pointer: Pointer
    message: str
    nearest: str | None = None


def shape_problems(error: ValidationError) -> Iterator[ShapeProblem]:
    """One problem for each thing to mend, at the part it is about."""
    keyword, limit, instance = str(error.validator), cast(Any, error.validator_value), cast(Any, error.instance)
    pointer: Pointer = tuple(error.absolute_path)
    if keyword == "required":
        for key in [key for key in limit if key not in instance]:
            yield ShapeProblem("missing_key", pointer, f"کلید «{key}» نیامده است")
    elif keyword == "dependentRequired":
        yield from _missing_companions(limit, instance, pointer)
    elif keyword == "additionalProperties":
        yield from _unknown_keys(error.schema, instance, pointer)
    elif keyword == "type":
        kinds = [limit] if isinstance(limit, str) else limit
        expected = " یا ".join(_KINDS[kind] for kind in kinds)
        yield ShapeProblem("wrong_kind", pointer, f"{_name(pointer)} باید {expected} باشد")
    elif keyword in ("enum", "const"):
        yield _not_allowed([limit] if keyword == "const" else limit, instance, pointer)
    elif keyword == "format" and limit in _FORMAT_PROBLEMS:
        code, message = _FORMAT_PROBLEMS[limit]
        yield ShapeProblem(code, pointer, message.format(value=instance))
    elif keyword in _LIMITS:
        code, message = _LIMITS[keyword]
        yield ShapeProblem(code, pointer, f"{_name(pointer)}: {message.format(limit=limit)}")
    else:
        yield ShapeProblem("shape", pointer, f"{_name(pointer)} به صورت پذیرفته نیست ({keyword})")


def _missing_companions(limit: Mapping[str, Any], instance: Any, pointer: Pointer) -> Iterator[ShapeProblem]:
    for key, companions in limit.items():
        for companion in companions:
            if key in instance and companion not in instance:
                yield ShapeProblem("missing_key", pointer, f"کلید «{key}» بدون «{companion}» آمده است")


def _unknown_keys(schema: Any, instance: Any, pointer: Pointer) -> Iterator[ShapeProblem]:
    known = schema.get("properties", {})
    for key in instance:
        if key not in known:
            yield ShapeProblem("unknown_key", (*pointer, key), f"کلید «{key}» شناخته نیست", nearest(key, known))


def _not_allowed(allowed: Iterable[Any], instance: Any, pointer: Pointer) -> ShapeProblem:
    names = [_written(each) for each in allowed]
    near = nearest(instance, names) if isinstance(instance, str) else None
    message = f"{_name(pointer)}: «{_written(instance)}» پذیرفته نیست؛ یکی از: {'، '.join(names)}"
    return ShapeProblem("value_not_allowed", pointer, message, near)


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "null" if value is None else str(value)


def _name(pointer: Pointer) -> str:
    """The key a problem is about: «points_at»; of a list's item the list's key with the position."""
    if not pointer:
        return "پرونده"
    last = pointer[-1]
    if isinstance(last, str):
        return f"«{last}»"
    owner = pointer[-2] if len(pointer) > 1 else ""
    return f"مورد {last + 1}" + (f" از «{owner}»" if owner else "")
