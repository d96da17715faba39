"""The page of the data's currency, without scripts: lists, kinds, counts, and where a value is used."""

import re
from dataclasses import replace

import pytest

from assistant.checks.review import Reviewer
from assistant.content.room_map import Kind
from assistant.domain.currency import Watched, WatchedPart
from assistant.domain.jalali import to_gregorian
from assistant.domain.people import Role
from assistant.services.library_pages import LibraryPages
from tests.tiny_house.house import ON, parameter, rule
from tests.web.conftest import library

OLD = Watched("limit", "parameter", "اندازه", "rules/parameters/limit.yaml", "own", ON, to_gregorian("1405-08-30"))
YEAR = replace(
    OLD,
    id="year",
    kind="holidays",
    title="تعطیلات نمونه",
    grade="2+",
    verified_until=to_gregorian("1406-12-29"),
    responsible="کارشناس نمونه",
    is_provisional=True,
    parts=(WatchedPart("۱۴۰۵/۱۲/۰۹ روز نمونه", "disputed", True),),
)


def every_kind():
    kinds = ("board", "outage", "office-tariff", "index", "period")
    return tuple(replace(YEAR, id=kind, kind=kind, title=f"دادهٔ {kind}") for kind in kinds)


@pytest.fixture
def page(house):
    """Reads the page of a library with one old number that a rule reads, and one table of holidays."""
    known = parameter("limit", ("1390-01-01", 4), verified_until="1405-08-30")
    reading = rule("by-condition", "height > parameter('limit')", "height", title="بلندی بیش از اندازه")
    made = library()
    content = replace(made, parameters={"limit": known}, rules={**made.rules, reading.id: reading}, watched=(OLD, YEAR))
    pages = LibraryPages(content, Reviewer(content), None, house.clock)
    house.app.extensions["services"] = replace(house.services, library_pages=pages)
    client = house.client("expert")
    return lambda query="": client.get(f"/library/currency{query}").text


def test_every_dated_file_stands_there_with_its_dates_and_its_owner(page):
    text = page()
    assert all(word in text for word in ("اندازه", "۱۴۰۵/۰۸/۳۰", "معین نشده", "تعطیلات نمونه", "کارشناس نمونه"))
    assert "۱۴۰۵/۱۲/۰۹ روز نمونه: محل اختلاف، موقت یا پیش‌بینی" in text


def test_a_number_links_to_the_rules_that_read_it(page):
    assert '<a href="/library/rules/by-condition">بلندی بیش از اندازه</a>' in page()


@pytest.mark.parametrize(
    ("query", "shown", "hidden"),
    [
        ("?show=overdue", "limit.yaml", "تعطیلات نمونه"),
        ("?show=provisional", "تعطیلات نمونه", 'id="parameter-limit"'),
        ("?kind=holidays", "تعطیلات نمونه", 'id="parameter-limit"'),
        ("?show=unassigned", 'id="parameter-limit"', "تعطیلات نمونه"),
    ],
)
def test_a_list_or_a_kind_narrows_the_page(page, query, shown, hidden):
    text = page(query)
    assert shown.replace("limit.yaml", 'id="parameter-limit"') in text
    assert hidden not in text


def test_a_kind_links_to_the_page_that_uses_it_where_the_role_may_open_it(page, house):
    assert '<a href="/calendar">تقویم</a>' in page()
    for role in Role:
        client = house.client(role.value)
        for address in re.findall(r'به کار رفته در: <a href="([^"]+)"', client.get("/library/currency").text):
            assert client.get(address, follow_redirects=True).status_code == 200, (role, address)


def test_an_empty_list_says_so(page):
    assert "داده‌ای در این فهرست نیست" in page("?show=overdue&kind=holidays")


def test_nonsense_in_the_address_shows_everything(page):
    assert "تعطیلات نمونه" in page("?show=%3Cscript%3E&kind=none")


def test_every_kind_that_can_be_dated_has_a_persian_word(house):
    words = house.app.jinja_env.get_template("partials/words.html").module.DATA_KINDS
    undated = {"template", "form", "shared", "example", "skeleton", "layout", "wording", "laws", "outcomes",
               "catalogue-map", "schema", "notes", "planned", "text-remarks", "rule-families", "word-list",
               "cue-classes", "legal-terms", "names", "word-sources", "word-counts", "confusions"}  # fmt: skip
    assert {kind.value for kind in Kind} - undated <= set(words)
