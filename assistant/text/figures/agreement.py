"""One amount said twice, in digits and in words or in rials and in tomans: the two must be equal."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from assistant.domain.money import group_thousands
from assistant.domain.number_words import number_in_words
from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import TextFinding, TextKind, TextLevel
from assistant.text.figures import wording
from assistant.text.figures.mentions import AMOUNT_WORDS, Mention, Unit, mentions, unit_of
from assistant.text.figures.remembered import remembered
from assistant.text.sentences import Sentence
from assistant.text.tokens import Token

_EQUAL = frozenset(("معادل", "برابر", "یعنی", "مساوی", "=", "حروف", "بحروف", "بهحروف", "عدد", "بعدد", "بهعدد"))
_BETWEEN = _EQUAL | frozenset(("به", "با", "که", "مبلغ", "،", ",", ":", "-", "–", "—"))
_ROUGHLY = frozenset(("حدود", "حدودا", "تقریبا", "قریب", "نزدیک", "بیش", "کمتر", "بالغ"))
_TENFOLD = frozenset((Fraction(10), Fraction(100), Fraction(1, 10), Fraction(1, 100)))
_LARGEST_COUNT = 10**6  # above it a number in a bracket is taken for money or an identifier


def agreement(sentence: Sentence, _case: TextCase) -> Iterable[TextFinding]:
    """Kinds number-word-mismatch and rial-toman-mismatch, the latter where the two units are what parts them."""
    for first, second, after in said_twice(sentence):
        finding = _compared(sentence, first, second, after)
        if finding is not None:
            yield finding


@remembered
def said_twice(sentence: Sentence) -> tuple[tuple[Mention, Mention, int], ...]:
    """Neighbouring numbers that stand for each other, with the token after the bracket and unit that close them."""
    pairs = pairwise(mentions(sentence))
    ends = ((first, second, _end_of_pair(sentence.tokens, first, second)) for first, second in pairs)
    return tuple(each for each in ends if each[2])


def _end_of_pair(tokens: Sequence[Token], first: Mention, second: Mention) -> int:
    """0 when the two do not belong together."""
    gap = [token.loose for token in tokens[first.after : second.first]]
    if gap[:1] == ["("]:
        return _end_of_bracket(tokens, first, second, gap[1:])
    if not _BETWEEN.issuperset(gap) or _is_rough(tokens, first.first) or _is_rough(tokens, second.first):
        return 0
    if _EQUAL.intersection(gap) and first.unit and second.unit:
        return second.after
    if {"حروف", "بحروف", "بهحروف", "عدد", "بعدد", "بهعدد"}.intersection(gap) and (first.unit or second.unit):
        return second.after
    is_both_forms = (first.in_digits and second.in_words) or (first.in_words and second.in_digits)
    if not gap or set(gap) <= {"-", "–", "—"}:
        return second.after if is_both_forms and second.unit and _is_money(tokens, first) else 0
    return 0


def _end_of_bracket(tokens: Sequence[Token], first: Mention, second: Mention, opening: list[str]) -> int:
    """«۵۰٬۰۰۰٬۰۰۰ (پنجاه میلیون) ریال», «سه (۳) فقره»; nothing but the second number stands in the bracket."""
    close = second.after
    if not _BETWEEN.issuperset(opening) or close >= len(tokens) or tokens[close].text != ")":
        return 0
    trailing = unit_of(tokens[close + 1] if close + 1 < len(tokens) else None)
    after = close + 1 + (trailing is not Unit.NONE)
    if first.unit or trailing or _is_money(tokens, first):
        return after
    is_count = max(*first.values, *second.values) <= _LARGEST_COUNT
    is_both_forms = first.in_words != second.in_words
    return after if not opening and is_count and is_both_forms and not second.unit else 0


def _is_money(tokens: Sequence[Token], mention: Mention) -> bool:
    before = tokens[mention.first - 1].loose if mention.first else ""
    return bool(mention.unit) or mention.is_grouped or before in AMOUNT_WORDS


def _is_rough(tokens: Sequence[Token], index: int) -> bool:
    return any(token.loose in _ROUGHLY for token in tokens[max(0, index - 3) : index])


def _compared(sentence: Sentence, first: Mention, second: Mention, after: int) -> TextFinding | None:
    trailing = unit_of(sentence.tokens[after - 1])
    shared = first.unit or second.unit or trailing
    ours, theirs = first.rials(trailing or shared), second.rials(trailing or shared)
    if set(ours) & set(theirs):
        return None
    start, end = first.start, sentence.tokens[after - 1].end
    units = {first.unit or trailing or shared, second.unit or trailing or shared}
    if len(units) == 2 and ours[0] and theirs[0] / ours[0] in _TENFOLD:
        kind, message = TextKind.RIAL_TOMAN_MISMATCH, wording.RIAL_AND_TOMAN
        said = sentence.text[first.start : _end(sentence, first)], sentence.text[second.start : _end(sentence, second)]
    else:
        kind = TextKind.NUMBER_WORD_MISMATCH
        message = wording.TWO_AMOUNTS if shared else wording.TWO_NUMBERS
        said = first.text, second.text
    text = sentence.text[start:end]
    return TextFinding(
        kind,
        start,
        end,
        text,
        message.format(first=said[0], second=said[1]),
        TextLevel.MISMATCH,
        suggestions=tuple(_either(text, first, second, trailing or shared)),
    )


def _end(sentence: Sentence, mention: Mention) -> int:
    return sentence.tokens[mention.after - 1].end


def _either(text: str, first: Mention, second: Mention, unit: Unit) -> Iterator[str]:
    """The whole with one number put into the form of the other: which of them is right is not known."""
    offset = first.start
    for right, wrong in ((first, second), (second, first)):
        number = right.rials(unit)[0] / (10 if (wrong.unit or unit) is Unit.TOMAN else 1)
        if number.denominator == 1:
            other = _in_form_of(wrong, int(number))
            yield text[: wrong.start - offset] + other + text[wrong.end - offset :]


def _in_form_of(mention: Mention, number: int) -> str:
    if mention.in_digits:
        return group_thousands(number)
    return number_in_words(number)
