"""Decision tables."""

# ruff: noqa: E501 (a table)

from tests.content.case import Case
from tests.content.tree import with_file

PATH = "rules/forum/forum-table.yaml"
TABLE = """id: forum-table
title: جدول کتابخانه‌ها
chosen: has_helper
rows:
  - id: helped
    subject: امانت با تعهد
    applies_to: {groups: [members]}
    when: pledge == true
    places: [کتابخانه بزرگ]
    fits: has_helper == true
    basis: [{law: club, article: '7'}]
    grade: own
examples:
  - {name: همراه, groups: [members], on: 1405-09-01, answers: {pledge: true, has_helper: true}, fits: true}
"""


def _spoiled(code: str, old: str, new: str, at: str, nearest: str | None = None) -> Case:
    assert TABLE.count(old) == 1, old
    return Case(code, with_file(PATH, TABLE.replace(old, new)), PATH, at, nearest)


TABLES = [
    _spoiled("table_row_condition", "when: pledge", "when: pledg", at="when: pledg", nearest="pledge"),
    _spoiled("table_row_condition", "fits: has_helper ==", "fits: has_helpr ==", at="fits: has_helpr", nearest="has_helper"),
    _spoiled("table_unknown_group", "applies_to: {groups: [members]}", "applies_to: {groups: [memberss]}", at="- id: helped", nearest="members"),
    _spoiled("table_unknown_group", "groups: [members], on", "groups: [member], on", at="- {name: همراه"),
    _spoiled("table_row_incomplete", "    places: [کتابخانه بزرگ]\n", "    places: [کتابخانه بزرگ]\n    courts: [small]\n", at="- id: helped"),
    _spoiled("table_row_incomplete", "[{law: club, article: '7'}]", "[]", at="- id: helped"),
    _spoiled("table_unknown_law", "law: club", "law: clubb", at="basis: [{law: clubb", nearest="club"),
    _spoiled("table_row_duplicate", "    grade: own\n", "    grade: own\n" + TABLE[TABLE.index("  - id: helped") : TABLE.index("examples:")].replace("subject: امانت با تعهد", "subject: دیگر"), at="- id: helped\n    subject: دیگر"),
]  # fmt: skip
