"""A calculator's answer as plain data, for scripts and other programs."""

from typing import Any

from assistant.domain.calculation import Variant
from assistant.domain.calculator import Calculator
from assistant.domain.jalali import from_gregorian
from assistant.domain.price_index import IndexValue
from assistant.services.calculator_desk import Asked


def answer_as_data(asked: Asked) -> dict[str, Any]:
    """``problems`` by input, ``refusal`` where a table ends; then no ``variants``."""
    words, found = asked.words, asked.calculation
    data: dict[str, Any] = {
        "calculator": words.id,
        "title": words.title,
        "formula": words.formula,
        "inputs": dict(asked.reading.stored),
    }
    if asked.reading.problems or asked.refusal or found is None:
        return data | {"problems": dict(asked.reading.problems), "refusal": asked.refusal}
    return data | {
        "variants": [_variant(each, words, asked.refusals.get(each.id, "")) for each in found.variants],
        "basis": [each.citation for each in words.basis],
        "notes": list(words.notes),
        "grade": words.grade,
        "is_reviewed": False,
        "data": {
            id: {"version": version, "checked_on": from_gregorian(found.checked_on[id])}
            for id, version in found.data.items()
        },
        "overdue": list(asked.overdue),
    }


def _variant(variant: Variant, words: Calculator, refusal: str) -> dict[str, Any]:
    readings = [words.readings[id] for id in variant.readings]
    data: dict[str, Any] = {
        "id": variant.id,
        "readings": [{"id": each.id, "title": each.title, "grade": each.grade} for each in readings],
        "amount": variant.amount,
        "total": variant.total,
        "grade": variant.grade,
        "is_provisional": variant.is_provisional,
        "steps": [{"label": words.steps[each.code], "how": each.how, "amount": each.amount} for each in variant.steps],
        "figures": [_figure(each) for each in variant.used],
        "texts": [words.texts[code] for code in variant.texts],
        "refusal": refusal,
    }
    if variant.band is not None:
        data["band"] = {"low": variant.band.low, "high": variant.band.high, "percent": variant.band.percent}
    if variant.shares:
        data["shares"] = [
            {"heir": each.heir, "number": each.number, "share": str(each.share), "amount": each.amount}
            for each in variant.shares
        ]
    return data


def _figure(used: IndexValue) -> dict[str, Any]:
    return {
        "table": used.index_id,
        "at": str(used.at),
        "figure": used.text,
        "base": used.base,
        "grade": used.grade,
        "status": used.status,
        "source": used.source,
        "note": used.note,
    }
