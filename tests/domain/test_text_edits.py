"""Suggestions put into a text."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.text_edits import Edit, edited, first_suggestions, pieces
from assistant.domain.text_finding import TextFinding, TextKind, TextLevel


def finding(start: int, end: int, *suggestions: str) -> TextFinding:
    return TextFinding(TextKind.SPELLING, start, end, "", "", TextLevel.ERROR, suggestions)


def test_each_suggestion_lands_on_its_own_place():
    assert edited("گآو و گآو", [Edit(0, 3, "گاو"), Edit(6, 9, "بز")]) == "گاو و بز"


def test_a_text_may_grow_and_shrink():
    assert edited("اب  پ", [Edit(0, 1, "ااا"), Edit(2, 4, " ")]) == "اااب پ"


def test_of_two_remarks_on_one_place_the_earlier_counts():
    assert first_suggestions([finding(2, 5, "ب"), finding(0, 3, "الف")]) == (Edit(0, 3, "الف"),)


def test_a_remark_without_suggestion_changes_nothing():
    assert first_suggestions([finding(0, 3)]) == ()


PLACES = st.tuples(st.integers(0, 40), st.integers(0, 5), st.text(max_size=3))


@given(st.text(max_size=40), st.lists(PLACES, max_size=5))
def test_before_is_always_the_whole_text_and_after_differs_only_inside_the_edits(text, wanted):
    found = [finding(min(at, len(text)), min(at + size, len(text)), words) for at, size, words in wanted]
    edits = first_suggestions(found)
    parts = list(pieces(text, edits))
    assert "".join(part.before for part in parts) == text
    assert sum(part.is_changed for part in parts) <= len(edits)
