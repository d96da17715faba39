"""Whatever the experts date is watched, without anybody having to register it."""

import json

import pytest

from assistant.content.currency_builder import DATED_KEYS, build_watched
from assistant.content.room_map import Kind
from assistant.domain.jalali import to_gregorian
from tests.content.case import CEILING
from tests.content.tree import changed, check, tiny_files

SCHEMAS = {path: json.loads(raw) for path, raw in tiny_files().items() if path.startswith("schemas/files/")}
DATED = sorted(path for path, schema in SCHEMAS.items() if "verified_until" in schema.get("properties", {}))


@pytest.mark.parametrize("path", DATED)
def test_a_schema_that_knows_a_date_asks_for_all_three_keys_of_date(path):
    assert set(DATED_KEYS) <= set(SCHEMAS[path]["required"])


def watched_of(files):
    loaded = check(files)
    assert loaded.library is not None, loaded.report.as_text()
    return {each.id: each for each in loaded.library.watched}


def test_every_parameter_is_watched_with_its_file_and_its_dates():
    found = watched_of(tiny_files())
    assert found.keys() >= {"card_launch", "fine_ceiling"}
    ceiling = found["fine_ceiling"]
    assert (ceiling.kind, ceiling.place, ceiling.grade) == (Kind.PARAMETER, CEILING, "own")
    assert (ceiling.checked_on, ceiling.verified_until) == (to_gregorian("1405-09-01"), to_gregorian("1406-09-01"))
    assert ceiling.responsible is None


def test_the_one_who_answers_for_a_value_is_named():
    assert watched_of(changed(CEILING, "responsible: null", "responsible: کارشناس نمونه"))["fine_ceiling"].responsible


def test_a_value_long_past_its_date_is_no_fault_of_the_content():
    old = changed(CEILING, "checked_on: 1405-09-01\nverified_until: 1406-09-01",
                  "checked_on: 1380-01-01\nverified_until: 1380-01-02")  # fmt: skip
    loaded = check(old)
    assert loaded.report.problems == ()
    assert loaded.library is not None
    assert [each.id for each in loaded.library.watched if each.is_overdue(to_gregorian("1405-09-01"))] == [
        "fine_ceiling"
    ]


def test_weak_values_inside_a_file_are_named_one_by_one():
    parts = watched_of(tiny_files())["fine_ceiling"].parts
    assert [(each.label, each.grade) for each in parts] == [("۱۳۹۰/۰۱/۰۱", "own"), ("۱۴۰۰/۰۱/۰۱", "own")]


def test_the_watch_is_in_the_order_of_kind_and_id():
    content = check(tiny_files()).content
    assert content is not None
    found = build_watched(content)
    assert [(each.kind, each.id) for each in found] == sorted((each.kind, each.id) for each in found)
