"""Raw forms as typed ones: first without conditions, so that their types are known; then with them compiled."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from assistant.content.content_file import Origin
from assistant.content.raw_forms import RawField, RawStep
from assistant.domain.condition import ConditionError, Expression, ObjectType, Type, TypeEnvironment, compile_condition
from assistant.domain.form import ComputedBy, Field, Form, Option, Step
from assistant.domain.form_types import type_of_form, type_of_item


@dataclass(frozen=True, slots=True)
class FormCondition:
    """One condition of a form as compiled, or why it cannot be; ``path`` is the field's, or the id of a step."""

    path: str
    key: str  # shown_when | required
    is_of_step: bool
    origin: Origin  # of the condition's text
    position: int  # of the field (or the step's first field) in the order of the form
    result: "Expression | ConditionError"

    @property
    def expression(self) -> Expression | None:
        return self.result if isinstance(self.result, Expression) else None


@dataclass(frozen=True, slots=True)
class BuiltForm:
    """``form`` is whole only when no condition failed."""

    steps: tuple[RawStep, ...]
    form: Form
    type: ObjectType
    conditions: tuple[FormCondition, ...]

    @property
    def is_sound(self) -> bool:
        return all(each.expression is not None for each in self.conditions)

    @property
    def shared(self) -> tuple[str, ...]:
        """Ids of the shared steps and groups used, each once."""
        ids = (id for step in self.steps for id in (step.shared, *(s for f in step.fields for s in f.shared)) if id)
        return tuple(dict.fromkeys(ids))


def build_form(steps: tuple[RawStep, ...], parameters: Mapping[str, Type]) -> BuiltForm:
    bare = Form(tuple(_step(step) for step in steps))
    root = type_of_form(bare)
    compiling = _Compiling(root, parameters)
    form = Form(tuple(compiling.step(raw, step) for raw, step in zip(steps, bare.steps, strict=True)))
    return BuiltForm(steps, form, root, tuple(compiling.conditions))


def _step(raw: RawStep) -> Step:
    spec = raw.spec
    return Step(
        id=raw.id,
        title=spec["title"],
        fields=tuple(_field(each) for each in raw.fields),
        box=spec.get("box", ""),
        help=spec.get("help", ""),
    )


def _field(raw: RawField) -> Field:
    spec = raw.spec
    known_options = _options(raw.all_options)
    options = _options(spec.get("options", ()))
    return Field(
        key=raw.key,
        label=spec["label"],
        type=spec["type"],
        required=spec.get("required") == "always",
        help=spec.get("help", ""),
        example=spec.get("example", ""),
        options=options,
        known_options=known_options if known_options != options else (),
        fields=tuple(_field(each) for each in raw.children),
        group=spec.get("item") or spec.get("group") or "",
        item_label=spec.get("item_label", ""),
        summary=tuple(key for key in spec.get("summary", ()) if any(key == child.key for child in raw.children)),
        min_items=spec.get("min", 0),
        max_items=spec.get("max", 200),
        minimum=spec.get("minimum"),
        maximum=spec.get("maximum"),
        max_length=spec.get("max_length"),
        allows_unknown=spec.get("unknown", False),
        is_printed=spec.get("print", True),
        unit=spec.get("unit", ""),
        computed_by=_computed_by(spec.get("computed_by")),
        messages=dict(spec.get("messages", {})),
    )


def _computed_by(spec: Mapping[str, Any] | None) -> ComputedBy | None:
    return ComputedBy(spec["calculator"], dict(spec["inputs"])) if spec else None


def _options(specs: Any) -> tuple[Option, ...]:
    return tuple(Option(each["value"], each["label"]) for each in specs)


class _Compiling:
    """Walks raw and typed form side by side and compiles each condition in its own environment."""

    def __init__(self, root: ObjectType, parameters: Mapping[str, Type]) -> None:
        self.conditions: list[FormCondition] = []
        self._root = root
        self._parameters = parameters
        self._position = 0

    def step(self, raw: RawStep, step: Step) -> Step:
        shown_when = None
        if "shown_when" in raw.spec:
            origin = raw.condition_at.at("shown_when")
            shown_when = self._compile(raw.spec["shown_when"], origin, raw.id, None, "shown_when", is_of_step=True)
        fields = tuple(self._fields(raw.fields, step.fields, "", None))
        return replace(step, shown_when=shown_when, fields=fields)

    def _fields(
        self, raws: tuple[RawField, ...], fields: tuple[Field, ...], prefix: str, this: ObjectType | None
    ) -> Iterator[Field]:
        for raw, each in zip(raws, fields, strict=True):
            path = f"{prefix}.{each.key}" if prefix else each.key
            conditions = self._conditions(raw, path, this)
            self._position += 1
            inner: tuple[Field, ...] = ()
            if each.is_container:
                below = path + "[]" if each.type == "list" else path
                inner = tuple(self._fields(raw.children, each.fields, below, type_of_item(each)))
            yield replace(each, fields=inner, **conditions)

    def _conditions(self, raw: RawField, path: str, this: ObjectType | None) -> dict[str, Any]:
        compiled: dict[str, Any] = {}
        if "shown_when" in raw.spec:
            origin = raw.origin.at("shown_when")
            compiled["shown_when"] = self._compile(raw.spec["shown_when"], origin, path, this, "shown_when")
        required = raw.spec.get("required")
        if isinstance(required, Mapping):
            origin = (raw.required_at or raw.origin).at("required", "when")
            expression = self._compile(required["when"], origin, path, this, "required")
            compiled["required"] = expression if expression is not None else False
        return compiled

    def _compile(
        self, source: str, origin: Origin, path: str, this: ObjectType | None, key: str, *, is_of_step: bool = False
    ) -> Expression | None:
        environment = TypeEnvironment(self._root, this=this, parameters=self._parameters)
        result: Expression | ConditionError
        try:
            result = compile_condition(source, environment)
        except ConditionError as error:
            result = error
        self.conditions.append(FormCondition(path, key, is_of_step, origin, self._position, result))
        return result if isinstance(result, Expression) else None
