"""The parts of a layout that hold tags, as the Jinja sources docxtpl makes of them.

``patch_xml`` and ``resolve_listing`` are docxtpl's own; the version is pinned and a test holds both ways against each
other.
"""

import re
from dataclasses import dataclass
from io import BytesIO

from docx.oxml import parse_xml
from docxtpl import DocxTemplate
from lxml import etree

DOCUMENT = "word/document.xml"
DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_TAGS = ("{{", "{%", "{#")
# What docxtpl mends after rendering, by parsing the whole body once more, or renders in further parts.
_NEEDS_DOCXTPL = re.compile(r"\{%\s*(?:tc|colspan|hm|cellbg)\b|\{\{\s*tc\b|<wp:docPr\b|<w:background\b")
_LITERAL_BRACES = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))  # as docxtpl lets one write them


@dataclass(frozen=True, slots=True)
class Source:
    """``text`` is the Jinja source; ``before`` and ``after`` are put around what it yields."""

    name: str
    text: str
    before: str = DECLARATION
    after: str = ""


@dataclass(frozen=True, slots=True)
class LayoutParts:
    sources: tuple[Source, ...]
    needs_docxtpl: bool  # holds constructs the compiled renderer leaves to plain docxtpl


def layout_parts(layout: bytes) -> LayoutParts:
    template = DocxTemplate(BytesIO(layout))
    template.init_docx()
    sources = [_document(template)]
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        for _, part in template.get_headers_footers(uri):
            xml = template.xml_to_string(parse_xml(part.blob))
            if _has_tags(xml):
                sources.append(Source(str(part.partname).lstrip("/"), template.patch_xml(xml)))
    needs_docxtpl = bool(_NEEDS_DOCXTPL.search(template.get_xml())) or _has_tags_elsewhere(template)
    return LayoutParts(tuple(sources), needs_docxtpl)


def resolve_listing(xml: str) -> str:
    """Line breaks and tabs inside answers become elements."""
    resolved: str = DocxTemplate.resolve_listing(None, xml)
    return resolved


def with_literal_braces(source: str) -> str:
    """``{_{`` in a layout prints ``{{``. Done before rendering, so that it never touches an answer."""
    for written, meant in _LITERAL_BRACES:
        source = source.replace(written, f"{{{{ {meant!r} }}}}")
    return source


def _document(template: DocxTemplate) -> Source:
    """The body is patched as docxtpl does it; the root element around it stays as it is."""
    root = template.get_docx()._element
    shell = etree.fromstring(etree.tostring(root))
    for each in list(shell):
        shell.remove(each)
    opening = etree.tostring(shell, encoding="unicode").removesuffix("/>") + ">"
    body = re.sub(r"^<w:body[^>]*>", "<w:body>", template.patch_xml(template.get_xml()), count=1)
    closing = f"</{root.prefix}:{etree.QName(root).localname}>"
    return Source(DOCUMENT, body, DECLARATION + opening, closing)


def _has_tags(xml: str) -> bool:
    return any(tag in xml for tag in _TAGS)


def _has_tags_elsewhere(template: DocxTemplate) -> bool:
    """In the document's properties or its footnotes."""
    properties = template.get_docx().core_properties
    texts = [properties.author, properties.comments, properties.identifier, properties.language]
    texts += [properties.subject, properties.title]
    parts = template.get_docx().part.package.iter_parts()
    texts += [part.blob.decode("utf-8", "replace") for part in parts if "footnotes" in str(part.partname)]
    return any(_has_tags(text) for text in texts)
