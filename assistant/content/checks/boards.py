"""Boards hang where everybody reads them: both telephone lines stand on each, and nothing that the wording refuses."""

from collections.abc import Iterator

from assistant.checks.wording import NOTICE
from assistant.content.content import Content
from assistant.content.content_file import ContentFile
from assistant.content.located import Pointer
from assistant.content.nearness import nearest
from assistant.content.registry import Remark, content_check
from assistant.content.room_map import Kind
from assistant.content.wording_builder import build_wording
from assistant.domain.board import Purpose

REQUIRED_LINES = {Purpose.GUIDANCE: "129", Purpose.REPORTING: "127"}


@content_check("board_line_missing", "تابلویی که خط گزارش تخلف یا راهنمایی رایگان را ندارد")
def board_line_missing(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.BOARD):
        found = {each["purpose"]: each["number"] for each in file.value["lines"]}
        for purpose, number in REQUIRED_LINES.items():
            if found.get(purpose) != number:
                yield Remark(file.place("lines"), f"خط {number} ({purpose.value}) روی این تابلو نیامده است")


@content_check("board_empty", "تابلوی بی‌نوشته")
def board_empty(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.BOARD):
        if not file.value.get("sections") and not file.value.get("tables"):
            yield Remark(file.place("id"), "تابلو نه sections دارد و نه tables")


@content_check("board_refused", "نوشتهٔ تابلو عبارت ناپذیرفته دارد")
def board_refused(content: Content) -> Iterator[Remark]:
    """What is only doubtful in a message is refused on a wall."""
    wording = content.once(build_wording)
    for file in content.of(Kind.BOARD):
        for pointer in _texts(file):
            for problem in wording.problems(file.located.at(pointer), NOTICE):
                yield Remark(file.place(*pointer), f"«{problem.found}»: {problem.reason} ({problem.id})")


@content_check("board_unknown_law", "منبع نوشتهٔ تابلو در فهرست قوانین نیست")
def board_unknown_law(content: Content) -> Iterator[Remark]:
    if not content.of(Kind.LAWS):
        return
    for file in content.of(Kind.BOARD):
        for pointer in _rows(file):
            source = file.located.at((*pointer, "source"))
            law = source.get("law") if isinstance(source, dict) else None
            if law is not None and law not in content.law_names:
                place = file.place(*pointer, "source", "law")
                yield Remark(place, f"قانون «{law}» در rules/laws.yaml نیست", nearest(law, content.law_names))


def _rows(file: ContentFile) -> Iterator[Pointer]:
    for index, _ in enumerate(file.value["lines"]):
        yield ("lines", index)
    for number, section in enumerate(file.value.get("sections", ())):
        for index, _ in enumerate(section["sentences"]):
            yield ("sections", number, "sentences", index)


def _texts(file: ContentFile) -> Iterator[Pointer]:
    yield ("title",)
    for row in _rows(file):
        yield (*row, "text")
    for index, _ in enumerate(file.value["lines"]):
        yield ("lines", index, "name")
    for index, _ in enumerate(file.value.get("sections", ())):
        yield ("sections", index, "title")
    for index, _ in enumerate(file.value.get("tables", ())):
        for key in ("title", "without_data", "unconfirmed"):
            yield ("tables", index, key)
