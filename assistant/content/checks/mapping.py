"""catalogue-map.yaml: where each fact of the catalogue stands in the forms."""

from collections.abc import Iterator

from assistant.checks.facts import FACTS, OF_EVERY_TEMPLATE
from assistant.content.content import Content
from assistant.content.nearness import nearest
from assistant.content.raw_forms import SharedFiles, Unresolvable, resolve_group
from assistant.content.registry import Remark, content_check
from assistant.content.room_map import Kind


@content_check("map_unknown_field", "نقشه پرسشی را نام می‌برد که در فرم‌ها نیست")
def map_unknown_field(content: Content) -> Iterator[Remark]:
    """A field of any template or shared group will do; not told while a form cannot be built."""
    if len(content.forms) < len(content.folders):
        return
    known = {path for built in content.forms.values() for path, _ in built.form.fields()}
    known.update(path for path in _shared_paths(content))
    for file in content.of(Kind.CATALOGUE_MAP):
        for index, entry in enumerate(file.value):
            fields = entry.get("field", [])
            for path in [fields] if isinstance(fields, str) else fields:
                if path not in known and path.split(".")[0] != "reliefs[]":
                    message = f"پرسش «{path}» در هیچ فرمی نیست"
                    yield Remark(file.place(index, "field"), message, nearest(path, known))


def _shared_paths(content: Content) -> Iterator[str]:
    """As they would stand in a form; a list stands for itself and, with ``[]``, for its items."""
    for id in content.shared:
        try:
            step = resolve_group(id, SharedFiles(content.shared))
        except Unresolvable:
            continue
        yield from (path for path, _ in step.walk())


@content_check("map_fact_without_source", "واقعیتی که معلوم نیست از کجا دانسته می‌شود")
def map_fact_without_source(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.CATALOGUE_MAP):
        for index, entry in enumerate(file.value):
            if not {"field", "named_fact", "from"} & entry.keys():
                message = f"برای «{entry['fact']}» یکی از field، named_fact یا from لازم است"
                yield Remark(file.place(index, "fact"), message)


@content_check("map_unknown_fact", "نقشه واقعیت نام‌داری را نام می‌برد که نیست")
def map_unknown_fact(content: Content) -> Iterator[Remark]:
    known = (*FACTS, *OF_EVERY_TEMPLATE)
    for file in content.of(Kind.CATALOGUE_MAP):
        for index, entry in enumerate(file.value):
            name = entry.get("named_fact")
            if name is not None and name not in known:
                message = f"واقعیت نام‌دار «{name}» نیست"
                yield Remark(file.place(index, "named_fact"), message, nearest(name, known))


@content_check("map_fact_duplicate", "یک واقعیت دو بار در نقشه")
def map_fact_duplicate(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.CATALOGUE_MAP):
        seen: set[str] = set()
        for index, entry in enumerate(file.value):
            if entry["fact"] in seen:
                yield Remark(file.place(index, "fact"), f"«{entry['fact']}» دو بار آمده است")
            seen.add(entry["fact"])
