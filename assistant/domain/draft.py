"""A draft (پیش‌نویس), the changes it went through, and the filings (نسخهٔ آمادهٔ ثبت) made from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from assistant.domain.answers import Answers


@dataclass(frozen=True, slots=True)
class Draft:
    id: str  # random, opaque
    number: str  # «1405-00012», unique within the office
    office_id: str
    owner_id: str
    template_id: str
    template_version: str
    answers: Answers
    revision: int  # 0 when new; every save raises it by one
    filing_date: date  # the frozen «today» of checks
    created: datetime
    changed: datetime
    submitted_steps: frozenset[str] = frozenset()
    reasons: Mapping[str, str] = field(default_factory=dict)  # finding key → why the clerk goes on
    is_archived: bool = False


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """One saved step in a draft's history. ``before``/``after`` hold the raw value at ``path`` (None: absent)."""

    draft_id: str
    revision: int  # the revision this change produced
    user_id: str
    at: datetime
    kind: str  # answer | step | undo | reason, or an act on a list: add_item, close_list …
    paths: tuple[str, ...]
    before: Mapping[str, Any] = field(default_factory=dict)  # path → value
    after: Mapping[str, Any] = field(default_factory=dict)
    previous: Answers | None = None  # the whole answers before, for undo


@dataclass(frozen=True, slots=True)
class Filing:
    """A printed filing: everything needed to derive its bytes again."""

    id: str
    number: str
    draft_id: str
    office_id: str
    draft_revision: int
    template_id: str
    template_version: str
    library_version: str
    content_hash: str  # printed in the footer
    sha256: str  # of the DOCX file
    made_by: str
    made_at: datetime
    filing_date: date
    answers: Answers
    finding_keys: tuple[str, ...]
    reasons: Mapping[str, str] = field(default_factory=dict)
    manifest_id: str | None = None  # what it was checked against; None for those made before this was kept
