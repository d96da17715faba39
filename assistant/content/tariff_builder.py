"""The two tariff files as typed dated values: court costs, and the office's own prices."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from assistant.content.citations import citation, source_in_words
from assistant.content.content import Content
from assistant.content.room_map import Kind
from assistant.domain.court_costs import (
    Band,
    Charge,
    Confirmation,
    CostStage,
    CourtCosts,
    Included,
    Item,
    ItemValue,
    OfficeTariff,
    Rate,
    RateValue,
    Service,
    ServiceCharge,
    ServicePrice,
    Statement,
    TariffYear,
    Topic,
)
from assistant.domain.jalali import to_gregorian
from assistant.domain.plain_numbers import decimal_value

type Spec = Mapping[str, Any]


def build_costs(content: Content) -> CourtCosts:
    """Without the file there is no tariff, and every line says that it has no data."""
    return next((_costs(file.value, content.law_names) for file in content.of(Kind.COSTS)), CourtCosts())


def build_office_tariff(content: Content) -> OfficeTariff:
    found = (_office_tariff(file.value, content.law_names) for file in content.of(Kind.OFFICE_TARIFF))
    return next(found, OfficeTariff())


def share_of(text: str) -> Fraction:
    """``'0.025'`` → 1/40."""
    return decimal_value(text)


def _costs(spec: Spec, laws: Mapping[str, str]) -> CourtCosts:
    return CourtCosts(
        title=spec["title"],
        stages=tuple(_stage(each) for each in spec["stages"]),
        rates=tuple(_rate(each, laws) for each in spec["rates"]),
        items=tuple(_item(each, laws) for each in spec["items"]),
        statements=tuple(
            Statement(Topic(each["about"]), each["text"], source_in_words(each["source"], laws), each["grade"])
            for each in spec["statements"]
        ),
        **_dates(spec),
    )


def _stage(spec: Spec) -> CostStage:
    topics = tuple(Topic(each) for each in spec.get("about", ()))
    return CostStage(spec["id"], spec["title"], spec.get("base", ""), topics)


def _dates(spec: Spec) -> dict[str, Any]:
    return {
        "checked_on": to_gregorian(spec["checked_on"]),
        "verified_until": to_gregorian(spec["verified_until"]),
        "note": spec.get("note", ""),
        "responsible": spec["responsible"],
    }


def _rate(spec: Spec, laws: Mapping[str, str]) -> Rate:
    return Rate(
        id=spec["id"],
        title=spec["title"],
        stages=tuple(spec["stages"]),
        citations=_citations(spec, laws),
        values=tuple(
            RateValue(
                **_dated(each, laws),
                bands=tuple(_band(band) for band in each.get("bands", ())),
                factor=share_of(each["factor"]) if "factor" in each else Fraction(1),
                of=each.get("of", ""),
            )
            for each in spec["values"]
        ),
    )


def _band(spec: Spec) -> Band:
    return Band(spec["above"], spec.get("up_to"), share_of(spec["rate"]))


def _item(spec: Spec, laws: Mapping[str, str]) -> Item:
    return Item(
        id=spec["id"],
        title=spec["title"],
        charged=Charge(spec["charged"]),
        stages=tuple(spec["stages"]),
        citations=_citations(spec, laws),
        values=tuple(_item_value(each, laws) for each in spec["values"]),
        note=spec.get("note", ""),
    )


def _item_value(spec: Spec, laws: Mapping[str, str]) -> ItemValue:
    amount = spec["amount"]
    least, most = (amount, amount) if isinstance(amount, int) else (amount["min"], amount["max"])
    return ItemValue(**_dated(spec, laws), least=least, most=most)


def _dated(spec: Spec, laws: Mapping[str, str]) -> dict[str, Any]:
    return {
        "in_force_from": to_gregorian(spec["from"]),
        "grade": spec["grade"],
        "source": source_in_words(spec["source"], laws),
        "confirmations": tuple(
            Confirmation(each["year"], each["grade"], each["by"]) for each in spec.get("confirmed", ())
        ),
        "note": spec.get("note", ""),
    }


def _citations(spec: Spec, laws: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(citation(each, laws) for each in spec["basis"])


def _office_tariff(spec: Spec, laws: Mapping[str, str]) -> OfficeTariff:
    return OfficeTariff(
        title=spec["title"],
        services=tuple(Service(each["id"], each["title"], ServiceCharge(each["charged"])) for each in spec["services"]),
        years=tuple(_year(each, laws) for each in spec["years"]),
        **_dates(spec),
    )


def _year(spec: Spec, laws: Mapping[str, str]) -> TariffYear:
    return TariffYear(
        year=spec["year"],
        first_day=to_gregorian(spec["from"]),
        last_day=to_gregorian(spec["to"]),
        grade=spec["grade"],
        source=source_in_words(spec["source"], laws),
        prices={each["service"]: ServicePrice(each["amount"], each.get("note", "")) for each in spec["amounts"]},
        included={
            each["service"]: Included(each["persons"], each["pages"], each["grade"], each.get("note", ""))
            for each in spec.get("included", ())
        },
        note=spec.get("note", ""),
    )
