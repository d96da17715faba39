"""A court's decision: number, date, court and, when known, whether it is a judgment or an order."""

import re
from collections.abc import Mapping
from typing import Any

from assistant.domain.characters import folded, persian_digits, printed_text
from assistant.domain.identifiers import parse_case_no
from assistant.domain.jalali import show_date, to_gregorian
from assistant.domain.jalali_input import parse_date
from assistant.domain.text_values import is_text, parse_text
from assistant.domain.value_problem import ValueProblem

KINDS: Mapping[str, str] = {"judgment": "حکم", "order": "قرار"}
_KINDS_TYPED = {folded(name): code for code, label in KINDS.items() for name in (code, label)}
PARTS = ("number", "date", "court", "kind")


def parse_court_decision(text: str) -> dict[str, str]:
    """«شماره؛ تاریخ؛ دادگاه؛ نوع», the kind optional."""
    parts = [each.strip() for each in re.split("[؛;\n]", text, maxsplit=2)]
    if len(parts) != 3:
        raise ValueProblem("court_decision_form", value=text.strip()[:60])
    number, day, court = parts
    start, _, end = court.rpartition("؛")
    kind = {"kind": end, "court": start} if folded(end) in _KINDS_TYPED else {}
    return decision_from_parts({"number": number, "date": day, "court": court, **kind})


def decision_from_parts(typed: Mapping[str, str]) -> dict[str, str]:
    """The same from one text per part; the kind may be empty."""
    missing = [key for key in PARTS[:3] if not typed.get(key, "").strip()]
    if missing:
        raise ValueProblem(f"court_decision_{missing[0]}")
    decision = {
        "number": parse_case_no(typed["number"]),
        "date": parse_date(typed["date"]),
        "court": parse_text(typed["court"]),
    }
    return decision | ({"kind": _kind(typed["kind"])} if typed.get("kind", "").strip() else {})


def is_court_decision(stored: object) -> bool:
    if not isinstance(stored, dict) or not set(PARTS[:3]) <= set(stored) <= set(PARTS):
        return False
    if not all(isinstance(value, str) for value in stored.values()) or not is_text(stored["court"]):
        return False
    try:
        to_gregorian(stored["date"])
        return parse_case_no(stored["number"]) == stored["number"] and stored.get("kind", "judgment") in KINDS
    except ValueProblem:
        return False


def show_court_decision(stored: Mapping[str, str]) -> str:
    """«حکم شماره ۱۴۰۴… مورخ ۱۴۰۴/۰۵/۱۲ شعبه ۱ …»."""
    kind = KINDS[stored["kind"]] if "kind" in stored else "رأی"
    number, day = persian_digits(stored["number"]), show_date(stored["date"])
    return f"{kind} شماره {number} مورخ {day} {printed_text(stored['court'])}"


def edit_court_decision(stored: Mapping[str, str]) -> str:
    parts = edit_decision_parts(stored)
    named = {**parts, "kind": KINDS[stored["kind"]]} if "kind" in stored else parts
    return "؛ ".join(named[key] for key in PARTS if key in named)


def edit_decision_parts(stored: Mapping[str, str]) -> dict[str, str]:
    """The kind by its code, as a list of kinds sends it."""
    return {**stored, "number": persian_digits(stored["number"]), "date": show_date(stored["date"])}


def evaluated_court_decision(stored: Mapping[str, str]) -> dict[str, Any]:
    return {**stored, "date": to_gregorian(stored["date"])}


def _kind(text: str) -> str:
    if folded(text) not in _KINDS_TYPED:
        raise ValueProblem("court_decision_kind", value=text.strip()[:60])
    return _KINDS_TYPED[folded(text)]
