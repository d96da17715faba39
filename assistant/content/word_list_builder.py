"""The experts' word lists as typed values."""

from collections.abc import Iterator, Mapping
from typing import Any

from assistant.content.content import Content
from assistant.content.room_map import Kind
from assistant.domain.word_list import ListedWord, WordGroup, WordList


def build_word_lists(content: Content) -> Mapping[str, WordList]:
    """By the name of the file."""
    return {file.stem: word_list(file.value) for file in content.of(Kind.WORD_LIST)}


def word_list(spec: Mapping[str, Any]) -> WordList:
    return WordList(spec["id"], spec["title"], tuple(_group(each) for each in spec["groups"]))


def listed_words(group: Mapping[str, Any]) -> Iterator[tuple[tuple[str | int, ...], ListedWord]]:
    """Each word with where in its group it is written."""
    for index, word in enumerate(group.get("words", ())):
        yield ("words", index), ListedWord(word)
    for word, instead in group.get("pairs", {}).items():
        yield ("pairs", word), ListedWord(word, (instead,) if isinstance(instead, str) else tuple(instead))


def _group(spec: Mapping[str, Any]) -> WordGroup:
    return WordGroup(
        title=spec["title"],
        words=tuple(word for _, word in listed_words(spec)),
        stages=frozenset(spec.get("stages", ())),
        unless=frozenset(spec.get("unless", ())),
    )
