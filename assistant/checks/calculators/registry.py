"""The calculators this program knows: inputs, tables and codes of each, and the one door to compute with them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from assistant.checks.calculators.diyeh import INCREASED, PLAIN, diyeh, diyeh_of_killing
from assistant.checks.calculators.inheritance import Heirs, MissingFact, OtherClass, inheritance
from assistant.checks.calculators.inputs import Input, InputProblem, InputReading, Kind, read_inputs
from assistant.checks.calculators.late_payment import MONTHS, YEARS, Start, late_payment
from assistant.checks.calculators.mahr import MarriageAfterReference, mahr
from assistant.domain.calculation import Calculation, Variant
from assistant.domain.jalali import show_date
from assistant.domain.library import Library
from assistant.domain.price_index import Month
from assistant.domain.sacred_months import OutsideTable

type Values = Mapping[str, Any]

MONTHLY, ANNUAL, ANNUAL_1383, DIYEH = "cpi-monthly", "cpi-annual", "cpi-annual-1383", "diyeh"
SACRED = "sacred-months"


@dataclass(frozen=True, slots=True)
class Engine:
    """``readings``, ``steps`` and ``texts`` are the codes whose words the calculator's file must hold."""

    id: str
    inputs: tuple[Input, ...]
    tables: tuple[str, ...]
    run: Callable[[Values, Library], tuple[Variant, ...]]
    readings: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    texts: tuple[str, ...] = field(default=())

    def input(self, id: str) -> Input | None:
        return next((each for each in self.inputs if each.id == id), None)


def calculate(library: Library, id: str, reading: InputReading) -> Calculation:
    """Raises InputProblem, NoIndex, and KeyError for an unknown calculator."""
    engine = ENGINES[id]
    variants = engine.run(reading.values, library)
    tables = {name: library.indices[name] for name in engine.tables if name in library.indices}
    data = {name: table.version for name, table in tables.items()}
    checked = {name: table.checked_on for name, table in tables.items()}
    if id == DIYEH and library.sacred_months.checked_on is not None:
        data[SACRED] = library.sacred_months.version
        checked[SACRED] = library.sacred_months.checked_on
    return Calculation(id, dict(reading.stored), variants, data, checked)


def read(library: Library, id: str, typed: Mapping[str, str]) -> InputReading:
    """Raises KeyError for an unknown calculator."""
    return read_inputs(ENGINES[id].inputs, library.calculators[id], typed)


def _late_payment(values: Values, library: Library) -> tuple[Variant, ...]:
    return _damages(values, library, "demand", ("from_due", "from_demand"))


def _cheque_damages(values: Values, library: Library) -> tuple[Variant, ...]:
    return _damages(values, library, "certificate", ("from_cheque", "from_certificate"))


def _damages(values: Values, library: Library, second: str, readings: tuple[str, str]) -> tuple[Variant, ...]:
    due, paid, later = values["due"], values["paid"], values.get(second)
    _refuse_wrong_order(due, paid, later, second)
    starts = [Start(readings[0], due)]
    if later is not None:
        starts.append(Start(readings[1], later))
    tables = library.indices
    return late_payment(values["principal"], tuple(starts), paid, tables[MONTHLY], tables[ANNUAL])


def _refuse_wrong_order(due: Month, paid: Month, later: Month | None, second: str) -> None:
    if paid < due:
        raise InputProblem("paid", "paid_before_due", paid=paid.in_words, due=due.in_words)
    if later is not None and later > paid:
        raise InputProblem(second, "demand_after_payment", demand=later.in_words, paid=paid.in_words)
    if later is not None and later < due:
        raise InputProblem(second, "demand_before_due", demand=later.in_words, due=due.in_words)


def _mahr(values: Values, library: Library) -> tuple[Variant, ...]:
    tables = tuple(library.indices[id] for id in (ANNUAL, ANNUAL_1383) if id in library.indices)
    try:
        return mahr(
            values["amount"],
            values["marriage_year"],
            values["payment_year"],
            tables,
            death_year=values.get("death_year"),
        )
    except MarriageAfterReference as problem:
        place = "payment_year" if values.get("death_year") is None else "death_year"
        reference, marriage = Month(problem.reference_year).in_words, Month(problem.marriage_year).in_words
        raise InputProblem(place, "reference_before_marriage", reference=reference, marriage=marriage) from None


def _diyeh(values: Values, library: Library) -> tuple[Variant, ...]:
    year, fraction, rates = values["year"], values["fraction"], library.indices[DIYEH]
    act, death = values.get("act_date"), values.get("death_date")
    if values["subject"] == "other":
        return (diyeh(year, fraction, rates),)
    if (act is None) != (death is None):
        raise InputProblem("act_date" if act is None else "death_date", "day_missing")
    if act is not None and death is not None and death < act:
        raise InputProblem("death_date", "death_before_act", death=show_date(death), act=show_date(act))
    try:
        return diyeh_of_killing(year, fraction, rates, library.sacred_months, act, death)
    except OutsideTable as problem:
        raise _outside_table(problem, library, "act_date" if problem.day == act else "death_date") from None


def _outside_table(problem: OutsideTable, library: Library, place: str) -> InputProblem:
    table = library.sacred_months
    first, last = (show_date(day) if day else "—" for day in (table.first, table.last))
    return InputProblem(place, "sacred_outside_table", day=show_date(problem.day), first=first, last=last)


def _inheritance(values: Values, _library: Library) -> tuple[Variant, ...]:
    spouse = values["spouse"]
    heirs = Heirs(
        husbands=int(spouse == "husband"),
        wives=max(values.get("wives", 1), 1) if spouse == "wife" else 0,
        has_father=values["father"],
        has_mother=values["mother"],
        sons=values["sons"],
        daughters=values["daughters"],
        has_grandchildren=values.get("grandchildren"),
        mother_is_barred=values.get("mother_barred"),
    )
    try:
        return (inheritance(values["estate"], heirs),)
    except MissingFact as missing:
        raise InputProblem(missing.fact, "needs_fact") from None
    except OtherClass as other:
        raise InputProblem("grandchildren" if heirs.has_grandchildren else "father", other.code) from None


_DAMAGES = (Input("principal", Kind.RIAL), Input("due", Kind.MONTH), Input("paid", Kind.MONTH))
_DAMAGES_TEXTS = ("same_time", "index_fell", "last_full_year", "other_figure")

ENGINES: Mapping[str, Engine] = {
    engine.id: engine
    for engine in (
        Engine(
            "late-payment",
            (*_DAMAGES, Input("demand", Kind.MONTH, is_required=False)),
            (MONTHLY, ANNUAL),
            _late_payment,
            (MONTHS, YEARS, "from_due", "from_demand"),
            ("total", "damages"),
            _DAMAGES_TEXTS,
        ),
        Engine(
            "cheque-damages",
            (*_DAMAGES, Input("certificate", Kind.MONTH, is_required=False)),
            (MONTHLY, ANNUAL),
            _cheque_damages,
            (MONTHS, YEARS, "from_cheque", "from_certificate"),
            ("total", "damages"),
            _DAMAGES_TEXTS,
        ),
        Engine(
            "mahr",
            (
                Input("amount", Kind.RIAL),
                Input("marriage_year", Kind.YEAR),
                Input("payment_year", Kind.YEAR),
                Input("death_year", Kind.YEAR, is_required=False),
            ),
            (ANNUAL, ANNUAL_1383),
            _mahr,
            (),
            ("value",),
            ("death_year", "other_figure"),
        ),
        Engine(
            DIYEH,
            (
                Input("year", Kind.YEAR),
                Input("fraction", Kind.FRACTION),
                Input("subject", Kind.CHOICE, options=("other", "killing")),
                Input("act_date", Kind.DATE, is_required=False),
                Input("death_date", Kind.DATE, is_required=False),
            ),
            (DIYEH,),
            _diyeh,
            (),
            (PLAIN, INCREASED),
            ("days_open", "both_sacred", "not_both_sacred", "sacred_predicted"),
        ),
        Engine(
            "inheritance",
            (
                Input("estate", Kind.RIAL),
                Input("spouse", Kind.CHOICE, options=("none", "husband", "wife")),
                Input("wives", Kind.COUNT, is_required=False),
                Input("father", Kind.YES_NO),
                Input("mother", Kind.YES_NO),
                Input("sons", Kind.COUNT),
                Input("daughters", Kind.COUNT),
                Input("grandchildren", Kind.YES_NO, is_required=False),
                Input("mother_barred", Kind.YES_NO, is_required=False),
            ),
            (),
            _inheritance,
            (),
            ("husband", "wife", "father", "mother", "son", "daughter"),
            ("wife_land", "returned", "daughters_less", "other_class", "grandchildren_inherit"),
        ),
    )
}
