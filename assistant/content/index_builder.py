"""Tables of announced figures, and the sacred months, as typed values; what the checks refuse is left out here."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any

from assistant.content.content import Content
from assistant.content.content_file import ContentFile
from assistant.content.room_map import Kind
from assistant.domain.jalali import days_in_month, parts, to_gregorian
from assistant.domain.price_index import IndexValue, Month, PriceIndex
from assistant.domain.sacred_months import SacredMonth, SacredMonths

NUMBER = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,6})?")


def build_indices(content: Content) -> Mapping[str, PriceIndex]:
    return {file.stem: build_index(content, file) for file in content.of(Kind.INDEX)}


def build_index(content: Content, file: ContentFile) -> PriceIndex:
    spec = file.value
    return PriceIndex(
        id=file.stem,
        title=spec["title"],
        base=spec.get("base"),
        unit=spec["unit"],
        values=dict(_values(file)),
        checked_on=to_gregorian(spec["checked_on"]),
        verified_until=to_gregorian(spec["verified_until"]),
        version=version_of(content, file),
        responsible=spec.get("responsible"),
        note=spec.get("note", ""),
        gaps=tuple(spec.get("gaps", ())),
    )


def version_of(content: Content, file: ContentFile) -> str:
    """Marks results and traces with the very file they were made from."""
    return hashlib.sha256(content.sources.files.get(file.path, b"")).hexdigest()[:12]


def numbers_of(row: Mapping[str, Any]) -> list[str]:
    return str(row["numbers"]).split()


def month_of(stamp: int | str, *, is_last: bool = False) -> Month:
    """``1404`` is a whole year, as a range its first or last month; ``1404-10`` a month."""
    if isinstance(stamp, int):
        return Month(stamp, 12 if is_last else 0)
    year, month = stamp.split("-")
    return Month(int(year), int(month))


def _values(file: ContentFile) -> Iterator[tuple[Month, IndexValue]]:
    spec = file.value
    is_monthly = spec["period"] == "month"
    for row in spec["rows"]:
        for position, text in enumerate(numbers_of(row), start=1):
            if NUMBER.fullmatch(text):
                at = Month(row["year"], position if is_monthly else 0)
                yield at, _value(file.stem, spec, at, text)


def _value(id: str, spec: Mapping[str, Any], at: Month, text: str) -> IndexValue:
    said: dict[str, Any] = {key: spec[key] for key in ("grade", "status", "source")}
    for mark in spec.get("marks", ()):  # a later mark goes before an earlier one
        if _covers(mark, at):
            said.update({key: mark[key] for key in ("grade", "status", "source", "note") if key in mark})
    half = next((Fraction(each["half_unit"]) for each in spec.get("rounding", ()) if _covers(each, at)), Fraction(0))
    common = {"index_id": id, "at": at, "half_unit": half, "base": spec.get("base")}
    others = tuple(_other(each, said | common) for each in spec.get("alternatives", ()) if at == Month(each["year"]))
    return IndexValue(**{**said, **common}, text=text, value=Fraction(text), alternatives=others)


def _other(spec: Mapping[str, Any], common: Mapping[str, Any]) -> IndexValue:
    told = {"text": spec["number"], "value": Fraction(spec["number"]), "grade": spec["grade"], "note": spec["note"]}
    return IndexValue(**{**common, **told})


def _covers(span: Mapping[str, Any], at: Month) -> bool:
    return month_of(span["from"]) <= at <= month_of(span["to"], is_last=True)


def build_sacred_months(content: Content) -> SacredMonths:
    """The table speaks of whole Jalali years: every sacred month that touches them is in it."""
    for file in content.of(Kind.SACRED_MONTHS):
        spec = file.value
        months = tuple(_sacred(each) for each in spec["months"])
        first, last = parts(months[0].first)[0], parts(months[-1].last)[0]
        return SacredMonths(
            months=months,
            first=to_gregorian(f"{first}-01-01"),
            last=to_gregorian(f"{last}-12-{days_in_month(last, 12)}"),
            checked_on=to_gregorian(spec["checked_on"]),
            version=version_of(content, file),
        )
    return SacredMonths()


def _sacred(spec: Mapping[str, Any]) -> SacredMonth:
    first, last = to_gregorian(spec["from"]), to_gregorian(spec["to"])
    return SacredMonth(spec["title"], first, last, spec["status"], spec["grade"])


def neighbours(rows: list[Mapping[str, Any]]) -> Iterator[tuple[int, int, int]]:
    """(position of the later row, earlier year, later year)"""
    for position, (earlier, later) in enumerate(pairwise(rows), start=1):
        yield position, earlier["year"], later["year"]
