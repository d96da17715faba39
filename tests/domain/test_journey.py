"""The path through a form is recomputed from the answers: what is shown, hidden, pending, missing."""

import datetime

import pytest

from assistant.domain.answers import BLANK, DONT_KNOW, NOT_APPLICABLE
from assistant.domain.condition import Undetermined
from assistant.domain.journey import FieldStatus, StepStatus, derive
from tests.tiny_house.house import ON, complete, field, form_of, partial

FARM = form_of(
    field("kind", "choice", options=["barn", "field"], required=True),
    field("height", "integer", shown_when="kind == 'barn'", required=True),
    field("colour", "text", shown_when="kind == 'barn' && height > 10"),
    field(
        "cows",
        "list",
        item_label="گاو",
        required=True,
        min_items=1,
        fields=[
            field("name", "text", required=True),
            field("is_sold", "yes_no"),
            field("price", "rial_amount", shown_when="this.is_sold", required="kind == 'barn'"),
        ],
    ),
    field("born", "jalali_date", allows_unknown=True),
    field("place", "group", fields=[field("city", "text", required=True)]),
)


def walked(answers):
    return derive(FARM, answers, ON, {})


def test_values_reach_the_document_in_their_own_types():
    document = walked(partial({"kind": "barn", "height": 12, "born": "1380-01-01"})).document
    assert document["height"] == 12
    assert document["born"] == datetime.date(2001, 3, 21)


def test_a_field_whose_condition_is_false_is_hidden_and_its_answer_pruned():
    walk = walked(partial({"kind": "field", "height": 12}))
    assert walk.document["height"] is NOT_APPLICABLE
    assert "height" not in walk.effective
    assert walk.by_path["height"].status is FieldStatus.HIDDEN
    assert walk.by_path["height"].raw == 12, "the raw answer stays for undo"


def test_a_field_whose_condition_waits_for_an_answer_is_pending_with_that_answer_missing():
    walk = walked(partial({}))
    assert walk.by_path["height"].status is FieldStatus.PENDING
    assert walk.document["height"] == Undetermined(missing=("kind",), unknown=())


def test_hiding_goes_on_down_the_chain():
    walk = walked(partial({"kind": "field", "height": 12, "colour": "red"}))
    assert walk.by_path["colour"].status is FieldStatus.HIDDEN
    assert "colour" not in walk.effective


def test_a_hidden_required_field_is_not_missing():
    assert "height" not in walked(complete({"kind": "field"})).incomplete
    assert "height" in walked(complete({"kind": "barn"})).incomplete


def test_the_three_kinds_of_no_answer_stay_apart():
    walk = walked(partial({}, unknown=["born"], blank=["kind"]))
    assert walk.document["born"] is DONT_KNOW
    assert walk.document["kind"] is BLANK
    assert "place" in walk.document
    assert "city" not in walk.document["place"]


def test_conditions_inside_an_item_read_that_item():
    walk = walked(partial({"cows": [{"is_sold": True}, {"is_sold": False, "price": 5}]}, open=["cows"]))
    assert walk.by_path["cows[0].price"].status is FieldStatus.UNANSWERED
    assert walk.by_path["cows[1].price"].status is FieldStatus.HIDDEN
    assert walk.effective["cows"][1] == {"is_sold": False}


def test_a_requirement_may_read_the_whole_petition():
    sold = {"cows": [{"name": "a", "is_sold": True}]}
    assert "cows[0].price" in walked(complete({**sold, "kind": "barn"})).incomplete
    assert "cows[0].price" not in walked(complete({**sold, "kind": "field"})).incomplete


def test_a_list_never_touched_is_open_and_a_blank_one_is_closed():
    assert walked(partial({})).document["cows"].is_open
    assert not walked(partial({}, blank=["cows"])).document["cows"].is_open
    assert not walked(partial({"cows": [{}]})).document["cows"].is_open
    assert walked(partial({"cows": [{}]}, open=["cows"])).document["cows"].is_open


def test_an_empty_required_list_is_missing():
    assert "cows" in walked(complete({})).incomplete
    assert "cows" not in walked(complete({"cows": [{"name": "a"}]})).incomplete


def test_what_was_typed_but_is_not_of_the_type_counts_as_unanswered_and_is_kept():
    walk = walked(partial({"kind": "barn", "height": "twelve"}))
    assert walk.by_path["height"].status is FieldStatus.INVALID
    assert "height" not in walk.document
    assert walk.effective["height"] == "twelve"


def test_a_complete_file_leaves_nothing_unanswered():
    statuses = {state.status for state in walked(complete({"kind": "barn"})).fields}
    assert FieldStatus.UNANSWERED not in statuses
    assert FieldStatus.PENDING not in statuses


def test_fifty_parties_are_walked():
    cows = [{"name": f"c{number}", "is_sold": number % 2 == 0} for number in range(50)]
    walk = walked(complete({"cows": cows}))
    assert len(walk.document["cows"]) == 50
    assert walk.by_path["cows[49].name"].raw == "c49"


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        (partial({}), StepStatus.NOT_BEGUN),
        (partial({"kind": "barn"}), StepStatus.COMPLETE),
        (partial({}, blank=["kind"]), StepStatus.INCOMPLETE),
    ],
)
def test_a_step_tells_its_real_state(answers, status):
    assert walked(answers).steps[0].status is status


def test_the_next_step_is_the_first_not_complete():
    walk = walked(partial({"kind": "barn", "height": 3}))
    assert walk.next_step().id == "cows"
    assert walk.next_step(after="cows").id == "born"
    assert walk.next_step(after="place").id == "place"


@pytest.mark.parametrize("answers", [partial, complete])
def test_a_list_or_group_that_holds_something_else_settles_nothing_and_is_not_walked_into(answers):
    walk = walked(answers({"cows": "Bella", "place": 7}))
    assert walk.misfits == ("cows", "place")
    assert walk.document["cows"] == Undetermined(("cows",))
    assert walk.document["place"] == Undetermined(("place",))
    assert walk.by_path["cows"].status is FieldStatus.INVALID
    assert "place.city" not in walk.by_path
    assert not {"cows", "place"} & set(walk.effective)


def test_an_item_that_is_no_item_keeps_its_place_and_answers_nothing():
    walk = walked(complete({"cows": [{"name": "Bella"}, None, 3]}))
    assert walk.misfits == ("cows[1]", "cows[2]")
    assert [len(cow) for cow in walk.document["cows"]][1:] == [0, 0]
    assert len(walk.effective["cows"]) == 3
