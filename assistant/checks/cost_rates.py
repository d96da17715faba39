"""The rate of a stage on a day, and the exact fee of an amount by its bands."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from assistant.domain.cost_bill import Operation, Step
from assistant.domain.court_costs import Band, CourtCosts, Rate, RateValue, value_on
from assistant.domain.currency import weakest
from assistant.domain.jalali import parts


@dataclass(frozen=True, slots=True)
class PricedRate:
    """A rate in force on the day, with what is known about it in that year."""

    rate: Rate
    value: RateValue
    bands: tuple[Band, ...]
    factor: Fraction
    grade: str
    is_confirmed: bool
    confirmed_by: str

    def steps(self, amount: int) -> tuple[Step, ...]:
        steps = fee_steps(self.bands, amount)
        if self.factor == 1:
            return steps
        whole = steps[-1].result
        return (*steps, Step(Operation.FACTOR, (whole, self.factor), whole * self.factor))


def fee_steps(bands: tuple[Band, ...], amount: int) -> tuple[Step, ...]:
    """Each band takes its rate of the part of the amount that lies in it; the last step holds the exact fee."""
    steps = tuple(_band_step(band, amount) for band in bands if amount > band.above)
    if len(steps) == 1:
        return steps
    results = tuple(step.result for step in steps)
    return (*steps, Step(Operation.SUM, results, sum(results, Fraction(0))))


def _band_step(band: Band, amount: int) -> Step:
    part = Fraction((amount if band.up_to is None else min(amount, band.up_to)) - band.above)
    return Step(Operation.RATE, (part, band.rate), part * band.rate)


def priced_rate(costs: CourtCosts, stage: str, day: date) -> PricedRate | None:
    """None without a row for the day; a rate that is a factor of another needs that one in force too."""
    rate = costs.rate_for(stage)
    value = value_on(rate.values, day) if rate else None
    if rate is None or value is None:
        return None
    whole = value if not value.of else _other(costs, value.of, day)
    if whole is None:
        return None
    year = parts(day)[0]
    found = whole.confirmed_in(year)
    return PricedRate(
        rate=rate,
        value=value,
        bands=whole.bands,
        factor=value.factor,
        grade=weakest({value.grade_in(year), whole.grade_in(year)}),
        is_confirmed=found is not None,
        confirmed_by=found.by if found else "",
    )


def _other(costs: CourtCosts, id: str, day: date) -> RateValue | None:
    other = costs.rate(id)
    value = value_on(other.values, day) if other else None
    return None if value is None or value.of else value
