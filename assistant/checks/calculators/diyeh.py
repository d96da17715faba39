"""Diyeh: the full rate of a year times a fraction; for killing a third more if act and death fall in sacred months."""

from datetime import date
from fractions import Fraction

from assistant.checks.calculators.arithmetic import grouped, half_up
from assistant.domain.calculation import Step, Variant
from assistant.domain.price_index import IndexValue, PriceIndex
from assistant.domain.sacred_months import SacredMonths

INCREASE = Fraction(4, 3)
PLAIN, INCREASED = "plain", "increased"


def diyeh(year: int, fraction: str, rates: PriceIndex, *, is_increased: bool = False) -> Variant:
    """``fraction`` as written («5/100»). Raises NoIndex."""
    return _variant(rates.year(year), fraction, is_increased, ())


def diyeh_of_killing(
    year: int, fraction: str, rates: PriceIndex, sacred: SacredMonths, act: date | None, death: date | None
) -> tuple[Variant, ...]:
    """By the days of act and death; without them both amounts stand side by side. Raises NoIndex, OutsideTable."""
    rate = rates.year(year)
    if act is None or death is None:
        return (_variant(rate, fraction, False, ("days_open",)), _variant(rate, fraction, True, ("days_open",)))
    months = [sacred.of(day) for day in (act, death)]
    found = [month for month in months if month is not None]
    said = ["both_sacred" if len(found) == 2 else "not_both_sacred"]
    if any(month.status == "predicted" for month in found):
        said.append("sacred_predicted")
    return (_variant(rate, fraction, len(found) == 2, tuple(said)),)


def _variant(rate: IndexValue, fraction: str, is_increased: bool, texts: tuple[str, ...]) -> Variant:
    part, whole = (int(each) for each in fraction.split("/"))
    exact = rate.value * Fraction(part, whole)
    how = f"{grouped(half_up(rate.value))} × {part}/{whole}"
    if is_increased:
        exact, how = exact * INCREASE, f"{how} × 4/3"
    amount = half_up(exact)
    return Variant(
        id=INCREASED if is_increased else PLAIN,
        readings=(),
        amount=amount,
        steps=(Step(INCREASED if is_increased else PLAIN, how, amount),),
        used=(rate,),
        texts=texts,
    )
