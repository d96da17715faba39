"""The command ``calc`` over the shipped tables: amounts, JSON, refusals and exit codes."""

import json

import pytest
from click.testing import CliRunner

from assistant.cli import commands

DEBT = ["late-payment", "--principal", "500000000", "--due", "1400-05", "--paid", "1405-06"]


def calc(*arguments: str):
    return CliRunner().invoke(commands, ["calc", *arguments])


def test_late_payment_names_both_readings_in_words_and_in_json():
    spoken = calc(*DEBT)
    assert spoken.exit_code == 0
    assert "۳٬۵۹۲٬۹۵۷٬۰۷۸ ریال" in spoken.output
    assert "۱٬۷۴۴٬۲۷۲٬۸۶۲ ریال" in spoken.output
    data = json.loads(calc(*DEBT, "--json").output)
    assert [each["amount"] for each in data["variants"]] == [3592957078, 1744272862]
    assert data["variants"][0]["is_provisional"] is True
    assert data["variants"][0]["figures"][1]["figure"] == "3452.0"
    assert data["data"]["cpi-monthly"]["checked_on"] == "1405-09-01"
    assert data["is_reviewed"] is False


@pytest.mark.parametrize(
    ("arguments", "amount"),
    [
        (["cheque-damages", "--principal", "2000000000", "--due", "1401-08", "--paid", "1403-12"], 2615523738),
        (["mahr", "--amount", "200000", "--marriage-year", "1352", "--payment-year", "1389"], 86395745),
        (["diyeh", "--year", "1405", "--fraction", "5/100", "--subject", "other"], 1050000000),
    ],
)
def test_the_other_calculators_answer_the_same_way(arguments, amount):
    result = calc(*arguments, "--json")
    assert result.exit_code == 0
    assert json.loads(result.output)["variants"][0]["amount"] == amount


def test_inheritance_takes_yes_and_no_as_switches():
    family = ["--spouse", "wife", "--father", "--no-mother", "--sons", "1", "--daughters", "0"]
    result = calc("inheritance", "--estate", "2400", *family, "--json")
    amounts = {each["heir"]: each["amount"] for each in json.loads(result.output)["variants"][0]["shares"]}
    assert amounts == {"wife": 300, "father": 400, "son": 1700}


def test_tomans_are_ten_rials():
    assert json.loads(calc("toman", "47000000", "--json").output)["rial"] == 470000000
    assert "۴۷۰٬۰۰۰٬۰۰۰ ریال" in calc("toman", "۴۷٬۰۰۰٬۰۰۰").output


@pytest.mark.parametrize(
    ("arguments", "code", "text"),
    [
        (["mahr", "--amount", "5", "--marriage-year", "1380", "--payment-year", "1410"], 1, "برای سال ۱۴۰۹ رقمی"),
        ([*DEBT[:-1], "1399-01"], 2, "پیش از مرداد ۱۴۰۰ است"),
        (["late-payment", "--principal", "-5", *DEBT[3:]], 2, "کمتر از صفر نیست"),
        (["toman", "هزار"], 2, "مبلغ با رقم"),
        (["diyeh", "--year", "1390", "--fraction", "1/1", "--subject", "other"], 1, "برای سال ۱۳۹۰ رقمی"),
    ],
)
def test_what_cannot_be_computed_is_said_with_its_exit_code(arguments, code, text):
    result = calc(*arguments)
    assert result.exit_code == code
    assert text in result.output


def test_problems_come_as_json_too():
    result = calc(*DEBT[:-1], "1399-01", "--json")
    assert result.exit_code == 2
    assert set(json.loads(result.output)["problems"]) == {"paid"}


def test_a_month_without_an_index_leaves_the_other_reading():
    data = json.loads(calc(*DEBT[:-1], "1405-08", "--json").output)
    months, years = data["variants"]
    assert months["amount"] is None
    assert "آبان ۱۴۰۵" in months["refusal"]
    assert years["amount"] == 1744272862
