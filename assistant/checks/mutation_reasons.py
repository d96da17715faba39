"""Why a changed condition may say the same as the rule: by the form itself, or by a note in the rule's file."""

from collections.abc import Mapping

from assistant.checks.controllers import with_controllers
from assistant.checks.mutation import Mutant, walk
from assistant.domain.condition import ConditionError, Expression
from assistant.domain.condition.nodes import Node
from assistant.domain.condition.parser import parse
from assistant.domain.condition.writing import written
from assistant.domain.rule import Rule, SurvivorNote


def asked_only_then(mutant: Mutant, when: Expression, controllers: Mapping[str, frozenset[str]]) -> str:
    """The question beside the changed part that the form shows only by the answers this part reads, or ``''``.

    A hidden question makes its part of the condition false, so that the guard before it adds nothing.
    """
    guard = _paths(mutant.touched, when)
    for path in sorted({path for each in mutant.beside for path in _paths(each, when)} if guard else ()):
        behind = {each.removesuffix("[]") for each in with_controllers({path}, controllers)} - {path}
        if guard <= behind:
            return path
    return ""


def noted(mutant: Mutant, rule: Rule) -> SurvivorNote | None:
    """What the rule's file says about this change."""
    return next((each for each in rule.survivors if each.change == mutant.change and _same(each.part, mutant)), None)


def _same(part: str, mutant: Mutant) -> bool:
    try:
        return written(parse(part)) == mutant.part
    except ConditionError:
        return False


def _paths(node: Node, when: Expression) -> frozenset[str]:
    """The answers a part reads; an element or a group only where no answer inside it is read."""
    bases = (when.notes.bases.get(each, ()) for each in walk(node))
    found = {read.path.removesuffix("[]") for reads in bases for read in reads}
    return frozenset(path for path in found if not any(each.startswith((f"{path}.", f"{path}[]")) for each in found))
