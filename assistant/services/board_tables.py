"""The prices on a board: only those of the year at hand that somebody confirmed, never an older one in their place."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from assistant.checks.cost_rates import PricedRate, priced_rate
from assistant.domain.board import BoardTable, TableOf
from assistant.domain.court_costs import Band, Item, value_on
from assistant.domain.currency import WEAK_GRADES
from assistant.domain.jalali import parts
from assistant.domain.library import Library
from assistant.domain.money import group_thousands, show_rial
from assistant.domain.plain_numbers import show_decimal


@dataclass(frozen=True, slots=True)
class BoardRow:
    label: str
    value: str  # the price, a line for each band; or the sentence that stands in its place
    grade: str = ""
    is_price: bool = True


def table_rows(table: BoardTable, library: Library, day: date) -> tuple[BoardRow, ...]:
    """Empty when the year has no confirmed price at all."""
    of = _office_rows if table.of is TableOf.OFFICE_TARIFF else _court_rows
    rows = tuple(of(table, library, day))
    return rows if any(row.is_price for row in rows) else ()


def _office_rows(table: BoardTable, library: Library, day: date) -> Iterator[BoardRow]:
    tariff = library.office_tariff
    year = tariff.year_of(day)
    for service in tariff.services if year else ():
        price = year.prices.get(service.id) if year else None
        if year is None or price is None or year.grade in WEAK_GRADES:
            yield _unconfirmed(service.title, table, day)
        elif price.amount is None:
            yield BoardRow(service.title, price.note, is_price=False)
        else:
            yield BoardRow(service.title, show_rial(price.amount), year.grade)


def _court_rows(table: BoardTable, library: Library, day: date) -> Iterator[BoardRow]:
    costs = library.costs
    for rate in costs.rates:
        priced = priced_rate(costs, rate.stages[0], day)
        if priced is None or not _may_hang(priced.is_confirmed, priced.grade):
            yield _unconfirmed(rate.title, table, day)
        else:
            yield BoardRow(rate.title, _rate_words(priced), priced.grade)
    for item in costs.items:
        yield _item_row(item, table, day)


def _item_row(item: Item, table: BoardTable, day: date) -> BoardRow:
    value = value_on(item.values, day)
    found = value.confirmed_in(parts(day)[0]) if value else None
    if value is None or found is None or not _may_hang(True, found.grade):
        return _unconfirmed(item.title, table, day)
    if value.least == value.most:
        return BoardRow(item.title, show_rial(value.least), found.grade)
    return BoardRow(item.title, f"{group_thousands(value.least)} تا {show_rial(value.most)}", found.grade)


def _may_hang(is_confirmed: bool, grade: str) -> bool:
    """A price on a wall is taken as official: neither own knowledge nor a disputed one is."""
    return is_confirmed and grade not in WEAK_GRADES


def _unconfirmed(label: str, table: BoardTable, day: date) -> BoardRow:
    return BoardRow(label, in_year(table.unconfirmed, day), is_price=False)


def in_year(text: str, day: date) -> str:
    """``{year}`` in the experts' sentence."""
    return text.replace("{year}", str(parts(day)[0]))


def _rate_words(priced: PricedRate) -> str:
    """«تا ۲۰۰٬۰۰۰٬۰۰۰ ریال: ۲٫۵ درصد» and below it «بیش از آن: ۳٫۵ درصد»."""
    return "\n".join(_band_words(band, priced.factor, is_only=len(priced.bands) == 1) for band in priced.bands)


def _band_words(band: Band, factor: Fraction, *, is_only: bool) -> str:
    share = f"{_percent(band.rate * factor)} درصد"
    if is_only:
        return share
    return f"تا {show_rial(band.up_to)}: {share}" if band.up_to is not None else f"بیش از آن: {share}"


def _percent(rate: Fraction) -> str:
    """Rates of a tariff end after a few digits."""
    thousandths = rate * 100_000
    whole, rest = divmod(thousandths.numerator // thousandths.denominator, 1000)
    return show_decimal(f"{whole}.{rest:03}".rstrip("0").rstrip("."))
