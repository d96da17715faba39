"""A rule's condition by itself, as a tree in words: what experts read where there is no petition."""

from assistant.checks.compiled_rule import CompiledRule, RuleScope
from assistant.checks.condition_words import ConditionWords, where_not
from assistant.checks.explanation import CHOICE, GROUPS, LISTS, NONE_OF, NOT, Explained
from assistant.checks.place_names import PlaceNames
from assistant.domain.condition.nodes import Conditional, Logic, Macro, Node, Not
from assistant.domain.library import Library


def stated(compiled: CompiledRule, scope: RuleScope, library: Library) -> Explained:
    """Built like the explanation of the rule on a document, without outcomes."""
    notes = compiled.when.notes
    words = ConditionWords(PlaceNames(scope.form, scope.facts, notes), notes, library)
    tree = _stated(compiled.when.tree, words)
    if compiled.items is None:
        return tree
    names = PlaceNames(scope.form, scope.facts, compiled.items.notes)
    return Explained("list", f"برای هر {names.item(compiled.items.tree)}", None, parts=(tree,))


def _stated(node: Node, words: ConditionWords) -> Explained:
    if isinstance(node, Logic):
        kind, text = GROUPS[node.operator]
        return Explained(kind, text, None, parts=tuple(_stated(each, words) for each in node.operands))
    if isinstance(node, Not) and isinstance(node.operand, Macro) and node.operand.kind == "exists":
        return _list(node.operand, words, NONE_OF)
    if isinstance(node, Not) and isinstance(node.operand, Logic | Not | Macro | Conditional):
        return Explained("not", NOT, None, parts=(_stated(node.operand, words),))
    if isinstance(node, Macro) and node.kind in LISTS:
        return _list(node, words, LISTS[node.kind])
    if isinstance(node, Conditional) and words.is_truth(node):
        parts = (node.condition, node.then, node.otherwise)
        return Explained("choice", CHOICE, None, parts=tuple(_stated(each, words) for each in parts))
    return Explained("leaf", words.statement(node, where_not), None)


def _list(node: Macro, words: ConditionWords, text: str) -> Explained:
    return Explained("list", text.format(words.of(node.source, where_not)), None, parts=(_stated(node.body, words),))
