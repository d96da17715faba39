"""Malformed and hostile posts over HTTP: a clear Persian answer, never a 500, and what was saved stays."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tiny_house.house import field, form_of
from tests.web import conftest
from tests.web.conftest import build, post, token

RICH = form_of(
    field("kind", "choice", options=["barn", "field"], required=True),
    field("height", "integer", shown_when="kind == 'barn'"),
    field("owner", "text", allows_unknown=True, max_length=80),
    field("tools", "choices", options=["axe", "saw"]),
    field("narrative", "long_text"),
    field("price", "rial_amount"),
    field("court", "court_decision"),
    field("born", "jalali_date"),
    field(
        "cows", "list", item_label="گاو", max_items=3, fields=[field("name", required=True), field("age", "integer")]
    ),
)
HTMX = {"HX-Request": "true"}
PERSIAN = re.compile(r"[\u0600-\u06ff]{3}")


@pytest.fixture
def house(monkeypatch):
    monkeypatch.setattr(conftest, "FORM", RICH)
    return build()


@pytest.fixture
def draft(house):
    return house.draft_of("clerk", owner="بهار")


@pytest.fixture
def clerk(house):
    return house.client("clerk")


def stored(house, draft):
    with house.store.read() as work:
        return dict(work.draft(draft.id).answers.values)


def revision(house, draft):
    with house.store.read() as work:
        return str(work.draft(draft.id).revision)


def save_field(house, clerk, draft, path, text, **more):
    form = {"path": path, path: text, "revision": revision(house, draft), **more}
    return post(clerk, f"/drafts/{draft.id}/field", form, headers=HTMX)


def save_step(house, clerk, draft, form, step="owner", **more):
    form = {"revision": revision(house, draft), "act": "stay", **form}
    return post(clerk, f"/drafts/{draft.id}/steps/{step}", form, **more)


MALFORMED = {
    "no revision": {"revision": ""},
    "a negative revision": {"revision": "-1"},
    "a revision in words": {"revision": "one"},
    "an endless revision": {"revision": "9" * 400},
    "a Persian revision": {"revision": "۱"},
    "an unknown act": {"act": "delete"},
    "an act without a path": {"act": "add:"},
    "an act on no list": {"act": "add:owner"},
    "an act on no field": {"act": "add:zzz"},
    "an act on an item that is not there": {"act": "remove:cows:7"},
    "an act with a negative place": {"act": "remove:cows:-1"},
    "an act with an endless place": {"act": "remove:cows:" + "9" * 300},
    "a proposal for no text": {"act": "take:owner"},
    "an unknown field": {"zzz": "1"},
    "a field of another item": {"cows[4].name": "x"},
    "a list as a field": {"cows": "x"},
    "an item as a field": {"cows[0]": "x"},
    "a path that is none": {"../../etc": "x"},
    "a path through a leaf": {"owner.name": "x"},
    "a path of Python": {"__class__.__mro__": "x"},
}


@pytest.mark.parametrize("form", MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_step_is_refused_and_nothing_of_it_is_saved(house, clerk, draft, form):
    before = stored(house, draft)
    answer = save_step(house, clerk, draft, form)
    assert answer.status_code == 400
    assert PERSIAN.search(answer.text)
    assert stored(house, draft) == before


@pytest.mark.parametrize(
    "path", ["", "zzz", "cows", "cows[0]", "cows[0].name", "owner[0]", "a" * 5000, "مسیر", "owner@unit"]
)
def test_a_field_that_is_none_is_refused(house, clerk, draft, path):
    answer = save_field(house, clerk, draft, path, "x")
    assert answer.status_code == 400
    assert 'id="saved"' in answer.text  # said in the top bar; the page stays as it is


ODD = {
    "a choice that is none": ("kind", "castle", "در میان گزینه‌ها نیست"),
    "text for a number of rials": ("price", "هزار", "مبلغ با رقم"),
    "a date that is not in the calendar": ("born", "1404/12/30", "بیست‌ونه روز دارد"),
    "more text than the field holds": ("owner", "ب" * 300, "گنجایش این بخش ۸۰ نویسه است"),
    "a right-to-left override": ("owner", "بهار‮", "U+202E"),
    "a control character": ("owner", "به\x07ار", "U+0007"),
    "a control character in running text": ("narrative", "سطر نخست\nدو\x0bم", "U+000B"),
    "a tick that is none": ("tools", "hammer", "گزینه"),
}


@pytest.mark.parametrize(("path", "text", "said"), ODD.values(), ids=ODD)
def test_a_value_of_the_wrong_kind_is_told_at_its_field_and_kept_as_typed(house, clerk, draft, path, text, said):
    answer = save_field(house, clerk, draft, path, text)
    assert answer.status_code == 200
    assert "said__problem" in answer.text
    assert said in answer.text
    page = clerk.get(f"/drafts/{draft.id}/steps/{path}")
    assert page.status_code == 200
    assert said in page.text
    assert stored(house, draft)[path] in (text, [text])


def test_a_narrative_over_the_limit_is_told_with_the_limit_and_kept_whole(house, clerk, draft):
    text = "شرح ماجرا. " * 9_000
    assert save_field(house, clerk, draft, "narrative", "کوتاه").status_code == 200
    answer = save_field(house, clerk, draft, "narrative", text)
    assert answer.status_code == 200
    assert "۵۰٬۰۰۰ نویسه" in answer.text
    page = clerk.get(f"/drafts/{draft.id}/steps/narrative").text
    assert page.count("شرح ماجرا") >= 9_000
    assert "۵۰٬۰۰۰ نویسه" in page


def test_a_body_over_every_limit_is_refused_with_the_limit_and_what_was_saved_stays(house, clerk, draft):
    answer = save_field(house, clerk, draft, "narrative", "ش" * 2_000_000)
    assert answer.status_code == 413
    assert "بزرگ‌تر از اندازه" in answer.text
    assert stored(house, draft) == {"owner": "بهار"}


def test_the_first_of_two_values_under_one_name_counts(house, clerk, draft):
    form = f"csrf_token={token(clerk)}&revision={revision(house, draft)}&act=stay&owner=یک&owner=دو"
    answer = clerk.post(
        f"/drafts/{draft.id}/steps/owner", data=form.encode(), content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code == 303
    assert stored(house, draft)["owner"] == "یک"


def test_parts_of_a_composite_for_a_plain_field_are_passed_over(house, clerk, draft):
    answer = save_step(house, clerk, draft, {"owner": "زرین", "owner@part.city": "x", "owner@zzz": "1"})
    assert answer.status_code == 303
    assert stored(house, draft)["owner"] == "زرین"


def test_unknown_is_refused_where_the_form_does_not_offer_it(house, clerk, draft):
    answer = save_field(house, clerk, draft, "kind", "@unknown")
    assert answer.status_code == 200
    with house.store.read() as work:
        assert work.draft(draft.id).answers.unknown == frozenset()


def test_a_full_list_stays_as_it_is(house, clerk, draft):
    for _ in range(6):
        assert save_step(house, clerk, draft, {"act": "add:cows"}, "cows").status_code == 303
    assert len(stored(house, draft)["cows"]) == 3


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "multipart/form-data; boundary=x", "image/png", ""])
def test_a_body_of_another_kind_is_refused(house, clerk, draft, kind):
    answer = clerk.post(f"/drafts/{draft.id}/steps/owner", data=b'{"owner": "x"}\x00\xff', content_type=kind)
    assert answer.status_code in (400, 403, 415)
    assert PERSIAN.search(answer.text)
    assert stored(house, draft) == {"owner": "بهار"}


def test_bytes_that_are_no_text_do_no_harm(house, clerk, draft):
    form = f"csrf_token={token(clerk)}&revision={revision(house, draft)}&act=stay&".encode() + b"owner=%ff%fe%00x&%00=1"
    answer = clerk.post(f"/drafts/{draft.id}/steps/owner", data=form, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 400
    assert stored(house, draft) == {"owner": "بهار"}


@pytest.mark.parametrize("path", ["", "/steps/owner", "/review", "/print", "/draft.docx"])
def test_another_offices_draft_answers_as_one_that_never_was(house, path):
    """The same bytes, so that nothing tells them apart."""
    mine = house.draft_of("clerk")
    stranger = house.client("stranger")
    foreign = stranger.get(f"/drafts/{mine.id}{path}")
    unknown = stranger.get(f"/drafts/{'x' * len(mine.id)}{path}")
    assert foreign.status_code == unknown.status_code == 404
    assert foreign.data == unknown.data
    assert list(foreign.headers) == list(unknown.headers)


@pytest.mark.parametrize("path", ["/field", "/steps/owner", "/undo", "/reasons", "/filings"])
def test_another_offices_draft_cannot_be_written(house, path):
    mine = house.draft_of("clerk", owner="بهار")
    stranger = house.client("stranger")
    form = {"revision": "1", "path": "owner", "owner": "x", "act": "stay"}
    foreign = post(stranger, f"/drafts/{mine.id}{path}", form)
    unknown = post(stranger, f"/drafts/{'x' * len(mine.id)}{path}", form)
    assert foreign.status_code == unknown.status_code == 404
    assert foreign.data == unknown.data
    assert stored(house, mine) == {"owner": "بهار"}


def test_a_forged_save_is_refused_and_says_so_in_the_top_bar(house, clerk, draft):
    form = {"path": "owner", "owner": "x", "revision": revision(house, draft), "csrf_token": "0" * 64}
    answer = clerk.post(f"/drafts/{draft.id}/field", data=form, headers=HTMX)
    assert answer.status_code == 403
    assert "متن روی آن مانده است" in answer.text
    assert stored(house, draft) == {"owner": "بهار"}


def test_a_step_that_is_not_there_is_not_found(house, clerk, draft):
    assert clerk.get(f"/drafts/{draft.id}/steps/zzz").status_code == 404
    assert save_step(house, clerk, draft, {}, "zzz").status_code == 404


def test_a_template_that_is_not_there_starts_nothing(house, clerk):
    assert post(clerk, "/drafts", {"template": "../zzz"}).status_code == 404


def test_the_disk_is_full_while_a_field_saves_itself(house, clerk, draft):
    form = {"path": "owner", "owner": "نو", "revision": revision(house, draft), "csrf_token": token(clerk)}
    house.store.is_failing = True
    answer = clerk.post(f"/drafts/{draft.id}/field", data=form, headers=HTMX)
    house.store.is_failing = False
    assert answer.status_code == 503
    assert answer.headers["HX-Retarget"] == "#saved"
    assert "متن روی همین صفحه مانده است" in answer.text
    assert stored(house, draft) == {"owner": "بهار"}


def test_the_disk_is_full_while_a_step_is_saved_and_the_page_keeps_what_was_typed(house, clerk, draft):
    form = {
        "owner": "نوروز",
        "tools": "saw",
        "revision": revision(house, draft),
        "act": "next",
        "csrf_token": token(clerk),
    }
    house.store.is_failing = True
    answer = clerk.post(f"/drafts/{draft.id}/steps/owner", data=form)
    house.store.is_failing = False
    assert answer.status_code == 503
    assert 'value="نوروز"' in answer.text
    assert "این بار چیزی ذخیره نشد" in answer.text
    assert stored(house, draft) == {"owner": "بهار"}


def test_the_disk_is_full_while_the_review_edits_an_answer_in_place(house, clerk, draft):
    form = {
        "path": "owner",
        "owner": "نوروز",
        "revision": revision(house, draft),
        "back": "review",
        "csrf_token": token(clerk),
    }
    house.store.is_failing = True
    answer = clerk.post(f"/drafts/{draft.id}/field", data=form)
    house.store.is_failing = False
    assert answer.status_code == 503
    assert 'value="نوروز"' in answer.text


def test_reasons_for_what_is_no_point_are_passed_over(house, clerk, draft):
    answer = post(
        clerk, f"/drafts/{draft.id}/reasons", {"zzz@": "x", "incomplete": "چون در دست نیست", "__class__": "y"}
    )
    assert answer.status_code == 303
    with house.store.read() as work:
        assert work.draft(draft.id).reasons == {"incomplete": "چون در دست نیست"}


@pytest.mark.parametrize("edited", ["", "zzz", "owner'\"><script>", "cows[99].name", "x" * 4000])
def test_the_review_opens_whatever_its_address_asks_to_edit(clerk, draft, edited):
    answer = clerk.get(f"/drafts/{draft.id}/review", query_string={"edit": edited})
    assert answer.status_code == 200
    assert "<script>" not in answer.text


def test_markup_typed_as_an_answer_is_shown_as_text(house, clerk, draft):
    text = "<img src=x onerror=alert(1)><b hx-get=/logout hx-trigger=load>"
    for path in ("owner", "narrative"):
        save_field(house, clerk, draft, path, text)
    for page in ("steps/owner", "steps/narrative", "review", "print"):
        shown = clerk.get(f"/drafts/{draft.id}/{page}").text
        assert "<img src=x" not in shown
        assert "<b hx-get" not in shown


FIELDS = ["owner", "kind", "tools", "price", "court", "born", "narrative", "cows[0].name", "cows[0].age"]
SUFFIXED = ["court@part.number", "court@part.date", "owner@unknown", "price@unit", "owner@revision"]
NAMES = st.sampled_from([*FIELDS, *SUFFIXED, "act", "path", "revision"])
TEXTS = st.one_of(
    st.text(max_size=40), st.sampled_from(["@unknown", "toman", "1", "saw", "add:cows", "next", "0", "9999"])
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.tuples(st.one_of(NAMES, st.text(max_size=12)), TEXTS), max_size=8),
    st.sampled_from(["field", "steps/owner"]),
)
def test_no_post_whatever_it_holds_ends_in_an_error_of_the_office(office, pairs, place):
    house, clerk, draft, own = office
    form = {"csrf_token": own, "act": "stay", "path": "owner", "revision": revision(house, draft)}
    for name, text in pairs:
        if name != "csrf_token":
            form[name] = text.encode("utf-8", "replace").decode()
    answer = clerk.post(f"/drafts/{draft.id}/{place}", data=form)
    assert answer.status_code < 500, (answer.status_code, form)
    assert clerk.get(f"/drafts/{draft.id}/review").status_code == 200


@pytest.fixture(scope="module")
def office():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(conftest, "FORM", RICH)
        house = build()
    clerk = house.client("clerk")
    return house, clerk, house.draft_of("clerk", owner="بهار"), token(clerk)
