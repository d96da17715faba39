"""Fields that save themselves: nothing typed is lost, the cursor stays where it is, and the state of saving is true."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, expect

from assistant.ports import StorageUnavailable
from tests.journeys.server import OfficeServer
from tests.journeys.typing import named, resting

pytestmark = pytest.mark.browser

CITY = "plaintiffs[0].address.city"
SAVES = re.compile(r"/drafts/[^/]+/field$")


@pytest.fixture
def parties(clerk, server: OfficeServer) -> Page:
    """The step of the parties, one plaintiff begun."""
    draft = server.filled_draft("cheque-claim", "clean", steps=1)
    return clerk.page(f"/drafts/{draft.id}/steps/parties")


@pytest.fixture
def claim(clerk, server: OfficeServer) -> Page:
    draft = server.filled_draft("cheque-claim", "clean", steps=2)
    return clerk.page(f"/drafts/{draft.id}/steps/claim")


def stored(server: OfficeServer, page: Page, *keys: object) -> object:
    """What the store holds for this page's draft."""
    draft_id = page.url.split("/drafts/")[1].split("/")[0]
    with server.office.store.read() as work:
        value: object = work.draft(draft_id).answers.values
    for key in keys:
        value = value[key] if isinstance(key, int) else value.get(key)  # type: ignore[attr-defined, index]
    return value


@pytest.fixture
def slowly(server: OfficeServer) -> Iterator[None]:
    """Every save of a field takes most of a second."""
    server.delay = 0.8
    yield
    server.delay = 0.0


def test_a_save_carries_its_field_only(parties):
    with parties.expect_request(SAVES) as sent:
        named(parties, CITY).fill("کاشان")
    assert list(parse_qs(sent.value.post_data)) == ["path", "csrf_token", "revision", CITY]


@pytest.mark.usefixtures("slowly")
def test_text_typed_while_a_save_is_under_way_is_kept_with_focus_and_caret(parties, server):
    field = named(parties, CITY)
    field.fill("")
    field.press_sequentially("سلام")
    with parties.expect_response(SAVES):
        parties.wait_for_timeout(700)
        field.press_sequentially(" دنیا")
        field.press("Home")
        field.press_sequentially("نو ")
    resting(parties)
    expect(field).to_have_value("نو سلام دنیا")
    expect(field).to_be_focused()
    assert field.evaluate("each => each.selectionStart") == 3
    assert stored(server, parties, "plaintiffs", 0, "address", "city") == "نو سلام دنیا"


def test_the_caret_stays_in_the_middle_of_a_word(parties):
    field = named(parties, CITY)
    field.fill("شیراز")
    field.evaluate("each => each.setSelectionRange(2, 2)")
    field.press_sequentially("ر")
    resting(parties)
    expect(field).to_have_value("شیرراز")
    assert field.evaluate("each => each.selectionStart") == 3
    expect(field).to_be_focused()


@pytest.mark.usefixtures("slowly")
def test_an_answer_that_opens_fields_leaves_the_text_being_typed_alone(parties, server):
    """The fields of the step are redrawn while the clerk is already typing in the next one."""
    parties.locator('[name="defendants[0].address_unknown"][value=yes]').check()
    field = named(parties, "defendants[0].mobile")
    field.fill("")
    field.press_sequentially("۰۹۰۰۰۰", delay=60)
    other = named(parties, "defendants[0].occupation")
    other.fill("")
    other.press_sequentially("زرگ", delay=60)
    expect(named(parties, "defendants[0].publication_requested").first).to_be_visible()
    other.press_sequentially("ر")
    resting(parties)
    expect(field).to_have_value("۰۹۰۰۰۰")
    expect(other).to_have_value("زرگر")
    expect(other).to_be_focused()
    assert stored(server, parties, "defendants", 0, "occupation") == "زرگر"
    assert stored(server, parties, "defendants", 0, "mobile") == "۰۹۰۰۰۰"


def test_a_card_being_worked_in_stays_open_when_fields_appear(parties):
    parties.locator('[name="plaintiffs[0].incapacitated"][value=yes]').check()
    expect(named(parties, "plaintiffs[0].incapacity_kind").first).to_be_visible()
    expect(parties.locator("#plaintiffs-0")).to_have_attribute("open", "")


@pytest.mark.usefixtures("slowly")
def test_what_is_typed_fast_before_the_button_is_saved_once_and_meets_no_conflict(parties, server):
    """A save is under way, more is typed, the button is pressed: the page waits, then takes everything along."""
    field = named(parties, CITY)
    field.fill("کاش")
    parties.wait_for_timeout(700)
    field.press("End")
    field.press_sequentially("ان")
    parties.get_by_role("button", name="ذخیره و گام بعد").click()
    expect(parties.locator("h1").first).to_have_text("چک‌ها و دارنده آنها")
    assert stored(server, parties, "plaintiffs", 0, "address", "city") == "کاشان"


@pytest.mark.usefixtures("slowly")
def test_a_link_followed_at_once_takes_the_last_letters_along(parties, server):
    draft_page = parties.url
    named(parties, CITY).fill("نطنز")
    parties.get_by_role("link", name="میز کار").first.click()
    expect(parties.get_by_role("heading", name="میز کار")).to_be_visible()
    parties.goto(draft_page)
    expect(named(parties, CITY)).to_have_value("نطنز")


def test_toman_is_stored_in_rial_and_never_multiplied_again(claim, server):
    address, amount = claim.url, named(claim, "claim_amount")
    claim.get_by_label("تومان").check()
    amount.fill("۱۶۰٬۰۰۰٬۰۰۰")
    resting(claim)
    assert stored(server, claim, "claim_amount") == 1_600_000_000
    expect(claim.locator("#claim_amount-said")).to_contain_text("یک میلیارد و ششصد میلیون ریال")
    claim.get_by_role("button", name="ذخیره و گام بعد").click()
    expect(claim.locator("h1").first).to_have_text("خسارت تأخیر تأدیه")
    assert stored(server, claim, "claim_amount") == 1_600_000_000
    claim.goto(address)
    expect(amount).to_have_value("۱٬۶۰۰٬۰۰۰٬۰۰۰")
    expect(claim.locator("#claim_amount-rial")).to_be_checked()


def test_what_was_understood_is_written_in_its_usual_form_once_the_field_is_left(claim, parties):
    amount = named(claim, "claim_amount")
    amount.press_sequentially("1600000000")
    resting(claim)
    expect(amount).to_have_value("1600000000")  # never under the fingers
    amount.press("Tab")
    expect(amount).to_have_value("۱٬۶۰۰٬۰۰۰٬۰۰۰")
    born = named(parties, "plaintiffs[0].birth_date")
    born.fill("60 1 5")
    born.press("Tab")
    expect(born).to_have_value("۱۳۶۰/۰۱/۰۵")


def test_while_the_office_does_not_answer_the_page_says_so_and_sends_again(clerk, parties, server):
    clerk.expect_console("ERR_CONNECTION_REFUSED", "Failed to fetch")
    resting(parties)
    server.close()
    named(parties, CITY).fill("سمیرم")
    expect(parties.locator("#saved")).to_have_attribute("data-state", "offline")
    expect(parties.locator("#saved")).to_contain_text("روی همین صفحه مانده است")
    parties.get_by_role("button", name="ذخیره و گام بعد").click()
    parties.wait_for_timeout(500)
    expect(named(parties, CITY)).to_have_value("سمیرم")  # the page was not left
    server.open()
    expect(parties.locator("#saved")).to_have_attribute("data-state", "saved", timeout=15_000)
    assert stored(server, parties, "plaintiffs", 0, "address", "city") == "سمیرم"


def test_on_a_full_disk_the_text_stays_on_the_page_and_is_saved_later(clerk, parties, server, monkeypatch):
    clerk.expect_console("503")
    resting(parties)
    with monkeypatch.context() as patch:
        patch.setattr(server.office.store, "begin", no_space)
        named(parties, CITY).fill("ابیانه")
        expect(parties.locator("#saved")).to_contain_text("دیسک پاسخ نمی‌دهد")
        parties.get_by_role("button", name="ذخیره و گام بعد").click()
        parties.wait_for_timeout(500)
        expect(named(parties, CITY)).to_have_value("ابیانه")
    expect(parties.locator("#saved")).to_have_attribute("data-state", "saved", timeout=15_000)
    assert stored(server, parties, "plaintiffs", 0, "address", "city") == "ابیانه"


def no_space() -> None:
    raise StorageUnavailable("دیسک پر است")


def test_a_problem_and_its_end_are_shown_at_the_field(parties):
    said = parties.locator("#plaintiffs-0-address-postal_code-said")
    field = named(parties, "plaintiffs[0].address.postal_code")
    field.fill("123")
    expect(said).to_contain_text("کد پستی ده رقم دارد")
    expect(field).to_have_attribute("aria-invalid", "true")
    field.fill("9396837111")
    expect(said).not_to_contain_text("ده رقم دارد")
    expect(field).not_to_have_attribute("aria-invalid", "true")


def test_an_opened_reason_stays_open_when_the_panel_changes(clerk, server):
    draft = server.filled_draft("cheque-claim", "problem")
    page = clerk.page(f"/drafts/{draft.id}/steps/claim")
    card = page.locator("#findings .finding").first
    card.locator("summary").click()
    expect(card.locator(".facts")).to_be_visible()
    named(page, "claim_amount").fill("7")
    resting(page)
    expect(card.locator(".facts")).to_be_visible()


def test_undo_takes_back_the_last_answer(parties, server):
    named(parties, CITY).fill("خوانسار")
    resting(parties)
    parties.get_by_role("button", name="برگرداندن آخرین تغییر").click()
    expect(named(parties, CITY)).to_have_value("اصفهان")
    assert stored(server, parties, "plaintiffs", 0, "address", "city") == "اصفهان"


def test_a_removed_item_comes_back_by_undo(clerk, server):
    draft = server.filled_draft("cheque-claim", "clean", steps=2)
    page = clerk.page(f"/drafts/{draft.id}/steps/cheques")
    page.locator("#cheques-1 summary").click()
    page.get_by_role("button", name="حذف چک ۲").click()
    expect(page.locator("#cheques-1")).to_have_count(0)
    page.get_by_role("button", name="برگرداندن آخرین تغییر").click()
    expect(page.locator("#cheques-1")).to_have_count(1)
    assert len(stored(server, page, "cheques")) == 2  # type: ignore[arg-type]


def test_nothing_of_the_draft_stays_in_the_browsers_storage(parties):
    named(parties, CITY).fill("اردستان")
    resting(parties)
    kept = parties.evaluate(
        "async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length,"
        " (await caches.keys()).length]"
    )
    assert kept == [0, 0, 0, 0]
