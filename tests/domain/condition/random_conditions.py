"""Random conditions and random documents over one small made-up schema, for the properties of the language."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from hypothesis import strategies as st

from assistant.domain.answers import BLANK, DONT_KNOW, NOT_APPLICABLE, AnswerList, Marker
from assistant.domain.condition import BOOL, NUMBER, STRING, ListType, ObjectType, TypeEnvironment

WORDS = ("x", "y", "z")
ITEM = {"n": NUMBER, "ok": BOOL, "k": STRING}
ITEM_WITH_LIST = {**ITEM, "ys": ListType(ObjectType(ITEM))}
ROOT = {
    "a": NUMBER,
    "b": NUMBER,
    "f": BOOL,
    "g": BOOL,
    "s": STRING,
    "t": STRING,
    "group": ObjectType({"n": NUMBER, "ok": BOOL}),
    "xs": ListType(ObjectType(ITEM_WITH_LIST)),
    "zs": ListType(ObjectType(ITEM)),
}
ENVIRONMENT = TypeEnvironment(ObjectType(ROOT))
LEAVES = {"n": ("a", "b", "group.n"), "ok": ("f", "g", "group.ok"), "k": ("s", "t")}


@dataclass(frozen=True)
class Scope:
    """What an expression being built may name."""

    variables: tuple[str, ...] = ()  # item variables; those of xs come with a list of their own
    with_lists: tuple[str, ...] = ()
    whole_language: bool = True  # False: only what the oracle has

    def inside(self, variable: str, has_list: bool) -> "Scope":
        lists = (*self.with_lists, variable) if has_list else self.with_lists
        return Scope((*self.variables, variable), lists, self.whole_language)

    def leaf(self, key: str) -> st.SearchStrategy[str]:
        return st.sampled_from([*LEAVES[key], *(f"{variable}.{key}" for variable in self.variables)])


@st.composite
def conditions(draw: st.DrawFn, *, whole_language: bool) -> str:
    return draw(truths(3, Scope(whole_language=whole_language)))


@st.composite
def truths(draw: st.DrawFn, depth: int, scope: Scope) -> str:
    kinds = ["flag", "numbers", "words"]
    if depth > 0:
        kinds += ["not", "and", "or", "and", "or", "among", "flags"]
        if len(scope.variables) < 2:
            kinds += ["exists", "all", "exists_one", "exists", "all", "size"]
        if scope.whole_language:
            kinds += ["answered", "blank", "conditional"]
    kind = draw(st.sampled_from(kinds))
    inner = truths(depth - 1, scope)
    match kind:
        case "flag":
            return draw(scope.leaf("ok"))
        case "flags":
            return f"({draw(inner)}) {draw(st.sampled_from(['==', '!=']))} {draw(scope.leaf('ok'))}"
        case "numbers":
            sign = draw(st.sampled_from(["==", "!=", "<", "<=", ">", ">="]))
            return f"{draw(numbers(depth, scope))} {sign} {draw(numbers(depth, scope))}"
        case "words":
            return f"{draw(scope.leaf('k'))} {draw(st.sampled_from(['==', '!=']))} {draw(words(scope))}"
        case "among":
            return draw(memberships(depth, scope))
        case "not":
            return f"!({draw(inner)})"
        case "and" | "or":
            sign = " && " if kind == "and" else " || "
            return "(" + sign.join(draw(st.lists(inner, min_size=2, max_size=3))) + ")"
        case "size":
            sign = draw(st.sampled_from(["==", "<", ">", "<=", ">=", "!="]))
            return f"size({draw(lists(depth, scope))[0]}) {sign} {draw(st.integers(0, 3))}"
        case "answered" | "blank":
            return f"{kind}({draw(scope.leaf(draw(st.sampled_from(['n', 'ok', 'k']))))})"
        case "conditional":
            return f"({draw(inner)} ? {draw(inner)} : {draw(inner)})"
    return draw(over_list(kind, depth, scope))


@st.composite
def over_list(draw: st.DrawFn, kind: str, depth: int, scope: Scope) -> str:
    source, has_list = draw(lists(depth, scope))
    variable = f"v{len(scope.variables)}"
    return f"{source}.{kind}({variable}, {draw(truths(depth - 1, scope.inside(variable, has_list)))})"


@st.composite
def lists(draw: st.DrawFn, depth: int, scope: Scope) -> tuple[str, bool]:
    """A list of items, and whether they have lists of their own."""
    nested = [f"{variable}.ys" for variable in scope.with_lists]
    source = draw(st.sampled_from(["xs", "zs", "(xs + zs)", *nested, *nested]))
    has_list = source == "xs"
    if depth > 1 and draw(st.integers(0, 3)) == 0:
        variable = f"v{len(scope.variables)}"
        condition = draw(truths(1, scope.inside(variable, has_list))) if len(scope.variables) < 2 else "true"
        source = f"{source}.filter({variable}, {condition})"
    return source, has_list


@st.composite
def numbers(draw: st.DrawFn, depth: int, scope: Scope) -> str:
    kinds = ["literal", "leaf", "leaf"]
    if depth > 0:
        kinds += ["+", "-", "*"]
        if len(scope.variables) < 2:
            kinds += ["size"]
            if scope.whole_language:
                kinds += ["sum"]
        if scope.whole_language:
            kinds += ["/", "or_else", "conditional"]
    kind = draw(st.sampled_from(kinds))
    inner = numbers(depth - 1, scope)
    match kind:
        case "literal":
            return str(draw(st.integers(0, 3)))
        case "leaf":
            return draw(scope.leaf("n"))
        case "size":
            return f"size({draw(lists(depth - 1, scope))[0]})"
        case "sum":
            variable = f"v{len(scope.variables)}"
            return f"sum({draw(lists(depth - 1, scope))[0]}.map({variable}, {variable}.n))"
        case "or_else":
            return f"or_else({draw(inner)}, {draw(inner)})"
        case "conditional":
            return f"({draw(truths(depth - 1, scope))} ? {draw(inner)} : {draw(inner)})"
    return f"({draw(inner)} {kind} {draw(inner)})"


@st.composite
def words(draw: st.DrawFn, scope: Scope) -> str:
    return draw(st.one_of(st.sampled_from([f"'{word}'" for word in WORDS]), scope.leaf("k")))


@st.composite
def memberships(draw: st.DrawFn, depth: int, scope: Scope) -> str:
    kind = draw(st.sampled_from(["literals", "mapped"]))
    if kind == "literals" or len(scope.variables) > 1:
        items = draw(st.lists(words(scope), min_size=1, max_size=3))
        return f"{draw(scope.leaf('k'))} in [{', '.join(items)}]"
    variable = f"v{len(scope.variables)}"
    return f"{draw(words(scope))} in {draw(lists(depth - 1, scope))[0]}.map({variable}, {variable}.k)"


# Documents

NUMBERS = st.integers(-1, 3)


@st.composite
def full_documents(draw: st.DrawFn, *, whole_language: bool = True) -> dict[str, Any]:
    """Everything is answered, some of it blank or hidden when the whole language is meant."""
    return draw(_object(ROOT, whole_language))


@st.composite
def _object(draw: st.DrawFn, members: Mapping[str, Any], whole: bool) -> dict[str, Any]:
    return {key: draw(_value(type, whole)) for key, type in members.items()}


def _value(type: Any, whole: bool) -> st.SearchStrategy[Any]:
    if isinstance(type, ListType):
        assert isinstance(type.item, ObjectType)
        return st.lists(_object(type.item.fields, whole), max_size=3).map(AnswerList)
    if isinstance(type, ObjectType):
        return _object(type.fields, whole)
    plain = {BOOL: st.booleans(), NUMBER: NUMBERS, STRING: st.sampled_from(WORDS)}[type]
    return st.one_of(plain, plain, plain, st.sampled_from([BLANK, NOT_APPLICABLE])) if whole else plain


def earlier(full: dict[str, Any], chance: Random, *, open_lists: bool = True, unknowns: bool = False) -> dict[str, Any]:
    """The same document at an earlier time: some answers not given yet, some lists shorter and still open."""
    document: dict[str, Any] = {}
    for key, value in full.items():
        if isinstance(value, dict):
            document[key] = earlier(value, chance, open_lists=open_lists, unknowns=unknowns)
        elif isinstance(value, AnswerList):
            is_open = open_lists and chance.random() < 0.3
            kept = value[: chance.randint(0, len(value))] if is_open else value
            items = [earlier(item, chance, open_lists=open_lists, unknowns=unknowns) for item in kept]
            document[key] = AnswerList(items, is_open=is_open)
        elif value is NOT_APPLICABLE or chance.random() < 0.6:
            document[key] = value
        elif unknowns and chance.random() < 0.3:
            document[key] = DONT_KNOW
    return document


def plain(document: Any) -> Any:
    """For the oracle."""
    if isinstance(document, dict):
        return {key: plain(value) for key, value in document.items() if not isinstance(value, Marker)}
    return [plain(item) for item in document] if isinstance(document, list) else document
