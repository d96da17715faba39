"""Exact fractions to whole rials, and the lines of arithmetic that are shown for them."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from assistant.domain.calculation import Band, Step
from assistant.domain.characters import persian_digits
from assistant.domain.price_index import IndexValue

SHOWN_FROM = Fraction(1, 1000)  # a smaller uncertainty is not worth a line


def half_up(exact: Fraction) -> int:
    """To the nearest whole rial, halves upwards; for amounts, which are never negative."""
    return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)


def grouped(number: int) -> str:
    return f"{number:,}"


def ratio_step(code: str, amount: int, above: IndexValue, below: IndexValue) -> Step:
    """``500,000,000 × 3452.0 ÷ 421.7``"""
    exact = amount * above.value / below.value
    return Step(code, f"{grouped(amount)} × {above.text} ÷ {below.text}", half_up(exact))


def rounding_band(amount: int, above: IndexValue, below: IndexValue) -> Band | None:
    """How far the rounding of the two figures may carry the result; None when it is too little to matter."""
    if above.at == below.at or not (above.half_unit or below.half_unit):
        return None
    exact = amount * above.value / below.value
    low = amount * max(above.value - above.half_unit, Fraction(0)) / (below.value + below.half_unit)
    high = amount * (above.value + above.half_unit) / (below.value - below.half_unit)
    if not exact or max(exact - low, high - exact) / exact < SHOWN_FROM:
        return None
    share = max(exact - low, high - exact) / exact * 100
    percent = (Decimal(share.numerator) / Decimal(share.denominator)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return Band(half_up(low), half_up(high), str(percent))


def apportioned(whole: int, shares: Sequence[Fraction]) -> tuple[int, ...]:
    """Whole amounts that add up to ``whole``: each share rounded down, the rest rial by rial to the largest remainders.

    ``shares`` add up to one; equal remainders are served in order.
    """
    exact = [whole * share for share in shares]
    amounts = [each.numerator // each.denominator for each in exact]
    rest = whole - sum(amounts)
    by_remainder = sorted(range(len(exact)), key=lambda position: amounts[position] - exact[position])
    for position in by_remainder[:rest]:
        amounts[position] += 1
    return tuple(amounts)


def in_persian(arithmetic: str) -> str:
    """``500,000 × 3452.0`` → «۵۰۰٬۰۰۰ × ۳۴۵۲٫۰»."""
    return persian_digits(arithmetic.replace(",", "٬").replace(".", "٫"))
