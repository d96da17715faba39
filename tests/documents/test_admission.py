"""The child process that tries an expert's layout."""

import pytest

from assistant.documents import trial
from assistant.documents.admission import _environment, admit
from assistant.documents.gate import MAX_PACKED
from tests.documents.layouts import FIRST_INSTANCE, LAYOUTS, replaced, with_paragraph


def codes(problems):
    return [each.code for each in problems]


def test_the_shipped_layouts_are_admitted():
    assert admit(FIRST_INSTANCE) == ()
    assert admit(LAYOUTS["sheet.docx"], "sheet") == ()


def test_what_the_child_finds_comes_back_with_its_place():
    (problem,) = admit(with_paragraph(FIRST_INSTANCE, "{{ nmuber }}"))
    assert (problem.code, problem.nearest, problem.tag) == ("unknown_name", "number", "{{ nmuber }}")


def test_a_file_too_large_never_reaches_the_child():
    assert codes(admit(b"\x00" * (MAX_PACKED + 1))) == ["too_large"]


def test_a_file_that_is_no_package_is_refused():
    assert codes(admit(b"nothing")) == ["not_a_package"]


def test_a_trial_that_takes_too_long_is_stopped():
    assert codes(admit(FIRST_INSTANCE, time_limit=0.05)) == ["trial_stopped"]


def test_a_trial_that_dies_is_a_refusal():
    assert codes(admit(FIRST_INSTANCE, "no such view")) == ["trial_stopped"]


def test_the_child_sees_none_of_the_servers_settings(monkeypatch):
    monkeypatch.setenv("DADKHASTYAR_KEY_FILE", "/secret")
    assert not [name for name in _environment() if name.startswith("DADKHASTYAR")]


@pytest.fixture
def lenient(monkeypatch):
    """Lets a layout through to the trial print."""
    monkeypatch.setattr(trial, "inspect", lambda layout: ())
    monkeypatch.setattr(trial, "lint_layout", lambda layout, view: ())


def test_a_layout_that_cannot_be_printed_fails_its_trial(lenient):
    assert codes(trial.problems_of(with_paragraph(FIRST_INSTANCE, "{{ nmuber }}"), "filing")) == ["trial_failed"]


def test_a_layout_that_docxtpl_would_print_otherwise_fails_its_trial(lenient):
    """A table without a row that is always there: docxtpl then drops columns of its grid."""
    cell = '<w:tc><w:tcPr><w:tcW w:w="99" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>'
    rows = "".join(
        f"<w:tr>{cell.format(text)}</w:tr>" for text in ("{%tr for s in signers %}", "{{ s.first }}", "{%tr endfor %}")
    )
    table = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="99"/></w:tblGrid>{rows}</w:tbl><w:p/>'
    layout = replaced(FIRST_INSTANCE, "<w:body>", "<w:body>" + table)
    (problem,) = trial.problems_of(layout, "filing")
    assert (problem.code, problem.detail) == ("trial_differs", "word/document.xml")
