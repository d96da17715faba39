"""The sentences the lists were tuned on: confused, colloquial, insulting and party words, and names spelt otherwise."""

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import TextFinding
from assistant.text.checker import TextChecker
from assistant.text.style import TEXT_CHECKS, style_checks
from tests.text.figure_samples import cases
from tests.text.figure_samples import found as found_in_figures
from tests.text.rooms import known_words, word_lists
from tests.text.spelling_set import found as found_in_spelling

TUNING = Path(__file__).parent / "tuning"
CONFUSED = ("confusion", "spelling")
STYLE = ("informal", "insult", "role-term")


@cache
def style_checker() -> TextChecker:
    return TextChecker(style_checks(word_lists(), known_words()), TEXT_CHECKS)


def lines(name: str) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in (TUNING / name).read_text("utf-8").splitlines())


def staged(line: dict[str, Any]) -> TextCase:
    roles = ("تجدیدنظرخواه", "تجدیدنظرخوانده") if line.get("stage") == "appeal" else ("خواهان", "خوانده")
    return TextCase(stage=line.get("stage", "first_instance"), role_first=roles[0], role_second=roles[1])


def counted(counts: Counter[str], line: dict[str, Any], told: tuple[TextFinding, ...] | list[TextFinding]) -> None:
    """``told`` holds findings of the kinds that are measured; two kinds of confusion count as one."""
    for error in line["errors"]:
        group = "confusion" if error["kind"] in CONFUSED else error["kind"]
        hits = [each for each in told if each.start < error["end"] and error["start"] < each.end]
        counts[f"{group} planted"] += 1
        counts[f"{group} found"] += bool(hits)
        told = [each for each in told if each not in hits]
    counts["false"] += len(told)


def test_every_planted_error_stands_where_it_is_said_to():
    for name in ("confusions.jsonl", "style-2.jsonl", "figures/names-2.jsonl"):
        for line in lines(name):
            assert all(line["text"][each["start"] : each["end"]] == each["span"] for each in line["errors"]), line["id"]


def test_confused_words_are_found_and_words_that_are_right_let_pass():
    counts: Counter[str] = Counter()
    for line in lines("confusions.jsonl"):
        counted(counts, line, found_in_spelling(line["text"]))
    assert counts["confusion found"] >= 0.73 * counts["confusion planted"], counts
    assert counts["false"] <= 6, counts


def test_colloquial_insulting_and_party_words_are_found():
    counts: Counter[str] = Counter()
    for line in lines("style-2.jsonl"):
        told = style_checker().check(line["text"], staged(line)).findings
        counted(counts, line, [each for each in told if each.kind.value in STYLE])
    for kind, least in (("informal", 0.92), ("insult", 0.94), ("role-term", 0.94)):
        assert counts[f"{kind} found"] >= least * counts[f"{kind} planted"], counts
    assert counts["false"] <= 5, counts


def test_names_spelt_otherwise_are_found_and_those_of_others_let_pass():
    counts: Counter[str] = Counter()
    case_of = cases()
    for line in lines("figures/names-2.jsonl"):
        counted(counts, line, found_in_figures(line["text"], case_of[line["case"]]))
    assert counts["name-mismatch found"] >= 0.92 * counts["name-mismatch planted"], counts
    assert counts["false"] <= 2, counts
