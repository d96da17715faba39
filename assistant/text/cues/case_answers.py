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
    """With the answers that contradict. What is affirmed is contradicted only when no answer leaves room for it:
    «خوانده فوت کرده است» by every person's answer; what is denied, by any one."""
    for path, values in cue.agrees.get(polarity, {}).items():
        if any(_is_among(value, values) for value in _given(path, case.answers).values()):
            return Agreement.AGREES, ()
    given: dict[str, Any] = {}
    opposed: list[str] = []
    is_open = False  # persons or items nothing was answered of yet
    for path, values in cue.contradicts.get(polarity, {}).items():
        found = _given(path, case.answers)
        is_open = is_open or (not found and "[]" in path and path in case.fields)
        opposed += [at for at, value in found.items() if _is_among(value, values)]
        given |= found
    if not given:
        return Agreement.SILENT, ()
    if opposed and (polarity is Polarity.NEGATED or len(opposed) == len(given)):
        return (Agreement.SILENT, ()) if is_open else (Agreement.CONTRADICTS, tuple(opposed))
    return Agreement.AGREES, ()


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
