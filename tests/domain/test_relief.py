"""The list of reliefs derived from a template's own and the clerk's."""

from typing import Any

from assistant.domain.answers import BLANK, NOT_APPLICABLE, Answers
from assistant.domain.condition import EvaluationContext, TypeEnvironment, Undetermined
from assistant.domain.form_types import type_of_form
from assistant.domain.relief import derive_reliefs
from tests.tiny_house.house import ON, complete, derived, field, form_of, library_of, partial, relief, template_of

FORM = form_of(
    field("amount", "rial_amount"),
    field("papers", "list", fields=[field("worth", "rial_amount")]),
    field("asks_costs", "yes_no"),
    field(
        "additional_reliefs",
        "list",
        fields=[
            field("title"),
            field("financial", "choice", options=["yes", "no"]),
            field("value_rial", "rial_amount"),
        ],
    ),
)
ENVIRONMENT = TypeEnvironment(type_of_form(FORM))
TEMPLATE = template_of(
    FORM,
    reliefs=[
        relief("مطالبه وجه {size(papers)} فقره", ENVIRONMENT, value="amount"),
        relief("هزینه دادرسی", ENVIRONMENT, kind="accessory", financial="by_law", when="asks_costs == true"),
    ],
)


def reliefs(answers: Answers) -> Any:
    document = derived(library_of([TEMPLATE]), answers).document
    return derive_reliefs(TEMPLATE, EvaluationContext(document, ON))


def test_the_templates_reliefs_come_first_with_titles_filled_in() -> None:
    found = reliefs(
        complete(
            {
                "amount": 50,
                "papers": [{}, {}],
                "asks_costs": True,
                "additional_reliefs": [{"title": "الزام", "financial": "no"}],
            }
        )
    )
    assert [(each["title"], each["kind"], each["claimed_by"]) for each in found] == [
        ("مطالبه وجه ۲ فقره", "principal", "template"),
        ("هزینه دادرسی", "accessory", "template"),
        ("الزام", "accessory", "clerk"),
    ]
    assert [each["value_rial"] for each in found] == [50, NOT_APPLICABLE, BLANK]
    assert found.places == ["amount", "asks_costs", "additional_reliefs[0]"]


def test_a_relief_that_is_not_claimed_is_not_there() -> None:
    assert len(reliefs(complete({"amount": 50, "asks_costs": False}))) == 1


def test_a_relief_that_is_perhaps_claimed_is_an_open_member() -> None:
    found = reliefs(partial({"amount": 50}, blank=["additional_reliefs"]))
    assert found[1] == Undetermined(("asks_costs",))


def test_a_value_still_missing_is_open_and_an_empty_one_blank() -> None:
    assert reliefs(partial({}))[0]["value_rial"] == Undetermined(("amount",))
    assert reliefs(complete({}))[0]["value_rial"] is BLANK


def test_while_the_clerks_list_is_open_more_may_come() -> None:
    found = reliefs(partial({"additional_reliefs": [{"title": "x"}]}, open=["additional_reliefs"]))
    assert found[-1] == Undetermined(("additional_reliefs[+]",))
    assert found.places[-2] == "additional_reliefs[0]"


def test_a_template_without_further_reliefs_has_only_its_own() -> None:
    form = form_of(field("amount", "rial_amount"))
    template = template_of(form, reliefs=[relief("مطالبه", TypeEnvironment(type_of_form(form)))])
    found = derive_reliefs(template, EvaluationContext({"amount": 5}, ON))
    assert [each["title"] for each in found] == ["مطالبه"]
    assert found.places == ["amount"]
