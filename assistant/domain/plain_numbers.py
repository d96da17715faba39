"""Whole numbers (stored as int) and decimals (stored as text such as ``'12.5'``, computed with as exact fractions)."""

import re
from fractions import Fraction

from assistant.domain.characters import latin_digits, one_line, persian_digits
from assistant.domain.value_problem import ValueProblem

_LARGEST = 10**15
_WHOLE = re.compile(r"-?(?:[0-9]+|[0-9]{1,3}(?:[٬,][0-9]{3})+)")
_DECIMAL = re.compile(r"(?P<sign>-?)(?P<whole>[0-9]+|[0-9]{1,3}(?:٬[0-9]{3})+)(?:[./٫](?P<rest>[0-9]{1,12}))?")
_STORED_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,15})(?:\.[0-9]{0,11}[1-9])?")


def parse_integer(text: str) -> int:
    """Digits of any script, in threes or plain, with a minus sign before them or not."""
    typed = _typed(text)
    if not _WHOLE.fullmatch(typed):
        raise ValueProblem("integer_form", value=text.strip()[:60])
    number = int(re.sub("[٬,]", "", typed)[:40])
    if abs(number) > _LARGEST:
        raise ValueProblem("number_too_large", value=typed[:60], limit=_LARGEST)
    return number


def is_integer(stored: object) -> bool:
    return isinstance(stored, int) and not isinstance(stored, bool) and abs(stored) <= _LARGEST


def show_integer(stored: int) -> str:
    return persian_digits(str(stored))


def parse_decimal(text: str) -> str:
    """``۱۲/۵``، ``۱۲٫۵`` and ``12.5`` are ``'12.5'``; zeros that say nothing are left out."""
    match = _DECIMAL.fullmatch(_typed(text))
    if match is None:
        raise ValueProblem("decimal_form", value=text.strip()[:60])
    whole = match["whole"].replace("٬", "").lstrip("0") or "0"
    if len(whole) > 16 or int(whole) > _LARGEST:
        raise ValueProblem("number_too_large", value=text.strip()[:60], limit=_LARGEST)
    rest = (match["rest"] or "").rstrip("0")
    number = f"{whole}.{rest}" if rest else whole
    return number if number == "0" else match["sign"] + number


def is_decimal(stored: object) -> bool:
    if not isinstance(stored, str) or not _STORED_DECIMAL.fullmatch(stored) or stored == "-0":
        return False
    return abs(int(stored.split(".")[0])) <= _LARGEST


def show_decimal(stored: str) -> str:
    """``'12.5'`` → «۱۲٫۵»."""
    return persian_digits(stored.replace(".", "٫"))


def decimal_value(stored: str) -> Fraction:
    return Fraction(stored)


def _typed(text: str) -> str:
    return latin_digits(one_line(text)).replace("−", "-")
