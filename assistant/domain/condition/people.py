"""``same_person``: whether two parties of a petition are one and the same, as far as their answers tell."""

from collections.abc import Callable, Mapping
from typing import Any

from assistant.domain.answers import Marker
from assistant.domain.characters import folded
from assistant.domain.condition.three_valued import Undetermined, merged

IDENTIFIERS = ("national_id", "foreign_id", "legal_entity_id")
NAMES = ("first_name", "last_name", "father_name", "entity_name")
IDENTITY = IDENTIFIERS + NAMES

type Read = Callable[[str], Any]  # key → value, None when blank or not applicable, Undetermined


def reader(person: Any, path: str) -> Read:
    """Reads members of a party standing at ``path``."""

    def read(key: str) -> Any:
        if not isinstance(person, Mapping):
            return person if person.__class__ is Undetermined else None
        value = person.get(key, Undetermined((f"{path}.{key}" if path else key,)))
        if value is Marker.DONT_KNOW:
            return Undetermined(unknown=(f"{path}.{key}" if path else key,))
        return None if value.__class__ is Marker else value

    return read


def same_person(one: Read, other: Read, keys: frozenset[str]) -> Any:
    """By the first identifier both have; else by names, which must all be given. ``keys``: those the form asks for.

    An identifier still unanswered on either side keeps the result undetermined, so that no verdict is taken back.
    """
    pending: list[Any] = []
    for key in IDENTIFIERS:
        if key not in keys:
            continue
        left, right = one(key), other(key)
        if left is None or right is None:
            continue
        if left.__class__ is Undetermined or right.__class__ is Undetermined:
            pending += [left, right]
            continue
        if not pending:
            return bool(left == right)
    by_name = _same_names(one, other, keys)
    if pending:
        return merged([*pending, by_name])
    return by_name


def _same_names(one: Read, other: Read, keys: frozenset[str]) -> Any:
    pairs = [(one(key), other(key)) for key in NAMES if key in keys]
    pairs = [pair for pair in pairs if pair != (None, None)]
    open_pairs = [pair for pair in pairs if not (isinstance(pair[0], str) and isinstance(pair[1], str))]
    if any(pair not in open_pairs and folded(pair[0]) != folded(pair[1]) for pair in pairs):
        return False
    if pairs and not open_pairs:
        return True
    return merged(value for pair in open_pairs for value in pair)
