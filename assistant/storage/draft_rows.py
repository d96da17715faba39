"""Drafts with their numbers and histories, and the filings made from them."""

from collections.abc import Sequence

from sqlalchemy import bindparam, insert, select, text, update

from assistant.domain.draft import AnswerChange, Draft, Filing
from assistant.ports import RevisionConflict
from assistant.storage import records, schema
from assistant.storage.rows import Rows

_DRAFT = select(schema.draft).where(schema.draft.c.id == bindparam("draft_id"))
_OFFICE_DRAFTS = (
    select(schema.draft)
    .where(schema.draft.c.office_id == bindparam("office"))
    .order_by(schema.draft.c.changed.desc(), schema.draft.c.id)
)
_LIVE_DRAFTS = _OFFICE_DRAFTS.where(schema.draft.c.is_archived.is_(False))
_KEPT = ("id", "number", "office_id", "created")  # what no save changes
_SAVE = (
    update(schema.draft)
    .where(schema.draft.c.id == bindparam("draft_id"), schema.draft.c.revision == bindparam("previous_revision"))
    .values({column.name: bindparam(column.name) for column in schema.draft.c if column.name not in _KEPT})
)
_ADD_CHANGE = insert(schema.change)
_HISTORY = (
    select(schema.change).where(schema.change.c.draft_id == bindparam("draft_id")).order_by(schema.change.c.revision)
)
_FILING = select(schema.filing).where(schema.filing.c.id == bindparam("filing_id"))
_DRAFT_FILINGS = (
    select(schema.filing)
    .where(schema.filing.c.draft_id == bindparam("draft_id"))
    .order_by(schema.filing.c.made_at, schema.filing.c.number)
)
_NEXT_NUMBER = text(
    "INSERT INTO draft_counter (office_id, jalali_year, last) VALUES (:office, :year, 1) "
    "ON CONFLICT (office_id, jalali_year) DO UPDATE SET last = draft_counter.last + 1 RETURNING last"
)


def draft_number(jalali_year: int, count: int) -> str:
    return f"{jalali_year}-{count:05d}"


def check_change(draft: Draft, change: AnswerChange) -> None:
    """A save and its history speak of the same draft and revision."""
    if (change.draft_id, change.revision) != (draft.id, draft.revision):
        raise ValueError("the change does not belong to this revision of the draft")


class DraftRows(Rows):
    def add_draft(self, draft: Draft) -> None:
        self._write(insert(schema.draft), records.draft_row(draft, self._sealer))

    def draft(self, draft_id: str) -> Draft | None:
        row = self._connection.execute(_DRAFT, {"draft_id": draft_id}).one_or_none()
        return None if row is None else records.draft_from_row(row, self._sealer)

    def drafts_of_office(self, office_id: str, *, include_archived: bool = False) -> Sequence[Draft]:
        """Last changed first."""
        statement = _OFFICE_DRAFTS if include_archived else _LIVE_DRAFTS
        rows = self._connection.execute(statement, {"office": office_id})
        return [records.draft_from_row(row, self._sealer) for row in rows]

    def next_draft_number(self, office_id: str, jalali_year: int) -> str:
        count: int = self._write(_NEXT_NUMBER, {"office": office_id, "year": jalali_year}).scalar_one()
        return draft_number(jalali_year, count)

    def save_draft(self, draft: Draft, change: AnswerChange) -> None:
        check_change(draft, change)
        row = records.draft_row(draft, self._sealer)
        values = {name: value for name, value in row.items() if name not in _KEPT}
        values |= {"draft_id": draft.id, "previous_revision": draft.revision - 1}
        if self._write(_SAVE, values).rowcount != 1:
            raise RevisionConflict(draft.id)
        self._write(_ADD_CHANGE, records.change_row(change, self._sealer))

    def history(self, draft_id: str) -> Sequence[AnswerChange]:
        rows = self._connection.execute(_HISTORY, {"draft_id": draft_id})
        return [records.change_from_row(row, self._sealer) for row in rows]

    def add_filing(self, filing: Filing) -> None:
        self._write(insert(schema.filing), records.filing_row(filing, self._sealer))

    def filing(self, filing_id: str) -> Filing | None:
        row = self._connection.execute(_FILING, {"filing_id": filing_id}).one_or_none()
        return None if row is None else records.filing_from_row(row, self._sealer)

    def filings_of_draft(self, draft_id: str) -> Sequence[Filing]:
        """Oldest first."""
        rows = self._connection.execute(_DRAFT_FILINGS, {"draft_id": draft_id})
        return [records.filing_from_row(row, self._sealer) for row in rows]
