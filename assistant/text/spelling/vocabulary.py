"""How sure it is that a word is one: found, formed from a found one, or merely listed somewhere."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from assistant.domain.words import Words
from assistant.text.letters import ZWNJ, loose
from assistant.text.verbs import VerbForm

_VERB, _NAME, _KNOWN, _UNKNOWN, _OF_PARTS = -13.5, -14.0, -17.5, -22.0, -14.0
_TANVIN = "\u064b"

# Endings of nouns and adjectives with what each takes from the likelihood of the word it stands on.
_JOINED = (
    ("هایشان", -4.0), ("هایمان", -4.5), ("هایتان", -5.0), ("هایی", -3.5), ("هایش", -4.0), ("هایم", -4.5), ("های", -2.0),
    ("ها", -2.0), ("ترین", -3.5), ("تر", -3.5), ("شان", -4.0), ("مان", -4.5), ("تان", -5.0), ("ای", -2.5), ("اش", -3.5),
    ("ام", -4.0), ("ات", -5.0), ("ایم", -4.0), ("اید", -4.0), ("اند", -3.0), ("ایشان", -4.0), ("گونه", -4.0), ("ی", -3.0),
)  # fmt: skip
_GLUED = (
    ("هایشان", -5.0), ("هایی", -4.5), ("هایش", -5.0), ("های", -3.5), ("ها", -3.5), ("ترین", -3.5), ("تر", -3.5),
    ("شان", -4.5), ("مان", -5.0), ("تان", -6.0), ("یی", -5.0), ("ی", -3.0), ("ش", -5.0), ("م", -5.5), ("ت", -6.5),
    ("ان", -5.0), ("ات", -5.5), ("ین", -6.0), ("یت", -5.0), ("گی", -4.0), ("یم", -7.0), ("ند", -7.0),
    ("انه", -5.0), ("اً", -4.5), ("اش", -5.5), ("یان", -5.5), ("گان", -4.0), ("ه", -7.0),
)  # fmt: skip
_SHORT = frozenset(
    ("ش", "م", "ت", "ات", "ین", "ان", "یم", "ند", "ه", "یت", "انه", "تان", "اش", "یان", "مان", "یی", "ی")
)
_IN_FRONT = (("ال", -5.0), ("بی" + ZWNJ, -4.0), ("غیر" + ZWNJ, -3.0), ("هم" + ZWNJ, -4.0), ("پیش" + ZWNJ, -4.0),
             ("نا", -7.0), ("بی", -6.5), ("هم", -7.0), ("غیر", -5.5))  # fmt: skip


class Trust(IntEnum):
    UNKNOWN = 0
    KNOWN = 1  # a dictionary has it
    FORMED = 2  # a trusted word with a short ending that a slip could also have made
    GENERAL = 3
    LEGAL = 4


@dataclass(frozen=True, slots=True)
class Reading:
    trust: Trust
    likelihood: float  # natural logarithm


class Vocabulary:
    """Looks words up in ``Words`` and among verb forms; every word once."""

    def __init__(self, words: Words, verbs: Mapping[str, VerbForm]) -> None:
        self.words = words
        self._trusted = words.trusted
        self._verbs = verbs
        names = words.names
        self.persons = names.first_names | names.surnames
        self._named = self.persons | names.places
        self._loose = _loosely(words)
        self._loose_verbs = frozenset(loose(form) for form in verbs if ZWNJ in form or "آ" in form)
        self.reading = lru_cache(maxsize=50_000)(self._reading)

    def likelihood(self, word: str) -> float | None:
        """Of a word that may be proposed: as it stands, without taking it apart."""
        found = self._trusted.get(word)
        if found is None and word in self._verbs:
            return _VERB
        return found

    def with_ending(self, word: str) -> float | None:
        """Of a word that may be proposed, taken apart at a half-space or a plural if need be."""
        found = self.likelihood(word)
        if found is not None:
            return found
        for ending, cost in _endings_of(word):
            if ending not in _SHORT:
                stem = self.likelihood(word[: -len(ending)].rstrip(ZWNJ))
                if stem is not None:
                    return stem + cost
        return None

    def is_style_of_trusted(self, word: str) -> bool:
        """Whether only half-spaces, hamza or tanvin part it from a trusted word: another check's business."""
        key = loose(word)
        return key in self._loose or key in self._loose_verbs

    def _reading(self, word: str) -> Reading:
        found = self._trusted.get(word)
        if found is not None:
            return Reading(Trust.LEGAL if word in self.words.legal else Trust.GENERAL, found)
        if word in self._verbs:
            return Reading(Trust.LEGAL, _VERB)
        if word in self._named:
            return Reading(Trust.LEGAL, _NAME)
        if self.is_style_of_trusted(word):
            return Reading(Trust.LEGAL, self._loose.get(loose(word), _VERB))
        return self._formed(word)

    def _formed(self, word: str) -> Reading:
        best = Reading(Trust.UNKNOWN, _UNKNOWN)
        if word in self.words.known:
            best = Reading(Trust.KNOWN, _KNOWN)
        for reading in self._taken_apart(word):
            if (reading.trust, reading.likelihood) > (best.trust, best.likelihood):
                best = reading
        return best

    def _taken_apart(self, word: str) -> Iterator[Reading]:
        for ending, cost in _endings_of(word):
            joined = word[: -len(ending)].endswith(ZWNJ)
            stem = word[: -len(ending)].rstrip(ZWNJ)
            likelihood = self._stem(stem)
            if likelihood is not None:
                short = ending in _SHORT and not joined
                yield Reading(Trust.FORMED if short else Trust.GENERAL, likelihood + cost)
        for beginning, cost in _IN_FRONT:
            if word.startswith(beginning):
                likelihood = self._stem(word[len(beginning) :])
                if likelihood is not None:
                    yield Reading(Trust.FORMED, likelihood + cost)
        if ZWNJ in word:
            parts = word.split(ZWNJ)
            if all(self._is_part(part) for part in parts):
                yield Reading(Trust.GENERAL, _OF_PARTS)
            elif len(parts) > 1 and all(self._is_part(part) or part in self.words.known for part in parts):
                yield Reading(Trust.KNOWN, _KNOWN)

    def _stem(self, stem: str) -> float | None:
        if len(stem) < 2:
            return None
        found = self._trusted.get(stem)
        if found is None and stem in self._verbs and stem.endswith("ه"):
            return _VERB
        if found is None and stem in self._named:
            return _NAME
        if found is None and (ZWNJ in stem or loose(stem) != stem):
            return self._loose.get(loose(stem))
        return found

    def _is_part(self, part: str) -> bool:
        return bool(part) and (
            part in self._trusted
            or part in self._named
            or part in _ENDINGS
            or part in self._verbs
            or (part.startswith("ال") and self._stem(part[2:]) is not None)
            or any(self._stem(part[: -len(ending)]) is not None for ending, _ in _GLUED if part.endswith(ending))
        )


_ENDINGS = frozenset(ending for ending, _ in _JOINED)


def _endings_of(word: str) -> Iterator[tuple[str, float]]:
    """Those the word may be taken to have, at a half-space or glued."""
    if ZWNJ in word:
        tail = word.rpartition(ZWNJ)[2]
        for ending, cost in _JOINED:
            if tail == ending:
                yield ending, cost
    for ending, cost in _GLUED:
        if word.endswith(ending) and len(word) > len(ending) + 1 and word[-len(ending) - 1] != ZWNJ:
            yield ending, cost


def _loosely(words: Words) -> Mapping[str, float]:
    """Loose key → likelihood, for trusted words that have another spelling of half-space, hamza or tanvin."""
    found: dict[str, float] = {}
    for word, likelihood in words.trusted.items():
        key = loose(word)
        if key != word and likelihood > found.get(key, -99.0):
            found[key] = likelihood
    return found
