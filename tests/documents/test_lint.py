import pytest

from assistant.documents.lint import SHEET, lint_layout
from tests.documents.layouts import FIRST_INSTANCE, LAYOUTS, replaced, with_paragraph


def problems(layout, view="filing"):
    return {(each.code, each.detail): each for each in lint_layout(layout, view)}


def test_an_unknown_name_is_reported_with_the_nearest_its_paragraph_and_its_tag():
    layout = replaced(FIRST_INSTANCE, "{{ p.father_name }}", "پدر: {{ p.fatehr_name }}")
    found = problems(layout)
    problem = found["unknown_name", "first_side[].fatehr_name"]
    assert problem.nearest == "first_side[].father_name"
    assert problem.part == "word/document.xml"
    assert problem.tag == "{{ p.fatehr_name }}"
    assert problem.paragraph == "پدر: {{ p.fatehr_name }}"
    assert "first_side[].father_name" in problem.message


def test_paths_are_followed_through_nested_loops():
    layout = replaced(FIRST_INSTANCE, "{{ l.first.label }}", "{{ l.first.lable }}")
    assert ("unknown_name", "judgment[].blocks[].lines[].first.lable") in problems(layout)


def test_a_text_that_is_never_printed_is_named():
    layout = replaced(FIRST_INSTANCE, "{{ e.detail }}", "")
    assert list(problems(layout)) == [("never_printed", "evidence[].detail")]


def test_a_problem_in_the_footer_names_the_footer():
    layout = replaced(FIRST_INSTANCE, "{{ footer_hash }}", "{{ footer_hsah }}", "word/footer1.xml")
    assert problems(layout)["unknown_name", "footer_hsah"].part == "word/footer1.xml"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{ number.upper() }}", "forbidden_construct"),
        ("{{ number|upper }}", "forbidden_construct"),
        ("{{ number + number }}", "forbidden_construct"),
        ("{{ number ~ number }}", "forbidden_construct"),
        ("{{ 'متن' }}", "forbidden_construct"),
        ("{{ first_side[0].name }}", "forbidden_construct"),
        ("{% set x = number %}", "forbidden_construct"),
        ("{% if number is defined %}{% endif %}", "forbidden_construct"),
        ("{% if number == date %}{% endif %}", "forbidden_construct"),
        ("{% if number &lt; 'a' %}{% endif %}", "forbidden_construct"),
        ("{% for x in signers if x.first %}{% endfor %}", "forbidden_construct"),
        ("{% for x in signers recursive %}{% endfor %}", "forbidden_construct"),
        ("{% for x in signers %}{% else %}{% endfor %}", ""),
        ("{% macro m() %}{% endmacro %}", "forbidden_construct"),
        ("{% include 'x' %}", "forbidden_construct"),
        ("{% for x in number %}{% endfor %}", "not_a_list"),
        ("{% for x in range %}{% endfor %}", "unknown_name"),
        ("{{ first_side }}", "prints_whole"),
        ("{{ is_draft }}", "prints_flag"),
        ("{% for number in signers %}{% endfor %}", "shadowed_name"),
        ("{{ loop }}", "unknown_name"),
        ("{{ number.__class__ }}", "unknown_name"),
        ("{% if %}{% endif %}", "syntax"),
        ("{{ number", "syntax"),
        ("{% colour %}", "syntax"),
    ],
)
def test_what_a_layout_may_not_say(text, code):
    found = {each.code for each in lint_layout(with_paragraph(FIRST_INSTANCE, text))}
    assert found - {"never_printed"} == ({code} if code else set())


def test_more_than_three_loops_inside_each_other_are_refused():
    text = "".join(f"{{% for x{n} in signers %}}" for n in range(4)) + "{% endfor %}" * 4
    assert ("loops_too_deep", "3") in problems(with_paragraph(FIRST_INSTANCE, text))


def test_an_allowed_condition_is_no_problem():
    text = (
        "{% if number == 'الف' and not is_draft or date != 'ب' %}{{ number }}{% elif is_draft %}{% else %}{% endif %}"
    )
    assert problems(with_paragraph(FIRST_INSTANCE, text)) == {}


def test_the_layout_of_another_view_does_not_pass():
    assert ("unknown_name", "groups") in problems(LAYOUTS["sheet.docx"])
    assert ("unknown_name", "reliefs") in problems(FIRST_INSTANCE, SHEET)


def test_a_problem_in_words_names_its_place():
    layout = with_paragraph(FIRST_INSTANCE, "نام {{ nmuber }}")
    (problem,) = lint_layout(layout)
    assert str(problem) == (
        "word/document.xml، «نام {{ nmuber }}»، {{ nmuber }}: نام «nmuber» در دادهٔ چاپ نیست؛ نزدیک‌ترین نام: «number»"
    )
