"""The answers of one petition as the clerk gave them, and the markers for the kinds of "no answer".

Raw answers are one JSON document plus three sets of paths. Checks and prints never see it: they see the
*document* that ``journey`` derives from it (typed leaves, hidden fields marked, see ``Marker`` and ``AnswerList``).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any


class Marker(Enum):
    """What a document holds where there is no value. An unanswered leaf is simply absent."""

    BLANK = "blank"  # left empty on a submitted step: an answer
    NOT_APPLICABLE = "not_applicable"  # hidden by the form's conditions
    DONT_KNOW = "dont_know"  # «نمی‌دانم»: undetermined, never asked again


BLANK, NOT_APPLICABLE, DONT_KNOW = Marker.BLANK, Marker.NOT_APPLICABLE, Marker.DONT_KNOW


class AnswerList(list[Any]):
    """A list of a document; while it is open, «no item is …» stays undetermined."""

    __slots__ = ("is_open",)

    def __init__(self, items: Iterable[Any] = (), *, is_open: bool = False) -> None:
        super().__init__(items)
        self.is_open = is_open


@dataclass(frozen=True, slots=True)
class Answers:
    """Raw answers: stored JSON values (dates as ``1405-09-01``, amounts as whole rials) with their paths' states.

    ``is_partial`` False means a complete answers file: what is absent was left blank and every list is closed.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    unknown: frozenset[str] = frozenset()
    blank: frozenset[str] = frozenset()
    open_lists: frozenset[str] = frozenset()
    is_partial: bool = True

    def with_values(self, values: Mapping[str, Any]) -> "Answers":
        return replace(self, values=values)
