"""A sentence as the cue matcher sees it: words with their weight, verb groups, clauses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from assistant.text.cues.verb_table import COPULAS, LIGHT, MODALS, NOUNS_TOO, PARTICIPLES_TOO, verb_table
from assistant.text.letters import ZWNJ, loose
from assistant.text.sentences import Sentence
from assistant.text.tokens import Token, TokenKind
from assistant.text.verbs import VerbForm

ADVERSATIVES = frozenset(["ولی", "لیکن", "لکن", "اما", "بلکه", "حالیکه", "درحالیکه", "حالانکه", "ولیکن", "لاکن"])
BREAKERS = ADVERSATIVES | {"که", "زیرا", "چون", "مگر", "سپس", "لذا", "چراکه", "هرچند", "اگرچه", "اینکه", "انکه"}
_NO_WEIGHT = frozenset(["ها", "های", "هایی", "هایش", "هایم", "هایشان", "ای", "ام", "اند", "اش", "را", "نیز", "هم"])
# Glued to the noun before them («صادرشده»): split, so that noun and verb are seen.
_GLUED = ("نشده", "شده", "نگردیده", "گردیده", "نکرده", "کرده", "ننموده", "نموده", "میباشد", "نمیباشد", "میگردد")
_AFTER_PREPOSITION = frozenset((
    "عدم", "جهت", "برای", "از", "به", "بدون", "گواهی", "مورد", "قابل", "تاریخ", "محل", "زمان", "مهلت",
    "بابت", "در", "با",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """``comma``: a comma stands before it; ``stop``: a colon or the like."""

    start: int
    end: int
    loose: str
    weight: int
    comma: bool
    stop: bool


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """«پرداخت نشده است» has one: نشده است. ``end`` is the word after it."""

    start: int
    end: int
    verb: str
    negated: bool
    finite: bool
    subjunctive: bool

    @property
    def is_modal(self) -> bool:
        return self.verb in MODALS and self.finite


@dataclass(frozen=True)
class Reading:
    words: tuple[Word, ...]
    clauses: tuple[int, ...]  # of each word
    groups: Mapping[int, VerbGroup]  # by their first word
    tails: Mapping[int, VerbGroup]  # شدن in «فروخته نشد», for patterns that name the participle as a word

    def groups_between(self, start: int, end: int) -> Iterator[VerbGroup]:
        for place in range(start, end):
            if place in self.groups:
                yield self.groups[place]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        return frozenset(word.loose for word in self.words)

    @cached_property
    def verbs(self) -> frozenset[str]:
        found = {group.verb for group in (*self.groups.values(), *self.tails.values())}
        return frozenset(found | LIGHT if found & LIGHT else found)  # light verbs stand for each other: see matching

    @cached_property
    def clause_ranges(self) -> tuple[tuple[int, int], ...]:
        """First word of each clause and the word after its last."""
        starts = [place for place, clause in enumerate(self.clauses) if not place or self.clauses[place - 1] != clause]
        return tuple(pairwise((*starts, len(self.clauses)))) if starts else ()

    def clause_bounds(self, place: int) -> tuple[int, int]:
        return self.clause_ranges[self.clauses[place]]


def read(sentence: Sentence) -> Reading:
    words = tuple(_words(sentence))
    groups = _groups(words)
    tails = {tail.start: tail for group in groups.values() if (tail := _tail(words, group)) is not None}
    return Reading(words, tuple(_clauses(words, groups)), groups, tails)


def _words(sentence: Sentence) -> Iterator[Word]:
    comma = stop = False
    for token in sentence.tokens:
        if token.kind is TokenKind.MARK:
            comma = comma or token.text[0] in "،,-–—"
            stop = stop or token.text[0] in ":;؛.!؟?…"
        elif token.kind is TokenKind.WORD and token.loose:
            for start, end, key in _parts(token):
                yield Word(start, end, key, 0 if key in _NO_WEIGHT else 1, comma, stop)
                comma = stop = False


def _parts(token: Token) -> Iterator[tuple[int, int, str]]:
    """One word, or noun and participle written together."""
    key = token.loose
    if len(token.text) > 6 and key not in verb_table():
        glued = next((each for each in _GLUED if key.endswith(each) and len(key) > len(each) + 2), None)
        if glued is not None:
            cut = _cut(token.text, glued)
            if cut:
                first = token.text[:cut].rstrip(ZWNJ + "\u00ad")
                yield token.start, token.start + len(first), key[: -len(glued)]
                yield token.start + cut, token.end, glued
                return
    yield token.start, token.end, key


def _cut(text: str, glued: str) -> int:
    """Where ``glued`` begins in the text as typed; 0 when it is spelt in some other way."""
    for cut in range(len(text) - 1, 0, -1):
        if loose(text[cut:]).startswith(glued[0]) and len(loose(text[cut:])) == len(glued):
            return cut if text[cut] == glued[0] else 0
    return 0


def _groups(words: tuple[Word, ...]) -> dict[int, VerbGroup]:
    found: dict[int, VerbGroup] = {}
    place = 0
    while place < len(words):
        group = _group(words, place)
        if group is None:
            place += 1
        else:
            found[place] = group
            place = group.end
    return found


def _group(words: tuple[Word, ...], place: int) -> VerbGroup | None:
    key = words[place].loose
    if key in ("می", "نمی") and _follows(words, place):
        form = verb_table().get(key + words[place + 1].loose)
        return None if form is None else _made(place, place + 2, form)
    form = verb_table().get(key)
    if form is None:
        return None
    if key.startswith(("خواه", "نخواه")) and _follows(words, place):  # خواهد شد
        main = verb_table().get(words[place + 1].loose)
        if main is not None and main.finite and not main.negated and not main.subjunctive:
            return VerbGroup(place, place + 2, main.verb, form.negated, True, False)
    if key in NOUNS_TOO:
        before = words[place - 1].loose if place else "از"
        if not _ends_clause(words, place + 1) or before in _AFTER_PREPOSITION:
            return None
    if form.finite:
        return _made(place, place + 1, form)
    return _of_participle(words, place, form)


def _tail(words: tuple[Word, ...], group: VerbGroup) -> VerbGroup | None:
    place = group.start + 1
    form = verb_table().get(words[place].loose) if place < group.end else None
    if form is None or form.verb != "شدن" or group.verb == "شدن":
        return None
    return VerbGroup(place, group.end, form.verb, group.negated, group.finite, group.subjunctive)


def _of_participle(words: tuple[Word, ...], place: int, form: VerbForm) -> VerbGroup | None:
    end, negated, finite, subjunctive, extended = place + 1, form.negated, False, False, False
    while _follows(words, end - 1):
        key = words[end].loose
        following = verb_table().get(key)
        if key in COPULAS:
            finite = True
        elif following is None or following.verb not in ("بودن", "شدن") or key in NOUNS_TOO:
            break
        else:
            negated, finite = negated or following.negated, finite or following.finite
            subjunctive = subjunctive or following.subjunctive
        extended = True
        end += 1
        if finite:
            break
    if words[place].loose in PARTICIPLES_TOO and not extended and not _ends_clause(words, end):
        return None
    return VerbGroup(place, end, form.verb, negated, finite, subjunctive)


def _made(start: int, end: int, form: VerbForm) -> VerbGroup:
    return VerbGroup(start, end, form.verb, form.negated, form.finite, form.subjunctive)


def _follows(words: tuple[Word, ...], place: int) -> bool:
    """Whether the next word stands beside it, with no mark between."""
    return place + 1 < len(words) and not words[place + 1].comma and not words[place + 1].stop


def _ends_clause(words: tuple[Word, ...], place: int) -> bool:
    if place >= len(words):
        return True
    word = words[place]
    return word.comma or word.stop or word.loose == "و" or word.loose in BREAKERS


def _clauses(words: tuple[Word, ...], groups: Mapping[int, VerbGroup]) -> Iterator[int]:
    """A clause ends with its finite verb, with a participle before «و» or a comma, and before که، ولی، …"""
    ends = {
        group.end
        for group in groups.values()
        if not group.is_modal and (group.finite or _ends_clause(words, group.end))
    }
    clause = 0
    for place, word in enumerate(words):
        if place and (word.stop or place in ends or word.loose in BREAKERS):
            clause += 1
        yield clause
