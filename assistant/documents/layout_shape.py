"""What a layout may name: read off the view it prints."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

from assistant.services.filing_view import FilingView
from assistant.services.outage_paper_view import LetterView, SlipView
from assistant.services.sheet_view import SheetView


@dataclass(frozen=True, slots=True)
class Shape:
    """``kind``: text, flag (for conditions only), list (``item``) or group (``members``)."""

    kind: str
    members: "Mapping[str, Shape]" = field(default_factory=dict)
    item: "Shape | None" = None


TEXT, FLAG = Shape("text"), Shape("flag")


def shape_of(view: Any) -> Shape:
    """Of a view's class: its strings, booleans, tuples and inner views; nothing that is for the screen only."""
    hints = get_type_hints(view)
    shown = (each.name for each in fields(view) if not each.metadata.get("screen_only"))
    return Shape("group", {name: _of_type(hints[name]) for name in shown})


def _of_type(hint: Any) -> Shape:
    if hint is str:
        return TEXT
    if hint is bool:
        return FLAG
    if get_origin(hint) is tuple:
        return Shape("list", item=_of_type(get_args(hint)[0]))
    if is_dataclass(hint):
        return shape_of(hint)
    raise TypeError(f"a view holds strings, booleans, tuples and views, not {hint}")


def sample(shape: Shape, path: str, *, items: int, flag: bool) -> Any:
    """A context of this shape: every text its own path, every list ``items`` long."""
    if shape.kind == "text":
        return f"⟦{path}⟧"
    if shape.kind == "flag":
        return flag
    if shape.item is not None:
        return [sample(shape.item, f"{path}[{index}]", items=items, flag=flag) for index in range(items)]
    prefix = f"{path}." if path else ""
    return {name: sample(each, prefix + name, items=items, flag=flag) for name, each in shape.members.items()}


def text_paths(shape: Shape, path: str = "") -> tuple[str, ...]:
    """Folded paths of all texts: ``first_side[].name``."""
    if shape.kind == "text":
        return (path,)
    if shape.item is not None:
        return text_paths(shape.item, path + "[]")
    prefix = f"{path}." if path else ""
    return tuple(inner for name, each in shape.members.items() for inner in text_paths(each, prefix + name))


SHAPES: Mapping[str, Shape] = {
    "filing": shape_of(FilingView),
    "sheet": shape_of(SheetView),
    "outage_letter": shape_of(LetterView),
    "outage_slip": shape_of(SlipView),
}
