import pytest
from jinja2 import TemplateRuntimeError, TemplateSyntaxError
from jinja2.exceptions import SecurityError, UndefinedError

from assistant.services.narrative_text import (
    Difference,
    Proposal,
    proposal,
    sentence_differences,
    sentences,
    text_in_use,
)
from assistant.services.wording_language import worded
from assistant.services.wording_paths import printed_paths
from tests.services.filing_samples import derived, person, template


def worded_with(source, **answers):
    return worded(source, answers)


def test_a_proposal_is_made_of_the_answers():
    answers = {"plaintiffs": [person(), person(first_name="هما")], "bicycles": [{}, {}], "shop": "فروشگاه 7"}
    made = proposal(template(), derived(answers))
    assert made.narrative == "نگار سپهری و هما سپهری دارای دو دوچرخه است که از فروشگاه ۷ خریده شده است."
    assert made.request == ""


def test_no_sentence_stands_without_an_answer():
    assert proposal(template(), derived({})) == Proposal("", "")


def test_hidden_blank_and_unanswered_fields_are_empty_and_lists_iterate():
    source = "{% for b in bicycles %}[{{ b.colour }}{% if b.is_old %}کهنه{% endif %}]{% endfor %}{{ place.floor }}"
    made = proposal(template(narrative=source), derived({"bicycles": [{"is_old": True}, {"colour": "آبی"}]}))
    assert made.narrative == "[کهنه][آبی]"


def test_a_choice_prints_its_label_and_is_compared_by_its_value():
    source = "{% if court_kind_value == 'civil' %}{{ court_kind }}{% endif %}"
    assert proposal(template(narrative=source), derived({"court_kind": "civil"})).narrative == "دادگاه نمونه"
    assert proposal(template(narrative=source), derived({"court_kind": "appeal"})).narrative == ""


def test_the_clerks_text_rules_each_for_itself():
    answers = {"bicycles": [{}], "claim_amount": 10, "defendants": [person()], "request": "متن من"}
    used = text_in_use(template(), derived(answers))
    assert used.narrative == "دارای یک دوچرخه است."
    assert used.request == "متن من"


@pytest.mark.parametrize(
    ("source", "value", "text"),
    [
        ("{{ x|words }}", ["الف", "ب", "پ"], "سه"),
        ("{{ x|words }}", "۱٬۲۰۰", "هزار و دویست"),
        ("{{ x|words }}", "چند", "چند"),
        ("{{ x|fa }}", "12 و IR-12", "۱۲ و IR-12"),
        ("{{ x|and_list }}", ["الف"], "الف"),
        ("{{ x|and_list }}", ["الف", "", "ب", "پ"], "الف، ب و پ"),
        ("{{ x|names }}", [{"entity_name": "شرکت"}, {"first_name": "هما", "last_name": "نمونه"}], "شرکت و هما نمونه"),
    ],
)
def test_the_filters(source, value, text):
    assert worded_with(source, x=value) == text


def test_lines_are_paragraphs_without_empty_ones_and_doubled_blanks():
    assert worded_with("\n  الف   ب\n\n{% if x %}\nپ{% endif %}\nت\n", x="۱") == "الف ب\nپ\nت"


def test_markup_in_an_answer_is_no_markup():
    assert worded_with("{{ x }}", x="{{ 7*7 }} <b>") == "{{ 7*7 }} <b>"


@pytest.mark.parametrize(
    "source",
    [
        "{{ x.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ l.append }}",
        "{{ l[0] }}",
        "{% for i in l %}{{ loop.cycle }}{% endfor %}",
    ],
)
def test_a_skeleton_reaches_no_python(source):
    with pytest.raises(SecurityError):
        worded_with(source, x="متن", l=["الف"])


@pytest.mark.parametrize("source", ["{{ y }}", "{{ d.y }}", "{{ range(3) }}", "{{ cycler }}", "{{ lipsum() }}"])
def test_an_unknown_name_is_an_error_and_no_silence(source):
    with pytest.raises(UndefinedError):
        worded_with(source, d={"x": "۱"})


@pytest.mark.parametrize(
    "source", ["{% include 'x' %}", "{{ x|attr('y') }}", "{{ x|safe }}", "{% if x is defined %}{% endif %}"]
)
def test_no_file_no_other_filter_and_no_test(source):
    with pytest.raises((TemplateSyntaxError, TemplateRuntimeError, TypeError)):
        worded_with(source, x="۱")


def test_a_field_named_like_a_method_prints_its_answer():
    assert worded_with("{{ d.items }} {{ d.get }}", d={"items": "الف", "get": "ب"}) == "الف ب"


def test_the_paths_a_skeleton_prints():
    source = (
        "{{ a|fa }}{% if b %}{{ c.d }}{% elif e == 'x' %}{{ f }}{% else %}{{ g }}{% endif %}"
        "{% for h in i.j %}{{ h.k }}{{ loop.index }}{% for l in h.m %}{{ l.n|fa|fa }}{% endfor %}{% endfor %}"
        "{{ o|names }}"
    )
    assert printed_paths(source) == {"a", "c.d", "f", "g", "i.j[].k", "i.j[].m[].n", "o"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("یک. دو؟ سه! چهار؛ پنج", ["یک.", "دو؟", "سه!", "چهار؛", "پنج"]),
        ("۱. چک شماره ۵. دوم.", ["۱. چک شماره ۵. دوم."]),
        ("به نشانی ۱۲.۵ متر. پایان", ["به نشانی ۱۲.۵ متر.", "پایان"]),
        ("سطر یک\n\nسطر دو", ["سطر یک", "سطر دو"]),
        ("", []),
    ],
)
def test_sentences(text, found):
    assert sentences(text) == found


def test_differences_name_each_sentence_and_its_side():
    assert sentence_differences("الف. ب. پ.", "الف. ت. پ. ث.") == (
        Difference("text", "ب."),
        Difference("proposal", "ت."),
        Difference("proposal", "ث."),
    )
    assert sentence_differences("الف. ب.", "الف.\nب.") == ()
