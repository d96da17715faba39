"""The renderer behind the port: DOCX from a layout and a view, its text, and its PDF where LibreOffice is found."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant.documents.compiled_layout import compiled, texts
from assistant.documents.completeness import Promises
from assistant.documents.document_text import document_text, whole_text
from assistant.documents.layout_language import ENVIRONMENT
from assistant.documents.layout_parts import layout_parts
from assistant.documents.layout_shape import SHAPES, Shape
from assistant.documents.layout_walk import Walk
from assistant.documents.pdf import PdfMaker
from assistant.documents.plain_rendering import render_plainly
from assistant.domain.characters import find_unprintable
from assistant.ports import RenderProblem
from assistant.services.filing_view import answer_path


class DocxRenderer:
    """Safe to share between threads."""

    def __init__(self, office: Path | None = None) -> None:
        """``office`` is LibreOffice's program; without it, it is looked for."""
        self._pdf = PdfMaker(office)

    @property
    def has_pdf(self) -> bool:
        return self._pdf.is_possible

    def render(self, layout: bytes, context: Mapping[str, Any]) -> bytes:
        answers = tuple(texts(context))
        has_breaks = refuse_unprintable(answers)
        made = compiled(layout)
        if made.needs_docxtpl:
            document = render_plainly(layout, context)
            printed = whole_text(document)
        else:
            parts = made.render(context, has_breaks=has_breaks)
            document = made.packed(parts)
            printed = "\n".join(part.text for part in parts)
        lost = promises(layout, _shape_of(context)).missing(answers, context, printed)
        if lost is not None:
            raise RenderProblem(answer_path(lost) or lost, "این متن در سند ساخته‌شده نیست")
        return document

    def text(self, document: bytes) -> str:
        return document_text(document)

    def pdf(self, document: bytes) -> bytes | None:
        return self._pdf.convert(document)


def refuse_unprintable(answers: tuple[tuple[str, str], ...]) -> bool:
    """Raises RenderProblem at the first character a document cannot carry; says whether any text has line breaks."""
    characters = set().union(*(text for _, text in answers))
    if find_unprintable("".join(characters)):  # a petition has many letters, but few different ones
        path, position, code_point = next(_unprintable(answers))
        message = f"نویسهٔ U+{code_point:04X} در جای {position + 1} چاپ‌شدنی نیست"
        raise RenderProblem(answer_path(path) or path, message)
    return not characters.isdisjoint("\n\t")


def _unprintable(answers: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, int, int]]:
    for path, text in answers:
        for position, code_point in find_unprintable(text):
            yield path, position, code_point


def _shape_of(context: Mapping[str, Any]) -> Shape | None:
    return next((shape for shape in SHAPES.values() if shape.members.keys() == context.keys()), None)


def promises(layout: bytes, shape: Shape | None) -> Promises:
    """What the layout prints of a view of this shape; nothing is promised for a context of another origin."""
    name = next((name for name, each in SHAPES.items() if each is shape), "")
    return _promises(layout, name)


@lru_cache(maxsize=64)
def _promises(layout: bytes, shape_name: str) -> Promises:
    if not shape_name:
        return Promises(())
    walk = Walk(SHAPES[shape_name])
    for source in layout_parts(layout).sources:
        walk.over(ENVIRONMENT.parse(source.text))
    return Promises(walk.printed)
