"""Numbers of cheques, plots, judgments and cases that are nearly, but not quite, a number of the answers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from assistant.domain.characters import latin_digits, persian_digits
from assistant.domain.text_case import NamedNumber, NumberKind, TextCase
from assistant.domain.text_finding import TextFinding, TextKind, TextLevel
from assistant.text.figures import wording
from assistant.text.figures.answer_names import Names, has_others, is_called, names_of
from assistant.text.figures.identified import digits, number_of
from assistant.text.sentences import Sentence
from assistant.text.tokens import Token, TokenKind

_SHORTEST = 4  # digits; of shorter numbers too many are near each other
_LONG = 8  # digits, from which on two of them may differ
_MIDDLING = 6  # and from which on where no number of the answers stands in the text
_NEIGHBOURS = 100  # the next leaf of a cheque book, the next case of a branch
_NAME_WITHIN = 5  # tokens
_NUMBER_WITHIN = 14  # where «شماره» stands right before it
_NUMBERED = frozenset(("شماره", "بشماره", "بهشماره", "سریال", "شناسه", "کلاسه"))
_PLOT = re.compile(r"[0-9]{1,9}(?:/[0-9]{1,9})+")


@dataclass(frozen=True)
class IdentifyingNumberCheck:
    """``also``: other words for the names of answers."""

    also: Names

    def __call__(self, text: str, parts: Sequence[Sentence], case: TextCase) -> Iterable[TextFinding]:
        if case.numbers:
            yield from _nearly_right(parts, case, self.also)


def _nearly_right(parts: Sequence[Sentence], case: TextCase, also: Names) -> Iterator[TextFinding]:
    known = {_bare(each) for each in case.numbers}
    read = [(part, tuple(_written(part, case, also))) for part in parts]
    written = known & {each.number for _, found in read for each in found}
    for part, found in read:
        for each in found:
            if each.number in known or any(_contains(number, each.number) for number in known):
                continue
            answer = _near(each, case.numbers, written)
            if answer is not None:
                yield TextFinding(
                    TextKind.AMOUNT_MISMATCH,
                    part.start + each.start,
                    part.start + each.end,
                    part.text[each.start : each.end],
                    wording.other_number(part.text[each.start : each.end], answer),
                    TextLevel.MISMATCH,
                    suggestions=(_as_written(answer, each),),
                    points_at=(answer.path,),
                )


class _Written:
    """A number of the text with the kinds it is said to be of."""

    __slots__ = ("end", "is_plot_in_words", "kinds", "number", "start")

    def __init__(self, start: int, end: int, number: str, kinds: frozenset[NumberKind], in_words: bool = False) -> None:
        self.start, self.end, self.number, self.kinds, self.is_plot_in_words = start, end, number, kinds, in_words


def _written(part: Sentence, case: TextCase, also: Names) -> Iterator[_Written]:
    tokens = part.tokens
    for index, token in enumerate(tokens):
        if token.kind is not TokenKind.NUMBER:
            continue
        plot = _plot_in_words(part, index)
        if plot is not None:
            yield plot
            continue
        number = number_of(token)
        if len(number) < _SHORTEST:
            continue
        labels = {(each.kind, each.label): each for each in case.numbers}.values()
        kinds = frozenset(each.kind for each in labels if _is_said_of(tokens, index, each, also))
        if NumberKind.PLOT in kinds and _PLOT.fullmatch(latin_digits(token.text)):
            yield _Written(token.start, token.end, latin_digits(token.text), frozenset((NumberKind.PLOT,)))
        elif len(number) >= _SHORTEST and kinds - {NumberKind.PLOT}:
            yield _Written(token.start, token.end, number, kinds - {NumberKind.PLOT})


def _is_said_of(tokens: Sequence[Token], index: int, answer: NamedNumber, also: Names) -> bool:
    """The name of the answer stands shortly before. The sixteen digits of a cheque speak for themselves."""
    if answer.kind is NumberKind.SAYAD and abs(len(number_of(tokens[index])) - 16) <= 1:
        return True
    is_numbered = any(token.loose in _NUMBERED for token in tokens[max(0, index - 2) : index])
    near: list[Token] = []
    for token in reversed(tokens[max(0, index - (_NUMBER_WITHIN if is_numbered else _NAME_WITHIN)) : index]):
        if token.kind is TokenKind.NUMBER and (not is_numbered or len(number_of(token)) >= _SHORTEST):
            break
        near.append(token)
    return any(
        has_others(near, name, also) and any(is_called(token, name, also) for token in near)
        for name in names_of(answer.label)
    )


def _plot_in_words(part: Sentence, index: int) -> _Written | None:
    """«۱۲۳ فرعی از ۴۵ اصلی»."""
    tokens = part.tokens
    words = [token.loose for token in tokens[index + 1 : index + 5]]
    if words[:2] != ["فرعی", "از"] or index + 3 >= len(tokens) or words[3:4] != ["اصلی"]:
        return None
    sub, main = number_of(tokens[index]), number_of(tokens[index + 3])
    if not sub or not main:
        return None
    kinds = frozenset((NumberKind.PLOT,))
    return _Written(tokens[index].start, tokens[index + 4].end, f"{sub}/{main}", kinds, in_words=True)


def _near(written: _Written, answers: Sequence[NamedNumber], rightly: set[str]) -> NamedNumber | None:
    found = []
    for answer in answers:
        number = _bare(answer)
        if answer.kind not in written.kinds or len(digits(number)) < _SHORTEST or _is_turned(written.number, number):
            continue
        distance = OSA.distance(written.number, number)
        is_long = len(number) >= _LONG or (len(number) >= _MIDDLING and not rightly)
        if distance <= (2 if is_long else 1) and not _may_be_another(written.number, number, rightly):
            found.append((distance, answer))
    return min(found, key=lambda each: each[0])[1] if found else None


def _may_be_another(number: str, answer: str, neighbours: set[str]) -> bool:
    """Where a right number stands in the text too, one of the same length close to it is of another thing."""
    same_length = [each for each in neighbours if len(each) == len(number)]
    if answer in same_length and not number.isdigit():
        return True
    return number.isdigit() and any(
        each.isdigit() and abs(int(number) - int(each)) < _NEIGHBOURS for each in same_length
    )


def _is_turned(number: str, answer: str) -> bool:
    """Main and sub plot the other way round."""
    return "/" in number and number.split("/")[::-1] == answer.split("/")


def _contains(number: str, part: str) -> bool:
    """A number written with or without what goes before it (a series, a year)."""
    shorter, longer = sorted((digits(number), digits(part)), key=len)
    return len(shorter) >= _SHORTEST and longer.endswith(shorter) and len(longer) - len(shorter) != 1


def _bare(answer: NamedNumber) -> str:
    return answer.number if answer.kind is NumberKind.PLOT else digits(answer.number)


def _as_written(answer: NamedNumber, written: _Written) -> str:
    if written.is_plot_in_words and "/" in answer.number:
        sub, main = answer.number.split("/")[:2]
        return persian_digits(f"{sub} فرعی از {main} اصلی")
    return persian_digits(answer.number)
