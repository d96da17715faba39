"""Names and places of files."""

from collections import defaultdict
from collections.abc import Iterator

from assistant.content.content import Content
from assistant.content.content_file import ContentFile
from assistant.content.located import Place
from assistant.content.registry import Remark, content_check
from assistant.content.room_map import Kind

_NAMED_BY_FILE = (
    Kind.SHARED,
    Kind.RULE,
    Kind.PARAMETER,
    Kind.BOARD,
    Kind.INDEX,
    Kind.CALCULATOR,
    Kind.WORDING,
    Kind.WORD_LIST,
    Kind.GROUNDS,
)


@content_check("file_name_differs", "نام پرونده با شناسه یکی نیست")
def file_name_differs(content: Content) -> Iterator[Remark]:
    for kind in _NAMED_BY_FILE:
        for file in content.of(kind):
            yield from _named(file, file.stem)
    for file in content.of(Kind.TEMPLATE):
        yield from _named(file, file.folder)


def _named(file: ContentFile, name: str) -> Iterator[Remark]:
    if file.value["id"] != name:
        message = f"شناسهٔ «{file.value['id']}» با نام پرونده یا پوشه («{name}») یکی نیست"
        yield Remark(file.place("id"), message, name)


@content_check("duplicate_id", "شناسهٔ تکراری")
def duplicate_id(content: Content) -> Iterator[Remark]:
    """Rules of different subjects share one set of names; so do steps and groups."""
    for kind in _NAMED_BY_FILE:
        first: dict[str, ContentFile] = {}
        for file in content.of(kind):
            known = first.setdefault(file.stem, file)
            if known is not file:
                yield Remark(file.place("id"), f"شناسهٔ «{file.stem}» پیش‌تر در {known.path} آمده است")


_KEYED = {
    Kind.LAWS: "key",
    Kind.OUTCOMES: "id",
    Kind.READINGS: "id",
    Kind.RULE_FAMILIES: "id",
    Kind.TEXT_REMARKS: "kind",
}


@content_check("duplicate_entry", "کلید تکراری در فهرست قوانین، پیامدها، برداشت‌ها، خانواده‌ها یا یافته‌های متن")
def duplicate_entry(content: Content) -> Iterator[Remark]:
    for kind, key in _KEYED.items():
        for file in content.of(kind):
            lines: dict[str, int] = defaultdict(int)
            for index, entry in enumerate(file.value):
                place = file.place(index, key)
                if entry[key] in lines:
                    yield Remark(place, f"«{entry[key]}» پیش‌تر در خط {lines[entry[key]]} آمده است")
                lines.setdefault(entry[key], place.line)


@content_check("template_file_missing", "پوشهٔ الگو ناقص است")
def template_file_missing(content: Content) -> Iterator[Remark]:
    for id in content.folders:
        for name in ("template.yaml", "form.yaml", "narrative.j2", "request.j2"):
            path = f"templates/{id}/{name}"
            if path not in content.sources.files:
                yield Remark(Place(path, 1), f"پروندهٔ {name} در پوشهٔ الگوی «{id}» نیست")


@content_check("list_file_missing", "فهرست قوانین یا پیامدها در پوشهٔ قاعده‌ها نیست")
def list_file_missing(content: Content) -> Iterator[Remark]:
    for path in ("rules/laws.yaml", "rules/outcomes.yaml"):
        if path not in content.sources.files:
            yield Remark(Place(path, 1), "این پرونده در پوشهٔ قاعده‌ها نیست")
