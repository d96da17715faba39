"""The experts' cues over the sentences they were tuned on: what was once read rightly stays so."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from assistant.text.cues.cue_check import CueCheck
from assistant.text.sentences import sentences
from tests.text.real_checker import real_library

TUNING = Path(__file__).parent / "tuning"


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


ROWS = rows_of(TUNING / "cues.jsonl")
SETS = sorted(TUNING.glob("cues-*.jsonl"))
_FLOOR = 0.95


@lru_cache(maxsize=1)
def cue_check() -> CueCheck:
    return CueCheck(real_library().cues)


def readings(text: str) -> set[tuple[str, str, str]]:
    hits = (hit for sentence in sentences(text) for hit in cue_check().hits(sentence))
    return {(hit.cue.id, hit.polarity.value, hit.status.value) for hit in hits}


@pytest.mark.parametrize("row", [row for row in ROWS if row["errors"]], ids=lambda row: row["id"])
def test_a_sentence_that_touches_facts_is_read_rightly(row: dict[str, Any]):
    expected = {(each["cue"], each["polarity"], each["status"]) for each in row["errors"]}
    assert expected <= readings(row["text"])


@pytest.mark.parametrize("row", [row for row in ROWS if not row["errors"]], ids=lambda row: row["id"])
def test_a_sentence_that_touches_none_is_left_alone(row: dict[str, Any]):
    assert readings(row["text"]) == set()


def test_the_tuning_sentences_are_many_and_half_a_hundred_cues_are_among_them():
    assert len(ROWS) > 300
    assert len({each["cue"] for row in ROWS for each in row["errors"]}) > 40


def is_read_rightly(row: dict[str, Any]) -> bool:
    """All that is expected, and nothing else of the cue the sentence was written for: its id begins with it."""
    expected = {(each["cue"], each["polarity"], each["status"]) for each in row["expected"]}
    read = readings(row["text"])
    own = row["id"].rpartition("-")[0]
    return expected <= read and all(each in expected for each in read if each[0] == own)


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_of_the_sentences_written_for_single_cues_nearly_all_are_read_rightly(path: Path):
    rows = rows_of(path)
    wrong = [row["text"] for row in rows if not is_read_rightly(row)]
    assert len(wrong) <= (1 - _FLOOR) * len(rows), wrong


@lru_cache(maxsize=1)
def tellings() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Sentences of twelve authors who knew the facts, not the patterns: those that touch facts, those that do not."""
    rows = rows_of(TUNING / "tellings.jsonl")
    return [row for row in rows if row["expected"]], [row for row in rows if not row["expected"]]


def test_of_what_many_authors_tell_nearly_all_is_read_rightly():
    missed = []
    count = 0
    for row in tellings()[0]:
        read = readings(row["text"])
        expected = [(each["cue"], each["polarity"], each["status"]) for each in row["expected"]]
        count += len(expected)
        missed += [(row["text"], each) for each in expected if each not in read]
    assert len(missed) <= 0.06 * count, missed


def test_sentences_that_only_use_the_words_of_a_fact_are_nearly_all_left_alone():
    silent = tellings()[1]
    marked = [row["text"] for row in silent if readings(row["text"])]
    assert len(marked) <= 0.06 * len(silent), marked
