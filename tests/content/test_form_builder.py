"""Forms from shared parts: put in place, narrowed, compiled."""

from assistant.content.form_builder import BuiltForm
from assistant.domain.answers import Answers
from assistant.domain.jalali import to_gregorian
from assistant.domain.journey import derive
from tests.content.tree import check, tiny_files


def built(template: str = "book-return") -> BuiltForm:
    content = check(tiny_files()).content
    assert content is not None
    return content.forms[template]


def test_shared_steps_and_groups_stand_in_their_places():
    form = built().form
    assert [step.id for step in form.steps] == ["members", "loan", "card", "story"]
    assert form.field_at("borrowers[2].address.city") is not None
    field = form.field_at("lenders")
    assert field is not None
    assert (field.group, field.min_items, field.max_items) == ("member", 1, 20)


def test_a_narrowing_changes_only_its_own_form_and_only_the_named_list():
    narrowed, plain = built(), built("card-renewal")
    assert narrowed.form.field_at("borrowers").label == "گیرندگان"
    assert plain.form.field_at("borrowers").label == "امانت‌گیرندگان"
    assert [option.value for option in narrowed.form.field_at("lenders[].kind").options] == ["reader"]
    assert [option.value for option in narrowed.form.field_at("borrowers[].kind").options] == ["reader", "club"]
    assert narrowed.form.field_at("lenders[].motto") is None
    assert narrowed.form.field_at("borrowers[].motto") is not None


def test_conditions_may_name_options_that_are_narrowed_away():
    field = built().form.field_at("lenders[].kind")
    assert [option.value for option in field.known_options] == ["reader", "club"]
    assert built("card-renewal").form.field_at("lenders[].kind").known_options == ()
    assert built().is_sound


def test_conditions_of_a_shared_group_are_relative_to_their_item():
    form = built().form
    answers = {"borrowers": [{"kind": "club", "club_name": "نیلوفر"}, {"kind": "reader"}]}
    derived = derive(form, Answers(answers, is_partial=False), to_gregorian("1405-09-01"), {})
    shown = {path: state.is_shown for path, state in derived.by_path.items()}
    assert (shown["borrowers[0].club_name"], shown["borrowers[1].club_name"]) == (True, False)
    assert (shown["borrowers[0].first_name"], shown["borrowers[1].first_name"]) == (False, True)
    assert derived.by_path["borrowers[0].club_name"].is_required


def test_a_steps_condition_is_the_steps():
    card = built().form.steps[2]
    assert card.shown_when is not None
    assert card.shown_when.paths == {"reason"}


def test_a_failed_condition_leaves_the_form_unsound_but_built():
    files = dict(tiny_files())
    path = "templates/book-return/form.yaml"
    files[path] = files[path].replace(b"reason == 'other'", b"reason == 'othr'")
    content = check(files).content
    assert content is not None
    assert not content.forms["book-return"].is_sound
    assert "book-return" not in content.sound_templates
    assert "card-renewal" in content.sound_templates
