"""Two pages with one draft: both values are told, everything else is saved, and nothing is overwritten unasked."""

import re

import pytest

from tests.tiny_house.house import field, form_of
from tests.web import conftest
from tests.web.conftest import build, post

FORM = form_of(
    field("height", "integer"),
    field("owner", "text", allows_unknown=True),
    field("place", "text"),
    field("tools", "choices", options=["axe", "saw"]),
    field("cows", "list", item_label="گاو", fields=[field("name")]),
)
HTMX = {"HX-Request": "true"}


@pytest.fixture
def house(monkeypatch):
    monkeypatch.setattr(conftest, "FORM", FORM)
    return build()


@pytest.fixture
def draft(house):
    return house.draft_of("clerk", owner="آغاز")


@pytest.fixture
def clerk(house):
    return house.client("clerk")


@pytest.fixture
def manager(house):
    return house.client("office_manager")


SHOWN = "1"  # the revision both pages were made from


def values(house, draft):
    with house.store.read() as work:
        return dict(work.draft(draft.id).answers.values)


def typed(client, draft, path, text, revision=SHOWN, **more):
    return post(
        client, f"/drafts/{draft.id}/field", {"path": path, path: text, "revision": revision, **more}, headers=HTMX
    )


def page(client, draft, form, act="stay", revision=SHOWN):
    return post(client, f"/drafts/{draft.id}/steps/owner", {"revision": revision, "act": act, **form})


def test_a_field_that_saves_itself_meets_the_change_and_keeps_its_text(house, draft, clerk, manager):
    typed(manager, draft, "owner", "مدیر")
    answer = typed(clerk, draft, "owner", "من")
    assert answer.status_code == 409
    assert "همکار office_manager" in answer.text
    assert all(text in answer.text for text in ("مدیر", "من"))
    assert 'id="revision"' not in answer.text  # the page keeps the revision its text was made from
    assert 'hx-swap-oob="innerMorph"' in answer.text
    assert values(house, draft)["owner"] == "مدیر"


def test_typing_on_meets_the_conflict_again(house, draft, clerk, manager):
    typed(manager, draft, "owner", "مدیر")
    typed(clerk, draft, "owner", "من")
    saved = typed(clerk, draft, "place", "کاشان")
    now = re.search(r'id="revision" value="(\d+)"', saved.text).group(1)
    assert typed(clerk, draft, "owner", "من نیز", now, **{"owner@revision": SHOWN}).status_code == 409
    assert values(house, draft) == {"owner": "مدیر", "place": "کاشان"}


def test_a_field_can_never_claim_a_newer_revision_than_its_page(house, draft, clerk, manager):
    typed(manager, draft, "owner", "مدیر")
    assert typed(clerk, draft, "owner", "من", **{"owner@revision": "99"}).status_code == 409


def test_leaving_the_step_does_not_overwrite_either(house, draft, clerk, manager):
    typed(manager, draft, "owner", "مدیر")
    answer = page(clerk, draft, {"owner": "من", "place": "کاشان", "tools": "saw"}, act="next")
    assert answer.status_code == 409
    assert values(house, draft) == {"owner": "مدیر", "place": "کاشان", "tools": ["saw"]}
    with house.store.read() as work:
        assert work.draft(draft.id).submitted_steps == frozenset()


def test_the_own_text_is_saved_when_chosen(house, draft, clerk, manager):
    typed(manager, draft, "owner", "مدیر")
    shown = page(clerk, draft, {"owner": "من\nو تو"}).text
    form = shown[shown.index('class="conflict"') :]
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', form)[:3])
    text = re.search(r'<textarea hidden name="owner">\n(.*?)</textarea>', form, re.S).group(1)
    answer = post(clerk, f"/drafts/{draft.id}/field", {**fields, "owner": text})
    assert answer.status_code == 303
    assert values(house, draft)["owner"] == "من و تو"


def test_several_conflicts_are_all_told(house, draft, clerk, manager):
    typed(manager, draft, "owner", "مدیر")
    typed(manager, draft, "place", "یزد", "2")
    answer = page(clerk, draft, {"owner": "من", "place": "کاشان"})
    assert answer.text.count('class="conflict"') == 2
    assert values(house, draft) == {"owner": "مدیر", "place": "یزد"}


def test_answers_a_page_only_shows_neither_conflict_nor_overwrite(house, draft, clerk, manager):
    typed(manager, draft, "owner", "مدیر")
    answer = page(clerk, draft, {"owner": "آغاز", "place": "کاشان"})
    assert answer.status_code == 303
    assert values(house, draft) == {"owner": "مدیر", "place": "کاشان"}


def test_both_typing_the_same_is_no_conflict(house, draft, clerk, manager):
    typed(manager, draft, "owner", "یکی")
    assert typed(clerk, draft, "owner", "یکی").status_code == 200


def test_ticks_in_conflict_are_offered_again_as_they_were(house, draft, clerk, manager):
    typed(manager, draft, "tools", "axe")
    form = typed(clerk, draft, "tools", ["axe", "saw"]).text
    assert re.findall(r'<textarea hidden name="tools">\n(.*?)</textarea>', form) == ["axe", "saw"]


def test_what_i_do_not_know_meets_a_change_too(house, draft, clerk, manager):
    typed(manager, draft, "owner", "مدیر")
    assert typed(clerk, draft, "owner", "", **{"owner@unknown": "1"}).status_code == 409
    assert values(house, draft)["owner"] == "مدیر"


def test_an_act_on_a_list_changed_elsewhere_is_not_done(house, draft, clerk, manager):
    for name in ("زر", "سیم"):
        now = str(len(values(house, draft).get("cows", [])) * 2 + 1)
        page(manager, draft, {}, "add:cows", now)
        typed(manager, draft, f"cows[{(int(now) - 1) // 2}].name", name, str(int(now) + 1))
    page(manager, draft, {}, "remove:cows:0", "5")
    answer = page(clerk, draft, {}, "remove:cows:0", "5")
    assert answer.status_code == 409
    assert "این فهرست را تغییر داده است" in answer.text
    assert values(house, draft)["cows"] == [{"name": "سیم"}]


def test_a_field_of_an_item_removed_elsewhere_is_told(house, draft, clerk, manager):
    page(manager, draft, {}, "add:cows", SHOWN)
    typed(manager, draft, "cows[0].name", "زر", "2")
    page(manager, draft, {}, "remove:cows:0", "3")
    answer = typed(clerk, draft, "cows[0].name", "زرین", "3")
    assert answer.status_code == 409
    assert "زرین" in answer.text
