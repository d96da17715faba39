"""Whole numbers in Persian words."""

from num2words import num2words

_TRILLION = 10**12


def number_in_words(number: int) -> str:
    """``1600000000`` → «یک میلیارد و ششصد میلیون». From 10^15 on in thousands of trillions, as amounts are read."""
    if number < 0:
        return "منفی " + number_in_words(-number)
    if number < 1000 * _TRILLION:
        return str(num2words(number, lang="fa"))
    trillions, rest = divmod(number, _TRILLION)
    words = f"{number_in_words(trillions)} تریلیون"
    return f"{words} و {number_in_words(rest)}" if rest else words
