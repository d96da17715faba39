"""The dated numbers of law that a finding stands on, as they were for the day they were asked for."""

from dataclasses import replace

from assistant.checks.evaluated import evaluated_on
from assistant.checks.rules import RuleBook
from assistant.domain.finding import Finding
from assistant.domain.jalali import to_gregorian
from assistant.domain.manifest import UsedItem
from assistant.domain.rule import InForce
from tests.tiny_house.house import ON, complete, field, form_of, library_of, parameter, rule, template_of, verdicts

TEMPLATE = template_of(form_of(field("amount", "rial_amount"), field("paid_on", "jalali_date")))
CEILING = replace(
    parameter("ceiling", ("1390-01-01", 100), ("1404-01-01", 200), unit="rial", verified_until="1405-06-31"),
    title="نصاب",
    version="v1",
)
DAYS = replace(parameter("days", ("1380-01-01", 20), unit="day"), title="مهلت")
ANSWERS = complete({"amount": 500, "paid_on": "1395-01-01"})


def finding(when: str, message: str = "m") -> Finding:
    library = library_of([TEMPLATE], [rule("r", when, "amount", message=message)], [CEILING, DAYS])
    (found,) = verdicts(library, ANSWERS).findings
    return found


def test_the_value_in_force_on_the_filing_date_is_named_with_its_days() -> None:
    (used,) = finding("amount > parameter('ceiling')").used
    assert (used.id, used.kind, used.title, used.value, used.version) == (
        "ceiling",
        "parameter",
        "نصاب",
        "۲۰۰ ریال",
        "v1",
    )
    assert used.in_force_from == to_gregorian("1404-01-01")
    assert (used.verified_until, used.is_overdue) == (to_gregorian("1405-06-31"), True)


def test_a_value_asked_for_another_day_is_that_days_value() -> None:
    (used,) = finding("amount > parameter('ceiling', paid_on)").used
    assert (used.value, used.in_force_from) == ("۱۰۰ ریال", to_gregorian("1390-01-01"))


def test_a_number_that_only_the_message_names_counts_as_used() -> None:
    assert [each.value for each in finding("amount > 1", "{parameter('days')}").used] == ["۲۰ روز"]


def test_a_number_the_condition_did_not_come_to_is_not_among_them() -> None:
    assert [each.id for each in finding("amount > parameter('days') || amount > parameter('ceiling')").used] == ["days"]


def test_what_is_evaluated_on_a_day_is_every_rule_in_force_with_the_numbers_it_reads() -> None:
    old = rule("old", "amount > parameter('days')", "amount", in_force=InForce(until=to_gregorian("1404-12-29")))
    now = replace(rule("now", "amount > parameter('ceiling')", "amount"), version="abc")
    library = library_of([TEMPLATE], [old, now], [CEILING, DAYS])
    rules = RuleBook(library).for_template("tiny")
    found = evaluated_on(rules, library, ON, "calendar-1")
    assert found.items == (UsedItem("parameter", "ceiling", "v1"), UsedItem("rule", "now", "abc"))
    earlier = evaluated_on(rules, library, to_gregorian("1404-01-01"), "calendar-1")
    assert {each.id for each in earlier.items} == {"old", "now", "ceiling", "days"}
    assert earlier.id != found.id
