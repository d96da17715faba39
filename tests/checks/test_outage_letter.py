"""A letter is held against the schema that ships: what is wrong is told in Persian, at its place."""

import copy
import re

import pytest

from assistant.checks.outage_letter import letter_problems
from tests.tiny_house.outage_words import SCHEMA

LETTER = {
    "letter": {"number": "1405/د/118", "date": "1405-08-30", "time": "12:40", "subject_fa": "اعلام اختلال سامانه"},
    "addressee": {"title_fa": "معاون محترم", "province": "نمونه"},
    "office": {"name_fa": "دفتر نمونه", "code": "000000", "manager": "نام مدیر", "city": "نمونه"},
    "outage": {
        "systems": ["office_portal"],
        "first_failure": {"date": "1405-08-30", "time": "09:15"},
        "restored": None,
        "scope": "national",
        "symptoms_fa": "صفحه باز نمی‌شود",
        "error_codes": ["504"],
        "attempts": [{"time": "09:15", "result_fa": "خطا"}],
        "local_checks": {"power_ok": True, "internet_ok": True, "other_office_affected": "yes"},
    },
    "client": {
        "full_name": "نام مراجعه‌کننده",
        "role": "party",
        "identity_checked": True,
        "arrived_at": "09:05",
        "consent_to_share": True,
    },
    "case": {
        "case_number": "1405000000000000",
        "court_fa": "شعبه نمونه",
        "decision_kind": "judgment",
        "decision_number": "140500000000000000",
        "decision_date": "1405-08-07",
        "service": {"date": "1405-08-09", "mode": "electronic_viewed"},
    },
    "act": {
        "deadline_id": "tajdidnazar_hokm",
        "kind_fa": "تجدیدنظرخواهی",
        "period_days": 20,
        "computed_last_day": "1405-08-30",
        "is_last_day_today": True,
        "counting_note_fa": "روز ابلاغ شمرده نشده است",
        "prepared_documents": ["دادخواست تجدیدنظر"],
    },
    "statement": {"facts_fa": "شرح رویداد", "legal_basis": ["ماده ۴۴۴"], "request_fa": ["گواهی"]},
    "signatures": {"manager": True, "client": True},
}


def changed(path, value):
    """The letter with one value put in, or with ``...`` taken out."""
    letter = copy.deepcopy(LETTER)
    *way, last = path.split(".")
    node = letter
    for part in way:
        node = node[part]
    if value is ...:
        del node[last]
    else:
        node[last] = value
    return letter


def test_a_whole_letter_has_no_problem():
    assert letter_problems(SCHEMA, LETTER) == ()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("client.full_name", ...),
        ("client.full_name", ""),
        ("client.arrived_at", "25:00"),
        ("client.arrived_at", "9:5"),
        ("client.role", "king"),
        ("client.national_id", "12"),
        ("client.identity_checked", "yes"),
        ("act.is_last_day_today", False),
        ("act.period_days", 0),
        ("act.computed_last_day", "1404-12-30"),
        ("act.prepared_documents", []),
        ("case.service", ...),
        ("case.decision_date", "1405-13-01"),
        ("outage.attempts", []),
        ("outage.systems", ["moon"]),
        ("outage.local_checks", ...),
        ("outage.restored", {"date": "1405-08-30"}),
        ("office.city", ...),
        ("office.moon", "x"),
        ("follow_up", {"filed_after_restore": {"date": "1405-09-02"}}),
    ],
)
def test_each_thing_that_does_not_fit_is_told_once_in_persian_at_its_place(path, value):
    problems = letter_problems(SCHEMA, changed(path, value))
    assert len(problems) == 1
    assert problems[0].path.startswith(path.removesuffix(".moon"))
    assert not re.search("[A-Za-z]", re.sub("«[^»]*»", "", problems[0].message))


def test_every_field_of_the_schema_has_a_persian_name():
    def nameless(node, path):
        for name, each in node.get("properties", {}).items():
            if not re.search("[آ-ی]", each.get("title", "")) and "$ref" not in each and name != "sha256":
                yield f"{path}.{name}"
            yield from nameless(each, f"{path}.{name}")

    assert list(nameless(SCHEMA, "")) == []
