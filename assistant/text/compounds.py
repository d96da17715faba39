"""Words of several parts: the experts write the right form, the parted and the run-together forms are made of it."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.domain.word_list import WordList
from assistant.text.letters import ZWNJ, folded, loose
from assistant.text.tokens import Token
from assistant.text.verbs import verb_forms

NON_JOINING = frozenset("اآأإٱدذرزژوؤء")  # letters that never touch the next one: a half-space after them shows nothing
_ENDINGS = ("ی", "یی", "ها", "های", "هایی", "هایش", "هایشان", "ای", "اش", "ان", "ات", "م", "ش", "شان", "مان", "ست")
_BY_LAST = {last: tuple(each for each in _ENDINGS if each[-1] == last) for last in {each[-1] for each in _ENDINGS}}
_AS_PREPOSITION = "به"  # «محکوم به پرداخت» is no «محکوم‌به»


@dataclass(frozen=True, slots=True)
class Compound:
    forms: tuple[str, ...]  # as the word may be written, the preferred one first
    breaks: frozenset[int]  # how many loose letters stand before each half-space
    ends_in_preposition: bool = False
    is_parted: bool = True  # whether its parts may stand apart by mistake: «قرار داد» is a verb too


type _Numbered = tuple[int, Compound]  # in the order of the lists


@dataclass(frozen=True, slots=True)
class CompoundHere:
    """``joiners[n]`` stands between the nth and the next of the tokens; ``parts`` are their new texts."""

    parts: tuple[str, ...]
    joiners: tuple[str, ...]


class Compounds:
    def __init__(self, lists: Iterable[WordList]) -> None:
        self._alone: dict[str, _Numbered] = {}  # by loose letters: those that take no ending
        self._stems: dict[str, _Numbered] = {}  # and those that take any
        self._begun: set[str] = set()  # loose letters of first parts
        self._parts: set[str] = set()
        self._of = lru_cache(maxsize=20_000)(self._find)
        for listed in (word for each in lists for word in each):
            forms = tuple(folded(form) for form in (listed.instead or (listed.word,)))
            self._add(folded(listed.word), forms)

    def _add(self, listed: str, forms: tuple[str, ...]) -> None:
        pieces = [loose(folded(part)) for part in listed.replace(" ", ZWNJ).split(ZWNJ)]
        whole = "".join(pieces)
        is_parted = listed in forms or " " in listed
        compound = Compound(forms, breaks_of(forms[0]), pieces[-1] == _AS_PREPOSITION, is_parted)
        own = self._alone if compound.ends_in_preposition else self._stems
        own.setdefault(whole, (len(self._alone) + len(self._stems), compound))
        self._parts.update(pieces)
        if is_parted:
            self._begun.update("".join(pieces[:count]) for count in range(1, len(pieces)))

    def _find(self, letters: str) -> Compound | None:
        """The compound whose letters these are, whatever its ending; of several the one listed first."""
        found = [kept[letters] for kept in (self._alone, self._stems) if letters in kept]
        for ending in _BY_LAST.get(letters[-1:], ()):
            if letters.endswith(ending) and letters[: -len(ending)] in self._stems:
                found.append(self._stems[letters[: -len(ending)]])
        return min(found)[1] if found else None

    def begins(self, word: Token) -> bool:
        return word.loose in self._begun

    def is_part(self, folded_word: str) -> bool:
        return loose(folded_word) in self._parts

    def known(self, folded_word: str) -> bool:
        """Whether the word is one of the forms, whatever its ending."""
        found = self._of(loose(folded_word))
        return found is not None and any(folded_word.startswith(form) for form in found.forms)

    def parted(self, words: Sequence[Token]) -> CompoundHere | None:
        """The longest compound the first of ``words`` (with nothing but blanks between them) begins; None for none."""
        found = None
        letters = words[0].loose
        for count, word in enumerate(words[1:], start=2):
            if words[count - 2].folded.endswith("ۀ") or word.folded == "آن":
                break  # «شیوهٔ نامه‌نگاری» is no «شیوه‌نامه», «مال‌الاجاره آن» no plural
            letters += word.loose
            compound = self._of(letters)
            if (
                compound is not None
                and compound.is_parted
                and not (compound.ends_in_preposition and word.loose != _AS_PREPOSITION)
                and (self._is_listed(letters) or not _is_finite(word))
            ):
                found = count, compound
            if letters not in self._begun:
                break
        return _written(words[: found[0]], found[1]) if found else None

    def _is_listed(self, letters: str) -> bool:
        return letters in self._stems or letters in self._alone

    def is_preposition(self, words: Sequence[Token]) -> bool:
        compound = self._of("".join(word.loose for word in words))
        return compound is not None and compound.ends_in_preposition

    def respaced(self, word: str, right: Container[str]) -> str | None:
        """The folded word with its half-spaces where they belong; None where they do already or both ways are right."""
        compound = self._of(loose(word))
        if compound is None or any(word.startswith(form) for form in compound.forms):
            return None
        if not compound.breaks:
            return with_breaks(word.replace(ZWNJ, ""), _after(compound, word)) if ZWNJ in word else None
        new = with_breaks(word, compound.breaks)
        shown = any(letter == ZWNJ and new[index - 1] not in NON_JOINING for index, letter in enumerate(new))
        is_right = ZWNJ in word or word in right or loose(compound.forms[0]) in right
        is_right = is_right or not any(
            new.replace("ۀ", "ه").startswith(form) for form in compound.forms
        )  # «حقابه» is no «حق‌آبه»
        return new if shown and not is_right else None


def breaks_of(form: str) -> frozenset[int]:
    found, count = set(), 0
    for letter in form:
        if letter == ZWNJ:
            found.add(count)
        count += len(loose(letter))
    return frozenset(found)


def with_breaks(word: str, breaks: frozenset[int], begun: int = 0) -> str:
    """``word`` with a half-space before each loose letter numbered in ``breaks``, counted on from ``begun``."""
    new, count = "", begun
    for letter in word:
        if loose(letter) and count in breaks and new and new[-1] != ZWNJ:
            new += ZWNJ
        new += letter
        count += len(loose(letter))
    return new


def _written(words: Sequence[Token], compound: Compound) -> CompoundHere:
    parts: list[str] = []
    joiners: list[str] = []
    count = 0
    for word in words:
        if parts:
            joiners.append(ZWNJ if count in compound.breaks else "")
        parts.append(with_breaks(word.folded, compound.breaks, count))
        count += len(word.loose)
    return CompoundHere(tuple(parts), tuple(joiners))


def _is_finite(word: Token) -> bool:
    """«من خانه دارم» has a verb, no «خانه‌دار» with an ending."""
    form = verb_forms().get(word.folded)
    return form is not None and form.finite


def _after(compound: Compound, word: str) -> frozenset[int]:
    """Half-spaces of the ending, which stay: «گواهی‌نامه‌ها»."""
    length = len(loose(compound.forms[0]))
    return frozenset(place for place in breaks_of(word) if place >= length)
