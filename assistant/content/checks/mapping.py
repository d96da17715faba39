"""catalogue-map.yaml: where each fact of the catalogue stands in the forms."""

from collections.abc import Iterator

from assistant.checks.facts import FACTS
from assistant.content.content import Content
from assistant.content.nearness import nearest
from assistant.content.registry import Remark, content_check
from assistant.content.room_map import Kind


@content_check("map_unknown_field", "نقشه پرسشی را نام می‌برد که در فرم‌ها نیست")
def map_unknown_field(content: Content) -> Iterator[Remark]:
    """A field of any template will do; not told while a form cannot be built."""
    if len(content.forms) < len(content.folders):
        return
    known = {path for built in content.forms.values() for path, _ in built.form.fields()}
    for file in content.of(Kind.CATALOGUE_MAP):
        for index, entry in enumerate(file.value):
            fields = entry.get("field", [])
            for path in [fields] if isinstance(fields, str) else fields:
                if path not in known and path.split(".")[0] != "reliefs[]":
                    message = f"پرسش «{path}» در هیچ فرمی نیست"
                    yield Remark(file.place(index, "field"), message, nearest(path, known))


@content_check("map_unknown_fact", "نقشه واقعیت نام‌داری را نام می‌برد که نیست")
def map_unknown_fact(content: Content) -> Iterator[Remark]:
    known = (*FACTS, "reliefs")
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
