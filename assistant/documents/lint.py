"""Checks what a layout says against the view it prints: names, constructs, answers that would never be printed."""

import re

from jinja2 import TemplateSyntaxError

from assistant.documents.layout_language import ENVIRONMENT
from assistant.documents.layout_parts import Source, layout_parts
from assistant.documents.layout_problem import LayoutProblem
from assistant.documents.layout_shape import SHAPES, text_paths
from assistant.documents.layout_walk import Flaw, Walk

FILING, SHEET = "filing", "sheet"  # the two views
_TAG = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)
_XML = re.compile(r"<[^>]*>")
_PARAGRAPH = re.compile(r"<w:p(?=[ >])")


def lint_layout(layout: bytes, view: str = FILING) -> tuple[LayoutProblem, ...]:
    """Every problem, each with part, paragraph and tag. The file must have passed the gate."""
    shape = SHAPES[view]
    walk = Walk(shape)
    problems: list[LayoutProblem] = []
    for source in layout_parts(layout).sources:
        # One paragraph a line, so that a line number of Jinja's is a paragraph.
        text = _PARAGRAPH.sub("\n<w:p", source.text.replace("\n", " "))
        known = len(walk.flaws)
        try:
            walk.over(ENVIRONMENT.parse(text))
        except TemplateSyntaxError as error:
            problems.append(_located(Flaw("syntax", error.lineno, error.message or ""), source, text))
        problems.extend(_located(flaw, source, text) for flaw in walk.flaws[known:])
    printed = {each.path for each in walk.printed} | walk.compared
    problems.extend(LayoutProblem("never_printed", detail=path) for path in text_paths(shape) if path not in printed)
    return tuple(problems)


def _located(flaw: Flaw, source: Source, text: str) -> LayoutProblem:
    line = text.split("\n")[flaw.line - 1] if flaw.line else ""
    tags = _TAG.findall(line)
    name = flaw.detail.rsplit(".", 1)[-1]
    tag = next((each for each in tags if name and name in each), tags[0] if tags else "")
    paragraph = " ".join(_XML.sub("", line).split())[:80]
    return LayoutProblem(flaw.code, source.name, flaw.detail, flaw.nearest, paragraph, tag)
