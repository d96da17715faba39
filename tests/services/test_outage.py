"""Recording an outage: one press opens it, every act is one entry, nothing false or foreign gets in."""

from base64 import b64decode
from datetime import timedelta

import pytest

from assistant.domain.ledger import Book, verified_lines
from assistant.domain.outage import Affected, LocalChecks, OutageFacts, OutageScope, System
from assistant.services.access import NotFound, Refused
from assistant.services.outage import LARGEST_PICTURE, OutageRefused
from assistant.services.outage_book import days_lost, outage_days
from tests.services.outage_world import (
    AUDITOR,
    CLERK,
    COLLEAGUE,
    EXPERT,
    MANAGER,
    STRANGER,
    SUPERVISOR,
    TODAY,
    World,
    at,
)

PNG, JPEG = b"\x89PNG\r\n\x1a\n" + b"x" * 100, b"\xff\xd8\xff\xe0" + b"x" * 100
TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)


@pytest.fixture
def world() -> World:
    return World()


def days(world: World, today=TODAY):
    with world.store.read() as work:
        return sorted(outage_days(work, "office-1", today))


def test_one_press_opens_an_outage_from_this_moment(world):
    outage = world.outages.open(CLERK)
    assert (outage.first_failure, outage.is_open, outage.facts.scope) == (at("10:00"), True, OutageScope.UNKNOWN)
    assert world.outages.one(COLLEAGUE, outage.id) == outage


def test_pressed_again_by_anybody_of_the_office_it_is_the_same_outage(world):
    first = world.outages.open(CLERK)
    world.clock.advance(minutes=5)
    assert world.outages.open(COLLEAGUE) == first
    assert world.outages.open(STRANGER).id != first.id


def test_after_it_is_restored_a_press_opens_another(world):
    first = world.outage()
    world.go_to("11:00")
    world.outages.restore(CLERK, first.id, at("11:00"), work_went_on=True)
    second = world.outages.open(CLERK)
    assert [each.id for each in world.outages.of_office(CLERK)] == [second.id, first.id]


def test_all_that_was_told_reads_back(world):
    outage = world.outages.open(CLERK)
    facts = OutageFacts(
        (System.PAYMENT_GATEWAY, System.SIGNATURE), OutageScope.CITY, "خطا", ("504", "E2"), "T-9", "اطلاعیه"
    )
    world.outages.describe(CLERK, outage.id, facts, at("09:15"))
    world.outages.attempt(COLLEAGUE, outage.id, at("09:50"), "خطای ۵۰۴", PNG)
    world.outages.attempt(CLERK, outage.id, at("09:20"), "پاسخ نداد")
    world.outages.check(CLERK, outage.id, LocalChecks(True, False, Affected.NO, "دفتر ۳"))
    world.outages.restore(CLERK, outage.id, at("10:00"), work_went_on=True)
    found = world.outages.one(CLERK, outage.id)
    assert (found.facts, found.first_failure) == (facts, at("09:15"))
    assert [(each.at, each.result, each.user_id) for each in found.attempts] == [
        (at("09:20"), "پاسخ نداد", CLERK.user_id),
        (at("09:50"), "خطای ۵۰۴", COLLEAGUE.user_id),
    ]
    assert found.checks == LocalChecks(True, False, Affected.NO, "دفتر ۳")
    assert found.restored is not None
    assert (found.restored.at, found.restored.work_went_on) == (at("10:00"), True)


@pytest.mark.parametrize(("content", "mime"), [(PNG, "image/png"), (JPEG, "image/jpeg")])
def test_a_screenshot_is_known_by_its_first_bytes_and_kept_in_a_book_of_its_own(world, content, mime):
    outage = world.outages.open(CLERK)
    world.outages.attempt(CLERK, outage.id, at("10:00"), "خطا", content)
    picture = world.outages.one(CLERK, outage.id).attempts[0].picture
    assert picture is not None
    assert (picture.mime, picture.size) == (mime, len(content))
    assert world.outages.picture_content(MANAGER, outage.id, picture.id) == content
    with world.store.read() as work:
        assert b64decode(work.ledger(Book.PICTURES, "office-1")[0].body["content"]) == content
        assert all("content" not in (each.body.get("picture") or {}) for each in work.ledger(Book.OUTAGE, "office-1"))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (PNG + b"x" * LARGEST_PICTURE, "picture_size"),
        (b"GIF89a", "picture_kind"),
        (b"<svg onload=alert(1)>", "picture_kind"),
        (b"\x89PN", "picture_kind"),
        (b"%PDF-1.7", "picture_kind"),
    ],
)
def test_a_file_too_large_or_of_another_kind_is_refused_and_nothing_is_written(world, content, code):
    outage = world.outages.open(CLERK)
    with pytest.raises(OutageRefused) as refused:
        world.outages.attempt(CLERK, outage.id, at("10:00"), "خطا", content)
    assert refused.value.code == code
    assert world.outages.one(CLERK, outage.id).attempts == ()


def test_a_picture_of_exactly_the_limit_is_taken(world):
    outage = world.outages.open(CLERK)
    world.outages.attempt(CLERK, outage.id, at("10:00"), "خطا", PNG.ljust(LARGEST_PICTURE, b"x"))
    assert len(world.outages.one(CLERK, outage.id).attempts) == 1


def test_times_that_cannot_be_are_refused(world):
    outage = world.outage()
    world.go_to("10:30")
    outages, facts = world.outages, outage.facts
    cases = (
        ("in_the_future", lambda: outages.attempt(CLERK, outage.id, at("10:31"), "خطا")),
        ("before_failure", lambda: outages.attempt(CLERK, outage.id, at("09:59"), "خطا")),
        ("after_attempt", lambda: outages.describe(CLERK, outage.id, facts, at("10:20"))),
        ("in_the_future", lambda: outages.describe(CLERK, outage.id, facts, at("10:31"))),
        ("before_failure", lambda: outages.restore(CLERK, outage.id, at("09:00"), work_went_on=True)),
        ("in_the_future", lambda: outages.restore(CLERK, outage.id, at("10:31"), work_went_on=True)),
    )
    for code, act in cases:
        with pytest.raises(OutageRefused) as told:
            act()
        assert told.value.code == code
    assert world.outages.one(CLERK, outage.id) == outage


def test_an_outage_entered_by_mistake_stays_in_the_book_and_takes_nothing_more(world):
    outage = world.outage()
    assert days(world) == [TODAY]
    world.outages.withdraw(CLERK, outage.id, "قطع برق بود")
    assert world.outages.one(CLERK, outage.id).withdrawn_why == "قطع برق بود"
    assert days(world) == []
    with pytest.raises(OutageRefused) as refused:
        world.outages.attempt(CLERK, outage.id, at("10:00"), "خطا")
    assert refused.value.code == "ended"
    assert world.outages.open(CLERK).id != outage.id


def test_a_day_is_lost_only_when_nothing_could_be_filed_to_its_end(world):
    outage = world.outage()
    assert days(world) == [TODAY]
    assert days(world, TOMORROW) == [TODAY, TOMORROW]
    world.go_to("15:00")
    world.outages.restore(CLERK, outage.id, at("13:00"), work_went_on=True)
    assert days(world, TOMORROW) == []
    world.outages.restore(CLERK, outage.id, at("15:00"), work_went_on=False)
    assert days(world, TOMORROW) == [TODAY]


def test_restored_later_every_day_up_to_that_one_is_lost(world):
    outage = world.outage()
    world.go_to("09:00", TOMORROW)
    world.outages.restore(CLERK, outage.id, at("09:00", TOMORROW), work_went_on=True)
    assert days(world, TOMORROW) == [TODAY]
    assert days_lost(world.outages.one(CLERK, outage.id), TOMORROW) == (TODAY,)


def test_the_days_of_several_outages_come_together_each_once(world):
    world.go_to("10:00", YESTERDAY)
    first = world.outage()
    world.outages.restore(CLERK, first.id, at("10:00", YESTERDAY), work_went_on=False)
    world.go_to("08:00")
    second = world.outage()
    world.outages.restore(CLERK, second.id, at("08:00"), work_went_on=False)
    world.outage()
    assert days(world) == [YESTERDAY, TODAY]


@pytest.mark.parametrize("scope", list(OutageScope))
def test_only_what_is_wider_than_one_office_feeds_the_count_of_periods(world, scope):
    world.outage(scope=scope)
    assert (days(world) == [TODAY]) == (scope in {OutageScope.NATIONAL, OutageScope.PROVINCIAL, OutageScope.CITY})


def test_nobody_sees_or_writes_the_outages_of_another_office(world):
    outage = world.outage()
    acts = (
        lambda: world.outages.one(STRANGER, outage.id),
        lambda: world.outages.attempt(STRANGER, outage.id, at("10:00"), "خطا"),
        lambda: world.outages.withdraw(STRANGER, outage.id, "x"),
        lambda: world.outages.of_office(STRANGER, "office-1"),
        lambda: list(world.outages.export(MANAGER, "office-2")),
        lambda: world.outages.one(CLERK, "nothing"),
    )
    for act in acts:
        with pytest.raises(NotFound):
            act()
    assert world.outages.one(SUPERVISOR, outage.id).id == outage.id
    for act in (lambda: world.outages.open(EXPERT), lambda: list(world.outages.export(CLERK))):
        with pytest.raises(Refused):
            act()


def test_an_auditor_reads_every_office(world):
    foreign = world.outages.open(STRANGER)
    assert world.outages.one(AUDITOR, foreign.id) == foreign
    assert world.outages.of_office(AUDITOR, "office-2") == (foreign,)
    assert verified_lines(world.outages.export(AUDITOR, "office-2")).count == 1


def test_the_export_is_a_chain_that_anybody_can_check(world):
    world.outage()
    lines = list(world.outages.export(MANAGER))
    assert (verified_lines(lines).count, verified_lines(lines).is_intact) == (4, True)
    assert not verified_lines([*lines[:1], *lines[2:]]).is_intact
    assert world.acts()[-1] == "outage.exported"


def test_every_act_leaves_one_entry_in_the_audit_log_with_ids_only(world):
    outage = world.outage()
    with world.store.read() as work:
        entries = [each for each in work.audit_entries() if each.act != "ledger.begun"]
    assert [each.act for each in entries] == [
        "outage.opened", "outage.described", "outage.attempted", "outage.checked",
    ]  # fmt: skip
    assert {each.object_id for each in entries} == {outage.id}
    assert all(not each.detail for each in entries)
