"""The compiled renderer and docxtpl itself make the same documents."""

from io import BytesIO

import pytest
from docxtpl import DocxTemplate
from lxml import etree

from assistant.documents.compiled_layout import compiled
from assistant.documents.document_text import parse
from assistant.documents.layout_language import ENVIRONMENT
from assistant.documents.layout_parts import layout_parts
from assistant.documents.renderer import DocxRenderer
from assistant.services.filing_view import as_context
from tests.documents.layouts import CASES, FIRST_INSTANCE, LAYOUTS, parts, replaced, with_paragraph
from tests.documents.views import typical


def canonical(xml: bytes) -> bytes:
    return etree.tostring(parse(xml), method="c14n")


def rendered_by_docxtpl(layout, context):
    template = DocxTemplate(BytesIO(layout))
    template.render(context, jinja_env=ENVIRONMENT, autoescape=True)
    saved = BytesIO()
    template.save(saved)
    return parts(saved.getvalue())


@pytest.mark.parametrize("case", CASES)
def test_document_header_and_footer_equal_those_of_docxtpl(case):
    layout, view = CASES[case]
    context = as_context(view)
    theirs = rendered_by_docxtpl(LAYOUTS[layout], context)
    ours = parts(DocxRenderer().render(LAYOUTS[layout], context))
    compared = [name for name in ours if name.startswith(("word/document", "word/header", "word/footer"))]
    assert len(compared) == 5
    for name in compared:
        assert canonical(ours[name]) == canonical(theirs[name]), name


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_shipped_layouts_take_the_fast_way(name):
    assert not compiled(LAYOUTS[name]).needs_docxtpl


@pytest.mark.parametrize("construct", ["{% colspan number %}", "{%tc if number %}", "{% hm %}", "{% cellbg number %}"])
def test_column_constructs_are_left_to_docxtpl(construct):
    layout = replaced(FIRST_INSTANCE, "{{ p.father_name }}", construct + "{{ p.father_name }}")
    assert layout_parts(layout).needs_docxtpl


def test_a_layout_for_docxtpl_is_rendered_by_it_to_the_same_bytes_each_time():
    layout = replaced(FIRST_INSTANCE, "<dc:title>برگ دادخواست</dc:title>", "<dc:title>{{ number }}</dc:title>",
                      "docProps/core.xml")  # fmt: skip
    assert compiled(layout).needs_docxtpl
    context = as_context(typical())
    first, second = DocxRenderer().render(layout, context), DocxRenderer().render(layout, context)
    assert first == second
    assert typical().number in parts(first)["docProps/core.xml"].decode()


def test_literal_braces_of_a_layout_are_printed_and_those_of_an_answer_stay():
    layout = with_paragraph(FIRST_INSTANCE, "{_{ {{ number }} }_}")
    context = as_context(typical()) | {"number": "{_{ ۱ }_}"}
    text = DocxRenderer().text(DocxRenderer().render(layout, context))
    assert text.splitlines()[0] == "{{ {_{ ۱ }_} }}"
