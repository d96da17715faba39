"""Made-up tables of figures and words for every calculator, for engine and page tests."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from assistant.checks.calculators.inputs import Kind
from assistant.checks.calculators.registry import ENGINES, Engine
from assistant.domain.calculator import Calculator, InputWords, Reading
from assistant.domain.form import Option
from assistant.domain.jalali import to_gregorian
from assistant.domain.price_index import IndexValue, Month, PriceIndex
from assistant.domain.sacred_months import SacredMonth, SacredMonths

CHECKED, UNTIL = date(2026, 11, 22), date(2030, 1, 1)


def figure(
    id: str, at: Month, text: str, *others: str, half_unit: str = "0", base: int | None = 1390, **more: str
) -> IndexValue:
    """``others``: further figures in use for the same time."""
    half = Fraction(half_unit)
    alternatives = tuple(IndexValue(id, at, each, Fraction(each), "disputed", base=base) for each in others)
    told = {"grade": "own", "source": "ساختگی", **more}
    return IndexValue(id, at, text, Fraction(text), half_unit=half, base=base, alternatives=alternatives, **told)


def table(id: str, values: Sequence[IndexValue], *, base: int | None = 1390, version: str = "one") -> PriceIndex:
    return PriceIndex(id, f"جدول {id}", base, "index", {each.at: each for each in values}, CHECKED, UNTIL, version)


def monthly(figures: Mapping[int, str], *, version: str = "one") -> PriceIndex:
    """Year → its figures, separated by blanks."""
    values = [
        figure("cpi-monthly", Month(year, month), text)
        for year, line in figures.items()
        for month, text in enumerate(line.split(), start=1)
    ]
    return table("cpi-monthly", values, version=version)


def annual(figures: Mapping[int, str], *, id: str = "cpi-annual", version: str = "one") -> PriceIndex:
    """Year → its figure; further figures in use after a blank."""
    values = [figure(id, Month(year), *line.split()) for year, line in figures.items()]
    return table(id, values, version=version)


def made_up_indices() -> dict[str, PriceIndex]:
    found = (
        monthly({1390: "10 11 12 13 14 15 16 17 18 19 20 21", 1391: "22 24 26"}),
        annual({1380: "5", 1389: "8", 1390: "15.5", 1404: "31"}),
        annual({1380: "10", 1389: "16"}, id="cpi-annual-1383"),
        annual({1390: "900", 1391: "1200"}, id="diyeh"),
    )
    return {each.id: each for each in found}


def made_up_sacred_months() -> SacredMonths:
    days = [to_gregorian(day) for day in ("1391-01-10", "1391-02-08", "1391-01-01", "1391-12-29")]
    return SacredMonths(
        (SacredMonth("ماه نخست", days[0], days[1], "official", "own"),), days[2], days[3], CHECKED, "one"
    )


def made_up_calculators() -> dict[str, Calculator]:
    """Every word is the code it stands for."""
    return {engine.id: _words(engine) for engine in ENGINES.values()}


def _words(engine: Engine) -> Calculator:
    inputs = {
        each.id: InputWords(
            each.id,
            f"«{each.id}»",
            options=tuple(Option(value, f"گزینه {value}") for value in each.options if each.kind is Kind.CHOICE),
        )
        for each in engine.inputs
    }
    readings = {id: Reading(id, f"برداشت {id}", f"متن {id}", "disputed") for id in engine.readings}
    steps, texts = ({code: f"واژه {code}" for code in codes} for codes in (engine.steps, engine.texts))
    return Calculator(
        id=engine.id,
        title=f"محاسبه {engine.id}",
        tab=engine.id,
        formula="فرمول",
        result=f"حاصل {engine.id}",
        inputs=inputs,
        readings=readings,
        steps=steps,
        texts=texts,
        basis=(),
        notes=(),
        grade="own",
        checked_on=CHECKED,
        verified_until=UNTIL,
    )
