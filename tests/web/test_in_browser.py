"""The shell in a real browser: nothing complains, nothing runs that was not ours, everybody can read it."""

from collections.abc import Iterator
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from waitress import create_server

from tests.journeys.browsing import launched
from tests.web.conftest import PASSWORD, House, build

pytestmark = pytest.mark.browser

PAGES = ["/", "/new", "/new?q=zzz", "/keys", "/library", "/library/templates/tiny", "/library/rules/height-over-limit",
         "/library/report", "/library/rules", "/library/articles", "/library/grounds", "/library/coverage",
         "/library/review", "/library/mutation", "/zzz"]  # fmt: skip
OFFICE, PHONE, ZOOMED = {"width": 1366, "height": 768}, {"width": 400, "height": 800}, {"width": 683, "height": 384}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launched(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def served() -> Iterator[tuple[House, str]]:
    house = build()
    for _ in range(3):
        draft = house.draft_of("clerk")
        party = [{"first_name": "فرهاد", "last_name": "کیان‌مهر با نامی بسیار بلند", "national_id": "9990000018"}]
        house.services.drafting.fill(house.actor("clerk"), draft.id, {"plaintiffs": party, "defendants": party}, [])
    server = create_server(house.app, host="127.0.0.1", port=0, threads=4)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    yield house, f"http://127.0.0.1:{server.effective_port}"
    server.close()


@pytest.fixture
def person(browser, served):
    """Opens a page as somebody; fails when the console complains or anything outside is asked for."""
    house, url = served
    contexts, heard = [], []

    def open_page(path: str, name: str = "clerk", **options: object) -> Page:
        context = browser.new_context(**{"viewport": OFFICE, **options})
        contexts.append(context)
        if name:
            actor = house.actor(name)
            cookie = house.services.sign_in.login(actor.name, PASSWORD, "test").cookie
            context.add_cookies([{"name": "dadkhast", "value": cookie, "url": url}])
        page = context.new_page()
        page.on("console", lambda message: heard.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith(url) else heard.append(request.url))
        page.goto(url + path)
        return page

    open_page.heard = heard  # type: ignore[attr-defined]
    yield open_page
    for context in contexts:
        context.close()
    assert [text for text in heard if "404" not in text] == []


@pytest.mark.parametrize(("scheme", "viewport"), [("light", OFFICE), ("dark", OFFICE), ("light", PHONE)])
def test_no_page_breaks_a_rule_of_accessibility(person, scheme, viewport):
    axe, found = Axe(), {}
    page = person("/", color_scheme=scheme, viewport=viewport)
    for path in PAGES:
        page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/")[2] + path)
        violations = axe.run(page).response["violations"]
        if violations:
            found[path] = [(each["id"], [node["html"][:120] for node in each["nodes"][:3]]) for each in violations]
    visitor = person("/login", "", color_scheme=scheme, viewport=viewport)
    assert axe.run(visitor).response["violations"] == []
    assert found == {}


@pytest.mark.parametrize("viewport", [PHONE, ZOOMED, {"width": 320, "height": 640}], ids=["phone", "zoomed", "small"])
def test_nothing_has_to_be_scrolled_sideways(person, viewport):
    page = person("/", viewport=viewport)
    base = page.url.rstrip("/")
    for path in PAGES:
        page.goto(base + path)
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, path


def test_the_list_follows_the_typing_and_the_box_keeps_its_text_and_cursor(person):
    page = person("/new")
    page.keyboard.press("/")
    page.keyboard.type("zzz", delay=20)
    page.wait_for_selector("text=یافته نشد")
    assert page.evaluate("[document.activeElement.id, document.activeElement.value].join()") == "q,zzz"
    assert page.url.endswith("/new"), "what was typed does not go into the history"


def test_text_that_looks_like_a_program_never_runs(person):
    page = person("/")
    page.evaluate(
        """() => {
        const place = document.createElement("div");
        place.innerHTML = `<button id=b1 hx-on:click="window.ran=1">1</button>
          <button id=b2 hx-get="/health" hx-vals="js:{a: window.ran=1}">2</button>
          <button id=b3 hx-get="/health" hx-trigger="click[window.ran=1]">3</button>
          <button id=b4 onclick="window.ran=1">4</button><img src=x onerror="window.ran=1">
          <p hx-ignore><button id=b5 hx-get="/health" hx-target="#q" data-hx-get="/health">5</button></p>`;
        document.getElementById("main").append(place);
        htmx.process(place);
      }"""
    )
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for name in ("b1", "b2", "b3", "b4", "b5"):
        page.evaluate(f"document.getElementById('{name}').click()")
    page.wait_for_timeout(300)
    assert page.evaluate("window.ran") is None
    assert [url for url in asked if "health" in url] == []
    person.heard.clear()


def test_a_script_in_an_answer_is_refused(person):
    page = person("/")
    page.route(
        "**/desk/search", lambda route: route.fulfill(body="<section id=drafts><script>window.ran=1</script></section>")
    )
    page.fill("#q", "x")
    page.wait_for_timeout(900)
    assert page.evaluate("window.ran") is None
    assert page.locator("table.drafts").count() == 1, "the old list stays"
    person.heard.clear()


def test_the_browser_keeps_nothing_of_what_was_seen(person):
    page = person("/")
    page.fill("#q", "فرهاد")
    page.wait_for_selector("text=یافته شد")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert "فرهاد" not in page.url


def test_after_leaving_the_back_button_shows_nobody(person):
    page = person("/")
    page.click(".account summary")
    page.click("text=خروج")
    page.wait_for_url("**/login")
    page.go_back()
    page.wait_for_load_state()
    page.wait_for_timeout(300)
    assert "فرهاد" not in page.content()
    assert "/login" in page.url


def test_the_account_panel_closes_with_escape_and_gives_the_focus_back(person):
    page = person("/")
    page.click(".account summary")
    page.keyboard.press("Escape")
    assert not page.locator(".account").evaluate("each => each.open")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_a_question_mark_shows_the_keys(person):
    page = person("/")
    page.keyboard.press("?")
    page.wait_for_url("**/keys")


@pytest.mark.parametrize("returning", ["clerk", "office_manager"])
def test_text_typed_after_the_session_ended_is_saved_when_the_same_person_signs_in_again(person, served, returning):
    house, url = served
    draft = house.draft_of("clerk")
    page = person(f"/drafts/{draft.id}/steps/price")
    house.services.sign_in.login("clerk", PASSWORD, "another place")
    page.fill("#price", "۱۲۰۰")
    page.wait_for_selector("#saved:has-text('نشست پایان یافته')")
    assert page.input_value("#price") == "۱۲۰۰"
    cookie = house.services.sign_in.login(returning, PASSWORD, "another tab").cookie
    page.context.add_cookies([{"name": "dadkhast", "value": cookie, "url": url}])
    if returning == "clerk":
        page.wait_for_selector("#saved[data-state=saved]", timeout=15_000)
    else:
        page.wait_for_timeout(6_000)
    with house.store.read() as work:
        saved = work.draft(draft.id)
    assert saved is not None
    assert saved.answers.values.get("price") == (1200 if returning == "clerk" else None)
    person.heard.clear()


def test_the_login_names_the_keyboard_and_shows_the_password_on_request(person):
    page = person("/login", "")
    page.focus("#password")
    page.keyboard.insert_text("x")
    page.evaluate("""document.getElementById("password").dispatchEvent(new KeyboardEvent("keydown", {key: "ش"}))""")
    assert page.inner_text("#keyboard") == "صفحه‌کلید فارسی است."
    page.click("text=نمایش گذرواژه")
    assert page.get_attribute("#password", "type") == "text"


def test_every_focus_can_be_seen(person):
    page = person("/")
    for _ in range(12):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => { const each = document.activeElement, style = getComputedStyle(each);
               const own = parseFloat(style.outlineWidth) >= 2 && style.outlineStyle === "solid";
               const around = each.closest(".entry--link");
               return own || (around && parseFloat(getComputedStyle(around).outlineWidth) >= 2); }"""
        )
        assert seen, page.evaluate("document.activeElement.outerHTML")[:200]


def test_without_scripts_everything_in_the_shell_works(person, served):
    page = person("/login", "", java_script_enabled=False)
    page.fill("#name", "clerk")
    page.fill("#password", PASSWORD)
    page.click("button:has-text('ورود')")
    page.fill("#q", "کیانمهر")
    page.click("button:has-text('جست‌وجو')")
    assert page.locator("table.drafts tbody tr").count() >= 3
    page.click("text=دادخواست جدید >> nth=0")
    page.fill("#q", "پیشفروش")
    page.click("button:has-text('جست‌وجو')")
    page.click("text=مطالبه گاو")
    assert "/drafts/" in page.url
    page.click(".account summary")
    page.click("text=تیره")
    assert page.locator("link[href*='tokens-dark'][media='screen']").count() == 1
    page.click(".account summary")
    page.click("text=خروج")
    assert "/login" in page.url
