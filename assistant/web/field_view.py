"""One question and one item of a list as the pages draw them."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.form import Option
from assistant.domain.journey import FieldStatus
from assistant.services.calculations import FieldCalculation

type Entered = str | list[str] | dict[str, str]

SETS = frozenset({"yes_no", "choice", "choices"})
MOST_RADIOS = 5  # more options than these are a list to choose from
LONG_TEXT = 200  # letters: a text this long takes the whole line
HALF_A_LINE, A_LINE = 46, 74  # letters


@dataclass(frozen=True, slots=True)
class FieldView:
    """``value`` is what the input holds: text, or texts of several boxes or parts."""

    path: str
    id: str  # for HTML: ``cheques[0].amount`` → ``cheques-0-amount``
    key: str
    label: str
    type: str
    help: str
    example: str
    unit: str
    options: tuple[Option, ...]
    value: Entered
    shown: str  # as printed, for the review page
    echo: str
    problem: str
    is_incomplete: bool
    is_required: bool
    allows_unknown: bool
    is_unknown: bool
    status: FieldStatus
    max_length: int | None
    fields: tuple["FieldView", ...] = ()  # of a group
    items: tuple["ItemView", ...] = ()  # of a list
    item_label: str = ""
    is_open: bool = False
    is_closed_empty: bool = False
    can_add: bool = False
    calculation: FieldCalculation | None = None  # the calculator that can fill it, and what it once gave
    calculate_url: str = ""  # of that calculator's page

    @property
    def has_value(self) -> bool:
        return bool(self.value)

    @property
    def is_set(self) -> bool:
        """Radios or boxes to tick."""
        return self.type in SETS and (self.type != "choice" or len(self.options) <= MOST_RADIOS)

    @property
    def spread(self) -> str:
        """How the options of a set lie: on ``half`` a line, on one ``line``, or as a ``list``."""
        if self.type == "yes_no":
            return "half"
        labels = [option.label for option in self.options] + ["نمی‌دانم"] * self.allows_unknown
        length = sum(len(label) + 6 for label in labels)
        return "half" if length <= HALF_A_LINE else "line" if length <= A_LINE else "list"

    @property
    def is_wide(self) -> bool:
        if self.is_set:
            return self.spread != "half"
        return self.type in ("long_text", "rial_amount") or (self.max_length or 0) >= LONG_TEXT


@dataclass(frozen=True, slots=True)
class ItemView:
    path: str
    id: str
    number: int
    summary: str
    fields: tuple[FieldView, ...]
    has_problem: bool
    is_first: bool
    is_last: bool
    is_unfolded: bool  # drawn open: just added, or with something to settle


def html_id(path: str) -> str:
    return path.replace("[", "-").replace("]", "").replace(".", "-")


def find_view(views: Sequence[FieldView], path: str) -> FieldView | None:
    """The view of one field, wherever in groups and items it stands."""
    for view in views:
        if view.path == path:
            return view
        inner = (*view.fields, *(each for item_view in view.items for each in item_view.fields))
        if path.startswith(view.path) and (found := find_view(inner, path)) is not None:
            return found
    return None


def item_of(views: Sequence[FieldView], path: str) -> tuple[FieldView, ItemView] | None:
    """The list and the item a path leads through first."""
    for view in views:
        for each in view.items:
            if path.startswith(each.path + "."):
                return view, each
    return None
