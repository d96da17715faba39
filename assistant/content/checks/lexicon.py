"""The lexicon and the confused words: counted lists that can be read, with their origin; no word kept twice."""

from collections.abc import Iterator
from itertools import islice
from pathlib import PurePosixPath

from assistant.content.content import Content
from assistant.content.located import Place
from assistant.content.registry import Remark, content_check
from assistant.content.room_map import Kind, kind_of

_SHOWN = 5  # bad lines of one list: a broken export has thousands of them


@content_check("word_count_line", "سطر نادرست در فهرست شمارش واژه‌ها")
def word_count_line(content: Content) -> Iterator[Remark]:
    for path in _counted(content):
        yield from islice(_bad_lines(path, content.text(path)), _SHOWN)


@content_check("word_source_missing", "خاستگاه و پروانهٔ فهرست واژه‌ها نوشته نشده است")
def word_source_missing(content: Content) -> Iterator[Remark]:
    told = {entry["file"] for file in content.of(Kind.WORD_SOURCES) for entry in file.value["lists"]}
    for path in _counted(content):
        name = PurePosixPath(path).name
        if name not in told and not content.is_broken("rules/lexicon/sources.yaml"):
            yield Remark(Place(path, 1), f"«{name}» در rules/lexicon/sources.yaml نیامده است")


@content_check("term_repeated", "اصطلاح یا نام تکراری در واژگان")
def term_repeated(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.LEGAL_TERMS):
        seen: set[str] = set()
        for index, group in enumerate(file.value["groups"]):
            for place, term in enumerate(group["terms"]):
                if term in seen:
                    yield Remark(file.place("groups", index, "terms", place), f"«{term}» پیش‌تر آمده است")
                seen.add(term)
    for file in content.of(Kind.NAMES):
        for key in ("first_names", "surnames", "places"):
            first: set[str] = set()
            for place, name in enumerate(file.value[key]):
                if name in first:
                    yield Remark(file.place(key, place), f"«{name}» پیش‌تر آمده است")
                first.add(name)


@content_check("term_variant_without_form", "گونهٔ نوشتاری برای اصطلاحی که در گروه نیست")
def term_variant_without_form(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.LEGAL_TERMS):
        for index, group in enumerate(file.value["groups"]):
            for form in group.get("variants", {}):
                if form not in group["terms"]:
                    yield Remark(file.place("groups", index, "variants", form), f"«{form}» در همین گروه نیست")


@content_check("confusion_same_word", "واژهٔ نادرست و درست یکی است")
def confusion_same_word(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.CONFUSIONS):
        for index, pair in enumerate(file.value["pairs"]):
            if pair["wrong"] == pair["right"]:
                yield Remark(file.place("pairs", index, "right"), f"«{pair['right']}» به جای خودش پیشنهاد شده است")


def _counted(content: Content) -> Iterator[str]:
    return (path for path in content.sources.files if kind_of(path) is Kind.WORD_COUNTS)


def _bad_lines(path: str, text: str) -> Iterator[Remark]:
    """A heading line, then words and numbers with tabs between, as many as the heading names."""
    heading, *lines = text.split("\n")
    columns = heading.split("\t")
    words = columns.index("count") if "count" in columns else 0
    if not words:
        yield Remark(Place(path, 1), "سطر نخست نام ستون‌هاست و ستون count را دارد")
        return
    for number, line in enumerate(lines, 2):
        parts = line.split("\t")
        fits = len(parts) == len(columns) and all(parts) and all(each.isdecimal() for each in parts[words:])
        if line and not fits:
            yield Remark(Place(path, number), f"این سطر {len(columns)} ستون از واژه و عدد ندارد")
