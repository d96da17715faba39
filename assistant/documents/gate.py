"""The gate before an expert's DOCX is parsed by anything else: an allow-list of what may be inside.

Nothing is removed silently: whatever is not on the lists is a refusal that names it. Size and shape of the zip are
checked first, then names, links, and last the XML, so that each check may rely on the ones before.
"""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from assistant.documents.document_text import parse
from assistant.documents.gate_lists import (
    CONTENT_TYPES,
    FIELDS,
    FORBIDDEN_ELEMENTS,
    MAIN_CONTENT_TYPE,
    PART_NAMES,
    RELATIONSHIPS,
)
from assistant.documents.layout_problem import LayoutProblem

MAX_PACKED, MAX_UNPACKED, MAX_ENTRIES, MAX_RATIO = 5_000_000, 20_000_000, 200, 120
_RATIO_MATTERS_FROM = 100_000  # bytes; small regular files pack very well
_ENCRYPTED = 0x1
_UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, ValueError, RuntimeError)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NO_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*encoding=["']([A-Za-z0-9._-]+)["']""")


def inspect(document: bytes) -> tuple[LayoutProblem, ...]:
    """Every reason to refuse the file; empty when it may be parsed."""
    if len(document) > MAX_PACKED:
        return (LayoutProblem("too_large", detail=f"{len(document):,} > {MAX_PACKED:,}"),)
    try:
        with zipfile.ZipFile(BytesIO(document)) as archive:
            infos = archive.infolist()
            problems = tuple(_entries(infos)) or tuple(_names(infos))
            if problems:
                return problems
            parts = {info.filename: _content(archive, info) for info in infos}
    except _TooLarge as error:
        return (LayoutProblem("too_large", detail=str(error)),)
    except _UNREADABLE as error:
        return (LayoutProblem("not_a_package", detail=type(error).__name__),)
    return tuple(_contents(parts))


class _TooLarge(Exception):
    """More comes out of the zip than may."""


def _entries(infos: list[zipfile.ZipInfo]) -> Iterator[LayoutProblem]:
    if len(infos) > MAX_ENTRIES:
        yield LayoutProblem("too_large", detail=f"{len(infos)} > {MAX_ENTRIES}")
    if sum(info.file_size for info in infos) > MAX_UNPACKED:
        yield LayoutProblem("too_large", detail=f"> {MAX_UNPACKED:,}")
    for info in infos:
        if info.flag_bits & _ENCRYPTED or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            yield LayoutProblem("forbidden_part", info.filename, info.filename)
        elif info.file_size > _RATIO_MATTERS_FROM and info.file_size > MAX_RATIO * max(info.compress_size, 1):
            yield LayoutProblem("too_large", info.filename, f"{info.file_size:,}")


def _names(infos: list[zipfile.ZipInfo]) -> Iterator[LayoutProblem]:
    seen: set[str] = set()
    for info in infos:
        folded = info.filename.lower()
        if folded in seen or info.orig_filename != info.filename or not PART_NAMES.fullmatch(info.filename):
            yield LayoutProblem("forbidden_part", info.filename, info.filename)
        seen.add(folded)
    for needed in ("[content_types].xml", "_rels/.rels", "word/document.xml"):
        if needed not in seen:
            yield LayoutProblem("not_a_package", detail=needed)


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Never more than the directory announced; the announced sum has been checked."""
    with archive.open(info) as stream:
        content = stream.read(info.file_size + 1)
    if len(content) != info.file_size:
        raise _TooLarge(info.filename)
    return content


def _contents(parts: dict[str, bytes]) -> Iterator[LayoutProblem]:
    for name, content in parts.items():
        if not name.endswith((".xml", ".rels")):
            continue
        unsafe = _unsafe(content)
        if unsafe:
            yield LayoutProblem("unsafe_xml", name, unsafe)
            continue
        try:
            root = parse(content)
        except etree.XMLSyntaxError as error:
            yield LayoutProblem("unsafe_xml", name, error.msg or "")
            continue
        if name == "[Content_Types].xml":
            yield from _content_types(root)
        elif name.endswith(".rels"):
            yield from _relationships(name, root, parts)
        elif name.startswith("word/"):
            yield from _elements(name, root)
            yield from _fields(name, root)


def _unsafe(content: bytes) -> str:
    if _NO_DTD.search(content):
        return "DOCTYPE"
    encoding = _ENCODING.match(content)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in content:
        return "UTF-16"
    return encoding[1].decode() if encoding and encoding[1].lower() not in (b"utf-8", b"us-ascii") else ""


def _content_types(root: "etree._Element") -> Iterator[LayoutProblem]:
    main = []
    for each in root:
        if each.get("ContentType", "") not in CONTENT_TYPES:
            yield LayoutProblem("forbidden_part", "[Content_Types].xml", each.get("ContentType", ""))
        if each.get("PartName", "").lower() == "/word/document.xml":
            main.append(each.get("ContentType"))
    if main != [MAIN_CONTENT_TYPE]:
        yield LayoutProblem("forbidden_part", "[Content_Types].xml", str(main[0] if main else ""))


def _relationships(name: str, root: "etree._Element", parts: dict[str, bytes]) -> Iterator[LayoutProblem]:
    source = posixpath.dirname(posixpath.dirname(name))
    for each in root:
        target, kind = each.get("Target", ""), each.get("Type", "")
        if each.get("TargetMode", "Internal") != "Internal" or ":" in target or target.startswith("//"):
            yield LayoutProblem("outside_link", name, target or kind)
        elif kind.rsplit("/", 1)[-1] not in RELATIONSHIPS:
            yield LayoutProblem("forbidden_part", name, kind.rsplit("/", 1)[-1])
        elif posixpath.normpath(posixpath.join("/", source, target)).lstrip("/") not in parts:
            yield LayoutProblem("outside_link", name, target)


def _elements(name: str, root: "etree._Element") -> Iterator[LayoutProblem]:
    """Objects, links, tracked changes, hidden text."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            if isinstance(element, etree._ProcessingInstruction):
                yield LayoutProblem("forbidden_element", name, "processing instruction")
            continue
        local = etree.QName(element).localname
        is_off = element.get(_W + "val") in ("0", "false", "off")
        if local in FORBIDDEN_ELEMENTS and not (local == "vanish" and is_off):
            yield LayoutProblem("forbidden_element", name, local)
        for attribute in element.attrib:
            if etree.QName(attribute).localname in ("href", "src") or str(attribute).endswith("}link"):
                yield LayoutProblem("outside_link", name, str(element.get(attribute)))


def _fields(name: str, root: "etree._Element") -> Iterator[LayoutProblem]:
    """Field codes, also when split over runs: all pieces between a field's begin and its end are read as one."""
    open_codes: list[str] = []
    for element in root.iter(_W + "fldChar", _W + "instrText", _W + "fldSimple", _W + "delInstrText"):
        kind = element.get(_W + "fldCharType")
        if element.tag == _W + "fldSimple":
            yield from _field(name, element.get(_W + "instr", ""))
        elif kind == "begin":
            open_codes.append("")
        elif kind == "end":
            if open_codes:
                yield from _field(name, open_codes.pop())
        elif kind is None:
            if not open_codes:
                open_codes.append("")
            open_codes[-1] += element.text or ""
    for code in open_codes:
        yield from _field(name, code)


def _field(name: str, code: str) -> Iterator[LayoutProblem]:
    words = code.split()
    if not words or words[0].upper() not in FIELDS:
        yield LayoutProblem("forbidden_field", name, " ".join(words)[:40])
