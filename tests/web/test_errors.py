"""Errors are pages: Persian, calm, without a stack and without anything anybody typed."""

import logging

import pytest

from tests.web.conftest import post, token

SECRET = "نگین‌السادات"


def break_view(house, endpoint, error):
    act = house.app.view_functions[endpoint].act

    def view(**_: str) -> str:
        raise error

    view.__dict__["act"] = act
    house.app.view_functions[endpoint] = view


def test_an_unexpected_error_shows_a_number_and_logs_places_only(house, caplog):
    break_view(house, "desk.search", ValueError(SECRET))
    with caplog.at_level(logging.DEBUG):
        answer = post(house.client("clerk"), "/desk/search", {"q": SECRET})
    assert answer.status_code == 500
    assert SECRET not in answer.text
    assert SECRET not in caplog.text
    assert "Traceback" not in answer.text + caplog.text
    number = caplog.text.split("error ")[1].split(" ")[0]
    assert number in answer.text
    assert "desk.search" in caplog.text
    assert "ValueError" in caplog.text


def test_a_full_disk_is_said_and_nothing_pretends_to_be_saved(house):
    draft = house.draft_of("clerk")
    client = house.client("clerk")
    form = {"csrf_token": token(client), "path": "price", "price": "12", "revision": "0"}
    house.store.is_failing = True
    page = client.post(f"/drafts/{draft.id}/steps/price", data={**form, "act": "stay"})
    part = client.post(f"/drafts/{draft.id}/field", data=form, headers={"HX-Request": "true"})
    assert (page.status_code, part.status_code) == (503, 503)
    assert "دیسک" in page.text
    assert 'data-state="offline"' in part.text
    assert part.headers["HX-Reswap"] == "outerHTML"


def test_reading_goes_on_with_a_full_disk(house):
    client = house.client("clerk")
    house.clock.advance(minutes=2)
    house.store.is_failing = True
    assert client.get("/library").status_code == 200


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"path": "price"},
        {"path": "price", "revision": "-1"},
        {"path": "price", "revision": "۱"},
        {"path": "price", "revision": "9" * 40},
        {"path": "__class__", "revision": "0"},
        {"path": "price[0]", "revision": "0", "price[0]": "1"},
        {"path": "plaintiffs[9999999999].first_name", "revision": "0"},
        {"path": "unknown_field", "unknown_field": "x", "revision": "0"},
        {"path": "a" * 5000, "revision": "0"},
        {"path": "price\x00", "revision": "0"},
    ],
)
def test_a_malformed_form_is_refused_in_persian_and_changes_nothing(house, form):
    draft = house.draft_of("clerk")
    answer = post(house.client("clerk"), f"/drafts/{draft.id}/field", form)
    assert answer.status_code == 400
    assert "درخواست خوانده نشد" in answer.text
    with house.store.read() as work:
        assert work.draft(draft.id) == draft


@pytest.mark.parametrize("path", ["/new", "/library", "/login"])
@pytest.mark.parametrize("query", ["q=%00", "q=%ff%fe", "q=" + "%D8%A7" * 5000, "q=<script>alert(1)</script>", "q[]=1"])
def test_no_query_breaks_a_page(house, path, query):
    answer = house.client("clerk").get(f"{path}?{query}", follow_redirects=True)
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize(
    "path", ["/nothing", "/drafts/", "/drafts/x/steps/", "/library/rules/none", "/library/templates/x"]
)
def test_an_address_nobody_knows_is_a_persian_page(house, path):
    answer = house.client("clerk").get(path)
    assert answer.status_code in (404, 405)
    assert 'lang="fa"' in answer.text


def test_a_wrong_method_names_the_right_ones(house):
    answer = house.client("clerk").get("/drafts")
    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]
