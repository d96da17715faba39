"""The policy table, and how it is asked."""

import pytest

from assistant.domain.people import Actor, Role
from assistant.services.access import POLICY, Act, Gate, NotFound, Refused, Scope, may, may_at_all, require, scope_of
from tests.fakes.clock import FixedClock
from tests.fakes.memory_store import MemoryStore

WRITES = {Act.DRAFT_START, Act.DRAFT_WRITE, Act.FILING_MAKE}
PETITIONS = WRITES | {Act.DESK_READ, Act.DRAFT_READ, Act.FILING_READ}


def person(role=Role.CLERK, user="u1", office="o1"):
    return Actor(user, user, user, role, office)


def test_every_act_is_in_the_table_and_an_act_that_is_not_is_refused():
    assert set(POLICY) == set(Act)
    assert not may(Role.CLERK, "fly")


def test_only_clerks_and_managers_come_near_a_petition_and_auditors_read_filings():
    for role in Role:
        reach = {act for act in PETITIONS if may_at_all(role, act)}
        if role in (Role.CLERK, Role.OFFICE_MANAGER):
            assert reach == PETITIONS
        else:
            assert reach == ({Act.FILING_READ} if role is Role.AUDITOR else set())


def test_nobody_writes_in_another_office():
    assert not any(may(role, act, Scope.OTHER) for role in Role for act in WRITES)


def test_an_administrator_manages_people_and_nobody_else_does():
    assert [role for role in Role if may_at_all(role, Act.PEOPLE_MANAGE)] == [Role.ADMINISTRATOR]


def test_an_auditor_writes_nothing():
    assert {act for act in Act if may_at_all(Role.AUDITOR, act)} <= {
        Act.SIGN_IN, Act.SIGN_OUT, Act.HOME_READ, Act.FILING_READ, Act.LIBRARY_READ, Act.AUDIT_VERIFY,
        Act.DEADLINES_READ, Act.CALCULATE, Act.OFFICE_READ, Act.OUTAGE_EXPORT, Act.LETTER_READ, Act.BOARD_SCREEN,
        Act.CURRENCY_READ, Act.USE_READ,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("office", "owner", "scope"),
    [("o1", "u1", Scope.OWN), ("o1", "u2", Scope.OFFICE), ("o2", "u2", Scope.OTHER), ("o2", "u1", Scope.OTHER)],
)
def test_what_was_made_in_another_office_is_not_ones_own_any_more(office, owner, scope):
    assert scope_of(person(), office, owner) is scope


def test_a_role_without_the_act_is_refused_before_anything_is_looked_up():
    with pytest.raises(Refused):
        require(person(Role.EXPERT), Act.DRAFT_READ, office_id="o1", owner_id="u1")


def test_somebody_elses_thing_is_not_found():
    with pytest.raises(NotFound):
        require(person(), Act.DRAFT_READ, office_id="o1", owner_id="u2")
    require(person(Role.OFFICE_MANAGER), Act.DRAFT_READ, office_id="o1", owner_id="u2")
    with pytest.raises(NotFound):
        require(person(Role.OFFICE_MANAGER), Act.DRAFT_READ, office_id="o2", owner_id="u2")


def test_a_thing_without_an_owner_is_nobodys_own():
    with pytest.raises(NotFound):
        require(person(), Act.DRAFT_READ, office_id="o1")


def test_the_gate_records_each_refusal_once_and_admissions_never():
    store = MemoryStore()
    gate = Gate(store, FixedClock())
    gate.admit(person(), Act.DESK_READ)
    with pytest.raises(Refused):
        gate.admit(person(), Act.PEOPLE_MANAGE)
    gate.note_refusal(person(), Act.DRAFT_READ, "x" * 500)
    with store.read() as work:
        first, second = work.audit_entries()
    assert (first.act, first.user_id, first.detail) == ("access.refused", "u1", {"act": "people_manage"})
    assert len(second.object_id) == 40
