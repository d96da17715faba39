"""Amounts of money: stored as whole rials, typed in rials or tomans, shown grouped and in words."""

import re

from assistant.domain.characters import latin_digits, normal_form, persian_digits
from assistant.domain.number_words import number_in_words
from assistant.domain.value_problem import ValueProblem

LARGEST_RIAL = 10**15
_RIALS_PER_UNIT = {"ریال": 1, "تومان": 10, "تومن": 10}
_SEPARATORS = "٬،,.'’/ "
_IN_THREES = rf"[0-9]{{1,3}}(?P<separator>[{_SEPARATORS}])[0-9]{{3}}(?:(?P=separator)[0-9]{{3}})*"
_AMOUNT = re.compile(rf"[0-9]+|{_IN_THREES}")
_TYPED = re.compile(rf"(?P<sign>[-−]?)(?P<number>[0-9][0-9{_SEPARATORS}]*) *(?P<unit>[^0-9{_SEPARATORS}]*)")


def parse_rial(text: str) -> int:
    """Digits of any script, in threes or plain, with «ریال» (also when absent) or «تومان» after them."""
    typed = latin_digits(normal_form(text).replace("﷼", "ریال")).strip()
    match = _TYPED.fullmatch(typed)
    if match is None or (match["unit"] and match["unit"] not in _RIALS_PER_UNIT):
        raise ValueProblem("amount_form", value=text.strip()[:60])
    if match["sign"]:
        raise ValueProblem("amount_negative", value=text.strip()[:60])
    number = match["number"].strip()
    if not _AMOUNT.fullmatch(number):
        raise ValueProblem("amount_grouping", value=number[:60])
    digits = re.sub(rf"[{_SEPARATORS}]", "", number).lstrip("0") or "0"
    rials = int(digits[:40]) * _RIALS_PER_UNIT[match["unit"] or "ریال"]
    if rials > LARGEST_RIAL:
        raise ValueProblem("amount_too_large", value=number[:60], limit=show_rial(LARGEST_RIAL))
    return rials


def group_thousands(number: int) -> str:
    """``1600000000`` → «۱٬۶۰۰٬۰۰۰٬۰۰۰»."""
    return persian_digits(f"{number:,}".replace(",", "٬"))


def show_rial(rials: int) -> str:
    """``1600000000`` → «۱٬۶۰۰٬۰۰۰٬۰۰۰ ریال»."""
    return f"{group_thousands(rials)} ریال"


def rial_words(rials: int) -> str:
    """``1600000000`` → «یک میلیارد و ششصد میلیون ریال»."""
    return f"{number_in_words(rials)} ریال"


def show_toman(rials: int) -> str:
    """``1600000000`` → «۱۶۰٬۰۰۰٬۰۰۰ تومان»; a remainder under one toman is named in rials."""
    tomans, rest = divmod(rials, 10)
    if not rest:
        return f"{group_thousands(tomans)} تومان"
    return f"{group_thousands(tomans)} تومان و {persian_digits(str(rest))} ریال" if tomans else show_rial(rest)
