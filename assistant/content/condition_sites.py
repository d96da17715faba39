"""Every condition, value and placeholder that does not compile, with the place it is written at."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.content.compiled_rules import Reach, reaches
from assistant.content.content import Content
from assistant.content.content_file import ContentFile
from assistant.content.located import Place, Pointer
from assistant.content.removed_fields import removed_field_read, removed_fields
from assistant.content.room_map import Kind
from assistant.domain.condition import ConditionError


@dataclass(frozen=True, slots=True)
class Fault:
    """``about`` names the templates in which a rule's condition fails; '' elsewhere."""

    error: ConditionError
    place: Place
    about: str = ""


def faults(content: Content) -> tuple[Fault, ...]:
    """Without those that only say that the file of a parameter or period is broken."""
    found = (*_of_forms(content), *_of_reliefs(content), *_of_deadlines(content), *_of_rules(content))
    return tuple(each for each in found if not _is_of_broken_file(content, each.error))


def _is_of_broken_file(content: Content, error: ConditionError) -> bool:
    if error.code == "unknown_period":
        return content.is_broken(f"rules/periods/{error.detail.replace('_', '-')}.yaml")
    return error.code == "unknown_parameter" and content.is_broken(f"rules/parameters/{error.detail}.yaml")


def _of_forms(content: Content) -> Iterator[Fault]:
    for built in (*content.forms.values(), *(each.built for each in content.group_forms.values())):
        removed = removed_fields(built)
        for each in built.conditions:
            if isinstance(each.result, ConditionError) and removed_field_read(each, removed) is None:
                place = each.origin.file.place_in(each.origin.pointer, each.result.position)
                yield Fault(each.result, place)


def _of_reliefs(content: Content) -> Iterator[Fault]:
    for id, built in content.built_templates.items():
        file = content.folders[id].template
        for part in built.parts:
            if file is not None and isinstance(part.result, ConditionError):
                pointer: Pointer = ("reliefs", part.index, part.key)
                yield Fault(part.result, file.place_in(pointer, part.result.position))


def _of_deadlines(content: Content) -> Iterator[Fault]:
    for id, built in content.built_templates.items():
        file = content.folders[id].template
        for part in built.deadline_parts:
            if file is not None and isinstance(part.result, ConditionError):
                pointer: Pointer = ("deadlines", part.index, part.key)
                yield Fault(part.result, file.place_in(pointer, part.result.position))


def _of_rules(content: Content) -> Iterator[Fault]:
    files = {file.stem: file for file in content.of(Kind.RULE)}
    failed: dict[tuple[str, ...], list[Reach]] = {}
    for reach in reaches(content):
        error = reach.result
        if isinstance(error, ConditionError):
            key = (reach.rule.id, error.part, error.code, str(error.position), error.detail)
            failed.setdefault(key, []).append(reach)
    for same in failed.values():
        error = same[0].result
        if isinstance(error, ConditionError):
            where = "، ".join(each.where for each in same)
            yield Fault(error, _place_in_rule(files[same[0].rule.id], error), f"در {where}")


def _place_in_rule(file: ContentFile, error: ConditionError) -> Place:
    part = error.part or "when"
    if part == "points_at" and isinstance(file.value[part], list):
        for index, target in enumerate(file.value[part]):
            if target == error.detail:
                return file.place(part, index)
    if part == "message":
        return file.place_in((part,), _position_as_written(file.value[part], error.position))
    return file.place_in((part,), error.position)


def _position_as_written(written: str, position: int) -> int:
    """A rule's message is kept with single blanks; the same character in the text as written."""
    kept = " ".join(written.split())
    wanted = len("".join(kept[:position].split()))
    for index, character in enumerate(written):
        if not character.isspace():
            if wanted == 0:
                return index
            wanted -= 1
    return 0
