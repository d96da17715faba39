"""The history page names places as the form does."""

from assistant.web.history_page import place_name
from tests.tiny_house.house import field, form_of

FORM = form_of(
    field("owner"),
    field("cows", "list", item_label="گاو", fields=[field("name"), field("home", "group", fields=[field("city")])]),
)


def test_a_place_is_named_by_the_labels_on_its_way():
    assert place_name(FORM, "owner") == "«owner»"
    assert place_name(FORM, "cows[1].name") == "گاو ۲، «name»"
    assert place_name(FORM, "cows[0].home.city") == "گاو ۱، «home»، «city»"
    assert place_name(FORM, "cows") == "«cows»"
