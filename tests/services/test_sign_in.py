"""Signing in: right or wrong in the same time, few tries, one session, which ends."""

import threading
import time
from dataclasses import replace
from statistics import median

import pytest
from argon2 import PasswordHasher

from assistant.domain.people import Office, Role, User
from assistant.ports import StorageUnavailable
from assistant.services.passwords import Passwords, TooBusy, WeakPassword
from assistant.services.sign_in import SignIn, SignInRefused, hash_of
from tests.fakes.clock import FixedClock
from tests.fakes.memory_store import MemoryStore

PASSWORD = "four-words-of-a-test"
HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
PASSWORDS = Passwords(HASHER)


@pytest.fixture
def store():
    store = MemoryStore()
    with store.begin() as work:
        work.add_office(Office("o1", "دفتر", "1", "isfahan"))
        for name in ("negar", "parham"):
            work.add_user(User(name, name, name, Role.CLERK, "o1", PASSWORDS.hash(PASSWORD)))
    return store


@pytest.fixture
def clock():
    return FixedClock()


@pytest.fixture
def sign_in(store, clock):
    return SignIn(store, clock, PASSWORDS)


def fails(sign_in, name="negar", password="wrong", address="10.0.0.1"):
    with pytest.raises(SignInRefused):
        sign_in.login(name, password, address)


def test_the_right_password_opens_a_session(sign_in):
    signed_in = sign_in.login("negar", PASSWORD, "10.0.0.1")
    assert sign_in.authenticate(signed_in.cookie) == signed_in.actor
    assert signed_in.actor.name == "negar"


@pytest.mark.parametrize("name", ["NEGAR", " negar ", "Ｎegar"])
def test_a_name_is_known_in_any_spelling(sign_in, name):
    assert sign_in.login(name, PASSWORD, "10.0.0.1").actor.user_id == "negar"


@pytest.mark.parametrize(
    ("name", "password"), [("negar", "wrong"), ("nobody", PASSWORD), ("", ""), ("negar", PASSWORD + " ")]
)
def test_anything_else_is_refused(sign_in, name, password):
    fails(sign_in, name, password)


def test_a_disabled_person_is_refused_like_a_stranger(sign_in, store):
    with store.begin() as work:
        work.save_user(replace(work.user("negar"), is_disabled=True))
    fails(sign_in, "negar", PASSWORD)


@pytest.mark.parametrize("change", [{"epoch": 1}, {"office_id": "o2"}])
def test_a_session_of_an_older_epoch_or_office_is_void_even_if_nobody_revoked_it(sign_in, store, change):
    cookie = sign_in.login("negar", PASSWORD, "10.0.0.1").cookie
    with store.begin() as work:
        work.add_office(Office("o2", "دفتر دو", "2", "fars"))
        work.save_user(replace(work.user("negar"), **change))
    assert sign_in.authenticate(cookie) is None


def test_who_is_disabled_while_the_password_is_being_checked_does_not_come_in(store, clock):
    class Slow(Passwords):
        def matches(self, password_hash, password):
            with store.begin() as work:
                work.save_user(replace(work.user("negar"), is_disabled=True))
            return super().matches(password_hash, password)

    fails(SignIn(store, clock, Slow(HASHER)), "negar", PASSWORD)


@pytest.mark.parametrize("cookie", ["", "x", "\x00", "é" * 50])
def test_an_invented_cookie_is_nobody(sign_in, cookie):
    assert sign_in.authenticate(cookie) is None


def test_every_session_has_a_value_of_its_own(sign_in):
    cookies = {sign_in.login("negar", PASSWORD, "10.0.0.1").cookie for _ in range(5)}
    assert len(cookies) == 5
    assert all(len(cookie) >= 43 for cookie in cookies)


def test_the_log_says_who_and_never_what_was_typed(sign_in, store):
    fails(sign_in, "nobody-such", "a-secret")
    sign_in.login("negar", PASSWORD, "10.0.0.1")
    with store.read() as work:
        entries = work.audit_entries()
    assert [entry.act for entry in entries] == ["login.refused", "login"]
    assert "nobody-such" not in str(entries)
    assert PASSWORD not in str(entries)
    assert entries[0].user_id == ""


def test_after_ten_wrong_tries_in_five_minutes_even_the_right_password_waits(sign_in, clock):
    for wait in (0, 0, 0, 1, 2, 4, 8, 16, 32, 60):
        clock.advance(seconds=wait + 0.1)
        fails(sign_in)
    clock.advance(seconds=61)  # the last wait is over, the count is not
    fails(sign_in, password=PASSWORD)
    clock.advance(minutes=5)
    assert sign_in.login("negar", PASSWORD, "10.0.0.1")


def test_tries_on_one_name_do_not_keep_others_out(sign_in, clock):
    for _ in range(12):
        fails(sign_in)
        clock.advance(seconds=1)
    assert sign_in.login("parham", PASSWORD, "10.0.0.2")


def test_the_wait_doubles_after_three_wrong_tries(sign_in, clock):
    for _ in range(3):
        fails(sign_in)
    fails(sign_in, password=PASSWORD)  # within a second of the third
    clock.advance(seconds=1.1)
    fails(sign_in)  # the fourth is looked at
    clock.advance(seconds=1.5)
    fails(sign_in, password=PASSWORD)  # two seconds now
    clock.advance(seconds=1)
    assert sign_in.login("negar", PASSWORD, "10.0.0.1")


def test_one_address_cannot_try_many_names(sign_in, clock):
    for number in range(20):
        fails(sign_in, f"name{number}")
    fails(sign_in, "negar", PASSWORD)
    assert sign_in.login("negar", PASSWORD, "10.0.0.9")


def test_a_whole_office_behind_one_address_can_sign_in(sign_in):
    for _ in range(30):
        assert sign_in.login("negar", PASSWORD, "10.0.0.1")


def test_waiting_tries_do_not_lengthen_the_wait(sign_in, clock):
    for _ in range(3):
        fails(sign_in)
    for _ in range(50):
        fails(sign_in, password=PASSWORD)
    clock.advance(seconds=1.1)
    assert sign_in.login("negar", PASSWORD, "10.0.0.1")


def test_parallel_tries_cannot_slip_past_the_count(store, clock):
    tried = []

    class Counting(Passwords):
        def matches(self, password_hash, password):
            tried.append(1)
            return super().matches(password_hash, password)

    sign_in = SignIn(store, clock, Counting(HASHER, parallel=8))
    threads = [threading.Thread(target=lambda: fails(sign_in)) for _ in range(60)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(tried) <= 10


def test_an_unknown_name_costs_as_much_time_as_a_known_one(store, clock):
    slow = Passwords(PasswordHasher(time_cost=2, memory_cost=4096, parallelism=1))
    known, unknown = slow.hash(PASSWORD), None
    times = {known: [], unknown: []}
    for _ in range(7):
        for password_hash in times:
            began = time.perf_counter()
            assert not slow.matches(password_hash, "wrong")
            times[password_hash].append(time.perf_counter() - began)
    assert 0.4 < median(times[known]) / median(times[unknown]) < 2.5


def test_a_session_is_written_at_most_once_a_minute(sign_in, store, clock, monkeypatch):
    cookie = sign_in.login("negar", PASSWORD, "10.0.0.1").cookie
    begun = []
    begin = store.begin
    monkeypatch.setattr(store, "begin", lambda: begun.append(1) or begin())
    for _ in range(100):
        clock.advance(seconds=1)
        assert sign_in.authenticate(cookie)
    assert len(begun) == 1


def test_a_full_disk_keeps_nobody_from_reading(sign_in, store, clock):
    cookie = sign_in.login("negar", PASSWORD, "10.0.0.1").cookie
    clock.advance(minutes=5)
    store.is_failing = True
    assert sign_in.authenticate(cookie)
    with pytest.raises(StorageUnavailable):
        sign_in.logout(cookie)


def test_leaving_twice_leaves_one_entry(sign_in, store):
    cookie = sign_in.login("negar", PASSWORD, "10.0.0.1").cookie
    sign_in.logout(cookie)
    sign_in.logout(cookie)
    sign_in.logout("never-was")
    assert sign_in.authenticate(cookie) is None
    with store.read() as work:
        assert [entry.act for entry in work.audit_entries()].count("logout") == 1


def test_the_store_knows_only_the_hash(sign_in, store):
    cookie = sign_in.login("negar", PASSWORD, "10.0.0.1").cookie
    assert cookie not in str(vars(store._tables))
    with store.read() as work:
        assert work.session_with_user(hash_of(cookie))


@pytest.mark.parametrize(
    "password",
    ["", "short", "چهارده-نویسه۱۲", "two words and more" * 12, "a" * 20, "abcabcabcabcabcab", "09131234567 0913",
     "۱۴۰۵/۰۹/۰۱ ۱۴۰۵/۰۹/۰۲",
     "negarnegarnegar1", "1405 negar negar"],
)  # fmt: skip
def test_a_new_password_is_long_and_not_one_that_is_guessed_first(password):
    with pytest.raises(WeakPassword):
        PASSWORDS.hash(password, "negar")


@pytest.mark.parametrize(
    "password", ["چهار واژه از یک شعر", "correct horse battery", "پ" * 3 + "درخت نارنج ۱۴۰۵", "x-b1" + "kqjzhw-8fmrpt"]
)
def test_any_other_text_is_taken_as_it_is(password):
    assert PASSWORDS.matches(PASSWORDS.hash(password, "negar"), password)
    assert not PASSWORDS.matches(PASSWORDS.hash(password, "negar"), password + " ")


def test_the_same_letters_coded_in_parts_are_the_same_password():
    whole, parts = "\u0622ب و هوای شیراز خوب", "\u0627\u0653ب و هوای شیراز خوب"
    assert whole != parts
    assert PASSWORDS.matches(PASSWORDS.hash(whole), parts)


def test_only_a_few_hashes_are_computed_at_once(monkeypatch):
    monkeypatch.setattr("assistant.services.passwords.PATIENCE", 0.01)
    passwords = Passwords(HASHER, parallel=1)
    with passwords._place(), pytest.raises(TooBusy):
        passwords.matches(None, "x")
    assert not passwords.matches(None, "x")
