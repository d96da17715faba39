"""The engine decides between letter and slip, with the last day before any outage day is taken out."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assistant.domain.deadline import NotCountable
from assistant.domain.jalali import from_gregorian, to_gregorian
from assistant.domain.office_calendar import Closure, NoCalendarData
from assistant.domain.outage import OutageScope
from assistant.domain.outage_letter import FollowUp
from assistant.services.access import NotFound, Refused
from assistant.services.outage_decision import NoLetter, Visit
from assistant.services.outage_papers import LetterIncomplete, NotForLetter, NotSignable
from tests.services.outage_world import (
    AUDITOR,
    CLERK,
    COLLEAGUE,
    MANAGER,
    NAME,
    ONCE,
    STRANGER,
    SUPERVISOR,
    TODAY,
    World,
    at,
    told,
    visit_ending,
)

TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def outage(world):
    return world.outage()


def test_last_day_today_opens_the_letter_with_the_count_as_proof(world, outage):
    decision = world.papers.decide(CLERK, outage.id, visit_ending(TODAY))
    assert decision.is_for_letter
    assert decision.deadline.last_day == TODAY
    letter = world.papers.make_letter(CLERK, outage.id, visit_ending(TODAY), told(), ONCE)
    assert letter.document["act"]["computed_last_day"] == "1405-09-01"
    assert letter.document["act"]["is_last_day_today"] is True
    assert [row.value for row in letter.count] == ["روز آغاز", "روز ۱ تا ۱۰", "روز اقدام", "آخرین روز"]


@pytest.mark.parametrize("last_day", [YESTERDAY, TOMORROW, TODAY + timedelta(days=8), TODAY - timedelta(days=40)])
def test_never_a_letter_for_somebody_whose_last_day_is_another_day(world, outage, last_day):
    visit = visit_ending(last_day)
    assert world.papers.decide(CLERK, outage.id, visit).no_letter is NoLetter.NOT_TODAY
    with pytest.raises(NotForLetter):
        world.papers.make_letter(CLERK, outage.id, visit, told(), ONCE)
    assert world.papers.of_office(CLERK) == []
    slip = world.papers.make_slip(CLERK, outage.id, visit, NAME, ONCE)
    assert not slip.is_letter
    assert slip.document["last_day"] == from_gregorian(world.papers.decide(CLERK, outage.id, visit).deadline.last_day)


def test_the_outage_day_itself_is_not_taken_out_before_deciding(world, outage):
    """Errata 16: with today taken out the last day would be tomorrow, and nobody would ever get a letter."""
    decision = world.papers.decide(CLERK, outage.id, visit_ending(TODAY))
    assert decision.after is not None
    assert decision.after.last_day == TOMORROW
    assert decision.is_for_letter


def test_yesterdays_outage_does_not_bring_yesterdays_last_day_to_today():
    world = World(day=YESTERDAY)
    world.outage()
    world.go_to("10:00")
    decision = world.papers.decide(CLERK, world.outages.open(CLERK).id, visit_ending(YESTERDAY))
    assert decision.deadline.last_day == YESTERDAY
    assert decision.no_letter is NoLetter.NOT_TODAY
    assert decision.after is not None
    assert decision.after.last_day == TOMORROW


def test_a_last_day_that_rolled_over_a_holiday_to_today_opens_the_letter():
    saturday = to_gregorian("1405-09-07")
    world = World(day=saturday)
    outage = world.outage()
    decision = world.papers.decide(CLERK, outage.id, visit_ending(saturday - timedelta(days=1)))
    assert [each.day for each in decision.deadline.skipped] == [saturday - timedelta(days=1)]
    assert decision.is_for_letter


def test_a_closure_entered_this_morning_moves_the_last_day_to_today(world, outage):
    closure = Closure("c", YESTERDAY, "isfahan", "برف", "اطلاعیه", "x", at("07:00"))
    assert not world.papers.decide(CLERK, outage.id, visit_ending(YESTERDAY)).is_for_letter
    world.calendar = world.calendar.with_closures([closure])
    assert world.papers.decide(CLERK, outage.id, visit_ending(YESTERDAY)).is_for_letter
    world.calendar = world.calendar.with_closures([replace(closure, scope="tehran")])
    assert not world.papers.decide(CLERK, outage.id, visit_ending(YESTERDAY)).is_for_letter


def test_with_several_outages_the_days_of_all_are_in_the_count_after_deciding(world, outage):
    world.outages.restore(CLERK, outage.id, at("10:00"), work_went_on=False)
    world.go_to("10:00", TOMORROW)
    second = world.outage()
    decision = world.papers.decide(CLERK, second.id, visit_ending(TODAY))
    assert decision.no_letter is NoLetter.NOT_TODAY
    assert decision.after is not None
    assert decision.after.last_day == TOMORROW + timedelta(days=1)
    assert world.papers.decide(CLERK, second.id, visit_ending(TOMORROW)).is_for_letter


def test_no_letter_for_an_outage_that_ended_in_time_or_is_another_days(world, outage):
    world.go_to("12:00")
    world.outages.restore(CLERK, outage.id, at("11:00"), work_went_on=True)
    assert world.papers.decide(CLERK, outage.id, visit_ending(TODAY)).no_letter is NoLetter.NOT_DOWN
    world.go_to("09:00", TOMORROW)
    assert world.papers.decide(CLERK, outage.id, visit_ending(TOMORROW)).no_letter is NoLetter.NOT_DOWN


def test_restored_too_late_to_file_the_letter_tells_when(world, outage):
    world.go_to("15:00")
    world.outages.restore(CLERK, outage.id, at("14:30"), work_went_on=False)
    letter = world.papers.make_letter(CLERK, outage.id, visit_ending(TODAY), told(), ONCE)
    assert letter.document["outage"]["restored"] == {"date": "1405-09-01", "time": "14:30"}
    assert "۱۴:۳۰" in letter.document["statement"]["facts_fa"]


def test_an_outage_withdrawn_opens_no_letter(world, outage):
    world.outages.withdraw(CLERK, outage.id, "اشتباه")
    assert world.papers.decide(CLERK, outage.id, visit_ending(TODAY)).no_letter is NoLetter.NOT_DOWN


def test_an_outage_of_this_office_alone_opens_the_letter_and_moves_no_day(world):
    outage = world.outage(scope=OutageScope.THIS_OFFICE_ONLY)
    decision = world.papers.decide(CLERK, outage.id, visit_ending(TODAY))
    assert decision.is_for_letter
    assert decision.after is not None
    assert decision.after.last_day == TODAY


def test_a_period_the_court_set_is_counted_with_its_days(world, outage):
    visit = Visit("court_word", TODAY - timedelta(days=6), court_days=5)
    assert world.papers.decide(CLERK, outage.id, visit).is_for_letter


@pytest.mark.parametrize(
    ("visit", "problem"),
    [
        (Visit("nothing", TODAY), NotFound),
        (Visit("at_once", TODAY), NotCountable),
        (Visit("return_answer", to_gregorian("1420-01-01")), NoCalendarData),
    ],
)
def test_what_cannot_be_counted_is_told_and_never_guessed(world, outage, visit, problem):
    with pytest.raises(problem):
        world.papers.decide(CLERK, outage.id, visit)


def test_the_letter_follows_its_schema_and_holds_what_was_told(world, outage):
    letter = world.papers.make_letter(CLERK, outage.id, visit_ending(TODAY), told(queue_number="3"), ONCE)
    document = letter.document
    assert document["client"]["queue_number"] == "3"
    assert "licence_or_poa" not in document["client"]
    assert document["office"] == {"name_fa": "دفتر 1", "code": "1", "manager": "مدیر نمونه", "city": "اصفهان"}
    assert document["case"]["service"] == {
        "date": from_gregorian(visit_ending(TODAY).start),
        "mode": "electronic_viewed",
    }
    assert document["statement"]["request_fa"] == ["گواهی", "فرستادن به شعبه نمونه"]
    assert document["signatures"]["manager"] is False
    assert NAME in document["statement"]["facts_fa"]


def test_what_is_missing_is_named_at_its_place_and_no_number_is_used_up(world):
    bare = world.outages.open(CLERK)
    with pytest.raises(LetterIncomplete) as incomplete:
        world.papers.make_letter(CLERK, bare.id, visit_ending(TODAY), told(full_name="", arrived_at=""), ONCE)
    paths = {each.path for each in incomplete.value.problems}
    assert paths == {
        "outage.symptoms_fa", "outage.attempts", "outage.local_checks", "client.full_name", "client.arrived_at",
    }  # fmt: skip
    assert all(each.message for each in incomplete.value.problems)
    outage = world.outage()
    letter = world.papers.make_letter(CLERK, outage.id, visit_ending(TODAY), told(), ONCE)
    assert letter.number == "1405/د/1"


def test_letters_and_slips_are_numbered_per_office_and_jalali_year():
    last = to_gregorian("1405-12-29")
    world = World(day=last)
    outage = world.outage()
    numbers = [world.papers.make_slip(CLERK, outage.id, None, "", f"slip-of-number-{each}").number for each in range(2)]
    numbers.append(world.papers.make_letter(CLERK, outage.id, visit_ending(last), told(), ONCE).number)
    foreign = world.outages.open(STRANGER)
    numbers.append(world.papers.make_slip(STRANGER, foreign.id, None, "", ONCE).number)
    world.go_to("09:00", last + timedelta(days=1))
    numbers.append(world.papers.make_slip(CLERK, outage.id, None, "", "slip-of-next-year").number)
    assert numbers == ["1405/ب/1", "1405/ب/2", "1405/د/1", "1405/ب/1", "1406/ب/1"]


def test_a_sheet_sent_twice_makes_one_letter(world, outage):
    first = world.papers.make_letter(CLERK, outage.id, visit_ending(TODAY), told(), ONCE)
    again = world.papers.make_letter(CLERK, outage.id, visit_ending(TODAY), told(full_name="دیگری"), ONCE)
    assert again == first
    assert len(world.papers.of_office(CLERK)) == 1
    assert world.acts().count("letter.made") == 1


@pytest.mark.parametrize("once", ["", "short", "a" * 41, "شناسه-فارسی-بلند", "../../../../etc"])
def test_a_sheet_without_a_sound_name_of_its_own_is_not_taken(world, outage, once):
    with pytest.raises(NotFound):
        world.papers.make_slip(CLERK, outage.id, None, "", once)


def test_the_manager_signs_with_name_and_time_and_once(world, outage):
    letter = world.papers.make_letter(CLERK, outage.id, visit_ending(TODAY), told(), ONCE)
    with pytest.raises(Refused):
        world.papers.sign(CLERK, letter.id)
    world.go_to("10:30")
    signed = world.papers.sign(MANAGER, letter.id)
    assert (signed.signer, signed.signed_at) == (MANAGER.full_name, at("10:30"))
    world.go_to("11:00")
    assert world.papers.sign(MANAGER, letter.id).signed_at == at("10:30")
    assert world.papers.open(COLLEAGUE, letter.id).view.signer == MANAGER.full_name


def test_a_slip_or_a_void_letter_is_not_signed(world, outage):
    slip = world.papers.make_slip(CLERK, outage.id, None, NAME, ONCE)
    letter = world.papers.make_letter(CLERK, outage.id, visit_ending(TODAY), told(), "another-sheet-1")
    world.papers.void(MANAGER, letter.id, "نام نادرست")
    for each in (slip, letter):
        with pytest.raises(NotSignable):
            world.papers.sign(MANAGER, each.id)
    assert world.papers.open(CLERK, letter.id).paper.voided_why == "نام نادرست"
    next_one = world.papers.make_letter(CLERK, outage.id, visit_ending(TODAY), told(), "another-sheet-2")
    assert next_one.number == "1405/د/2"


def test_what_became_of_a_letter_is_kept_and_the_latest_telling_holds(world, outage):
    letter = world.papers.make_letter(CLERK, outage.id, visit_ending(TODAY), told(), ONCE)
    world.papers.follow_up(CLERK, letter.id, FollowUp(sent_by="fax"))
    last = FollowUp("in_person", "12:00", "77", "1405-09-02", "99900")
    world.papers.follow_up(COLLEAGUE, letter.id, last)
    assert world.papers.open(CLERK, letter.id).paper.follow_up == last


def test_the_document_has_the_same_bytes_each_time_and_each_print_is_logged(world, outage):
    letter = world.papers.make_letter(CLERK, outage.id, visit_ending(TODAY), told(), ONCE)
    first = world.papers.document(CLERK, letter.id)[1]
    world.clock.advance(days=3)
    assert world.papers.document(MANAGER, letter.id)[1] == first
    assert world.acts().count("paper.printed") == 2


def test_papers_of_another_office_are_not_found_and_supervisors_read_none(world, outage):
    letter = world.papers.make_letter(CLERK, outage.id, visit_ending(TODAY), told(), ONCE)
    for act in (world.papers.open, world.papers.document):
        with pytest.raises(NotFound):
            act(STRANGER, letter.id)
        with pytest.raises(Refused):
            act(SUPERVISOR, letter.id)
    assert world.papers.open(AUDITOR, letter.id).paper.number == letter.number
    with pytest.raises(NotFound):
        world.papers.make_slip(STRANGER, outage.id, None, "", ONCE)


def test_the_slip_of_somebody_without_a_period_has_the_record_alone(world, outage):
    slip = world.papers.make_slip(CLERK, outage.id, None, "", ONCE)
    assert (slip.count, slip.document["last_day"]) == ((), None)
    assert slip.document["sentences"] == ["مهلتی نیست."]
    assert "مراجعه‌کننده" in slip.document["opening"]


def test_a_slip_tells_the_own_last_day_and_what_the_outage_makes_of_it(world, outage):
    slip = world.papers.make_slip(CLERK, outage.id, visit_ending(TODAY), NAME, ONCE)
    assert len(slip.document["sentences"]) == 3  # the last day, the day after the outage, and that it still goes on
    plain = world.papers.make_slip(CLERK, outage.id, visit_ending(TOMORROW), NAME, "another-sheet-1")
    assert len(plain.document["sentences"]) == 1


def test_nothing_of_the_applicant_stands_in_the_audit_log(world, outage):
    world.papers.make_letter(CLERK, outage.id, visit_ending(TODAY), told(), ONCE)
    with world.store.read() as work:
        texts = [f"{each.object_id} {dict(each.detail)}" for each in work.audit_entries()]
    assert not any(NAME in text or "9990000018" in text for text in texts)
