"""What is said at a field whose content is wrong or absent: what was read, what the field holds, an example.

Impersonal statements, no instruction and no law. Keys are the codes of ``ValueProblem`` and JSON Schema keywords.
"""

from collections.abc import Mapping
from typing import Any

from assistant.checks.problem_wording import FORMATS, KEYWORDS, PROBLEMS
from assistant.domain.characters import find_hidden, printed_text
from assistant.domain.form import Field
from assistant.domain.money import group_thousands
from assistant.domain.value_problem import ValueProblem
from assistant.domain.value_types import VALUE_TYPES, parse_field, show_field

MESSAGES: Mapping[str, str] = {**KEYWORDS, **{f"format:{name}": text for name, text in FORMATS.items()}, **PROBLEMS}

_LONGEST_VALUE = 60
_OF_THE_VALUE = ("type", "enum", "const", "pattern", "required")


def message_for(keyword: str, field: Field | None, params: Mapping[str, Any]) -> str:
    """The sentence for a keyword or code at a field; the field's own ``messages`` go first.

    ``params`` may hold ``value``, ``limit``, ``minimum`` and the particulars of a ValueProblem. Where the value
    itself tells more than the keyword (a type or format that was missed), the value's own problem is told.
    """
    if field is not None:
        own = field.messages.get(keyword) or field.messages.get(keyword.removeprefix("format:"))
        if own:
            return own
        problem = _problem_of(keyword, field, params.get("value"))
        if problem is not None:
            keyword, params = problem.code, problem.params
    template = MESSAGES.get(keyword) or MESSAGES["format"]
    return template.format_map(_Particulars(field, params))


def message_of(problem: ValueProblem, field: Field | None = None) -> str:
    """The sentence for what ``parse`` raised."""
    return message_for(problem.code, field, problem.params)


def _problem_of(keyword: str, field: Field, value: object) -> ValueProblem | None:
    told_by_value = keyword.startswith("format") or keyword in _OF_THE_VALUE
    if not told_by_value or value is None or field.type not in VALUE_TYPES:
        return None
    raw: Any = {key: str(part) for key, part in value.items()} if isinstance(value, dict) else value
    if not isinstance(raw, (str, list, dict)) or (
        isinstance(raw, list) and not all(isinstance(each, str) for each in raw)
    ):
        return None
    try:
        parse_field(field, raw)
    except ValueProblem as problem:
        return problem
    return None


class _Particulars(dict[str, str]):
    """The words put into a sentence: Persian digits, nothing invisible, «—» for what is not known."""

    def __init__(self, field: Field | None, params: Mapping[str, Any]) -> None:
        super().__init__({name: _words(name, value, field) for name, value in params.items()})
        if isinstance(params.get("value"), (str, list)):
            self.setdefault("count", _words("count", len(params["value"]), None))
        if "limit" in self:
            self.setdefault("minimum", self["limit"])
        self.setdefault("label", field.label if field else "این بخش")
        self.setdefault("item", (field.item_label if field else "") or "مورد")
        if field and field.options:
            self.setdefault("options", "، ".join(f"«{option.label}»" for option in field.options))
        example = f"؛ نمونه: {field.example}" if field and field.example else ""
        self.setdefault("example", printed_text(example))

    def __missing__(self, key: str) -> str:
        return "—"


def _words(name: str, value: Any, field: Field | None) -> str:
    if isinstance(value, bool):
        return "بله" if value else "خیر"
    if isinstance(value, int):
        if field is not None and field.type == "rial_amount" and name in ("value", "limit", "minimum"):
            return show_field(field, value)
        return group_thousands(value) if abs(value) >= 10_000 and name != "value" else printed_text(str(value))
    text = value if isinstance(value, str) else ""
    for position, _ in reversed(find_hidden(text)):
        text = f"{text[:position]}�{text[position + 1 :]}"
    text = " ".join(text.split())
    if len(text) > _LONGEST_VALUE and name in ("value", "key"):
        text = text[:_LONGEST_VALUE] + "…"
    return printed_text(text) or "—"
