"""Late-payment damages: the ratio of two indices times the principal, under each argued reading, side by side.

Two readings of the ratio (of months, of years) and, where the claim may start at two dates, two starts.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from assistant.checks.calculators.arithmetic import grouped, ratio_step, rounding_band
from assistant.domain.calculation import Band, Step, Variant
from assistant.domain.price_index import IndexValue, Month, NoIndex, PriceIndex

MONTHS, YEARS = "months", "years"

type Compute = Callable[[int, Month, Month, PriceIndex], tuple[Variant, ...]]


@dataclass(frozen=True, slots=True)
class Start:
    """A month the damages may run from, with the reading that says so."""

    reading: str
    month: Month


def late_payment(
    principal: int, starts: tuple[Start, ...], paid: Month, monthly: PriceIndex, annual: PriceIndex
) -> tuple[Variant, ...]:
    """Every reading with every start; one without figures is a refusal beside the others, never a guess."""
    readings = ((MONTHS, by_months, monthly), (YEARS, by_years, annual))
    return tuple(
        variant
        for start in starts
        for ratio, compute, table in readings
        for variant in _read((ratio, start.reading), compute, principal, start.month, paid, table)
    )


def by_months(principal: int, start: Month, paid: Month, monthly: PriceIndex) -> tuple[Variant, ...]:
    """Raises NoIndex."""
    return tuple(_figures(principal, monthly.at(start), monthly.at(paid)))


def by_years(principal: int, start: Month, paid: Month, annual: PriceIndex) -> tuple[Variant, ...]:
    """The index of the year of payment; while that year is not over, which index stands for it is not settled:
    the last full year before it is taken, and said. Raises NoIndex."""
    below, above = annual.year(start.year), Month(paid.year)
    if not annual.has(above) and annual.last is not None and paid.year == annual.last.year + 1:
        return tuple(_figures(principal, below, annual.at(annual.last), "last_full_year"))
    return tuple(_figures(principal, below, annual.at(above)))


def _read(
    readings: tuple[str, str], compute: Compute, principal: int, start: Month, paid: Month, table: PriceIndex
) -> Iterator[Variant]:
    name = "+".join(readings)
    try:
        for each in compute(principal, start, paid, table):
            yield replace(each, id=f"{name}{each.id}", readings=readings)
    except NoIndex as refusal:
        yield Variant(name, readings, refusal=refusal)


def _figures(principal: int, start: IndexValue, paid: IndexValue, *texts: str) -> Iterator[Variant]:
    """One variant for each pair of figures in use; further figures mark the variant's id."""
    for below in start.figures:
        for above in paid.figures:
            if start.at == paid.at and not (below is start and above is paid):
                continue  # a figure against itself is one, whichever figure it is
            other = [each.text for each in (below, above) if each not in (start, paid)]
            marks = (*texts, *(("same_time",) if start.at == paid.at else ()), *(("other_figure",) if other else ()))
            yield _variant(principal, below, above, "".join(f"~{text}" for text in dict.fromkeys(other)), marks)


def _variant(principal: int, below: IndexValue, above: IndexValue, id: str, texts: tuple[str, ...]) -> Variant:
    step = ratio_step("total", principal, above, below)
    damages = max(step.amount - principal, 0)
    has_fallen = above.value < below.value
    return Variant(
        id=id,
        amount=damages,
        total=principal + damages,
        steps=(step, Step("damages", f"{grouped(step.amount)} − {grouped(principal)}", damages)),
        used=(below, above) if below is not above else (below,),
        texts=(*texts, *(("index_fell",) if has_fallen else ())),
        band=_damages_band(principal, below, above),
    )


def _damages_band(principal: int, below: IndexValue, above: IndexValue) -> Band | None:
    band = rounding_band(principal, above, below)
    return band and replace(band, low=max(band.low - principal, 0), high=max(band.high - principal, 0))
