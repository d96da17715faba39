"""The compiled copy of the word lists: tries and plain lines, so that a damaged file can at worst be unreadable."""

import json
import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import marisa_trie

from assistant.content.pair_counts import both, counted_pairs, kept_pairs
from assistant.domain.words import PersonalNames, Words

_KNOWN, _PAIRS, _REST = "known.marisa", "pairs.marisa", "words.json"


def read_kept(folder: Path, key: str) -> Words | None:
    """None when there is none for exactly these sources, or it cannot be read."""
    try:
        rest = json.loads((folder / _REST).read_bytes())
        if rest["key"] != key:
            return None
        known = marisa_trie.Trie().mmap(str(folder / f"{key}.{_KNOWN}"))
        pairs, beside = both(kept_pairs(folder / f"{key}.{_PAIRS}"))
        trusted = dict(zip(rest["trusted"], rest["likelihoods"], strict=True))
        legal = frozenset(rest["trusted"][: rest["legal"]])
        return Words(trusted, legal, known, pairs, _names(rest["names"]), beside, frozenset(rest["undoubted"]))
    except (OSError, RuntimeError, ValueError, LookupError, TypeError):
        return None


def write_kept(folder: Path, key: str, words: Words) -> None:
    """A folder that cannot be written costs a slower start, nothing else."""
    trusted = sorted(words.trusted, key=lambda word: (word not in words.legal, word))
    names = words.names
    rest = {
        "key": key,
        "trusted": trusted,
        "likelihoods": [round(words.trusted[word], 3) for word in trusted],
        "legal": len(words.legal),
        "undoubted": sorted(words.undoubted),
        "names": {name: list(getattr(names, name)) for name in PersonalNames.__dataclass_fields__},
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.marisa"):
            old.unlink(missing_ok=True)
        _replace(folder / f"{key}.{_PAIRS}", counted_pairs(words.pairs, words.beside).save)
        if isinstance(words.known, marisa_trie.Trie):
            _replace(folder / f"{key}.{_KNOWN}", words.known.save)
        plain = json.dumps(rest, ensure_ascii=False, separators=(",", ":"))
        _replace(folder / _REST, lambda name: Path(name).write_text(plain, "utf-8"))
    except OSError:
        return


def _replace(target: Path, write: Callable[[str], object]) -> None:
    """Whole or not at all: another process may have the old one mapped."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=target.name)
    os.close(handle)
    write(name)
    Path(name).replace(target)


def _names(kept: Mapping[str, list[str]]) -> PersonalNames:
    endings = tuple(kept["surname_endings"])
    return PersonalNames(
        surname_endings=endings,
        **{name: frozenset(words) for name, words in kept.items() if name != "surname_endings"},
    )
