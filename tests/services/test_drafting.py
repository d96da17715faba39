"""A clerk's answers are kept, never overwritten silently, and can be taken back."""

import json

import pytest

from assistant.checks.review import Reviewer
from assistant.domain.people import Actor, Office, Role, User
from assistant.ports import StorageUnavailable
from assistant.services.access import NotFound, Refused
from assistant.services.draft_book import Conflict, Saved, UnknownField
from assistant.services.drafting import Drafting
from assistant.services.list_editing import ListAct
from tests import ROOT
from tests.fakes.clock import FixedClock
from tests.fakes.memory_store import MemoryStore
from tests.tiny_house.house import field, form_of, library_of, rule, template_of

FORM = form_of(
    field("kind", "choice", options=["barn", "field"], required=True),
    field("height", "integer", shown_when="kind == 'barn'", required=True),
    field("owner", "text", allows_unknown=True),
    field("price", "rial_amount"),
    field(
        "cows", "list", item_label="گاو", max_items=3, fields=[field("name", required=True), field("age", "integer")]
    ),
)
RULE = rule("height-over-limit", "height > 20", "height", message="بلندی {height} ثبت شده است.")


def library():
    schemas = (ROOT / "schemas/values").glob("*.json")
    values = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in schemas}
    made = library_of([template_of(FORM)], [RULE])
    return type(made)(**{name: getattr(made, name) for name in made.__slots__} | {"value_schemas": values})


@pytest.fixture
def store():
    store = MemoryStore()
    with store.begin() as work:
        work.add_office(Office("o1", "دفتر یک", "1", "isfahan"))
        work.add_office(Office("o2", "دفتر دو", "2", "isfahan"))
        for name, office in (("alef", "o1"), ("be", "o1"), ("jim", "o2")):
            work.add_user(User(name, name, f"همکار {name}", Role.CLERK, office, "x"))
    return store


@pytest.fixture
def drafting(store):
    return Drafting(store, Reviewer(library()), FixedClock())


def clerk(name="alef", office="o1", role=Role.CLERK):
    return Actor(name, name, f"همکار {name}", role, office)


@pytest.fixture
def draft(drafting):
    return drafting.start(clerk(), "tiny")


def value(opened, key):
    return opened.draft.answers.values.get(key)


def save(drafting, draft, path, raw, revision=None, actor=None, **more):
    actor = actor or clerk()
    now = drafting.open(actor, draft.id, silently=True).draft.revision
    return drafting.save_field(actor, draft.id, path, raw, now if revision is None else revision, **more)


def test_a_new_draft_is_numbered_within_its_office_and_year(drafting):
    numbers = [drafting.start(clerk(), "tiny").number for _ in range(2)]
    assert numbers == ["1405-00001", "1405-00002"]
    assert drafting.start(clerk("jim", "o2"), "tiny").number == "1405-00001"


def test_an_answer_saved_is_an_answer_kept(drafting, draft, store):
    save(drafting, draft, "height", "۱۲")
    again = Drafting(store, Reviewer(library()), FixedClock()).open(clerk(), draft.id)
    assert value(again, "height") == 12


def test_text_that_does_not_parse_is_kept_as_typed_and_told_at_its_field(drafting, draft):
    save(drafting, draft, "kind", "barn")
    saved = save(drafting, draft, "height", "دوازده متر")
    assert value(saved.opened, "height") == "دوازده متر"
    assert [each.path for each in saved.opened.review.problems if not each.is_incomplete] == ["height"]


def test_a_saved_answer_brings_its_finding_at_once(drafting, draft):
    save(drafting, draft, "kind", "barn")
    saved = save(drafting, draft, "height", "30")
    assert [finding.rule for finding in saved.opened.review.findings] == ["height-over-limit"]
    assert "۳۰" in saved.opened.review.findings[0].message
    assert save(drafting, draft, "height", "3").opened.review.findings == ()


def test_saving_the_same_again_changes_nothing(drafting, draft):
    first = save(drafting, draft, "price", "۵۰۰")
    again = save(drafting, draft, "price", "500 ریال")
    assert again.opened.draft.revision == first.opened.draft.revision


def test_two_tabs_on_different_fields_both_keep_their_answers(drafting, draft):
    save(drafting, draft, "owner", "الف", revision=0)
    result = save(drafting, draft, "price", "5", revision=0)
    assert isinstance(result, Saved)
    assert value(result.opened, "owner") == "الف"
    assert value(result.opened, "price") == 5


def test_two_tabs_on_one_field_meet_a_conflict_with_both_values(drafting, draft):
    save(drafting, draft, "owner", "الف", revision=0)
    result = save(drafting, draft, "owner", "ب", revision=0)
    assert isinstance(result, Conflict)
    assert (result.mine, result.theirs, result.by) == ("ب", "الف", "همکار alef")
    assert value(drafting.open(clerk(), draft.id), "owner") == "الف"


def test_a_step_that_meets_a_conflict_saves_none_of_its_answers(drafting, draft):
    save(drafting, draft, "owner", "الف", revision=0)
    entries = [("price", "9", False), ("owner", "ب", False)]
    assert isinstance(drafting.save_fields(clerk(), draft.id, entries, 0), Conflict)
    assert value(drafting.open(clerk(), draft.id), "price") is None


def test_leaving_a_step_records_what_was_left_blank(drafting, draft):
    opened = drafting.save_step(clerk(), draft.id, "owner", [("owner", "", False)], 0).opened
    assert "owner" in opened.draft.answers.blank
    assert opened.draft.submitted_steps == {"owner"}


def test_leaving_a_step_closes_its_lists(drafting, draft):
    drafting.edit_list(clerk(), draft.id, ListAct.ADD, "cows", 0)
    assert drafting.open(clerk(), draft.id).draft.answers.open_lists == {"cows"}
    opened = drafting.save_step(clerk(), draft.id, "cows", [("cows[0].name", "الف", False)], 1).opened
    assert opened.draft.answers.open_lists == frozenset()
    assert "cows[0].age" in opened.draft.answers.blank


def test_dont_know_is_kept_and_given_up_for_an_answer(drafting, draft):
    opened = save(drafting, draft, "owner", "", is_unknown=True).opened
    assert opened.draft.answers.unknown == {"owner"}
    opened = save(drafting, draft, "owner", "الف").opened
    assert opened.draft.answers.unknown == frozenset()


def test_dont_know_is_not_taken_where_it_is_not_offered(drafting, draft):
    assert save(drafting, draft, "price", "", is_unknown=True).opened.draft.answers.unknown == frozenset()


def test_items_are_added_moved_duplicated_and_removed(drafting, draft):
    drafting.edit_list(clerk(), draft.id, ListAct.ADD, "cows", 0)
    save(drafting, draft, "cows[0].name", "الف")
    drafting.edit_list(clerk(), draft.id, ListAct.DUPLICATE, "cows", 2)
    save(drafting, draft, "cows[1].name", "ب")
    opened = drafting.edit_list(clerk(), draft.id, ListAct.UP, "cows", 4, 1).opened
    assert [cow["name"] for cow in value(opened, "cows")] == ["ب", "الف"]
    opened = drafting.edit_list(clerk(), draft.id, ListAct.REMOVE, "cows", 5).opened
    assert [cow["name"] for cow in value(opened, "cows")] == ["الف"]


def test_an_item_removed_elsewhere_stops_a_save_into_its_list(drafting, draft):
    for revision in range(2):
        drafting.edit_list(clerk(), draft.id, ListAct.ADD, "cows", revision)
    drafting.edit_list(clerk(), draft.id, ListAct.REMOVE, "cows", 2)
    assert isinstance(save(drafting, draft, "cows[0].name", "ب", revision=2), Conflict)


def test_a_list_takes_no_more_than_its_form_allows(drafting, draft):
    for revision in range(5):
        opened = drafting.edit_list(clerk(), draft.id, ListAct.ADD, "cows", min(revision, 3)).opened
    assert len(value(opened, "cows")) == 3


def test_undo_takes_back_one_act_after_another(drafting, draft):
    save(drafting, draft, "owner", "الف")
    save(drafting, draft, "owner", "ب")
    drafting.edit_list(clerk(), draft.id, ListAct.ADD, "cows", 2)
    assert value(drafting.undo(clerk(), draft.id), "cows") is None
    assert value(drafting.undo(clerk(), draft.id), "owner") == "الف"
    assert value(drafting.undo(clerk(), draft.id), "owner") is None
    assert drafting.undo(clerk(), draft.id).draft.revision == 6


def test_what_a_hidden_field_held_comes_back_with_its_branch(drafting, draft):
    save(drafting, draft, "kind", "barn")
    save(drafting, draft, "height", "12")
    opened = save(drafting, draft, "kind", "field").opened
    assert "height" not in opened.review.derived.effective
    opened = save(drafting, draft, "kind", "barn").opened
    assert opened.review.derived.effective["height"] == 12


def test_the_history_tells_who_changed_what(drafting, draft):
    save(drafting, draft, "owner", "الف")
    change, name = drafting.history(clerk(), draft.id)[0]
    assert (name, change.kind, change.paths) == ("همکار alef", "answer", ("owner",))
    assert change.after["owner"]["value"] == "الف"


def test_reasons_are_kept_and_removed(drafting, draft):
    assert drafting.keep_reasons(clerk(), draft.id, {"x@y": " سند در راه است "}).draft.reasons == {
        "x@y": "سند در راه است"
    }
    assert drafting.keep_reasons(clerk(), draft.id, {"x@y": " "}).draft.reasons == {}


@pytest.mark.parametrize("path", ["nothing", "cows", "cows[0]", "kind.name", "a..b", "__class__"])
def test_a_place_the_form_does_not_have_is_refused(drafting, draft, path):
    with pytest.raises((UnknownField, ValueError)):
        save(drafting, draft, path, "x")


def test_an_index_beyond_the_list_is_refused(drafting, draft):
    with pytest.raises(UnknownField):
        save(drafting, draft, "cows[7].name", "x")


@pytest.mark.parametrize("who", [clerk("jim", "o2"), clerk("be", "o1"), clerk("sin", "o2", Role.OFFICE_MANAGER)])
def test_another_persons_draft_is_as_unknown_as_one_that_does_not_exist(drafting, draft, who):
    with pytest.raises(NotFound):
        drafting.open(who, draft.id)
    with pytest.raises(NotFound):
        drafting.save_field(who, draft.id, "owner", "x", 0)
    with pytest.raises(NotFound):
        drafting.open(who, "nothing")


def test_an_expert_reads_no_drafts(drafting, draft):
    with pytest.raises(Refused):
        drafting.open(clerk(role=Role.EXPERT), draft.id)


def test_a_full_disk_refuses_the_save_and_keeps_what_was_saved(drafting, draft, store):
    save(drafting, draft, "owner", "الف")
    store.is_failing = True
    with pytest.raises(StorageUnavailable):
        drafting.save_field(clerk(), draft.id, "owner", "ب", 1)
    store.is_failing = False
    assert value(drafting.open(clerk(), draft.id), "owner") == "الف"


def test_every_act_leaves_one_audit_entry(drafting, draft, store):
    save(drafting, draft, "owner", "الف")
    drafting.open(clerk(), draft.id)
    with store.read() as work:
        assert [entry.act for entry in work.audit_entries()][-3:] == ["draft.started", "draft.saved", "draft.opened"]


def test_a_whole_page_sent_back_as_it_was_shown_leaves_what_others_changed(drafting, draft):
    save(drafting, draft, "owner", "الف")
    shown = drafting.open(clerk(), draft.id).draft.revision
    save(drafting, draft, "owner", "ب")
    entries = [("owner", "الف", False), ("price", "۵۰۰", False)]
    result = drafting.save_fields(clerk(), draft.id, entries, shown)
    assert isinstance(result, Saved)
    assert (value(result.opened, "owner"), value(result.opened, "price")) == ("ب", 500)


def test_one_field_typed_back_to_what_was_shown_still_meets_the_change(drafting, draft):
    save(drafting, draft, "owner", "الف")
    shown = drafting.open(clerk(), draft.id).draft.revision
    save(drafting, draft, "owner", "ب")
    assert isinstance(save(drafting, draft, "owner", "الف", revision=shown), Conflict)


def test_a_page_touched_only_elsewhere_still_conflicts_where_it_was_touched(drafting, draft):
    save(drafting, draft, "owner", "الف")
    shown = drafting.open(clerk(), draft.id).draft.revision
    save(drafting, draft, "owner", "ب")
    result = drafting.save_fields(clerk(), draft.id, [("owner", "ج", False)], shown)
    assert isinstance(result, Conflict)
    assert (result.mine, result.theirs) == ("ج", "ب")
