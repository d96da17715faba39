"""Numbers that identify something (a cheque, a plot, a judgment): where they stand and which answer they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from assistant.domain.characters import latin_digits
from assistant.domain.text_case import NamedNumber, TextCase
from assistant.text.figures.remembered import remembered
from assistant.text.sentences import Sentence
from assistant.text.tokens import Token, TokenKind

_SHORTEST = 3  # digits of a number that says by itself which item is meant


@dataclass(frozen=True, slots=True)
class Item:
    """``path`` is that of the list item or group the number belongs to; ``until`` the next number of another."""

    first: int
    until: int
    path: str


def identified_items(part: Sentence, case: TextCase) -> tuple[Item, ...]:
    """Items of the answers whose own number stands in the sentence, in order."""
    paths = _paths(case.numbers)
    places = [(index, paths[number]) for index, number in _numbers(part) if number in paths]
    return tuple(
        Item(index, next((end for end, other in places[order:] if other != path), len(part.tokens)), path)
        for order, (index, path) in enumerate(places)
    )


@lru_cache(maxsize=64)
def _paths(numbers: tuple[NamedNumber, ...]) -> Mapping[str, str]:
    """Digits of a number → the path of the item it belongs to, where that is one only."""
    found: dict[str, set[str]] = {}
    for each in numbers:
        found.setdefault(digits(each.number), set()).add(_parent(each))
    sound = {number: paths.pop() for number, paths in found.items() if len(paths) == 1 and len(number) >= _SHORTEST}
    return {number: path for number, path in sound.items() if path}


@remembered
def _numbers(part: Sentence) -> tuple[tuple[int, str], ...]:
    """Each number of a sentence: its token and its digits."""
    return tuple((index, number_of(token)) for index, token in enumerate(part.tokens) if token.kind is TokenKind.NUMBER)


def number_of(token: Token) -> str:
    """Latin digits of a number, separators left out; '' for anything else."""
    return digits(token.text) if token.kind is TokenKind.NUMBER else ""


@lru_cache(maxsize=4096)
def digits(text: str) -> str:
    return "".join(each for each in latin_digits(text) if each.isdigit())


def _parent(number: NamedNumber) -> str:
    return number.path.rpartition(".")[0]
