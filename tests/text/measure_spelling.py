"""Prints how well spelling does: python -m tests.text.measure_spelling [pairs.tsv …]

Without arguments on the sentences it is tuned on; a .tsv has a wrong and a correct sentence on each line.
"""

import sys
from collections.abc import Iterator, Mapping
from itertools import takewhile
from pathlib import Path
from typing import Any

from tests.text.spelling_set import TUNING, lines, score


def from_pairs(path: Path) -> Iterator[Mapping[str, Any]]:
    """Each pair of sentences as one with its error marked: the words between what both have alike."""
    for number, line in enumerate(path.read_text("utf-8").splitlines()[1:]):
        wrong, correct = line.split("\t")
        start = _alike(wrong, correct)
        rest = min(len(wrong), len(correct)) - start
        tail = min(_alike(wrong[::-1], correct[::-1]), rest)
        while start and not wrong[start - 1].isspace():
            start -= 1
        while tail and not wrong[len(wrong) - tail].isspace():
            tail -= 1
        end = len(wrong) - tail
        meant = correct[start : len(correct) - tail]
        error = {"kind": "spelling", "start": start, "end": end, "span": wrong[start:end], "correct": [meant]}
        yield {"id": str(number), "text": wrong, "errors": [error]}


def _alike(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def main(arguments: list[str]) -> None:
    for path in [Path(each) for each in arguments] or [TUNING]:
        total = score(from_pairs(path) if path.suffix == ".tsv" else lines(path))
        print(path.name, total)
        print("  missed:", "، ".join(total.missed[:40]))
        print("  wrongly marked:", "، ".join(total.wrongly[:40]))


if __name__ == "__main__":
    main(sys.argv[1:])
