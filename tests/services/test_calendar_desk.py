"""One-off closures: who may enter them, what they move, and what a filing made earlier still counts by."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.domain.jalali import to_gregorian
from assistant.domain.office_calendar import NATIONAL
from assistant.domain.people import Actor, Office, Role, User
from assistant.services.access import NotFound, Refused
from assistant.services.calendar_desk import CalendarDesk, ClosureRefused
from tests.fakes.clock import FixedClock
from tests.fakes.memory_store import MemoryStore
from tests.tiny_house.house import library_of
from tests.tiny_house.office_days import made_up_calendar

DAY = to_gregorian("1405-09-08")
SUPERVISOR = Actor("s", "laleh", "لاله مهرجو", Role.SUPERVISOR, "office")


@pytest.fixture
def clock():
    return FixedClock()


@pytest.fixture
def desk(clock):
    store = MemoryStore()
    with store.begin() as work:
        work.add_office(Office("office", "دفتر", "1", "isfahan"))
        work.add_user(User("s", "laleh", "لاله مهرجو", Role.SUPERVISOR, "office", ""))
    library = replace(library_of([], []), calendar=made_up_calendar())
    return CalendarDesk(store, library, clock)


def add(desk, day: date = DAY, scope: str = NATIONAL):
    return desk.add(SUPERVISOR, day, scope, "دلیل", "منبع")


def test_without_closures_the_calendar_is_that_of_the_library(desk):
    assert desk.current().version == made_up_calendar().version


def test_a_closure_closes_its_day_and_changes_the_version(desk):
    before = desk.current()
    add(desk)
    after = desk.current()
    assert before.is_open(DAY)
    assert not after.is_open(DAY)
    assert after.version != before.version


def test_a_closure_of_a_province_closes_the_day_there_only(desk):
    add(desk, scope="isfahan")
    assert not desk.current().is_open(DAY, "isfahan")
    assert desk.current().is_open(DAY, "tehran")


def test_the_derived_calendar_is_made_once_until_the_book_changes(desk):
    add(desk)
    assert desk.current() is desk.current()
    first = desk.current()
    add(desk, to_gregorian("1405-09-10"))
    assert desk.current() is not first


def test_a_withdrawn_closure_opens_its_day_again(desk):
    closure = add(desk)
    desk.withdraw(SUPERVISOR, closure.id, "لغو شد")
    assert desk.current().is_open(DAY)
    line = desk.lines(SUPERVISOR)[0]
    assert (line.closure.id, line.withdrawn_by, line.withdrawn_why) == (closure.id, "لاله مهرجو", "لغو شد")


def test_an_earlier_moment_knows_only_what_was_known_then(desk, clock):
    before = clock.now()
    clock.advance(minutes=1)
    add(desk)
    assert desk.of_office("office", at=before)[0].is_open(DAY)
    assert not desk.of_office("office", at=clock.now())[0].is_open(DAY)
    assert desk.of_office("office")[1] == "isfahan"


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.SUPERVISOR])
def test_nobody_else_enters_or_withdraws(desk, role):
    other = replace(SUPERVISOR, role=role)
    with pytest.raises(Refused):
        desk.add(other, DAY, NATIONAL, "دلیل", "منبع")
    with pytest.raises(Refused):
        desk.withdraw(other, "any", "دلیل")


@pytest.mark.parametrize(
    ("day", "scope", "reason", "source", "code"),
    [
        (DAY, NATIONAL, " ", "منبع", "empty"),
        (DAY, NATIONAL, "دلیل", "", "empty"),
        (DAY, "atlantis", "دلیل", "منبع", "place"),
        (date(1990, 1, 1), NATIONAL, "دلیل", "منبع", "outside_tables"),
    ],
)
def test_a_closure_without_sense_is_refused(desk, day, scope, reason, source, code):
    with pytest.raises(ClosureRefused) as refused:
        desk.add(SUPERVISOR, day, scope, reason, source)
    assert refused.value.code == code
    assert desk.lines(SUPERVISOR) == []


def test_a_day_closed_everywhere_needs_no_closure_of_a_province(desk):
    add(desk)
    with pytest.raises(ClosureRefused):
        add(desk, scope="isfahan")


def test_a_closure_that_does_not_stand_cannot_be_withdrawn(desk):
    with pytest.raises(NotFound):
        desk.withdraw(SUPERVISOR, "none", "دلیل")
    with pytest.raises(ClosureRefused):
        desk.withdraw(SUPERVISOR, "none", " ")
