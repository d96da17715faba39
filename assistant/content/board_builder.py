"""Board files as typed boards."""

from collections.abc import Mapping
from typing import Any

from assistant.content.citations import source_in_words
from assistant.content.content import Content
from assistant.content.content_file import ContentFile
from assistant.content.room_map import Kind
from assistant.domain.board import Board, BoardSection, BoardTable, PublicLine, Purpose, Sentence, TableOf
from assistant.domain.jalali import to_gregorian

type Spec = Mapping[str, Any]


def build_boards(content: Content) -> Mapping[str, Board]:
    boards = (_board(file, content.law_names) for file in content.of(Kind.BOARD))
    return {each.id: each for each in boards}


def _board(file: ContentFile, laws: Mapping[str, str]) -> Board:
    spec = file.value
    return Board(
        id=file.stem,
        title=spec["title"],
        lines=tuple(_line(each, laws) for each in spec["lines"]),
        sections=tuple(_section(each, laws) for each in spec.get("sections", ())),
        tables=tuple(
            BoardTable(each["id"], TableOf(each["of"]), each["title"], each["without_data"], each["unconfirmed"])
            for each in spec.get("tables", ())
        ),
        checked_on=to_gregorian(spec["checked_on"]),
        verified_until=to_gregorian(spec["verified_until"]),
        note=spec.get("note", ""),
    )


def _line(spec: Spec, laws: Mapping[str, str]) -> PublicLine:
    source = source_in_words(spec["source"], laws)
    return PublicLine(Purpose(spec["purpose"]), spec["number"], spec["name"], spec["text"], source, spec["grade"])


def _section(spec: Spec, laws: Mapping[str, str]) -> BoardSection:
    sentences = (
        Sentence(each["text"], source_in_words(each["source"], laws), each["grade"]) for each in spec["sentences"]
    )
    return BoardSection(spec["id"], spec["title"], tuple(sentences))
