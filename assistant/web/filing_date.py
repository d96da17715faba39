"""``?on=1406-01-15``: a draft looked at as if it were filed on another day. Nothing of such a look is kept."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import request

from assistant.checks.problem_messages import message_of
from assistant.domain.form import Field
from assistant.domain.jalali import from_gregorian, to_gregorian
from assistant.domain.jalali_input import parse_date
from assistant.domain.value_problem import ValueProblem
from assistant.services.draft_book import OpenDraft
from assistant.web.here import actor, services

_FIELD = Field("on", "تاریخ", "jalali_date")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class AskedDate:
    """``problem``: why the date typed cannot be read; then the draft is shown as of today."""

    typed: str = ""
    day: date | None = None
    problem: str = ""


def asked_date() -> AskedDate:
    typed = request.args.get("on", "")[:_LONGEST].strip()
    if not typed:
        return AskedDate()
    try:
        return AskedDate(typed, to_gregorian(parse_date(typed)))
    except ValueProblem as problem:
        return AskedDate(typed, None, message_of(problem, _FIELD))


def opened_on_asked_date(draft_id: str) -> OpenDraft:
    return services().drafting.open(actor(), draft_id, on=asked_date().day)


def other_date(opened: OpenDraft) -> dict[str, Any]:
    """What an address carries so that the next page is of the same day."""
    return {"on": from_gregorian(opened.other_date)} if opened.other_date else {}
