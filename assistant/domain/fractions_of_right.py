"""Shares of a right: stored as typed (``'3/6'``), computed with as exact fractions; a share is never over one."""

import re
from fractions import Fraction

from assistant.domain.characters import ZWNJ, latin_digits, one_line, persian_digits
from assistant.domain.number_words import number_in_words
from assistant.domain.value_problem import ValueProblem

_LARGEST_PARTS = 10**6
_OF = re.compile(r"([0-9]{1,12}) ?(?:/| از ) ?([0-9]{1,12})(?: سهم)?")
_DANG = re.compile(r"([0-9]{1,2}|یک|دو|سه|چهار|پنج|شش) ?دانگ")
_DANG_WORDS = {"یک": 1, "دو": 2, "سه": 3, "چهار": 4, "پنج": 5, "شش": 6}


def parse_fraction(text: str) -> str:
    """``1/6``, «۱ از ۶» or «۳ دانگ» (of six). The parts stay as typed: three of six is not rewritten as a half."""
    typed = latin_digits(one_line(text)).replace(ZWNJ, " ")
    if dang := _DANG.fullmatch(typed):
        part, whole = _DANG_WORDS.get(dang[1]) or int(dang[1]), 6
    elif match := _OF.fullmatch(typed):
        part, whole = int(match[1]), int(match[2])
    else:
        raise ValueProblem("fraction_form", value=text.strip()[:60])
    if not part or not whole or whole > _LARGEST_PARTS:
        raise ValueProblem("fraction_parts", value=f"{part}/{whole}", limit=_LARGEST_PARTS)
    if part > whole:
        raise ValueProblem("fraction_over_one", value=f"{part}/{whole}")
    return f"{part}/{whole}"


def fraction_value(stored: str) -> Fraction:
    """``'3/6'`` → ``Fraction(1, 2)``."""
    part, whole = stored.split("/")
    return Fraction(int(part), int(whole))


def echo_fraction(stored: str) -> str:
    """``'1/6'`` → «یک سهم از شش سهم»."""
    part, whole = stored.split("/")
    return f"{number_in_words(int(part))} سهم از {number_in_words(int(whole))} سهم"


def show_fraction(stored: str) -> str:
    return persian_digits(stored)
