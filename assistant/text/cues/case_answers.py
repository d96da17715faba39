"""What the structured answers say about a cue: nothing yet, the same, or the opposite."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from assistant.domain.cue import Cue
from assistant.domain.paths import folded
from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import Polarity


class Agreement(StrEnum):
    SILENT = "silent"
    AGREES = "agrees"
    CONTRADICTS = "contradicts"


def agreement(cue: Cue, polarity: Polarity, case: TextCase) -> tuple[Agreement, tuple[str, ...]]:
    """With the answers that contradict. Of a list an affirmed cue is contradicted only when every item is."""
    answered = False
    opposed: list[str] = []
    for path, values in cue.contradicts.get(polarity, {}).items():
        given = _given(path, case.answers)
        answered = answered or bool(given)
        against = [at for at, value in given.items() if _is_among(value, values)]
        if against and (polarity is Polarity.NEGATED or len(against) == len(given)):
            opposed += against
    if opposed:
        return Agreement.CONTRADICTS, tuple(opposed)
    return (Agreement.AGREES if answered else Agreement.SILENT), ()


def asked(cue: Cue, case: TextCase) -> tuple[str, ...]:
    """The paths of the cue this petition's form has; all of them for a text without a petition's form."""
    return tuple(path for path in cue.asks if path in case.fields) if case.fields else ()


def _given(path: str, answers: Mapping[str, Any]) -> dict[str, Any]:
    if path in answers:
        return {path: answers[path]}
    if "[]" not in path:
        return {}
    return {at: value for at, value in answers.items() if folded(at) == path}


def _is_among(value: Any, values: tuple[Any, ...]) -> bool:
    """True is not 1 here."""
    return any(type(each) is type(value) and each == value for each in values)
