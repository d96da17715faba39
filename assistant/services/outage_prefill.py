"""What a draft and the last letter already tell, so that the counter need not type it again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.checks.deadline_starts import PeriodStart, starts_of
from assistant.checks.review import Reviewer
from assistant.domain.library import Library
from assistant.domain.outage_letter import CasePart, ClientPart, OfficePart, Particulars
from assistant.domain.people import Actor, Role
from assistant.ports import Clock, Store, Transaction
from assistant.services import outage_book as book
from assistant.services.access import Act, NotFound, may, require, scope_of
from assistant.services.desk import party_line, party_name
from assistant.services.filing_words import joined, numbered_branch
from assistant.services.name_phrases import and_list
from assistant.services.office_time import office_date
from assistant.services.outage_paper import papers_of

_ROLES = {
    "attorney": "lawyer",
    "natural_guardian": "guardian",
    "appointed_guardian": "guardian",
    "manager": "legal_person_rep",
    "legal_officer": "legal_person_rep",
    "company_officer": "legal_person_rep",
}


@dataclass(frozen=True, slots=True)
class DraftChoice:
    id: str
    number: str
    title: str
    parties: str


@dataclass(frozen=True, slots=True)
class Prefill:
    told: Particulars
    starts: tuple[PeriodStart, ...] = ()

    @classmethod
    def nothing(cls) -> "Prefill":
        return cls(Particulars())


class OutagePrefill:
    def __init__(self, store: Store, library: Library, reviewer: Reviewer, clock: Clock) -> None:
        self._store, self._library, self._reviewer, self._clock = store, library, reviewer, clock

    def drafts(self, actor: Actor) -> Sequence[DraftChoice]:
        """The drafts the actor may read, the latest first."""
        require(actor, Act.DRAFT_READ)
        with self._store.read() as work:
            drafts = work.drafts_of_office(actor.office_id)
        return [
            DraftChoice(each.id, each.number, self._title(each.template_id), party_line(each.answers.values))
            for each in drafts
            if may(actor.role, Act.DRAFT_READ, scope_of(actor, each.office_id, each.owner_id))
        ]

    def of(self, actor: Actor, draft_id: str) -> Prefill:
        """From the draft, if one is named, and from the office's last letter."""
        with self._store.read() as work:
            office = _office_part(work, actor.office_id)
            if not draft_id:
                return Prefill(Particulars(office=office))
            draft = work.draft(draft_id)
        template = self._library.templates.get(draft.template_id) if draft else None
        if draft is None or template is None:
            raise NotFound
        require(actor, Act.DRAFT_READ, office_id=draft.office_id, owner_id=draft.owner_id)
        today = office_date(self._clock.now())
        derived = self._reviewer.review(template, draft.answers, today).derived
        told = Particulars(
            office=office,
            client=_client(derived.effective),
            case=_case(derived.effective),
            prepared_documents=(template.title, *_documents(derived.effective)),
        )
        return Prefill(told, starts_of(template, derived, today, self._library.parameters))

    def _title(self, template_id: str) -> str:
        template = self._library.templates.get(template_id)
        return template.title if template else template_id


def _office_part(work: Transaction, office_id: str) -> OfficePart:
    """The manager by name, the rest as in the last letter."""
    managers = [
        user.full_name
        for user in work.users()
        if user.office_id == office_id and user.role is Role.OFFICE_MANAGER and not user.is_disabled
    ]
    letters = [each for each in papers_of(book.entries_in(work, office_id)).values() if each.is_letter]
    last: Mapping[str, str] = letters[-1].document["office"] if letters else {}
    return OfficePart(
        manager=managers[0] if managers else "",
        city=last.get("city", ""),
        address=last.get("address", ""),
        phone=last.get("phone", ""),
    )


def _client(answers: Mapping[str, Any]) -> ClientPart:
    """Who stands for the first side: its first representative, else its first person."""
    parties, representatives = _people(answers.get("plaintiffs")), _people(answers.get("representatives"))
    names = [name for each in parties if (name := party_name(each))]
    if representatives:
        first = representatives[0]
        return ClientPart(
            full_name=party_name(first),
            national_id=_text(first, "national_id"),
            role=_ROLES.get(_text(first, "rep_type"), "representative"),
            licence_or_poa=_text(first, "license_no"),
            principal_name=and_list(names),
        )
    if not parties:
        return ClientPart()
    is_person = not parties[0].get("entity_name")
    return ClientPart(
        full_name=party_name(parties[0]) if is_person else "",
        national_id=_text(parties[0], "national_id") if is_person else "",
        role="party" if is_person else "legal_person_rep",
        principal_name="" if is_person else names[0],
    )


def _case(answers: Mapping[str, Any]) -> CasePart:
    """From the judgment the petition is about, where it has one."""
    judgment = answers.get("judgment")
    if not isinstance(judgment, Mapping):
        return CasePart()
    is_order = judgment.get("decision_kind") == "order"
    is_default = judgment.get("presence") == "default"
    branch, court, city = (_text(judgment, key) for key in ("branch", "court_name", "city"))
    place = "" if city in court else city
    return CasePart(
        case_number=_text(judgment, "case_no"),
        court_fa=joined([numbered_branch(branch), court, place], " "),
        decision_kind="court_order" if is_order else ("default_judgment" if is_default else "judgment"),
        decision_number=_text(judgment, "judgment_no"),
        decision_date=_text(judgment, "judgment_date"),
    )


def _documents(answers: Mapping[str, Any]) -> Sequence[str]:
    return [title for each in _people(answers.get("evidence_items")) if (title := _text(each, "title"))]


def _people(items: object) -> Sequence[Mapping[str, Any]]:
    return [each for each in items if isinstance(each, Mapping)] if isinstance(items, list) else []


def _text(holder: Mapping[str, Any], key: str) -> str:
    value = holder.get(key)
    return value if isinstance(value, str) else ""
