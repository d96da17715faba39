"""``fee``: the court costs of a petition, line by line, from the dated tariffs."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import click

from assistant.app import Settings
from assistant.checks.costs import cost_bill
from assistant.checks.problem_messages import message_of
from assistant.cli.answers_reading import date_or_stop
from assistant.cli.library_loading import load_or_stop
from assistant.cli.output import FINE, FOUND, json_option, say_json, stop
from assistant.domain.cost_bill import (
    AttackedPart,
    Bill,
    BillLine,
    BillRequest,
    Claim,
    FinancialClaim,
    ImmovableClaim,
    NonFinancialClaim,
    OfficeService,
    RaisedClaim,
    UnknownValueClaim,
)
from assistant.domain.court_costs import CourtCosts, ServiceCharge
from assistant.domain.jalali import from_gregorian
from assistant.domain.library import Library
from assistant.domain.money import parse_rial
from assistant.domain.plain_numbers import decimal_value, parse_decimal
from assistant.domain.value_problem import ValueProblem
from assistant.services.cost_view import BillView, formula, view_of
from assistant.services.office_time import SystemClock, office_date

SHORT_STAGES = {"first": "first_instance", "vakhahi": "opposition"}
CLAIM_FORMS = (
    "500000000 | unknown | unknown:900000000 | non_financial | immovable:2500000:120 | "
    "raised:500000000:800000000 | part:3000000000:1200000000:plaintiff"
)


@click.command()
@click.option("--stage", default="first", show_default=True, help="مرحله: first، appeal، opposition، council …")
@click.option("--value", help="بهای خواسته به ریال؛ «تومان» هم خوانده می‌شود")
@click.option("--claims", "--claim", "claims", multiple=True, help=f"خواستهٔ دیگر، هر بار یکی: {CLAIM_FORMS}")
@click.option("--sheets", type=int, default=0, help="برگ دادخواست")
@click.option("--copies", type=int, default=0, help="تصویر برابر اصل")
@click.option("--service", help="خدمت دفتر، مانند petition")
@click.option("--persons", type=int, default=0, help="شمار طرف‌ها")
@click.option("--pages", type=int, default=0, help="برگ پیوست")
@click.option("--payment", is_flag=True, help="پرداخت الکترونیکی")
@click.option("--on", help="تاریخ تقدیم، مانند 1405-09-01")
@json_option
@click.pass_obj
def fee(
    settings: Settings,
    stage: str,
    value: str | None,
    claims: tuple[str, ...],
    sheets: int,
    copies: int,
    service: str | None,
    persons: int,
    pages: int,
    payment: bool,
    on: str | None,
    as_json: bool,
) -> None:
    """هزینهٔ دادرسی و خدمات دفتر، ردیف به ردیف با حساب و مستند

    کد خروج ۱ یعنی دست‌کم یک ردیف داده ندارد.
    """
    library = load_or_stop(settings)
    office = _office(library, service, persons, pages, payment) if service else None
    try:
        read = tuple(read_claim(text) for text in ((value,) if value is not None else ()) + claims)
        request = BillRequest(_stage(library.costs, stage), _day(on), read, sheets, copies, office)
        bill = cost_bill(request, library.costs, library.office_tariff)
    except ValueProblem as problem:
        stop(message_of(problem))
    if as_json:
        say_json(bill_as_data(bill))
    else:
        _tell(view_of(bill, library.costs, library.office_tariff))
    raise SystemExit(FOUND if bill.lacking else FINE)


def read_claim(text: str) -> Claim:
    """One claim as typed. Raises ValueProblem."""
    kind, *values = text.split(":")
    match kind.strip(), values:
        case "non_financial", []:
            return NonFinancialClaim()
        case "unknown", []:
            return UnknownValueClaim()
        case "unknown", [found]:
            return UnknownValueClaim(parse_rial(found))
        case "financial", [amount]:
            return FinancialClaim(parse_rial(amount))
        case "immovable", [each]:
            return ImmovableClaim(parse_rial(each))
        case "immovable", [each, area]:
            return ImmovableClaim(parse_rial(each), decimal_value(parse_decimal(area)))
        case "raised", [earlier, later]:
            return RaisedClaim(parse_rial(earlier), parse_rial(later))
        case "part", [claimed, awarded, ("plaintiff" | "defendant") as side]:
            return AttackedPart(parse_rial(claimed), parse_rial(awarded), by_plaintiff=side == "plaintiff")
        case amount, []:
            return FinancialClaim(parse_rial(amount))
    stop(f"خواسته خوانده نشد: {text[:60]} (نمونه‌ها: {CLAIM_FORMS})")


def bill_as_data(bill: Bill) -> dict[str, Any]:
    """The stable output of ``fee --json``; amounts in rials."""
    return {
        "stage": bill.request.stage,
        "on": from_gregorian(bill.request.day),
        "year": bill.year,
        "lines": [_line(line) for line in bill.lines],
        "min": bill.least,
        "max": bill.most,
        "complete": not bill.lacking,
        "confirmed": bill.is_confirmed,
        "overdue": bill.is_overdue,
        "notes": [{"text": each.text, "source": each.source, "grade": each.grade} for each in bill.statements],
    }


def _line(line: BillLine) -> dict[str, Any]:
    return {
        "to": line.purse.value,
        "title": line.title,
        "min": line.least,
        "max": line.most,
        "lack": line.lack.value if line.lack else None,
        "steps": [formula(step) for step in line.steps],
        "basis": list(line.citations),
        "grade": line.grade,
        "confirmed": line.is_confirmed if line.lack is None else None,
        "valid_from": from_gregorian(line.valid_from) if line.valid_from else None,
        "notes": [*line.notes, *(each.text for each in line.statements)],
    }


def _tell(view: BillView) -> None:
    click.echo(f"{view.stage}، {view.day}")
    for purse in view.purses:
        click.echo(f"\n{purse.heading}")
        for line in purse.lines:
            click.echo(f"  {line.title}: {line.amount}")
            for text in _beside(line.formulas, line.citations, (line.known, line.doubt)):
                click.echo(f"      {text}")
    click.echo(f"\nجمع: {view.total or 'بدون داده'}")
    for text in (view.overdue, f"بدون داده: {view.lacking}" if view.lacking else ""):
        if text:
            click.echo(text)
    for each in (*view.statements, *view.general):
        click.echo(f"- {each.text}")


def _beside(*groups: Sequence[str]) -> list[str]:
    return [text for group in groups for text in group if text]


def _stage(costs: CourtCosts, typed: str) -> str:
    stage = SHORT_STAGES.get(typed, typed)
    if costs.stage(stage) is None:
        stop(f"مرحلهٔ «{typed}» در تعرفه نیست. مرحله‌ها: {'، '.join(each.id for each in costs.stages)}")
    return stage


def _office(library: Library, service: str, persons: int, pages: int, payment: bool) -> OfficeService:
    known = [each.id for each in library.office_tariff.charged_for(ServiceCharge.FILING)]
    if service not in known:
        stop(f"خدمت «{service}» در تعرفهٔ دفتر نیست. خدمت‌ها: {'، '.join(known)}")
    try:
        return OfficeService(service, persons, pages, payment)
    except ValueProblem as problem:
        stop(message_of(problem))


def _day(on: str | None) -> date:
    return date_or_stop(on) or office_date(SystemClock().now())
