"""Counts the words that stand side by side in the project's own sentences: ``python -m tests.text.count_pairs``.

Writes ``rules/lexicon/petition-bigrams.tsv`` from the tuning sentences (a planted error with the word that is right),
the paragraphs, and what the experts' rooms say in whole phrases. The blind set is never counted.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from assistant.content.yaml_reader import read_yaml
from assistant.text.sentences import sentences
from assistant.text.tokens import TokenKind
from tests import ROOT

HERE = Path(__file__).parent
TARGET = ROOT / "rules" / "lexicon" / "petition-bigrams.tsv"
_LETTER = re.compile("[آ-ی]")
_NOT_PROSE = re.compile("[…<>~|={}]")  # of patterns and templates
_SHORTEST = 4  # words of a phrase


def main() -> None:
    counts = Counter(pair for text in dict.fromkeys(_texts()) for pair in pairs(text))
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    lines = ["first\tsecond\tcount", *(f"{first}\t{second}\t{count}" for (first, second), count in rows)]
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(rows)} pairs")


def pairs(text: str) -> Iterator[tuple[str, str]]:
    for sentence in sentences(text):
        for one, other in pairwise(sentence.tokens):
            if one.kind is TokenKind.WORD and other.kind is TokenKind.WORD:
                yield one.folded, other.folded


def _texts() -> Iterator[str]:
    for file in sorted((HERE / "tuning").rglob("*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            text = _righted(json.loads(line))
            if text:
                yield text
    yield from (HERE / "paragraphs.txt").read_text("utf-8").splitlines()
    for room in ("rules", "templates"):
        for file in sorted((ROOT / room).rglob("*.yaml")):
            if file.parent.name not in ("lexicon", "confusions"):
                yield from _phrases(read_yaml(file.read_bytes()).value)


def _righted(line: dict[str, Any]) -> str:
    """The text as it is meant; "" where that is not written down."""
    text: str = line["text"]
    for error in sorted(line.get("errors", ()), key=lambda each: -each["start"]):
        if error["kind"] == "cue":
            continue
        if not error.get("correct"):
            return ""
        text = text[: error["start"]] + error["correct"][0] + text[error["end"] :]
    return text


def _phrases(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for each in value.values():
            yield from _phrases(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _phrases(each)
    elif isinstance(value, str):
        for line in value.splitlines():
            if line.count(" ") >= _SHORTEST - 1 and _LETTER.search(line) and not _NOT_PROSE.search(line):
                yield line


if __name__ == "__main__":
    main()
