"""The reliefs (خواسته‌ها) of a petition: the template's own, made from its fields, then those the clerk added."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from assistant.domain.answers import BLANK, NOT_APPLICABLE
from assistant.domain.condition import (
    ChoiceType,
    EvaluationContext,
    Expression,
    ListType,
    NumberType,
    ObjectType,
    PlacedList,
    StringType,
    Type,
    TypeEnvironment,
    Undetermined,
)
from assistant.domain.form import Form, Option
from assistant.domain.form_types import type_of_form, types_of_parameters
from assistant.domain.message import Message, compile_message
from assistant.domain.paths import open_end
from assistant.domain.template import ReliefSpec, Template

CLERKS_LIST = "additional_reliefs"

_KINDS = (Option("principal", "اصلی"), Option("accessory", "فرعی"), Option("interim", "تأمینی"))
_FINANCIAL = (Option("yes", "مالی"), Option("no", "غیرمالی"), Option("by_law", "بی‌نیاز از تقویم"))
_CLAIMED_BY = (Option("template", "الگو"), Option("clerk", "متصدی"))

RELIEF_TYPE = ObjectType(
    {
        "title": StringType("text"),
        "kind": ChoiceType(_KINDS),
        "financial": ChoiceType(_FINANCIAL),
        "value_rial": NumberType("rial", "rial_amount"),
        "claimed_by": ChoiceType(_CLAIMED_BY),
    }
)
RELIEFS_TYPE: Type = ListType(RELIEF_TYPE)


@dataclass(frozen=True, slots=True)
class _TemplateRelief:
    spec: ReliefSpec
    title: Message
    place: str  # the answer the relief is made from; where findings about it lead


class ReliefMaker:
    """Derives the list for one template. Raises ConditionError for a title that cannot be compiled."""

    def __init__(self, template: Template, environment: TypeEnvironment) -> None:
        fallback = _first_field(template.form)
        self._own = tuple(_compiled(spec, environment, fallback) for spec in template.reliefs)
        self._has_clerks_list = any(path == CLERKS_LIST for path, _ in template.form.fields())
        self.inputs = tuple(dict.fromkeys(self._inputs(template.form)))
        self.parameters = frozenset().union(
            *(part.parameters for each in self._own for part in _parts(each)),
        )

    def derive(self, context: EvaluationContext) -> PlacedList:
        """A relief that perhaps is claimed, and an end that is open, are Undetermined members."""
        return PlacedList([*self._template_reliefs(context), *self._clerks_reliefs(context)])

    def _inputs(self, form: Form) -> Iterator[str]:
        for each in self._own:
            for part in _parts(each):
                yield from (read.path for read in part.reads)
        if self._has_clerks_list:
            yield from (path for path, _ in form.fields() if path.startswith(f"{CLERKS_LIST}[]"))

    def _template_reliefs(self, context: EvaluationContext) -> Iterator[tuple[Any, str]]:
        for each in self._own:
            claimed = True if each.spec.when is None else each.spec.when.evaluate(context)
            if isinstance(claimed, Undetermined):
                yield claimed, each.place
            elif claimed:
                yield _item(each, context), each.place

    def _clerks_reliefs(self, context: EvaluationContext) -> Iterator[tuple[Any, str]]:
        if not self._has_clerks_list:
            return
        added = context.document.get(CLERKS_LIST, Undetermined((open_end(CLERKS_LIST),)))
        if isinstance(added, Undetermined):
            yield added, CLERKS_LIST
        elif isinstance(added, list):
            for index, answers in enumerate(added):
                yield {**answers, "kind": "accessory", "claimed_by": "clerk"}, f"{CLERKS_LIST}[{index}]"
            if getattr(added, "is_open", False):
                yield Undetermined((open_end(CLERKS_LIST),)), CLERKS_LIST


def derive_reliefs(template: Template, context: EvaluationContext) -> PlacedList:
    """The list for one document; compiled once per template."""
    known = _MAKERS.get(id(template))
    if known is None or known[0] is not template:
        environment = TypeEnvironment(type_of_form(template.form), parameters=types_of_parameters(context.parameters))
        known = _MAKERS[id(template)] = (template, ReliefMaker(template, environment))
    return known[1].derive(context)


_MAKERS: dict[int, tuple[Template, ReliefMaker]] = {}


def _first_field(form: Form) -> str:
    """Where a relief that rests on no answer leads: the first field of box 4."""
    steps = [step for step in form.steps if step.box == "relief"] or list(form.steps)
    return next((each.key for step in steps for each in step.fields), "")


def _compiled(spec: ReliefSpec, environment: TypeEnvironment, fallback: str) -> _TemplateRelief:
    title = compile_message(spec.title, environment)
    readers: list[Expression | Message] = [each for each in (spec.value, title, spec.when) if each is not None]
    reads = [read.path for each in readers for read in each.reads]
    return _TemplateRelief(spec, title, reads[0].split("[]")[0] if reads else fallback)


def _parts(each: _TemplateRelief) -> Iterator[Expression | Message]:
    yield each.title
    for expression in (each.spec.value, each.spec.when):
        if expression is not None:
            yield expression


def _item(each: _TemplateRelief, context: EvaluationContext) -> Mapping[str, Any]:
    return {
        "title": each.title.text(context),
        "kind": each.spec.kind,
        "financial": each.spec.financial,
        "value_rial": _value(each.spec, context),
        "claimed_by": "template",
    }


def _value(spec: ReliefSpec, context: EvaluationContext) -> Any:
    if spec.value is None:
        return NOT_APPLICABLE
    value = spec.value.evaluate(context)
    return BLANK if value is None else value
