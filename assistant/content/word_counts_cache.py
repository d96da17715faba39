"""The compiled copy of the word lists: tries and plain lines, so that a damaged file can at worst be unreadable."""

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

import marisa_trie

from assistant.domain.words import PersonalNames, Words

_KNOWN, _REST = "known.marisa", "words.json"


def read_kept(folder: Path, key: str) -> Words | None:
    """None when there is none for exactly these sources, or it cannot be read."""
    try:
        rest = json.loads((folder / _REST).read_bytes())
        if rest["key"] != key:
            return None
        known = marisa_trie.Trie()
        known.load(str(folder / f"{key}.{_KNOWN}"))
        trusted = dict(zip(rest["trusted"], rest["likelihoods"], strict=True))
        legal = frozenset(rest["trusted"][: rest["legal"]])
        beside = {**rest["pairs"], **rest["beside"]}
        return Words(trusted, legal, known, rest["pairs"], _names(rest["names"]), beside, frozenset(rest["undoubted"]))
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
        "pairs": dict(words.pairs),
        "beside": {pair: count for pair, count in words.beside.items() if words.pairs.get(pair) != count},
        "undoubted": sorted(words.undoubted),
        "names": {name: list(getattr(names, name)) for name in PersonalNames.__dataclass_fields__},
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob(f"*.{_KNOWN}"):
            old.unlink(missing_ok=True)
        if isinstance(words.known, marisa_trie.Trie):
            words.known.save(str(folder / f"{key}.{_KNOWN}"))
        _replace(folder / _REST, json.dumps(rest, ensure_ascii=False, separators=(",", ":")).encode())
    except OSError:
        return


def _replace(target: Path, raw: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=target.name)
    with os.fdopen(handle, "wb") as file:
        file.write(raw)
    Path(name).replace(target)


def _names(kept: Mapping[str, list[str]]) -> PersonalNames:
    endings = tuple(kept["surname_endings"])
    return PersonalNames(
        surname_endings=endings,
        **{name: frozenset(words) for name, words in kept.items() if name != "surname_endings"},
    )
