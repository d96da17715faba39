"""Identifiers of persons, accounts, cheques and cases: read in any script, stored in Latin digits, shown in Persian.

Each ``parse_…`` raises ValueProblem. A check digit catches slips of the hand; it does not say that the holder exists.
"""

import re

from stdnum.iso7064 import mod_97_10

from assistant.domain.characters import LETTERS, latin_digits, one_line
from assistant.domain.value_problem import ValueProblem

_LEGAL_ENTITY_FACTORS = (29, 27, 23, 19, 17) * 2
_PASSPORT = re.compile(r"[A-Z]{1,2}[0-9]{6,9}")
_CASE_NO = re.compile(rf"[0-9]+(?:/(?:[0-9]+|[{LETTERS}]{{1,4}}))*")


def compact(text: str, separators: str = " -") -> str:
    """One line, Latin digits, no ``separators``."""
    return latin_digits(one_line(text)).translate(dict.fromkeys(map(ord, separators)))


def _digits(text: str, length: int, type_id: str) -> str:
    """Exactly ``length`` digits, otherwise problem ``digits_only`` or ``<type_id>_length``."""
    number = compact(text)
    stray = re.search("[^0-9]", number)
    if stray:
        raise ValueProblem("digits_only", value=text.strip()[:60], character=stray.group())
    if len(number) != length:
        raise ValueProblem(f"{type_id}_length", value=number[:60], count=len(number))
    return number


def parse_national_id(text: str) -> str:
    """Ten digits with a right check digit; ten equal digits are never issued."""
    number = _digits(text, 10, "national_id")
    if len(set(number)) == 1:
        raise ValueProblem("national_id_repeated", value=number)
    rest = sum(int(digit) * weight for digit, weight in zip(number, range(10, 1, -1), strict=False)) % 11
    if int(number[9]) != (rest if rest < 2 else 11 - rest):
        raise ValueProblem("national_id_check", value=number)
    return number


def parse_legal_entity_id(text: str) -> str:
    """Eleven digits with a right check digit."""
    number = _digits(text, 11, "legal_entity_id")
    shift = int(number[9]) + 2
    rest = sum((int(digit) + shift) * factor for digit, factor in zip(number, _LEGAL_ENTITY_FACTORS, strict=False)) % 11
    if int(number[10]) != rest % 10:
        raise ValueProblem("legal_entity_id_check", value=number)
    return number


def parse_foreign_id(text: str) -> str:
    """A foreign national's number of 9 to 16 digits, or a passport number."""
    number = compact(text).upper()
    if not re.fullmatch("[0-9]{9,16}", number) and not _PASSPORT.fullmatch(number):
        raise ValueProblem("foreign_id_form", value=text.strip()[:60])
    return number


def parse_postal_code(text: str) -> str:
    """Ten digits, the first not zero. Whether the code is in use is not known here."""
    number = _digits(text, 10, "postal_code")
    if number[0] == "0":
        raise ValueProblem("postal_code_zero", value=number)
    return number


def parse_mobile(text: str) -> str:
    """``09…`` of eleven digits; ``+98``, ``0098`` and a missing zero are read as well."""
    number = re.sub(r"^(?:\+98|0098|98(?=9[0-9]{9}$))?0?(?=9[0-9]{9}$)", "0", compact(text, " -()"))
    if not re.fullmatch("09[0-9]{9}", number):
        raise ValueProblem("mobile_form", value=text.strip()[:60])
    return number


def parse_landline(text: str) -> str:
    """A fixed line with its area code: ``0`` and ten digits, not ``09…``."""
    number = re.sub(r"^(?:\+98|0098)0?", "0", compact(text, " -()"))
    if not re.fullmatch("0[1-8][0-9]{9}", number):
        raise ValueProblem("landline_form", value=text.strip()[:60])
    return number


def parse_iban(text: str) -> str:
    """``IR`` and 24 digits (شبا) whose remainder by 97 is one; ``IR`` may be left out."""
    number = compact(text, " -.").upper()
    if re.fullmatch("[A-Z]{2}[0-9]+", number) and not number.startswith("IR"):
        raise ValueProblem("iban_country", value=number[:2])
    digits = number.removeprefix("IR")
    if not re.fullmatch("[0-9]{24}", digits):
        raise ValueProblem("iban_length", value=text.strip()[:60], count=len(re.findall("[0-9]", digits)))
    if not mod_97_10.is_valid(f"{digits[2:]}IR{digits[:2]}"):
        raise ValueProblem("iban_check", value=f"IR{digits}")
    return f"IR{digits}"


def parse_sayad_id(text: str) -> str:
    """The sixteen digits printed on a registered cheque."""
    return _digits(text, 16, "sayad_id")


def parse_case_no(text: str) -> str:
    """12 to 20 digits, or an older form such as ``87/456`` or ``123/ح/86``; a hyphen is read as a slash."""
    number = compact(text, " ").replace("-", "/")
    if not _CASE_NO.fullmatch(number):
        raise ValueProblem("case_no_form", value=text.strip()[:60])
    count = digits_in(number)
    if not 3 <= count <= 20:
        raise ValueProblem("case_no_length", value=number[:60], count=count)
    return number


def digits_in(text: str) -> int:
    return len(re.findall("[0-9]", text))


def grouped(text: str, *sizes: int, separator: str = "-") -> str:
    """``grouped('9990000212', 3, 6, 1)`` → ``'999-000021-2'``: read without losing one's place."""
    groups, start = [], 0
    for size in sizes:
        groups.append(text[start : start + size])
        start += size
    return separator.join(groups)
