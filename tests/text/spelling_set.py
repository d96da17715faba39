"""The sentences spelling is tuned on, and how well a checker does on such sentences."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from assistant.content.word_counts import load_words
from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import TextFinding, TextKind
from assistant.text.checker import TextChecker
from assistant.text.confusions import ConfusionCheck
from assistant.text.letters import folded, loose
from assistant.text.sentences import sentences
from assistant.text.spelling.check import SpellingCheck
from assistant.text.verbs import hazm_file
from tests import ROOT
from tests.text.test_confusions import real_pairs

TUNING = Path(__file__).parent / "tuning" / "spelling.jsonl"
KINDS = (TextKind.SPELLING, TextKind.CONFUSION)


@cache
def real_check() -> SpellingCheck:
    return SpellingCheck(lambda: load_words(ROOT, None, hazm_file("words.dat")))


@cache
def real_checker() -> TextChecker:
    return TextChecker((ConfusionCheck(real_pairs()), real_check()))


def found(text: str, case: TextCase | None = None) -> tuple[TextFinding, ...]:
    return real_checker().check(text, case, seconds=60).findings


def lines(path: Path) -> Iterator[Mapping[str, Any]]:
    return (json.loads(line) for line in path.read_text("utf-8").splitlines())


@dataclass
class Score:
    errors: int = 0
    hits: int = 0
    first: int = 0  # hits whose first suggestion is right
    among: int = 0  # hits with the right word among the suggestions
    false: int = 0
    words: int = 0
    clean_words: int = 0
    clean_false: int = 0
    missed: list[str] = field(default_factory=list)
    wrongly: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.hits / max(1, self.errors)

    @property
    def precision(self) -> float:
        return self.hits / max(1, self.hits + self.false)

    @property
    def per_thousand_clean(self) -> float:
        return 1000 * self.clean_false / max(1, self.clean_words)

    def __str__(self) -> str:
        return (
            f"errors {self.errors}, recall {self.recall:.3f}, precision {self.precision:.3f}, "
            f"top-1 {self.first / max(1, self.hits):.3f}, top-3 {self.among / max(1, self.hits):.3f}, "
            f"false per 1,000 clean words {self.per_thousand_clean:.2f} of {self.clean_words}"
        )


def score(items: Iterable[Mapping[str, Any]]) -> Score:
    """An error counts as found when a finding touches it; only errors of the two kinds count."""
    total = Score()
    for item in items:
        text, errors = item["text"], [each for each in item["errors"] if each["kind"] in KINDS]
        count = sum(len(part.words) for part in sentences(text))
        findings = list(found(text))
        total.words += count
        for error in errors:
            hits = [each for each in findings if each.start < error["end"] and error["start"] < each.end]
            total.errors += 1
            if not hits:
                total.missed.append(error["span"])
                continue
            total.hits += 1
            meant = {_plain(each) for each in error["correct"]}
            proposed = [
                _plain(
                    text[min(error["start"], hits[0].start) : hits[0].start] + each + text[hits[0].end : error["end"]]
                )
                for each in hits[0].suggestions
            ]
            total.first += bool(meant & set(proposed[:1]))
            total.among += bool(meant & set(proposed[:3]))
            findings = [each for each in findings if each not in hits]
        total.false += len(findings)
        total.wrongly += [each.span for each in findings]
        if not item["errors"]:
            total.clean_words += count
            total.clean_false += len(findings)
    return total


def _plain(text: str) -> str:
    return loose(folded(text)).replace(" ", "")
