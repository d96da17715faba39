"""Court costs of one petition: each line with its arithmetic, its basis and how well its price is known.

Pure and exact: fractions of a rial stay fractions until a line is rounded, half up. What the tariff has no row for
becomes a line that says so, never a guess.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from assistant.checks.cost_rates import PricedRate, priced_rate
from assistant.checks.office_costs import office_lines
from assistant.domain.cost_bill import (
    TOPICS_OF_EVERY_BILL,
    AttackedPart,
    Bill,
    BillLine,
    BillRequest,
    Claim,
    FinancialClaim,
    ImmovableClaim,
    Lack,
    NonFinancialClaim,
    Operation,
    Purse,
    RaisedClaim,
    Step,
    UnknownValueClaim,
    UnpricedClaim,
    ValuelessClaim,
    rounded,
)
from assistant.domain.court_costs import (
    Charge,
    CostStage,
    CourtCosts,
    Item,
    OfficeTariff,
    Statement,
    Topic,
    value_on,
)
from assistant.domain.currency import weakest
from assistant.domain.jalali import parts
from assistant.domain.value_problem import ValueProblem


def cost_bill(request: BillRequest, costs: CourtCosts, office_tariff: OfficeTariff) -> Bill:
    """Raises ValueProblem for a stage the tariff does not know."""
    stage = costs.stage(request.stage)
    if stage is None:
        raise ValueProblem("choice_unknown", at="stage", value=request.stage[:60])
    year = parts(request.day)[0]
    court = tuple(_CourtLines(request, costs, stage, year).lines())
    office = tuple(office_lines(request.office, request.day, office_tariff)) if request.office else ()
    topics = (*TOPICS_OF_EVERY_BILL, *((Topic.SEVERAL_CLAIMS,) if len(request.claims) > 1 else ()))
    return Bill(
        request=request,
        year=year,
        stage_title=stage.title,
        base=stage.base,
        lines=(*court, *office),
        statements=tuple(each for topic in topics for each in costs.statements_about(topic)),
        is_overdue=costs.is_overdue(request.day) or bool(office and office_tariff.is_overdue(request.day)),
    )


@dataclass(frozen=True, slots=True)
class _CourtLines:
    request: BillRequest
    costs: CourtCosts
    stage: CostStage
    year: int

    def lines(self) -> Iterator[BillLine]:
        petition = self.costs.item_for(Charge.PETITION, self.stage.id)
        if petition is not None:
            yield self._pieces(petition, 1)
        else:
            yield from (self._of_claim(claim) for claim in self.request.claims)
        for charge, count in ((Charge.SHEET, self.request.sheets), (Charge.COPY, self.request.copies)):
            item = self.costs.item_for(charge, self.stage.id)
            if count and item is not None:
                yield self._pieces(item, count)

    def _of_claim(self, claim: Claim) -> BillLine:
        match claim:
            case NonFinancialClaim():
                return self._fixed(Charge.NON_FINANCIAL_CLAIM, claim.title, Topic.NON_FINANCIAL)
            case UnknownValueClaim(found=found):
                if found is not None:
                    return self._balance(claim, found)
                return self._fixed(Charge.UNKNOWN_VALUE, claim.title, Topic.UNKNOWN_VALUE)
            case UnpricedClaim():
                statements = self.costs.statements_about(Topic.UNPRICED)
                grade = weakest(each.grade for each in statements)
                return BillLine(Purse.COURT, "", claim.title, 0, 0, grade=grade, statements=statements)
            case ValuelessClaim():
                return BillLine(Purse.COURT, self._rate_title(), claim.title, lack=Lack.NO_VALUE)
            case RaisedClaim(earlier=earlier, value=value):
                return self._raised(claim, earlier, value)
            case ImmovableClaim(value=value, area=area, regional_value=each):
                terms = (area, Fraction(each)) if area is not None else ()
                before = (Step(Operation.AREA, terms, Fraction(value)),) if terms else ()
                return self._financial(claim.title, value, before, Topic.IMMOVABLE)
            case AttackedPart(claimed=claimed, awarded=awarded, value=value, by_plaintiff=by_plaintiff):
                terms = (Fraction(claimed), Fraction(awarded)) if by_plaintiff and awarded else ()
                before = (Step(Operation.MINUS, terms, Fraction(value)),) if terms else ()
                return self._financial(claim.title, value, before)
            case FinancialClaim(value=value):
                return self._financial(claim.title, value)

    def _financial(self, title: str, amount: int, before: tuple[Step, ...] = (), *topics: Topic) -> BillLine:
        priced = self._rate()
        if priced is None:
            return self._without_tariff(title)
        return self._rate_line(priced, title, (*before, *priced.steps(amount)), *topics)

    def _raised(self, claim: Claim, earlier: int, value: int) -> BillLine:
        priced = self._rate()
        if priced is None:
            return self._without_tariff(claim.title)
        old, new = priced.steps(earlier), priced.steps(value)
        before, after = old[-1].result, new[-1].result
        difference = Step(Operation.MINUS, (after, before), after - before)
        return self._rate_line(priced, claim.title, (*new, *old, difference), Topic.INCREASE)

    def _balance(self, claim: Claim, found: int) -> BillLine:
        """What is left to pay once the value is known: the fee without the advance, never below nothing."""
        priced = self._rate()
        item = self.costs.item_for(Charge.UNKNOWN_VALUE, self.stage.id)
        advance = value_on(item.values, self.request.day) if item else None
        if priced is None or advance is None:
            return self._without_tariff(claim.title)
        steps = priced.steps(found)
        fee, paid = steps[-1].result, Fraction(advance.most)
        left = Step(Operation.MINUS, (fee, min(paid, fee)), max(fee - paid, Fraction(0)))
        return self._rate_line(priced, claim.title, (*steps, left), Topic.UNKNOWN_VALUE)

    def _rate_line(self, priced: PricedRate, title: str, steps: tuple[Step, ...], *topics: Topic) -> BillLine:
        amount = rounded(steps[-1].result)
        return BillLine(
            purse=Purse.COURT,
            title=priced.rate.title,
            subject=title,
            least=amount,
            most=amount,
            steps=steps,
            citations=priced.rate.citations,
            grade=priced.grade,
            is_confirmed=priced.is_confirmed,
            confirmed_by=priced.confirmed_by,
            valid_from=priced.value.in_force_from,
            statements=self._statements(*topics, *self.stage.about),
            notes=(priced.value.note,) if priced.value.note and not priced.is_confirmed else (),
        )

    def _fixed(self, charge: Charge, title: str, topic: Topic) -> BillLine:
        item = self.costs.item_for(charge, self.stage.id)
        if item is None:
            return self._without_tariff(title)
        return self._pieces(item, 1, title, topic)

    def _pieces(self, item: Item, count: int, title: str = "", *topics: Topic) -> BillLine:
        """``count`` times a fixed or ranged amount."""
        value = value_on(item.values, self.request.day)
        notes = tuple(each for each in (item.note, value.note if value else "") if each)
        if value is None:
            return BillLine(Purse.COURT, item.title, title, citations=item.citations, notes=notes, lack=Lack.NO_TARIFF)
        found = value.confirmed_in(self.year)
        prices = dict.fromkeys((value.least, value.most)) if count > 1 else ()
        return BillLine(
            purse=Purse.COURT,
            title=item.title,
            subject=title,
            least=value.least * count,
            most=value.most * count,
            steps=tuple(
                Step(Operation.TIMES, (Fraction(count), Fraction(price)), Fraction(count * price)) for price in prices
            ),
            citations=item.citations,
            grade=value.grade_in(self.year),
            is_confirmed=found is not None,
            confirmed_by=found.by if found else "",
            valid_from=value.in_force_from,
            statements=self._statements(*topics) if value.least != value.most or Topic.UNKNOWN_VALUE in topics else (),
            notes=notes,
        )

    def _rate(self) -> PricedRate | None:
        return priced_rate(self.costs, self.stage.id, self.request.day)

    def _without_tariff(self, title: str) -> BillLine:
        rate = self.costs.rate_for(self.stage.id)
        citations = rate.citations if rate else ()
        return BillLine(Purse.COURT, self._rate_title(), title, citations=citations, lack=Lack.NO_TARIFF)

    def _rate_title(self) -> str:
        rate = self.costs.rate_for(self.stage.id)
        return rate.title if rate else self.stage.title

    def _statements(self, *topics: Topic) -> tuple[Statement, ...]:
        return tuple(each for topic in dict.fromkeys(topics) for each in self.costs.statements_about(topic))
