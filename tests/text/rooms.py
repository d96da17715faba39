"""The experts' word lists and known words as the checks of writing get them, read once for all tests."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice

from assistant.content.room_map import Kind, kind_of
from assistant.content.word_list_builder import word_list
from assistant.content.yaml_reader import read_yaml
from assistant.domain.word_list import WordList
from tests import ROOT


class WordsOfStatutes(frozenset[str]):
    """And the commonest of the general language; none is told to be commoner than another."""

    def far_commoner(self, one: str, other: str) -> bool:
        return False


@lru_cache(maxsize=1)
def word_lists() -> Mapping[str, WordList]:
    paths = (ROOT / "rules/lexicon").glob("*.yaml")
    mine = (path for path in paths if kind_of(f"rules/lexicon/{path.name}") is Kind.WORD_LIST)
    return {path.stem: word_list(read_yaml(path.read_bytes()).value) for path in mine}


@lru_cache(maxsize=1)
def known_words() -> WordsOfStatutes:
    return WordsOfStatutes((*_words("statute-words.tsv"), *islice(_words("general-words.tsv"), 30_000)))


def _words(name: str) -> Iterator[str]:
    with (ROOT / "rules/lexicon" / name).open(encoding="utf-8") as lines:
        next(lines)  # names of the columns
        for line in lines:
            yield line.split("\t")[0]
