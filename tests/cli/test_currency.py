"""``check --currency``: lists, days, exit codes."""

import json

import pytest
from click.testing import CliRunner

from assistant.cli import commands
from tests.content.case import CEILING
from tests.content.tree import changed


@pytest.fixture
def run(tmp_path):
    """On the made-up content, whose ceiling nobody verified beyond 1405-10-01."""
    content = tmp_path / "content"
    for path, raw in changed(CEILING, "verified_until: 1406-09-01", "verified_until: 1405-10-01").items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_bytes(raw)

    def run(*arguments, code):
        base = ["--data", str(tmp_path / "office"), "--content", str(content), "check"]
        result = CliRunner().invoke(commands, [*base, *map(str, arguments)], catch_exceptions=False)
        assert result.exit_code == code, result.output
        return result

    return run


@pytest.mark.parametrize(
    ("day", "found", "code"),
    [("1405-08-30", None, 0), ("1405-09-01", "soon", 0), ("1405-10-01", "soon", 0), ("1405-10-02", "overdue", 1)],
)
def test_a_value_is_due_soon_for_thirty_days_and_overdue_after_its_last(run, day, found, code):
    data = json.loads(run("--currency", "--on", day, "--json", code=code).stdout)
    assert data["on"] == day
    assert [key for key in ("soon", "overdue") if CEILING in data[key]] == ([found] if found else [])


def test_weak_and_unowned_values_are_listed_and_each_file_is_described_once(run):
    data = json.loads(run("--currency", "--on", "1405-09-01", "--json", code=0).stdout)
    assert CEILING in data["weak"]
    assert CEILING in data["unassigned"]
    (ceiling,) = [each for each in data["watched"] if each["place"] == CEILING]
    assert (ceiling["kind"], ceiling["checked_on"], ceiling["due_on"]) == ("parameter", "1405-09-01", "1405-10-01")
    assert [part["grade"] for part in ceiling["parts"]] == ["own", "own"]


def test_people_read_the_same_with_places_and_dates(run):
    text = run("--currency", "--on", "۲ دی ۱۴۰۵", code=1).stdout
    assert "پایان اعتبار گذشته: 1" in text
    assert f"۱۴۰۵/۱۰/۰۱  {CEILING}  سقف جریمه" in text


@pytest.mark.parametrize("day", ["1405-12-30", "yesterday", ""])
def test_a_day_that_is_not_in_the_calendar_is_wrong_use(run, day):
    assert "تاریخ خورشیدی نیست" in run("--currency", "--on", day, code=2).stderr


def test_a_path_beside_it_is_wrong_use_and_so_is_a_day_without_it(run):
    assert "مسیری داده نمی‌شود" in run("--currency", "rules", code=2).stderr
    assert "--currency" in run("--on", "1405-09-01", code=2).stderr
