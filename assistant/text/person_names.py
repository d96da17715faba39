"""Names of persons as words to compare: without honorifics, in one spelling, however they are spaced."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from assistant.domain.text_case import NamedPerson, TextCase
from assistant.text.letters import folded, loose
from assistant.text.sentences import Sentence
from assistant.text.tokens import Token, TokenKind, tokens

TITLES = frozenset(map(loose, (
    "آقای", "آقا", "خانم", "بانو", "سرکار", "جناب", "دکتر", "مهندس", "حاج", "حاجی", "حاجیه", "کربلایی", "مشهدی",
    "سید", "سیده", "سادات", "السادات", "محترم", "محترمه", "مرحوم", "مرحومه", "آقایان", "خانمها", "شادروان",
    "ملا", "میرزا",
)))  # fmt: skip
COMPANY_WORDS = frozenset(map(loose, ("شرکت", "موسسه", "مؤسسه", "بانک", "صندوق", "تعاونی", "سازمان", "اداره")))
_LONG_WORD = 7  # letters of a surname that is often cut in two
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
class NameIndex:
    keys: tuple[NameKey, ...]
    by_part: Mapping[str, tuple[tuple[NameKey, int], ...]]
    by_beginning: Mapping[str, tuple[NameKey, ...]]  # the first two letters
    wholes: frozenset[str]
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
            frozenset(key.whole for key in keys),
            frozenset(by_part),
        )


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
    parts, written = tuple(token.loose for token in words), tuple(token.text for token in words)
    found = [NameKey(person, parts, written)]
    if len(parts) > 2 and not person.is_company:
        first = f"{written[0]} {written[1]}"
        found.append(NameKey(person, (parts[0] + parts[1], *parts[2:]), (first, *written[2:])))
    return tuple(found)


def name_words(sentence: Sentence, known: frozenset[str]) -> tuple[tuple[NameWord, ...], ...]:
    """Runs of words without titles; a mark or number ends a run. Two words that make one of ``known`` are one."""
    runs: list[list[NameWord]] = [[]]
    for index, token in enumerate(sentence.tokens):
        if token.kind is TokenKind.WORD:
            if token.loose not in TITLES:
                runs[-1].append(NameWord(token.loose, index, index))
        elif runs[-1]:
            runs.append([])
    return tuple(tuple(_joined(run, known)) for run in runs if run)


def _joined(run: Sequence[NameWord], known: frozenset[str]) -> Iterable[NameWord]:
    index = 0
    while index < len(run):
        word = run[index]
        following = run[index + 1] if index + 1 < len(run) else None
        if following is not None and _is_cut(word.loose, following.loose, known):
            yield NameWord(word.loose + following.loose, word.first, following.last)
            index += 2
        else:
            yield word
            index += 1


def _is_cut(first: str, second: str, known: frozenset[str]) -> bool:
    """Whether two words are one of ``known``, or one of its halves is and the other differs by a letter."""
    joined = first + second
    if joined in known:
        return True
    if len(joined) < _LONG_WORD or first in known:
        return False
    return any(
        len(first) >= 3
        and len(second) >= 3
        and (each.startswith(first) or each.endswith(second))
        and abs(len(each) - len(joined)) <= 1
        and OSA.distance(each, joined, score_cutoff=1) == 1
        for each in known
    )


def whole_names(run: Sequence[NameWord], index: NameIndex) -> Iterable[tuple[int, int, tuple[NameKey, ...]]]:
    """Every place where a name stands rightly, however spaced: first word, word after it, whose it may be."""
    for start, word in enumerate(run):
        if not any(word.loose.startswith(key.parts[0][:2]) for key in index.by_beginning.get(word.loose[:2], ())):
            continue
        joined = ""
        found: tuple[int, int, tuple[NameKey, ...]] | None = None
        for end in range(start, min(len(run), start + 8)):
            joined += run[end].loose
            if joined in index.wholes:
                found = start, end + 1, tuple(key for key in index.keys if key.whole == joined)
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
        elif word not in ("،", ",", ":", "(", "«", "بنام", "بهنام", "نام", "به"):
            return place, has_title
    return -1, has_title
