"""Dates in a sentence: «۱۴۰۴/۰۵/۱۲», «12/5/1404», «۱۲ مرداد ۱۴۰۴», «سی و یکم مهرماه», and which of them exist."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.domain.characters import latin_digits
from assistant.domain.jalali import FIRST_YEAR, LAST_YEAR, MONTHS, WEEKDAYS, days_in_month, jalali_date, to_gregorian
from assistant.domain.value_problem import ValueProblem
from assistant.text.figures.digits import plain_value
from assistant.text.figures.number_words import phrase_at
from assistant.text.figures.remembered import remembered
from assistant.text.letters import folded, loose
from assistant.text.sentences import Sentence
from assistant.text.tokens import Token, TokenKind

_MONTHS = {loose(folded(name)): number for number, name in enumerate(MONTHS, 1)} | {"امرداد": 5}
_MONTHS |= {f"{name}ماه": number for name, number in list(_MONTHS.items())}
_WEEKDAYS = {loose(folded(name)): name for name in WEEKDAYS}
_SHAPE = re.compile(r"([0-9]{1,4})([/.\-–])([0-9]{1,2})\2([0-9]{1,4})")
_BEFORE = frozenset(("تاریخ", "بتاریخ", "بهتاریخ", "مورخ", "مورخه", "مورخۀ", "سررسید", "روز", "شب", "صبح", "عصر"))
_NO_DATE = frozenset((
    "شماره", "بشماره", "بهشماره", "کلاسه", "پلاک", "کد", "ش", "شناسه", "نامه", "ردیف", "قطعه", "سریال", "دفتر", "صفحه",
))  # fmt: skip
_OTHER_CALENDARS = frozenset(("قمری", "میلادی"))
_FIRST_SHORT_YEAR_OF_1300 = 30


@dataclass(frozen=True, slots=True)
class DateMention:
    """``year`` is 0 where the text names none. ``day`` is None when there is no such day, or no year."""

    start: int
    end: int
    first: int
    after: int
    text: str
    year: int
    month: int
    number: int  # of the day in its month
    day: date | None
    is_introduced: bool  # «مورخ», «در تاریخ» or a month's name makes it a date beyond doubt
    weekday: str = ""  # as the text has it, in the spelling of the calendar
    weekday_start: int = 0
    weekday_end: int = 0

    @property
    def is_impossible(self) -> bool:
        if self.day is not None:
            return False
        if self.year or not 1 <= self.month <= 12:
            return True
        return not 1 <= self.number <= (31 if self.month <= 6 else 30)


@remembered
def dates(sentence: Sentence) -> tuple[DateMention, ...]:
    """In order. What only looks like a date (a letter's number, a plot) is left out, and so are other calendars."""
    names_month = any(token.loose in _MONTHS for token in sentence.tokens)
    found = []
    index = 0
    while index < len(sentence.tokens):
        mention = _numeric(sentence, index) if sentence.tokens[index].kind is TokenKind.NUMBER else None
        if mention is None and names_month:
            mention = _named(sentence, index)
        if mention is not None:
            found.append(mention)
        index = mention.after if mention else index + 1
    return tuple(found)


def _numeric(sentence: Sentence, index: int) -> DateMention | None:
    tokens = sentence.tokens
    match, after = _SHAPE.fullmatch(latin_digits(tokens[index].text)), index + 1
    if match is None:  # «۱۴۰۴ / ۰۵ / ۱۲»
        match, after = (
            _SHAPE.fullmatch(latin_digits("".join(token.text for token in tokens[index : index + 5]))),
            index + 5,
        )
    if match is None or _is_of_other_calendar(tokens, after):
        return None
    first, _, month, last = match.groups()
    is_introduced = _is_introduced(tokens, index)
    for year, number in ((first, last), (last, first)):
        if len(year) == 4 and FIRST_YEAR <= int(year) < LAST_YEAR and len(number) <= 2:
            if not is_introduced and _follows(tokens, index, _NO_DATE):
                return None
            return _made(sentence, index, after, (int(year), int(month), int(number)), is_introduced)
    if len(first) <= 2 and len(last) <= 2 and is_introduced:
        return _short(sentence, index, after, (int(first), int(month), int(last)))
    return None


def _short(sentence: Sentence, index: int, after: int, parts: tuple[int, int, int]) -> DateMention | None:
    """«3/12/90»: of two readings the one that the calendar has; told as impossible only when it has neither."""
    readings = [(_whole_year(year), parts[1], number) for year, number in (parts[::2], parts[::-2])]
    made = [_made(sentence, index, after, reading, True) for reading in readings]
    return next((each for each in made if each.day is not None), made[0])


def _named(sentence: Sentence, index: int) -> DateMention | None:
    """A day in digits or words, a month's name, and the year unless the month is plain from «ماه» or «تاریخ»."""
    tokens = sentence.tokens
    day, after = _small_number(tokens, index)
    after += _loose(tokens, after) in ("ام", "م", "امین")  # «۳۱ ام»
    if day is None or after >= len(tokens):
        return None
    month = _MONTHS.get(tokens[after].loose)
    if month is None:
        return None
    named_month = tokens[after].loose.endswith("ماه") or _loose(tokens, after + 1) == "ماه"
    after += 1 + (_loose(tokens, after + 1) == "ماه")
    after += _loose(tokens, after) in ("سال", "از") and _small_number(tokens, after + 1)[0] is not None
    year, year_after = _small_number(tokens, after)
    is_introduced = named_month or _is_introduced(tokens, index)
    if year is None or not (30 <= year <= 99 or FIRST_YEAR <= year < LAST_YEAR):
        return _made(sentence, index, after, (0, month, day), True) if is_introduced and day <= 99 else None
    if day > 99 or _is_of_other_calendar(tokens, year_after):
        return None
    return _made(sentence, index, year_after, (_whole_year(year), month, day), True)


def _small_number(tokens: Sequence[Token], index: int) -> tuple[int | None, int]:
    """A whole number in digits or words, below ten thousand, and the token after it."""
    if not 0 <= index < len(tokens):
        return None, index
    token = tokens[index]
    if token.kind is TokenKind.NUMBER:
        value = plain_value(token.text)
        after = index + 1
    elif token.kind is TokenKind.WORD and (phrase := phrase_at(tokens, index)):
        value, after = phrase.value, phrase.after
    else:
        return None, index
    return (int(value), after) if value is not None and value.denominator == 1 and value < 10_000 else (None, index)


def _made(sentence: Sentence, first: int, after: int, parts: tuple[int, int, int], is_introduced: bool) -> DateMention:
    start, end = sentence.tokens[first].start, sentence.tokens[after - 1].end
    weekday, places = _weekday_before(sentence.tokens, first)
    year, month, number = parts
    return DateMention(
        start,
        end,
        first,
        after,
        sentence.text[start:end],
        year,
        month,
        number,
        _day(year, month, number),
        is_introduced,
        weekday,
        sentence.tokens[places[0]].start if weekday else 0,
        sentence.tokens[places[1]].end if weekday else 0,
    )


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return to_gregorian(jalali_date(year, month, number)) if year else None
    except ValueProblem:
        return None


def _whole_year(year: int) -> int:
    if year >= 100:
        return year
    return year + (1400 if year < _FIRST_SHORT_YEAR_OF_1300 else 1300)


def _weekday_before(tokens: Sequence[Token], first: int) -> tuple[str, tuple[int, int]]:
    """«روز دوشنبه مورخ ۱۴۰۴/۰۵/۱۳», also «سه شنبه» written apart."""
    for index in range(first - 1, max(-1, first - 4), -1):
        name = tokens[index].loose
        if name == "شنبه" and index and f"{tokens[index - 1].loose}شنبه" in _WEEKDAYS:
            return _WEEKDAYS[f"{tokens[index - 1].loose}شنبه"], (index - 1, index)
        if name in _WEEKDAYS:
            return _WEEKDAYS[name], (index, index)
        if name not in _BEFORE and name not in ("،", ",", "به", "(", "-"):
            break
    return "", (0, 0)


def _is_introduced(tokens: Sequence[Token], index: int) -> bool:
    return _follows(tokens, index, _BEFORE) or (index > 0 and tokens[index - 1].loose in _WEEKDAYS)


def _follows(tokens: Sequence[Token], index: int, words: frozenset[str]) -> bool:
    """Whether one of ``words`` stands right before, or before a colon, bracket or «های»."""
    before = [token.loose for token in tokens[max(0, index - 2) : index]]
    if before and before[-1] in (":", "(", "های", "ی"):
        before.pop()
    return bool(before) and any(before[-1] in (word, f"{word}های", f"{word}ی") for word in words)


def _is_of_other_calendar(tokens: Sequence[Token], index: int) -> bool:
    return any(token.loose in _OTHER_CALENDARS for token in tokens[index : index + 2])


def _loose(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].loose if index < len(tokens) else ""


def days_of(mention: DateMention) -> int:
    """Of the month it names; where it names no year, the most that month can have."""
    if mention.year:
        return days_in_month(mention.year, mention.month)
    return 31 if mention.month <= 6 else 30
