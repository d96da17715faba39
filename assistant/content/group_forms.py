"""Forms made of shared groups alone: rules that wait for a template are type-checked and proven against them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.content.content_file import ContentFile
from assistant.content.form_builder import BuiltForm, build_form
from assistant.content.raw_forms import CONTAINERS, RawStep, SharedFiles, Unresolvable, resolve_group
from assistant.domain.condition import Type
from assistant.domain.library import PlannedTemplate
from assistant.domain.rule import AppliesTo
from assistant.domain.template import Template
from assistant.domain.value_types import VALUE_TYPES

_NAME = re.compile(r"(?<![.\w'])[a-z_][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class GroupForm:
    """``template`` never reaches a clerk: it exists only for the form in it."""

    built: BuiltForm
    template: Template


class GroupForms:
    """Makes each form once, however many rules name the same groups."""

    def __init__(
        self,
        shared: Mapping[str, ContentFile],
        parameters: Mapping[str, Type],
        planned: Mapping[str, PlannedTemplate],
    ) -> None:
        self._shared = SharedFiles(shared)
        self._parameters = parameters
        self._planned = planned
        self._made: dict[str, GroupForm | None] = {}

    def of(self, applies_to: AppliesTo) -> GroupForm | None:
        """None when a group cannot stand in a form; the checks say why."""
        family, stage = self._family_and_stage(applies_to)
        id = f"{'+'.join(applies_to.groups)}@{stage}@{family}"
        if id not in self._made:
            self._made[id] = self._form(id, applies_to.groups, family, stage)
        return self._made[id]

    def _with_read_steps(self, steps: tuple[RawStep, ...]) -> tuple[RawStep, ...]:
        """With the shared steps whose answers their conditions read: no form can hold the ones without the others."""
        present = {field.key for step in steps for field in step.fields}
        wanted = {name for step in steps for name in _read_keys(step)} - present
        more = [id for id, keys in self._keys_of_steps().items() if wanted & keys]
        if not more:
            return steps
        return self._with_read_steps((*steps, *(resolve_group(id, self._shared) for id in more)))

    def _keys_of_steps(self) -> Mapping[str, frozenset[str]]:
        files = self._shared.files.items()
        return {
            id: frozenset(field["key"] for field in file.value["fields"])
            for id, file in files
            if file.value["kind"] == "step"
        }

    def _family_and_stage(self, applies_to: AppliesTo) -> tuple[str, str]:
        """As the rule names them, else as the first template still to come that it names."""
        planned = next((self._planned[id] for id in applies_to.templates if id in self._planned), None)
        family = next(iter(applies_to.families), planned.family if planned else "other")
        return family, next(iter(applies_to.stages), planned.stage if planned else "first_instance")

    def _form(self, id: str, groups: tuple[str, ...], family: str, stage: str) -> GroupForm | None:
        try:
            named = tuple(resolve_group(each, self._shared) for each in dict.fromkeys(groups))
            steps = in_reading_order(_each_key_once(self._with_read_steps(named)))
        except Unresolvable:
            return None
        if any(field.spec["type"] not in (*VALUE_TYPES, *CONTAINERS) for step in steps for _, field in step.walk()):
            return None
        built = build_form(steps, self._parameters)
        return GroupForm(built, _template(id, groups, family, stage, built))


def _each_key_once(steps: tuple[RawStep, ...]) -> tuple[RawStep, ...]:
    """A group that a named step already holds is not put beside it again."""
    held = {id for step in steps if step.shared for field in step.fields for id in field.shared}
    return tuple(step for step in steps if step.shared or step.id not in held)


def in_reading_order(steps: tuple[RawStep, ...]) -> tuple[RawStep, ...]:
    """Steps whose conditions read another step's answers stand after it, whatever order the rule names them in."""
    owner = {field.key: step.id for step in steps for field in step.fields}
    behind = {step.id: _read_keys(step) for step in steps}
    placed: list[RawStep] = []
    waiting = list(steps)
    while waiting:
        done = {step.id for step in placed}
        ready = [s for s in waiting if {owner[k] for k in behind[s.id] if k in owner} <= done | {s.id}]
        placed += ready or waiting
        waiting = [step for step in waiting if step not in placed]
    return tuple(placed)


def _read_keys(step: RawStep) -> set[str]:
    texts = [field.spec.get("shown_when", "") for _, field in step.walk()]
    return {name for text in (*texts, step.spec.get("shown_when", "")) for name in _NAME.findall(text)}


def _template(id: str, groups: tuple[str, ...], family: str, stage: str, built: BuiltForm) -> Template:
    return Template(
        id=id,
        title="، ".join(groups),
        family=family,
        stage=stage,
        summary="",
        keywords=(),
        version="",
        form=built.form,
        role_first="",
        role_second="",
        court_title="",
        layout="",
        narrative="",
        request="",
        reliefs=(),
        grade="own",
        reviewed_by=None,
        shared=built.shared,
    )
