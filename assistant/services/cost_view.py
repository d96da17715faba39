"""A cost bill in words: the one source of the page, the printed breakdown and the command line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from assistant.domain.characters import persian_digits, printed_text
from assistant.domain.cost_bill import Bill, BillLine, Lack, Operation, Purse, Step
from assistant.domain.court_costs import CourtCosts, OfficeTariff, Statement, Topic
from assistant.domain.jalali import long_date, show_date
from assistant.domain.money import group_thousands, rial_words, show_rial, show_toman
from assistant.domain.plain_numbers import show_decimal

_SIGNS = {
    Operation.FACTOR: " × ",
    Operation.TIMES: " × ",
    Operation.AREA: " × ",
    Operation.MINUS: " − ",
    Operation.SUM: " + ",
}
_WITH_PRINCIPAL = "همراه خواستهٔ اصلی"
_HEADINGS = {Purse.COURT: "هزینهٔ دادرسی", Purse.OFFICE: "بهای خدمت دفتر"}


@dataclass(frozen=True, slots=True)
class StatementView:
    text: str
    source: str
    grade: str


@dataclass(frozen=True, slots=True)
class LineView:
    title: str
    subject: str
    amount: str  # or why there is none
    has_amount: bool
    formulas: tuple[str, ...]  # digits and signs, left to right
    rounding: str  # the exact amount, where a line was rounded
    citations: tuple[str, ...]
    grade: str
    doubt: str  # «برای سال ۱۴۰۵ تأیید نشده است», or nothing
    known: str  # by what it was confirmed, and from when it holds
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PurseView:
    """What is paid to the court, or to the office, with its own sum."""

    heading: str
    lines: tuple[LineView, ...]
    total: str
    is_reviewed: bool  # an expert answers for the tariff


@dataclass(frozen=True, slots=True)
class BillView:
    day: str
    stage: str
    base: str
    purses: tuple[PurseView, ...]
    total: str
    words: tuple[str, ...]
    tomans: str
    lacking: str  # what the total is without
    doubt: str
    overdue: str
    statements: tuple[StatementView, ...]  # about the figures of this bill
    general: tuple[StatementView, ...]  # about court costs at large


def view_of(bill: Bill, costs: CourtCosts, tariff: OfficeTariff) -> BillView:
    least, most = bill.least, bill.most
    has_range = least != most
    said = tuple(dict.fromkeys((*(each for line in bill.lines for each in line.statements), *bill.statements)))
    answerable = {Purse.COURT: costs.responsible, Purse.OFFICE: tariff.responsible}
    return BillView(
        day=long_date(bill.request.day),
        stage=printed_text(bill.stage_title),
        base=printed_text(bill.base),
        purses=tuple(
            PurseView(
                _HEADINGS[purse],
                tuple(_line(each, bill) for each in lines),
                _amount(bill.least_of(lines), bill.most_of(lines)) if _has_figure(lines) else "",
                answerable[purse] is not None,
            )
            for purse in Purse
            if (lines := bill.of(purse))
        ),
        total=_amount(least, most) if _has_figure(bill.lines) else "",
        words=(rial_words(least), rial_words(most)) if has_range else (rial_words(least),),
        tomans=f"{show_toman(least)} تا {show_toman(most)}" if has_range else show_toman(least),
        lacking="، ".join(dict.fromkeys(each.title for each in bill.lacking)),
        doubt="" if bill.is_confirmed else _not_confirmed(bill.year),
        overdue=_overdue(bill, costs, tariff),
        statements=tuple(_statements(each for each in said if each.about is not Topic.BILL)),
        general=tuple(_statements(each for each in said if each.about is Topic.BILL)),
    )


def formula(step: Step) -> str:
    """«۲۰۰٬۰۰۰٬۰۰۰ × ۲٫۵٪ = ۵٬۰۰۰٬۰۰۰»."""
    if step.operation is Operation.RATE:
        amount, rate = step.terms
        left = f"{show_number(amount)} × {show_number(rate * 100)}٪"
    else:
        left = _SIGNS[step.operation].join(show_number(term) for term in step.terms)
    return f"{left} = {show_number(step.result)}"


def show_number(number: Fraction) -> str:
    """Exact, with thousands apart; tariffs know only fractions that end."""
    whole, rest = divmod(number, 1)
    if not rest:
        return group_thousands(whole)
    digits = ""
    while rest and len(digits) < 12:
        digit, rest = divmod(rest * 10, 1)
        digits += str(digit)
    return f"{group_thousands(whole)}{show_decimal('.' + digits)}"


def _has_figure(lines: tuple[BillLine, ...]) -> bool:
    return any(line.lack is None for line in lines)


def _line(line: BillLine, bill: Bill) -> LineView:
    exact = line.steps[-1].result if line.steps else Fraction(line.least or 0)
    is_rounded = exact.denominator != 1
    return LineView(
        title=printed_text(line.title) or _WITH_PRINCIPAL,
        subject=printed_text(line.subject),
        amount=_lack(line, bill.year) if line.lack else _amount(line.least or 0, line.most or 0),
        has_amount=line.lack is None,
        formulas=tuple(formula(step) for step in line.steps),
        rounding=show_number(exact) if is_rounded else "",
        citations=tuple(printed_text(each) for each in line.citations),
        grade=line.grade,
        doubt=_not_confirmed(bill.year) if line.lack is None and not line.is_confirmed else "",
        known="، ".join(_known(line)),
        notes=tuple(printed_text(each) for each in line.notes),
    )


def _known(line: BillLine) -> Iterator[str]:
    if line.valid_from is not None:
        yield f"از {show_date(line.valid_from)}"
    if line.confirmed_by and line.confirmed_by not in line.citations:
        yield printed_text(line.confirmed_by)


def _amount(least: int, most: int) -> str:
    return show_rial(least) if least == most else f"{group_thousands(least)} تا {show_rial(most)}"


def _lack(line: BillLine, year: int) -> str:
    if line.lack is Lack.NO_VALUE:
        return "بهای خواسته ثبت نشده است"
    return persian_digits(f"بدون داده برای {year}")


def _not_confirmed(year: int) -> str:
    return persian_digits(f"برای سال {year} تأیید نشده است")


def _overdue(bill: Bill, costs: CourtCosts, tariff: OfficeTariff) -> str:
    if not bill.is_overdue:
        return ""
    until: date = min(costs.verified_until, tariff.verified_until if bill.of(Purse.OFFICE) else date.max)
    return f"تعرفه تا {show_date(until)} بررسی شده است؛ این تاریخ گذشته است."


def _statements(said: Iterable[Statement]) -> Iterator[StatementView]:
    for each in said:
        yield StatementView(printed_text(each.text), printed_text(each.source), each.grade)
