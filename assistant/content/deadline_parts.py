"""The periods a template declares for its drafts: what starts each, and the conditions under which it runs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant.content.content_file import ContentFile
from assistant.content.form_builder import BuiltForm
from assistant.domain.condition import (
    DATE,
    ConditionError,
    Expression,
    Type,
    TypeEnvironment,
    compile_condition,
    compile_expression,
)
from assistant.domain.template import DeadlineSpec


@dataclass(frozen=True, slots=True)
class DeadlinePart:
    """One compiled text of one deadline: ``start``, ``abroad`` or ``when``; or why it cannot be compiled."""

    index: int
    key: str
    result: Expression | ConditionError

    @property
    def expression(self) -> Expression | None:
        return self.result if isinstance(self.result, Expression) else None


def deadline_parts(file: ContentFile, built: BuiltForm, parameters: Mapping[str, Type]) -> tuple[DeadlinePart, ...]:
    environment = TypeEnvironment(built.type, parameters=parameters)
    return tuple(
        DeadlinePart(index, key, _compiled(key, spec[key], environment))
        for index, spec in enumerate(file.value.get("deadlines", ()))
        for key in ("start", "abroad", "when")
        if key in spec
    )


def build_deadlines(file: ContentFile, parts: tuple[DeadlinePart, ...]) -> Iterator[DeadlineSpec]:
    """Those whose start could be compiled; the checks tell about the others."""
    compiled = {(part.index, part.key): part.expression for part in parts}
    for index, spec in enumerate(file.value.get("deadlines", ())):
        start = compiled.get((index, "start"))
        if start is not None:
            yield DeadlineSpec(
                spec["period"], start, abroad=compiled.get((index, "abroad")), when=compiled.get((index, "when"))
            )


def _compiled(key: str, source: str, environment: TypeEnvironment) -> Expression | ConditionError:
    try:
        if key == "start":
            return compile_expression(source, environment, expected=DATE)
        return compile_condition(source, environment)
    except ConditionError as error:
        return error
