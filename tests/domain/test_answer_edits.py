"""Edits of raw answers keep every other answer, and its state, at its place."""

from assistant.domain.answer_edits import (
    value_at,
    with_blanks,
    with_item_added,
    with_item_moved,
    with_item_removed,
    with_list_closed,
    with_unknown,
    with_value,
)
from assistant.domain.answers import Answers

THREE = Answers(
    values={"cows": [{"name": "a"}, {"name": "b"}, {"name": "c"}]},
    unknown=frozenset({"cows[1].age"}),
    blank=frozenset({"cows[2].colour", "farm"}),
    open_lists=frozenset({"cows"}),
)


def test_setting_a_value_ends_its_being_blank_or_unknown():
    answers = with_value(with_unknown(THREE, "farm"), "farm", "north")
    assert value_at(answers, "farm") == "north"
    assert "farm" not in answers.unknown | answers.blank


def test_an_edit_leaves_the_answers_it_was_made_from_untouched():
    with_value(THREE, "cows[0].name", "z")
    assert value_at(THREE, "cows[0].name") == "a"


def test_removing_an_item_moves_the_states_of_those_behind_it():
    answers = with_item_removed(THREE, "cows", 0)
    assert [cow["name"] for cow in value_at(answers, "cows")] == ["b", "c"]
    assert answers.unknown == {"cows[0].age"}
    assert answers.blank == {"cows[1].colour", "farm"}


def test_removing_an_item_forgets_its_own_states():
    assert with_item_removed(THREE, "cows", 1).unknown == frozenset()


def test_moving_an_item_takes_its_states_along():
    answers = with_item_moved(THREE, "cows", 2, 0)
    assert [cow["name"] for cow in value_at(answers, "cows")] == ["c", "a", "b"]
    assert answers.unknown == {"cows[2].age"}
    assert answers.blank == {"cows[0].colour", "farm"}


def test_adding_an_item_opens_the_list():
    answers = with_item_added(with_list_closed(THREE, "cows"), "cows")
    assert "cows" in answers.open_lists
    assert len(value_at(answers, "cows")) == 4


def test_closing_an_empty_list_records_its_emptiness():
    answers = with_list_closed(Answers(), "cows")
    assert answers.blank == {"cows"}
    assert with_item_added(answers, "cows").blank == frozenset()


def test_a_list_whose_name_begins_like_another_keeps_its_states():
    answers = with_blanks(THREE, ["cows_sold[0].name"])
    assert "cows_sold[0].name" in with_item_removed(answers, "cows", 0).blank


def test_a_place_that_does_not_exist_reads_as_nothing():
    assert value_at(THREE, "cows[9].name") is None
    assert value_at(THREE, "horse.name") is None
