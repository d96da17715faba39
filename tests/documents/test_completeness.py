import pytest

from assistant.documents.completeness import Promises
from assistant.documents.layout_walk import Condition, Printed

CONTEXT = {"name": "الف", "rows": [{"title": "ب", "is_wide": True}, {"title": "پ", "is_wide": False}], "note": ""}
TEXTS = [("name", "الف"), ("rows[0].title", "ب"), ("rows[1].title", "پ"), ("note", "")]


def missing(printed, text):
    return Promises(printed).missing(TEXTS, CONTEXT, text)


def test_the_first_promised_text_that_is_not_there_is_named_with_its_index():
    promised = [Printed("name", ()), Printed("rows[].title", ())]
    assert missing(promised, "الف ب پ") is None
    assert missing(promised, "الف ب") == "rows[1].title"


def test_nothing_is_promised_where_the_layout_prints_nothing():
    assert missing([], "") is None


def test_a_condition_is_that_of_the_same_item():
    promised = [Printed("rows[].title", (Condition("rows[].is_wide", True),))]
    assert missing(promised, "") == "rows[0].title"
    assert missing(promised, "ب") is None


def test_a_text_printed_where_a_condition_does_not_hold_is_promised():
    promised = [Printed("rows[].title", (Condition("rows[].is_wide", False),))]
    assert missing(promised, "ب") == "rows[1].title"


@pytest.mark.parametrize(("root", "lost"), [("name", "rows[0].title"), ("note", None)])
def test_a_condition_on_a_whole_box(root, lost):
    assert missing([Printed("rows[].title", (Condition(root, True),))], "") == lost


def test_what_cannot_be_known_is_not_promised():
    assert missing([Printed("name", None)], "") is None
