"""The shared questions: every fact of the catalogue has its place, no question is asked twice, every form holds."""

from collections import Counter

import pytest

from assistant.app import Settings
from assistant.content.content import Content
from assistant.content.group_forms import GroupForms
from assistant.content.library_loader import load
from assistant.content.room_map import Kind
from assistant.domain.rule import AppliesTo
from tests.rooms.fact_keys import FACT_KEYS


@pytest.fixture(scope="module")
def content() -> Content:
    found = load(Settings.from_environment().content_folder).content
    assert found is not None
    return found


def test_every_fact_of_the_catalogue_has_its_place_in_the_forms(content):
    mapped = {entry["fact"] for file in content.of(Kind.CATALOGUE_MAP) for entry in file.value}
    wanted = {f"{subject}.{key}" for subject, keys in FACT_KEYS.items() for key in keys.split()}
    assert wanted - mapped == set()


def test_every_shared_step_and_placed_group_makes_a_form_that_holds(content):
    forms = GroupForms(content.shared, content.parameter_types, content.planned)
    placed = [id for id, file in content.shared.items() if file.value["kind"] == "step" or "stands_as" in file.value]
    for id in placed:
        form = forms.of(AppliesTo(groups=(id,)))
        assert form is not None, id
        assert [str(each.result) for each in form.built.conditions if each.expression is None] == [], id


def test_no_question_stands_in_two_shared_steps(content):
    keys = Counter(
        field["key"]
        for file in content.shared.values()
        if file.value["kind"] == "step"
        for field in file.value["fields"]
    )
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_rule_reaches_a_template_or_is_known_to_wait_for_one(library):
    assert library.waiting <= library.rules.keys()
    assert library.waiting <= library.group_forms.keys()
