"""A form as written, with its shared steps and groups put in their places and narrowed; nothing typed yet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from assistant.content.content_file import ContentFile, Origin

CONTAINERS = ("list", "group")


class Unresolvable(Exception):
    """A shared step or group is missing, broken, or contains itself; the checks say which."""


@dataclass(frozen=True, slots=True)
class RawField:
    spec: Mapping[str, Any]
    origin: Origin
    children: tuple["RawField", ...] = ()
    shared: tuple[str, ...] = ()  # ids of shared files this field and its children came from
    required_at: Origin | None = None  # where a narrowing wrote ``required``
    all_options: tuple[Mapping[str, Any], ...] = ()  # before narrowing

    @property
    def key(self) -> str:
        return str(self.spec["key"])


@dataclass(frozen=True, slots=True)
class RawStep:
    id: str
    spec: Mapping[str, Any]
    origin: Origin
    fields: tuple[RawField, ...]
    condition_at: Origin  # where ``shown_when`` is written
    shared: str = ""  # id of the shared step

    def walk(self) -> Iterator[tuple[str, RawField]]:
        """Every field of the step with its folded path."""
        return walk(self.fields)


@dataclass(frozen=True)
class SharedFiles:
    """The shared steps and groups by id."""

    files: Mapping[str, ContentFile] = field(default_factory=dict)

    def get(self, id: str, kind: str) -> ContentFile:
        found = self.files.get(id)
        if found is None or found.value["kind"] != kind:
            raise Unresolvable(id)
        return found


def resolve_form(form: ContentFile, shared: SharedFiles) -> tuple[RawStep, ...]:
    """Raises Unresolvable."""
    steps = form.value["steps"]
    return tuple(_step(spec, Origin(form, ("steps", index)), shared) for index, spec in enumerate(steps))


def _step(spec: Mapping[str, Any], origin: Origin, shared: SharedFiles) -> RawStep:
    if "use" not in spec:
        fields = resolve_fields(origin, shared)
        return RawStep(str(spec["id"]), spec, origin, fields, origin)
    file = shared.get(spec["use"], "step")
    fields = narrowed(resolve_fields(Origin(file, ()), shared), spec.get("narrow", {}), origin.at("narrow"))
    own = {key: spec[key] for key in ("title", "help", "shown_when") if key in spec}
    condition_at = origin if "shown_when" in spec else Origin(file, ())
    return RawStep(file.stem, {**file.value, **own}, origin, fields, condition_at, file.stem)


def resolve_group(id: str, shared: SharedFiles) -> RawStep:
    """One shared step, or a step that holds one shared group under the key it ``stands_as``. Raises Unresolvable."""
    file = shared.files.get(id)
    if file is None:
        raise Unresolvable(id)
    origin = Origin(file, ())
    fields = resolve_fields(origin, shared, (id,))
    if file.value["kind"] == "step":
        return RawStep(id, file.value, origin, fields, origin, id)
    written = file.value.get("stands_as")
    if written is None:
        raise Unresolvable(id)
    inner = tuple(each for child in fields for each in child.shared)
    holder = RawField(_holder(written, file), origin, fields, (id, *inner))
    return RawStep(id, {"title": file.value["title"]}, origin, (holder,), origin)


def _holder(stands_as: str, file: ContentFile) -> Mapping[str, Any]:
    spec = {"key": stands_as.removesuffix("[]"), "label": file.value["title"]}
    if not stands_as.endswith("[]"):
        return {**spec, "type": "group", "group": file.stem}
    return {**spec, "type": "list", "item": file.stem, "item_label": file.value["title"], "required": "optional"}


def resolve_fields(owner: Origin, shared: SharedFiles, around: tuple[str, ...] = ()) -> tuple[RawField, ...]:
    """The fields written under ``owner``, their groups put in place. ``around`` are the shared ids being resolved."""
    specs = owner.value["fields"]
    return tuple(_field(spec, owner.at("fields", index), shared, around) for index, spec in enumerate(specs))


def _field(spec: Mapping[str, Any], origin: Origin, shared: SharedFiles, around: tuple[str, ...]) -> RawField:
    if spec["type"] not in CONTAINERS:
        return RawField(spec, origin, all_options=tuple(spec.get("options", ())))
    id = shared_id(spec)
    if ("fields" in spec) == (id is not None):
        raise Unresolvable(origin.file.path)
    if id is None:
        children, ids = resolve_fields(origin, shared, around), tuple[str, ...]()
    else:
        if id in around:
            raise Unresolvable(id)
        file = shared.get(id, "group")
        children, ids = resolve_fields(Origin(file, ()), shared, (*around, id)), (id,)
    children = narrowed(children, spec.get("narrow", {}), origin.at("narrow"))
    inner = tuple(each for child in children for each in child.shared)
    return RawField(spec, origin, children, (*ids, *inner))


def shared_id(spec: Mapping[str, Any]) -> str | None:
    """The shared group a list's items or a group's fields come from."""
    return spec.get("item") if spec["type"] == "list" else spec.get("group")


def narrowed(fields: tuple[RawField, ...], narrow: Mapping[str, Any], at: Origin) -> tuple[RawField, ...]:
    """``fields`` with every narrowing whose path exists applied."""
    for path, changes in narrow.items():
        fields = _narrow_at(fields, path.replace("[]", "").split("."), changes, at.at(path))
    return fields


def _narrow_at(
    fields: tuple[RawField, ...], keys: list[str], changes: Mapping[str, Any], at: Origin
) -> tuple[RawField, ...]:
    result = []
    for each in fields:
        if each.key != keys[0]:
            result.append(each)
        elif len(keys) > 1:
            result.append(replace(each, children=_narrow_at(each.children, keys[1:], changes, at)))
        elif not changes.get("remove"):
            result.append(_changed(each, changes, at))
    return tuple(result)


def _changed(each: RawField, changes: Mapping[str, Any], at: Origin) -> RawField:
    spec = {**each.spec, **changes}
    if "options" in changes:
        spec["options"] = [option for option in each.spec.get("options", ()) if option["value"] in changes["options"]]
    return replace(each, spec=spec, required_at=at if "required" in changes else each.required_at)


def walk(fields: tuple[RawField, ...], prefix: str = "") -> Iterator[tuple[str, RawField]]:
    """Every field with its folded path, in order; a list stands for itself and, with ``[]``, for its items' parent."""
    for each in fields:
        path = f"{prefix}.{each.key}" if prefix else each.key
        yield path, each
        yield from walk(each.children, path + "[]" if each.spec["type"] == "list" else path)
