"""Boards over HTTP: shelf, paper, record, taking down, and the public screen."""

from dataclasses import replace

import pytest

from assistant.services.boards import Boards
from tests.boards import tariff_year, with_tariff
from tests.web.conftest import library, post


def hang(house, board="prices", size="A4"):
    return post(house.client("clerk"), f"/office/boards/{board}/prints", {"size": size})


def dearer(house):
    """The same office with a new tariff."""
    changed = with_tariff(library(), tariff_year(1405, milking=800_000))
    services = replace(house.services, boards=Boards(house.store, changed, house.clock))
    house.app.extensions["services"] = services


def test_the_preview_is_no_board_to_hang_and_says_so(house):
    page = house.client("clerk").get("/office/boards/wall").text
    assert "wall--draft" in page
    assert "آگاهی گاوداران" in page


def test_a_print_is_recorded_and_then_drawn_with_its_number(house):
    answer = hang(house, size="A3")
    assert (answer.status_code, answer.location) == (303, "/office/boards/prints/1")
    page = house.client("clerk").get(answer.location).text
    assert "wall--A3" in page
    assert "چاپ شمارهٔ ۱" in page
    assert "wall--draft" not in page


@pytest.mark.parametrize("size", ["", "A0", "<b>"])
def test_an_unknown_size_is_a4(house, size):
    hang(house, size=size)
    assert "wall--A4" in house.client("clerk").get("/office/boards/prints/1").text


@pytest.mark.parametrize("address", ["/office/boards/prints/1", "/office/boards/wall"])
def test_on_paper_the_guidance_stands_above_and_the_reporting_line_below(house, address):
    hang(house, "wall")
    page = house.client("clerk").get(address).text
    head, foot, body = (
        page[page.index(f"<{part}>") : page.index(f"</{part}>")] for part in ("thead", "tfoot", "tbody")
    )
    assert [("۱۲۹" in part, "۱۲۷" in part) for part in (head, foot, body)] == [
        (True, False),
        (False, True),
        (False, False),
    ]


def test_a_changed_tariff_asks_for_the_old_board_until_it_is_taken_down(house):
    hang(house)
    client = house.client("clerk")
    assert "باید برداشته شود" not in client.get("/office/boards").text
    dearer(house)
    assert "باید برداشته شود" in client.get("/office/boards").text
    assert "با داده‌های امروز یکی نیست" in client.get("/office/boards/prints/1").text
    answer = post(client, "/office/boards/prints/1/removed")
    assert answer.location == "/office/boards#removed"
    page = client.get("/office/boards").text
    assert "باید برداشته شود" not in page
    assert "برداشته شد: ۱ آذر" in page
    assert "این چاپ برداشته شده است" in client.get("/office/boards/prints/1").text


def test_a_print_that_never_was_is_not_found(house):
    client = house.client("clerk")
    assert client.get("/office/boards/prints/9").status_code == 404
    assert post(client, "/office/boards/prints/9/removed").status_code == 404
    assert client.get("/office/boards/none").status_code == 404
    assert post(client, "/office/boards/none/prints").status_code == 404


def test_the_public_screen_needs_no_session_and_opens_none(house):
    answer = house.visitor().get("/board/1")
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    assert all(text in answer.text for text in ("دفتر 1", "۱۲۷", "۱۲۹", "دفتر از بامداد باز است.", "یکشنبه ۱ آذر ۱۴۰۵"))


def test_the_public_screen_runs_without_scripts_and_comes_again_by_itself(house):
    answer = house.visitor().get("/board/1")
    assert "<script" not in answer.text
    panels = answer.text.count("screen__panel")
    assert f"screen__reel--{panels}" in answer.text
    assert int(answer.headers["Refresh"]) % (15 * panels) == 0


def test_the_public_screen_knows_nothing_of_the_people_of_the_office(house):
    house.draft_of("clerk", kind="field")
    page = house.visitor().get("/board/1").text
    assert "همکار" not in page
    assert "مطالبه گاو" not in page


@pytest.mark.parametrize("number", ["3", "office-1", "0", "۱", "1%20", "a" * 300])
def test_an_unknown_office_has_no_screen(house, number):
    assert house.visitor().get(f"/board/{number}").status_code == 404


def test_who_does_not_print_boards_sees_no_shelf(house):
    assert house.client("expert").get("/office/boards").status_code == 403
