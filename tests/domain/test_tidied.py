"""A text before and after: what changed, where, and how two changes are one."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.tidied import Change, Piece, Tidied


def changed(text: str, *edits: tuple[int, int, str]) -> Tidied:
    """``edits``: start, end and what stands there then; in order and apart."""
    new, changes, end = "", [], 0
    for start, stop, words in edits:
        new += text[end:start]
        changes.append(Change(start, text[start:stop], len(new), words))
        new, end = new + words, stop
    return Tidied(new + text[end:], tuple(changes))


def test_a_text_is_shown_part_by_part():
    pieces = changed("گآو و گآو", (0, 3, "گاو"), (6, 9, "بز")).pieces()
    assert list(pieces) == [Piece("گآو", "گاو"), Piece(" و ", " و "), Piece("گآو", "بز")]


def test_a_change_of_what_was_changed_is_one_change():
    first = changed("می  باشد و", (2, 4, " "))
    both = first.then(changed(first.text, (0, 7, "می\u200cباشد")))
    assert both == Tidied("می\u200cباشد و", (Change(0, "می  باشد", 0, "می\u200cباشد"),))


def test_changes_of_two_places_stay_two():
    first = changed("الف  ب  پ", (3, 5, " "))
    assert len(first.then(changed(first.text, (5, 7, " "))).changes) == 2


def test_what_comes_back_as_it_was_is_no_change():
    first = changed("الف", (0, 3, "ب"))
    assert first.then(changed(first.text, (0, 1, "الف"))) == Tidied("الف")


@st.composite
def texts_with_edits(draw: st.DrawFn, text: str) -> Tidied:
    places = draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True).map(sorted))
    pairs = zip(places[::2], places[1::2], strict=False)
    return changed(text, *((start, stop, draw(st.text(max_size=3))) for start, stop in pairs))


@given(st.data(), st.text(max_size=30), st.integers(1, 4))
def test_the_pieces_hold_both_texts_whole_however_many_rounds_changed_them(data, text, rounds):
    result = Tidied(text)
    for _ in range(rounds):
        result = result.then(data.draw(texts_with_edits(result.text)))
    assert "".join(piece.before for piece in result.pieces()) == text
    assert "".join(piece.after for piece in result.pieces()) == result.text
    for change in result.changes:
        assert text[change.start : change.end] == change.old
        assert result.text[change.new_start : change.new_end] == change.new
