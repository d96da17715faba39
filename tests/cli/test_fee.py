"""``fee``: sums, exit codes and messages of the command line."""

import json

import pytest
from click.testing import CliRunner

from assistant.cli import commands, fee_commands
from tests.tariffs import tariffs
from tests.tiny_house.house import library_of

ON = ("--on", "1403-07-01")


@pytest.fixture
def run(monkeypatch):
    """The real tariffs, without the rest of the library."""
    from dataclasses import replace

    costs, tariff = tariffs()
    library = replace(library_of([]), costs=costs, office_tariff=tariff)
    monkeypatch.setattr(fee_commands, "load_or_stop", lambda settings: library)

    def run(*arguments, code=0):
        result = CliRunner().invoke(commands, ["fee", *arguments], catch_exceptions=False)
        assert result.exit_code == code, result.output
        return result

    return run


def test_a_value_at_first_instance(run):
    found = json.loads(run("--stage", "first", "--value", "500000000", *ON, "--json").stdout)
    assert (found["min"], found["max"], found["complete"], found["confirmed"]) == (15_500_000, 15_500_000, True, True)
    (line,) = found["lines"]
    assert line["steps"][-1] == "۵٬۰۰۰٬۰۰۰ + ۱۰٬۵۰۰٬۰۰۰ = ۱۵٬۵۰۰٬۰۰۰"
    assert line["basis"]
    assert line["grade"] == "2+"


@pytest.mark.parametrize(
    ("stage", "claim", "fee"),
    [
        ("first", "non_financial", (400_000, 1_800_000)),
        ("first", "unknown", (1_500_000, 1_500_000)),
        ("first", "unknown:900000000", (28_000_000, 28_000_000)),
        ("first", "financial:500000000", (15_500_000, 15_500_000)),
        ("first", "50,000,000 تومان", (15_500_000, 15_500_000)),
        ("first", "immovable:300000000", (8_500_000, 8_500_000)),
        ("first", "immovable:2500000:120", (8_500_000, 8_500_000)),
        ("first", "raised:500000000:800000000", (10_500_000, 10_500_000)),
        ("appeal", "part:3000000000:1200000000:plaintiff", (81_000_000, 81_000_000)),
        ("appeal", "part:3000000000:1200000000:defendant", (54_000_000, 54_000_000)),
        ("vakhahi", "800000000", (36_000_000, 36_000_000)),
    ],
)
def test_every_kind_of_claim(run, stage, claim, fee):
    found = json.loads(run("--stage", stage, "--claims", claim, *ON, "--json").stdout)
    assert (found["min"], found["max"]) == fee


def test_claims_add_to_the_value(run):
    found = json.loads(run("--value", "500000000", "--claims", "non_financial", *ON, "--json").stdout)
    assert (found["min"], found["max"]) == (15_900_000, 17_300_000)


def test_paper_and_the_office(run):
    office = ("--service", "petition", "--persons", "2", "--pages", "4", "--payment")
    found = json.loads(run("--sheets", "2", "--copies", "1", *office, *ON, "--json").stdout)
    assert found["min"] == 2 * 20_000 + 300_000 + 985_000


def test_a_line_without_data_is_exit_code_one(run):
    result = run("--value", "500000000", "--service", "petition", "--on", "1405-09-01", "--json", code=1)
    found = json.loads(result.stdout)
    assert not found["complete"]
    assert [line["lack"] for line in found["lines"]] == [None, "no_tariff"]


def test_people_read_sum_formula_basis_and_doubt(run):
    text = run("--value", "500000000", "--on", "1404-07-01").stdout
    for part in ("جمع: ۱۵٬۵۰۰٬۰۰۰ ریال", "× ۳٫۵٪", "ماده ۳", "برای سال ۱۴۰۴ تأیید نشده است", "رقم نهایی"):
        assert part in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--value", "-5"), "کمتر از صفر"),
        (("--value", "0"), "بیش از صفر"),
        (("--value", "1" + "0" * 19), "بیشترین مبلغ"),
        (("--value", "five"), "خوانده شد"),
        (("--claims", "part:1:2"), "خواسته خوانده نشد"),
        (("--claims", "raised:5:4"), "بیشتر نیست"),
        (("--stage", "nowhere"), "مرحله‌ها"),
        (("--service", "nothing"), "خدمت‌ها"),
        (("--service", "petition", "--pages", "-1"), "کمتر از صفر"),
        (("--sheets", "-1"), "کمتر از صفر"),
        (("--on", "1404-12-30"), "تاریخ نادرست"),
    ],
)
def test_wrong_use_is_told_and_exits_with_two(run, arguments, said):
    assert said in run(*arguments, code=2).stderr
