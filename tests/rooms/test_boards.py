"""The boards of the real content: what must hang in every office, and what never hangs there."""

import re
from datetime import timedelta

import pytest

from assistant.checks.wording import NOTICE
from assistant.domain.jalali import to_gregorian
from assistant.domain.money import show_rial
from assistant.services.board_view import build_board_view, screen_panels
from tests import ROOT

DAYS = ("1403-06-01", "1404-06-01", "1405-09-01", "1406-01-01", "1410-01-01")


def test_a_notice_and_a_tariff_hang_in_every_office(library):
    assert set(library.boards) >= {"notice", "tariff"}


def test_the_notice_says_no_advice_is_given_and_speaks_of_identity_and_personal_data(library):
    sections = {each.id: each for each in library.boards["notice"].sections}
    assert set(sections) >= {"no-advice", "identity", "personal-data", "free-guidance"}
    assert any("مشاوره حقوقی داده نمی‌شود" in each.text for each in sections["no-advice"].sentences)


def test_each_board_names_the_reporting_line_and_the_free_guidance(library):
    for board in library.boards.values():
        view = build_board_view(library, board, to_gregorian("1405-09-01"))
        assert (view.reporting.number, view.reporting.name) == ("127", "ستاد خبری حفاظت و اطلاعات قوه قضاییه")
        assert (view.guidance.number, view.guidance.text) == ("129", "راهنمایی رایگان")


@pytest.mark.parametrize("on", DAYS)
def test_everything_on_a_board_is_neutral_on_every_day(library, on):
    for board in library.boards.values():
        view = build_board_view(library, board, to_gregorian(on))
        said = [text for panel in view.panels for text in (panel.title, *panel.sentences)]
        said += [row.label for panel in view.panels for row in panel.rows]
        assert [text for text in said if library.wording.problems(text, NOTICE)] == []


def test_the_tariff_of_1405_is_not_known_and_no_older_price_is_shown(library):
    view = build_board_view(library, library.boards["tariff"], to_gregorian("1405-09-01"))
    services = view.panels[0]
    assert services.rows == ()
    assert "۱۴۰۵" in services.sentences[0]
    shown = str(view)
    for year in library.office_tariff.years:
        for price in year.prices.values():
            assert price.amount is None or show_rial(price.amount) not in shown


def test_the_tariff_of_1403_shows_the_prices_of_1403(library):
    view = build_board_view(library, library.boards["tariff"], to_gregorian("1403-06-01"))
    prices = {row.label: row.value for row in view.panels[0].rows}
    assert prices["ثبت دادخواست یا شکایت"] == "۷۷۰٬۰۰۰ ریال"


def test_what_nobody_confirmed_for_the_year_stands_on_the_tariff_without_a_figure(library):
    view = build_board_view(library, library.boards["tariff"], to_gregorian("1405-09-01"))
    without = [row for row in view.panels[1].rows if not row.is_price]
    assert without
    assert all(re.search("[۰-۹]", row.value.replace("۱۴۰۵", "")) is None for row in without)


def test_the_screen_has_a_turn_for_every_number_of_panels_a_year_can_bring(library):
    turns = (ROOT / "static/css/screen.css").read_text(encoding="utf-8")
    day, last = to_gregorian("1403-01-01"), to_gregorian("1407-01-01")
    while day < last:
        views = (build_board_view(library, board, day) for board in library.boards.values())
        count = sum(len(screen_panels(view)) for view in views)
        assert f".screen__reel--{count} {{" in turns, day
        day += timedelta(days=30)


def test_every_dated_file_is_watched(library):
    files = [
        path for path in (ROOT / "rules").rglob("*.yaml") if "\nverified_until:" in path.read_text(encoding="utf-8")
    ]
    assert {each.place for each in library.watched} == {path.relative_to(ROOT).as_posix() for path in files}
