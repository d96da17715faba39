"""Sealed values open only at their own place, with their own key, unchanged."""

import os
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.storage.errors import RecordDamaged
from assistant.storage.sealing import Place, Sealer

KEYS = {1: b"1" * 32, 2: b"2" * 32}
PLACE = Place("draft", "draft-1", "sealed_answers", 7)
TEXT = "علی نمونه".encode()


@given(st.binary(max_size=4000))
@settings(max_examples=50, deadline=None)
def test_a_sealed_value_opens_as_it_was(plain: bytes) -> None:
    sealer = Sealer(1, KEYS)
    assert sealer.open(PLACE, sealer.seal(PLACE, plain)) == plain


def test_a_sealed_value_does_not_show_the_text() -> None:
    assert TEXT not in Sealer(1, KEYS).seal(PLACE, TEXT)


def test_the_same_text_is_sealed_differently_each_time() -> None:
    sealer = Sealer(1, KEYS)
    assert sealer.seal(PLACE, TEXT) != sealer.seal(PLACE, TEXT)


@pytest.mark.parametrize(
    "elsewhere",
    [
        replace(PLACE, table="filing"),
        replace(PLACE, row_id="draft-2"),
        replace(PLACE, column="sealed_reasons"),
        replace(PLACE, revision=6),
    ],
)
def test_a_value_moved_to_another_row_column_or_revision_does_not_open(elsewhere: Place) -> None:
    sealer = Sealer(1, KEYS)
    with pytest.raises(RecordDamaged, match=elsewhere.table):
        sealer.open(elsewhere, sealer.seal(PLACE, TEXT))


def test_no_byte_of_a_sealed_value_can_be_changed_or_cut_off() -> None:
    sealer = Sealer(1, KEYS)
    sealed = sealer.seal(PLACE, TEXT)
    for index in range(len(sealed)):
        for edited in (sealed[:index] + bytes([sealed[index] ^ 1]) + sealed[index + 1 :], sealed[:index]):
            with pytest.raises(RecordDamaged):
                sealer.open(PLACE, edited)


def test_a_value_claimed_for_another_key_does_not_open() -> None:
    same_key_twice = Sealer(1, {1: KEYS[1], 2: KEYS[1]})
    sealed = same_key_twice.seal(PLACE, TEXT)
    relabelled = sealed[:1] + (2).to_bytes(4, "big") + sealed[5:]
    with pytest.raises(RecordDamaged):
        same_key_twice.open(PLACE, relabelled)


def test_older_values_open_while_new_ones_take_the_current_key() -> None:
    old, new = Sealer(1, KEYS), Sealer(2, KEYS)
    assert new.open(PLACE, old.seal(PLACE, TEXT)) == TEXT
    assert new.seal(PLACE, TEXT)[1:5] == (2).to_bytes(4, "big")


def test_a_key_added_by_another_process_is_found() -> None:
    running = Sealer(1, {1: KEYS[1]}, reload=lambda: KEYS)
    assert running.open(PLACE, Sealer(2, KEYS).seal(PLACE, TEXT)) == TEXT


def test_a_value_of_a_key_we_do_not_hold_is_refused() -> None:
    with pytest.raises(RecordDamaged):
        Sealer(1, {1: KEYS[1]}, reload=lambda: {1: KEYS[1]}).open(PLACE, Sealer(2, KEYS).seal(PLACE, TEXT))


def test_long_values_are_compressed_before_they_are_sealed() -> None:
    sealer = Sealer(1, KEYS)
    assert len(sealer.seal(PLACE, b"x" * 10_000)) < 200
    incompressible = os.urandom(5000)
    assert sealer.open(PLACE, sealer.seal(PLACE, incompressible)) == incompressible
