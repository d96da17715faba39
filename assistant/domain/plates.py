"""Vehicle plates: «۱۲ ب ۳۴۵ ایران ۶۷», stored as ``12ب345-67``. Motorcycles and special plates are free text."""

import re

from assistant.domain.characters import LETTERS, ZWNJ, latin_digits, one_line, persian_digits
from assistant.domain.value_problem import ValueProblem

_LETTER = f"الف|[{LETTERS}DS]"
_AS_READ = re.compile(rf"([0-9]{{2}})({_LETTER})([0-9]{{3}})(?:ایران)?([0-9]{{2}})")
_REGION_FIRST = re.compile(rf"ایران([0-9]{{2}})([0-9]{{3}})({_LETTER})([0-9]{{2}})")
_STORED = re.compile(rf"([0-9]{{2}})({_LETTER})([0-9]{{3}})-([0-9]{{2}})")


def parse_plate_no(text: str) -> str:
    """Two digits, a letter, three digits, the two digits of «ایران»; or the region first."""
    typed = re.sub(rf"[ \-/|ـ{ZWNJ}]", "", latin_digits(one_line(text)).upper())
    if match := _AS_READ.fullmatch(typed):
        start, letter, middle, region = match.groups()
    elif match := _REGION_FIRST.fullmatch(typed):
        region, middle, letter, start = match.groups()
    else:
        raise ValueProblem("plate_no_form", value=text.strip()[:60])
    return f"{start}{'الف' if letter in 'اآ' else letter}{middle}-{region}"


def show_plate_no(stored: str) -> str:
    """``12ب345-67`` → «۱۲ ب ۳۴۵ ایران ۶۷»."""
    match = _STORED.fullmatch(stored)
    if match is None:
        raise ValueProblem("plate_no_form", value=stored[:60])
    start, letter, middle, region = match.groups()
    return persian_digits(f"{start} {letter} {middle} ایران {region}")
