"""Why a rule speaks or stays silent on one document: its condition as a tree, each node with its own three-valued
outcome and each leaf with the answers it read. Every outcome is the engine's own, taken node by node.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from assistant.checks.compiled_rule import CompiledRule, RuleScope
from assistant.checks.condition_words import ConditionWords
from assistant.checks.explained_values import LeafValues, Seen
from assistant.checks.place_names import PlaceNames
from assistant.domain.characters import persian_digits
from assistant.domain.condition import EvaluationContext, Expression, Members, Undetermined, place_text
from assistant.domain.condition.nodes import Conditional, Logic, Macro, Node, Not
from assistant.domain.condition.types import BOOL
from assistant.domain.library import Library

MOST_ELEMENTS = 60
GROUPS = {"&&": ("all", "همهٔ این موارد"), "||": ("any", "دست‌کم یکی از این موارد")}
LISTS = {"exists": "دست‌کم یکی از {}", "all": "هر یک از {}", "exists_one": "تنها یکی از {}"}
NONE_OF = "هیچ‌یک از {}"
NOT, CHOICE = "این مورد برقرار نباشد", "اگر مورد نخست برقرار باشد مورد دوم، وگرنه مورد سوم"
_STILL_OPEN = "این فهرست هنوز کامل نشده است."
_UNCERTAIN = "بودن یا نبودن {} مورد دیگر به پاسخ‌های داده‌نشده بستگی دارد."
_NO_ELEMENT = "موردی در این فهرست نیست."


class Outcome(StrEnum):
    HOLDS = "holds"
    FAILS = "fails"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Explained:
    """One node. ``kind``: all | any | not | choice | list | element | note | leaf."""

    kind: str
    text: str
    outcome: Outcome | None  # None: of a condition stated without a document
    seen: tuple[Seen, ...] = ()
    parts: tuple["Explained", ...] = ()

    def walk(self) -> Iterator["Explained"]:
        yield self
        for part in self.parts:
            yield from part.walk()


def explain_condition(
    condition: Expression, scope: RuleScope, library: Library, context: EvaluationContext
) -> Explained:
    """Of a condition without elements."""
    explainer = _Explainer(condition, scope, library, context)
    return explainer.node(condition.tree, explainer.frame())


def explain(compiled: CompiledRule, scope: RuleScope, library: Library, context: EvaluationContext) -> Explained:
    """The root holds where the rule fires, and is open where it is undetermined and fires for no element."""
    if compiled.items is None:
        return explain_condition(compiled.when, scope, library, context)
    return _explained_for_each(compiled, compiled.items, scope, library, context)


def _explained_for_each(
    compiled: CompiledRule, items: Expression, scope: RuleScope, library: Library, context: EvaluationContext
) -> Explained:
    of_items = _Explainer(items, scope, library, context)
    of_when = _Explainer(compiled.when, scope, library, context)
    members = items.members(context)
    parts, uncertain, fires, is_open = [], 0, False, members.rest is not None
    for number, (value, place, belongs) in enumerate(members.entries, start=1):
        frame = [value, place, *of_when.frame()[2:-1], place_text(place)]
        if value.__class__ is Undetermined:
            uncertain += 1
            is_open = is_open or of_when.outcome(compiled.when.tree, frame) is not Outcome.FAILS
            continue
        body = of_when.node(compiled.when.tree, frame)
        outcome = _with_belonging(body.outcome, belongs)
        fires = fires or outcome is Outcome.HOLDS
        is_open = is_open or outcome is Outcome.OPEN
        parts.append(Explained("element", of_items.names.element(place, value, number), outcome, parts=(body,)))
    outcome = Outcome.HOLDS if fires else Outcome.OPEN if is_open else Outcome.FAILS
    text = f"برای هر {of_items.names.item(items.tree)}"
    return Explained("list", text, outcome, parts=_bounded(parts, members, uncertain))


class _Explainer:
    def __init__(self, expression: Expression, scope: RuleScope, library: Library, context: EvaluationContext) -> None:
        self._notes = expression.notes
        self.names = PlaceNames(scope.form, scope.facts, expression.notes)
        words = ConditionWords(self.names, expression.notes, library)
        self._values = LeafValues(words, expression.notes, scope, library, context)
        self._words = words

    def frame(self) -> list[Any]:
        """Loop variables, none bound, and behind them the path of the element spoken of."""
        return [*[None] * (2 * self._notes.slots), ""]

    def outcome(self, node: Node, frame: list[Any]) -> Outcome:
        return outcome_of(self._values.value(node, frame))

    def node(self, node: Node, frame: list[Any]) -> Explained:
        outcome = self.outcome(node, frame)
        if isinstance(node, Logic):
            kind, text = GROUPS[node.operator]
            return Explained(kind, text, outcome, parts=tuple(self.node(each, frame) for each in node.operands))
        if isinstance(node, Not) and isinstance(node.operand, Macro) and node.operand.kind == "exists":
            return self._list(node.operand, frame, outcome, NONE_OF)
        if isinstance(node, Not) and isinstance(node.operand, Logic | Not | Macro | Conditional):
            return Explained("not", NOT, outcome, parts=(self.node(node.operand, frame),))
        if isinstance(node, Macro) and node.kind in LISTS:
            return self._list(node, frame, outcome, LISTS[node.kind])
        if isinstance(node, Conditional) and self._notes.types.get(node) == BOOL:
            parts = (node.condition, node.then, node.otherwise)
            return Explained("choice", CHOICE, outcome, parts=tuple(self.node(each, frame) for each in parts))
        text = self._words.statement(node, self._values.where(frame))
        return Explained("leaf", text, outcome, tuple(self._values.of(node, frame)))

    def _list(self, node: Macro, frame: list[Any], outcome: Outcome, words: str) -> Explained:
        members: Members = self._values.value(node.source, frame)
        slot = 2 * self._notes.scopes[node].slot
        parts, uncertain = [], 0
        for number, (value, place, belongs) in enumerate(members.entries, start=1):
            if value.__class__ is Undetermined:
                uncertain += 1
                continue
            inner = [*frame[:-1], place_text(place)]
            inner[slot : slot + 2] = value, place
            body = self.node(node.body, inner)
            name = self.names.element(place, value, number)
            parts.append(Explained("element", name, _with_belonging(body.outcome, belongs), parts=(body,)))
        text = words.format(self._words.of(node.source, self._values.where(frame)))
        return Explained("list", text, outcome, parts=_bounded(parts, members, uncertain))


def outcome_of(value: Any) -> Outcome:
    """Null counts as false, as it does for the engine."""
    if value.__class__ is Undetermined:
        return Outcome.OPEN
    return Outcome.HOLDS if value is True else Outcome.FAILS


def _with_belonging(outcome: Outcome | None, belongs: Any) -> Outcome | None:
    """What holds for an element that only perhaps is in the list stays open."""
    return Outcome.OPEN if outcome is Outcome.HOLDS and belongs is not True else outcome


def _bounded(parts: list[Explained], members: Members, uncertain: int) -> tuple[Explained, ...]:
    """Elements, at most so many, and what is to be said about the list itself.

    ``uncertain``: how many elements are there or not by answers still missing.
    """
    shown = parts[:MOST_ELEMENTS]
    if len(parts) > MOST_ELEMENTS:
        rest = persian_digits(f"و {len(parts) - MOST_ELEMENTS} مورد دیگر")
        shown.append(Explained("note", rest, _together(parts[MOST_ELEMENTS:])))
    if uncertain:
        shown.append(Explained("note", persian_digits(_UNCERTAIN.format(uncertain)), Outcome.OPEN))
    if members.rest is not None:
        shown.append(Explained("note", _STILL_OPEN, Outcome.OPEN))
    elif not parts and not uncertain:
        shown.append(Explained("note", _NO_ELEMENT, Outcome.FAILS))
    return tuple(shown)


def _together(parts: list[Explained]) -> Outcome:
    found = {part.outcome for part in parts}
    return next(each for each in (Outcome.HOLDS, Outcome.OPEN, Outcome.FAILS) if each in found)
