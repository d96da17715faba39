"""How sure it is that a word is one: found, formed from a found one, or merely listed somewhere."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from assistant.domain.words import Words
from assistant.text.letters import ZWNJ, loose
from assistant.text.spelling.endings import ENDINGS, INNERMOST, OUTERMOST, POSSESSIVES, VOWELS, Trust, endings_of
from assistant.text.spelling.number_words import is_number_word
from assistant.text.verbs import VerbForm

_VERB, _RARE_VERB, _NAME, _KNOWN, _UNKNOWN, _OF_PARTS = -13.5, -16.0, -14.0, -17.5, -22.0, -14.0
_FREQUENT_PART, _RARE_PART = -12.0, -14.0  # likelihood of a word as a part of a compound
_FREQUENT_NOUN = -11.0  # of one whose possessive is no slip
_MADE_OTHERWISE = -4.5  # «المسمای» of «المسمی», «ابرائی» of «ابرا»

# Verbs that stand after a blank: glued to their word they are run into it, whatever half-space some list has.
_SEPARATE = tuple(
    ZWNJ + each
    for each in ("است", "بود", "باشد", "شد", "شده", "نشده", "شود", "کرد", "کند", "گردد", "گردید", "نمود", "نماید")
)
_AUXILIARIES = tuple("ه" + ZWNJ + each for each in ("است", "ام", "ای", "ایم", "اید", "اند"))
_LIGHT_VERBS = frozenset(("بودن", "شدن", "کردن"))
_BEFORE_VERBS = ("بر", "در", "باز", "فرا", "فرو", "وا", "پس", "پیش")

_IN_FRONT = (("ال", -5.0), ("بی" + ZWNJ, -4.0), ("غیر" + ZWNJ, -3.0), ("هم" + ZWNJ, -4.0), ("پیش" + ZWNJ, -4.0),
             ("نا", -7.0), ("بی", -6.5), ("هم", -7.0), ("غیر", -5.5), ("بلا", -5.5))  # fmt: skip


class Reading(NamedTuple):
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
        # «نمودهاست» lacks a blank, not a half-space: forms in ه with their auxiliary stay unknown when glued
        self._loose_verbs = frozenset(
            loose_but_madd(form) for form in verbs if ZWNJ in form and not form.endswith(_AUXILIARIES)
        )
        self._with_hamza = {word.replace("أ", "ا"): word for word in words.legal if "أ" in word}
        self.proposable = self._proposable()
        self.likelihood = self.proposable.get  # of a word that may be proposed: as it stands, without taking it apart
        self.reading = lru_cache(maxsize=50_000)(self._reading)

    def _proposable(self) -> Mapping[str, float]:
        found = dict.fromkeys(self._verbs, _VERB)
        found.update((form, _RARE_VERB) for form, verb in self._verbs.items() if verb.verb not in self._trusted)
        found.update(self._trusted)
        return found

    def with_ending(self, word: str) -> float | None:
        """Of a word that may be proposed, taken apart at a half-space or a plain ending if need be."""
        found = self.likelihood(word)
        if found is not None:
            return found
        for ending, cost, _ in endings_of(word):
            if ending in ENDINGS:
                stem = self.likelihood(word[: -len(ending)].rstrip(ZWNJ))
                if stem is not None:
                    return stem + cost
        return None

    def preferred(self, word: str) -> str:
        """With the half-space of its verb form and the hamza of its term, where counted texts leave them out."""
        word = self._with_hamza.get(word, word)
        for prefix in ("می", "نمی"):
            if word.startswith(prefix):
                parted = prefix + ZWNJ + word[len(prefix) :]
                if parted in self._verbs:
                    return parted
        return word

    def possessed(self, word: str) -> str:
        """The frequent noun whose possessive, or one of which, the word is («کارش», «تقاضایی»); "" for none."""
        for ending, _, _ in endings_of(word):
            stem = word[: -len(ending)].rstrip(ZWNJ)
            if len(stem) < 3 or self._trusted.get(stem, -99.0) <= _FREQUENT_NOUN:
                continue
            if ending in POSSESSIVES or (ending == "یی" and stem[-1] in VOWELS):
                return stem
        return ""

    def is_style_of_trusted(self, word: str) -> bool:
        """Whether only half-spaces, hamza or tanvin part it from a trusted word: another check's business."""
        key = loose_but_madd(word)
        if key in self._loose or key in self._loose_verbs:
            return True
        return key != word and (key in self._trusted or key in self._verbs)

    def _reading(self, word: str) -> Reading:
        found = self._trusted.get(word)
        if found is not None:
            return Reading(Trust.LEGAL if word in self.words.legal else Trust.GENERAL, found)
        verb = self._verbs.get(word)
        if verb is not None:
            is_common = ZWNJ in word or verb.verb in _LIGHT_VERBS or verb.verb in self._trusted
            return Reading(Trust.LEGAL, _VERB) if is_common else Reading(Trust.KNOWN, _RARE_VERB)
        if word in self._named:
            return Reading(Trust.LEGAL, _NAME)
        if self.is_style_of_trusted(word):
            key = loose_but_madd(word)
            return Reading(Trust.LEGAL, self._loose.get(key, self._trusted.get(key, _VERB)))
        if is_number_word(word) or self._is_prefixed_verb(word):
            return Reading(Trust.LEGAL, _VERB)
        return self._formed(word)

    def _is_prefixed_verb(self, word: str) -> bool:
        return any(
            word.startswith(each) and len(word) > len(each) + 3 and word[len(each) :].lstrip(ZWNJ) in self._verbs
            for each in _BEFORE_VERBS
        )

    def _formed(self, word: str) -> Reading:
        best = Reading(Trust.UNKNOWN, _UNKNOWN)
        if word in self.words.known:
            best = Reading(Trust.KNOWN, _KNOWN)
        for reading in self._taken_apart(word):
            if (reading.trust, reading.likelihood) > (best.trust, best.likelihood):
                best = reading
        return best

    def _taken_apart(self, word: str) -> Iterator[Reading]:
        for ending, cost, trust in endings_of(word):
            stem = word[: -len(ending)].rstrip(ZWNJ)
            likelihood = self._stem(stem)
            if likelihood is not None:
                yield Reading(trust if len(stem) > 2 else Trust.KNOWN, likelihood + cost)
            elif len(stem) > 3 and ending in OUTERMOST:
                for inner, inner_cost, _ in endings_of(stem):
                    core = self._stem(stem[: -len(inner)].rstrip(ZWNJ)) if inner in INNERMOST else None
                    if core is not None:
                        yield Reading(Trust.FORMED, core + cost + inner_cost)
        for beginning, cost in _IN_FRONT:
            if word.startswith(beginning) and (beginning != "بلا" or len(word) > 6):
                likelihood = self._stem(word[len(beginning) :])
                if likelihood is not None:
                    yield Reading(Trust.FORMED, likelihood + cost)
        if word.endswith("ای") and len(word) > 4 and word[-3] not in VOWELS and word[:-2] + "ی" in self._trusted:
            yield Reading(Trust.FORMED, self._trusted[word[:-2] + "ی"] + _MADE_OTHERWISE)
        if word.endswith("ائی") and len(word) > 4 and word[:-2] in self._trusted:
            yield Reading(Trust.GENERAL, self._trusted[word[:-2]] + _MADE_OTHERWISE)
        if ZWNJ in word:
            trust = self._of_parts(word.replace("ۀ", "ه").split(ZWNJ))
            if trust is not Trust.UNKNOWN:
                yield Reading(trust, _OF_PARTS)

    def _stem(self, stem: str) -> float | None:
        if len(stem) < 2:
            return None
        found = self._trusted.get(stem)
        if found is None and stem in self._verbs and stem.endswith("ه"):
            return _VERB
        if found is None and stem in self._named:
            return _NAME
        if found is None and (ZWNJ in stem or loose_but_madd(stem) != stem):
            return self._loose.get(loose_but_madd(stem))
        return found

    def _of_parts(self, parts: list[str]) -> Trust:
        """Two words at a half-space that could as well stand apart are the half-space check's business."""
        if parts[0] in ("می", "نمی"):
            return Trust.KNOWN if all(self._is_part(part) for part in parts[1:]) else Trust.UNKNOWN
        if all(self._trusted.get(part, -99.0) > _FREQUENT_PART or part in ENDINGS for part in parts):
            return Trust.GENERAL
        is_possessed = parts[-1][-1:] in ("ش", "م") and self._trusted.get(parts[-1][:-1], -99.0) > _FREQUENT_PART
        others = parts[:-1] if is_possessed and len(parts[-1]) > 3 else parts  # «پشت‌بامش»
        return Trust.FORMED if all(self._is_part(part) for part in others) else Trust.UNKNOWN

    def _is_part(self, part: str) -> bool:
        return len(part) > 1 and (
            self._trusted.get(part, -99.0) > _RARE_PART
            or part in self._named
            or part in ENDINGS
            or part in self._verbs
            or (part.startswith(("ال", "و")) and self._stem(part.removeprefix("و").removeprefix("ال")) is not None)
            or any(self._is_stem_of(part, ending) for ending in ("ی", "ان", "ها", "نامه"))
        )

    def _is_stem_of(self, part: str, ending: str) -> bool:
        return part.endswith(ending) and len(part) > len(ending) + 2 and self._stem(part[: -len(ending)]) is not None


def loose_but_madd(word: str) -> str:
    """Without half-space, hamza and tanvin; «ا» for «آ» stays a mistake."""
    return loose(word.replace("آ", "\0")).replace("\0", "آ")


def _loosely(words: Words) -> Mapping[str, float]:
    """Loose key → likelihood, for trusted words that have another spelling of half-space, hamza or tanvin."""
    found: dict[str, float] = {}
    for word, likelihood in words.trusted.items():
        key = loose_but_madd(word)
        if key != word and not word.endswith(_SEPARATE) and likelihood > found.get(key, -99.0):
            found[key] = likelihood
    return found
