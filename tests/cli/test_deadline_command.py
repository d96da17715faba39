"""``deadline`` on the command line: the worked date, the count, the list, and every input it refuses."""

import json

import pytest
from click.testing import CliRunner

from assistant.app import Settings, load_library, open_office_store
from assistant.cli import commands, deadline_commands, deadline_output
from assistant.domain.deadline import Mark
from assistant.domain.jalali import to_gregorian
from assistant.domain.office_calendar import NATIONAL
from assistant.domain.people import Actor, Role
from assistant.domain.period import Counting
from assistant.services.calendar_desk import CalendarDesk
from assistant.services.office_time import SystemClock


@pytest.fixture
def run(tmp_path):
    def run(*arguments, code=0):
        base = ["--data", str(tmp_path / "office"), "--key-file", str(tmp_path / "keys/office.key"), "deadline"]
        result = CliRunner().invoke(commands, [*base, *arguments], catch_exceptions=False)
        assert result.exit_code == code, result.output
        return result

    return run


def counted(run, *arguments):
    return json.loads(run(*arguments, "--json").stdout)


def test_the_last_day_comes_as_data(run):
    result = counted(run, "--act", "tajdidnazar_hokm", "--served", "1405-07-03")
    assert (result["nominal"], result["last_day"], result["file_by"]) == ("1405-07-24", "1405-07-25", "1405-07-22")
    assert [(each["day"], each["reasons"][0]["kind"]) for each in result["skipped"]] == [("1405-07-24", "weekly")]
    assert result["period"]["basis"]
    assert "count" not in result


def test_abroad_province_outage_and_a_length_of_the_court_are_taken(run):
    appeal = ("--act", "tajdidnazar_hokm", "--served")
    assert counted(run, *appeal, "1405-06-05", "--abroad")["last_day"] == "1405-08-05"
    notice = ("--act", "raf_naqs", "--served", "1405-04-02")
    assert counted(run, *notice, "--province", "تهران")["last_day"] == "1405-04-16"
    assert counted(run, *notice)["last_day"] == "1405-04-13"
    outage = ("--outage", "1405-08-30", "--outage", "1405-09-01")
    assert counted(run, *appeal, "1405-08-09", *outage)["last_day"] == "1405-09-02"
    assert counted(run, *appeal, "1405-07-05", "--length", "15")["last_day"] == "1405-07-21"


def test_people_read_it_in_persian_with_the_other_reading_and_day_by_day(run):
    told = run("--act", "divan_3mah", "--served", "1405-05-06", "--days").stdout
    assert "روز آخر: سه‌شنبه ۵ آبان ۱۴۰۵" in told
    assert "ماه تقویمی: پنجشنبه ۷ آبان ۱۴۰۵" in told
    assert "  ۹۰  دوشنبه ۴ آبان ۱۴۰۵" in told


def test_all_periods_are_listed(run):
    rows = json.loads(run("--list", "--json").stdout)
    assert len(rows) >= 84
    assert "تجدیدنظرخواهی از حکم" in run("--list").stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--act", "tajdidnazar_hokm"), "--served"),
        (("--served", "1405-07-01"), "--act"),
        (("--act", "tajdidnazar_hokn", "--served", "1405-07-01"), "tajdidnazar_hokm"),
        (("--act", "vakhahi", "--served", "1404-12-30"), "1404-12-30"),
        (("--act", "vakhahi", "--served", "دیروز"), "دیروز"),
        (("--act", "vakhahi", "--served", "1406-12-25"), "۱۴۰۷"),
        (("--act", "vakhahi", "--served", "1370-01-01"), "1370-01-01"),
        (("--act", "vakhahi", "--served", "1405-07-01", "--province", "نیستان"), "نیستان"),
        (("--act", "vakhahi", "--served", "1405-07-01", "--length", "-3"), "-3"),
        (("--act", "vakhahi", "--served", "1405-07-01", "--length", "9" * 30), "9" * 30),
        (("--act", "vakhahi", "--served", "1405-07-01", "--outage", "1405-13-01"), "1405-13-01"),
        (("--act", "shofe", "--served", "1405-07-01"), "فوری"),
        (("--act", "eteraz_sales", "--served", "1405-07-01"), "مهلت معین ندارد"),
        (("--act", "faseleh_jalse", "--served", "1405-07-01"), "۷ مهر ۱۴۰۵"),
    ],
)
def test_what_cannot_be_counted_is_told_and_exits_two(run, arguments, told):
    assert told in run(*arguments, code=2).stderr


def test_every_mark_and_every_way_of_counting_has_words():
    assert set(deadline_output.MARKS) == set(Mark)
    assert set(deadline_commands.WITHOUT_LAST_DAY) == {each for each in Counting if not each.has_last_day}


def test_a_closure_entered_in_the_office_counts(run, tmp_path):
    """It is known there the evening before; the tables of the library never heard of it."""
    office = ("--data", str(tmp_path / "office"), "--key-file", str(tmp_path / "keys/office.key"))
    made = ("init", "--office", "دفتر نمونه", "--number", "۱", "--user", "admin", "--full-name", "مدیر نمونه")
    assert CliRunner().invoke(commands, [*office, *made]).exit_code == 0
    settings = Settings.from_environment(data=tmp_path / "office", key_file=tmp_path / "keys/office.key")
    store = open_office_store(settings)
    try:
        calendar = CalendarDesk(store, load_library(settings)[0], SystemClock())
        supervisor = Actor("u1", "nazer", "ناظر نمونه", Role.SUPERVISOR, "o1")
        calendar.add(supervisor, to_gregorian("1405-07-22"), NATIONAL, "سرما", "آگهی استانداری")
    finally:
        store.close()
    assert counted(run, "--act", "tajdidnazar_hokm", "--served", "1405-07-01")["last_day"] == "1405-07-23"
