"""Boards and the keys of date."""

from tests.content.case import CEILING, Case, edit
from tests.content.tree import tiny_files, with_file

WALL = "rules/boards/wall.yaml"

_EMPTY = """id: empty
title: تابلوی خالی
lines:
  - {purpose: guidance, number: '129', name: خط راهنما, text: راهنمایی, source: مصوبه, grade: own}
  - {purpose: reporting, number: '127', name: خط گزارش, text: گزارش, source: مصوبه, grade: own}
checked_on: 1405-09-01
verified_until: 1406-09-01
responsible: null
"""
_REPORTING = next(line for line in tiny_files()[WALL].decode().splitlines(keepends=True) if "'127'" in line)

BOARDS: list[Case] = [
    edit("board_line_missing", WALL, _REPORTING, "", at="lines:"),
    edit("board_line_missing", WALL, "number: '129'", "number: '192'", at="lines:"),
    edit("board_refused", WALL, "باشگاه از بامداد باز است.", "بهتر است بامداد آمده شود.", at="- {text: بهتر"),
    edit("board_refused", WALL, "title: ساعت کار", "title: بهتر است", at="title: بهتر است"),
    edit("board_refused", WALL, "باشگاه از بامداد باز است.", "باشگاه از بامداد باز است!", at="- {text: باشگاه"),
    edit("board_unknown_law", WALL, "{law: club,", "{law: clab,", nearest="club"),
    edit("value_not_allowed", WALL, "of: office_tariff", "of: office_tarif"),
    edit("file_name_differs", WALL, "id: wall", "id: walls", nearest="wall"),
    Case("board_empty", with_file("rules/boards/empty.yaml", _EMPTY), "rules/boards/empty.yaml"),
]  # fmt: skip

DATES: list[Case] = [
    edit("missing_key", CEILING, "responsible: null\n", "", at="id: fine_ceiling"),
    edit("missing_key", WALL, "responsible: null\n", "", at="id: wall"),
    edit("wrong_kind", WALL, "responsible: null", "responsible: 5"),
    edit("verification_order", CEILING, "verified_until: 1406-09-01", "verified_until: 1404-09-01"),
    edit("verification_order", WALL, "verified_until: 1406-09-01", "verified_until: 1404-09-01"),
    edit("invalid_jalali_date", WALL, "checked_on: 1405-09-01", "checked_on: 1405-13-01"),
]  # fmt: skip
