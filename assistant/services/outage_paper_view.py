"""Letters and slips as strings in their final form: the one source of the DOCX and of the page on the screen."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.domain.characters import persian_digits, printed_text
from assistant.domain.jalali import show_date
from assistant.domain.outage_texts import OutageTexts
from assistant.domain.people import Office
from assistant.services.filing_rows import LabelValue
from assistant.services.filing_words import joined, ordinal
from assistant.services.office_time import office_date
from assistant.services.outage_letter import clock_text
from assistant.services.outage_paper import Paper


@dataclass(frozen=True, slots=True)
class BoxLine:
    """Two values side by side, or one over the whole width."""

    first: LabelValue
    second: LabelValue
    is_wide: bool


@dataclass(frozen=True, slots=True)
class Box:
    title: str
    lines: tuple[BoxLine, ...]


@dataclass(frozen=True, slots=True)
class AttemptRow:
    index: str
    date: str
    time: str
    result: str
    picture: str  # head of the screenshot's SHA-256


@dataclass(frozen=True, slots=True)
class PaperHead:
    title: str
    office_name: str
    office_line: str
    number: str
    date: str
    time: str
    mark: str  # number and hash of the entry in the office's book


@dataclass(frozen=True, slots=True)
class LetterView:
    head: PaperHead
    addressee: str
    subject: str
    greeting: str
    facts: str
    boxes: tuple[Box, ...]
    attempts: tuple[AttemptRow, ...]
    count: tuple[LabelValue, ...]
    basis: tuple[str, ...]
    requests: tuple[str, ...]
    limits: str
    signer: str
    signed_at: str
    client: str
    witnesses: tuple[str, ...]
    attachments: tuple[str, ...]
    copies: tuple[str, ...]
    is_void: bool


@dataclass(frozen=True, slots=True)
class SlipView:
    head: PaperHead
    opening: str
    sentences: tuple[str, ...]
    boxes: tuple[Box, ...]
    attempts: tuple[AttemptRow, ...]
    count: tuple[LabelValue, ...]
    readings: tuple[LabelValue, ...]
    basis: tuple[str, ...]
    limits: str


def letter_view(texts: OutageTexts, paper: Paper, office: Office) -> LetterView:
    document = paper.document
    addressee, statement = document["addressee"], document["statement"]
    signed = paper.signed_at
    return LetterView(
        head=_head(texts.letter, paper, office, document["letter"]),
        addressee=printed_text(joined([addressee.get("name", ""), addressee["title_fa"]])),
        subject=printed_text(document["letter"]["subject_fa"]),
        greeting=texts.letter["greeting"],
        facts=printed_text(statement["facts_fa"]),
        boxes=tuple(_letter_boxes(texts, document)),
        attempts=_attempts(document["outage"]),
        count=paper.count,
        basis=tuple(printed_text(each) for each in statement["legal_basis"]),
        requests=tuple(printed_text(each) for each in statement["request_fa"]),
        limits=texts.letter["limits"],
        signer=paper.signer,
        signed_at=f"{show_date(office_date(signed))}، {persian_digits(clock_text(signed))}" if signed else "",
        client=printed_text(paper.client),
        witnesses=tuple(printed_text(each) for each in document["signatures"].get("witnesses", ())),
        attachments=tuple(_attachment(each) for each in document["letter"].get("attachments", ())),
        copies=tuple(printed_text(each) for each in document["letter"].get("copies_to", ())),
        is_void=paper.is_void,
    )


def slip_view(texts: OutageTexts, paper: Paper, office: Office) -> SlipView:
    document = paper.document
    return SlipView(
        head=_head(texts.slip, paper, office, document),
        opening=document["opening"],
        sentences=tuple(document["sentences"]),
        boxes=(_outage_box(texts, document["outage"]),),
        attempts=_attempts(document["outage"]),
        count=paper.count,
        readings=tuple(LabelValue(title, day) for title, day in document["readings"]),
        basis=texts.basis if paper.count else (),
        limits=texts.slip["limits"],
    )


def _head(words: Mapping[str, Any], paper: Paper, office: Office, dated: Mapping[str, Any]) -> PaperHead:
    return PaperHead(
        title=words["title"],
        office_name=printed_text(office.name),
        office_line=printed_text(office.number),
        number=persian_digits(paper.number),
        date=show_date(dated["date"]),
        time=persian_digits(dated["time"]),
        mark=f"{paper.entry}-{paper.hash[:12]}",
    )


def _letter_boxes(texts: OutageTexts, document: Mapping[str, Any]) -> Iterator[Box]:
    yield _outage_box(texts, document["outage"])
    client, case, act = document["client"], document["case"], document["act"]
    yield Box(texts.title("client"), _lines(_rows(texts, "client", client, {"role": "roles"}, _CLIENT)))
    case = {**case, "decision_date": show_date(case["decision_date"])}
    service = {**case["service"], "date": show_date(case["service"]["date"])}
    rows = _rows(texts, "case", case, {"decision_kind": "decision_kinds"}, _CASE)
    rows += _rows(texts, "case.service", service, {"mode": "service_modes"}, _SERVICE)
    yield Box(texts.title("case"), _lines(rows))
    act = {**act, "computed_last_day": show_date(act["computed_last_day"])}
    yield Box(texts.title("act"), _lines(_rows(texts, "act", act, {}, _ACT)))


_CLIENT = ("full_name", "national_id", "role", "licence_or_poa", "principal_name", "identity_checked", "arrived_at",
           "queue_number", "contact")  # fmt: skip
_CASE = ("case_number", "archive_number", "court_fa", "decision_kind", "decision_number", "decision_date")
_SERVICE = ("date", "mode", "proof")
_OUTAGE = ("systems", "first_failure", "restored", "scope", "symptoms_fa", "error_codes", "support_ticket",
           "announcement_ref")  # fmt: skip
_LOCAL = ("power_ok", "internet_ok", "other_office_affected", "other_office_name")
_SHORT = 34  # letters that fit half a line
_ACT = ("kind_fa", "period_days", "computed_last_day", "prepared_documents", "fee_ready", "draft_reference")


def _outage_box(texts: OutageTexts, outage: Mapping[str, Any]) -> Box:
    shown = {
        "systems": joined([texts.word("systems", each) for each in outage["systems"]]),
        "first_failure": _moment(outage["first_failure"]),
        "restored": _moment(outage["restored"]) if outage["restored"] else texts.words["states"]["still_down"],
        "scope": texts.word("scopes", outage["scope"]),
    }
    rows = _rows(texts, "outage", {**outage, **shown}, {}, _OUTAGE)
    checks = outage.get("local_checks")
    if checks is not None:
        states = texts.words["states"]
        power = {name: states["works" if checks[name] else "fails"] for name in ("power_ok", "internet_ok")}
        told = {**checks, **power}
        rows += _rows(texts, "outage.local_checks", told, {"other_office_affected": "affected"}, _LOCAL)
    return Box(texts.title("outage"), _lines(rows))


def _rows(
    texts: OutageTexts, path: str, values: Mapping[str, Any], coded: Mapping[str, str], names: Sequence[str]
) -> list[LabelValue]:
    """One row for each value that is there, named by the schema's titles."""
    return [
        LabelValue(texts.title(f"{path}.{name}"), _shown(texts, values[name], coded.get(name, "")))
        for name in names
        if values.get(name) not in (None, "", [])
    ]


def _lines(rows: Sequence[LabelValue]) -> tuple[BoxLine, ...]:
    """Short values stand two in a line, in their order."""
    lines: list[BoxLine] = []
    waiting: LabelValue | None = None
    for row in rows:
        if waiting is not None and len(row.value) <= _SHORT:
            lines.append(BoxLine(waiting, row, is_wide=False))
            waiting = None
            continue
        lines += _wide(waiting)
        waiting = None if len(row.value) > _SHORT else row
        lines += _wide(row) if waiting is None else []
    return (*lines, *_wide(waiting))


def _wide(row: LabelValue | None) -> list[BoxLine]:
    return [] if row is None else [BoxLine(row, LabelValue(), is_wide=True)]


def _shown(texts: OutageTexts, value: Any, kind: str) -> str:
    if isinstance(value, bool):
        return texts.word("affected", "yes" if value else "no")
    if isinstance(value, list):
        return printed_text(joined([str(each) for each in value]))
    return printed_text(texts.word(kind, value) if kind else str(value))


def _attempts(outage: Mapping[str, Any]) -> tuple[AttemptRow, ...]:
    return tuple(
        AttemptRow(
            index=ordinal(index),
            date=show_date(each["date"]),
            time=persian_digits(each["time"]),
            result=printed_text(each["result_fa"]),
            picture=(each.get("screenshot") or "")[:12],
        )
        for index, each in enumerate(outage.get("attempts", ()))
    )


def _attachment(each: Mapping[str, Any]) -> str:
    mark = each.get("sha256", "")[:12]
    return joined([printed_text(each["title_fa"]), mark], " ")


def _moment(moment: Mapping[str, str]) -> str:
    return f"{show_date(moment['date'])}، {persian_digits(moment['time'])}"
