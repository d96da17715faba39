"""Named facts, each with the three values it can have."""

from typing import Any

from assistant.checks.facts import FACTS, OF_EVERY_TEMPLATE, FactTable, facts_of, inputs_behind, parameters_behind
from assistant.domain.answers import Answers
from assistant.domain.condition import TypeEnvironment, Undetermined
from assistant.domain.form_types import type_of_form, types_of_parameters
from tests.tiny_house.house import (
    ON,
    complete,
    derived,
    field,
    form_of,
    library_of,
    parameter,
    partial,
    relief,
    template_of,
)

CEILING = parameter("ceiling", ("1400-01-01", 10), unit="rial")
PARAMETERS = {"ceiling": CEILING}
FORM = form_of(
    field("amount", "rial_amount"),
    field("has_representative", "yes_no"),
    field("additional_reliefs", "list", fields=[field("title"), field("value_rial", "rial_amount")]),
)
ENVIRONMENT = TypeEnvironment(type_of_form(FORM), parameters=types_of_parameters(PARAMETERS))
TEMPLATE = template_of(FORM, reliefs=[relief("مطالبه", ENVIRONMENT, value="amount + parameter('ceiling')")])
TABLE = facts_of(TEMPLATE, PARAMETERS)
TEXT_FORM = form_of(field("narrative", "long_text"))
TEXT_TEMPLATE = template_of(TEXT_FORM)
TEXT_TABLE = facts_of(TEXT_TEMPLATE, {})


def fact(name: str, answers: Answers) -> Any:
    document = derived(library_of([TEMPLATE], parameters=[CEILING]), answers).document
    return FactTable(TABLE, document, ON, PARAMETERS)(name)


def test_the_total_of_the_reliefs() -> None:
    answers = complete({"amount": 5, "additional_reliefs": [{"value_rial": 7}, {}]})
    assert fact("total_relief_value", answers) == 22


def test_the_total_waits_for_every_value() -> None:
    answers = partial({"additional_reliefs": [{"title": "x"}]}, open=["additional_reliefs"])
    assert fact("total_relief_value", answers) == Undetermined(
        ("amount", "additional_reliefs[0].value_rial", "additional_reliefs[+]")
    )


def test_represented_is_yes_only_when_answered_so() -> None:
    assert fact("represented", complete({"has_representative": True})) is True
    assert fact("represented", complete({"has_representative": False})) is False
    assert fact("represented", complete({})) is False
    assert fact("represented", partial({})) == Undetermined(("has_representative",))
    assert fact("represented", partial({}, unknown=["has_representative"])) == Undetermined((), ("has_representative",))


def test_a_fact_is_only_there_where_the_form_has_its_inputs() -> None:
    poor = template_of(form_of(field("amount", "rial_amount")))
    assert set(facts_of(poor, {})) == {*OF_EVERY_TEMPLATE, "total_relief_value"}
    assert {*TABLE, *TEXT_TABLE} == {*OF_EVERY_TEMPLATE, *FACTS}


def test_the_stage_is_that_of_the_template() -> None:
    assert fact("case_stage", complete({})) == TEMPLATE.stage


def test_the_inputs_behind_a_fact_are_answers() -> None:
    assert inputs_behind(TABLE, frozenset({"total_relief_value"})) == {
        "amount",
        "additional_reliefs[]",
        "additional_reliefs[].title",
        "additional_reliefs[].value_rial",
    }
    assert parameters_behind(TABLE, frozenset({"total_relief_value"})) == {"ceiling"}


def test_a_fact_is_computed_once_per_document() -> None:
    table = FactTable(TABLE, derived(library_of([TEMPLATE]), complete({})).document, ON, PARAMETERS)
    assert table("reliefs") is table("reliefs")


def text_fact(name: str, answers: Answers) -> Any:
    document = derived(library_of([TEXT_TEMPLATE]), answers).document
    return FactTable(TEXT_TABLE, document, ON, {})(name)


def test_words_of_the_narrative_are_counted_a_half_space_parts_none() -> None:
    assert text_fact("narrative_words", complete({"narrative": "خوانده در ۱۴۰۴/۰۱/۰۲ می‌گوید: نه!"})) == 4
    assert text_fact("narrative_words", complete({})) == 0
    assert text_fact("narrative_words", partial({})) == Undetermined(("narrative",))


def test_the_script_is_that_of_most_letters() -> None:
    assert text_fact("narrative_in_persian", complete({"narrative": "شرکت ABC کالا را نداد."})) is True
    assert text_fact("narrative_in_persian", complete({"narrative": "The company شرکت"})) is False
    assert text_fact("narrative_in_persian", complete({"narrative": "۱۲۳"})) is True
    assert text_fact("narrative_in_persian", partial({})) == Undetermined(("narrative",))
