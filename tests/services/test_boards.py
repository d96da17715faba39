"""Printing and taking down boards: what hangs, what is outdated, who said what; and who may."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assistant.domain.board import Size
from assistant.domain.ledger import Book
from assistant.domain.people import Actor, Office, Role, User
from assistant.services.access import NotFound, Refused
from assistant.services.boards import Boards
from tests.boards import tariff_year, with_tariff
from tests.fakes.clock import FixedClock
from tests.fakes.memory_store import MemoryStore
from tests.tiny_house.house import library_of

OLD = with_tariff(library_of([]), tariff_year(1405, milking=770_000))
NEW = with_tariff(library_of([]), tariff_year(1405, milking=800_000))


def actor(name="clerk", role=Role.CLERK, office="office-1"):
    return Actor(f"id-{name}", name, f"همکار {name}", role, office)


@pytest.fixture
def store():
    made = MemoryStore()
    with made.begin() as work:
        for number in ("1", "2"):
            work.add_office(Office(f"office-{number}", f"دفتر {number}", number, "isfahan"))
        work.add_user(User("id-clerk", "clerk", "همکار clerk", Role.CLERK, "office-1", ""))
    return made


def boards(store, library=OLD, clock=None):
    return Boards(store, library, clock or FixedClock())


def test_a_print_is_recorded_with_who_when_and_the_mark_of_what_it_says(store):
    made = boards(store).record_print(actor(), "prices", Size.A3)
    (card,) = (each for each in boards(store).shelf(actor()).cards if each.view.board_id == "prices")
    assert card.hanging == (made,)
    assert (made.number, made.size, made.printed_by, made.data_hash) == (1, "A3", "id-clerk", card.view.data_hash)
    with store.read() as work:
        assert [each.kind for each in work.ledger(Book.BOARDS, "office-1")] == ["printed"]
        assert "board.printed" in [each.act for each in work.audit_entries()]


def test_a_changed_tariff_marks_the_printed_board_for_removal_and_no_other(store):
    before = boards(store)
    old = before.record_print(actor(), "prices", Size.A4)
    words = before.record_print(actor(), "wall", Size.A4)
    shelf = boards(store, NEW).shelf(actor())
    assert shelf.outdated == (old,)
    assert [each.hanging for each in shelf.cards] == [(words,), ()]


def test_a_board_that_left_the_content_is_to_be_taken_down(store):
    old = boards(store).record_print(actor(), "wall", Size.A4)
    assert boards(store, replace(OLD, boards={})).shelf(actor()).outdated == (old,)


def test_a_board_of_the_old_year_is_to_be_taken_down_in_the_new_one(store):
    clock = FixedClock()
    before = boards(store, clock=clock)
    old = before.record_print(actor(), "prices", Size.A4)
    clock.advance(days=150)
    assert before.shelf(actor()).outdated == (old,)


def test_taking_down_is_recorded_once_with_who_and_when(store):
    clock = FixedClock()
    desk = boards(store, clock=clock)
    made = desk.record_print(actor(), "prices", Size.A4)
    clock.advance(hours=2)
    desk.confirm_removed(actor(), made.number)
    clock.advance(hours=2)
    desk.confirm_removed(actor("other"), made.number)
    shelf = boards(store, NEW).shelf(actor())
    assert shelf.outdated == ()
    (gone,) = shelf.removed
    assert (gone.removed_by, gone.removed_at) == ("id-clerk", made.printed_at + timedelta(hours=2))
    with store.read() as work:
        assert [each.kind for each in work.ledger(Book.BOARDS, "office-1")] == ["printed", "removed"]


def test_an_outdated_print_is_not_drawn_again(store):
    made = boards(store).record_print(actor(), "prices", Size.A4)
    assert boards(store).printed(actor(), made.number).view is not None
    assert boards(store, NEW).printed(actor(), made.number).view is None
    assert boards(store, replace(OLD, boards={})).printed(actor(), made.number).view is None


def test_another_office_knows_nothing_of_a_print(store):
    made = boards(store).record_print(actor(), "prices", Size.A4)
    stranger = actor("stranger", office="office-2")
    assert boards(store, NEW).shelf(stranger).outdated == ()
    for act in (boards(store).printed, boards(store).confirm_removed):
        with pytest.raises(NotFound):
            act(stranger, made.number)


def test_who_does_not_print_boards_is_refused(store):
    expert = actor("expert", Role.EXPERT)
    desk = boards(store)
    acts = (
        lambda: desk.shelf(expert),
        lambda: desk.board(expert, "wall"),
        lambda: desk.record_print(expert, "wall", Size.A4),
        lambda: desk.confirm_removed(expert, 1),
    )
    for act in acts:
        with pytest.raises(Refused):
            act()


def test_an_unknown_board_or_print_is_not_found(store):
    desk = boards(store)
    for act in (lambda: desk.board(actor(), "none"), lambda: desk.record_print(actor(), "none", Size.A4),
                lambda: desk.printed(actor(), 7)):  # fmt: skip
        with pytest.raises(NotFound):
            act()


def test_the_screen_of_an_office_shows_every_board_and_needs_nobody(store):
    page = boards(store).screen("2")
    assert page.office.id == "office-2"
    assert [each.title for each in page.panels] == ["ساعت کار", "خدمات ۱۴۰۵", "خدمات ۱۴۰۵"]
    with pytest.raises(NotFound):
        boards(store).screen("3")
