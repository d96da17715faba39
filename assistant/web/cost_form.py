"""Reads the form of a cost bill: the stage, up to ten claims, sheets and copies, what the office is paid for.

Claim ``n`` has its inputs named ``kind_n``, ``value_n`` …; an input that does not belong to the kind chosen is kept
as typed and not read.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from assistant.checks.problem_messages import message_of
from assistant.domain.characters import persian_digits
from assistant.domain.cost_bill import (
    MOST_PIECES,
    AttackedPart,
    BillRequest,
    Claim,
    FinancialClaim,
    ImmovableClaim,
    NonFinancialClaim,
    OfficeService,
    RaisedClaim,
    UnknownValueClaim,
)
from assistant.domain.court_costs import CourtCosts, OfficeTariff, ServiceCharge
from assistant.domain.form import Option
from assistant.domain.jalali import show_date
from assistant.domain.plain_numbers import decimal_value
from assistant.domain.value_problem import ValueProblem
from assistant.web.tool_form import ToolForm, ToolReading

MOST_CLAIMS = 10
KINDS = (
    Option("financial", "مالی با بهای معلوم"),
    Option("unknown", "مالی با بهای نامعلوم"),
    Option("immovable", "مالی، مال غیرمنقول"),
    Option("non_financial", "غیرمالی، تأمین دلیل یا تأمین خواسته"),
    Option("raised", "افزایش خواسته"),
    Option("part", "اعتراض به بخشی از رأی"),
)
SIDES = (Option("defendant", "خوانده، به بخش پذیرفته‌شده"), Option("plaintiff", "خواهان، به بخش ردشده"))
VALUE, EARLIER, FOUND = "بهای خواسته", "خواستهٔ پیشین", "بهای معلوم‌شده"
REGIONAL, AREA, CLAIMED, AWARDED = "ارزش منطقه‌ای هر متر مربع", "مساحت", "خواسته", "محکوم‌به"
RAISED, SIDE, KIND = "خواستهٔ تازه", "معترض", "نوع خواسته"
_INPUT = re.compile(
    "stage|on|sheets|copies|service|persons|pages|payment"
    "|(?:kind|value|found|earlier|regional|area|claimed|awarded|side)_(?:[1-9]|10)(?:_unit)?"
)
_PIECES = {"sheets": "1", "copies": "0", "pages": "0"}
_ARGUMENTS = {"regional_value": "regional"}  # of a claim → the input it was typed in, where the names differ


@dataclass(frozen=True, slots=True)
class CostForm:
    form: ToolForm
    rows: int  # claims drawn
    request: BillRequest | None  # None: nothing asked, or something could not be read


def read_cost_form(typed: Mapping[str, str], costs: CourtCosts, tariff: OfficeTariff, today: date) -> CostForm:
    """The free form: everything is typed."""
    defaults = {"stage": costs.stages[0].id if costs.stages else "", "on": show_date(today), "kind_1": "financial"}
    reading = ToolReading(typed, {**defaults, **_PIECES, "persons": "2"})
    rows = _rows(typed)
    stage = reading.choice("stage", "مرحله", stage_options(costs))
    claims = tuple(claim for row in range(1, rows + 1) for claim in _claims(reading, row))
    day = reading.date("on", "تاریخ تقدیم")
    request = _request(reading, tariff, stage, day, claims)
    return CostForm(reading.done(), min(rows + ("add" in typed), MOST_CLAIMS), request)


def read_draft_form(
    typed: Mapping[str, str], tariff: OfficeTariff, today: date, stage: str, claims: tuple[Claim, ...], **counts: int
) -> CostForm:
    """Of a draft: what its answers do not say. Stage and claims come from the draft, and so do the first ``counts``."""
    begun = {**_PIECES, "service": "petition", **{key: str(count) for key, count in counts.items()}}
    reading = ToolReading({**begun, **typed})
    return CostForm(reading.done(), 0, _request(reading, tariff, stage, today, claims))


def typed_values(typed: Mapping[str, str]) -> dict[str, Any]:
    """The form's own values, for an address that asks the same again; nothing else a visitor may have put there."""
    return {key: text for key, text in typed.items() if text and _INPUT.fullmatch(key)}


def stage_options(costs: CourtCosts) -> tuple[Option, ...]:
    return tuple(Option(each.id, persian_digits(each.title)) for each in costs.stages)


def service_options(tariff: OfficeTariff) -> tuple[Option, ...]:
    return tuple(Option(each.id, each.title) for each in tariff.charged_for(ServiceCharge.FILING))


def _request(
    reading: ToolReading, tariff: OfficeTariff, stage: str | None, day: date | None, claims: tuple[Claim, ...]
) -> BillRequest | None:
    sheets, copies = _count(reading, "sheets", "برگ دادخواست"), _count(reading, "copies", "تصویر برابر اصل")
    office = _office(reading, tariff)
    if not reading.done().is_clear or stage is None or day is None:
        return None
    return BillRequest(stage, day, claims, sheets, copies, office)


def _office(reading: ToolReading, tariff: OfficeTariff) -> OfficeService | None:
    service = reading.choice("service", "خدمت دفتر", service_options(tariff), is_required=False)
    persons, pages = _count(reading, "persons", "اشخاص"), _count(reading, "pages", "برگ پیوست")
    return OfficeService(service, persons, pages, reading.check("payment")) if service else None


def _count(reading: ToolReading, key: str, label: str) -> int:
    return reading.integer(key, label, minimum=0, maximum=MOST_PIECES, is_required=False) or 0


def _rows(typed: Mapping[str, str]) -> int:
    return max((row for row in range(1, MOST_CLAIMS + 1) if f"kind_{row}" in typed), default=1)


def _claims(reading: ToolReading, row: int) -> Iterator[Claim]:
    """The claim of a row; none where no kind was chosen or something could not be read."""
    kind = reading.choice(f"kind_{row}", KIND, KINDS, is_required=False)
    if kind is None or not reading.is_asked:
        return
    try:
        claim = _READERS[kind](_Row(reading, row))
    except ValueProblem as problem:
        at = str(problem.params.get("at", "value"))
        reading.problem(f"{_ARGUMENTS.get(at, at)}_{row}", message_of(problem))
        return
    if claim is not None:
        yield claim


@dataclass(frozen=True, slots=True)
class _Row:
    reading: ToolReading
    number: int

    def rial(self, key: str, label: str, *, is_required: bool = True) -> int | None:
        return self.reading.rial(f"{key}_{self.number}", label, is_required=is_required)

    def area(self) -> Fraction | None:
        stored: str | None = self.reading.value(f"area_{self.number}", AREA, "decimal", is_required=False)
        return decimal_value(stored) if stored is not None else None

    def side(self) -> str | None:
        return self.reading.choice(f"side_{self.number}", SIDE, SIDES)

    def has(self, key: str) -> bool:
        return bool(self.reading.typed(f"{key}_{self.number}"))


def _financial(row: _Row) -> Claim | None:
    value = row.rial("value", VALUE)
    return None if value is None else FinancialClaim(value)


def _unknown(row: _Row) -> Claim | None:
    found = row.rial("found", FOUND, is_required=False)
    return None if found is None and row.has("found") else UnknownValueClaim(found)


def _immovable(row: _Row) -> Claim | None:
    regional, area = row.rial("regional", REGIONAL), row.area()
    if regional is None or (area is None and row.has("area")):
        return None
    return ImmovableClaim(regional, area)


def _raised(row: _Row) -> Claim | None:
    earlier, value = row.rial("earlier", EARLIER), row.rial("value", RAISED)
    return None if earlier is None or value is None else RaisedClaim(earlier, value)


def _part(row: _Row) -> Claim | None:
    claimed, awarded, side = row.rial("claimed", CLAIMED), row.rial("awarded", AWARDED), row.side()
    if claimed is None or awarded is None or side is None:
        return None
    return AttackedPart(claimed, awarded, by_plaintiff=side == "plaintiff")


_READERS: Mapping[str, Callable[[_Row], Claim | None]] = {
    "financial": _financial,
    "unknown": _unknown,
    "immovable": _immovable,
    "non_financial": lambda row: NonFinancialClaim(),
    "raised": _raised,
    "part": _part,
}
