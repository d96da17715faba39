"""The experts' cues over the sentences they were tuned on: what was once read rightly stays so."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from assistant.text.cues.cue_check import CueCheck
from assistant.text.sentences import sentences
from tests.text.real_checker import real_library

TUNING = Path(__file__).parent / "tuning" / "cues.jsonl"
ROWS = [json.loads(line) for line in TUNING.read_text("utf-8").splitlines()]


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
