"""The word lists of the narrative checker: nothing empty, nothing twice, nothing replaced by itself."""

from collections.abc import Iterator

from assistant.content.content import Content
from assistant.content.registry import Remark, content_check
from assistant.content.room_map import Kind
from assistant.content.word_list_builder import listed_words


@content_check("word_list_empty_group", "گروهی از فهرست واژه‌ها هیچ واژه‌ای ندارد")
def word_list_empty_group(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.WORD_LIST):
        for index, group in enumerate(file.value["groups"]):
            if not any(True for _ in listed_words(group)):
                yield Remark(file.place("groups", index), f"گروه «{group['title']}» نه words دارد و نه pairs")


@content_check("word_list_word_twice", "واژه دو بار در یک فهرست آمده است")
def word_list_word_twice(content: Content) -> Iterator[Remark]:
    """Once for each stage: a party word has another replacement in another stage."""
    for file in content.of(Kind.WORD_LIST):
        first: dict[tuple[str, str], int] = {}
        for index, group in enumerate(file.value["groups"]):
            stages = group.get("stages") or [""]
            for pointer, listed in listed_words(group):
                place = file.place("groups", index, *pointer)
                known = next((first[word] for word in ((listed.word, stage) for stage in stages) if word in first), 0)
                if known:
                    yield Remark(place, f"«{listed.word}» پیش‌تر در خط {known} آمده است")
                for stage in stages:
                    first.setdefault((listed.word, stage), place.line)


@content_check("word_list_same_word", "واژه با خودش جایگزین شده است")
def word_list_same_word(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.WORD_LIST):
        for index, group in enumerate(file.value["groups"]):
            for pointer, listed in listed_words(group):
                if listed.word in listed.instead:
                    yield Remark(file.place("groups", index, *pointer), f"«{listed.word}» به جای خودش آمده است")
