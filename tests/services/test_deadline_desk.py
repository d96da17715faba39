"""The worklist in the order of the work, and a review that follows a closure entered while a draft is open."""

import json
from dataclasses import replace

import pytest

from assistant.checks.review import Reviewer
from assistant.domain.jalali import to_gregorian
from assistant.domain.office_calendar import NATIONAL
from assistant.domain.people import Actor, Office, Role, User
from assistant.services.calendar_desk import CalendarDesk
from assistant.services.counted_deadline import DeadlineState, counted, rank
from assistant.services.deadline_desk import MOST_OWN, DeadlineDesk, DeadlineRefused
from assistant.services.drafting import Drafting
from tests import ROOT
from tests.fakes.clock import FixedClock
from tests.fakes.memory_store import MemoryStore
from tests.tiny_house.house import ON, field, form_of, library_of, rule, template_of
from tests.tiny_house.office_days import deadline, made_up_calendar, made_up_periods

VALUES = tuple((ROOT / "schemas/values").glob("*.json"))
FORM = form_of(field("served", "jalali_date"), field("note"))
LATE = rule("late", "today > last_day('return_answer', served)", "served", message="گذشته است.")
CLERK = Actor("c", "negar", "نگار سپهری", Role.CLERK, "office")
SUPERVISOR = Actor("s", "laleh", "لاله مهرجو", Role.SUPERVISOR, "office")


@pytest.fixture
def world():
    """Store, library, clock, calendar desk, deadline desk and drafting."""
    store, clock = MemoryStore(), FixedClock()
    with store.begin() as work:
        work.add_office(Office("office", "دفتر", "1", "isfahan"))
        for actor in (CLERK, SUPERVISOR):
            work.add_user(User(actor.user_id, actor.name, actor.full_name, actor.role, "office", ""))
    template = replace(template_of(FORM), deadlines=(deadline(FORM, "return_answer", "served"),))
    library = library_of([template], [])
    schemas = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in VALUES}
    library = replace(library, value_schemas=schemas, calendar=made_up_calendar(), periods=made_up_periods())
    calendar = CalendarDesk(store, library, clock)
    desk = DeadlineDesk(store, library, calendar, clock, lambda events, at: b"")
    return store, library, clock, calendar, desk, Drafting(store, Reviewer(library), clock)


def drafted(drafting, served):
    draft = drafting.start(CLERK, "tiny")
    return drafting.fill(CLERK, draft.id, {"served": served}, []).draft


def last_days(desk):
    return [row.counted.last_day.isoformat() for row in desk.worklist(CLERK).rows]


def test_a_closure_moves_every_open_deadline_at_once(world):
    _, _, _, calendar, desk, drafting = world
    for _ in range(3):
        drafted(drafting, "1405-08-27")
    before = last_days(desk)
    calendar.add(SUPERVISOR, to_gregorian("1405-09-08"), NATIONAL, "دلیل", "منبع")
    assert (set(before), set(last_days(desk))) == ({"2026-11-29"}, {"2026-11-30"})


def test_a_changed_answer_changes_the_deadline(world):
    *_, desk, drafting = world
    draft = drafted(drafting, "1405-08-27")
    first = last_days(desk)
    drafting.fill(CLERK, draft.id, {"served": "1405-08-28"}, [])
    assert first != last_days(desk)


def test_a_review_follows_the_calendar_of_the_office(world):
    store, library, clock, calendar, _, _ = world
    with_rule = replace(library, rules={LATE.id: LATE})
    drafting = Drafting(store, Reviewer(with_rule), clock)
    draft = drafted(drafting, "1405-08-19")  # the last day is 30 Aban, a working day; today is 1 Azar
    assert [each.rule for each in drafting.open(CLERK, draft.id).review.findings] == ["late"]
    calendar.add(SUPERVISOR, to_gregorian("1405-08-30"), "isfahan", "دلیل", "منبع")
    assert drafting.open(CLERK, draft.id).review.findings == ()


def test_a_draft_takes_only_so_many_deadlines(world):
    *_, desk, drafting = world
    draft = drafting.start(CLERK, "tiny")
    for number in range(MOST_OWN):
        desk.put(CLERK, draft.id, "return_answer", to_gregorian(f"1405-08-{number + 1:02}"))
    with pytest.raises(DeadlineRefused) as refused:
        desk.put(CLERK, draft.id, "return_answer", to_gregorian("1405-07-01"))
    assert refused.value.code == "too_many"


def test_an_unknown_period_is_refused(world):
    *_, desk, drafting = world
    draft = drafting.start(CLERK, "tiny")
    with pytest.raises(DeadlineRefused):
        desk.put(CLERK, draft.id, "nothing", ON)


def test_today_stands_before_tomorrow_and_both_before_what_is_past():
    calendar, period = made_up_calendar(), made_up_periods()["return_answer"]
    starts = ("1405-08-10", "1405-08-12", "1405-08-27", "1405-08-20", "1405-08-25", "1500-01-01")
    found = sorted((counted(period, to_gregorian(each), calendar, ON) for each in starts), key=rank)
    assert [each.state for each in found] == [
        DeadlineState.TODAY,
        DeadlineState.AHEAD,
        DeadlineState.AHEAD,
        DeadlineState.PAST,
        DeadlineState.PAST,
        DeadlineState.UNCOUNTED,
    ]
    assert [each.remaining for each in found[:3]] == [0, 5, 6]
    assert found[3].last_day > found[4].last_day
    assert found[5].reason.code == "no_calendar"
