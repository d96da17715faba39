"""The shipped layouts, and changed copies of them."""

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

from tests import ROOT
from tests.documents import outage_views, views

LAYOUTS = {path.name: path.read_bytes() for path in sorted((ROOT / "templates/_shared/docx").glob("*.docx"))}
VIEWS = {
    "sheet.docx": "sheet",
    "outage-letter.docx": "outage_letter",
    "outage-slip.docx": "outage_slip",
}  # else: filing
FIRST_INSTANCE = LAYOUTS["first_instance.docx"]
DOCUMENT = "word/document.xml"

# Every layout with views that use every box, some boxes and none.
CASES: Mapping[str, tuple[str, Any]] = {
    "a usual petition": ("first_instance.docx", views.typical()),
    "a draft of it": ("first_instance.docx", views.typical(is_draft=True)),
    "a draft just begun": ("first_instance.docx", views.empty()),
    "a long petition": ("first_instance.docx", views.long()),
    "a long appeal": ("appeal.docx", views.long()),
    "an appeal just begun": ("appeal.docx", views.empty()),
    "a sheet": ("sheet.docx", views.sheet()),
    "a sheet without notices": ("sheet.docx", views.sheet(0)),
    "a letter about an outage": ("outage-letter.docx", outage_views.letter()),
    "a letter nobody signed": ("outage-letter.docx", outage_views.bare_letter()),
    "a long letter declared void": ("outage-letter.docx", outage_views.long_letter()),
    "a slip": ("outage-slip.docx", outage_views.slip()),
    "a slip without a period": ("outage-slip.docx", outage_views.bare_slip()),
}


def parts(document: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(document)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def packed(contents: Mapping[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return file.getvalue()


def changed(layout: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """A copy of the layout with one part rewritten (made, when it is not there)."""
    contents = parts(layout)
    contents[name] = change(contents.get(name, b"").decode()).encode()
    return packed(contents)


def replaced(layout: bytes, old: str, new: str, name: str = DOCUMENT) -> bytes:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return changed(layout, name, change)


def with_paragraph(layout: bytes, text: str) -> bytes:
    """One more paragraph at the beginning of the body."""
    paragraph = f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    return replaced(layout, "<w:body>", f"<w:body>{paragraph}")
