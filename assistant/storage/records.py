"""Rows ↔ domain values. What is personal becomes one JSON text that is sealed as a whole."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row

from assistant.domain.answers import Answers
from assistant.domain.draft import AnswerChange, Draft, Filing
from assistant.domain.manifest import FilingUse, UsedItem
from assistant.domain.people import Office, Role, Session, User
from assistant.storage.sealing import Place, Sealer

type Values = dict[str, Any]


def to_bytes(content: object) -> bytes:
    """JSON that gives back every character, lone surrogates too."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def from_bytes(content: bytes) -> Any:
    return json.loads(content.decode("utf-8", "surrogatepass"))


def answers_as_json(answers: Answers) -> Values:
    return {
        "values": answers.values,
        "unknown": sorted(answers.unknown),
        "blank": sorted(answers.blank),
        "open": sorted(answers.open_lists),
        "partial": answers.is_partial,
    }


def answers_from_json(content: Mapping[str, Any]) -> Answers:
    return Answers(
        values=content["values"],
        unknown=frozenset(content["unknown"]),
        blank=frozenset(content["blank"]),
        open_lists=frozenset(content["open"]),
        is_partial=content["partial"],
    )


def change_as_json(change: AnswerChange) -> Values:
    return {
        "paths": change.paths,
        "before": change.before,
        "after": change.after,
        "previous": None if change.previous is None else answers_as_json(change.previous),
    }


def change_from_json(
    content: Mapping[str, Any], *, draft_id: str, revision: int, user_id: str, at: Any, kind: str
) -> AnswerChange:
    previous = content["previous"]
    return AnswerChange(
        draft_id=draft_id,
        revision=revision,
        user_id=user_id,
        at=at,
        kind=kind,
        paths=tuple(content["paths"]),
        before=content["before"],
        after=content["after"],
        previous=None if previous is None else answers_from_json(previous),
    )


def draft_row(draft: Draft, sealer: Sealer) -> Values:
    return {
        "id": draft.id,
        "number": draft.number,
        "office_id": draft.office_id,
        "owner_id": draft.owner_id,
        "template_id": draft.template_id,
        "template_version": draft.template_version,
        "revision": draft.revision,
        "filing_date": draft.filing_date,
        "created": draft.created,
        "changed": draft.changed,
        "submitted_steps": json.dumps(sorted(draft.submitted_steps)),
        "is_archived": draft.is_archived,
        "sealed_answers": sealer.seal(_draft_place(draft.id, "sealed_answers", draft.revision), _answers_text(draft)),
        "sealed_reasons": sealer.seal(
            _draft_place(draft.id, "sealed_reasons", draft.revision), to_bytes(dict(draft.reasons))
        ),
    }


def draft_from_row(row: Row[Any], sealer: Sealer) -> Draft:
    answers = sealer.open(_draft_place(row.id, "sealed_answers", row.revision), row.sealed_answers)
    reasons = sealer.open(_draft_place(row.id, "sealed_reasons", row.revision), row.sealed_reasons)
    return Draft(
        id=row.id,
        number=row.number,
        office_id=row.office_id,
        owner_id=row.owner_id,
        template_id=row.template_id,
        template_version=row.template_version,
        answers=answers_from_json(from_bytes(answers)),
        revision=row.revision,
        filing_date=row.filing_date,
        created=row.created,
        changed=row.changed,
        submitted_steps=frozenset(json.loads(row.submitted_steps)),
        reasons=from_bytes(reasons),
        is_archived=row.is_archived,
    )


def change_row(change: AnswerChange, sealer: Sealer) -> Values:
    place = _change_place(change.draft_id, change.revision)
    return {
        "draft_id": change.draft_id,
        "revision": change.revision,
        "user_id": change.user_id,
        "at": change.at,
        "kind": change.kind,
        "sealed_change": sealer.seal(place, to_bytes(change_as_json(change))),
    }


def change_from_row(row: Row[Any], sealer: Sealer) -> AnswerChange:
    content = from_bytes(sealer.open(_change_place(row.draft_id, row.revision), row.sealed_change))
    return change_from_json(
        content, draft_id=row.draft_id, revision=row.revision, user_id=row.user_id, at=row.at, kind=row.kind
    )


_FILING_CLEAR = (
    "id",
    "number",
    "draft_id",
    "office_id",
    "draft_revision",
    "template_id",
    "template_version",
    "library_version",
    "content_hash",
    "sha256",
    "made_by",
    "made_at",
    "filing_date",
    "manifest_id",
)


def filing_row(filing: Filing, sealer: Sealer) -> Values:
    findings = {"keys": filing.finding_keys, "reasons": dict(filing.reasons)}
    return {name: getattr(filing, name) for name in _FILING_CLEAR} | {
        "sealed_answers": sealer.seal(_filing_place(filing.id, "sealed_answers"), _answers_text(filing)),
        "sealed_findings": sealer.seal(_filing_place(filing.id, "sealed_findings"), to_bytes(findings)),
    }


def filing_from_row(row: Row[Any], sealer: Sealer) -> Filing:
    answers = sealer.open(_filing_place(row.id, "sealed_answers"), row.sealed_answers)
    findings = from_bytes(sealer.open(_filing_place(row.id, "sealed_findings"), row.sealed_findings))
    return Filing(
        **{name: getattr(row, name) for name in _FILING_CLEAR},
        answers=answers_from_json(from_bytes(answers)),
        finding_keys=tuple(findings["keys"]),
        reasons=findings["reasons"],
    )


def filing_use_from_row(row: Row[Any], item_id: str, sealer: Sealer) -> FilingUse:
    """Of the sealed part only whether the rule is among the findings."""
    findings = from_bytes(sealer.open(_filing_place(row.id, "sealed_findings"), row.sealed_findings))
    return FilingUse(
        filing_id=row.id,
        number=row.number,
        office_id=row.office_id,
        template_id=row.template_id,
        library_version=row.library_version,
        made_at=row.made_at,
        filing_date=row.filing_date,
        item=UsedItem(row.kind, item_id, row.version),
        has_fired=row.kind == "rule" and any(key.startswith(f"{item_id}@") for key in findings["keys"]),
    )


def office_from_row(row: Row[Any]) -> Office:
    return Office(id=row.id, name=row.name, number=row.number, province=row.province)


def user_row(user: User) -> Values:
    return {
        "id": user.id,
        "name": user.name,
        "full_name": user.full_name,
        "role": user.role.value,
        "office_id": user.office_id or None,
        "password_hash": user.password_hash,
        "is_disabled": user.is_disabled,
        "epoch": user.epoch,
    }


def user_from_row(row: Row[Any], prefix: str = "") -> User:
    values = {name.removeprefix(prefix): value for name, value in row._mapping.items() if name.startswith(prefix)}
    return user_from_values(values)


def user_from_values(values: Values) -> User:
    """From the columns of ``person``, also as a bare driver gives them."""
    return User(
        **values
        | {
            "office_id": values["office_id"] or "",
            "role": Role(values["role"]),
            "is_disabled": bool(values["is_disabled"]),
        }
    )


def session_row(session: Session) -> Values:
    return {name: getattr(session, name) for name in Session.__slots__}


def session_from_row(row: Row[Any]) -> Session:
    return Session(**{name: getattr(row, name) for name in Session.__slots__})


def _answers_text(holder: Draft | Filing) -> bytes:
    return to_bytes(answers_as_json(holder.answers))


def _draft_place(draft_id: str, column: str, revision: int) -> Place:
    return Place("draft", draft_id, column, revision)


def _change_place(draft_id: str, revision: int) -> Place:
    return Place("draft_change", draft_id, "sealed_change", revision)


def _filing_place(filing_id: str, column: str) -> Place:
    return Place("filing", filing_id, column)
