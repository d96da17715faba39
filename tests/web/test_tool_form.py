"""Reading the small forms of the tools: what was typed stays, problems are told in Persian, what was read is echoed."""

from datetime import date

import pytest
from flask import Flask, render_template_string

from assistant.domain.form import Option
from assistant.web.drawing import prepare_pages
from assistant.web.tool_form import EMPTY, ToolReading
from tests import ROOT

SIDES = (Option("one", "یکی"), Option("two", "دومی"))


def test_a_form_not_sent_has_no_problems_and_is_not_clear():
    reading = ToolReading({})
    assert reading.date("served", "تاریخ ابلاغ") is None
    form = reading.done()
    assert (form.problems, form.is_asked, form.is_clear) == ({}, False, False)


def test_a_required_field_left_empty_is_told_once_something_was_sent():
    reading = ToolReading({"served": " "})
    assert reading.date("served", "تاریخ ابلاغ") is None
    assert reading.done().problems["served"].startswith("تاریخ ابلاغ خالی است")


@pytest.mark.parametrize("typed", ["1405/7/1", "۱۴۰۵/۰۷/۰۱", "5 7 1", "۱ مهر ۱۴۰۵"])
def test_a_date_is_read_however_it_is_typed_and_echoed_with_its_weekday(typed):
    reading = ToolReading({"served": typed})
    assert reading.date("served", "تاریخ ابلاغ") == date(2026, 9, 23)
    form = reading.done()
    assert form.echoes["served"] == "چهارشنبه ۱ مهر ۱۴۰۵"
    assert form.values["served"] == typed


def test_thirty_esfand_of_a_common_year_is_told_with_the_length_of_the_month():
    reading = ToolReading({"served": "1404/12/30"})
    assert reading.date("served", "تاریخ ابلاغ") is None
    form = reading.done()
    assert "اسفند ۱۴۰۴ بیست‌ونه روز دارد" in form.problems["served"]
    assert form.values["served"] == "1404/12/30"
    assert form.summary == (("#served", form.problems["served"]),)


def test_tomans_become_rials_and_are_echoed_in_words():
    reading = ToolReading({"amount": "۱۶۰٬۰۰۰", "amount_unit": "toman"})
    assert reading.rial("amount", "مبلغ") == 1_600_000
    assert "یک میلیون و ششصد هزار ریال" in reading.done().echoes["amount"]


@pytest.mark.parametrize("typed", ["-5", "12.5.5", "9" * 30, "abc", "5 متر"])
def test_an_amount_that_is_none_is_a_problem_at_its_field(typed):
    reading = ToolReading({"amount": typed})
    assert reading.rial("amount", "مبلغ") is None
    assert reading.done().problems["amount"]


@pytest.mark.parametrize(("typed", "word"), [("0", "کمترین"), ("4000", "بیشترین")])
def test_a_number_outside_its_bounds_names_the_bound(typed, word):
    reading = ToolReading({"days": typed})
    assert reading.integer("days", "روز", minimum=1, maximum=3650) is None
    assert word in reading.done().problems["days"]


def test_a_choice_outside_the_options_lists_them():
    reading = ToolReading({"side": "three"})
    assert reading.choice("side", "سو", SIDES) is None
    assert "«یکی»" in reading.done().problems["side"]


def test_what_a_tool_sees_itself_takes_the_echo_away():
    reading = ToolReading({"served": "1405/07/01"})
    reading.date("served", "تاریخ ابلاغ")
    reading.problem("served", "پس از امروز است.")
    assert (reading.done().echoes, reading.done().problems["served"]) == ({}, "پس از امروز است.")


@pytest.fixture
def draw():
    app = Flask("assistant.web", root_path=str(ROOT / "assistant/web"), template_folder="pages")
    app.static_folder = str(ROOT / "static")
    prepare_pages(app)

    def _draw(source, **values):
        with app.test_request_context("/"):
            return render_template_string(
                '{% import "partials/tool.html" as tool %}{% from "partials/tabs.html" import tabs %}' + source,
                **values,
            )

    return _draw


def test_a_field_is_tied_to_what_is_said_about_it_and_keeps_what_was_typed(draw):
    reading = ToolReading({"served": "1404/12/30"})
    reading.date("served", "تاریخ ابلاغ")
    page = draw("{{ tool.date_field(form, 'served', 'تاریخ ابلاغ', 'راهنما') }}", form=reading.done())
    assert 'value="1404/12/30"' in page
    assert 'aria-describedby="served-help served-said"' in page
    assert 'aria-invalid="true"' in page


def test_few_options_are_radios_many_are_a_list_with_headings(draw):
    assert 'type="radio"' in draw("{{ tool.choice_field(form, 'side', 'سو', sides) }}", form=EMPTY, sides=SIDES)
    grouped = draw("{{ tool.choice_field(form, 'act', 'کار', groups=[('گروه', sides)]) }}", form=EMPTY, sides=SIDES)
    assert '<optgroup label="گروه">' in grouped


def test_the_arithmetic_is_a_table_with_its_sum(draw):
    rows = [{"label": "پایه", "how": "10 × 2", "value": "20"}, {"label": "جمع", "value": "20", "is_total": True}]
    page = draw("{{ tool.steps_table(rows) }}", rows=rows)
    assert "۱۰ × ۲" in page
    assert 'class="is-total"' in page


def test_the_tab_shown_is_marked(draw):
    page = draw("{{ tabs([('a', '/a', 'یکی'), ('b', '/b', 'دومی')], 'b') }}")
    assert page.count("aria-current") == 1


def test_a_long_list_of_options_is_not_told_whole():
    many = [Option(f"o{number}", f"گزینهٔ {number}") for number in range(40)]
    reading = ToolReading({"act": "nothing"})
    assert reading.choice("act", "کار", many) is None
    assert reading.done().problems["act"] == "کار: «nothing» خوانده شد که در فهرست نیست."
