"""The page on the screen says what the document says, line by line."""

import re

import pytest

from assistant.documents.renderer import DocxRenderer
from assistant.services.filing_view import as_context
from tests.documents.layouts import CASES, LAYOUTS, VIEWS
from tests.documents.pages import lines_of_page, page, squeezed
from tests.documents.views import empty, typical

RENDERER = DocxRenderer()


def shown(layout, view):
    name = VIEWS.get(layout, "petition")
    return page(name, view=view, sheet=view, layout=layout)


@pytest.mark.parametrize("case", CASES)
def test_document_and_page_have_the_same_lines_in_the_same_order(case):
    layout, view = CASES[case]
    document = RENDERER.text(RENDERER.render(LAYOUTS[layout], as_context(view)))
    assert squeezed(document.split("\n")) == lines_of_page(shown(layout, view))


def test_the_page_bears_the_content_hash():
    assert typical().footer_hash in shown("first_instance.docx", typical())


def test_markup_in_an_answer_is_shown_as_text():
    party = typical().first_side[0]
    view = CASES["a usual petition"][1]
    html = shown("first_instance.docx", _with_name(view, party, "<script>alert(1)</script>"))
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def _with_name(view, party, name):
    import dataclasses

    return dataclasses.replace(view, first_side=(dataclasses.replace(party, name=name),))


def test_empty_places_carry_marks_that_lead_to_their_fields_and_add_no_text():
    paths = ("plaintiffs[0].first_name", "defendants", "court_kind", "cheques", "plaintiffs[10].first_name")
    missing = [(path, f"نام {path}") for path in paths]
    view = _with_paths(empty())
    html = page("petition", view=view, layout="first_instance.docx", missing=missing, link=lambda path: f"#{path}")
    links = re.findall(r'<a class="gap" href="#([^"]+)"', html)
    assert sorted(links) == ["cheques", "court_kind", "defendants", "plaintiffs[0].first_name"]
    assert 'data-name="نام cheques"' in html
    assert lines_of_page(html) == lines_of_page(page("petition", view=view, layout="first_instance.docx"))


def _with_paths(view):
    import dataclasses

    rows = tuple(dataclasses.replace(row, path=f"plaintiffs[{index}]") for index, row in enumerate(view.first_side))
    return dataclasses.replace(view, first_side=rows)


@pytest.mark.parametrize("case", ["a usual petition", "a long appeal"])
def test_the_page_has_no_style_and_no_script_of_its_own(case):
    html = shown(*CASES[case])
    assert not re.search(r"<style|<script|\sstyle=|\son[a-z]+=", html)


def test_a_draft_is_marked_by_its_class():
    assert "paper--draft" in shown("first_instance.docx", typical(is_draft=True))
    assert "paper--draft" not in shown("first_instance.docx", typical())
