"""Numbers in digits of any script: plain, parted in threes, or with a decimal mark."""

from fractions import Fraction

from assistant.domain.characters import latin_digits


def plain_value(text: str, *, before_scale: bool = True) -> Fraction | None:
    """Of digits with or without separators of thousands, or with a decimal mark; None for dates and the like.

    «۱/۲۵۰ میلیون» may be read in two ways and is not read; «۵۰۰/۰۰۰ ریال» may not.
    """
    digits = latin_digits(text)
    if digits.isdigit():
        return Fraction(int(digits)) if len(digits) <= 18 else None
    for separator in "٬،,./":
        if separator not in digits:
            continue
        first, *others = digits.split(separator)
        if not all(each.isdigit() for each in (first, *others)):
            return None
        if all(len(each) == 3 for each in others) and 1 <= len(first) <= 3 and first != "0":
            is_unclear = before_scale and separator in "./" and len(others) == 1
            return None if is_unclear else Fraction(int("".join((first, *others))))
        if len(others) == 1 and separator in "./" and len(others[0]) <= 2 and len(first) <= 6:
            return Fraction(int(first + others[0]), 10 ** len(others[0]))
        return None
    whole, mark, part = digits.partition("٫")
    if mark and whole.isdigit() and part.isdigit() and len(part) <= 6:
        return Fraction(int(whole + part), 10 ** len(part))
    return None
