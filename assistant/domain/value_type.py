"""What a value type can do, and the checks that all of them share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from assistant.domain.characters import one_line
from assistant.domain.text_values import LONGEST_LINE, refuse_hidden
from assistant.domain.value_problem import ValueProblem

type Raw = str | list[str] | dict[str, str]  # as a page sends it: one text, the ticked options, or a text per part


def _silent(_stored: Any) -> str:
    return ""


def _itself(stored: Any) -> Any:
    return stored


def _whole(_typed: Mapping[str, str]) -> Any:
    raise ValueProblem("single_value")


def _no_parts(_stored: Any) -> dict[str, str]:
    return {}


@dataclass(frozen=True, slots=True)
class ValueType:
    """``parse(edit(stored)) == stored`` for every value that ``parse`` gives."""

    id: str
    parse: Callable[[str], Any]  # typed text → stored JSON value; raises ValueProblem
    show: Callable[[Any], str]  # as printed on paper
    edit: Callable[[Any], str]  # what an input is filled with
    is_valid: Callable[[object], bool]
    echo: Callable[[Any], str] = _silent  # what was understood, '' when there is nothing to add
    evaluated: Callable[[Any], Any] = _itself  # the leaf that conditions and rules read
    parts: tuple[str, ...] = ()  # keys of a composite value that may be typed one by one
    parse_parts: Callable[[Mapping[str, str]], Any] = _whole
    edit_parts: Callable[[Any], dict[str, str]] = _no_parts


def one_line_reader(parse: Callable[[str], Any]) -> Callable[[str], Any]:
    """``parse`` behind the refusals that hold for everything typed on one line."""

    def read(text: str) -> Any:
        refuse_hidden(text)
        if not one_line(text):
            raise ValueProblem("empty")
        if len(text) > LONGEST_LINE:
            raise ValueProblem("too_long", count=len(text), limit=LONGEST_LINE)
        return parse(text)

    return read


def canonical(parse: Callable[[str], str]) -> Callable[[object], bool]:
    """Valid is what ``parse`` leaves as it is: every value is stored in one form only."""

    def is_valid(stored: object) -> bool:
        try:
            return isinstance(stored, str) and parse(stored) == stored
        except ValueProblem:
            return False

    return is_valid
