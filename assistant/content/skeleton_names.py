"""What the skeletons of a template may name: the printed view of its form (services/printed_answers.py)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.domain.form import Field, Form, Option
from assistant.services.key_only_sandbox import LOOP_ATTRIBUTES
from assistant.services.printed_answers import VALUE_SUFFIX


@dataclass(frozen=True, slots=True)
class OptionValue:
    """``holder_status_value``: the chosen option itself, for comparing; the field's own name prints its label."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class LoopPart:
    """``loop.index`` prints; ``loop.first`` and ``loop.last`` only decide."""

    prints: bool


@dataclass(frozen=True, slots=True)
class Loop:
    """``loop`` inside a for."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list, inside a for over it."""

    field: Field


type Thing = Field | OptionValue | LoopPart | Loop | Item

_LOOP_PARTS: Mapping[str, Thing] = {name: LoopPart(prints=name == "index") for name in LOOP_ATTRIBUTES}


def names_of_form(form: Form) -> dict[str, Thing]:
    return _names(each for step in form.steps for each in step.fields)


def members_of(owner: Thing) -> Mapping[str, Thing]:
    """What a dot may read; nothing of a list and of a single answer."""
    if isinstance(owner, Loop):
        return _LOOP_PARTS
    if isinstance(owner, Item):
        return _names(owner.field.fields)
    if isinstance(owner, Field) and owner.type == "group":
        return _names(owner.fields)
    return {}


def _names(fields: Iterable[Field]) -> dict[str, Thing]:
    names: dict[str, Thing] = {}
    for each in fields:
        names[each.key] = each
        if each.type == "choice":
            names[each.key + VALUE_SUFFIX] = OptionValue(each.known_options or each.options)
    return names
