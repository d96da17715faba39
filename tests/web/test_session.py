"""The cookie stands for one person, for a while, and ends when it should."""

import pytest

from assistant.domain.people import Role
from assistant.services.sign_in import hash_of
from tests.web.conftest import PASSWORD, post, token


def cookie_of(client):
    return client.get_cookie("dadkhast").value


def is_in(client):
    return client.get("/keys").status_code == 200


def test_the_cookie_is_closed_to_scripts_and_other_sites(house):
    client = house.visitor()
    answer = post(client, "/login", {"name": "clerk", "password": PASSWORD})
    cookie = next(value for value in answer.headers.getlist("Set-Cookie") if value.startswith("dadkhast="))
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie.split("; "))
    assert len(cookie_of(client)) == 43  # 256 bits


def test_only_the_hash_of_the_cookie_is_stored(house):
    value = cookie_of(house.client("clerk"))
    with house.store.read() as work:
        assert work.session_with_user(hash_of(value)) is not None
        assert work.session_with_user(value) is None


def test_a_cookie_known_before_signing_in_is_worth_nothing_after(house):
    client = house.visitor()
    client.set_cookie("dadkhast", "chosen-by-somebody-else")
    post(client, "/login", {"name": "clerk", "password": PASSWORD})
    assert cookie_of(client) != "chosen-by-somebody-else"


def test_half_an_hour_without_a_request_ends_it(house):
    client = house.client("clerk")
    house.clock.advance(minutes=29)
    assert is_in(client)
    house.clock.advance(minutes=29)
    assert is_in(client)
    house.clock.advance(minutes=30)
    assert not is_in(client)


def test_ten_hours_end_it_however_busy(house):
    client = house.client("clerk")
    for _ in range(29):
        house.clock.advance(minutes=20)
        assert is_in(client)
    house.clock.advance(minutes=20)
    assert not is_in(client)


def test_a_clock_set_back_does_not_make_it_immortal(house):
    client = house.client("clerk")
    house.clock.advance(days=-2)
    assert not is_in(client)


def test_signing_in_elsewhere_ends_the_first_session(house):
    first = house.client("clerk")
    second = house.client("clerk")
    assert not is_in(first)
    assert is_in(second)


def test_who_is_disabled_is_out_with_the_next_request(house):
    client = house.client("clerk")
    house.services.people.disable("clerk")
    assert not is_in(client)


@pytest.mark.parametrize("change", ["set_password", "move"])
def test_a_new_password_or_office_ends_every_session(house, change):
    client = house.client("clerk")
    if change == "move":
        house.services.people.move("clerk", "office-2")
    else:
        house.services.people.set_password("clerk")
    assert not is_in(client)


def test_leaving_ends_it_on_the_server_and_empties_the_browser(house):
    client = house.client("clerk")
    value = cookie_of(client)
    answer = post(client, "/logout")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    client.set_cookie("dadkhast", value)
    assert not is_in(client)


def test_after_the_end_a_page_leads_to_the_login_and_back(house):
    visitor = house.visitor()
    answer = visitor.get("/library/report")
    assert answer.location == "/login?next=/library/report"
    form = {"name": "clerk", "password": PASSWORD, "next": "/library/report"}
    assert post(visitor, "/login", form).location == "/library/report"


@pytest.mark.parametrize(
    "target",
    ["https://evil.example", "//evil.example", "/\\evil.example", "/a//b", "javascript:alert(1)", "/%2f%2fevil",
     "\t//x", "/x?y=1", "/x\n/y", "/" + "a" * 300, "@evil.example", "/./../x y"],
)  # fmt: skip
def test_nobody_is_sent_outside_after_signing_in(house, target):
    form = {"name": "clerk", "password": PASSWORD, "next": target}
    assert post(house.visitor(), "/login", form).location == "/"
    assert house.visitor().get("/login", query_string={"next": target}).text.count("evil") == 0


def test_a_part_of_a_page_says_in_place_that_the_session_has_ended(house):
    draft = house.draft_of("clerk")
    client = house.client("clerk")
    house.client("clerk")
    form = {"csrf_token": token(house.visitor()), "path": "price", "price": "1", "revision": "0"}
    answer = client.post(f"/drafts/{draft.id}/field", data=form, headers={"HX-Request": "true"})
    assert answer.status_code == 401
    assert answer.headers["HX-Retarget"] == "#saved"
    assert "روی همین صفحه مانده" in answer.text


def test_each_role_comes_home_to_a_page_it_may_see(house):
    for role in Role:
        assert house.client(role.value).get("/", follow_redirects=True).status_code == 200


def test_the_login_never_says_which_part_was_wrong(house):
    answers = []
    for name, password in (
        ("clerk", "wrong"),
        ("nobody", "wrong"),
        ("", ""),
        ("clerk" * 20, PASSWORD),
        ("clerk", "x" * 2000),
    ):
        visitor = house.visitor()
        answer = post(visitor, "/login", {"name": name, "password": password})
        assert answer.status_code == 401
        answers.append(answer.text.replace(token(visitor), ""))
    assert len(set(answers)) == 1
