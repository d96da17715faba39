"""Answers picked rather than written: yes or no, one option, several options."""

import re
from collections.abc import Sequence

from assistant.domain.characters import folded, one_line
from assistant.domain.form import Option
from assistant.domain.value_problem import ValueProblem
from assistant.domain.value_type import ValueType, one_line_reader

_YES_NO = {"yes": True, "no": False, "true": True, "false": False, "بله": True, "بلی": True, "آری": True, "خیر": False}


def _parse_yes_no(text: str) -> bool:
    answer = _YES_NO.get(folded(text))
    if answer is None:
        raise ValueProblem("yes_no_form", value=text.strip()[:60])
    return answer


def _split(text: str) -> list[str]:
    return list(dict.fromkeys(part for each in re.split("[،,\n]", text) if (part := one_line(each))))


def _is_choices(stored: object) -> bool:
    return (
        isinstance(stored, list)
        and bool(stored)
        and all(isinstance(each, str) and each for each in stored)
        and len(set(stored)) == len(stored)
    )


YES_NO = ValueType(
    "yes_no",
    one_line_reader(_parse_yes_no),
    lambda stored: "بله" if stored else "خیر",
    lambda stored: "yes" if stored else "no",
    lambda stored: isinstance(stored, bool),
)
# Without a field's options these two only know the shape; the field functions of ``value_types`` know the rest.
CHOICE = ValueType(
    "choice", one_line_reader(one_line), str, str, lambda stored: isinstance(stored, str) and bool(stored)
)
CHOICES = ValueType("choices", one_line_reader(_split), "، ".join, "، ".join, _is_choices)


def parse_choice(options: Sequence[Option], raw: str) -> str:
    """The value of the option named by its value or its label."""
    typed = CHOICE.parse(raw)
    for option in options:
        if typed == option.value or folded(typed) == folded(option.label):
            return option.value
    labels = "، ".join(f"«{option.label}»" for option in options)
    raise ValueProblem("choice_unknown", value=raw.strip()[:60], options=labels)


def parse_choices(options: Sequence[Option], raw: str | list[str]) -> list[str]:
    """The values of all options named, once each, in the order of the form."""
    named = raw if isinstance(raw, list) else _split(raw)
    picked = {parse_choice(options, each) for each in named if each.strip()}
    if not picked:
        raise ValueProblem("empty")
    return [option.value for option in options if option.value in picked]


def options_shown(options: Sequence[Option], stored: str | list[str]) -> str:
    """The labels, «و» before the last."""
    labels = {option.value: option.label for option in options}
    shown = [labels.get(each, each) for each in ([stored] if isinstance(stored, str) else stored)]
    return " و ".join(each for each in ("، ".join(shown[:-1]), *shown[-1:]) if each)
