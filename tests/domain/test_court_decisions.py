"""Court decisions."""

from datetime import date

import pytest

from assistant.domain.court_decisions import (
    decision_from_parts,
    edit_court_decision,
    edit_decision_parts,
    evaluated_court_decision,
    is_court_decision,
    parse_court_decision,
    show_court_decision,
)
from assistant.domain.value_problem import ValueProblem

DECISION = {
    "number": "140499920000000002",
    "date": "1404-05-12",
    "court": "شعبه ۱ دادگاه نمونه",
    "kind": "judgment",
}
UNNAMED = {key: value for key, value in DECISION.items() if key != "kind"}


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("۱۴۰۴۹۹۹۲۰۰۰۰۰۰۰۰۰۲؛ ۱۴۰۴/۵/۱۲؛ شعبه ۱ دادگاه نمونه؛ حکم", DECISION),
        ("140499920000000002; 1404/5/12; شعبه ۱ دادگاه نمونه؛ judgment", DECISION),
        ("140499920000000002\n۱۲ مرداد ۱۴۰۴\nشعبه ۱ دادگاه نمونه", UNNAMED),
    ],
)
def test_a_decision_is_read_from_one_text(typed: str, stored: dict[str, str]) -> None:
    assert parse_court_decision(typed) == stored
    assert is_court_decision(stored)


@pytest.mark.parametrize("stored", [DECISION, UNNAMED, {**DECISION, "court": "شعبه ۱؛ دادگاه نمونه"}])
def test_a_decision_is_read_back(stored: dict[str, str]) -> None:
    assert parse_court_decision(edit_court_decision(stored)) == stored
    assert decision_from_parts(edit_decision_parts(stored)) == stored


def test_an_input_lists_its_kind_by_code_and_a_text_by_name() -> None:
    assert edit_decision_parts(DECISION)["kind"] == "judgment"
    assert edit_court_decision(DECISION).endswith("؛ حکم")


@pytest.mark.parametrize(
    ("part", "typed", "code"),
    [
        ("number", "", "court_decision_number"),
        ("date", " ", "court_decision_date"),
        ("court", "", "court_decision_court"),
        ("kind", "نظر", "court_decision_kind"),
        ("date", "1404/12/30", "date_day"),
        ("number", "x", "case_no_form"),
    ],
)
def test_a_missing_or_wrong_part_is_named(part: str, typed: str, code: str) -> None:
    with pytest.raises(ValueProblem) as problem:
        decision_from_parts({**DECISION, part: typed})
    assert problem.value.code == code


def test_a_text_without_its_parts_is_refused() -> None:
    with pytest.raises(ValueProblem, match="court_decision_form"):
        parse_court_decision("140499920000000002")


def test_a_decision_is_shown_with_its_kind_when_known() -> None:
    assert show_court_decision(DECISION) == "حکم شماره ۱۴۰۴۹۹۹۲۰۰۰۰۰۰۰۰۰۲ مورخ ۱۴۰۴/۰۵/۱۲ شعبه ۱ دادگاه نمونه"
    assert show_court_decision(UNNAMED).startswith("رأی شماره")


def test_its_date_is_a_date_for_conditions() -> None:
    assert evaluated_court_decision(DECISION) == {**DECISION, "date": date(2025, 8, 3)}


@pytest.mark.parametrize(
    "stored",
    [
        *(None, {}, "x", {**DECISION, "date": "1404/05/12"}, {**DECISION, "kind": "حکم"}, {**DECISION, "number": 14}),
        *({**DECISION, "court": ""}, {**DECISION, "judge": "x"}, {"number": "123", "date": "1404-05-12"}),
    ],
)
def test_what_is_stored_otherwise_is_no_decision(stored: object) -> None:
    assert not is_court_decision(stored)
