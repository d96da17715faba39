"""What the checker notes about a tree for the compiler, and what every part of the checker shares."""

from dataclasses import dataclass, field

from assistant.domain.condition.errors import ConditionError, nearest_name
from assistant.domain.condition.nodes import Conditional, ListLiteral, Literal, Node
from assistant.domain.condition.types import ChoiceType, ListType, ObjectType, Type, TypeEnvironment


@dataclass(frozen=True, slots=True)
class Read:
    """One answer the condition reads: below the petition (``''``), ``this``, or an alias of ``each``."""

    head: str
    path: str  # folded: ``cheques[].amount``; ``this.kind`` below ``this``


@dataclass(frozen=True, slots=True)
class Scope:
    """What a name stands for: root | this | fact | today | local: a loop variable or alias, with its slot."""

    kind: str
    slot: int = 0


@dataclass
class Checked:
    """The checker's notes on a tree."""

    types: dict[Node, Type] = field(default_factory=dict)
    scopes: dict[Node, Scope] = field(default_factory=dict)
    bases: dict[Node, tuple[Read, ...]] = field(default_factory=dict)  # where a place node may stand
    item_bases: dict[Node, tuple[Read, ...]] = field(default_factory=dict)  # where the items of a list node stand
    reads: dict[Read, None] = field(default_factory=dict)
    facts: dict[str, None] = field(default_factory=dict)
    parameters: dict[str, None] = field(default_factory=dict)
    periods: dict[str, None] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()  # of ``each``; they take the first slots of the frame
    slots: int = 0


@dataclass(frozen=True, slots=True)
class Local:
    type: Type
    bases: tuple[Read, ...]
    slot: int


class CheckerBase:
    """Visits nodes in an environment; the parts of the checker add how."""

    def __init__(self, environment: TypeEnvironment) -> None:
        aliases = tuple(environment.aliases)
        self.notes = Checked(aliases=aliases, slots=len(aliases))
        self._environment = environment
        self._locals: dict[str, Local] = {}

    def visit(self, node: Node) -> Type:
        raise NotImplementedError

    def _demand(self, node: Node, kind: type[Type]) -> Type:
        found = self.visit(node)
        if not isinstance(found, kind):
            raise clash(node, kind.__name__.removesuffix("Type").lower(), found)
        return found


def clash(node: Node, wanted: str, found: Type) -> ConditionError:
    return ConditionError("type_clash", node.position, f"{wanted}, {found.name}")


def is_list_of_items(found: Type) -> bool:
    return isinstance(found, ListType) and isinstance(found.item, ObjectType)


def only_options(node: Node, choice: ChoiceType) -> None:
    """String literals compared with a choice must be among its options."""
    if isinstance(node, Literal) and isinstance(node.value, str) and node.value not in choice.values:
        raise ConditionError("unknown_option", node.position, node.value, nearest_name(node.value, choice.values))
    if isinstance(node, ListLiteral):
        for item in node.items:
            only_options(item, choice)
    if isinstance(node, Conditional):
        only_options(node.then, choice)
        only_options(node.otherwise, choice)
