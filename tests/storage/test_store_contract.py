"""What every store does alike: in memory, on SQLite, on PostgreSQL."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from assistant.domain.answers import Answers
from assistant.domain.manifest import UsedItem, manifest_of
from assistant.ports import ConstraintBroken, RevisionConflict, Store, Transaction
from tests.storage.samples import (
    DRAFT,
    NAZARI,
    NOON,
    OFFICE,
    OTHER_OFFICE,
    REZA,
    SARA,
    entry,
    filing_of,
    furnished,
    last_name_in,
    next_revision,
    save_names,
    session_of,
)


def test_a_draft_reads_back_exactly(office: Store) -> None:
    with office.read() as transaction:
        assert transaction.draft(DRAFT.id) == DRAFT


def test_an_unknown_draft_is_none(office: Store) -> None:
    with office.read() as transaction:
        assert transaction.draft("draft-of-nobody") is None


def test_every_character_of_an_answer_is_kept(office: Store) -> None:
    names = ["می‌روم", "«نقل»\t۱۲۳", "a\u0000b", "\ud800", "👩‍⚖️", "x" * 60_000]
    draft = replace(DRAFT, id="odd", number="1405-00009", answers=Answers({"names": names}))
    with office.begin() as transaction:
        transaction.add_draft(draft)
    with office.read() as transaction:
        assert transaction.draft("odd") == draft


def test_what_is_read_cannot_change_what_is_stored(office: Store) -> None:
    with office.read() as transaction:
        draft = transaction.draft(DRAFT.id)
    assert draft is not None
    draft.answers.values["plaintiffs"][0]["last_name"] = "دیگری"
    assert last_name_in(office) == NAZARI


def test_saving_writes_the_draft_and_its_history(office: Store) -> None:
    saved, change = next_revision(DRAFT, "احمدی")
    with office.begin() as transaction:
        transaction.save_draft(saved, change)
    with office.read() as transaction:
        assert transaction.draft(DRAFT.id) == saved
        assert transaction.history(DRAFT.id) == [change]


def test_history_is_told_oldest_first_with_the_answers_before_each_step(office: Store) -> None:
    save_names(office, "یک", "دو", "سه")
    with office.read() as transaction:
        history = transaction.history(DRAFT.id)
    before = [each.previous.values["plaintiffs"][0]["last_name"] for each in history if each.previous]
    assert [each.revision for each in history] == [1, 2, 3]
    assert before == [NAZARI, "یک", "دو"]


def test_an_answer_that_was_absent_before_is_told_apart_from_an_empty_one(office: Store) -> None:
    saved, change = next_revision(DRAFT, "احمدی")
    change = replace(change, before={"a": None, "b": ""}, after={"a": [], "b": {"x": 1}}, previous=None)
    with office.begin() as transaction:
        transaction.save_draft(saved, change)
    with office.read() as transaction:
        assert transaction.history(DRAFT.id) == [change]


def test_the_second_of_two_savers_gets_a_conflict_and_writes_nothing(office: Store) -> None:
    first, first_change = next_revision(DRAFT, "از سارا")
    second, second_change = next_revision(DRAFT, "از رضا", user=REZA)
    with office.begin() as transaction:
        transaction.save_draft(first, first_change)

    def save_second() -> None:
        with office.begin() as transaction:
            transaction.audit(entry(1))
            transaction.save_draft(second, second_change)

    with pytest.raises(RevisionConflict):
        save_second()
    with office.read() as transaction:
        assert transaction.draft(DRAFT.id) == first
        assert transaction.history(DRAFT.id) == [first_change]
        assert transaction.audit_entries() == []


def test_a_draft_that_does_not_exist_cannot_be_saved(office: Store) -> None:
    saved, change = next_revision(replace(DRAFT, id="draft-of-nobody"), "کسی")
    with pytest.raises(RevisionConflict), office.begin() as transaction:
        transaction.save_draft(saved, change)


def test_a_history_of_another_revision_is_a_fault_of_the_program(office: Store) -> None:
    saved, change = next_revision(DRAFT, "احمدی")
    with pytest.raises(ValueError, match="revision"), office.begin() as transaction:
        transaction.save_draft(saved, replace(change, revision=7))


def test_many_savers_at_once_lose_nothing_and_double_nothing(office: Store) -> None:
    acknowledged: list[str] = []

    def type_names(clerk: int) -> None:
        for number in range(6):
            while True:
                try:
                    save_names(office, f"نام {clerk}-{number}")
                except RevisionConflict:
                    continue
                acknowledged.append(f"نام {clerk}-{number}")
                break

    _at_once(*[lambda clerk=clerk: type_names(clerk) for clerk in range(4)])
    with office.read() as transaction:
        history = transaction.history(DRAFT.id)
        entries = transaction.audit_entries()
    assert len(acknowledged) == 24
    assert sorted(each.after["plaintiffs[0].last_name"] for each in history) == sorted(acknowledged)
    assert [each.number for each in entries] == list(range(1, 25))
    assert office.verify_audit().is_intact


def test_an_exception_undoes_the_whole_act(office: Store) -> None:
    saved, change = next_revision(DRAFT, "احمدی")

    def fail_after_writing() -> None:
        with office.begin() as transaction:
            transaction.save_draft(saved, change)
            transaction.audit(entry(1))
            transaction.next_draft_number(OFFICE.id, 1405)
            transaction.add_session(session_of(SARA))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_after_writing()
    with office.read() as transaction:
        assert transaction.draft(DRAFT.id) == DRAFT
        assert transaction.history(DRAFT.id) == []
        assert transaction.audit_entries() == []
        assert transaction.session_with_user("a" * 64) is None
    with office.begin() as transaction:
        assert transaction.next_draft_number(OFFICE.id, 1405) == "1405-00001"


def test_a_read_transaction_refuses_to_write(office: Store) -> None:
    with office.read() as transaction, pytest.raises(RuntimeError):
        transaction.revoke_session("a" * 64)
    with office.read() as transaction, pytest.raises(RuntimeError):
        transaction.audit(entry(1))


def test_a_reader_sees_one_moment_while_others_save(office: Store) -> None:
    with office.read() as transaction:
        before = transaction.draft(DRAFT.id)
        _at_once(lambda: save_names(office, "احمدی"))
        assert transaction.draft(DRAFT.id) == before
        assert transaction.history(DRAFT.id) == []
    assert last_name_in(office) == "احمدی"


def test_drafts_of_an_office_are_told_last_changed_first(office: Store) -> None:
    later = replace(DRAFT, id="draft-2", number="1405-00002", changed=NOON + timedelta(minutes=1))
    archived = replace(DRAFT, id="draft-3", number="1405-00003", is_archived=True)
    with office.begin() as transaction:
        transaction.add_draft(later)
        transaction.add_draft(archived)
    with office.read() as transaction:
        assert transaction.drafts_of_office(OFFICE.id) == [later, DRAFT]
        assert transaction.drafts_of_office(OFFICE.id, include_archived=True) == [later, DRAFT, archived]
        assert transaction.drafts_of_office(OTHER_OFFICE.id) == []


def test_a_save_can_archive_a_draft_but_not_move_it_to_another_office(office: Store) -> None:
    saved, change = next_revision(DRAFT, "احمدی")
    with office.begin() as transaction:
        transaction.save_draft(replace(saved, is_archived=True, office_id=OTHER_OFFICE.id, number="x"), change)
    with office.read() as transaction:
        assert transaction.draft(DRAFT.id) == replace(saved, is_archived=True)


def test_draft_numbers_count_up_for_each_office_and_year(store: Store) -> None:
    with store.begin() as transaction:
        transaction.add_office(OFFICE)
        transaction.add_office(OTHER_OFFICE)
        numbers = [
            transaction.next_draft_number(office_id, year)
            for office_id, year in [(OFFICE.id, 1405), (OFFICE.id, 1405), (OTHER_OFFICE.id, 1405), (OFFICE.id, 1406)]
        ]
    assert numbers == ["1405-00001", "1405-00002", "1405-00001", "1406-00001"]


def test_no_draft_number_is_given_twice_to_clerks_who_ask_at_once(office: Store) -> None:
    numbers: list[str] = []

    def ask() -> None:
        for _ in range(5):
            with office.begin() as transaction:
                number = transaction.next_draft_number(OFFICE.id, 1405)
            numbers.append(number)

    _at_once(ask, ask, ask, ask)
    assert sorted(numbers) == [f"1405-{each:05d}" for each in range(1, 21)]


def test_two_drafts_of_an_office_cannot_have_one_number(office: Store) -> None:
    with pytest.raises(ConstraintBroken), office.begin() as transaction:
        transaction.add_draft(replace(DRAFT, id="draft-2"))


def test_what_filings_were_checked_against_is_kept_once_and_found_by_item(office: Store) -> None:
    rule, number = UsedItem("rule", "sum-differs", "v1"), UsedItem("parameter", "ceiling", "v2")
    manifest = manifest_of([rule, number])
    speaking = replace(filing_of(DRAFT), manifest_id=manifest.id, finding_keys=("sum-differs@claim_amount",))
    silent = replace(filing_of(DRAFT, "filing-2", "1405-00001-2"), manifest_id=manifest.id, finding_keys=())
    older = filing_of(DRAFT, "filing-3", "1405-00001-3")
    with office.begin() as transaction:
        for each in (speaking, silent, older):
            transaction.add_manifest(manifest)
            transaction.add_filing(each)
    with office.read() as transaction:
        assert transaction.manifest(manifest.id) == manifest
        assert transaction.manifest("nothing") is None
        uses = {each.filing_id: each for each in transaction.filings_using("sum-differs")}
        assert {id: use.has_fired for id, use in uses.items()} == {"filing-1": True, "filing-2": False}
        assert uses["filing-1"].item == rule
        assert (uses["filing-1"].number, uses["filing-1"].template_id) == (speaking.number, speaking.template_id)
        assert [each.item for each in transaction.filings_using("ceiling")] == [number, number]
        assert transaction.filings_using("nothing") == []
        assert transaction.count_filings_without_manifest() == 1


def test_a_filing_reads_back_exactly(office: Store) -> None:
    first = filing_of(DRAFT)
    second = filing_of(DRAFT, "filing-2", "1405-00001-2")
    with office.begin() as transaction:
        transaction.add_filing(second)
        transaction.add_filing(first)
    with office.read() as transaction:
        assert transaction.filing("filing-1") == first
        assert transaction.filings_of_draft(DRAFT.id) == [first, second]
        assert transaction.filing("filing-of-nobody") is None


@pytest.mark.parametrize(
    "write",
    [
        lambda transaction: transaction.add_user(replace(REZA, id="user-9", name="sara")),
        lambda transaction: transaction.save_user(replace(REZA, name="sara")),
        lambda transaction: transaction.save_user(replace(REZA, id="nobody", name="nobody")),
        lambda transaction: transaction.add_user(replace(REZA, id="user-9", name="mina", office_id="nowhere")),
        lambda transaction: transaction.add_office(OFFICE),
        lambda transaction: transaction.add_session(session_of(replace(SARA, id="nobody"))),
        lambda transaction: transaction.add_draft(replace(DRAFT, id="d", number="n", owner_id="nobody")),
        lambda transaction: transaction.add_filing(filing_of(replace(DRAFT, id="nothing"))),
        lambda transaction: transaction.next_draft_number("nowhere", 1405),
    ],
)
def test_a_name_used_twice_or_a_reference_to_nothing_is_refused(
    office: Store, write: Callable[[Transaction], object]
) -> None:

    def act() -> None:
        with office.begin() as transaction:
            transaction.audit(entry(1))
            write(transaction)

    with pytest.raises(ConstraintBroken):
        act()
    with office.read() as transaction:
        assert transaction.audit_entries() == []
        assert transaction.users() == [SARA, REZA]


def test_offices_and_users_read_back_exactly(office: Store) -> None:
    with office.read() as transaction:
        assert transaction.offices() == [OFFICE, OTHER_OFFICE]
        assert transaction.office(OFFICE.id) == OFFICE
        assert transaction.office("nowhere") is None
        assert transaction.users() == [SARA, REZA]
        assert transaction.user(SARA.id) == SARA
        assert transaction.user("nobody") is None
        assert transaction.user_by_name("reza") == REZA
        assert transaction.user_by_name("nobody") is None


def test_a_user_may_belong_to_no_office(office: Store) -> None:
    auditor = replace(SARA, id="user-9", name="auditor", office_id="")
    with office.begin() as transaction:
        transaction.add_user(auditor)
    with office.read() as transaction:
        assert transaction.user("user-9") == auditor


def test_a_session_comes_with_its_user_as_committed_now(office: Store) -> None:
    with office.begin() as transaction:
        transaction.add_session(session_of(SARA))
        transaction.save_user(replace(SARA, full_name="سارا نوین"))
    with office.read() as transaction:
        assert transaction.session_with_user("a" * 64) == (session_of(SARA), replace(SARA, full_name="سارا نوین"))
        assert transaction.session_with_user("b" * 64) is None


def test_touching_moves_last_seen_forward_only(office: Store) -> None:
    with office.begin() as transaction:
        transaction.add_session(session_of(SARA))
        transaction.touch_session("a" * 64, NOON + timedelta(minutes=5))
        transaction.touch_session("a" * 64, NOON - timedelta(days=400))
    with office.read() as transaction:
        found = transaction.session_with_user("a" * 64)
    assert found is not None
    assert found[0].last_seen == NOON + timedelta(minutes=5)


def test_touching_never_creates_a_session(office: Store) -> None:
    with office.begin() as transaction:
        transaction.touch_session("a" * 64, NOON)
    with office.read() as transaction:
        assert transaction.session_with_user("a" * 64) is None


def test_a_revoked_session_is_void_and_stays_void(office: Store) -> None:
    with office.begin() as transaction:
        transaction.add_session(session_of(SARA, "a" * 64))
        transaction.add_session(session_of(SARA, "b" * 64))
        transaction.revoke_session("a" * 64)
        transaction.touch_session("a" * 64, NOON + timedelta(minutes=1))
    with office.read() as transaction:
        assert transaction.session_with_user("a" * 64) is None
        assert transaction.session_with_user("b" * 64) is not None


def test_revoking_all_sessions_of_a_user_leaves_those_of_others(office: Store) -> None:
    with office.begin() as transaction:
        transaction.add_session(session_of(SARA, "a" * 64))
        transaction.add_session(session_of(SARA, "b" * 64))
        transaction.add_session(session_of(REZA, "c" * 64))
        transaction.revoke_sessions_of_user(SARA.id)
    with office.read() as transaction:
        assert [transaction.session_with_user(each * 64) is None for each in "abc"] == [True, True, False]


@pytest.mark.parametrize("changed", [replace(SARA, is_disabled=True), replace(SARA, password_hash="$argon2id$new")])
def test_disabling_a_user_or_changing_the_password_ends_all_sessions_at_once(office: Store, changed: object) -> None:
    with office.begin() as transaction:
        transaction.add_session(session_of(SARA))
    with office.begin() as transaction:
        transaction.save_user(changed)  # type: ignore[arg-type]
    with office.read() as transaction:
        user = transaction.user(SARA.id)
        assert transaction.session_with_user("a" * 64) is None
    assert user is not None
    assert user.epoch == 1


def test_a_session_of_a_disabled_user_is_void_whatever_its_epoch(office: Store) -> None:
    gone = replace(REZA, id="user-9", name="gone", is_disabled=True)
    with office.begin() as transaction:
        transaction.add_user(gone)
        transaction.add_session(session_of(gone))
    with office.read() as transaction:
        assert transaction.session_with_user("a" * 64) is None


def test_enabling_a_user_again_does_not_revive_old_sessions(office: Store) -> None:
    with office.begin() as transaction:
        transaction.add_session(session_of(SARA))
        transaction.save_user(replace(SARA, is_disabled=True))
        transaction.save_user(SARA)
    with office.read() as transaction:
        assert transaction.session_with_user("a" * 64) is None


def test_failed_logins_are_counted_within_their_time_and_name(office: Store) -> None:
    with office.begin() as transaction:
        for minutes in (0, 4, 6):
            transaction.record_attempt("hash-of-sara", NOON + timedelta(minutes=minutes))
        transaction.record_attempt("hash-of-address", NOON)
    with office.read() as transaction:
        assert transaction.attempts_since("hash-of-sara", NOON + timedelta(minutes=4)) == 2
        assert transaction.attempts_since("hash-of-address", NOON) == 1
        assert transaction.attempts_since("hash-of-nobody", NOON) == 0


def test_failed_logins_are_forgotten_when_cleared_or_a_week_old(office: Store) -> None:
    with office.begin() as transaction:
        transaction.record_attempt("hash-of-reza", NOON)
        transaction.record_attempt("hash-of-sara", NOON)
        transaction.clear_attempts("hash-of-reza")
        assert transaction.attempts_since("hash-of-reza", NOON) == 0
        assert transaction.attempts_since("hash-of-sara", NOON) == 1
        transaction.record_attempt("hash-of-sara", NOON + timedelta(days=8))
        assert transaction.attempts_since("hash-of-sara", NOON) == 1


def test_a_time_without_its_zone_is_refused_by_the_audit_log(office: Store) -> None:
    with pytest.raises(ValueError, match="zone"), office.begin() as transaction:
        transaction.audit(replace(entry(1), at=NOON.replace(tzinfo=None)))


def test_audit_entries_are_numbered_and_chained_in_the_order_they_came(office: Store) -> None:
    with office.begin() as transaction:
        transaction.audit(entry(1))
        transaction.audit(entry(2))
        assert [each.number for each in transaction.audit_entries()] == [1, 2]
        transaction.audit(entry(3))
    with office.read() as transaction:
        entries = transaction.audit_entries()
    assert [replace(each, number=0, hash="") for each in entries] == [entry(1), entry(2), entry(3)]
    assert len({each.hash for each in entries}) == 3


def test_acts_that_share_nothing_but_the_log_follow_each_other_in_it(office: Store) -> None:
    def open_drafts() -> None:
        for number in range(10):
            with office.begin() as transaction:
                transaction.audit(entry(number))

    _at_once(*[open_drafts] * 4)
    assert (office.verify_audit().count, office.verify_audit().is_intact) == (40, True)


def test_an_untouched_audit_log_is_intact_and_tells_its_head(office: Store) -> None:
    empty = office.verify_audit()
    save_names(office, "یک", "دو")
    with office.read() as transaction:
        last = transaction.audit_entries()[-1]
    full = office.verify_audit()
    assert (empty.count, empty.is_intact, empty.head) == (0, True, "")
    assert (full.count, full.is_intact, full.head) == (2, True, last.hash)


def test_an_act_inside_an_act_is_a_fault_of_the_program(store: Store) -> None:
    with store.begin(), pytest.raises(RuntimeError), store.begin():
        pass


def test_a_store_opens_empty(store: Store) -> None:
    with store.read() as transaction:
        assert transaction.offices() == []
        assert transaction.users() == []
    furnished(store)


def _at_once(*works: Callable[[], object]) -> None:
    """Runs the works in threads; the first error of any of them is raised here."""
    errors: list[BaseException] = []

    def guarded(work: Callable[[], object]) -> None:
        try:
            work()
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=guarded, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
