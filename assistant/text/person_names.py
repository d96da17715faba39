"""Names of persons as words to compare: without honorifics, in one spelling, however they are spaced."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import OSA

from assistant.domain.text_case import NamedPerson, TextCase
from assistant.text.letters import ZWNJ, folded, loose
from assistant.text.sentences import Sentence
from assistant.text.tokens import Token, TokenKind, tokens

TITLES = frozenset(map(loose, (
    "آقای", "آقا", "خانم", "بانو", "سرکار", "جناب", "دکتر", "مهندس", "حاج", "حاجی", "حاجیه", "کربلایی", "مشهدی",
    "سید", "سیده", "سادات", "السادات", "محترم", "محترمه", "مرحوم", "مرحومه", "آقایان", "خانمها", "شادروان",
    "ملا", "میرزا",
)))  # fmt: skip
COMPANY_WORDS = frozenset(map(loose, ("شرکت", "موسسه", "مؤسسه", "بانک", "صندوق", "تعاونی", "سازمان", "اداره")))
_BEFORE_NAME, _AFTER_NAME = ("سیده", "سید"), ("سادات",)  # glued to a first name or apart: no part of it
_LONG_WORD = 7  # letters of a surname that is often cut in two
_PASSED = frozenset(("،", ",", ":", "(", "«", "بنام", "بهنام", "نام", "به", "ردیف", "اول", "دوم", "سوم", "چهارم"))
_KINDS_OF_COMPANY = re.compile(r"\([^)]*\)|سهامی (?:خاص|عام)|با مسئولیت محدود")


@dataclass(frozen=True, slots=True)
class NameKey:
    """One way to part a person's name into words: as compared, and as the form has them."""

    person: NamedPerson
    parts: tuple[str, ...]
    written: tuple[str, ...]

    @property
    def whole(self) -> str:
        return "".join(self.parts)


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word of a text that may belong to a name; ``first`` and ``last`` count tokens of the sentence."""

    loose: str
    first: int
    last: int


@dataclass(frozen=True)
class ReadNames:
    """The words of one unbroken stretch of a sentence, and where in it names stand rightly, however spaced: first
    word, word after it, whose the name may be."""

    words: tuple[NameWord, ...]
    whole: tuple[tuple[int, int, tuple[NameKey, ...]], ...]


@dataclass(frozen=True, eq=False)
class NameIndex:
    """All names of a petition. One object a petition: what was read with it is kept by it."""

    keys: tuple[NameKey, ...]
    by_part: Mapping[str, tuple[tuple[NameKey, int], ...]]
    by_beginning: Mapping[str, tuple[NameKey, ...]]  # the first two letters
    long_by_beginning: Mapping[str, tuple[str, ...]]
    long_by_end: Mapping[str, tuple[str, ...]]
    words: frozenset[str]

    @classmethod
    def of(cls, persons: Iterable[NamedPerson]) -> "NameIndex":
        keys = tuple(dict.fromkeys(key for person in persons for key in name_keys(person)))
        by_part: dict[str, list[tuple[NameKey, int]]] = {}
        by_beginning: dict[str, list[NameKey]] = {}
        for key in keys:
            by_beginning.setdefault(key.whole[:2], []).append(key)
            for place, part in enumerate(key.parts):
                by_part.setdefault(part, []).append((key, place))
        return cls(
            keys,
            {part: tuple(found) for part, found in by_part.items()},
            {start: tuple(found) for start, found in by_beginning.items()},
            _by(by_part, slice(0, 3)),
            _by(by_part, slice(-3, None)),
            frozenset(by_part),
        )


def _by(words: Iterable[str], letters: slice) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        if len(word) >= _LONG_WORD - 1:
            found[word[letters]] = (*found.get(word[letters], ()), word)
    return found


@lru_cache(maxsize=64)
def _index(persons: tuple[NamedPerson, ...]) -> NameIndex:
    return NameIndex.of(persons)


def name_index(case: TextCase) -> NameIndex:
    return _index(case.persons)


def name_keys(person: NamedPerson) -> tuple[NameKey, ...]:
    """The name as it is written and with its first two words as one («محمد رضا»)."""
    name = _KINDS_OF_COMPANY.sub(" ", folded(person.name)) if person.is_company else person.name
    words = [token for token in tokens(name) if token.kind is TokenKind.WORD and token.loose not in TITLES]
    if person.is_company and words and words[0].loose in COMPANY_WORDS:
        words = words[1:]
    if not words:
        return ()
    if person.is_company:
        parts, written = tuple(token.loose for token in words), tuple(token.text for token in words)
    else:
        parts, written = tuple(bare(token.loose) for token in words), tuple(bare(token.text) for token in words)
    found = [NameKey(person, parts, written)]
    if len(parts) > 2 and not person.is_company:
        first = f"{written[0]} {written[1]}"
        found.append(NameKey(person, (parts[0] + parts[1], *parts[2:]), (first, *written[2:])))
    return tuple(found)


def bare(word: str) -> str:
    """A first name without the «سید» or «سادات» that is written with it: «سیدمحسن», «فاطمه‌سادات»."""
    for title in _BEFORE_NAME:
        rest = word.removeprefix(title).lstrip(ZWNJ)
        if word.startswith(title) and len(rest) > 2:
            return rest
    for title in _AFTER_NAME:
        rest = word.removesuffix(title).rstrip(ZWNJ)
        if word.endswith(title) and len(rest) > 2:
            return rest
    return word


def read_names(sentence: Sentence, index: NameIndex) -> tuple[ReadNames, ...]:
    """Stretches without titles; a mark or number ends one. Two words that make one word of a name are one."""
    return _read(_Words(sentence.text, sentence), index)


@dataclass(frozen=True, slots=True)
class _Words:
    text: str
    sentence: Sentence = field(compare=False)


@lru_cache(maxsize=4096)
def _read(words: _Words, index: NameIndex) -> tuple[ReadNames, ...]:
    runs: list[list[NameWord]] = [[]]
    for place, token in enumerate(words.sentence.tokens):
        if token.kind is TokenKind.WORD:
            if token.loose not in TITLES:
                known = token.loose in index.words
                runs[-1].append(NameWord(token.loose if known else bare(token.loose), place, place))
        elif runs[-1]:
            runs.append([])
    joined = (tuple(_joined(run, index)) for run in runs if run)
    return tuple(ReadNames(run, tuple(_whole_names(run, index))) for run in joined)


def _joined(run: Sequence[NameWord], index: NameIndex) -> Iterable[NameWord]:
    place = 0
    while place < len(run):
        word = run[place]
        following = run[place + 1] if place + 1 < len(run) else None
        if following is not None and _is_cut(word.loose, following.loose, index):
            yield NameWord(word.loose + following.loose, word.first, following.last)
            place += 2
        else:
            yield word
            place += 1


def _is_cut(first: str, second: str, index: NameIndex) -> bool:
    """Whether two words are one word of a name, or one of them is a part of it and the other differs by a letter."""
    if first + second in index.words:
        return True
    if min(len(first), len(second)) < 3 or len(first) + len(second) < _LONG_WORD or first in index.words:
        return False
    near = (*index.long_by_beginning.get(first[:3], ()), *index.long_by_end.get(second[-3:], ()))
    return any(
        (each.startswith(first) or each.endswith(second)) and OSA.distance(each, first + second, score_cutoff=1) == 1
        for each in near
    )


def _whole_names(run: Sequence[NameWord], index: NameIndex) -> Iterable[tuple[int, int, tuple[NameKey, ...]]]:
    for start, word in enumerate(run):
        keys = index.by_beginning.get(word.loose[:2], ())
        joined = ""
        found: tuple[int, int, tuple[NameKey, ...]] | None = None
        for end in range(start, min(len(run), start + 8)):
            joined += run[end].loose
            keys = tuple(key for key in keys if key.whole.startswith(joined))
            if not keys:
                break
            whose = tuple(key for key in keys if key.whole == joined)
            found = (start, end + 1, whose) if whose else found
        if found is not None:
            yield found


def windows(run: Sequence[NameWord], index: NameIndex) -> Iterable[tuple[int, int, int, NameKey]]:
    """Places where all words but one are those of a name: first word, word after it, the differing word, the name."""
    for place, word in enumerate(run):
        for key, offset in index.by_part.get(word.loose, ()):
            start, end = place - offset, place - offset + len(key.parts)
            if start < 0 or len(key.parts) < 2 or end > len(run):
                continue
            differing = [each for each in range(start, end) if run[each].loose != key.parts[each - start]]
            if len(differing) == 1:
                yield start, end, differing[0], key


def before(sentence_tokens: Sequence[Token], index: int) -> tuple[int, bool]:
    """Where the word before a name stands, titles and «،» passed over, and whether a person's title was among them;
    -1 at the beginning."""
    has_title = False
    for place in range(index - 1, max(-1, index - 6), -1):
        word = sentence_tokens[place].loose
        if word in TITLES:
            has_title = True
        elif word not in _PASSED:
            return place, has_title
    return -1, has_title
