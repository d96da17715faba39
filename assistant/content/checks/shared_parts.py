"""Shared steps and groups, and how forms use and narrow them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from assistant.content.content import Content
from assistant.content.content_file import Origin
from assistant.content.located import Place
from assistant.content.nearness import nearest
from assistant.content.raw_forms import (
    CONTAINERS,
    RawField,
    SharedFiles,
    Unresolvable,
    resolve_fields,
    shared_id,
    walk,
)
from assistant.content.registry import Remark, content_check, once_a_place
from assistant.content.removed_fields import removed_field_read, removed_fields
from assistant.content.report import Severity
from assistant.content.room_map import Kind


@dataclass(frozen=True, slots=True)
class _Use:
    """One place where a shared file is named."""

    id: str
    wanted: str  # step | group
    place: Place
    origin: Origin


def _uses(content: Content) -> Iterator[_Use]:
    for form in content.of(Kind.FORM):
        for index, step in enumerate(form.value["steps"]):
            if "use" in step:
                origin = Origin(form, ("steps", index))
                yield _Use(step["use"], "step", origin.place("use"), origin)
    for field in content.field_specs():
        spec = field.value
        id = shared_id(spec) if spec["type"] in CONTAINERS else None
        if id is not None:
            yield _Use(id, "group", field.place("item" if spec["type"] == "list" else "group"), field)


_KINDS = {"step": "گام", "group": "گروه"}


@content_check("unknown_shared", "گام یا گروه مشترک شناخته نیست")
def unknown_shared(content: Content) -> Iterator[Remark]:
    for use in _uses(content):
        if use.id not in content.shared and not content.is_broken(f"templates/_shared/{use.id}.yaml"):
            known = [id for id, file in content.shared.items() if file.value["kind"] == use.wanted]
            message = f"{_KINDS[use.wanted]} مشترک «{use.id}» در templates/_shared نیست"
            yield Remark(use.place, message, nearest(use.id, known))


@content_check("shared_wrong_kind", "گام به جای گروه، یا گروه به جای گام")
def shared_wrong_kind(content: Content) -> Iterator[Remark]:
    for use in _uses(content):
        file = content.shared.get(use.id)
        if file is not None and file.value["kind"] != use.wanted:
            kinds = f"{_KINDS[file.value['kind']]} است نه {_KINDS[use.wanted]}"
            yield Remark(use.place, f"«{use.id}» {kinds}")


@content_check("shared_cycle", "گروه مشترک خود را در بر دارد")
def shared_cycle(content: Content) -> Iterator[Remark]:
    """Told once for each cycle, at the member that comes first by name."""
    inside: dict[str, set[str]] = {}
    for use in _uses(content):
        if use.origin.file.kind is Kind.SHARED:
            inside.setdefault(use.origin.file.stem, set()).add(use.id)
    for use in _uses(content):
        owner = use.origin.file
        around = {id for id in _reached(use.id, inside) if owner.stem in _reached(id, inside)}
        if owner.kind is Kind.SHARED and owner.stem == min(around, default=""):
            yield Remark(use.place, f"گروه «{owner.stem}» از راه «{use.id}» خود را در بر دارد")


def _reached(start: str, inside: Mapping[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        id = waiting.pop()
        if id not in reached:
            reached.add(id)
            waiting += inside.get(id, ())
    return reached


@content_check("shared_unused", "بخش مشترکی که هیچ فرم و قاعده‌ای به کار نمی‌برد", Severity.WARNING)
def shared_unused(content: Content) -> Iterator[Remark]:
    """A group that only rules name is there for templates to come."""
    if content.broken or len(content.raw_forms) < len(content.folders):
        return
    used = {use.id for use in _uses(content)} | {id for rule in content.rules.values() for id in rule.applies_to.groups}
    for id, file in content.shared.items():
        if id not in used:
            yield Remark(file.place("id"), f"«{id}» در هیچ فرمی به کار نرفته و قاعده‌ای آن را نام نبرده است")


@dataclass(frozen=True, slots=True)
class _Narrowing:
    """One path of one ``narrow`` block with the fields it may speak of."""

    path: str
    changes: Mapping[str, Any]
    origin: Origin
    fields: Mapping[str, RawField]  # by folded path, before narrowing

    @property
    def field(self) -> RawField | None:
        return self.fields.get(self.path.removesuffix("[]"))


def _narrowings(content: Content) -> Iterator[_Narrowing]:
    for use in _uses(content):
        narrow = use.origin.value.get("narrow", {})
        file = content.shared.get(use.id)
        if not narrow or file is None:
            continue
        try:
            fields = dict(walk(resolve_fields(Origin(file, ()), SharedFiles(content.shared))))
        except Unresolvable:
            continue
        for path, changes in narrow.items():
            yield _Narrowing(path, changes, use.origin.at("narrow", path), fields)


@content_check("narrow_unknown_path", "تنگ‌کردن پرسشی که در بخش مشترک نیست")
def narrow_unknown_path(content: Content) -> Iterator[Remark]:
    for each in _narrowings(content):
        if each.field is None:
            message = f"پرسش «{each.path}» در بخش مشترک نیست"
            yield Remark(each.origin.place(), message, nearest(each.path, each.fields))


@content_check("narrow_adds_option", "تنگ‌کردن گزینه‌ای می‌افزاید")
def narrow_adds_option(content: Content) -> Iterator[Remark]:
    for each in _narrowings(content):
        if each.field is None or "options" not in each.changes:
            continue
        known = [option["value"] for option in each.field.spec.get("options", ())]
        for index, value in enumerate(each.changes["options"]):
            if value not in known:
                message = f"گزینهٔ «{value}» در بخش مشترک نیست؛ تنگ‌کردن گزینه نمی‌افزاید"
                yield Remark(each.origin.place("options", index), message, nearest(value, known))


@content_check("narrow_removes_required", "تنگ‌کردن پرسش لازم را برمی‌دارد")
def narrow_removes_required(content: Content) -> Iterator[Remark]:
    for each in _narrowings(content):
        if each.field is not None and each.changes.get("remove") and each.field.spec.get("required") == "always":
            message = f"«{each.path}» در بخش مشترک لازم است و برداشتنی نیست"
            yield Remark(each.origin.place("remove"), message)


@content_check("narrow_widens", "تنگ‌کردن بخش مشترک را گسترده‌تر می‌کند")
def narrow_widens(content: Content) -> Iterator[Remark]:
    for each in _narrowings(content):
        if each.field is None:
            continue
        spec, changes = each.field.spec, each.changes
        if changes.get("required") == "optional" and spec.get("required") == "always":
            yield Remark(each.origin.place("required"), f"«{each.path}» در بخش مشترک همیشه لازم است")
        if changes.get("min", spec.get("min", 0)) < spec.get("min", 0):
            yield Remark(each.origin.place("min"), f"کمینه از بخش مشترک ({spec['min']}) کمتر است")
        if changes.get("max", 0) > spec.get("max", 200):
            yield Remark(each.origin.place("max"), f"بیشینه از بخش مشترک ({spec.get('max', 200)}) بیشتر است")


@content_check("narrow_removes_read_field", "تنگ‌کردن پرسشی را برمی‌دارد که شرطی آن را می‌خواند")
@once_a_place
def narrow_removes_read_field(content: Content) -> Iterator[Remark]:
    for built in content.forms.values():
        removed = removed_fields(built)
        for condition in built.conditions:
            path = removed_field_read(condition, removed)
            if path is not None:
                yield Remark(removed[path].place("remove"), f"«{path}» را شرطِ «{condition.path}» می‌خواند")
