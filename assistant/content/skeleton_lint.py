"""Lints narrative.j2 and request.j2: an allow-list on the syntax tree, every name held against the form.

Allowed: text, ``{{ path }}`` with the listed filters, ``if`` with and/or/not and (in)equality to a text, ``for`` over
lists of the form. Nothing is rendered here.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from jinja2 import TemplateSyntaxError, nodes

from assistant.content.nearness import nearest
from assistant.content.skeleton_names import Item, Loop, LoopPart, OptionValue, Thing, members_of
from assistant.domain.form import Field
from assistant.services.printed_answers import VALUE_SUFFIX
from assistant.services.wording_language import ENVIRONMENT, FILTERS

MAX_LOOPS = 3
LIST_FILTERS = frozenset({"names", "words", "and_list"})  # take a whole list
_TAGS: Mapping[type[nodes.Node], str] = {
    nodes.Assign: "set",
    nodes.AssignBlock: "set",
    nodes.Include: "include",
    nodes.Import: "import",
    nodes.FromImport: "import",
    nodes.Extends: "extends",
    nodes.Block: "block",
    nodes.Macro: "macro",
    nodes.CallBlock: "call",
    nodes.FilterBlock: "filter",
    nodes.With: "with",
    nodes.Call: "فراخوانی ( )",
    nodes.Getitem: "[ ]",
    nodes.Test: "is",
    nodes.CondExpr: "if در میان {{ }}",
    nodes.Concat: "~",
}


@dataclass(frozen=True, slots=True)
class SkeletonProblem:
    code: str
    line: int
    message: str
    nearest: str | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk stands: the names in reach, loops around, and whether what prints here rests on an answer."""

    names: Mapping[str, Thing]
    loops: int = 0
    rests: bool = False


def lint_skeleton(source: str, names: Mapping[str, Thing]) -> Iterator[SkeletonProblem]:
    """Every problem of one skeleton, in reading order."""
    try:
        tree = ENVIRONMENT.parse(source)
    except TemplateSyntaxError as error:
        unknown_tag = "unknown tag" in (error.message or "")
        message = "برچسب {% %} ناشناخته است" if unknown_tag else "{{ }} یا {% %} ناتمام یا نادرست است"
        yield SkeletonProblem("narrative_syntax", error.lineno, message)
        return
    yield from _once_a_line(_body(tree.body, _Place(names)))


def _once_a_line(problems: Iterable[SkeletonProblem]) -> Iterator[SkeletonProblem]:
    """Text around a name comes in pieces; that it stands alone is told once."""
    told: set[int] = set()
    for each in problems:
        if each.code != "narrative_standing_text" or each.line not in told:
            yield each
        if each.code == "narrative_standing_text":
            told.add(each.line)


def _body(body: Iterable[nodes.Node], place: _Place) -> Iterator[SkeletonProblem]:
    for node in body:
        if isinstance(node, nodes.Output):
            yield from _output(node, place)
        elif isinstance(node, nodes.If):
            yield from _if(node, place)
        elif isinstance(node, nodes.For):
            yield from _for(node, place)
        else:
            yield _forbidden(node)


def _output(node: nodes.Output, place: _Place) -> Iterator[SkeletonProblem]:
    for part in node.nodes:
        if not isinstance(part, nodes.TemplateData):
            yield from _printed(part, place.names)
        elif part.data.strip() and not place.rests:
            line = part.lineno + part.data[: len(part.data) - len(part.data.lstrip())].count("\n")
            message = f"این متن بی هیچ پاسخی چاپ می‌شود: «{part.data.strip()[:50]}»؛ در if یا for نوشته شود"
            yield SkeletonProblem("narrative_standing_text", line, message)


def _if(node: nodes.If, place: _Place) -> Iterator[SkeletonProblem]:
    for branch in (node, *node.elif_):
        yield from _decided(branch.test, place.names)
        yield from _body(branch.body, replace(place, rests=place.rests or _rests_on_answer(branch.test)))
    yield from _body(node.else_, place)


def _for(node: nodes.For, place: _Place) -> Iterator[SkeletonProblem]:
    plain = node.test is None and not node.recursive and not node.else_ and isinstance(node.target, nodes.Name)
    if not plain or place.loops >= MAX_LOOPS:
        yield SkeletonProblem(
            "narrative_forbidden", node.lineno, f"for ساده، بی else و تا {MAX_LOOPS} لایه پذیرفته است"
        )
        return
    name = str(getattr(node.target, "name", ""))
    if name in place.names or name == "loop":
        message = f"متغیر «{name}» نام دیگری را می‌پوشاند"
        yield SkeletonProblem("narrative_name_shadowed", node.lineno, message)
    thing = _resolved(node.iter, place.names)
    if isinstance(thing, SkeletonProblem):
        yield thing
    elif not isinstance(thing, Field) or thing.type != "list":
        yield SkeletonProblem("narrative_loop", node.lineno, "for تنها روی فهرست‌های فرم می‌گردد")
    else:
        inner = {**place.names, name: Item(thing), "loop": Loop()}
        yield from _body(node.body, _Place(inner, place.loops + 1, rests=True))


def _rests_on_answer(test: nodes.Node) -> bool:
    """Whether the branch is taken only when something was answered: not for ``not x`` and ``x != '…'``."""
    if isinstance(test, nodes.Not):
        return False
    if isinstance(test, nodes.Compare):
        return test.ops[0].op == "eq"
    if isinstance(test, nodes.And):
        return _rests_on_answer(test.left) or _rests_on_answer(test.right)
    if isinstance(test, nodes.Or):
        return _rests_on_answer(test.left) and _rests_on_answer(test.right)
    return True


def _printed(node: nodes.Node, names: Mapping[str, Thing]) -> Iterator[SkeletonProblem]:
    filters: list[str] = []
    while isinstance(node, nodes.Filter) and node.node is not None:
        yield from _filter(node)
        filters.append(node.name)
        node = node.node
    thing = _resolved(node, names)
    if isinstance(thing, SkeletonProblem):
        yield thing
    elif _is_whole(thing) and not LIST_FILTERS.intersection(filters[-1:]) and set(filters) <= set(FILTERS):
        message = "فهرست یا گروه یک‌جا چاپ نمی‌شود؛ پرسشی از آن یا یکی از پالایه‌های names، words، and_list لازم است"
        yield SkeletonProblem("narrative_prints_whole", node.lineno, message)
    elif not _prints(thing):
        message = "این نام تنها برای سنجش در if است و چاپ نمی‌شود"
        yield SkeletonProblem("narrative_prints_code", node.lineno, message)


def _filter(node: nodes.Filter) -> Iterator[SkeletonProblem]:
    if node.name not in FILTERS:
        message = f"پالایهٔ «{node.name}» شناخته نیست"
        yield SkeletonProblem("narrative_unknown_filter", node.lineno, message, nearest(node.name, FILTERS))
    elif node.args or node.kwargs or node.dyn_args or node.dyn_kwargs:
        yield SkeletonProblem("narrative_forbidden", node.lineno, f"پالایهٔ «{node.name}» ورودی ندارد")


def _is_whole(thing: Thing) -> bool:
    return isinstance(thing, (Item, Loop)) or (isinstance(thing, Field) and thing.is_container)


def _prints(thing: Thing) -> bool:
    if isinstance(thing, LoopPart):
        return thing.prints
    return not isinstance(thing, OptionValue) and not (isinstance(thing, Field) and thing.type == "yes_no")


def _decided(node: nodes.Node, names: Mapping[str, Thing]) -> Iterator[SkeletonProblem]:
    """A condition: names, and/or/not, and (in)equality to a text."""
    if isinstance(node, (nodes.And, nodes.Or)):
        yield from _decided(node.left, names)
        yield from _decided(node.right, names)
    elif isinstance(node, nodes.Not):
        yield from _decided(node.node, names)
    elif isinstance(node, nodes.Compare):
        yield from _compared(node, names)
    else:
        thing = _resolved(node, names)
        if isinstance(thing, SkeletonProblem):
            yield thing


def _compared(node: nodes.Compare, names: Mapping[str, Thing]) -> Iterator[SkeletonProblem]:
    operand = node.ops[0]
    text = operand.expr.value if isinstance(operand.expr, nodes.Const) else None
    if len(node.ops) > 1 or operand.op not in ("eq", "ne") or not isinstance(text, str):
        message = "سنجش تنها با == یا != و یک متن در گیومه است"
        yield SkeletonProblem("narrative_forbidden", node.lineno, message)
        return
    thing = _resolved(node.expr, names)
    if isinstance(thing, SkeletonProblem):
        yield thing
    else:
        yield from _compared_thing(node.lineno, thing, text)


def _compared_thing(line: int, thing: Thing, text: str) -> Iterator[SkeletonProblem]:
    if isinstance(thing, OptionValue):
        values = [option.value for option in thing.options]
        if text not in values:
            message = f"«{text}» از گزینه‌های این پرسش نیست"
            yield SkeletonProblem("narrative_unknown_option", line, message, nearest(text, values))
    elif isinstance(thing, Field) and thing.type == "choice":
        message = "نام پرسش برچسب فارسی گزینه را دارد؛ گزینه با نام دارای _value سنجیده می‌شود"
        yield SkeletonProblem("narrative_compares_label", line, message, thing.key + VALUE_SUFFIX)
    elif _is_whole(thing) or not _prints(thing):
        yield SkeletonProblem("narrative_forbidden", line, "این نام متن نیست و با متن سنجیده نمی‌شود")


def _resolved(node: nodes.Node, names: Mapping[str, Thing]) -> Thing | SkeletonProblem:
    if isinstance(node, nodes.Name):
        return names[node.name] if node.name in names else _unknown(node.lineno, node.name, names)
    if not isinstance(node, nodes.Getattr):
        return _forbidden(node)
    owner = _resolved(node.node, names)
    if isinstance(owner, SkeletonProblem):
        return owner
    members = members_of(owner)
    return members[node.attr] if node.attr in members else _unknown(node.lineno, node.attr, members)


def _unknown(line: int, name: str, known: Iterable[str]) -> SkeletonProblem:
    return SkeletonProblem("narrative_unknown_name", line, f"نام «{name}» در این جا شناخته نیست", nearest(name, known))


def _forbidden(node: nodes.Node) -> SkeletonProblem:
    name = _TAGS.get(type(node), "این ساخت")
    return SkeletonProblem("narrative_forbidden", node.lineno, f"«{name}» در متن‌ها پذیرفته نیست")
