import dataclasses
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.documents.compiled_layout import CompiledLayout
from assistant.documents.renderer import DocxRenderer
from assistant.domain.characters import find_unprintable
from assistant.ports import RenderProblem
from assistant.services.filing_view import as_context
from assistant.services.sheet_view import sheet_context
from tests.documents.layouts import CASES, FIRST_INSTANCE, LAYOUTS, parts, with_paragraph
from tests.documents.views import sheet, typical

RENDERER = DocxRenderer()
NAUGHTY = (
    "الف < ب & ج > د",
    "\"نقل\" و 'نقل'",
    "{{ 7*7 }}",
    "{% for x in y %}{% endfor %}",
    "{# پنهان #}",
    "{_{ ۱ }_}",
    "&lt;b&gt;",
    "]]>",
    "<w:t>متن</w:t>",
    "نیم\u200cفاصله",
    "\u200eIR-TRX-2024",
    "a\u0301 é 😀 𐎠",
    "  دو فاصله  ",
    "سطر یک\nسطر دو\n\nسطر چهار",
    "ستون\tدوم",
)


def printed(**changes):
    view = dataclasses.replace(typical(), **changes)
    return RENDERER.text(RENDERER.render(FIRST_INSTANCE, as_context(view)))


@pytest.mark.parametrize("text", NAUGHTY)
def test_an_answer_is_printed_character_by_character(text):
    assert text in printed(narrative_paragraphs=(f"آغاز {text} پایان",))


@settings(deadline=None, max_examples=60)
@given(st.text(min_size=1, max_size=40).filter(lambda text: not find_unprintable(text) and text.strip()))
def test_any_printable_answer_is_printed_character_by_character(text):
    assert f"⟦{text}⟧" in printed(narrative_paragraphs=(f"⟦{text}⟧",))


@pytest.mark.parametrize("character", "\x00\x07\x0b\x0c\r\x1f\ufffe\ud800\u202e\u2066")
def test_an_unprintable_character_is_an_error_with_its_place_and_never_a_loss(character):
    party = dataclasses.replace(typical().second_side[1], name=f"فره{character}اد")
    with pytest.raises(RenderProblem) as caught:
        printed(second_side=(typical().second_side[0], party))
    assert caught.value.path == "defendants[1]"
    assert f"U+{ord(character):04X}" in caught.value.message
    assert "۴" not in caught.value.message
    assert "4" in caught.value.message


def test_the_place_of_a_text_without_an_answer_behind_it_is_its_name_in_the_view():
    with pytest.raises(RenderProblem) as caught:
        printed(court_title="\x01")
    assert caught.value.path == "court_title"


@pytest.mark.parametrize("case", CASES)
def test_the_same_view_gives_the_same_bytes(case):
    layout, view = CASES[case]
    first = RENDERER.render(LAYOUTS[layout], as_context(view))
    assert DocxRenderer().render(bytes(bytearray(LAYOUTS[layout])), as_context(view)) == first


def test_threads_do_not_disturb_each_other():
    wanted = [dataclasses.replace(typical(), number=str(number)) for number in range(40)]
    alone = [RENDERER.render(FIRST_INSTANCE, as_context(view)) for view in wanted]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda view: RENDERER.render(FIRST_INSTANCE, as_context(view)), wanted))
    assert together == alone


def test_only_the_parts_with_tags_change():
    before, after = parts(FIRST_INSTANCE), parts(RENDERER.render(FIRST_INSTANCE, as_context(typical())))
    assert before.keys() == after.keys()
    differing = {name for name in before if before[name] != after[name]}
    assert differing == {
        "word/document.xml",
        "word/header1.xml",
        "word/header2.xml",
        "word/footer1.xml",
        "word/footer2.xml",
    }


def test_a_name_the_view_does_not_have_is_an_error():
    with pytest.raises(RenderProblem, match="nmae"):
        RENDERER.render(with_paragraph(FIRST_INSTANCE, "{{ nmae }}"), as_context(typical()))


@pytest.mark.parametrize(
    "expression",
    [
        "number.__class__",
        "number.format(1)",
        "''.__class__",
        "first_side.append(1)",
        "cycler.__init__",
        "lipsum",
        "range(3)",
        "number|attr('x')",
        "self._TemplateReference__context",
    ],
)
def test_a_layout_reaches_nothing_outside_the_view(expression):
    with pytest.raises(RenderProblem):
        RENDERER.render(with_paragraph(FIRST_INSTANCE, "{{ " + expression + " }}"), as_context(typical()))


def test_a_promised_text_that_is_not_in_the_document_is_an_error(monkeypatch):
    class Losing(CompiledLayout):
        def render(self, context, *, has_breaks):
            without = context | {"evidence": []}
            return super().render(without, has_breaks=has_breaks)

    monkeypatch.setattr("assistant.documents.renderer.compiled", Losing)
    with pytest.raises(RenderProblem) as caught:
        RENDERER.render(FIRST_INSTANCE, as_context(typical()))
    assert caught.value.path == "evidence[0].title"


def test_an_empty_text_needs_no_place():
    assert RENDERER.render(LAYOUTS["sheet.docx"], sheet_context(sheet(0)))
