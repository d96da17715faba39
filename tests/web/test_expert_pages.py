"""The pages of the library for experts, without scripts: what they say, where they lead, and what they escape."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from assistant.checks.mutation import Change, Mutant
from assistant.domain.condition.parser import parse
from assistant.domain.jalali import to_gregorian
from assistant.domain.people import Role
from assistant.domain.review_state import ReviewState
from assistant.domain.rule import Expected
from assistant.services.expert_pages import ExpertPages
from assistant.services.library_pages import LibraryPages
from assistant.services.mutating import Proposal, RuleScore, Survivor
from assistant.services.mutation_report import kept_bytes, report_data
from tests.services.expert_world import HEIGHT, WIDTH, expert_library

ADDRESSES = ("rules", "articles", "grounds", "coverage", "coverage?by=family", "review", "mutation")
STATES = (
    ReviewState("rule", "height-over-limit", "بلندی <بیش>", "rules/heights/h.yaml", "own", "L2"),
    ReviewState("parameter", "limit", "اندازه", "rules/parameters/limit.yaml", "disputed",
                verified_until=to_gregorian("1405-08-30")),
    ReviewState("shared", "members", "اعضا", "templates/_shared/members.yaml", "2+", signed_by="کارشناس نمونه",
                signed_on="1405-09-01"),
)  # fmt: skip
LIBRARY = replace(expert_library(), review_states=STATES)
MUTANT = Mutant(Change.BOUND, 0, "height < 20", "height <= 20", "height <= 20", parse("height < 20"), ())
PROPOSAL = Proposal("barn", {"on": "1405-09-01", "answers": {"height": 20}}, Expected.FIRES, ())
SCORES = [RuleScore(HEIGHT, 3, (Survivor(MUTANT, PROPOSAL),)), RuleScore(WIDTH, 4, ())]
REPORT = kept_bytes(report_data(SCORES, LIBRARY.version), datetime(2026, 11, 22, 8, 0, tzinfo=UTC))


@pytest.fixture
def show(house):
    """Opens a page of the library as an expert; ``kept`` is the kept report of the mutations."""
    kept: list[bytes | None] = [None]
    pages = ExpertPages(LIBRARY, house.clock, lambda: kept[0])
    found = replace(house.services, expert_pages=pages)
    found = replace(
        found, library_pages=LibraryPages(LIBRARY, house.services.library_pages._reviewer, None, house.clock)
    )
    house.app.extensions["services"] = found
    client = house.client("expert")

    def show(address: str, report: bytes | None = None) -> str:
        kept[0] = report
        answer = client.get(f"/library/{address}")
        assert answer.status_code == 200
        return re.sub(r"\s+", " ", answer.text)

    return show


def test_every_page_is_found_from_every_other(show):
    links = [f'href="/library/{each}"' for each in ("rules", "articles", "grounds", "coverage", "review", "mutation")]
    for address in ADDRESSES:
        page = show(address)
        assert all(link in page for link in links)
        assert page.count('aria-current="page"') == 2  # the place of the rail and the tab


@pytest.mark.parametrize("role", list(Role))
def test_every_role_may_look_at_them(house, role):
    client = house.client(role.value)
    assert {client.get(f"/library/{address}").status_code for address in ADDRESSES} == {200}


def test_rules_stand_by_family_with_their_counts_and_lead_to_their_pages(show):
    page = show("rules")
    assert "اندازه‌ها" in page
    assert '<a href="/library/rules/height-over-limit">بلندی بیش از اندازه</a>' in page
    assert "۵ قاعده" in page


def test_a_choice_stays_in_the_form_and_in_the_links_to_families(show):
    page = show("rules?q=بلندي&level=L2")
    assert 'value="بلندي"' in page
    assert '<option value="L2" selected>' in page
    assert re.search(r'href="/library/rules\?[^"]*level=L2[^"]*family=measures|family=measures[^"]*level=L2', page)
    assert "width-unknown" not in page


def test_nothing_found_says_so_and_what_was_typed_is_no_markup(show):
    page = show("rules?q=<script>alert(1)</script>")
    assert "قاعده‌ای با این شرط‌ها یافته نشد" in page
    assert "<script>alert" not in page


def test_articles_lead_to_rules_and_to_the_grounds_of_an_article(show):
    page = show("articles")
    assert 'id="article-club-7"' in page
    assert 'href="/library/grounds#grounds-of-article-7"' in page
    assert "بند ۲" in page
    assert "آرای وحدت رویه" in page
    assert "بی قاعده: بی‌کار" in page


def test_grounds_show_their_rules_and_the_rows_without_one(show):
    page = show("grounds")
    assert "جهت‌های مادهٔ هفت" in page
    assert "بی قاعده: ردیف ۴ تا ۶" in page
    assert 'href="/library/rules?ground=7-1"' in page
    assert "هنوز قاعده‌ای به این جهت نمی‌رسد" in page


def test_a_cell_of_the_coverage_leads_to_exactly_its_rules(show):
    page = show("coverage")
    cells = re.findall(
        r'<a href="(/library/rules\?state=active&amp;template=[^"]+)" aria-label="[^"]+">([۰-۹]+)</a>', page
    )
    assert len(cells) == 5  # three cells with rules, two sums
    for address, told in cells:
        listed = show(address.removeprefix("/library/").replace("&amp;", "&"))
        count = len(set(re.findall(r'href="/library/rules/([a-z-]+)"', listed)))
        assert str(count).translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")) == told


def test_an_empty_cell_is_visible_and_counted(show):
    page = show("coverage")
    assert page.count('coverage__none">۰</td>') == 4  # three cells, and the column nobody covers
    assert "۳ خانه قاعده‌ای ندارد" in page


def test_the_worklist_counts_and_leads_to_where_each_thing_is_read(show):
    page = show("review")
    assert "۲ بی نام، ۱ با نام" in page
    assert '<a href="/library/rules/height-over-limit">بلندی &lt;بیش&gt;</a>' in page
    assert 'href="/library/currency?kind=parameter#parameter-limit"' in page
    assert "نیازمند به‌روزرسانی" in page
    assert "کارشناس نمونه" not in page
    assert "کارشناس نمونه، ۱۴۰۵/۰۹/۰۱" in show("review?show=signed")


def test_a_list_without_a_thing_says_so(show):
    assert "موردی در این فهرست نیست" in show("review?show=signed&kind=rule")


def test_without_a_kept_report_the_page_says_how_one_is_made(show):
    page = show("mutation")
    assert "گزارشی نگه داشته نشده است" in page
    assert "dadkhastyar check --mutate --keep" in page


def test_a_report_of_this_content_shows_its_score_and_what_no_example_notices(show):
    page = show("mutation", REPORT)
    assert "۸۷٫۵٪" in page
    assert "کمتر از کمینهٔ ۹۵٪" in page
    assert "همین محتوای کنونی" in page
    assert "height &lt;= 20" in page
    assert "محتوا پس از این گزارش تغییر کرده است" not in page


def test_a_report_of_older_content_says_so(show):
    page = show("mutation", REPORT.replace(b'"made-up"', b'"older"'))
    assert (
        "محتوا پس از این گزارش تغییر کرده است. پروندهٔ هیچ قاعدهٔ گزارش تغییر نکرده است. ۲ قاعدهٔ کنونی در گزارش نیست."
        in page
    )


def test_a_spoiled_report_is_no_error_of_the_page(show):
    assert "گزارش نگه‌داشته‌شده خوانده نشد" in show("mutation", b"{}")
