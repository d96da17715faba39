"""Figures of the narrative checker over a measured set: ``python -m tests.text.measure [blind|tuning] [--lines]``.

A planted error counts as found when a remark of the same kind overlaps it (``same``), or one of the kinds that speak of
the same writing (``alike``: spelling, confusion, half-space). A remark of a kind that overlaps no planted error of its
kind or of a kind alike is false. Nobody who works on the checker looks at lines of the blind set: ``--lines`` is
refused there.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from assistant.checks.review import Reviewer
from assistant.domain.answers_file import read_answers_file
from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import TextFinding, TextKind
from assistant.services.text_case import text_case
from assistant.text.checker import TextChecker
from tests.text.real_checker import real_checker, real_library

HERE = Path(__file__).parent
ALIKE = {TextKind.SPELLING, TextKind.CONFUSION, TextKind.HALF_SPACE}


@dataclass
class Score:
    planted: Counter[str] = field(default_factory=Counter)
    same: Counter[str] = field(default_factory=Counter)
    alike: Counter[str] = field(default_factory=Counter)
    top1: Counter[str] = field(default_factory=Counter)
    top3: Counter[str] = field(default_factory=Counter)
    suggested: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    words: int = 0

    def rows(self) -> Iterator[str]:
        heads = ("same", "alike", "recall", "precision", "top-1", "top-3", "false")
        yield f"{'kind':24}{'planted':>8}" + "".join(f"{head:>11}" for head in heads)
        for kind in sorted({*self.planted, *self.false}):
            planted, alike = self.planted[kind], self.alike[kind]
            told = self.right[kind] + self.false[kind]
            yield (
                f"{kind:24}{planted:>8}{self.same[kind]:>11}{alike:>11}{share(alike, planted):>11}"
                f"{share(self.right[kind], told):>11}{share(self.top1[kind], self.suggested[kind]):>11}"
                f"{share(self.top3[kind], self.suggested[kind]):>11}{self.false[kind]:>11}"
            )


def share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


def lines(file: Path) -> Iterator[dict[str, Any]]:
    if file.exists():
        for line in file.read_text("utf-8").splitlines():
            yield json.loads(line)


def overlap(found: TextFinding, error: dict[str, Any]) -> bool:
    return found.start < error["end"] and error["start"] < found.end


def is_alike(one: str, other: str) -> bool:
    return one == other or {one, other} <= {kind.value for kind in ALIKE}


def count(score: Score, found: list[TextFinding], errors: list[dict[str, Any]], say: Any) -> None:
    for error in errors:
        kind = error["kind"]
        score.planted[kind] += 1
        near = [each for each in found if overlap(each, error) and is_alike(each.kind.value, kind)]
        score.same[kind] += any(each.kind.value == kind for each in near)
        score.alike[kind] += bool(near)
        if near and error.get("correct"):
            words = [text for each in near for text in each.suggestions]
            score.suggested[kind] += 1
            score.top1[kind] += any(each.suggestions and each.suggestions[0] in error["correct"] for each in near)
            score.top3[kind] += any(text in error["correct"] for text in words)
        if not near:
            say(f"missed {kind}: {error['span']}")
    for each in found:
        if each.kind is TextKind.CUE:
            continue
        is_right = any(overlap(each, error) and is_alike(each.kind.value, error["kind"]) for error in errors)
        (score.right if is_right else score.false)[each.kind.value] += 1
        if not is_right:
            say(f"false {each.kind.value}: «{each.span}» → {each.suggestions}")


def case_of(reviewer: Reviewer, line: dict[str, Any]) -> TextCase | None:
    template = reviewer.library.templates.get(line.get("template", ""))
    if template is None:
        return None
    file = read_answers_file({key: line[key] for key in ("template", "answers", "on") if key in line} | (
        {} if "answers" in line else {"answers": {}}))  # fmt: skip
    return text_case(reviewer.review(template, file.answers, file.on or date(2025, 10, 23)))


def cue_figures(checker: TextChecker, file: Path, say: Any) -> Iterator[str]:
    expected = right = reported = wrong_stance = silent = silent_right = 0
    for line in lines(file):
        named = line["expected"] if "expected" in line else line["errors"]
        wanted = [(each["cue"], each["polarity"], each["status"]) for each in named]
        found = {
            (each.reading.cue, each.reading.polarity.value, each.reading.status.value)
            for each in checker.check(line["text"]).findings
            if each.reading
        }
        expected += len(wanted)
        right += sum(each in found for each in wanted)
        wrong_stance += sum(each not in found and any(each[0] == one[0] for one in found) for each in wanted)
        reported += len(found)
        if not wanted:
            silent += 1
            silent_right += not found
        if missed := [each for each in wanted if each not in found]:
            say(f"cue missed {missed} in: {line['text']} (found {sorted(found)})")
        if extra := [each for each in found if each[0] not in {one[0] for one in wanted}]:
            say(f"cue too many {extra} in: {line['text']}")
    if expected:
        yield (
            f"{right} of {expected} right in match, polarity and status ({share(right, expected)}); "
            f"{wrong_stance} found with another polarity or status; {reported} readings in all; "
            f"silent lines silent: {silent_right} of {silent} ({share(silent_right, silent)})"
        )


def main(arguments: list[str]) -> None:
    name = next((each for each in arguments if not each.startswith("-")), "blind")
    folder = HERE / name
    say = print if "--lines" in arguments and name != "blind" else lambda _: None
    reviewer, checker = Reviewer(real_library()), real_checker()
    for title in sorted(each.stem for each in folder.glob("*.jsonl")):
        if title.startswith("cues"):
            continue
        score, clean_words, flagged = Score(), 0, 0
        for line in lines(folder / f"{title}.jsonl"):
            found = list(checker.check(line["text"], case_of(reviewer, line)).findings)
            errors = line.get("errors", [])
            if not errors:
                clean_words += len(line["text"].split())
                flagged += sum(each.kind is not TextKind.CUE for each in found)
                score.words += sum(each.kind in ALIKE for each in found)
            count(score, found, errors, say)
        print(f"\n{title}.jsonl")
        print("\n".join(score.rows()))
        if clean_words:
            print(f"lines without errors: {clean_words} words, {flagged} remarks, "
                  f"{1000 * flagged / clean_words:.2f} per 1,000 words; of spelling, confusion and half-space "
                  f"{1000 * score.words / clean_words:.2f}")  # fmt: skip
    for file in sorted(folder.glob("cues*.jsonl")):
        for row in cue_figures(checker, file, say):
            print(f"\n{file.name}: {row}")


if __name__ == "__main__":
    main(sys.argv[1:])
