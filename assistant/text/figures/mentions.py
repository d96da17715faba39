"""Numbers and amounts of money in a sentence, with their places."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from assistant.domain.characters import latin_digits
from assistant.text.figures.digits import plain_value
from assistant.text.figures.number_atoms import atoms_of
from assistant.text.figures.number_reader import AND
from assistant.text.figures.number_words import Phrase, phrase_at
from assistant.text.figures.remembered import remembered
from assistant.text.sentences import Sentence
from assistant.text.tokens import Token, TokenKind


class Unit(StrEnum):
    NONE = ""
    RIAL = "ریال"
    TOMAN = "تومان"


_UNITS = {
    "ریال": Unit.RIAL, "ریالی": Unit.RIAL, "﷼": Unit.RIAL,
    "تومان": Unit.TOMAN, "تومانی": Unit.TOMAN, "تومن": Unit.TOMAN,
}  # fmt: skip
AMOUNT_WORDS = frozenset(("مبلغ", "بمبلغ", "بهمبلغ", "مبالغ", "وجه"))  # what follows them is money


@dataclass(frozen=True, slots=True)
class Mention:
    """A number; ``first`` and ``after`` count tokens, the unit after it included in ``after`` but not in ``end``."""

    start: int
    end: int
    first: int
    after: int
    value: Fraction
    unit: Unit
    text: str  # of the number alone
    in_words: bool
    in_digits: bool  # neither: «۵۰ میلیون»
    is_grouped: bool = False  # its digits are parted in threes
    elliptic: Fraction | None = None

    @property
    def values(self) -> tuple[Fraction, ...]:
        return (self.value,) if self.elliptic is None else (self.value, self.elliptic)

    def rials(self, unit: Unit | None = None) -> tuple[Fraction, ...]:
        """What it may be in rials; ``unit`` where it has none of its own."""
        factor = 10 if (self.unit or unit) is Unit.TOMAN else 1
        return tuple(each * factor for each in self.values)


@remembered
def mentions(sentence: Sentence) -> tuple[Mention, ...]:
    """In order; none inside another. Dates, shares and numbers that identify something are not told apart here."""
    text, tokens = sentence.text, sentence.tokens
    found: list[Mention] = []
    index = 0
    while index < len(tokens):
        mention = _mention_at(text, tokens, index) if _may_begin(tokens[index]) else None
        if mention is not None:
            found.append(mention)
        index = mention.after if mention else index + 1
    return tuple(each for number, each in enumerate(found) if not _is_unclear(tokens, found, number))


def _may_begin(token: Token) -> bool:
    if token.kind is TokenKind.WORD:
        return bool(atoms_of(token.loose))
    return token.kind is TokenKind.NUMBER


def _is_unclear(tokens: Sequence[Token], found: Sequence[Mention], number: int) -> bool:
    """«۱۰ میلیون و ۵۰۰ ریال» is neither the one nor the other number."""
    for left, right in zip(found[max(0, number - 1) :], found[max(1, number) : number + 2], strict=False):
        between = tokens[left.after : right.first]
        is_joined = len(between) == 1 and between[0].folded == AND
        if is_joined and left.unit is Unit.NONE and not left.in_digits and right.in_digits and right.unit:
            return True
    return False


def unit_of(token: Token | None) -> Unit:
    return _UNITS.get(token.loose, Unit.NONE) if token is not None else Unit.NONE


def _mention_at(text: str, tokens: Sequence[Token], index: int) -> Mention | None:
    token = tokens[index]
    if token.kind is TokenKind.NUMBER:
        phrase = phrase_at(tokens, index, plain_value(token.text))
        if phrase is not None and not phrase.is_ordinal:
            return _of_phrase(text, tokens, index, phrase)
        return _of_digits(text, tokens, index)
    phrase = phrase_at(tokens, index)
    if phrase is None or phrase.is_ordinal:
        return None
    return _of_phrase(text, tokens, index, phrase)


def _of_phrase(text: str, tokens: Sequence[Token], index: int, phrase: Phrase) -> Mention:
    start, end = tokens[index].start, tokens[phrase.after - 1].end
    unit = unit_of(_at(tokens, phrase.after))
    return Mention(
        start,
        end,
        index,
        phrase.after + (unit is not Unit.NONE),
        phrase.value,
        unit,
        text[start:end],
        in_words=not phrase.has_digits,
        in_digits=False,
        elliptic=phrase.elliptic,
    )


def _of_digits(text: str, tokens: Sequence[Token], index: int) -> Mention | None:
    """Also «۵۰ ۰۰۰ ۰۰۰», parted by blanks."""
    after = index + 1
    digits = tokens[index].text
    if 1 <= len(digits) <= 3 and latin_digits(digits).isdigit():
        while _continues(text, tokens, after):
            digits += "٬" + tokens[after].text
            after += 1
    value = plain_value(digits, before_scale=False)
    if value is None or (len(digits) > 1 and latin_digits(digits)[0] == "0"):
        return None
    unit = unit_of(_at(tokens, after))
    start, end = tokens[index].start, tokens[after - 1].end
    return Mention(
        start,
        end,
        index,
        after + (unit is not Unit.NONE),
        value,
        unit,
        text[start:end],
        in_words=False,
        in_digits=True,
        is_grouped=not latin_digits(digits).isdigit() and value.denominator == 1,
    )


def _continues(text: str, tokens: Sequence[Token], index: int) -> bool:
    token = _at(tokens, index)
    if (
        token is None
        or token.kind is not TokenKind.NUMBER
        or len(token.text) != 3
        or not latin_digits(token.text).isdigit()
    ):
        return False
    return text[tokens[index - 1].end : token.start] in (" ", "\u00a0", "\u202f")


def _at(tokens: Sequence[Token], index: int) -> Token | None:
    return tokens[index] if 0 <= index < len(tokens) else None
