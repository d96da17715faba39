"""The checker's part for places: what stands at an answer path."""

from assistant.domain.condition.errors import ConditionError, nearest_name
from assistant.domain.condition.nodes import Member, Name, Node
from assistant.domain.condition.notes import CheckerBase, Read, Scope, clash, is_list_of_items
from assistant.domain.condition.types import DATE, ObjectType, Type


class PlaceChecker(CheckerBase):
    def _place(self, node: Node) -> Type:
        found = self._shape(node)
        if not isinstance(found, ObjectType) or found.is_value:
            self._note_reads(node, found)
        return found

    def _note_reads(self, node: Node, found: Type) -> None:
        for base in self.notes.bases.get(node, ()):
            path = base.path + "[]" if is_list_of_items(found) else base.path
            self.notes.reads[Read(base.head, path)] = None

    def _shape(self, node: Node) -> Type:
        """Type and bases of a place, without counting it as read."""
        if isinstance(node, Name):
            found, bases = self._name(node)
        elif isinstance(node, Member):
            found, bases = self._member(node)
        else:
            return self.visit(node)
        self.notes.types[node] = found
        self.notes.bases[node] = bases
        return found

    def _name(self, node: Name) -> tuple[Type, tuple[Read, ...]]:
        environment, scopes = self._environment, self.notes.scopes
        local = self._locals.get(node.id)
        if local is not None:
            scopes[node] = Scope("local", local.slot)
            return local.type, local.bases
        if node.id in environment.names:
            return self._given_name(node)
        if node.id == "this" and environment.this is not None:
            scopes[node] = Scope("this")
            return environment.this, (Read("this", "this"),)
        if node.id == "today":
            scopes[node] = Scope("today")
            return DATE, ()
        if node.id in environment.root.fields:
            scopes[node] = Scope("root")
            return environment.root.fields[node.id], (Read("", node.id),)
        known = {*self._locals, *environment.names, *environment.root.fields, "today"}
        raise ConditionError("unknown_name", node.position, node.id, nearest_name(node.id, known))

    def _given_name(self, node: Name) -> tuple[Type, tuple[Read, ...]]:
        found = self._environment.names[node.id]
        alias = self._environment.aliases.get(node.id)
        if alias is not None:
            self.notes.scopes[node] = Scope("local", self.notes.aliases.index(node.id))
            return found, tuple(Read(node.id, path) for path in alias)
        self.notes.scopes[node] = Scope("fact")
        self.notes.facts[node.id] = None
        return found, ()

    def _member(self, node: Member) -> tuple[Type, tuple[Read, ...]]:
        of = self._shape(node.of)
        if not isinstance(of, ObjectType):
            raise clash(node, "object", of)
        bases = self.notes.bases.get(node.of, ())
        if of.is_value:
            self._note_reads(node.of, of)
        found = of.fields.get(node.key)
        if found is None:
            path = f"{bases[0].path}.{node.key}" if bases else node.key
            raise ConditionError("unknown_name", node.position, path, nearest_name(node.key, of.fields))
        if of.is_value:
            return found, ()
        return found, tuple(Read(base.head, f"{base.path}.{node.key}") for base in bases)

    def items_of(self, node: Node) -> tuple[Read, ...]:
        """Where the items of a list stand; nowhere for plain values and what named facts made."""
        found = self.notes.types[node]
        if node in self.notes.item_bases:
            return self.notes.item_bases[node]
        if not is_list_of_items(found):
            return ()
        return tuple(Read(base.head, f"{base.path}[]") for base in self.notes.bases.get(node, ()))
