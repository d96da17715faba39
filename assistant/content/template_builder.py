"""A template folder as a typed template, with the conditions and titles of its own reliefs compiled."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from assistant.content.content_file import ContentFile
from assistant.content.deadline_parts import DeadlinePart, build_deadlines
from assistant.content.form_builder import BuiltForm
from assistant.content.template_folder import TemplateFolder
from assistant.domain.condition import (
    NUMBER,
    ConditionError,
    Expression,
    Type,
    TypeEnvironment,
    compile_condition,
    compile_expression,
)
from assistant.domain.message import Message, compile_message
from assistant.domain.template import ReliefSpec, Template, TemplateExample


@dataclass(frozen=True, slots=True)
class ReliefPart:
    """One compiled text of one relief: ``title``, ``value`` or ``when``; or why it cannot be compiled."""

    index: int
    key: str
    result: Expression | Message | ConditionError

    @property
    def expression(self) -> Expression | None:
        return self.result if isinstance(self.result, Expression) else None


@dataclass(frozen=True, slots=True)
class BuiltTemplate:
    template: Template
    parts: tuple[ReliefPart, ...]
    deadline_parts: tuple[DeadlinePart, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether every condition and title compiled."""
        results = (*(part.result for part in self.parts), *(part.result for part in self.deadline_parts))
        return not any(isinstance(result, ConditionError) for result in results)


def relief_parts(file: ContentFile, built: BuiltForm, parameters: Mapping[str, Type]) -> tuple[ReliefPart, ...]:
    environment = TypeEnvironment(built.type, parameters=parameters)
    return tuple(
        ReliefPart(index, key, _compiled(key, spec[key], environment))
        for index, spec in enumerate(file.value.get("reliefs", ()))
        for key in ("title", "value", "when")
        if key in spec
    )


def _compiled(key: str, source: str, environment: TypeEnvironment) -> Expression | Message | ConditionError:
    try:
        if key == "title":
            return compile_message(source, environment)
        if key == "when":
            return compile_condition(source, environment)
        return compile_expression(source, environment, expected=NUMBER)
    except ConditionError as error:
        return error


def build_template(
    folder: TemplateFolder,
    file: ContentFile,
    built: BuiltForm,
    parts: tuple[ReliefPart, ...],
    notes: str = "",
    deadlines: tuple[DeadlinePart, ...] = (),
) -> Template:
    spec = file.value
    verified = spec["verified"]
    return Template(
        id=folder.id,
        title=spec["title"],
        family=spec["family"],
        stage=spec["stage"],
        summary=spec["summary"],
        keywords=tuple(spec.get("keywords", ())),
        version=spec["version"],
        form=built.form,
        role_first=spec.get("role_first", ""),
        role_second=spec.get("role_second", ""),
        court_title=spec["court_title"],
        layout=folder.layout_name(spec["layout"]),
        narrative=folder.narrative,
        request=folder.request,
        reliefs=tuple(_reliefs(spec.get("reliefs", ()), parts)),
        grade=verified["grade"],
        reviewed_by=verified.get("reviewed_by"),
        examples=tuple(_example(each) for each in folder.examples),
        notes=notes,
        shared=built.shared,
        deadlines=tuple(build_deadlines(file, deadlines)),
        precheck=tuple(spec.get("precheck", ())),
    )


def _reliefs(specs: Any, parts: tuple[ReliefPart, ...]) -> Iterator[ReliefSpec]:
    compiled = {(part.index, part.key): part.expression for part in parts}
    for index, spec in enumerate(specs):
        yield ReliefSpec(
            title=spec["title"],
            kind=spec["kind"],
            financial=spec["financial"],
            value=compiled.get((index, "value")),
            when=compiled.get((index, "when")),
        )


def _example(file: ContentFile) -> TemplateExample:
    spec = file.value
    expected = spec.get("expected", {})
    return TemplateExample(
        name=file.stem,
        title=spec["title"],
        answers=spec["answers_file"],
        expected_findings=tuple(expected.get("findings", ())),
        expected_incomplete=tuple(expected.get("incomplete", ())),
        expected_text=tuple(expected.get("text", ())),
    )
