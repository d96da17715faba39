"""What a board says: only confirmed prices of the year at hand, and a mark that changes with what it says."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.domain.board import BoardTable, TableOf
from assistant.domain.currency import Watched
from assistant.domain.jalali import to_gregorian
from assistant.services.board_tables import BoardRow
from assistant.services.board_view import BoardPanel, BoardView, build_board_view, screen_panels
from tests.boards import PRICES, WALL, tariff_year, with_tariff
from tests.tiny_house.house import ON, library_of

EMPTY = with_tariff(library_of([]))
PRICED = with_tariff(library_of([]), tariff_year(1405, milking=770_000, shearing=None))


def view_of(library=PRICED, board=PRICES, day: date = ON) -> BoardView:
    return build_board_view(library, board, day)


def rows_of(view: BoardView) -> list[tuple[str, str, bool]]:
    return [(row.label, row.value, row.is_price) for panel in view.panels for row in panel.rows]


def test_the_prices_of_the_year_stand_with_the_year_in_their_title():
    view = view_of()
    assert view.panels[0].title == "خدمات ۱۴۰۵"
    assert rows_of(view) == [("دوشیدن", "۷۷۰٬۰۰۰ ریال", True), ("چیدن", "به اعلام شورا", False)]


@pytest.mark.parametrize("library", [EMPTY, with_tariff(library_of([]), tariff_year(1404, milking=1)),
                                     with_tariff(library_of([]), tariff_year(1405))])  # fmt: skip
def test_a_year_without_prices_says_so_and_shows_no_older_price(library):
    panel = view_of(library).panels[0]
    assert (panel.sentences, panel.rows) == (("برای ۱۴۰۵ بها نیست.",), ())


@pytest.mark.parametrize("grade", ["own", "disputed"])
def test_a_price_of_own_knowledge_or_disputed_does_not_hang_on_a_wall(grade):
    library = with_tariff(library_of([]), tariff_year(1405, grade, milking=770_000))
    assert "۷۷۰" not in str(view_of(library))
    assert view_of(library).panels[0].sentences == ("برای ۱۴۰۵ بها نیست.",)


def test_a_service_without_a_price_among_others_is_named_as_not_confirmed():
    library = with_tariff(library_of([]), tariff_year(1405, "1", milking=770_000))
    assert rows_of(view_of(library))[1] == ("چیدن", "تأییدنشده در ۱۴۰۵", False)
    assert view_of(library).panels[0].rows[0].grade == "1"


def test_a_changed_price_changes_the_mark_of_the_board_and_nothing_else_does():
    dearer = with_tariff(library_of([]), tariff_year(1405, milking=800_000, shearing=None))
    later = to_gregorian("1405-10-01")
    assert view_of(dearer).data_hash != view_of().data_hash
    assert view_of(day=later).data_hash == view_of().data_hash
    assert view_of(replace(PRICED, version="other")).data_hash == view_of().data_hash


def test_a_new_year_changes_a_board_of_prices_but_not_one_of_words():
    next_year = to_gregorian("1406-01-01")
    assert view_of(day=next_year).data_hash != view_of().data_hash
    assert view_of(board=WALL, day=next_year).data_hash == view_of(board=WALL).data_hash


def test_a_changed_sentence_or_line_changes_the_mark():
    other_line = replace(WALL.lines[1], name="نامی دیگر")
    assert view_of(board=replace(WALL, lines=(WALL.lines[0], other_line))).data_hash != view_of(board=WALL).data_hash
    assert view_of(board=replace(WALL, title="دیگر")).data_hash != view_of(board=WALL).data_hash


def test_data_past_their_date_are_named_on_the_board_without_changing_its_mark():
    watched = Watched("services", "office-tariff", "تعرفه", "rules/tariffs/x.yaml", "1", ON, to_gregorian("1405-08-30"))
    old = view_of(replace(PRICED, watched=(watched, replace(watched, id="other", kind="index"))))
    assert old.overdue == ("داده «تعرفه» تا ۱۴۰۵/۰۸/۳۰ بررسی شده است و برای پس از آن بررسی نشده است.",)
    assert old.data_hash == view_of().data_hash


def test_both_lines_are_on_every_board():
    for board in (PRICES, WALL):
        view = view_of(board=board)
        assert (view.guidance.number, view.reporting.number) == ("129", "127")


def test_a_long_table_is_shown_on_the_screen_in_parts_and_what_has_no_price_together():
    rows = tuple(BoardRow(f"خدمت {n}", f"{n} ریال") for n in range(6))
    without = tuple(BoardRow(f"خدمت {n}", "تأییدنشده", is_price=False) for n in range(6, 8))
    panel = BoardPanel("خدمات", rows=(*rows, *without))
    parts = screen_panels(replace(view_of(), panels=(panel,)))
    assert [len(each.rows) for each in parts] == [4, 2, 0]
    assert parts[2].sentences == ("تأییدنشده: خدمت 6؛ خدمت 7",)


def test_a_table_of_court_costs_without_costs_says_that_there_is_none():
    table = BoardTable("costs", TableOf.COURT_COSTS, "هزینه", "برای {year} چیزی نیست.", "—")
    assert view_of(board=replace(PRICES, tables=(table,))).panels[0].sentences == ("برای ۱۴۰۵ چیزی نیست.",)
