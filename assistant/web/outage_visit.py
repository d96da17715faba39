"""Reads what an applicant came for, and the letter's form; the keys of the letter's fields are paths of its schema."""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from assistant.domain.characters import persian_digits
from assistant.domain.finding import FieldProblem
from assistant.domain.form import Option
from assistant.domain.jalali import from_gregorian, show_date
from assistant.domain.outage_letter import CasePart, ClientPart, FollowUp, OfficePart, Particulars, ServicePart
from assistant.domain.outage_texts import OutageTexts
from assistant.domain.period import Period
from assistant.services.outage_decision import Visit
from assistant.services.outage_prefill import Prefill
from assistant.web.outage_forms import lines_of, options, read_time
from assistant.web.tool_form import ToolForm, ToolReading

LONGEST_COURT_SET = 1000
LINES = ("act.prepared_documents", "signatures.witnesses")
TEXTS = (
    "addressee.name", "office.manager", "office.city", "office.address", "office.phone", "client.full_name",
    "client.licence_or_poa", "client.principal_name", "client.queue_number", "client.contact", "case.case_number",
    "case.archive_number", "case.court_fa", "case.decision_number", "case.service.proof",
)  # fmt: skip
CHECKS = ("client.identity_checked", "client.consent_to_share", "act.fee_ready", "signatures.client",
          "signatures.office_stamp")  # fmt: skip
_INDEX = re.compile(r"\[\d+\].*")


@dataclass(frozen=True, slots=True)
class VisitForm:
    form: ToolForm
    visit: Visit | None


def read_visit(typed: Mapping[str, str], periods: Mapping[str, Period], prefill: Prefill) -> VisitForm:
    """``prefill``: the periods a draft declares; the first stands where nothing was chosen."""
    reading = ToolReading(typed, _first_start(prefill))
    if prefill.starts and "period" not in typed:
        reading.is_asked = True
    chosen = reading.choice("period", "مهلت", [Option(each.id, each.title) for each in periods.values()])
    period = periods.get(chosen or "")
    start = reading.date("start", period.start_label if period else "تاریخ آغاز")
    needs_days = period is not None and period.counting.has_last_day and not period.lengths
    days = reading.integer("court_days", "مدت دادگاه", minimum=1, maximum=LONGEST_COURT_SET, is_required=needs_days)
    is_abroad = reading.check("abroad")
    form = reading.done()
    if not form.is_clear or period is None or start is None:
        return VisitForm(form, None)
    shown = ToolForm({**form.values, "start": show_date(start)}, form.problems, form.echoes, form.is_asked)
    return VisitForm(shown, Visit(period.id, start, is_abroad, typed.get("draft", ""), days if needs_days else None))


def visit_values(visit: Visit) -> dict[str, str]:
    """The visit in the fields of another form or address; no personal data is in it."""
    values = {
        "period": visit.period_id,
        "start": from_gregorian(visit.start),
        "abroad": "yes" if visit.is_abroad else "no",
        "draft": visit.draft_id,
    }
    return values | ({"court_days": str(visit.court_days)} if visit.court_days is not None else {})


def letter_values(told: Particulars) -> dict[str, str]:
    """The letter's form before anything was typed."""
    office, client, case = told.office, told.client, told.case
    values = {
        "office.manager": office.manager,
        "office.city": office.city,
        "office.address": office.address,
        "office.phone": office.phone,
        "client.full_name": client.full_name,
        "client.national_id": persian_digits(client.national_id),
        "client.role": client.role,
        "client.licence_or_poa": client.licence_or_poa,
        "client.principal_name": client.principal_name,
        "case.case_number": persian_digits(case.case_number),
        "case.court_fa": case.court_fa,
        "case.decision_kind": case.decision_kind,
        "case.decision_number": persian_digits(case.decision_number),
        "case.decision_date": show_date(case.decision_date) if case.decision_date else "",
        "case.service.mode": case.service.mode,
        "act.prepared_documents": "\n".join(told.prepared_documents),
        "once": secrets.token_urlsafe(12),
    }
    return {key: value for key, value in values.items() if value}


def read_letter(typed: "MultiDict[str, str]", texts: OutageTexts) -> tuple[ToolForm, Particulars]:
    """What is required is the schema's affair; here only what cannot be read becomes a problem."""
    values = typed.to_dict()
    reading = ToolReading(values)
    text = {key: reading.text(key, texts.title(key), is_required=False) or "" for key in TEXTS}
    lines = {key: lines_of(values.get(key, "")) for key in LINES}
    national_id = reading.value(
        "client.national_id", texts.title("client.national_id"), "national_id", is_required=False
    )
    decided = reading.date("case.decision_date", texts.title("case.decision_date"), is_required=False)
    arrived = read_time(reading, "client.arrived_at", texts.title("client.arrived_at"), is_required=False)
    chosen = {
        key: reading.choice(key, texts.title(key), options(texts, kind), is_required=False) or ""
        for key, kind in (
            ("client.role", "roles"),
            ("case.decision_kind", "decision_kinds"),
            ("case.service.mode", "service_modes"),
        )
    }
    checked = {key: reading.check(key) for key in CHECKS}
    told = Particulars(
        addressee_name=text["addressee.name"],
        office=OfficePart(*(text[f"office.{name}"] for name in ("manager", "city", "address", "phone"))),
        client=ClientPart(
            full_name=text["client.full_name"],
            national_id=national_id or "",
            role=chosen["client.role"],
            licence_or_poa=text["client.licence_or_poa"],
            principal_name=text["client.principal_name"],
            identity_checked=checked["client.identity_checked"],
            arrived_at=f"{arrived:%H:%M}" if arrived else "",
            queue_number=text["client.queue_number"],
            contact=text["client.contact"],
            consent_to_share=checked["client.consent_to_share"],
        ),
        case=CasePart(
            case_number=text["case.case_number"],
            archive_number=text["case.archive_number"],
            court_fa=text["case.court_fa"],
            decision_kind=chosen["case.decision_kind"],
            decision_number=text["case.decision_number"],
            decision_date=from_gregorian(decided) if decided else "",
            service=ServicePart(chosen["case.service.mode"], text["case.service.proof"]),
        ),
        prepared_documents=lines["act.prepared_documents"],
        fee_ready=checked["act.fee_ready"],
        client_signs=checked["signatures.client"],
        office_stamp=checked["signatures.office_stamp"],
        witnesses=lines["signatures.witnesses"],
    )
    return reading.done(), told


def with_problems(form: ToolForm, problems: tuple[FieldProblem, ...]) -> ToolForm:
    """The schema's problems beside those of reading, each at the field it belongs to."""
    found = dict(form.problems)
    for each in problems:
        found.setdefault(_INDEX.sub("", each.path), each.message)
    return ToolForm(form.values, found, form.echoes, is_asked=True)


def read_follow_up(typed: Mapping[str, str], texts: OutageTexts) -> tuple[ToolForm, FollowUp]:
    reading = ToolReading(typed)
    by = reading.choice("sent_by", "راه فرستادن", options(texts, "sent_by"), is_required=False)
    at = read_time(reading, "sent_at", "ساعت فرستادن", is_required=False)
    receipt = reading.text("receipt_number", "شماره رسید", is_required=False)
    filed = reading.date("filed_on", "تاریخ ثبت پس از برقراری", is_required=False)
    tracking = reading.text("tracking_code", "کد رهگیری", is_required=False)
    told = FollowUp(
        sent_by=by or "",
        sent_at=f"{at:%H:%M}" if at else "",
        receipt_number=receipt or "",
        filed_on=from_gregorian(filed) if filed else "",
        tracking_code=tracking or "",
    )
    return reading.done(), told


def follow_up_form(told: FollowUp) -> ToolForm:
    values = {
        "sent_by": told.sent_by,
        "sent_at": persian_digits(told.sent_at),
        "receipt_number": told.receipt_number,
        "filed_on": show_date(told.filed_on) if told.filed_on else "",
        "tracking_code": told.tracking_code,
    }
    return ToolForm(values, {}, {})


def _first_start(prefill: Prefill) -> dict[str, str]:
    if not prefill.starts:
        return {}
    first = prefill.starts[0]
    return {
        "period": first.period,
        "start": show_date(first.start),
        "abroad": "yes" if first.is_abroad else "no",
    }
