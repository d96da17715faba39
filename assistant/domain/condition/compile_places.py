"""The compiler's part for places, and what its parts share.

A place (name or member) compiles to two closures: ``raw`` reads the document, markers included; ``where`` tells the
concrete path, and is called only when something is missing. ``frame`` holds the loop variables: slot ``i`` has its
value at ``2 * i`` and its place behind it.
"""

from collections.abc import Callable
from typing import Any

from assistant.domain.answers import Marker
from assistant.domain.condition.context import EvaluationContext
from assistant.domain.condition.lists import members_of, place_text
from assistant.domain.condition.nodes import (
    Member,
    Name,
    Node,
)
from assistant.domain.condition.notes import Checked
from assistant.domain.condition.three_valued import Undetermined, merged
from assistant.domain.condition.types import ListType, ObjectType
from assistant.domain.paths import open_end

type Frame = list[Any]
type Run = Callable[[EvaluationContext, Frame], Any]
type Where = Callable[[EvaluationContext, Frame], str]

_EMPTY: dict[str, Any] = {}


class PlaceCompiler:
    def __init__(self, checked: Checked) -> None:
        self._notes = checked

    def run_of(self, node: Node) -> Run:
        raise NotImplementedError

    def _value(self, node: Node) -> Run:
        """A leaf as a value: blank and not applicable are null; a list as its members."""
        if isinstance(node, Name) and self._notes.scopes[node].kind == "root" and self._is_leaf(node):
            return self._root_leaf(node.id)
        if isinstance(node, Member) and self._is_leaf(node) and self._is_item(node.of):
            return self._item_leaf(node, 2 * self._notes.scopes[node.of].slot)
        raw, where = self._place(node)
        if isinstance(self._notes.types[node], ListType):
            return lambda context, frame: members_of(raw(context, frame), where(context, frame))

        def run(context: EvaluationContext, frame: Frame) -> Any:
            value = raw(context, frame)
            if value.__class__ is Marker:
                return Undetermined(unknown=(where(context, frame),)) if value is Marker.DONT_KNOW else None
            return value

        return run

    def _is_leaf(self, node: Node) -> bool:
        return not isinstance(self._notes.types[node], (ListType, ObjectType))

    def _root_leaf(self, name: str) -> Run:
        """The most frequent read, in one step."""
        absent, unknown = Undetermined((name,)), Undetermined(unknown=(name,))

        def run(context: EvaluationContext, frame: Frame) -> Any:
            value = context.document.get(name, absent)
            if value.__class__ is Marker:
                return unknown if value is Marker.DONT_KNOW else None
            return value

        return run

    def _is_item(self, node: Node) -> bool:
        found = self._notes.types[node]
        is_local = isinstance(node, Name) and self._notes.scopes[node].kind == "local"
        return is_local and isinstance(found, ObjectType) and not found.is_value

    def _item_leaf(self, node: Member, slot: int) -> Run:
        """The second most frequent: a leaf of a loop variable or alias."""
        key = node.key

        def path(frame: Frame) -> tuple[str]:
            return (f"{place_text(frame[slot + 1])}.{key}",)

        def run(context: EvaluationContext, frame: Frame) -> Any:
            holder = frame[slot]
            value = holder.get(key, _EMPTY) if holder.__class__ is dict else holder
            if value is _EMPTY:
                return Undetermined(path(frame))
            if value.__class__ is Marker:
                return Undetermined(unknown=path(frame)) if value is Marker.DONT_KNOW else None
            return value

        return run

    def place_of(self, node: Name | Member) -> tuple[Run, Where]:
        return self._place(node)

    def _place(self, node: Node) -> tuple[Run, Where]:
        return self._member(node) if isinstance(node, Member) else self._name(node)

    def _name(self, node: Node) -> tuple[Run, Where]:
        assert isinstance(node, Name)
        scope, name = self._notes.scopes[node], node.id
        match scope.kind:
            case "root":
                absent = self._absent(node, name)
                return (lambda context, frame: context.document.get(name, absent)), (lambda context, frame: name)
            case "local":
                slot = 2 * scope.slot
                return (lambda context, frame: frame[slot]), (lambda context, frame: place_text(frame[slot + 1]))
            case "this":
                return (lambda context, frame: context.this), (lambda context, frame: context.this_path)
            case "fact":
                return (lambda context, frame: context.facts(name)), (lambda context, frame: name)
        return (lambda context, frame: context.today), (lambda context, frame: name)

    def _absent(self, node: Node, path: str) -> Any:
        """What stands where the document has nothing."""
        found = self._notes.types[node]
        if isinstance(found, ObjectType) and not found.is_value:
            return _EMPTY  # its members report themselves
        is_items = isinstance(found, ListType) and isinstance(found.item, ObjectType)
        return Undetermined((open_end(path) if is_items else path,))

    def _member(self, node: Member) -> tuple[Run, Where]:
        key = node.key
        of_raw, of_where = self._place_or_value(node.of)
        of_type = self._notes.types[node.of]
        is_part = isinstance(of_type, ObjectType) and of_type.is_value

        def where(context: EvaluationContext, frame: Frame) -> str:
            parent = of_where(context, frame)
            return f"{parent}.{key}" if parent else key

        def raw(context: EvaluationContext, frame: Frame) -> Any:
            holder = of_raw(context, frame)
            if holder.__class__ is not dict:
                return holder  # a marker or undetermined holds for all members
            value = holder.get(key, _EMPTY)
            if value is not _EMPTY:
                return value
            return Marker.BLANK if is_part else self._absent(node, where(context, frame))

        return raw, (of_where if is_part else where)

    def _place_or_value(self, node: Node) -> tuple[Run, Where]:
        if isinstance(node, (Name, Member)):
            return self._place(node)
        return self.run_of(node), lambda context, frame: ""


def lifted(apply: Callable[..., Any], runs: tuple[Run, ...]) -> Run:
    """Null in, null out, whatever else is open; undetermined in, undetermined out."""

    def run(context: EvaluationContext, frame: Frame) -> Any:
        values = [each(context, frame) for each in runs]
        if None in values:
            return None
        for value in values:
            if value.__class__ is Undetermined:
                return merged(values)
        return apply(*values)

    return run
