"""A petition's form: which fields there are, on which step, when shown and when required."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.domain.condition import Expression


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class ComputedBy:
    """A calculator whose result may be put into the field, and where its inputs stand in the form."""

    calculator: str
    inputs: Mapping[str, str]  # input id → answer path, or ``today`` for the year or month of the filing date


@dataclass(frozen=True, slots=True)
class Field:
    """One question, a list of items or a group. ``type`` is a value type id, ``'list'`` or ``'group'``.

    Conditions inside an item or group may read their siblings as ``this.<key>``.
    """

    key: str
    label: str
    type: str
    required: "bool | Expression" = False
    shown_when: "Expression | None" = None
    help: str = ""
    example: str = ""
    options: tuple[Option, ...] = ()
    known_options: tuple[Option, ...] = ()  # before a form narrowed them, where it did: conditions may name them all
    fields: tuple["Field", ...] = ()  # of an item ('list') or a group ('group')
    group: str = ""  # id of the shared group the fields came from
    item_label: str = ""  # Persian name of one item («چک»), for buttons and summaries
    summary: tuple[str, ...] = ()  # keys whose values make an item's folded line
    min_items: int = 0
    max_items: int = 200
    minimum: int | None = None
    maximum: int | None = None
    max_length: int | None = None
    allows_unknown: bool = False  # «نمی‌دانم» is offered
    is_printed: bool = True
    unit: str = ""
    computed_by: ComputedBy | None = None
    messages: Mapping[str, str] = field(default_factory=dict)  # keyword → Persian text overriding the catalogue

    @property
    def is_container(self) -> bool:
        return self.type in ("list", "group")


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the interview. ``box`` is the box of the official form it feeds (procedure.md §1.2)."""

    id: str
    title: str
    fields: tuple[Field, ...]
    box: str = ""
    help: str = ""
    shown_when: "Expression | None" = None


@dataclass(frozen=True, slots=True)
class Form:
    steps: tuple[Step, ...]

    def fields(self) -> Iterator[tuple[str, Field]]:
        """Every field with its folded path (``cheques[].amount``), in the order of the form."""
        for step in self.steps:
            yield from _walk("", step.fields)

    def step_of(self, path: str) -> Step | None:
        """The step that holds the field at a concrete or folded path."""
        head = path.split(".")[0].split("[")[0]
        for step in self.steps:
            if any(each.key == head for each in step.fields):
                return step
        return None

    def field_at(self, path: str) -> Field | None:
        """The field at a concrete or folded path; None when the form has none there."""
        from assistant.domain.paths import folded

        return self._index().get(folded(path))

    def _index(self) -> dict[str, Field]:
        index = _INDEXES.get(id(self))
        if index is None or index[0] is not self:
            index = (self, dict(self.fields()))
            _INDEXES[id(self)] = index
        return index[1]


_INDEXES: dict[int, tuple[Form, dict[str, Field]]] = {}


def _walk(prefix: str, fields: tuple[Field, ...]) -> Iterator[tuple[str, Field]]:
    for each in fields:
        path = f"{prefix}.{each.key}" if prefix else each.key
        yield path, each
        if each.type == "list":
            yield path + "[]", each
            yield from _walk(path + "[]", each.fields)
        elif each.type == "group":
            yield from _walk(path, each.fields)
