"""Numbers that identify something (a cheque, a plot, a judgment): where they stand and which answer they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.text_case import NamedNumber, TextCase
from assistant.text.figures.digits import latin
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
    places = []
    for index, token in enumerate(part.tokens):
        number = number_of(token)
        answers = {_parent(each) for each in case.numbers if number and digits(each.number) == number}
        if len(number) >= _SHORTEST and len(answers) == 1 and "" not in answers:
            places.append((index, answers.pop()))
    return tuple(
        Item(index, next((end for end, other in places[order:] if other != path), len(part.tokens)), path)
        for order, (index, path) in enumerate(places)
    )


def number_of(token: Token) -> str:
    """Latin digits of a number, separators left out; '' for anything else."""
    return digits(token.text) if token.kind is TokenKind.NUMBER else ""


def digits(text: str) -> str:
    return "".join(each for each in latin(text) if each.isdigit())


def _parent(number: NamedNumber) -> str:
    return number.path.rpartition(".")[0]


def tokens_before(tokens: Sequence[Token], index: int, count: int) -> Iterator[Token]:
    """The nearest first."""
    for place in range(index - 1, max(-1, index - 1 - count), -1):
        yield tokens[place]
