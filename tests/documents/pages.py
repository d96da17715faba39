"""The print pages without the application, and the text of a page block by block."""

from html.parser import HTMLParser
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from tests import ROOT

PAGES = Environment(
    loader=FileSystemLoader(ROOT / "assistant" / "web" / "pages"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=StrictUndefined,
)
_INLINE = frozenset({"a", "b", "bdi", "span", "strong"})


def page(name: str, **values: Any) -> str:
    return PAGES.get_template(f"print/{name}.html").render(**values)


def squeezed(lines: list[str]) -> list[str]:
    """Lines with blanks as a browser shows them, empty ones left out."""
    return [line for each in lines if (line := " ".join(each.split()))]


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = [""]
        self._skipped = 0
        self._in_paragraph = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._skipped += tag == "footer"
        if tag not in _INLINE:
            self.lines.append("")
            self._in_paragraph = tag == "p"

    def handle_endtag(self, tag: str) -> None:
        self._skipped -= tag == "footer"
        if tag not in _INLINE:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self.lines[-1] += data if self._in_paragraph else data.replace("\n", " ")


def lines_of_page(html: str) -> list[str]:
    """One line for each block of the page's body, in reading order; the footer stands in the margin of the paper.

    Inside a paragraph a newline is a line break (``white-space: pre-line``), elsewhere a blank.
    """
    reader = _Lines()
    reader.feed(html)
    reader.close()
    return squeezed([line for block in reader.lines for line in block.split("\n")])
