"""Fields a form has narrowed away although one of its conditions reads them."""

from collections.abc import Iterator, Mapping
from typing import Any

from assistant.content.content_file import Origin
from assistant.content.form_builder import BuiltForm, FormCondition
from assistant.domain.condition import ConditionError


def removed_fields(built: BuiltForm) -> Mapping[str, Origin]:
    """Folded path → where the narrowing is written."""
    return dict(_removed(built))


def _removed(built: BuiltForm) -> Iterator[tuple[str, Origin]]:
    for step in built.steps:
        yield from _of_narrow(step.origin, step.origin.value, "")
        for path, field in step.walk():
            if field.children:
                inner = path + "[]" if field.spec["type"] == "list" else path
                yield from _of_narrow(field.origin, field.spec, inner + ".")


def _of_narrow(origin: Origin, spec: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Origin]]:
    for path, changes in spec.get("narrow", {}).items():
        if changes.get("remove"):
            yield prefix + path, origin.at("narrow", path)


def removed_field_read(condition: FormCondition, removed: Mapping[str, Origin]) -> str | None:
    """The removed path that keeps a condition from compiling."""
    error = condition.result
    if not isinstance(error, ConditionError) or error.code != "unknown_name":
        return None
    path = error.detail
    if path.startswith("this."):
        parent = condition.path.rpartition(".")[0]
        path = f"{parent}.{path.removeprefix('this.')}" if parent else path
    return path if path in removed else None
