"""An outage of the national system (اختلال سامانه) as an office recorded it: what failed, when, and what was tried."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum


class System(StrEnum):
    OFFICE_PORTAL = "office_portal"
    SANA_IDENTITY = "sana_identity"
    SERVICE_OF_PAPERS = "service_of_papers"
    PAYMENT_GATEWAY = "payment_gateway"
    CIVIL_REGISTRY_LOOKUP = "civil_registry_lookup"
    SIGNATURE = "signature"
    NETWORK_OF_JUDICIARY = "network_of_judiciary"
    OTHER = "other"


class OutageScope(StrEnum):
    NATIONAL = "national"
    PROVINCIAL = "provincial"
    CITY = "city"
    THIS_OFFICE_ONLY = "this_office_only"
    UNKNOWN = "unknown"


class Affected(StrEnum):
    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


WIDE = frozenset({OutageScope.NATIONAL, OutageScope.PROVINCIAL, OutageScope.CITY})
"""Outages that are more than one office's: whether a single office is «the judicial body» of art. 444 is disputed."""


@dataclass(frozen=True, slots=True)
class OutageFacts:
    systems: tuple[System, ...] = (System.OFFICE_PORTAL,)
    scope: OutageScope = OutageScope.UNKNOWN
    symptoms: str = ""
    error_codes: tuple[str, ...] = ()
    support_ticket: str = ""
    announcement_ref: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A screenshot; its bytes stand in a book of their own, sealed."""

    id: str
    sha256: str
    mime: str
    size: int


@dataclass(frozen=True, slots=True)
class Attempt:
    at: datetime
    result: str
    user_id: str
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class LocalChecks:
    power_ok: bool
    internet_ok: bool
    other_office_affected: Affected
    other_office_name: str = ""


@dataclass(frozen=True, slots=True)
class Restored:
    at: datetime
    work_went_on: bool  # filing was possible again on that very day
    user_id: str


@dataclass(frozen=True, slots=True)
class Outage:
    id: str
    office_id: str
    opened_at: datetime
    opened_by: str
    first_failure: datetime
    facts: OutageFacts = field(default_factory=OutageFacts)
    attempts: tuple[Attempt, ...] = ()
    checks: LocalChecks | None = None
    restored: Restored | None = None
    withdrawn_why: str = ""  # entered by mistake

    @property
    def is_withdrawn(self) -> bool:
        return bool(self.withdrawn_why)

    @property
    def is_open(self) -> bool:
        return self.restored is None and not self.is_withdrawn

    @property
    def counts(self) -> bool:
        """Whether its days feed the count of periods."""
        return not self.is_withdrawn and self.facts.scope in WIDE


def lost_days(first: date, restored: date | None, today: date, *, work_went_on: bool) -> tuple[date, ...]:
    """The days on which nothing could be filed to the end: by art. 444 the day of work possible again counts itself."""
    last = today if restored is None else restored - timedelta(days=int(work_went_on))
    return tuple(first + timedelta(days=number) for number in range((last - first).days + 1))
