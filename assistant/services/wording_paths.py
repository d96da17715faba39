"""Which answers a wording skeleton prints: read off its syntax tree, nothing is run."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from jinja2 import nodes

from assistant.services.wording_language import ENVIRONMENT

type _Scope = Mapping[str, str]  # loop variable → folded path of the item it stands for


@lru_cache(maxsize=512)
def printed_paths(source: str) -> frozenset[str]:
    """Folded paths: ``claim_amount``, ``cheques[].bank``; ``plaintiffs`` where a filter prints a whole list."""
    return frozenset(_of_body(ENVIRONMENT.parse(source).body, {}))


def _of_body(body: Iterable[nodes.Node], scope: _Scope) -> Iterator[str]:
    for node in body:
        if isinstance(node, nodes.Output):
            for part in node.nodes:
                yield from _of_expression(part, scope)
        elif isinstance(node, nodes.If):
            for branch in (node.body, node.elif_, node.else_):
                yield from _of_body(branch, scope)
        elif isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
            items = next(_of_expression(node.iter, scope), "") + "[]"
            yield from _of_body(node.body, {**scope, node.target.name: items})
            yield from _of_body(node.else_, scope)


def _of_expression(node: nodes.Node, scope: _Scope) -> Iterator[str]:
    while isinstance(node, nodes.Filter) and node.node is not None:
        node = node.node
    attributes: list[str] = []
    while isinstance(node, nodes.Getattr):
        attributes.insert(0, node.attr)
        node = node.node
    if isinstance(node, nodes.Name) and node.name != "loop":
        yield ".".join([scope.get(node.name, node.name), *attributes])
