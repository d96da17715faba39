"""One draft open on two pages: a change on both is told with both values, and nothing is overwritten unasked."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.server import MANAGER, OfficeServer
from tests.journeys.test_saving import CITY, stored
from tests.journeys.typing import named, resting

pytestmark = pytest.mark.browser


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def has_scripts(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def two_pages(open_desk, server: OfficeServer, has_scripts: bool) -> tuple[Page, Page]:
    """The clerk's page and the manager's, showing the same step at the same revision."""
    draft = server.filled_draft("cheque-claim", "clean", steps=1)
    address = f"/drafts/{draft.id}/steps/parties"
    desks = [open_desk(java_script_enabled=has_scripts) for _ in range(2)]
    for desk in desks:
        desk.expect_console("409")
    return desks[0].sign_in().page(address), desks[1].sign_in(MANAGER).page(address)


def entered(page: Page, text: str, has_scripts: bool, path: str = CITY) -> None:
    named(page, path).first.fill(text)
    if has_scripts:
        resting(page)
    else:
        page.locator("button.save-only").click()


def in_conflict(pages: tuple[Page, Page], has_scripts: bool) -> Page:
    first, second = pages
    entered(first, "کاشان", has_scripts)
    entered(second, "نطنز", has_scripts)
    notice = second.locator("#conflict")
    expect(notice).to_contain_text("هم‌زمان در جای دیگری تغییر کرده است")
    expect(notice).to_contain_text("نگار سپهری")
    expect(notice).to_contain_text("نطنز")
    expect(notice).to_contain_text("کاشان")
    return second


def test_both_values_are_shown_and_nothing_is_overwritten(two_pages, server, has_scripts):
    page = in_conflict(two_pages, has_scripts)
    assert stored(server, page, "plaintiffs", 0, "address", "city") == "کاشان"
    expect(page.locator("#saved")).to_have_attribute("data-state", "conflict")


def test_this_pages_text_is_saved_when_that_is_chosen(two_pages, server, has_scripts):
    page = in_conflict(two_pages, has_scripts)
    page.get_by_role("button", name="نوشتهٔ این صفحه ذخیره شود").click()
    expect(page.locator(".conflict")).to_have_count(0)
    expect(named(page, CITY)).to_have_value("نطنز")
    assert stored(server, page, "plaintiffs", 0, "address", "city") == "نطنز"


def test_the_stored_text_stays_when_that_is_chosen(two_pages, server, has_scripts):
    page = in_conflict(two_pages, has_scripts)
    page.get_by_role("link", name="آنچه ذخیره شده است بماند").click()
    expect(page.locator(".conflict")).to_have_count(0)
    expect(named(page, CITY)).to_have_value("کاشان")
    assert stored(server, page, "plaintiffs", 0, "address", "city") == "کاشان"


def test_other_answers_of_a_page_in_conflict_are_saved(two_pages, server, has_scripts):
    first, second = two_pages
    entered(first, "کاشان", has_scripts)
    named(second, CITY).fill("نطنز")
    entered(second, "عکاس", has_scripts, "plaintiffs[0].occupation")
    assert stored(server, second, "plaintiffs", 0, "occupation") == "عکاس"
    assert stored(server, second, "plaintiffs", 0, "address", "city") == "کاشان"


def test_two_pages_on_different_answers_never_meet(two_pages, server, has_scripts):
    first, second = two_pages
    entered(first, "کاشان", has_scripts)
    entered(second, "عکاس", has_scripts, "plaintiffs[0].occupation")
    expect(second.locator(".conflict")).to_have_count(0)
    assert stored(server, second, "plaintiffs", 0, "address", "city") == "کاشان"
    assert stored(server, second, "plaintiffs", 0, "occupation") == "عکاس"


def test_typing_on_after_a_conflict_or_leaving_the_step_overwrites_nothing(open_desk, server):
    draft = server.filled_draft("cheque-claim", "clean", steps=1)
    desk = open_desk().sign_in()
    desk.expect_console("409")
    first, second = (desk.page(f"/drafts/{draft.id}/steps/parties") for _ in range(2))
    page = in_conflict_of_one_person(first, second)
    named(page, CITY).press_sequentially(" نو")
    resting(page)
    entered(page, "عکاس", True, "plaintiffs[0].occupation")
    page.get_by_role("button", name="ذخیره و گام بعد").click()
    expect(page.locator(".conflict")).to_contain_text("نطنز نو")
    expect(page.locator(".conflict")).to_contain_text("صفحهٔ دیگری با همین حساب")
    assert stored(server, page, "plaintiffs", 0, "address", "city") == "کاشان"
    assert stored(server, page, "plaintiffs", 0, "occupation") == "عکاس"


def in_conflict_of_one_person(first: Page, second: Page) -> Page:
    entered(first, "کاشان", True)
    entered(second, "نطنز", True)
    expect(second.locator(".conflict")).to_be_visible()
    return second


def test_a_list_changed_elsewhere_is_not_edited_by_number(two_pages, server, has_scripts):
    """Removing «۱» on a page that shows an older list would remove somebody else."""
    first, second = two_pages
    first.get_by_role("button", name="رونوشت خواهان ۱").click()
    expect(first.locator("#plaintiffs-1")).to_have_count(1)
    second.get_by_role("button", name="حذف خواهان ۱").click()
    expect(second.locator(".conflict")).to_contain_text("این فهرست را تغییر داده است")
    assert len(stored(server, second, "plaintiffs")) == 2  # type: ignore[arg-type]
