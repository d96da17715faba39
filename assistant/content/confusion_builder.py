"""Pairs of confused words from the files of the confusions room."""

from collections.abc import Iterator

from assistant.content.content import Content
from assistant.content.content_file import ContentFile
from assistant.content.room_map import Kind
from assistant.domain.confusion import Confusion

_LISTS = ("near", "before", "after", "unless", "match", "no_match")


def build_confusions(content: Content) -> tuple[Confusion, ...]:
    return tuple(pair for file in content.of(Kind.CONFUSIONS) for pair in _pairs(file))


def _pairs(file: ContentFile) -> Iterator[Confusion]:
    for number, spec in enumerate(file.value["pairs"], 1):
        yield Confusion(
            wrong=spec["wrong"],
            right=spec["right"],
            note=spec["note"],
            within=spec.get("within", 4),
            inflected=spec.get("inflected", True),
            place=f"{file.path}#{number}",
            **{name: tuple(spec.get(name, ())) for name in _LISTS},
        )
