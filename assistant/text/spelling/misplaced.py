"""Real words where another one is meant («کارشناس نذر خود را اعلام کرد»), told by the word before and the one after.

A word that was never counted beside either neighbour is weighed against the words one slip or one sound away that were:
how likely each is between the two, less the cost of the slip. Inflections of one word are no slips of each other.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import lru_cache
from math import exp, log

from rapidfuzz.distance import OSA

from assistant.domain.words import Words
from assistant.text.letters import ZWNJ, loose
from assistant.text.spelling.edits import slip_cost
from assistant.text.spelling.endings import Trust
from assistant.text.verbs import VerbForm

# Natural logarithms; told falsely of sentences whose neighbours were not counted: 0.03 of 1,000 words.
_ADVANTAGE = {Trust.LEGAL: 7.2, Trust.GENERAL: 7.2, Trust.FORMED: 10.0, Trust.KNOWN: 6.0, Trust.UNKNOWN: 6.0}
_COST = 3.0
_OFTEN_ENOUGH = 8  # pairs that a word must stand in before another is taken for it
_UNSEEN, _OF_PAIRS, _AT_LEAST = 0.3, 0.3, 20  # share of what a word stands beside that was too rare to be counted
_RARE, _UNKNOWN = 1e-7, 3e-8
_SOUND = 0.45  # of each letter that another of the same sound stands for
_SAME_SOUND = str.maketrans({
    **dict.fromkeys("ذضظ", "ز"), **dict.fromkeys("صث", "س"), "ط": "ت", "ح": "ه", "غ": "ق",
    **dict.fromkeys("عآأء", "ا"), "ئ": "ی", "ؤ": "و",
})  # fmt: skip
_ENDINGS = frozenset((
    "ی", "ش", "م", "ه", "ها", "های", "هایی", "ان", "ات", "ت", "ین", "ون", "ای", "یی", "ا", "ند", "د", "ن", "یم", "ام",
    "اش",
))  # fmt: skip
_NO_VOWELS = str.maketrans(dict.fromkeys("اوی"))
_LAST_LETTERS = frozenset("یشمهدتن")
_BEGINNINGS = frozenset("نبم")  # of negated, subjunctive and derived forms
_SHORT = frozenset(("چک", "حق", "ید"))  # words of two letters that are looked for; others are too often right
# Words that stand anywhere: what is beside them tells nothing.
_ANYWHERE = (
    "و در از به با را که این آن هم تا بر هر یا نیز اگر مگر چون من ما او وی شما آنها ایشان خود خویش برای اینک"
    " همین همان چند هیچ چه است بود شد شود باشد نیست کند کرد گردد دارد داد داده شده کرده بوده نه پس پیش روی سر"
    " بین ضمن نزد طی غیر همه چنین چنان باز دیگر خواهد کردن شدن بودن نشده نکرده ندارد گردید گردیده نمود نموده"
    " نماید اما ولی لذا بعد قبل آنان اند ام ای سی ده کس کسی درب دیر بلی بله کم زیر بالا یک دو سه چهار پنج شش"
    " هفت هشت یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده بیست چهل پنجاه شصت هفتاد هشتاد نود صد"
    " یکصد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد هزار میلیون میلیارد"
)
_CLOSED = frozenset(_ANYWHERE.split())


class MisplacedWords:
    def __init__(self, words: Words, verbs: Mapping[str, VerbForm]) -> None:
        self._pairs, self._trusted, self._verbs = words.beside, words.trusted, verbs
        self._undoubted, self._legal = words.undoubted, words.legal
        before, after = Counter[str](), Counter[str]()
        for pair, count in words.beside.items():
            first, _, second = pair.partition(" ")
            before[first] += count
            after[second] += count
        self._before, self._after = before, after
        people = words.names.first_names | words.names.surnames
        often = frozenset(
            word
            for word in before.keys() | after.keys()
            if max(before[word], after[word]) >= _OFTEN_ENOUGH
            and (len(word) > 2 or word in _SHORT)
            and word not in _CLOSED
            and word not in people
            and ZWNJ not in word
        )
        self._by_rest: dict[str, list[str]] = defaultdict(list)  # without any one letter → words
        self._by_sound: dict[str, list[str]] = defaultdict(list)
        for word in sorted(often):
            self._by_sound[word.translate(_SAME_SOUND)].append(word)
            for rest in _with_a_letter_less(word):
                self._by_rest[rest].append(word)
        self._near = lru_cache(maxsize=10_000)(self._looked_up)

    def meant(self, before: str, word: str, after: str, trust: Trust) -> str:
        """The word that is meant between these two (folded, "" for none); "" when this one may stand."""
        pairs = self._pairs
        if (before and f"{before} {word}" in pairs) or (after and f"{word} {after}" in pairs) or not (before or after):
            return ""
        # «و», «این» and their like say too little against a word that is right elsewhere.
        is_known = trust >= Trust.FORMED
        tells_before = before in self._before and not (is_known and before in _CLOSED)
        tells_after = after in self._after and not (is_known and after in _CLOSED)
        if not (tells_before or tells_after):
            return ""
        best, best_score, own = "", 0.0, 0.0
        for each in self._near(word):
            if (tells_before and f"{before} {each}" in pairs) or (tells_after and f"{each} {after}" in pairs):
                cost = self._cost(word, each)
                if cost is not None:
                    own = own or self._score(before, word, after) + _ADVANTAGE[trust]
                    score = self._score(before, each, after) - own - _COST * cost
                    if score > best_score:
                        best, best_score = each, score
        return best

    def _looked_up(self, word: str) -> tuple[str, ...]:
        """Words one slip away or of the same sound; ``_cost`` tells which of them count."""
        if len(word) < 2 or word in _CLOSED or word in self._undoubted or word in self._verbs or ZWNJ in word:
            return ()
        near = {each for rest in _with_a_letter_less(word) for each in self._by_rest.get(rest, ())}
        found = {each for each in near if OSA.distance(word, each, score_cutoff=1) == 1}
        found.update(each for each in self._by_sound.get(word.translate(_SAME_SOUND), ()) if each != word)
        return tuple(sorted(found))

    def _cost(self, word: str, meant: str) -> float | None:
        """Of the slip; None for two forms of one word."""
        if _is_akin(word, meant) or (word in self._legal and _differ_by_vowels(word, meant)):
            return None
        if word.translate(_SAME_SOUND) == meant.translate(_SAME_SOUND):
            return _SOUND * sum(one != other for one, other in zip(word, meant, strict=True))
        return slip_cost(word, meant)

    def _score(self, before: str, word: str, after: str) -> float:
        share = self._share(word)
        found = log(share)
        if before:
            found += log(self._beside(self._before[before], self._pairs.get(f"{before} {word}", 0), share) / share)
        if after:
            found += log(self._beside(self._after[after], self._pairs.get(f"{word} {after}", 0), share) / share)
        return found

    def _share(self, word: str) -> float:
        found = self._trusted.get(word)
        return _UNKNOWN if found is None else max(exp(found), _RARE)

    @staticmethod
    def _beside(total: int, together: int, share: float) -> float:
        """How likely a word of this share is beside one of so many pairs, of which so many are with it."""
        uncounted = _OF_PAIRS * total + _AT_LEAST
        return (together + _UNSEEN * uncounted * share) / (total + uncounted)


def _with_a_letter_less(word: str) -> set[str]:
    """And the whole word, for those that have one letter more."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


def _is_akin(one: str, other: str) -> bool:
    """Two forms or spellings of one word."""
    one, other = loose(one), loose(other)
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    if longer.startswith(shorter) and longer[len(shorter) :] in _ENDINGS:
        return True
    if longer[0] in _BEGINNINGS and longer[1:] == shorter:
        return True
    return len(one) > 3 and one[:-1] == other[:-1] and one[-1] in _LAST_LETTERS and other[-1] in _LAST_LETTERS


def _differ_by_vowels(one: str, other: str) -> bool:
    """«مدرک» and «مدارک», «دلیل» and «دلایل»."""
    return len(one) != len(other) and one.translate(_NO_VOWELS) == other.translate(_NO_VOWELS)
