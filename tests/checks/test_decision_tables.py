"""Decision tables: the first row that holds decides, and a row that waits for an answer may be the one."""

from typing import Any

import pytest

from assistant.checks.facts import FactTable, facts_of
from assistant.domain.answers import Answers
from assistant.domain.condition import Undetermined
from assistant.domain.decision_table import DecisionTable, TableRow
from assistant.domain.finding import Basis
from assistant.domain.rule import AppliesTo
from tests.tiny_house.house import ON, complete, derived, field, form_of, library_of, partial, template_of

COURTS = ["small", "large", "far"]
FORM = form_of(
    field("court", "choice", options=COURTS),
    field("is_lease", "yes_no"),
    field("amount", "integer"),
)
TEMPLATE = template_of(FORM)


def row(id: str, when: str, courts: tuple[str, ...], catalogue: tuple[str, ...] = ()) -> TableRow:
    listed = ", ".join(f"'{each}'" for each in courts)
    basis = (Basis(law="club", article="7", citation="ماده ۷ آیین‌نامه"),)
    return TableRow(id, id, AppliesTo(), when, f"court in [{listed}]", courts, (), basis, catalogue, "own")


TABLE = DecisionTable(
    "forum",
    "مراجع",
    "court",
    (
        row("lease", "is_lease == true", ("small", "far")),
        row("little", "amount <= 10", ("small",), ("60",)),
        row("much", "amount > 10", ("large",)),
    ),
)


def fact(name: str, answers: Answers, table: DecisionTable = TABLE) -> Any:
    facts = facts_of(TEMPLATE, {}, (table,))
    document = derived(library_of([TEMPLATE]), answers).document
    return FactTable(facts, document, ON, {})(name)


@pytest.mark.parametrize(
    ("given", "fits"),
    [
        ({"court": "small", "is_lease": True, "amount": 99}, True),
        ({"court": "large", "is_lease": True, "amount": 99}, False),
        ({"court": "large", "is_lease": False, "amount": 99}, True),
        ({"court": "small", "is_lease": False, "amount": 99}, False),
    ],
)
def test_the_first_row_that_holds_decides(given: dict[str, Any], fits: bool) -> None:
    assert fact("forum_fits", complete(given)) is fits


def test_a_choice_that_fits_every_row_that_may_decide_fits() -> None:
    assert fact("forum_fits", partial({"court": "small", "amount": 5})) is True


def test_a_choice_that_fits_none_of_them_does_not_fit() -> None:
    assert fact("forum_fits", partial({"court": "large", "amount": 5})) is False


def test_between_them_the_answers_that_decide_are_missing() -> None:
    assert fact("forum_fits", partial({"court": "far", "amount": 5})) == Undetermined(("is_lease",))


def test_a_choice_not_made_yet_is_missing_too() -> None:
    assert fact("forum_fits", partial({"is_lease": True})) == Undetermined(("court",))


def test_where_no_row_holds_every_choice_fits() -> None:
    assert fact("forum_fits", complete({"court": "far", "is_lease": False})) is True


def test_an_undetermined_row_adds_its_courts_to_those_named() -> None:
    words = fact("possible_forums", partial({"court": "small", "amount": 5}))
    assert words == "lease: گزینه small یا گزینه far (ماده ۷ آیین‌نامه)؛ little: گزینه small (ماده ۷ آیین‌نامه)"


def test_a_form_without_the_choice_has_no_facts_of_the_table() -> None:
    poor = template_of(form_of(field("amount", "integer")))
    assert "forum_fits" not in facts_of(poor, {}, (TABLE,))
