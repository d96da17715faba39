"""Pages, styles and scripts hold nothing that the security policy, a shared PC or another script would break."""

import re

import pytest

from tests import ROOT

PAGES = sorted((ROOT / "assistant/web/pages").rglob("*.html"))
STYLES = sorted((ROOT / "static/css").glob("*.css"))
SCRIPTS = sorted((ROOT / "static/js").glob("*.js"))
DRAWINGS = sorted((ROOT / "static/icons").glob("*.svg"))

IN_PAGES = {
    "hx-on runs text as a program": r"\bhx-on\b",
    "a js: value runs text as a program": r"""=\s*["']\s*(?:js|javascript):""",
    "a trigger filter runs text as a program": r"""hx-trigger\s*=\s*["'][^"']*\[""",
    "an inline handler": r"<[^>]*\son[a-z]+\s*=",
    "an inline script": r"<script(?![^>]*\bsrc=)[^>]*>",
    "a style block": r"<style\b",
    "an inline style": r"<[^>]*\sstyle\s*=",
    "an outside address": r"(?:https?:)?//[a-z0-9-]+\.[a-z]",
    "unescaped output": r"\|\s*safe\b|autoescape\s+false",
    "a data address": r"""=\s*["']data:""",
    "a new window": r"(?<![\w-])target\s*=",
    "headers sent by htmx": r"\bhx-headers\b|\bhx-config\b(?!=)",
}
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right|top|bottom)(?:-\w+)*"
    r"|left|right|top|bottom|width|height|(?:min|max)-(?:width|height))\s*:(?!\s*\d+(?:\.\d+)?px\))"
)
PHYSICAL_VALUES = re.compile(r"(?:text-align|float|clear|caption-side|resize)\s*:\s*(?:left|right)\b")


COLOURED = ("tokens.css", "tokens-dark.css", "print.css")  # paper is white in every theme


def without_comments(text, pattern):
    return re.sub(pattern, "", text, flags=re.S)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT / "assistant/web/pages")))
def test_a_page_holds_nothing_forbidden(page):
    text = without_comments(page.read_text(encoding="utf-8"), r"\{#.*?#\}")
    found = [what for what, pattern in IN_PAGES.items() if re.search(pattern, text, re.I)]
    assert found == []


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT / "assistant/web/pages")))
def test_every_form_that_writes_carries_the_token(page):
    text = page.read_text(encoding="utf-8")
    for form in re.findall(r'<form\b[^>]*method="post".*?</form>', text, re.S):
        assert "csrf_field()" in form


@pytest.mark.parametrize("style", STYLES, ids=lambda path: path.name)
def test_a_style_sheet_knows_no_left_or_right_and_asks_nobody(style):
    text = without_comments(style.read_text(encoding="utf-8"), r"/\*.*?\*/")
    outside_queries = re.sub(r"@(?:media|page|container)[^{]*\{", "{", text)
    assert PHYSICAL.findall(outside_queries) == []
    assert PHYSICAL_VALUES.findall(text) == []
    assert re.findall(r"https?:|@import|!important|url\((?![\"']?\.\./vendor/)", text) == []


@pytest.mark.parametrize("style", STYLES, ids=lambda path: path.name)
def test_a_style_sheet_opens_by_saying_what_it_is_for(style):
    assert style.read_text(encoding="utf-8").startswith("/* ")


@pytest.mark.parametrize("style", [path for path in STYLES if path.name not in COLOURED], ids=lambda p: p.name)
def test_colours_stand_in_the_tokens_only(style):
    text = without_comments(style.read_text(encoding="utf-8"), r"/\*.*?\*/")
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(", text) == []


def test_every_token_used_is_a_token_there_is():
    known = set(re.findall(r"(--[\w-]+)\s*:", "".join(path.read_text(encoding="utf-8") for path in STYLES)))
    for style in STYLES:
        assert set(re.findall(r"var\((--[\w-]+)", style.read_text(encoding="utf-8"))) <= known, style.name


def test_the_dark_theme_changes_colours_that_the_light_one_has():
    light, dark = (set(re.findall(r"(--[\w-]+)\s*:", (ROOT / f"static/css/{name}.css").read_text())) for name in
                   ("tokens", "tokens-dark"))  # fmt: skip
    assert dark < light


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_writes_no_markup_and_runs_no_text(script):
    text = without_comments(script.read_text(encoding="utf-8"), r"//[^\n]*")
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|setAttribute\(.style|https?:|localStorage|sessionStorage|indexedDB|document\.cookie"  # noqa: E501
    assert re.findall(forbidden, text) == []
    assert len(text.splitlines()) < 200


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda path: path.name)
def test_a_drawing_is_only_lines(drawing):
    text = drawing.read_text(encoding="utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert re.findall(r"<script|<style|<image|<foreignObject|http|href|\son\w+=", text) == []


def test_every_icon_named_in_a_page_is_drawn():
    drawn = set(re.findall(r'<symbol id="([\w-]+)"', (ROOT / "static/icons/sprite.svg").read_text(encoding="utf-8")))
    used = set(re.findall(r"icon\('([\w-]+)'", "".join(page.read_text(encoding="utf-8") for page in PAGES)))
    assert {name for name in used if not name.endswith("-")} <= drawn


def test_classes_of_pages_are_classes_of_the_style_sheets():
    """A class without a rule is a slip of the pen, or dead."""
    text = "".join(path.read_text(encoding="utf-8") for path in STYLES)
    known = set(re.findall(r"\.([a-zA-Z][\w-]*)", text))
    for page in PAGES:
        attributes = re.findall(r'class="([^"{}]+)"', page.read_text(encoding="utf-8"))
        used = {name for value in attributes for name in value.split()}
        assert used <= known | HOOKS, (page.name, used - known)


HOOKS = {
    "drafts",
    "account",
    "menu",
    "columns--review",
    "entered-item__title",
}  # named for scripts or for reading the page, without a look of their own
