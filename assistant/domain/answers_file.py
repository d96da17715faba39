"""The answers file (decisions.md 2): what the command line, examples and tests exchange."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Any

from assistant.domain.answers import Answers
from assistant.domain.jalali import to_gregorian
from assistant.domain.paths import PathError, parse_path

STATES = ("unknown", "blank", "open")
DEEPEST = 20  # layers of answers within answers; forms have four


class AnswersFileError(ValueError):
    """The file has not the shape of an answers file; the text says where (Persian)."""


@dataclass(frozen=True, slots=True)
class AnswersFile:
    template: str
    on: date | None
    answers: Answers


def read_answers_file(content: Any, *, template: str | None = None) -> AnswersFile:
    """Without any of ``unknown``, ``blank``, ``open`` the file counts as complete. Raises AnswersFileError."""
    if not isinstance(content, Mapping):
        raise AnswersFileError("پروندهٔ پاسخ‌ها باید یک نگاشت باشد: {template, on, answers}")
    _refuse_unstorable(content)
    extra = sorted(set(map(str, content)) - {"template", "version", "answers", "on", "id", "title", *STATES})
    if extra:
        raise AnswersFileError(f"کلید ناشناخته در پروندهٔ پاسخ‌ها: {extra[0]}")
    values = content.get("answers")
    if not isinstance(values, Mapping):
        raise AnswersFileError("کلید answers در پروندهٔ پاسخ‌ها نیست یا نگاشت نیست")
    states = {name: _paths(content, name) for name in STATES if name in content}
    answers = Answers(
        values=dict(values),
        unknown=states.get("unknown", frozenset()),
        blank=states.get("blank", frozenset()),
        open_lists=states.get("open", frozenset()),
        is_partial=bool(states),
    )
    return AnswersFile(str(content.get("template") or template or ""), _date(content.get("on")), answers)


def write_answers_file(template: str, answers: Answers, on: str) -> dict[str, Any]:
    """The inverse; a partial draft carries its three state lists."""
    file: dict[str, Any] = {"template": template, "on": on, "answers": dict(answers.values)}
    if answers.is_partial:
        file |= {
            "unknown": sorted(answers.unknown),
            "blank": sorted(answers.blank),
            "open": sorted(answers.open_lists),
        }
    return file


def _refuse_unstorable(content: Mapping[str, Any]) -> None:
    """What no draft could hold: endless depth, half characters, numbers that are none."""
    waiting: list[tuple[Any, int]] = [(content, 0)]
    while waiting:
        value, depth = waiting.pop()
        if depth > DEEPEST:
            raise AnswersFileError(f"در پروندهٔ پاسخ‌ها بیش از {DEEPEST} لایهٔ تودرتو آمده است")
        if isinstance(value, Mapping):
            waiting += [(each, depth + 1) for pair in value.items() for each in pair]
        elif isinstance(value, list):
            waiting += [(each, depth + 1) for each in value]
        elif isinstance(value, str) and _HALF_CHARACTER.search(value):
            raise AnswersFileError("در پروندهٔ پاسخ‌ها نیمی از یک نویسه (surrogate) آمده است")
        elif isinstance(value, float) and not isfinite(value):
            raise AnswersFileError("در پروندهٔ پاسخ‌ها مقداری آمده است که عدد نیست (NaN یا بی‌نهایت)")


_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def _paths(content: Mapping[str, Any], name: str) -> frozenset[str]:
    paths = content[name]
    if not isinstance(paths, list) or not all(isinstance(path, str) for path in paths):
        raise AnswersFileError(f"{name} باید فهرستی از مسیرها باشد")
    for path in paths:
        try:
            parse_path(path)
        except PathError:
            raise AnswersFileError(f"مسیر نادرست در {name}: {path}") from None
    return frozenset(paths)


def _date(text: Any) -> date | None:
    if text is None:
        return None
    try:
        return to_gregorian(str(text))
    except ValueError:
        raise AnswersFileError(f"تاریخ on نادرست است: {text} (نمونه: 1405-09-01)") from None
