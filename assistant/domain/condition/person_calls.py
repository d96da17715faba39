"""How ``same_person`` finds the two people it compares: items of lists, ``this``, or fields pointing at a party."""

from collections.abc import Callable
from typing import Any

from assistant.domain.answers import Marker
from assistant.domain.condition.context import EvaluationContext
from assistant.domain.condition.people import IDENTITY, Read, reader, same_person
from assistant.domain.condition.three_valued import Undetermined, merged
from assistant.domain.condition.types import ObjectType, Type
from assistant.domain.paths import PathError, parse_path


def same_person_run(types: list[Type], places: list[tuple[Any, Any]]) -> Callable[[EvaluationContext, list[Any]], Any]:
    """The closure of ``same_person(a, b)`` over two places."""
    known = [frozenset(each.fields) if isinstance(each, ObjectType) else frozenset(IDENTITY) for each in types]
    keys = known[0] & known[1] & frozenset(IDENTITY)
    (one_raw, one_where), (other_raw, other_where) = places

    def run(context: EvaluationContext, frame: list[Any]) -> Any:
        one = _person(one_raw(context, frame), one_where(context, frame), context)
        other = _person(other_raw(context, frame), other_where(context, frame), context)
        if one is None or other is None:
            return False
        if one.__class__ is Undetermined or other.__class__ is Undetermined:
            return merged((one, other))
        return one[1] == other[1] or same_person(_read(one), _read(other), keys)

    return run


def _person(value: Any, path: str, context: EvaluationContext) -> Any:
    """(person, path); None for nobody."""
    if value.__class__ is Undetermined:
        return value
    if value.__class__ is Marker:
        return Undetermined(unknown=(path,)) if value is Marker.DONT_KNOW else None
    return _pointed_at(value, path, context) if isinstance(value, str) else (value, path)


def _pointed_at(reference: str, path: str, context: EvaluationContext) -> Any:
    """The party a field points at; nobody when that party was removed."""
    current: Any = context.document
    try:
        for part in parse_path(reference):
            current = current[part]
    except (PathError, LookupError, TypeError):
        return None
    return current, reference


def _read(person: tuple[Any, str]) -> Read:
    return reader(*person)
