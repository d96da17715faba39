"""What the office itself charges for one filing, by the tariff of the year: base price, what exceeds it, payment."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from assistant.domain.cost_bill import BillLine, Lack, OfficeService, Operation, Purse, Step
from assistant.domain.court_costs import Included, OfficeTariff, Service, ServiceCharge, TariffYear
from assistant.domain.currency import weakest


def office_lines(asked: OfficeService, day: date, tariff: OfficeTariff) -> Iterator[BillLine]:
    service = tariff.service(asked.service)
    year = tariff.year_of(day)
    title = service.title if service else tariff.title
    if service is None or year is None or not year.prices:
        notes = (year.note,) if year and year.note else ()
        yield BillLine(Purse.OFFICE, title, notes=notes, lack=Lack.NO_TARIFF)
        return
    yield _line(service, 1, year)
    included = year.included.get(service.id)
    for charge, count in ((ServiceCharge.PERSON, asked.persons), (ServiceCharge.PAGE, asked.pages)):
        for each in tariff.charged_for(charge):
            yield from _extra(each, count, included, year)
    if asked.is_paid_electronically:
        for each in tariff.charged_for(ServiceCharge.PAYMENT):
            yield _line(each, 1, year)


def _extra(service: Service, count: int, included: Included | None, year: TariffYear) -> Iterator[BillLine]:
    """What the base price does not cover. Where it is not known what that covers, there is no figure."""
    if not count:
        return
    if included is None:
        yield BillLine(Purse.OFFICE, service.title, notes=_notes(year, service), lack=Lack.NO_PRICE)
        return
    covered = included.persons if service.charged is ServiceCharge.PERSON else included.pages
    if count > covered:
        yield _line(service, count - covered, year, included, Fraction(count), Fraction(covered))


def _line(
    service: Service,
    count: int,
    year: TariffYear,
    included: Included | None = None,
    *minus: Fraction,
) -> BillLine:
    price = year.prices.get(service.id)
    if price is None or price.amount is None:
        lack = Lack.NO_TARIFF if price is None else Lack.NO_PRICE
        return BillLine(Purse.OFFICE, service.title, notes=_notes(year, service), lack=lack)
    total = count * price.amount
    before = (Step(Operation.MINUS, minus, Fraction(count)),) if minus else ()
    times = (Step(Operation.TIMES, (Fraction(count), Fraction(price.amount)), Fraction(total)),) if minus else ()
    return BillLine(
        purse=Purse.OFFICE,
        title=service.title,
        least=total,
        most=total,
        steps=(*before, *times),
        citations=(year.source,),
        grade=weakest((year.grade, included.grade)) if included else year.grade,
        confirmed_by=year.source,
        valid_from=year.first_day,
        notes=(*_notes(year, service), *((included.note,) if included and included.note else ())),
    )


def _notes(year: TariffYear, service: Service) -> tuple[str, ...]:
    price = year.prices.get(service.id)
    return tuple(each for each in (year.note, price.note if price else "") if each)
