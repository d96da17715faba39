"""The content of an applicant's slip (برگ): the outage as recorded, and the applicant's own last day."""

from datetime import datetime
from typing import Any

from assistant.domain.characters import printed_text
from assistant.domain.jalali import from_gregorian, long_date
from assistant.domain.outage import Outage
from assistant.domain.outage_texts import OutageTexts, filled
from assistant.domain.people import Office
from assistant.services.office_time import office_date
from assistant.services.outage_decision import Decision
from assistant.services.outage_letter import clock_text, outage_part, outage_values


def slip_document(
    texts: OutageTexts, outage: Outage, decision: Decision | None, office: Office, client: str, now: datetime
) -> dict[str, Any]:
    """``decision`` is None for somebody without a period that can be counted."""
    values = outage_values(outage, office, now) | {"client": printed_text(client) or texts.slip["nobody"]}
    return {
        "date": from_gregorian(office_date(now)),
        "time": clock_text(now),
        "client": client,
        "opening": filled(texts.slip["opening"], values),
        "sentences": [texts.slip["no_period"]] if decision is None else _sentences(texts, decision),
        "readings": []
        if decision is None
        else [
            [printed_text(f"{each.title}: {each.text}"), long_date(each.last_day)]
            for each in decision.deadline.readings
        ],
        "outage": outage_part(outage),
        "last_day": None if decision is None else from_gregorian(decision.deadline.last_day),
        "period_id": "" if decision is None else decision.deadline.period.id,
    }


def _sentences(texts: OutageTexts, decision: Decision) -> list[str]:
    bare, after = decision.deadline, decision.after
    values = {
        "act": bare.period.title,
        "start": long_date(bare.start),
        "last_day": long_date(bare.last_day),
    }
    told = [filled(texts.slip["last_day"], values)]
    if after is not None and after.last_day != bare.last_day:
        told.append(filled(texts.slip["after_outage"], values | {"last_day": long_date(after.last_day)}))
        if decision.outage.is_open:
            told.append(texts.slip["undecided"])
    return [printed_text(each) for each in told]
