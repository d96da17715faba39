"""The document of a letter about an outage: the record, the count, and what was told at the counter."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from assistant.domain.characters import persian_digits, printed_text
from assistant.domain.jalali import from_gregorian, long_date, show_date
from assistant.domain.outage import Outage
from assistant.domain.outage_letter import Particulars
from assistant.domain.outage_texts import OutageTexts, filled
from assistant.domain.people import Office
from assistant.domain.places import PROVINCES
from assistant.services.filing_rows import LabelValue
from assistant.services.office_time import TEHRAN, office_date
from assistant.services.outage_decision import Decision

type Document = dict[str, Any]


def letter_document(
    texts: OutageTexts,
    decision: Decision,
    office: Office,
    told: Particulars,
    count: Sequence[LabelValue],
    *,
    number: str,
    now: datetime,
    draft_number: str = "",
) -> Document:
    """By the schema; what was left empty is absent, so that the schema names it."""
    values = sentence_values(texts, decision, office, told, now)
    deadline, client = decision.deadline, asdict(told.client)
    document = {
        "letter": {
            "number": number,
            "date": from_gregorian(office_date(now)),
            "time": clock_text(now),
            "subject_fa": filled(texts.letter["subject"], values),
            "attachments": _attachments(texts, decision.outage, draft_number),
            "copies_to": [filled(each, values) for each in texts.letter["copies_to"]],
        },
        "addressee": {
            "title_fa": filled(texts.letter["addressee"], values),
            "province": province_name(office),
            "name": told.addressee_name,
        },
        "office": {"name_fa": office.name, "code": office.number, **asdict(told.office)},
        "outage": outage_part(decision.outage),
        "client": client,
        "case": {**asdict(told.case), "service": {"date": from_gregorian(deadline.start), **asdict(told.case.service)}},
        "act": {
            "deadline_id": deadline.period.id,
            "kind_fa": deadline.period.title,
            "period_days": deadline.length_days,
            "computed_last_day": from_gregorian(deadline.last_day),
            "is_last_day_today": deadline.last_day == decision.today,
            "counting_note_fa": "؛ ".join(f"{row.label}: {row.value}" for row in count),
            "prepared_documents": list(told.prepared_documents),
            "draft_reference": draft_number,
            "fee_ready": told.fee_ready,
        },
        "statement": {
            "facts_fa": _facts(texts, decision.outage, values),
            "legal_basis": list(texts.basis),
            "request_fa": [filled(each, values) for each in texts.letter["requests"]],
        },
        "signatures": {
            "manager": False,
            "client": told.client_signs,
            "witnesses": list(told.witnesses),
            "office_stamp": told.office_stamp,
        },
    }
    kept: Document = _without_blanks(document)
    return kept


def sentence_values(
    texts: OutageTexts, decision: Decision, office: Office, told: Particulars, now: datetime
) -> dict[str, str]:
    """What stands for the placeholders of the experts' sentences."""
    deadline, case, client = decision.deadline, told.case, told.client
    values = outage_values(decision.outage, office, now) | {
        "client": client.full_name,
        "role": texts.word("roles", client.role),
        "arrived_at": client.arrived_at,
        "act": deadline.period.title,
        "start": long_date(deadline.start),
        "last_day": long_date(deadline.last_day),
        "court": case.court_fa,
    }
    return {name: printed_text(value) for name, value in values.items()}


def outage_values(outage: Outage, office: Office, now: datetime) -> dict[str, str]:
    restored = outage.restored.at if outage.restored else None
    return {
        "province": province_name(office),
        "office": office.name,
        "failure_date": show_date(office_date(outage.first_failure)),
        "failure_time": persian_digits(clock_text(outage.first_failure)),
        "restored_date": show_date(office_date(restored)) if restored else "",
        "restored_time": persian_digits(clock_text(restored)) if restored else "",
        "date": show_date(office_date(now)),
        "time": persian_digits(clock_text(now)),
    }


def outage_part(outage: Outage) -> Document:
    facts, checks, restored = outage.facts, outage.checks, outage.restored
    part: Document = {
        "systems": [each.value for each in facts.systems],
        "first_failure": _moment(outage.first_failure),
        "restored": _moment(restored.at) if restored else None,
        "scope": facts.scope.value,
        "symptoms_fa": facts.symptoms,
        "error_codes": list(facts.error_codes),
        "attempts": [
            _moment(each.at)
            | {"result_fa": each.result, "screenshot": each.picture.sha256 if each.picture is not None else ""}
            for each in outage.attempts
        ],
        "support_ticket": facts.support_ticket,
        "announcement_ref": facts.announcement_ref,
    }
    if checks is not None:
        part["local_checks"] = asdict(checks) | {"other_office_affected": checks.other_office_affected.value}
    return part


def clock_text(at: datetime) -> str:
    return at.astimezone(TEHRAN).strftime("%H:%M")


def province_name(office: Office) -> str:
    return PROVINCES.get(office.province, office.province)


def _moment(at: datetime) -> Document:
    return {"date": from_gregorian(office_date(at)), "time": clock_text(at)}


def _attachments(texts: OutageTexts, outage: Outage, draft_number: str) -> list[Document]:
    titles: Mapping[str, str] = texts.letter["attachments"]
    pictures = [each.picture for each in outage.attempts if each.picture is not None]
    found: list[Document] = [{"title_fa": titles["pictures"], "sha256": each.sha256, "pages": 1} for each in pictures]
    return [*found, {"title_fa": titles["draft"]}] if draft_number else found


def _facts(texts: OutageTexts, outage: Outage, values: Mapping[str, str]) -> str:
    end = texts.letter["restored" if outage.restored else "still_down"]
    return f"{filled(texts.letter['opening'], values)} {filled(end, values)}"


def _without_blanks(node: Any) -> Any:
    """Empty texts, empty lists and what then is empty itself are left out; None and False stay."""
    if isinstance(node, Mapping):
        kept = {key: _without_blanks(value) for key, value in node.items()}
        return {key: value for key, value in kept.items() if value not in ("", [])}
    return [_without_blanks(each) for each in node] if isinstance(node, list) else node
