"""Numbers in words and in mixed form: «دو و نیم میلیارد», «یک هزار میلیارد», «۲ میلیارد و ۵۰۰ میلیون».

Reads the longest sound phrase.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from assistant.text.figures.digits import plain_value
from assistant.text.figures.number_atoms import atoms_of
from assistant.text.figures.number_reader import Atom, AtomKind, NumberReader
from assistant.text.tokens import Token, TokenKind


@dataclass(frozen=True, slots=True)
class Phrase:
    """``after``: the token that follows it. ``elliptic``: «پنج میلیون و پانصد» may also be said of 5,500,000."""

    after: int
    value: Fraction
    is_ordinal: bool = False
    has_digits: bool = False
    elliptic: Fraction | None = None
    atoms: int = 1


def phrase_at(tokens: Sequence[Token], first: int, number: Fraction | None = None) -> Phrase | None:
    """The number phrase that begins at a token. ``number`` is the value of a first token in digits, which only makes
    a phrase with a scale after it («۵۰ میلیون»)."""
    stream = _stream(tokens, first, number)
    if not stream:
        return None
    reader = NumberReader()
    best: Phrase | None = None
    joined = False
    for position, (atom, after, ends_token) in enumerate(stream):
        if atom.kind is AtomKind.AND:
            if joined or position == 0:
                break
            joined = True
            continue
        following = tuple(each for each, _, _ in stream[position + 1 : position + 8])
        if not reader.take(atom, joined=joined, following=following):
            if best and atom.is_ordinal:  # «یک سوم»
                return None
            break
        joined = False
        if ends_token:
            best = Phrase(after, reader.total, atom.is_ordinal, reader.has_digits, reader.elliptic, position + 1)
        if atom.is_ordinal:
            break
    return best


def _stream(tokens: Sequence[Token], first: int, number: Fraction | None) -> list[tuple[Atom, int, bool]]:
    """Atoms with the token after them and whether they end their token."""
    found: list[tuple[Atom, int, bool]] = []
    for index in range(first, min(len(tokens), first + 40)):
        token = tokens[index]
        if token.kind is TokenKind.NUMBER:
            value = number if index == first else plain_value(token.text)
            if value is None:
                break
            found.append((Atom(AtomKind.DIGITS, value), index + 1, True))
            continue
        parts = atoms_of(token.loose) if token.kind is TokenKind.WORD else ()
        if not parts:
            break
        found += ((atom, index + 1, place == len(parts)) for place, atom in enumerate(parts, 1))
    return found
