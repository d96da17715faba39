"""People are added, disabled, moved; each change ends their sessions and stands in the log."""

import pytest
from argon2 import PasswordHasher

from assistant.domain.people import Actor, Role
from assistant.services.access import NotFound, Refused
from assistant.services.passwords import Passwords, WeakPassword
from assistant.services.people import People, PeopleProblem, new_password
from assistant.services.sign_in import SignIn, SignInRefused
from tests.fakes.clock import FixedClock
from tests.fakes.memory_store import MemoryStore

PASSWORDS = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def store():
    return MemoryStore()


@pytest.fixture
def people(store):
    return People(store, FixedClock(), PASSWORDS)


@pytest.fixture
def office(people):
    return people.add_office("دفتر  نمونه", " 999 ", "isfahan")


def acts(store):
    with store.read() as work:
        return [entry.act for entry in work.audit_entries()]


def test_a_new_person_signs_in_with_the_password_shown_once(people, office, store):
    new = people.add("Negar", "نگار  سپهري", Role.CLERK, office.id)
    assert (new.user.name, new.user.full_name) == ("negar", "نگار سپهری")
    assert new.password not in new.user.password_hash
    assert SignIn(store, FixedClock(), PASSWORDS).login("negar", new.password, "x").actor.user_id == new.user.id


@pytest.mark.parametrize("name", ["", "n", "نگار", "a b", "1abc", "a" * 40, "a/b", "a@b"])
def test_a_login_name_is_short_and_latin(people, office, name):
    with pytest.raises(PeopleProblem) as problem:
        people.add(name, "نگار", Role.CLERK, office.id)
    assert problem.value.code == "name_form"


def test_a_name_is_given_once_whatever_its_case(people, office):
    people.add("negar", "نگار", Role.CLERK, office.id)
    with pytest.raises(PeopleProblem) as problem:
        people.add("NEGAR", "دیگری", Role.CLERK, office.id)
    assert problem.value.code == "name_taken"


def test_nobody_is_added_without_a_name_or_an_office(people, office):
    with pytest.raises(PeopleProblem, match="full_name_empty"):
        people.add("negar", "  ", Role.CLERK, office.id)
    with pytest.raises(PeopleProblem, match="office_unknown"):
        people.add("negar", "نگار", Role.CLERK, "nowhere")
    with pytest.raises(WeakPassword):
        people.add("negar", "نگار", Role.CLERK, office.id, password="short")


@pytest.mark.parametrize("change", ["disable", "set_password", "move"])
def test_each_change_ends_the_sessions_of_that_person_alone(people, office, store, change):
    sign_in = SignIn(store, FixedClock(), PASSWORDS)
    cookies = {}
    for name in ("negar", "parham"):
        password = people.add(name, name, Role.CLERK, office.id).password
        cookies[name] = sign_in.login(name, password, name).cookie
    other = people.add_office("دفتر دو", "2", "fars")
    if change == "move":
        people.move("negar", other.id)
    else:
        getattr(people, change)("negar")
    assert sign_in.authenticate(cookies["negar"]) is None
    assert sign_in.authenticate(cookies["parham"]) is not None


def test_who_is_enabled_again_signs_in_anew(people, office, store):
    password = people.add("negar", "نگار", Role.CLERK, office.id).password
    sign_in = SignIn(store, FixedClock(), PASSWORDS)
    cookie = sign_in.login("negar", password, "x").cookie
    people.disable("negar")
    with pytest.raises(SignInRefused):
        sign_in.login("negar", password, "x")
    people.enable("negar")
    assert sign_in.authenticate(cookie) is None
    assert sign_in.login("negar", password, "x")


def test_an_unknown_person_cannot_be_changed(people, office):
    with pytest.raises(NotFound):
        people.disable("nobody")
    people.add("negar", "نگار", Role.CLERK, office.id)
    with pytest.raises(PeopleProblem, match="office_unknown"):
        people.move("negar", "nowhere")


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_an_administrator_or_the_command_line_may(people, office, role):
    by = Actor("u", "u", "u", role, office.id)
    for act in (
        lambda: people.add("negar", "نگار", Role.CLERK, office.id, by=by),
        lambda: people.disable("negar", by=by),
        lambda: people.users(by=by),
        lambda: people.add_office("x", "1", "fars", by=by),
    ):
        with pytest.raises(Refused):
            act()


def test_an_administrator_does_it_under_the_own_name(people, office, store):
    by = Actor("admin", "a", "a", Role.ADMINISTRATOR, office.id)
    people.add("negar", "نگار", Role.CLERK, office.id, by=by)
    people.disable("negar", by=by)
    with store.read() as work:
        entries = work.audit_entries()
    assert [(entry.act, entry.user_id) for entry in entries[1:]] == [
        ("user.added", "admin"),
        ("user.disabled", "admin"),
    ]
    assert [user.name for user in people.users(by=by)] == ["negar"]


def test_a_change_that_fails_leaves_no_entry(people, office, store):
    before = acts(store)
    with pytest.raises(PeopleProblem):
        people.add("negar", "نگار", Role.CLERK, "nowhere")
    assert acts(store) == before


def test_passwords_made_here_are_long_and_hard_to_misread():
    made = {new_password() for _ in range(200)}
    assert len(made) == 200
    assert all(len(each) == 19 and not set(each) & set("il1o0") for each in made)
