"""Counted words as one value: read from the lexicon room once, then from a compiled copy in the cache folder.

The lists are far too long for the artefact of the checked content, and nothing of them is law: a file nobody changed
needs no second reading.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import marisa_trie

from assistant.content.lexicon_builder import misprints_of, personal_names, terms_of, word_groups
from assistant.content.word_counts_cache import read_kept, write_kept
from assistant.content.word_likelihoods import Counted, likelihoods
from assistant.content.yaml_reader import read_yaml
from assistant.domain.words import PersonalNames, Words

LEXICON = "rules/lexicon"
STATUTE_WORDS, STATUTE_PAIRS, GENERAL_WORDS = "statute-words.tsv", "statute-bigrams.tsv", "general-words.tsv"
PETITION_PAIRS, PHRASES, UNDOUBTED = "petition-bigrams.tsv", "petition-phrases.yaml", "undoubted-words.yaml"
TERMS, NAMES = "legal-terms.yaml", "names.yaml"
_FILES = (STATUTE_WORDS, STATUTE_PAIRS, GENERAL_WORDS, PETITION_PAIRS, PHRASES, UNDOUBTED, TERMS, NAMES)
_OF_PETITIONS, _OF_PHRASES = 4, 8  # what a pair counts for: the statutes counted are far longer than the petitions
_FORMAT = b"7"  # of the compiled copy and of how likelihoods are reckoned: a new number makes it anew


@dataclass(frozen=True, slots=True)
class _Sources:
    """A missing file counts as empty, so that a house without a lexicon still opens."""

    room: Path
    dictionary: Path | None

    @property
    def key(self) -> str:
        """Of all that is in them; they are megabytes and read piece by piece."""
        total = hashlib.sha256(_FORMAT)
        for path in (*(self.room / name for name in _FILES), self.dictionary):
            if path and path.is_file():
                with path.open("rb") as file:
                    total.update(hashlib.file_digest(file, "sha256").digest())
            total.update(b"\0")
        return total.hexdigest()[:24]

    def read(self, name: str) -> bytes:
        return (self.room / name).read_bytes() if (self.room / name).is_file() else b""


def load_words(content_folder: Path, cache_folder: Path | None, dictionary: Path | None = None) -> Words:
    """``dictionary`` is a list of further words, one a line with tab-separated remarks, as hazm has it."""
    sources = _Sources(content_folder / LEXICON, dictionary)
    key = sources.key
    kept = read_kept(cache_folder, key) if cache_folder else None
    if kept is None:
        kept = _compiled(sources)
        if cache_folder:
            write_kept(cache_folder, key, kept)
    return kept


def lazy_words(content_folder: Path, cache_folder: Path | None, dictionary: Callable[[], Path]) -> Callable[[], Words]:
    """For a check that loads at its first use."""
    return lambda: load_words(content_folder, cache_folder, dictionary())


def _compiled(sources: _Sources) -> Words:
    dictionary = sources.dictionary.read_text("utf-8", "replace") if sources.dictionary else ""
    entries = [line.split("\t") for line in dictionary.splitlines() if line]
    listed = [entry[0] for entry in entries]
    confirmed = frozenset(entry[0] for entry in entries if len(entry) > 1 and entry[1] not in ("", "0"))
    kept_by_hand = _yaml(sources.read(TERMS))
    misprints = misprints_of(kept_by_hand)
    statutes = {word: count for word, count in _counts(sources.read(STATUTE_WORDS)) if word not in misprints}
    general = {word: count for word, count in _counts(sources.read(GENERAL_WORDS)) if word not in misprints}
    trusted, legal = likelihoods(Counted(statutes, general, tuple(terms_of(kept_by_hand)), confirmed))
    known: Container[str] = marisa_trie.Trie({*listed, *general, *statutes} - misprints)
    undoubted = frozenset(_listed(sources.read(UNDOUBTED)))
    pairs = _pairs(sources.read(STATUTE_PAIRS))
    return Words(trusted, legal, known, pairs, _names(sources.read(NAMES)), _beside(pairs, sources), undoubted)


def _pairs(raw: bytes) -> Mapping[str, int]:
    return {f"{first} {second}": int(count) for first, second, count in _rows(raw)}


def _beside(pairs: Mapping[str, int], sources: _Sources) -> Mapping[str, int]:
    found = Counter(pairs)
    for pair, count in _pairs(sources.read(PETITION_PAIRS)).items():
        found[pair] += _OF_PETITIONS * count
    for phrase in _listed(sources.read(PHRASES)):
        words = phrase.split(" ")
        for first, second in pairwise(words):
            found[f"{first} {second}"] += _OF_PHRASES
    return dict(found)


def _listed(raw: bytes) -> Iterator[str]:
    """The words of a word list without their replacements."""
    return (word for group in word_groups(_yaml(raw)) for word in group.get("words", ()))


def _names(raw: bytes) -> PersonalNames:
    return personal_names(_yaml(raw)) if raw else PersonalNames()


def _yaml(raw: bytes) -> Mapping[str, object]:
    return read_yaml(raw).value if raw else {}


def _counts(raw: bytes) -> Iterator[tuple[str, int]]:
    return ((row[0], int(row[1])) for row in _rows(raw))


def _rows(raw: bytes) -> Iterator[list[str]]:
    """Without the line of headings."""
    return (line.split("\t") for line in raw.decode("utf-8").splitlines()[1:] if line)
