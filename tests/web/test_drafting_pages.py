"""The pages of a draft over HTTP: step, field by field, lists, review, preview, filing."""

import re

import pytest

from tests.tiny_house.house import field, form_of
from tests.web import conftest
from tests.web.conftest import build, post

FORM = form_of(
    field("kind", "choice", options=["barn", "field"], required=True, help="یکی از دو گونه."),
    field("height", "integer", shown_when="kind == 'barn'", required=True),
    field("owner", "text", allows_unknown=True),
    field("roofed", "yes_no", allows_unknown=True),
    field("price", "rial_amount"),
    field("cows", "list", item_label="گاو", max_items=3, summary=("name",), fields=[field("name", required=True)]),
)
HTMX = {"HX-Request": "true"}


@pytest.fixture
def house(monkeypatch):
    monkeypatch.setattr(conftest, "FORM", FORM)
    return build()


@pytest.fixture
def clerk(house):
    return house.client("clerk")


@pytest.fixture
def draft(house):
    return house.draft_of("clerk")


def answers(house, draft):
    with house.store.read() as work:
        return work.draft(draft.id).answers


def revision(house, draft):
    with house.store.read() as work:
        return str(work.draft(draft.id).revision)


def save(house, clerk, draft, path, text, **more):
    form = {"path": path, path: text, "revision": revision(house, draft), **more}
    return post(clerk, f"/drafts/{draft.id}/field", form, headers=HTMX)


def submit(house, clerk, draft, step, form=None, act="next"):
    return post(
        clerk, f"/drafts/{draft.id}/steps/{step}", {"revision": revision(house, draft), "act": act, **(form or {})}
    )


def test_a_new_draft_opens_at_its_first_questions_and_its_first_step_waits_behind_them(house, clerk):
    answer = post(clerk, "/drafts", {"template": "tiny"})
    first = clerk.get(answer.location, follow_redirects=True)
    assert first.request.path.endswith("/precheck")
    page = clerk.get(first.request.path.replace("/precheck", "/steps/kind"))
    assert "یکی از دو گونه." in page.text


def test_a_draft_opens_where_the_clerk_left_off(house, clerk, draft):
    submit(house, clerk, draft, "kind", {"kind": "field"})
    assert clerk.get(f"/drafts/{draft.id}").location.endswith("/steps/owner")


def test_a_saved_field_brings_its_echo_the_revision_and_the_panel_and_no_control(house, clerk, draft):
    answer = save(house, clerk, draft, "price", "۵۰۰۰")
    assert answer.status_code == 200
    assert "پنج هزار ریال" in answer.text
    assert re.search(r'id="revision" value="1" hx-swap-oob', answer.text)
    assert 'id="findings"' in answer.text
    assert 'name="price"' not in answer.text
    assert 'id="step-fields"' not in answer.text


def test_an_answer_that_opens_a_field_brings_the_fields_to_be_morphed(house, clerk, draft):
    assert 'id="step-fields" hx-swap-oob="innerMorph"' in save(house, clerk, draft, "kind", "barn").text
    assert 'id="step-fields"' not in save(house, clerk, draft, "height", "3").text


def test_a_new_finding_is_marked_so_that_it_fades_in(house, clerk, draft):
    save(house, clerk, draft, "kind", "barn")
    assert "finding--new" in save(house, clerk, draft, "height", "30").text
    assert "finding--new" not in save(house, clerk, draft, "owner", "الف").text


def test_leaving_a_step_in_order_leads_to_the_next(house, clerk, draft):
    assert submit(house, clerk, draft, "kind", {"kind": "barn"}).location.endswith("/steps/height")
    assert submit(house, clerk, draft, "cows", {}).location.endswith("/review")


def test_a_step_left_with_an_empty_field_tells_it_and_offers_to_go_on(house, clerk, draft):
    answer = submit(house, clerk, draft, "kind")
    assert answer.location.endswith("/steps/kind")
    page = clerk.get(answer.location).text
    assert "این گام کامل نیست" in page
    assert 'href="#kind-field"' in page
    assert "گام بعد با همین وضعیت" in page


def test_saving_without_leaving_tells_nothing_empty(house, clerk, draft):
    page = clerk.get(submit(house, clerk, draft, "kind", act="stay").location).text
    assert "این گام کامل نیست" not in page


def test_i_do_not_know_is_one_of_the_choices_of_a_set(house, clerk, draft):
    page = clerk.get(f"/drafts/{draft.id}/steps/roofed").text
    assert re.search(r'type="radio"[^>]*name="roofed" value="@unknown"', page)
    save(house, clerk, draft, "roofed", "@unknown")
    assert answers(house, draft).unknown == {"roofed"}
    save(house, clerk, draft, "roofed", "yes")
    assert answers(house, draft).unknown == frozenset()
    assert answers(house, draft).values["roofed"] is True


def test_an_amount_in_toman_is_stored_in_rial_and_shown_in_rial(house, clerk, draft):
    save(house, clerk, draft, "price", "۵۰۰", **{"price@unit": "toman"})
    assert answers(house, draft).values["price"] == 5000
    page = clerk.get(f"/drafts/{draft.id}/steps/price").text
    assert 'value="۵٬۰۰۰"' in page
    assert re.search(r'value="rial" checked', page)


def test_acts_on_a_list_lead_to_the_item_they_were_about(house, clerk, draft):
    def act(name):
        return submit(house, clerk, draft, "cows", act=name).location.split("#")[1]

    assert act("add:cows") == "cows-0"
    save(house, clerk, draft, "cows[0].name", "زر")
    assert act("duplicate:cows:0") == "cows-1"
    save(house, clerk, draft, "cows[1].name", "سیم")
    assert act("up:cows:1") == "cows-0"
    assert [each["name"] for each in answers(house, draft).values["cows"]] == ["سیم", "زر"]
    assert act("down:cows:0") == "cows-1"
    assert act("remove:cows:0") == "cows-add"
    assert [each["name"] for each in answers(house, draft).values["cows"]] == ["سیم"]


def test_what_is_typed_is_saved_with_the_act_on_a_list(house, clerk, draft):
    submit(house, clerk, draft, "cows", act="add:cows")
    submit(house, clerk, draft, "cows", {"cows[0].name": "زر"}, act="add:cows")
    assert answers(house, draft).values["cows"] == [{"name": "زر"}, {}]


def test_an_item_just_added_is_not_told_to_be_empty(house, clerk, draft):
    submit(house, clerk, draft, "cows")
    page = clerk.get(submit(house, clerk, draft, "cows", act="add:cows").location).text
    assert "said__problem" not in page
    assert "این گام کامل نیست" not in page


def test_undo_takes_back_the_last_answer(house, clerk, draft):
    save(house, clerk, draft, "owner", "الف")
    save(house, clerk, draft, "owner", "ب")
    answer = post(clerk, f"/drafts/{draft.id}/undo", {"step": "owner"})
    assert answer.location.endswith("/steps/owner")
    assert answers(house, draft).values["owner"] == "الف"


def test_the_review_shows_what_was_entered_and_gathers_what_was_not(house, clerk, draft):
    save(house, clerk, draft, "owner", "بهار")
    submit(house, clerk, draft, "price")
    page = clerk.get(f"/drafts/{draft.id}/review").text
    assert "بهار" in page
    assert re.search(r"بی‌پاسخ:</span>\s*<a[^>]*>«price»", page)


def test_an_answer_is_edited_in_place_on_the_review(house, clerk, draft):
    save(house, clerk, draft, "owner", "بهار")
    page = clerk.get(f"/drafts/{draft.id}/review?edit=owner").text
    assert re.search(r'name="owner" [^>]*value="بهار"', page)
    form = {"path": "owner", "owner": "پاییز", "back": "review", "revision": revision(house, draft)}
    answer = post(clerk, f"/drafts/{draft.id}/field", form)
    assert answer.location.endswith("/review#owner-entered")
    assert answers(house, draft).values["owner"] == "پاییز"


def test_the_filing_waits_for_an_answer_or_a_reason(house, clerk, draft):
    answer = post(clerk, f"/drafts/{draft.id}/filings")
    assert answer.status_code == 422
    assert "این موارد پاسخ یا دلیل می‌خواهد" in answer.text
    assert 'href="#point-incomplete"' in answer.text
    post(clerk, f"/drafts/{draft.id}/reasons", {"incomplete": "مدرک در دست نیست"})
    made = post(clerk, f"/drafts/{draft.id}/filings")
    assert made.status_code == 303
    record = clerk.get(made.location)
    assert "مدرک در دست نیست" in record.text
    document = clerk.get(made.location + "/petition.docx")
    assert document.status_code == 200
    assert document.headers["Content-Disposition"] == f'attachment; filename="petition-{draft.number}.docx"'


def test_reasons_typed_beside_the_button_are_taken_along(house, clerk, draft):
    made = post(clerk, f"/drafts/{draft.id}/filings", {"incomplete": "مدرک در دست نیست"})
    assert made.status_code == 303
    assert "مدرک در دست نیست" in clerk.get(made.location).text


def test_a_reason_saves_itself(house, clerk, draft):
    answer = post(clerk, f"/drafts/{draft.id}/reasons", {"incomplete": "بعد"}, headers=HTMX)
    assert answer.status_code == 200
    assert 'id="saved"' in answer.text
    with house.store.read() as work:
        assert work.draft(draft.id).reasons == {"incomplete": "بعد"}


def test_the_preview_leads_from_each_empty_place_to_its_field(house, clerk, draft):
    page = clerk.get(f"/drafts/{draft.id}/print").text
    assert f'href="/drafts/{draft.id}/steps/kind#kind-field"' in page
    assert "پیش‌نمایش" in page
    assert f"/drafts/{draft.id}/draft.docx" in page


def test_a_draft_document_bears_the_file_number_only(house, clerk, draft):
    answer = clerk.get(f"/drafts/{draft.id}/draft.docx")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="draft-{draft.number}.docx"'


def test_pages_of_a_draft_are_never_kept_by_the_browser(house, clerk, draft):
    for place in ("steps/kind", "review", "print", "draft.docx"):
        assert clerk.get(f"/drafts/{draft.id}/{place}").headers["Cache-Control"] == "no-store"


def test_names_stand_in_no_title_and_no_address(house, clerk, draft):
    save(house, clerk, draft, "owner", "بهار کیان")
    for place in ("steps/owner", "review", "print"):
        page = clerk.get(f"/drafts/{draft.id}/{place}").text
        assert "کیان" not in re.search(r"<title>(.*?)</title>", page).group(1)
        assert all("کیان" not in each for each in re.findall(r'(?:href|action)="([^"]*)"', page))
