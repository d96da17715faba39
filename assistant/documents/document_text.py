"""The text of a DOCX in reading order: one line a paragraph, table cells row by row."""

import re
from collections.abc import Iterator

from lxml import etree

from assistant.documents.package import read_package

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TEXT, _BREAK, _TAB = _W + "p", _W + "t", _W + "br", _W + "tab"
_RUN = _W + "r"


def parse(xml: bytes) -> "etree._Element":
    """Strict: no recovery, no entities, no network. Raises etree.XMLSyntaxError."""
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def lines(root: "etree._Element") -> Iterator[str]:
    """The text of each paragraph, empty ones too; a line break inside a paragraph is a newline."""
    for paragraph in root.iter(_PARAGRAPH):
        yield "".join(_pieces(paragraph))


def _pieces(paragraph: "etree._Element") -> Iterator[str]:
    for run in paragraph.iter(_RUN):
        for each in run:
            if each.tag == _TEXT:
                yield each.text or ""
            elif each.tag == _BREAK:
                yield "\n"
            elif each.tag == _TAB:
                yield "\t"


def document_text(document: bytes) -> str:
    """The body's text without empty paragraphs."""
    body = next(member for member in read_package(document) if member.name == "word/document.xml")
    return "\n".join(line for line in lines(parse(body.content)) if line.strip())


def whole_text(document: bytes) -> str:
    """The text of the body and of all headers and footers."""
    printed = (member for member in read_package(document) if _PRINTED.fullmatch(member.name))
    return "\n".join(line for member in printed for line in lines(parse(member.content)))


_PRINTED = re.compile(r"word/(?:document|header[0-9]*|footer[0-9]*)\.xml")
