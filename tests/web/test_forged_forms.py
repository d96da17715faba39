"""No write without the token of this very session, from a page of this very server."""

import pytest

from tests.web.conftest import post, token
from tests.web.test_access_matrix import ROUTES, address

WRITES = [endpoint for endpoint, method in ROUTES if method == "POST"]


@pytest.fixture
def draft(house):
    return house.draft_of("clerk", kind="field")


ROLES = {
    "library.run_examples": "expert",
    "calendar.add": "supervisor",
    "calendar.withdraw": "supervisor",
    "papers.sign": "office_manager",
    "papers.void": "office_manager",
    "words.decide": "office_manager",
}
NOTHING = {"outage_id": "none", "paper_id": "none"}  # the token is asked for before anything is looked up


def role_for(endpoint):
    return ROLES.get(endpoint, "clerk")


def forgeries(house, client):
    own = token(client)
    other = token(house.client("colleague"))
    return {
        "no token": {},
        "empty": {"csrf_token": ""},
        "zeros": {"csrf_token": "0" * 64},
        "cut": {"csrf_token": own[:-1]},
        "longer": {"csrf_token": own + "0"},
        "upper case": {"csrf_token": own.upper() if own.upper() != own else own + "A"},
        "of somebody else": {"csrf_token": other},
        "of nobody": {"csrf_token": token(house.visitor())},
        "under another name": {"token": own},
    }


@pytest.mark.parametrize("endpoint", WRITES)
def test_a_write_without_the_own_token_is_refused(house, draft, endpoint):
    client = house.client(role_for(endpoint))
    path = address(house, endpoint, {**NOTHING, "draft_id": draft.id})
    before = house.acts()
    for kind, form in forgeries(house, client).items():
        answer = client.post(path, data={"act": "stay", "revision": "0", **form})
        assert answer.status_code == 403, kind
    assert client.post(f"{path}?csrf_token={token(client)}").status_code == 403, "in the address"
    assert client.post(path, headers={"X-CSRFToken": token(client)}).status_code == 403, "in a header"
    assert [act for act in house.acts()[len(before) :] if act not in ("login",)] == []


@pytest.mark.parametrize("endpoint", WRITES)
@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}],
)
def test_a_page_of_another_site_cannot_write_even_with_the_token(house, draft, endpoint, headers):
    client = house.client(role_for(endpoint))
    path = address(house, endpoint, {**NOTHING, "draft_id": draft.id})
    assert post(client, path, {"act": "stay", "revision": "0"}, headers=headers).status_code == 403


def test_browsers_that_hide_the_origin_still_write_with_the_token(house):
    assert post(house.client("clerk"), "/desk/search", headers={"Origin": "null"}).status_code == 200
    assert post(house.client("clerk"), "/desk/search", headers={"Origin": "http://localhost"}).status_code == 200


def test_the_token_changes_with_every_sign_in(house):
    assert token(house.client("clerk")) != token(house.client("clerk"))


def test_nothing_but_post_writes(house, draft):
    client = house.client("clerk")
    for method in ("put", "patch", "delete"):
        answer = getattr(client, method)(f"/drafts/{draft.id}", data={"csrf_token": token(client)})
        assert answer.status_code in (403, 405)
