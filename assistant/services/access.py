"""Who may do what: one table of act × role × scope, and the gate that asks it. What is not written here is refused."""

from collections.abc import Mapping
from enum import StrEnum

from assistant.domain.people import Actor, Role
from assistant.ports import AuditEntry, Clock, Store


class Act(StrEnum):
    """Everything a person can do. Each page and each service names the act it performs."""

    SIGN_IN = "sign_in"
    SIGN_OUT = "sign_out"
    HOME_READ = "home_read"
    DESK_READ = "desk_read"
    DRAFT_START = "draft_start"
    DRAFT_READ = "draft_read"
    DRAFT_WRITE = "draft_write"
    FILING_MAKE = "filing_make"
    FILING_READ = "filing_read"
    LIBRARY_READ = "library_read"
    EXAMPLES_RUN = "examples_run"
    PEOPLE_MANAGE = "people_manage"
    AUDIT_VERIFY = "audit_verify"
    DEADLINES_READ = "deadlines_read"
    DEADLINES_WRITE = "deadlines_write"
    CALENDAR_WRITE = "calendar_write"
    CALCULATE = "calculate"
    OFFICE_READ = "office_read"
    OUTAGE_RECORD = "outage_record"
    OUTAGE_EXPORT = "outage_export"
    LETTER_READ = "letter_read"
    LETTER_SIGN = "letter_sign"
    BOARD_PRINT = "board_print"
    BOARD_SCREEN = "board_screen"
    CURRENCY_READ = "currency_read"
    USE_READ = "use_read"
    WORD_PROPOSE = "word_propose"
    WORD_DECIDE = "word_decide"


class Scope(StrEnum):
    """Whose thing it is, seen from the actor."""

    OWN = "own"  # made by the actor, in the office the actor works in today
    OFFICE = "office"  # made by somebody else of the same office
    OTHER = "other"  # of another office, also when the actor made it before moving


class Refused(Exception):
    """The actor's role does not include this act at all."""


class NotFound(Exception):
    """Unknown to this actor: nothing tells a thing that does not exist from one of somebody else."""


PUBLIC_ACTS = frozenset({Act.SIGN_IN, Act.BOARD_SCREEN})
"""Acts that need no session."""

_OWN = frozenset({Scope.OWN})
_OFFICE = frozenset({Scope.OWN, Scope.OFFICE})
_ALL = frozenset(Scope)
_EVERYONE = dict.fromkeys(Role, _OWN)
_DRAFTERS = {Role.CLERK: _OWN, Role.OFFICE_MANAGER: _OFFICE}

POLICY: Mapping[Act, Mapping[Role, frozenset[Scope]]] = {
    Act.SIGN_IN: _EVERYONE,
    Act.SIGN_OUT: _EVERYONE,
    Act.HOME_READ: _EVERYONE,
    Act.DESK_READ: _DRAFTERS,
    Act.DRAFT_START: {Role.CLERK: _OWN, Role.OFFICE_MANAGER: _OWN},
    Act.DRAFT_READ: _DRAFTERS,
    Act.DRAFT_WRITE: _DRAFTERS,
    Act.FILING_MAKE: _DRAFTERS,
    Act.FILING_READ: {**_DRAFTERS, Role.AUDITOR: _ALL},
    Act.LIBRARY_READ: _EVERYONE,
    Act.EXAMPLES_RUN: {Role.EXPERT: _OWN, Role.APPROVER: _OWN},
    Act.PEOPLE_MANAGE: {Role.ADMINISTRATOR: _ALL},
    Act.AUDIT_VERIFY: {Role.AUDITOR: _ALL},
    Act.DEADLINES_READ: _EVERYONE,
    Act.DEADLINES_WRITE: _DRAFTERS,
    Act.CALENDAR_WRITE: {Role.SUPERVISOR: _ALL},
    Act.CALCULATE: _EVERYONE,
    Act.OFFICE_READ: {Role.CLERK: _OFFICE, Role.OFFICE_MANAGER: _OFFICE, Role.SUPERVISOR: _ALL, Role.AUDITOR: _ALL},
    Act.OUTAGE_RECORD: {Role.CLERK: _OFFICE, Role.OFFICE_MANAGER: _OFFICE},
    Act.OUTAGE_EXPORT: {Role.OFFICE_MANAGER: _OFFICE, Role.AUDITOR: _ALL},
    Act.LETTER_READ: {Role.CLERK: _OFFICE, Role.OFFICE_MANAGER: _OFFICE, Role.AUDITOR: _ALL},
    Act.LETTER_SIGN: {Role.OFFICE_MANAGER: _OFFICE},
    Act.BOARD_PRINT: {Role.CLERK: _OFFICE, Role.OFFICE_MANAGER: _OFFICE, Role.SUPERVISOR: _ALL},
    Act.BOARD_SCREEN: _EVERYONE,
    Act.CURRENCY_READ: _EVERYONE,
    Act.WORD_PROPOSE: {Role.CLERK: _OFFICE, Role.OFFICE_MANAGER: _OFFICE},
    Act.WORD_DECIDE: {Role.OFFICE_MANAGER: _OFFICE},
    Act.USE_READ: dict.fromkeys((Role.EXPERT, Role.APPROVER, Role.SUPERVISOR, Role.AUDITOR), _ALL),
}


def scope_of(actor: Actor, office_id: str, owner_id: str) -> Scope:
    if office_id != actor.office_id:
        return Scope.OTHER
    return Scope.OWN if owner_id == actor.user_id else Scope.OFFICE


def may(role: Role, act: Act, scope: Scope = Scope.OWN) -> bool:
    return scope in POLICY.get(act, {}).get(role, frozenset())


def may_at_all(role: Role, act: Act) -> bool:
    """Whether the role has the act in any scope: what a route asks before anything is looked up."""
    return bool(POLICY.get(act, {}).get(role))


def require(actor: Actor, act: Act, *, office_id: str | None = None, owner_id: str | None = None) -> None:
    """Raises Refused when the role never does this, NotFound when it does but not with this thing.

    Without ``office_id`` the act concerns nothing but the actor.
    """
    if not may_at_all(actor.role, act):
        raise Refused(act)
    scope = Scope.OWN if office_id is None else scope_of(actor, office_id, owner_id or "")
    if not may(actor.role, act, scope):
        raise NotFound


class Gate:
    """Admits people to acts, and writes each refusal to the audit log."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    def admit(self, actor: Actor, act: Act) -> None:
        """Raises Refused, once recorded."""
        if not may_at_all(actor.role, act):
            self.note_refusal(actor, act, "")
            raise Refused(act)

    def note_refusal(self, actor: Actor, act: Act, object_id: str) -> None:
        """One entry for an act refused or a thing not found; ``object_id`` is cut, it may be anything typed."""
        with self._store.begin() as work:
            now = self._clock.now()
            work.audit(AuditEntry(now, actor.user_id, actor.office_id, "access.refused", object_id[:40], {"act": act}))
