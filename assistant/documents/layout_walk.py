"""Reads the syntax tree of a layout: what it prints under which conditions, and what it may not do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from jinja2 import nodes

from assistant.documents.layout_shape import TEXT, Shape
from assistant.services.key_only_sandbox import LOOP_ATTRIBUTES

MAX_LOOPS = 3


@dataclass(frozen=True, slots=True)
class Condition:
    """A name that must be answered (``wanted``) or must be empty."""

    path: str  # folded
    wanted: bool


@dataclass(frozen=True, slots=True)
class Printed:
    """A text the layout prints, where each condition holds; ``when`` is None where it takes more to know."""

    path: str  # folded
    when: "tuple[Condition, ...] | None"


@dataclass(frozen=True, slots=True)
class Flaw:
    """``code`` is a key of layout_messages; ``line`` counts the paragraphs of the patched source."""

    code: str
    line: int
    detail: str = ""
    nearest: str = ""


@dataclass(frozen=True, slots=True)
class _Place:
    path: str
    shape: Shape


type _Scope = Mapping[str, _Place]
type _When = tuple[Condition, ...] | None


class Walk:
    """One pass over the trees of all parts of a layout."""

    def __init__(self, shape: Shape) -> None:
        self._root: _Scope = {name: _Place(name, each) for name, each in shape.members.items()}
        self.printed: list[Printed] = []
        self.compared: set[str] = set()  # folded paths that decide what is printed
        self.flaws: list[Flaw] = []

    def over(self, tree: nodes.Template) -> None:
        self._body(tree.body, self._root, (), 0)

    def _body(self, body: Iterable[nodes.Node], scope: _Scope, when: _When, loops: int) -> None:
        for node in body:
            if isinstance(node, nodes.Output):
                for part in node.nodes:
                    if not isinstance(part, nodes.TemplateData):
                        self._print(part, scope, when)
            elif isinstance(node, nodes.If):
                self._if(node, scope, when, loops)
            elif isinstance(node, nodes.For):
                self._for(node, scope, when, loops)
            else:
                self._forbid(node)

    def _print(self, node: nodes.Node, scope: _Scope, when: _When) -> None:
        place = self._place(node, scope)
        if place is None:
            return
        if place.shape.kind != "text":
            code = "prints_flag" if place.shape.kind == "flag" else "prints_whole"
            self.flaws.append(Flaw(code, node.lineno, place.path))
        elif place.path:
            self.printed.append(Printed(place.path, when))

    def _if(self, node: nodes.If, scope: _Scope, when: _When, loops: int) -> None:
        for branch in (node, *node.elif_):
            condition = self._condition(branch.test, scope)
            self._body(branch.body, scope, _and(when, condition), loops)
            when = _and(when, condition and Condition(condition.path, not condition.wanted))
        self._body(node.else_, scope, when, loops)

    def _for(self, node: nodes.For, scope: _Scope, when: _When, loops: int) -> None:
        if node.test is not None or node.recursive or node.else_ or not isinstance(node.target, nodes.Name):
            return self._forbid(node)
        if loops >= MAX_LOOPS:
            self.flaws.append(Flaw("loops_too_deep", node.lineno, str(MAX_LOOPS)))
        name, place = node.target.name, self._place(node.iter, scope)
        if name in scope or name == "loop":
            self.flaws.append(Flaw("shadowed_name", node.lineno, name))
        if place is None:
            return None
        if place.shape.item is None:
            self.flaws.append(Flaw("not_a_list", node.lineno, place.path))
            return None
        item = _Place(place.path + "[]", place.shape.item)
        turn = _Place("", Shape("group", dict.fromkeys(LOOP_ATTRIBUTES, TEXT)))
        return self._body(node.body, {**scope, name: item, "loop": turn}, when, loops + 1)

    def _condition(self, node: nodes.Node, scope: _Scope) -> Condition | None:
        """A test that is nothing but a name or its negation; None for all other tests, whose names are checked."""
        if isinstance(node, (nodes.And, nodes.Or)):
            self._condition(node.left, scope)
            self._condition(node.right, scope)
            return None
        if isinstance(node, nodes.Not):
            inner = self._condition(node.node, scope)
            return inner and Condition(inner.path, not inner.wanted)
        if isinstance(node, nodes.Compare):
            self._compare(node, scope)
            return None
        place = self._place(node, scope)
        return Condition(place.path, True) if place is not None and place.path else None

    def _compare(self, node: nodes.Compare, scope: _Scope) -> None:
        operand = node.ops[0]
        if len(node.ops) != 1 or operand.op not in ("eq", "ne") or not isinstance(operand.expr, nodes.Const):
            self._forbid(node)
        elif place := self._place(node.expr, scope):
            self.compared.add(place.path)

    def _place(self, node: nodes.Node, scope: _Scope) -> _Place | None:
        if isinstance(node, nodes.Name):
            known, key, owner = scope, node.name, ""
        elif isinstance(node, nodes.Getattr):
            holder = self._place(node.node, scope)
            if holder is None:
                return None
            prefix = f"{holder.path}." if holder.path else ""
            known = {name: _Place(prefix + name if prefix else "", each) for name, each in holder.shape.members.items()}
            key, owner = node.attr, prefix
        else:
            self._forbid(node)
            return None
        if key not in known:
            nearest = next(iter(get_close_matches(key, list(known), n=1)), "")
            self.flaws.append(Flaw("unknown_name", node.lineno, owner + key, nearest and owner + nearest))
        return known.get(key)

    def _forbid(self, node: nodes.Node) -> None:
        self.flaws.append(Flaw("forbidden_construct", node.lineno, type(node).__name__))


def _and(when: _When, condition: Condition | None) -> _When:
    return None if when is None or condition is None else (*when, condition)
