"""A layout compiled once: its tags as Jinja code, every other member of the file as packed bytes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import Template, TemplateError
from lxml import etree

from assistant.documents.document_text import lines, parse
from assistant.documents.layout_language import ENVIRONMENT
from assistant.documents.layout_parts import Source, layout_parts, resolve_listing, with_literal_braces
from assistant.documents.package import Member, read_package, write_package
from assistant.domain.paths import item
from assistant.ports import RenderProblem


@dataclass(frozen=True, slots=True)
class RenderedPart:
    """One part's XML and its text."""

    name: str
    xml: bytes
    text: str


class CompiledPart:
    def __init__(self, source: Source) -> None:
        self.name = source.name
        self._before, self._after = source.before, source.after
        self._template: Template = ENVIRONMENT.from_string(with_literal_braces(source.text))

    def render(self, context: Mapping[str, Any], *, has_breaks: bool) -> RenderedPart:
        try:
            xml = self._template.render(context)
        except TemplateError as error:
            raise RenderProblem(self.name, f"الگوی چاپ: {error}") from error
        if has_breaks:
            xml = resolve_listing(xml)
        content = (self._before + xml + self._after).encode()
        try:
            root = parse(content)
        except etree.XMLSyntaxError as error:
            raise RenderProblem(self.name, f"سند نادرست: {error}") from error
        return RenderedPart(self.name, content, "\n".join(lines(root)))


class CompiledLayout:
    """Immutable after construction; renders from any number of threads."""

    def __init__(self, layout: bytes) -> None:
        parts = layout_parts(layout)
        self.needs_docxtpl = parts.needs_docxtpl
        sources = () if parts.needs_docxtpl else parts.sources
        try:
            self.parts = tuple(CompiledPart(source) for source in sources)
        except TemplateError as error:
            raise RenderProblem("", f"الگوی چاپ: {error}") from error
        self._members = read_package(layout)

    def render(self, context: Mapping[str, Any], *, has_breaks: bool) -> tuple[RenderedPart, ...]:
        return tuple(part.render(context, has_breaks=has_breaks) for part in self.parts)

    def packed(self, parts: tuple[RenderedPart, ...]) -> bytes:
        """The whole file: rendered parts in the place of their sources, all else as it was."""
        new = {part.name: Member.stored(part.name, part.xml) for part in parts}
        return write_package(new.get(member.name, member) for member in self._members)


@lru_cache(maxsize=64)
def compiled(layout: bytes) -> CompiledLayout:
    return CompiledLayout(layout)


def texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """(concrete path, text) of every string in a context."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        prefix = f"{path}." if path else ""
        for name, each in value.items():
            yield from texts(each, prefix + name)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from texts(each, item(path, index))
