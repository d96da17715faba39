"""Counted pairs of words in a trie: a fifth of the memory a dictionary takes, read from its file only where asked."""

from collections.abc import ItemsView, Iterator, Mapping
from pathlib import Path

import marisa_trie

_COUNTS = "<II"  # in statutes, and petitions with their phrases counted in


class PairCounts(Mapping[str, int]):
    """One of the two counts of each pair; a pair counted 0 times is none of it."""

    def __init__(self, trie: marisa_trie.RecordTrie, which: int) -> None:
        self._trie, self._which = trie, which

    def __getitem__(self, pair: str) -> int:
        found = self.get(pair)
        if not found:
            raise KeyError(pair)
        return found

    def get(self, pair: str, default: int = 0) -> int:  # type: ignore[override]
        found = self._trie.get(pair)
        return (found[0][self._which] if found else 0) or default

    def __contains__(self, pair: object) -> bool:
        return isinstance(pair, str) and self.get(pair) > 0

    def __iter__(self) -> Iterator[str]:
        return (pair for pair, _ in self.counted())

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def items(self) -> "_Counted":
        return _Counted(self)

    def counted(self) -> Iterator[tuple[str, int]]:
        """All in one walk of the trie."""
        return ((pair, counts[self._which]) for pair, counts in self._trie.iteritems() if counts[self._which])


class _Counted(ItemsView[str, int]):
    """Looks no pair up a second time."""

    _mapping: PairCounts

    def __iter__(self) -> Iterator[tuple[str, int]]:
        return self._mapping.counted()


def counted_pairs(statutes: Mapping[str, int], beside: Mapping[str, int]) -> marisa_trie.RecordTrie:
    pairs = sorted(statutes.keys() | beside.keys())
    return marisa_trie.RecordTrie(_COUNTS, [(pair, (statutes.get(pair, 0), beside.get(pair, 0))) for pair in pairs])


def kept_pairs(file: Path) -> marisa_trie.RecordTrie:
    """Raises OSError or RuntimeError for a file that is not there or cannot be read."""
    return marisa_trie.RecordTrie(_COUNTS).mmap(str(file))


def both(trie: marisa_trie.RecordTrie) -> tuple[PairCounts, PairCounts]:
    """Of statutes, and with petitions counted in."""
    return PairCounts(trie, 0), PairCounts(trie, 1)
