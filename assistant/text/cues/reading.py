"""A sentence as the cue matcher sees it: words with their weight, verb groups, clauses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from assistant.text.cues.attribution import claims
from assistant.text.cues.claim import Claim
from assistant.text.cues.denial import Denial, denials
from assistant.text.cues.form_sets import FormSets
from assistant.text.cues.supposition import suppositions
from assistant.text.cues.verb_groups import VerbGroup, Word, breaks, ends_clause, tail_of, turns, verb_groups
from assistant.text.cues.verb_table import LIGHT, verb_table
from assistant.text.letters import ZWNJ, loose
from assistant.text.sentences import Sentence
from assistant.text.tokens import Token, TokenKind

_NO_WEIGHT = frozenset(["ها", "های", "هایی", "هایش", "هایم", "هایشان", "ای", "ام", "اند", "اش", "را", "نیز", "هم"])
# Glued to the noun before them («صادرشده»): split, so that noun and verb are seen.
_GLUED = ("نشده", "شده", "نگردیده", "گردیده", "نکرده", "کرده", "ننموده", "نموده", "میباشد", "نمیباشد", "میگردد")
_LONGEST_GLUED = 24  # code points of it as typed, with joiners and marks


@dataclass(frozen=True)
class Reading:
    words: tuple[Word, ...]
    clauses: tuple[int, ...]  # of each word
    groups: Mapping[int, VerbGroup]  # by their first word
    tails: Mapping[int, VerbGroup]  # شدن in «فروخته نشد», for patterns that name the participle as a word
    form_sets: FormSets

    @cached_property
    def sets(self) -> tuple[frozenset[int], ...]:
        """Of each word the sets it is a form of."""
        return tuple(self.form_sets.of(word.loose) for word in self.words)

    @cached_property
    def all_sets(self) -> frozenset[int]:
        return frozenset[int]().union(*self.sets)

    def groups_between(self, start: int, end: int) -> Iterator[VerbGroup]:
        for place in range(start, end):
            if place in self.groups:
                yield self.groups[place]

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

    @cached_property
    def turns(self) -> tuple[int, ...]:
        """Where the sentence turns with ولی, اما, …: what was supposed before is left behind."""
        return tuple(place for place in range(len(self.words)) if turns(self.words, place))

    def last_turn(self, before: int) -> int:
        return max((place for place in self.turns if place < before), default=0)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What is put into another's mouth."""
        return claims(self)

    @cached_property
    def denials(self) -> tuple[Denial, ...]:
        """What the sentence itself calls untrue."""
        return denials(self)

    @cached_property
    def suppositions(self) -> tuple[int, ...]:
        """The words that suppose what follows them."""
        return suppositions(self.words)


def read(sentence: Sentence, form_sets: FormSets) -> Reading:
    words = tuple(_words(sentence))
    groups = verb_groups(words)
    tails = {tail.start: tail for group in groups.values() if (tail := tail_of(words, group)) is not None}
    return Reading(words, tuple(_clauses(words, groups)), groups, tails, form_sets)


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
        glued = next((each for each in _GLUED if _is_glued(token, each)), None)
        if glued is not None:
            cut = _cut(token.text, glued)
            if cut:
                first = token.text[:cut].rstrip(ZWNJ + "\u00ad")
                yield token.start, token.start + len(first), key[: -len(glued)]
                yield token.start + cut, token.end, glued
                return
    yield token.start, token.end, key


def _is_glued(token: Token, glued: str) -> bool:
    """«تعیین‌شده» ends with شده, not with نشده."""
    key = token.loose
    is_parted = token.folded.endswith(f"{glued[0]}{ZWNJ}{glued[1:]}")
    return key.endswith(glued) and len(key) > len(glued) + 2 and not is_parted


def _cut(text: str, glued: str) -> int:
    """Where ``glued`` begins in the text as typed; 0 when it is spelt in some other way."""
    for cut in range(len(text) - 1, max(0, len(text) - _LONGEST_GLUED), -1):
        if loose(text[cut:]).startswith(glued[0]) and len(loose(text[cut:])) == len(glued):
            return cut if text[cut] == glued[0] else 0
    return 0


def _clauses(words: tuple[Word, ...], groups: Mapping[int, VerbGroup]) -> Iterator[int]:
    """A clause ends with its finite verb, with a participle before «و» or a comma, before که، ولی، …, and with
    «در صورت …،»."""
    ends = {group.end for group in groups.values() if _ends_with(group, words)}
    clause, is_supposing = 0, False
    for place, word in enumerate(words):
        ends_supposing = is_supposing and word.comma  # «در صورت پرداخت وجه، …»
        if place and (word.stop or place in ends or breaks(words, place) or ends_supposing):
            clause, is_supposing = clause + 1, False
        if word.loose == "درصورت" or (word.loose == "صورت" and place and words[place - 1].loose == "در"):
            is_supposing = True
        yield clause


def _ends_with(group: VerbGroup, words: tuple[Word, ...]) -> bool:
    """«نتوانست بپردازد» goes on after the modal, «تجدیدنظر نخواست و …» does not."""
    if group.is_modal:
        return group.end < len(words) and words[group.end].loose == "و"
    return group.finite or ends_clause(words, group.end)
