"""What the pages of the shell say and do: desk, new petition, library, theme and keys."""

import re
from html.parser import HTMLParser

import pytest

from assistant.domain.people import Role
from tests.web.conftest import post

PARTY = [{"first_name": "فرهاد", "last_name": "کیان‌مهر", "national_id": "9990000018"}]


def draft_with(house, name, **values):
    draft = house.draft_of(name)
    house.services.drafting.fill(house.actor(name), draft.id, values, [])
    return draft


def test_an_empty_desk_says_what_will_be_here_and_the_one_thing_to_do(house):
    page = house.client("clerk").get("/").text
    assert "هنوز پیش‌نویسی نیست" in page
    assert 'href="/new"' in page


def test_a_clerk_sees_the_own_drafts_and_a_manager_those_of_the_office(house):
    own, colleagues, foreign = (house.draft_of(name) for name in ("clerk", "colleague", "stranger"))
    clerk, manager = house.client("clerk").get("/").text, house.client("office_manager").get("/").text
    assert own.id in clerk
    assert colleagues.id not in clerk
    assert own.id in manager
    assert colleagues.id in manager
    assert "همکار colleague" in manager
    assert foreign.id not in clerk + manager


@pytest.mark.parametrize(
    "query",
    ["کیان مهر", "كيان‌مهر", "کیانمهر", "فرهاد", "۹۹۹۰۰۰۰۰۱۸", "9990000018", "گاو فرهاد", "1405-00001", "۱۴۰۵-۰۰۰۰۱"],
)
def test_a_draft_is_found_by_any_spelling_of_what_is_in_it(house, query):
    draft = draft_with(house, "clerk", plaintiffs=PARTY)
    other = draft_with(house, "clerk", plaintiffs=[{"first_name": "شیرین", "last_name": "آذر"}])
    page = post(house.client("clerk"), "/desk/search", {"q": query}).text
    assert draft.id in page
    assert other.id not in page


def test_a_search_never_reaches_other_peoples_drafts(house):
    foreign = draft_with(house, "stranger", plaintiffs=PARTY)
    colleagues = draft_with(house, "colleague", plaintiffs=PARTY)
    page = post(house.client("clerk"), "/desk/search", {"q": "فرهاد"}).text
    assert foreign.id not in page
    assert colleagues.id not in page
    assert "پیش‌نویسی یافته نشد" in page


def test_a_search_is_recorded_with_its_count_and_without_its_words(house):
    draft_with(house, "clerk", plaintiffs=PARTY)
    post(house.client("clerk"), "/desk/search", {"q": "فرهاد"})
    with house.store.read() as work:
        entry = next(each for each in work.audit_entries() if each.act == "desk.searched")
    assert entry.detail == {"count": 1}
    assert "فرهاد" not in str(entry)


def test_htmx_gets_the_list_alone(house):
    part = post(house.client("clerk"), "/desk/search", {"q": ""}, headers={"HX-Request": "true"}).text
    assert part.lstrip().startswith("<section")
    assert "<html" not in part


def test_the_desk_shows_more_on_request(house):
    for _ in range(31):
        house.draft_of("clerk")
    client = house.client("clerk")
    assert client.get("/").text.count('class="row-link"') == 30
    assert post(client, "/desk/search", {"q": "", "shown": "60"}).text.count('class="row-link"') == 31
    assert post(client, "/desk/search", {"q": "", "shown": "۶۰x"}).status_code == 200


def test_names_of_parties_are_text_never_markup(house):
    draft_with(house, "clerk", plaintiffs=[{"first_name": "<b hx-get=/x hx-trigger=load>", "last_name": "ک"}])
    page = house.client("clerk").get("/").text
    assert "<b hx-get" not in page
    assert re.search(r"<table[^>]*hx-ignore", page)


@pytest.mark.parametrize("query", ["گاو", "مطالبه گاو", "مطالبه‌ گاو", "پیش فروش", "پیشفروش", "پیش‌فروش", "tiny"])
def test_a_template_is_found_by_any_spelling(house, query):
    assert "مطالبه گاو" in house.client("clerk").get("/new", query_string={"q": query}).text


def test_a_search_without_result_says_how_to_go_on(house):
    page = house.client("clerk").get("/new", query_string={"q": "هیچ"}).text
    assert "یافته نشد" in page
    assert "همهٔ انواع دادخواست" in page


def test_a_petition_starts_with_one_press_and_without_scripts(house):
    client = house.client("clerk")
    answer = post(client, "/drafts", {"template": "tiny"})
    assert answer.status_code == 303
    opened = re.fullmatch(r"/drafts/([\w-]+)/precheck", answer.location)
    assert opened
    assert opened[1] in client.get("/").text


def test_an_unknown_template_starts_nothing(house):
    assert post(house.client("clerk"), "/drafts", {"template": "../etc"}).status_code == 404


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.CLERK, Role.OFFICE_MANAGER)])
def test_who_does_not_draft_comes_home_to_the_library(house, role):
    client = house.client(role.value)
    assert client.get("/").location == "/library"
    assert "میز کار" not in client.get("/library").text


def test_a_template_page_shows_steps_paths_conditions_and_rules(house):
    page = house.client("expert").get("/library/templates/tiny").text
    for part in ("plaintiffs[].national_id", "kind == &#39;barn&#39;", "height-over-limit", "بازبینی‌نشده"):
        assert part in page


def test_a_rule_page_shows_condition_state_of_review_and_templates(house):
    page = house.client("expert").get("/library/rules/height-over-limit").text
    for part in ("height &gt; 20", "بازبینی‌نشده", "مطالبه گاو", "متن قانون"):
        assert part in page


def test_an_expert_runs_the_examples_and_sees_what_differs(house):
    page = post(house.client("expert"), "/library/templates/tiny/examples").text
    assert "اجرا شد" in page
    assert "بی‌اشکال" in page


def test_an_example_is_shown_as_it_would_be_printed_marked_as_a_draft(house):
    client = house.client("expert")
    page = client.get("/library/templates/tiny/preview/clean").text
    assert "paper--draft" in page
    assert client.get("/library/templates/tiny/preview/none").status_code == 404


def test_only_experts_are_offered_to_run_examples(house):
    assert "اجرای همهٔ نمونه‌ها" in house.client("expert").get("/library/templates/tiny").text
    assert "اجرای همهٔ نمونه‌ها" not in house.client("clerk").get("/library/templates/tiny").text


def test_the_report_counts_what_waits_for_an_expert(house):
    page = house.client("expert").get("/library/report").text
    assert '<a href="/library/review?kind=rule">۱ قاعدهٔ بازبینی‌نشده</a>' in page


@pytest.mark.parametrize(("theme", "media"), [("auto", True), ("dark", False), ("light", None)])
def test_the_chosen_theme_holds_on_every_page(house, theme, media):
    client = house.client("clerk")
    post(client, "/theme", {"theme": theme, "next": "/library"})
    links = re.findall(r"<link[^>]*tokens-dark[^>]*>", client.get("/library").text)
    assert len(links) == (0 if media is None else 1)
    assert media is None or ("prefers-color-scheme" in links[0]) is media


def test_a_theme_nobody_offers_becomes_the_automatic_one(house):
    client = house.client("clerk")
    post(client, "/theme", {"theme": "<script>"})
    assert "<script>" not in client.get("/").text.split("</head>")[1].split("<form")[0]
    assert "prefers-color-scheme" in client.get("/").text


KEYS = {"findings": "j", "preview": "P", "add": "N", "next": "S", "review": "R", "undo": "Z", "outage": "O"}


def test_keys_can_be_changed_and_stand_in_the_pages(house):
    client = house.client("clerk")
    assert post(client, "/keys", {"modifier": "ca", **KEYS}).status_code == 303
    page = client.get("/keys").text
    assert 'data-modifier="ca"' in page
    assert 'name="findings" value="J"' in page


@pytest.mark.parametrize(
    "wrong", [{"modifier": "xx"}, {"findings": "P"}, {"findings": ""}, {"findings": "ش"}, {"add": "NN"}]
)
def test_keys_that_cannot_work_are_refused_and_stay_on_the_page(house, wrong):
    client = house.client("clerk")
    answer = post(client, "/keys", {"modifier": "as", **KEYS, **wrong})
    assert answer.status_code == 422
    assert "هر کار یک حرف" in answer.text
    assert 'name="findings" value="F"' in client.get("/keys").text


@pytest.mark.parametrize("cookie", ["", "....", "as.findings-<", "zz.findings-J", "x" * 3000, "as.none-A.findings-7"])
def test_a_spoilt_cookie_of_keys_does_no_harm(house, cookie):
    client = house.client("clerk")
    client.set_cookie("keys", cookie)
    page = client.get("/keys")
    assert page.status_code == 200
    assert 'name="findings" value="F"' in page.text


class Outline(HTMLParser):
    """Collects what every page must have right."""

    def __init__(self):
        super().__init__()
        self.ids, self.labels, self.controls, self.headings, self.forms = [], set(), [], 0, []
        self.inside_label = 0

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "label":
            self.inside_label += 1
            self.labels.add(values.get("for"))
        if tag == "h1":
            self.headings += 1
        if tag == "form":
            self.forms.append([values.get("method", "get").lower(), False])
        if tag == "input" and values.get("name") == "csrf_token":
            self.forms[-1][1] = True
        is_control = tag in ("input", "select", "textarea") and values.get("type") not in ("hidden", "submit")
        if is_control and not self.inside_label and "aria-label" not in values:
            self.controls.append(values.get("id"))

    def handle_endtag(self, tag):
        if tag == "label":
            self.inside_label -= 1


@pytest.mark.parametrize(
    "path",
    ["/login", "/", "/new", "/new?q=zzz", "/keys", "/library", "/library/templates/tiny",
     "/library/rules/height-over-limit", "/library/report", "/library/templates/tiny/preview/clean", "/library/rules",
     "/library/articles", "/library/grounds", "/library/coverage", "/library/review", "/library/mutation", "/zzz"],
)  # fmt: skip
def test_every_page_is_well_made(house, path):
    house.draft_of("clerk")
    client = house.visitor() if path == "/login" else house.client("clerk")
    page = client.get(path).text
    outline = Outline()
    outline.feed(page)
    assert len(outline.ids) == len(set(outline.ids)), "an id stands twice"
    assert set(outline.controls) <= outline.labels, "a control without a label"
    assert outline.headings == 1
    assert all(has_token for method, has_token in outline.forms if method == "post"), "a form without a token"
    assert re.search(r'<html lang="fa" dir="rtl">', page)
    assert re.search(r"<title>[^<|]+ \| دادخواست‌یار</title>", page)
