"""Mahr in money at the rate of the day: the amount times the index of the year before payment over that of marriage."""

from collections.abc import Iterator

from assistant.checks.calculators.arithmetic import ratio_step, rounding_band
from assistant.domain.calculation import Variant
from assistant.domain.price_index import IndexValue, NoIndex, PriceIndex


class MarriageAfterReference(ValueError):
    """The year before payment (or death) lies before the year of marriage: the formula does not speak of it."""

    def __init__(self, marriage_year: int, reference_year: int) -> None:
        super().__init__(f"{marriage_year} > {reference_year}")
        self.marriage_year, self.reference_year = marriage_year, reference_year


def mahr(
    amount: int, marriage_year: int, payment_year: int, tables: tuple[PriceIndex, ...], *, death_year: int | None = None
) -> tuple[Variant, ...]:
    """One variant for each figure in use. ``tables`` by preference; both years are read from one of them.

    If the husband has died, the year of death takes the place of the year of payment. Raises NoIndex.
    """
    year = payment_year if death_year is None else death_year
    if year - 1 < marriage_year:
        raise MarriageAfterReference(marriage_year, year - 1)
    marriage, reference = _of_one_table(marriage_year, year - 1, tables)
    said = () if death_year is None else ("death_year",)
    return tuple(_variants(amount, marriage, reference, said))


def _of_one_table(
    marriage_year: int, reference_year: int, tables: tuple[PriceIndex, ...]
) -> tuple[IndexValue, IndexValue]:
    """Never mixes base years. A table that has both years as announced goes before one that converted a figure."""
    pairs: list[tuple[IndexValue, IndexValue]] = []
    first: NoIndex | None = None
    for table in tables:
        try:
            pairs.append((table.year(marriage_year), table.year(reference_year)))
        except NoIndex as missing:
            first = first or missing
    if not pairs:
        assert first is not None
        raise first
    return next((pair for pair in pairs if all(each.status != "converted" for each in pair)), pairs[0])


def _variants(amount: int, marriage: IndexValue, reference: IndexValue, said: tuple[str, ...]) -> Iterator[Variant]:
    for below in marriage.figures:
        for above in reference.figures:
            if marriage.at == reference.at and not (below is marriage and above is reference):
                continue  # a figure against itself is one, whichever figure it is
            other = list(dict.fromkeys(each.text for each in (below, above) if each not in (marriage, reference)))
            step = ratio_step("value", amount, above, below)
            yield Variant(
                id="~".join(("value", *other)),
                amount=step.amount,
                steps=(step,),
                used=(below, above) if below is not above else (below,),
                texts=(*said, *(("other_figure",) if other else ())),
                band=rounding_band(amount, above, below),
            )
