"""Persons of the text the form does not know, and parties of the form the text does not name. No findings: a witness or
a notary may well stand in the text alone, and a party may be called «خوانده» throughout.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.text_case import NamedPerson, Side, TextCase
from assistant.domain.text_persons import NOBODY, PersonInText, TextPersons
from assistant.domain.words import PersonalNames, Words
from assistant.text.letters import loose
from assistant.text.person_names import TITLES, NameIndex, bare, name_index, read_names
from assistant.text.sentences import Sentence
from assistant.text.tokens import Token, TokenKind

_OPENING = frozenset(map(loose, ("آقای", "آقا", "خانم", "بانو")))
_MOST_FIRST_NAMES = 2
_PARTIES = (Side.PLAINTIFF, Side.DEFENDANT)


@dataclass(frozen=True)
class NamedPersons:
    """``words`` tells which words are names; it is called once, when the first text is read."""

    words: Callable[[], Words]

    def __call__(self, text: str, parts: Sequence[Sentence], case: TextCase) -> TextPersons:
        index = name_index(case)
        if not index.keys:
            return NOBODY
        unknown: dict[str, PersonInText] = {}
        named: set[NamedPerson] = set()
        for part in parts:
            runs = read_names(part, index)
            named.update(key.person for run in runs for _, _, keys in run.whole for key in keys)
            for first, last in _persons(part.tokens, self.words().names):
                words = [bare(token.loose) for token in part.tokens[first : last + 1] if token.loose not in TITLES]
                whose = _whose(words, index)
                named.update(whose)
                if not whose:
                    start, end = part.tokens[first].start, part.tokens[last].end
                    found = PersonInText(part.start + start, part.start + end, part.text[start:end])
                    unknown.setdefault(" ".join(words), found)
        parties = tuple(each for each in case.persons if each.side in _PARTIES)
        silent = tuple(each.name for each in parties if each not in named) if named.intersection(parties) else ()
        return TextPersons(tuple(unknown.values()), tuple(dict.fromkeys(silent)))


def _persons(tokens: Sequence[Token], names: PersonalNames) -> Iterator[tuple[int, int]]:
    """«آقای علی‌اکبر رضایی», «خانم دکتر رضایی»: first and last token, titles included."""
    place = 0
    while place < len(tokens):
        if tokens[place].loose not in _OPENING:
            place += 1
            continue
        last = _last(tokens, place, names)
        if last is not None:
            yield place, last
        place = (last or place) + 1


def _last(tokens: Sequence[Token], first: int, names: PersonalNames) -> int | None:
    """The token the name ends with; None where what follows the title is no name."""
    place = first + 1
    while place < len(tokens) and tokens[place].loose in TITLES:
        place += 1
    begun = place
    while place < len(tokens) and place - begun < _MOST_FIRST_NAMES and _is(tokens[place], names.first_names):
        place += 1
    if place < len(tokens) and _is(tokens[place], names.surnames):
        after = place + 1
        return after if after < len(tokens) and _is(tokens[after], names.surnames) else place
    return place - 1 if place > begun else None


def _is(token: Token, names: frozenset[str]) -> bool:
    return token.kind is TokenKind.WORD and (token.folded in names or bare(token.folded) in names)


def _whose(words: Sequence[str], index: NameIndex) -> set[NamedPerson]:
    """Whose name these words are a part of: all of them, or a surname alone."""
    return {
        key.person
        for key in index.keys
        if words and (set(words) <= set(key.parts) or words[-1:] == list(key.parts[-1:]))
    }
