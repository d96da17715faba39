"""What a leaf of a condition read: answers, numbers of law, and what was counted from them, each with its words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assistant.checks.answer_words import answer_in_words
from assistant.checks.compiled_rule import RuleScope
from assistant.checks.condition_words import ConditionWords, Where
from assistant.checks.facts import inputs_behind
from assistant.checks.observed import Observer
from assistant.domain.answers import Marker
from assistant.domain.condition import EvaluationContext, ListType, ObjectType, Read, Type, Undetermined
from assistant.domain.condition.compile_places import Run
from assistant.domain.condition.compiler import compile_place, compile_tree
from assistant.domain.condition.nodes import (
    Arithmetic,
    Call,
    Comparison,
    Conditional,
    ListLiteral,
    Literal,
    Logic,
    Macro,
    Member,
    Name,
    Negative,
    Node,
    Not,
)
from assistant.domain.condition.notes import Checked
from assistant.domain.jalali import show_date
from assistant.domain.library import Library
from assistant.domain.message import UNKNOWN_SHOWN, show

MOST_ITEMS = 12  # of a list that is summed or counted
_WAITING, _NOTHING = "در انتظار پاسخ", "به دست نمی‌آید"
_COUNTED = frozenset({"size", "sum", "days_between", "age_on", "add_days", "add_months", "add_years", "last_day"})
_UNITS = {"day": " روز", "month": " ماه", "year": " سال"}


@dataclass(frozen=True, slots=True)
class Seen:
    """``path``: the answer's own place, '' for what is no answer."""

    label: str
    value: str
    path: str = ""


class LeafValues:
    """Reads the document a condition is explained on."""

    def __init__(
        self,
        words: ConditionWords,
        notes: Checked,
        scope: RuleScope,
        library: Library,
        context: EvaluationContext,
    ) -> None:
        self._words, self._notes, self._scope, self._library = words, notes, scope, library
        self._context, self._observer = context, Observer(scope.form)
        self._runs: dict[Node, Run] = {}

    def value(self, node: Node, frame: list[Any]) -> Any:
        """What the engine makes of a node; the frame stays as it is."""
        run = self._runs.get(node)
        if run is None:
            run = self._runs[node] = compile_tree(node, self._notes)
        return run(self._context, list(frame))

    def where(self, frame: list[Any]) -> Where:
        """Concrete paths for the loop variables bound in ``frame``, whose last member is the element spoken of."""

        def where(node: Node) -> tuple[str, str]:
            if not isinstance(node, Name | Member) or not self._is_bound(node, frame):
                return "", ""
            return compile_place(node, self._notes)[1](self._context, list(frame)), frame[-1]

        return where

    def of(self, node: Node, frame: list[Any]) -> tuple[Seen, ...]:
        """In the order of the condition, each once."""
        return tuple(dict.fromkeys(self._seen(node, frame)))

    def _is_bound(self, node: Node, frame: list[Any]) -> bool:
        while isinstance(node, Member):
            node = node.of
        if not isinstance(node, Name):
            return False
        scope = self._notes.scopes[node]
        return scope.kind != "local" or frame[2 * scope.slot + 1] is not None

    def _seen(self, node: Node, frame: list[Any]) -> Iterator[Seen]:
        if isinstance(node, Name | Member):
            yield from self._place(node, frame)
        elif isinstance(node, Call):
            yield from self._call(node, frame)
        elif isinstance(node, Macro):
            yield from self._items(node, frame)
        elif isinstance(node, Arithmetic) and not isinstance(self._notes.types.get(node), ListType):
            yield self._counted(node, frame)
            for each in (node.left, node.right):
                yield from self._seen(each, frame)
        else:
            for each in _children(node):
                yield from self._seen(each, frame)

    def _place(self, node: Name | Member, frame: list[Any]) -> Iterator[Seen]:
        if not self._is_bound(node, frame):
            return
        raw, where = compile_place(node, self._notes)
        value, path = raw(self._context, list(frame)), where(self._context, list(frame))
        type, label = self._notes.types[node], self._words.of(node, self.where(frame))
        if isinstance(node, Name) and self._notes.scopes[node].kind == "fact":
            yield from self._fact(node.id, label, type, value)
            return
        is_answer = self._scope.form.field_at(path) is not None and value is not Marker.NOT_APPLICABLE
        yield Seen(label, answer_in_words(type, value, self._context.document), path if is_answer else "")

    def _fact(self, name: str, label: str, type: Type, value: Any) -> Iterator[Seen]:
        """By its title, then the answers it is made of."""
        is_list = isinstance(type, ListType) and isinstance(type.item, ObjectType)
        yield Seen(label, self._made(type, value) if not is_list else answer_in_words(type, value, {}))
        paths = sorted(inputs_behind(self._scope.facts, frozenset({name})))
        if not is_list:
            for fact in self._observer.answers(tuple(Read("", path) for path in paths), self._context.document):
                yield Seen(fact.label, fact.value, fact.path)

    def _call(self, node: Call, frame: list[Any]) -> Iterator[Seen]:
        if node.function == "parameter":
            yield self._number_of_law(node, frame)
        elif node.function in _COUNTED:
            yield self._counted(node, frame)
        for each in node.arguments:
            yield from self._seen(each, frame)

    def _number_of_law(self, node: Call, frame: list[Any]) -> Seen:
        id_node = node.arguments[0]
        assert isinstance(id_node, Literal)
        parameter = self._library.parameters[str(id_node.value)]
        value = self.value(node, frame)
        words = self._made(self._notes.types[node], value) + (_UNITS.get(parameter.unit, "") if value else "")
        if len(node.arguments) == 1 and (entry := parameter.entry_on(self._context.today)):
            words = f"{words}، در اجرا از {show_date(entry.in_force_from)}"
        return Seen(parameter.title, words)

    def _counted(self, node: Node, frame: list[Any]) -> Seen:
        value = self.value(node, frame)
        return Seen(self._words.of(node, self.where(frame)), self._made(self._notes.types[node], value))

    def _made(self, type: Type, value: Any) -> str:
        """What was made from answers; where nothing came of them, that."""
        if value.__class__ is Undetermined:
            return UNKNOWN_SHOWN if value.unknown and not value.missing else _WAITING
        if value is None or value.__class__ is Marker:
            return _NOTHING
        return show(type, value, self._context.document)

    def _items(self, node: Macro, frame: list[Any]) -> Iterator[Seen]:
        yield from self._seen(node.source, frame)
        members = self.value(node.source, frame)
        slot = 2 * self._notes.scopes[node].slot
        for value, place, _ in members.entries[:MOST_ITEMS]:
            inner = list(frame)
            inner[slot : slot + 2] = value, place
            yield from self._seen(node.body, inner)


def _children(node: Node) -> tuple[Node, ...]:
    match node:
        case Not(operand=operand) | Negative(operand=operand):
            return (operand,)
        case Logic(operands=operands) | ListLiteral(items=operands):
            return operands
        case Comparison(left=left, right=right) | Arithmetic(left=left, right=right):
            return (left, right)
        case Conditional(condition=condition, then=then, otherwise=otherwise):
            return (condition, then, otherwise)
    return ()
