"""What one save did to a draft, and how to take it back."""

from collections.abc import Mapping, Sequence
from typing import Any

from assistant.domain.answer_edits import value_at, with_blanks, with_unknown, with_value
from assistant.domain.answers import Answers
from assistant.domain.draft import AnswerChange

KEEPS_ANSWERS = frozenset({"reason", "undo"})


def snapshot(answers: Answers, paths: Sequence[str]) -> Mapping[str, Any]:
    """Value and state at each path, as the history keeps them."""
    return {path: _at(answers, path) for path in paths}


def _at(answers: Answers, path: str) -> Mapping[str, Any]:
    return {"value": value_at(answers, path), "state": _state(answers, path)}


def last_undoable(history: Sequence[AnswerChange]) -> AnswerChange | None:
    """The newest change of answers that has not been taken back yet."""
    standing: list[AnswerChange] = []
    for change in history:
        if change.kind == "undo":
            if standing:
                standing.pop()
        elif change.kind not in KEEPS_ANSWERS:
            standing.append(change)
    return standing[-1] if standing else None


def without(change: AnswerChange, answers: Answers) -> Answers:
    """``answers`` with ``change`` taken back."""
    if change.previous is not None:
        return change.previous
    for path, before in change.before.items():
        answers = _restored(answers, path, before)
    return answers


def changed_since(history: Sequence[AnswerChange], revision: int, path: str) -> AnswerChange | None:
    """The newest change after ``revision`` that touched ``path``, a part of it, or a list it stands in."""
    for change in reversed(history):
        if change.revision <= revision:
            return None
        if change.kind != "reason" and any(_touches(touched, path) for touched in change.paths):
            return change
    return None


def as_shown_at(history: Sequence[AnswerChange], revision: int, path: str) -> Mapping[str, Any] | None:
    """Value and state at ``path`` as a page of ``revision`` shows them; None when nothing changed there since."""
    for change in history:
        if change.revision <= revision or not any(_touches(touched, path) for touched in change.paths):
            continue
        if change.previous is not None:
            return _at(change.previous, path)
        if path in change.before:
            before: Mapping[str, Any] = change.before[path]
            return before
    return None


def _touches(touched: str, path: str) -> bool:
    return (
        touched == path
        or path.startswith((touched + ".", touched + "["))
        or touched.startswith((path + ".", path + "["))
    )


def _restored(answers: Answers, path: str, before: Mapping[str, Any]) -> Answers:
    if before["state"] == "unknown":
        return with_unknown(answers, path)
    answers = with_value(answers, path, before["value"])
    return with_blanks(answers, [path]) if before["state"] == "blank" else answers


def _state(answers: Answers, path: str) -> str:
    if path in answers.unknown:
        return "unknown"
    return "blank" if path in answers.blank else ""
