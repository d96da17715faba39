"""What every answer carries, and which requests are not answered at all."""

from pathlib import Path

import pytest

from assistant.web.security import CONTENT_SECURITY_POLICY, HEADERS
from assistant.web.services import WebSettings
from tests import ROOT
from tests.web.conftest import build, post

PAGES = ["/login", "/", "/new", "/library", "/keys", "/health", "/nothing-here", "/drafts/AAAA", "/static/css/base.css",
         "/static/none.css"]  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("name", ["", "clerk"])
def test_every_answer_carries_the_whole_set_of_headers(house, path, name):
    client = house.client(name) if name else house.visitor()
    answer = client.get(path)
    assert {header: answer.headers.get(header) for header in HEADERS} == HEADERS


def test_the_policy_allows_nothing_inline_and_nothing_outside():
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    assert "nonce" not in CONTENT_SECURITY_POLICY
    assert "http" not in CONTENT_SECURITY_POLICY
    assert CONTENT_SECURITY_POLICY.startswith("default-src 'none'; ")


def test_an_error_nobody_expected_carries_them_too(house):
    answer = _broken(house).get("/login")
    assert answer.status_code == 500
    assert answer.headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", PAGES[:-2])
def test_pages_are_never_kept_by_a_browser(house, path):
    assert house.client("clerk").get(path).headers["Cache-Control"] == "no-store"


def test_files_are_kept_for_good_when_their_address_names_their_content(house):
    page = house.visitor().get("/login").text
    marked = page.split('href="')[2].split('"')[0]
    assert "?v=" in marked
    assert "immutable" in house.visitor().get(marked).headers["Cache-Control"]
    assert "immutable" not in house.visitor().get(marked.split("?")[0]).headers["Cache-Control"]


def test_a_page_and_its_part_are_told_apart_by_caches(house):
    assert "HX-Request" in house.client("clerk").get("/").headers["Vary"]


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8000", "", "[::1", "a b"]
)
def test_another_host_name_is_not_answered(house, host):
    assert house.visitor().get("/login", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "[::1]:8000", "LOCALHOST:8000"])
def test_the_own_names_are_answered_with_any_port(house, host):
    assert house.visitor().get("/login", headers={"Host": host}).status_code == 200


def test_a_body_over_the_limit_is_refused_before_it_is_read(house):
    client = house.client("clerk")
    answer = client.post("/desk/search", data={"q": "ا" * 3_000_000})
    assert answer.status_code == 413
    assert "۵۰٬۰۰۰" in answer.text


def test_a_body_of_many_times_the_narrative_limit_still_reaches_the_page(house):
    assert post(house.client("clerk"), "/desk/search", {"q": "ا" * 150_000}).status_code == 200


def test_behind_tls_cookies_are_secure_and_bound_to_the_host():
    settings = WebSettings(static_folder=ROOT / "static", hosts=("office.example",), is_https=True)
    house = build(settings)
    answer = house.visitor().get("/login", headers={"Host": "office.example"})
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Strict"} <= set(cookie.split("; "))
    assert "max-age" in answer.headers["Strict-Transport-Security"]


def test_static_files_cannot_be_left(house):
    for path in ("/static/../assistant/web/guard.py", "/static/%2e%2e/pyproject.toml", "/static/..%2fpyproject.toml"):
        assert house.visitor().get(path).status_code == 404
    assert Path(house.app.static_folder) == ROOT / "static"


def _broken(house):
    act = house.app.view_functions["entrance.login"].act

    def view() -> str:
        raise RuntimeError

    view.__dict__["act"] = act
    house.app.view_functions["entrance.login"] = view
    return house.visitor()
