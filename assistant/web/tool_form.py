"""The small forms of the tools (deadline, fee, calculators): values as typed, problems in Persian, what was understood.

A view reads each value once through ``ToolReading``; what cannot be read becomes a problem at its field and ``None``.
``done()`` gives the ``ToolForm`` that the macros of partials/tool.html draw.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.checks.problem_messages import message_for, message_of
from assistant.domain.characters import printed_text
from assistant.domain.form import Field, Option
from assistant.domain.jalali import to_gregorian
from assistant.domain.value_problem import ValueProblem
from assistant.domain.value_types import echo_field, parse_field

LONGEST = 2000  # letters of one value that are kept and shown again
MOST_NAMED = 10  # options told where another was read; a longer list stands beside the words anyway
TOMAN, UNIT = "toman", "_unit"  # the unit of ``amount`` stands in ``amount_unit``
YES = frozenset({"yes", "1", "on", "true"})


@dataclass(frozen=True, slots=True)
class ToolForm:
    """What a page draws. Keys are the names of the inputs."""

    values: Mapping[str, str]  # as typed
    problems: Mapping[str, str]
    echoes: Mapping[str, str]
    is_asked: bool = False  # something was sent: an empty required field is a problem only then

    @property
    def is_clear(self) -> bool:
        """Sent, and everything could be read."""
        return self.is_asked and not self.problems

    @property
    def summary(self) -> tuple[tuple[str, str], ...]:
        """For the macro ``error_summary``: the place of each problem and its words."""
        return tuple((f"#{key}", text) for key, text in self.problems.items())


EMPTY = ToolForm({}, {}, {})


class ToolReading:
    """Reads a tool's values one by one: ``request.args`` of a GET form, ``request.form`` of a POST form."""

    def __init__(self, typed: Mapping[str, str], defaults: Mapping[str, str] | None = None) -> None:
        self._typed = {key: str(text)[:LONGEST] for key, text in typed.items() if key != "csrf_token"}
        self._values = {**(defaults or {}), **self._typed}
        self.is_asked = bool(self._typed)
        self._problems: dict[str, str] = {}
        self._echoes: dict[str, str] = {}

    def date(self, key: str, label: str, *, is_required: bool = True) -> date | None:
        stored = self._read(Field(key, label, "jalali_date"), self.typed(key), is_required)
        return to_gregorian(stored) if stored is not None else None

    def rial(self, key: str, label: str, *, is_required: bool = True) -> int | None:
        """An amount in rials; ``<key>_unit`` says whether tomans were typed."""
        text = self.typed(key)
        if text and self.typed(key + UNIT) == TOMAN:
            text += " تومان"
        amount: int | None = self._read(Field(key, label, "rial_amount"), text, is_required)
        return amount

    def integer(
        self,
        key: str,
        label: str,
        *,
        minimum: int | None = None,
        maximum: int | None = None,
        is_required: bool = True,
    ) -> int | None:
        field = Field(key, label, "integer", minimum=minimum, maximum=maximum)
        number: int | None = self._read(field, self.typed(key), is_required)
        for keyword, limit, is_over in (
            ("minimum", minimum, number is not None and minimum is not None and number < minimum),
            ("maximum", maximum, number is not None and maximum is not None and number > maximum),
        ):
            if is_over:
                self.problem(key, message_for(keyword, field, {"value": number, "limit": limit}))
                return None
        return number

    def choice(self, key: str, label: str, options: Sequence[Option], *, is_required: bool = True) -> str | None:
        text = self.typed(key)
        if len(options) > MOST_NAMED and text and not any(text in (each.value, each.label) for each in options):
            self.problem(key, f"{label}: «{printed_text(text[:60])}» خوانده شد که در فهرست نیست.")
            return None
        chosen: str | None = self._read(Field(key, label, "choice", options=tuple(options)), text, is_required)
        return chosen

    def text(self, key: str, label: str, *, is_required: bool = True) -> str | None:
        written: str | None = self._read(Field(key, label, "text"), self.typed(key), is_required)
        return written

    def value(self, key: str, label: str, type_id: str, *, is_required: bool = True) -> Any:
        """The stored value of any other value type (``decimal``, ``fraction``, ``province`` …)."""
        return self._read(Field(key, label, type_id), self.typed(key), is_required)

    def check(self, key: str) -> bool:
        """A yes-or-no; nothing chosen is no."""
        return self.typed(key) in YES

    def typed(self, key: str) -> str:
        return self._values.get(key, "").strip()

    def problem(self, key: str, text: str) -> None:
        """What only the tool itself can see («a day after today»); the first one told at a field stays."""
        self._problems.setdefault(key, text)
        self._echoes.pop(key, None)

    def echo(self, key: str, text: str) -> None:
        if key not in self._problems:
            self._echoes[key] = text

    def done(self) -> ToolForm:
        return ToolForm(dict(self._values), dict(self._problems), dict(self._echoes), self.is_asked)

    def _read(self, field: Field, text: str, is_required: bool) -> Any:
        if not text:
            if is_required and self.is_asked:
                self.problem(field.key, message_for("required", field, {}))
            return None
        try:
            stored = parse_field(field, text)
        except ValueProblem as problem:
            self.problem(field.key, message_of(problem, field))
            return None
        if echo := echo_field(field, stored):
            self._echoes[field.key] = echo
        return stored
