"""Half-spaces that are missing (می باشد, میباشد, محکوم علیه, خواسته ها) or stand where none belongs."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from assistant.domain.legal_term import LegalTerm
from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import TextFinding
from assistant.domain.word_list import ListedWord, WordGroup, WordList
from assistant.text.compounds import Compounds
from assistant.text.ending_spacing import (
    AFFIXES,
    BOUND,
    COMPARATIVES,
    FUNCTION_WORDS,
    PLURALS,
    POSSESSIVES,
    ends_in_silent_he,
    joiner_after,
    with_bound_parted,
    with_plural_parted,
)
from assistant.text.joining import WRONG, Joining, respacing, words_of_names
from assistant.text.known_words import KnownWords
from assistant.text.letters import BIDI, LETTERS, MARKS, SOFT_HYPHEN, ZWNJ, folded
from assistant.text.sentences import Sentence
from assistant.text.verb_spacing import (
    COPULA,
    MI,
    PREVERBS,
    ends_in_mi,
    is_participle,
    takes_mi,
    with_copula_parted,
    with_mi_parted,
)
from assistant.text.verbs import verb_forms

COMPOUND_LISTS = ("compounds", "joined-words")
EXCEPTIONS = "joining-exceptions"
_STRAY = re.compile(f"(?<![{LETTERS}{MARKS}{BIDI}{SOFT_HYPHEN}{ZWNJ}A-Za-z0-9۰-۹٠-٩%٪»)]){ZWNJ}+")
_LONGEST_COMPOUND = 4
_AFTER_A_NOUN = frozenset(("را", "و", "در", "از", "که", "است", "بوده", "شده", "می", "نمی", "باشد", "نیز", "تا"))

# What stands before a word that begins with «هم», not before the particle.
_BEFORE_HAM = frozenset((
    "و", "طبقه", "واحد", "مغازه", "دادگاه", "شعبه", "شعب", "مرجع", "مراجع", "محاکم", "طور", "به‌طور", "به", "با", "از",
    "املاک", "ملک", "اراضی", "زمین", "که", "لذا",
))  # fmt: skip


class HalfSpaces:
    """``known`` holds words that are right as they stand, folded."""

    def __init__(self, lists: Mapping[str, WordList], known: KnownWords, terms: Iterable[LegalTerm] = ()) -> None:
        exceptions = lists.get(EXCEPTIONS)
        self._exceptions = frozenset(folded(each.word) for each in exceptions) if exceptions else frozenset[str]()
        own = (lists[name] for name in COMPOUND_LISTS if name in lists)
        self._compounds = Compounds((*own, self._as_list(terms)))
        self._known = known
        self._inside = lru_cache(maxsize=50_000)(self._new_forms)

    def __call__(self, sentence: Sentence, case: TextCase) -> Iterator[TextFinding]:
        words = sentence.words
        if words:
            names = words_of_names(case.persons)
            yield from self._found(Joining(sentence, words, names), names)
        if ZWNJ in sentence.text:
            for stray in _STRAY.finditer(sentence.text):
                yield respacing(stray.group(), stray.start(), ("",), WRONG)

    def _as_list(self, terms: Iterable[LegalTerm]) -> WordList:
        apart = self._exceptions
        joined = (each for each in terms if ZWNJ in each.form and each.form.replace(ZWNJ, " ") not in apart)
        words = tuple(
            ListedWord(each.form, (each.form, *each.variants))
            for each in joined
            if min(len(part) for part in each.form.split(ZWNJ)) > 1  # «عسر و حرج» may stand so
        )
        return WordList("legal-terms", "", (WordGroup("", words),))

    def _found(self, reading: Joining, names: frozenset[str]) -> Iterator[TextFinding]:
        for place in range(len(reading.words)):
            if reading.words[place].loose not in names:
                self._inside_word(reading, place)
        for place in range(1, len(reading.words)):
            if reading.touches[place]:
                self._between_words(reading, place)
        yield from reading.findings()

    def _inside_word(self, reading: Joining, place: int) -> None:
        forms = self._inside(reading.words[place].folded)
        if forms:
            reading.new[place] = forms

    def _new_forms(self, word: str) -> tuple[str, ...]:
        """What the word may be with its half-spaces right; nothing when they are."""
        if ZWNJ in word:
            wrong = self._without_wrong(word)
            if wrong is not None:
                return (wrong,)
        if word.startswith(("می", "نمی", "بر", "در", "باز", "فر", "وا")):
            parted = with_mi_parted(word, self._exceptions)
            if parted is not None:
                return (parted,)
        if word.endswith(("هاند", "هایم", "هاید", "هام")):
            parted = with_copula_parted(word)
            if parted is not None:
                return (parted,)
        together = self._compounds.respaced(word, self._exceptions)
        if together is not None:
            return (together,)
        if word.endswith(("ده", "دگان", "ذیر", "ذیری")):
            parted = with_bound_parted(word, self._known)
            if parted is not None:
                return (parted,)
        if "ها" in word[2:]:
            return with_plural_parted(word, self._known, self._exceptions)
        return ()

    def _without_wrong(self, word: str) -> str | None:
        if f"{ZWNJ}{ZWNJ}" in word:
            return re.sub(f"{ZWNJ}+", ZWNJ, word)
        parts = word.split(ZWNJ)
        if parts[-1] == "را":
            return f"{ZWNJ.join(parts[:-1])} را"
        glued = "".join(parts)
        is_right = glued not in self._known or word in self._known or self._compounds.known(word)
        return None if is_right or all(self._may_stand_beside(part) for part in parts) else glued

    def _may_stand_beside(self, part: str) -> bool:
        return part in AFFIXES or self._compounds.is_part(part) or (len(part) > 1 and part in self._known)

    def _between_words(self, reading: Joining, place: int) -> None:
        """Whether the word at ``place`` belongs to the one before it."""
        before, here = reading.words[place - 1], reading.words[place]
        one, other = before.folded, here.folded
        if self._compounds.begins(before):
            self._compound(reading, place - 1)
        if (one in MI or ends_in_mi(one)) and takes_mi(other):
            if place < 2 or reading.words[place - 2].folded != "ماه":
                reading.join(place, ZWNJ)
                if _has_preverb(reading, place):
                    reading.join(place - 1, "")
        elif other in PLURALS:
            if one not in FUNCTION_WORDS or one in ("این", "آن"):
                reading.join(place, joiner_after(one))
        elif other in COPULA or other == "ی" or other in POSSESSIVES:
            if _takes_ending(one, other):
                reading.join(place, ZWNJ)
        elif other in COMPARATIVES or other in BOUND:
            if one not in FUNCTION_WORDS and not (other == "تر" and one.endswith("ها")):  # «جعبه‌ها تر شد»
                reading.join(place, joiner_after(one))
        elif one == "نا":
            reading.join(place, "")

    def _compound(self, reading: Joining, place: int) -> None:
        last = place + 1
        while last < len(reading.words) and last - place < _LONGEST_COMPOUND and reading.touches[last]:
            last += 1
        found = self._compounds.parted(reading.words[place:last])
        if found is None:
            return
        after = place + len(found.parts)
        typed = reading.words[place:after]
        if self._may_stay_apart(" ".join(each.folded for each in typed)) or _is_also(reading, place):
            return
        if self._compounds.is_preposition(typed) and not _is_noun_before(reading, after):
            return
        for number, part in enumerate(found.parts):
            if number:
                reading.join(place + number, found.joiners[number - 1])
            if part != reading.words[place + number].folded:
                reading.new[place + number] = (part,)

    def _may_stay_apart(self, typed: str) -> bool:
        return any(typed.removesuffix(ending) in self._exceptions for ending in ("", "ی", "م", "ش", "ان", "ای"))


def _has_preverb(reading: Joining, place: int) -> bool:
    """«بر می گردد», but not «در بر می گیرد»."""
    if place < 2 or not reading.touches[place - 1] or reading.words[place - 2].folded not in PREVERBS:
        return False
    return place < 3 or reading.words[place - 3].folded != "در"


def _is_also(reading: Joining, place: int) -> bool:
    """«یک ریال هم کف دستم نگذاشت» has the particle; «طبقهٔ هم کف» and «و هم چنین» are of one word."""
    if reading.words[place].folded != "هم" or place == 0 or not reading.touches[place]:
        return False
    return reading.words[place - 1].folded not in _BEFORE_HAM and not reading.words[place - 1].folded.endswith("ۀ")


def _takes_ending(word: str, ending: str) -> bool:
    if ending in ("ای", "ی") or ending in POSSESSIVES:
        return ends_in_silent_he(word)
    if ending == "اند":
        form = verb_forms().get(word)
        return word not in FUNCTION_WORDS and not (form is not None and form.finite)
    return is_participle(word) or (word, ending) == ("سی", "ام")


def _is_noun_before(reading: Joining, place: int) -> bool:
    """«محکوم‌به» is a noun before a verb, a mark or «را»; before another noun «به» may be the preposition."""
    if place >= len(reading.words) or not reading.touches[place]:
        return True
    return reading.words[place].folded in _AFTER_A_NOUN
