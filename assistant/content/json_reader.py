"""Reads an answers file written as JSON as strictly as the YAML reader: one way to write each thing, and its place."""

import json
from typing import Any, NoReturn

MAX_BYTES = 5_000_000


class JsonError(ValueError):
    """The text is not read at all; the message says why and, where it is known, at which line (Persian)."""


def read_json(content: bytes) -> Any:
    """The value of UTF-8 JSON. Raises JsonError, also for repeated keys, NaN and numbers without measure."""
    if len(content) > MAX_BYTES:
        raise JsonError(f"متن JSON از {MAX_BYTES // 1_000_000} مگابایت بزرگ‌تر است")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise JsonError(f"خط {content.count(b'\n', 0, error.start) + 1}: کدگذاری UTF-8 نیست") from None
    try:
        return json.loads(text, object_pairs_hook=_members, parse_constant=_refuse_constant, parse_int=_integer)
    except json.JSONDecodeError as error:
        raise JsonError(f"خط {error.lineno}، ستون {error.colno}: JSON خوانا نیست") from None
    except RecursionError:
        raise JsonError("لایه‌های تودرتوی JSON بیش از اندازه است") from None


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        keys = [key for key, _ in pairs]
        repeated = next(key for key in keys if keys.count(key) > 1)
        raise JsonError(f"کلید «{repeated}» در یک جا دوبار آمده است")
    return members


def _refuse_constant(name: str) -> NoReturn:
    raise JsonError(f"مقدار {name} عدد نیست")


def _integer(digits: str) -> int:
    if len(digits) > 100:
        raise JsonError(f"عددی با {len(digits)} رقم خوانده شد؛ بیشترین ۱۰۰ رقم است")
    return int(digits)
