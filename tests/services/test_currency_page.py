"""The page of the data's currency: lists, kinds, counts, and the rules that read a value."""

from dataclasses import replace

from assistant.checks.currency import currency_report
from assistant.checks.rules import RuleBook
from assistant.checks.used_by import rules_by_value
from assistant.domain.currency import Watched
from assistant.domain.jalali import to_gregorian
from assistant.domain.rule import InForce
from assistant.services.currency_page import Show, currency_page
from tests.tiny_house.house import ON, field, form_of, library_of, parameter, rule, template_of

LIMIT = Watched("limit", "parameter", "اندازه", "rules/parameters/limit.yaml", "own", ON, ON, None)
WEEK = replace(LIMIT, id="week", kind="week", grade="2+", verified_until=to_gregorian("1406-12-29"), responsible="کسی")
LATER = to_gregorian("1405-09-02")
REPORT = currency_report((LIMIT, WEEK), LATER)


def test_everything_is_shown_by_kind_unless_a_list_is_chosen():
    page = currency_page(REPORT, {})
    assert page.show is Show.ALL
    assert list(page.groups) == ["parameter", "week"]
    assert page.counts == {"all": 2, "overdue": 1, "soon": 0, "provisional": 0, "weak": 1, "unassigned": 1}


def test_a_list_and_a_kind_narrow_what_is_shown_and_the_counts_say_so():
    page = currency_page(REPORT, {}, "overdue", "week")
    assert page.groups == {}
    assert page.counts[Show.ALL] == 1
    assert page.kinds == {"parameter": 1, "week": 0}


def test_an_unknown_choice_shows_everything():
    page = currency_page(REPORT, {}, "<script>", "nothing")
    assert (page.show, page.kind) == (Show.ALL, "")


def test_a_line_names_the_rules_that_read_the_value_also_as_their_launch():
    rules = [
        rule("by-condition", "height > parameter('limit')", "height"),
        rule("by-launch", "height > 3", "height", in_force=InForce(from_parameter="start")),
        rule("by-nothing", "height > 5", "height"),
    ]
    known = [parameter("limit", ("1390-01-01", 4)), parameter("start", ("1390-01-01", ON), unit="date")]
    library = library_of([template_of(form_of(field("height", "integer")))], rules, known)
    readers = rules_by_value(library, RuleBook(library))
    assert {value: [each.id for each in found] for value, found in readers.items()} == {
        "parameter:limit": ["by-condition"],
        "parameter:start": ["by-launch"],
    }
    line = currency_page(REPORT, readers).groups["parameter"][0]
    assert (line.is_overdue, [each.id for each in line.rules]) == (True, ["by-condition"])
