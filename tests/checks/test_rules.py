"""Running the rules of a template: findings, their facts, and the same result at the cost of one change."""

from dataclasses import replace
from random import Random
from typing import Any

import pytest

from assistant.checks.review import changed_paths
from assistant.checks.rules import RuleBook, TemplateRules, Verdicts
from assistant.domain.answers import Answers
from assistant.domain.condition import TypeEnvironment
from assistant.domain.finding import Finding, Level
from assistant.domain.form_types import type_of_form
from assistant.domain.jalali import to_gregorian
from assistant.domain.rule import Expected, InForce, RuleStatus, Verified
from tests.tiny_house.house import (
    ON,
    complete,
    derived,
    field,
    form_of,
    library_of,
    parameter,
    partial,
    relief,
    rule,
    template_of,
    verdicts,
)

FORM = form_of(
    field("amount", "rial_amount"),
    field("paid", "yes_no"),
    field("kind", "choice", options=["loan", "sale"]),
    field("paid_on", "jalali_date", shown_when="paid == true"),
    field("paid_how", shown_when="kind == 'loan' && paid"),
    field(
        "people",
        "list",
        item_label="شخص",
        fields=[
            field("role", "choice", options=["x", "y"]),
            field("name", shown_when="this.role == 'x'"),
            field("address", "group", fields=[field("city")]),
        ],
    ),
    field("additional_reliefs", "list", fields=[field("title"), field("value_rial", "rial_amount")]),
)
OLD = parameter("old", ("1390-01-01", 100), unit="rial", verified_until="1404-12-29")
FRESH = parameter("fresh", ("1390-01-01", 100), unit="rial")
TEMPLATE = template_of(FORM, reliefs=[relief("مطالبه", TypeEnvironment(type_of_form(FORM)), value="amount")])
RULES = [
    rule("large", "amount > parameter('fresh')", "amount", message="{amount}"),
    rule("nameless", "p.role == 'x' && blank(p.name)", "p.name", each="people as p", message="{p.address.city}"),
    rule("nobody", "size(people) == 0", "people"),
    rule("paid-late", "paid_on > jdate('1405-01-01')", "paid_on"),
    rule("how", "paid_how == 'نقد'", "paid_how"),
    rule("costly", "total_relief_value > 150", ["amount", "additional_reliefs"]),
    rule("unpaid-loan", "kind == 'loan' && !paid", "kind", message="{or_else(amount, 0)}"),
    rule("cityless", "people.all(p, blank(p.address.city))", "people"),
]
LIBRARY = library_of([TEMPLATE], RULES, [OLD, FRESH])
LIBRARY_IDS = [each.id for each in RULES]


def only_finding(one: Any, answers: Answers, *parameters: Any) -> Finding:
    (found,) = verdicts(library_of([TEMPLATE], [one], parameters), answers).findings
    return found


def test_a_finding_carries_what_the_rule_says_of_itself() -> None:
    found = only_finding(rule("r", "paid", "paid", title="پرداخت", level=Level.INCOMPLETE), complete({"paid": True}))
    assert (found.rule, found.title, found.level, found.outcome) == ("r", "پرداخت", Level.INCOMPLETE, ("made_up",))
    assert (found.grade, found.is_reviewed, found.key) == ("own", False, "r@paid")
    assert found.basis[0].article == "1"


def test_only_a_named_reviewer_makes_a_finding_reviewed() -> None:
    one = rule("r", "paid", "paid", verified=Verified("2+", reviewed_by="کارشناس نمونه"))
    assert only_finding(one, complete({"paid": True})).is_reviewed


def test_a_number_past_its_verified_day_is_named() -> None:
    answers = complete({"amount": 500})
    by_condition = rule("r", "amount > parameter('old') && amount > parameter('fresh')", "amount")
    by_message = rule("r", "amount > 5", "amount", message="{parameter('old')}")
    assert only_finding(by_condition, answers, OLD, FRESH).overdue_parameters == ("old",)
    assert only_finding(by_message, answers, OLD).overdue_parameters == ("old",)


def test_the_facts_of_a_finding_are_the_answers_it_read_in_words() -> None:
    one = rule("r", "blank(amount) && (paid || kind == 'loan') && size(people) > 0", "amount")
    answers = partial({"kind": "loan", "people": [{}]}, blank=["amount"], unknown=["paid"])
    assert [(fact.path, fact.label, fact.value) for fact in only_finding(one, answers).facts] == [
        ("amount", "«amount»", "خالی گذاشته شده"),
        ("paid", "«paid»", "نمی‌دانم"),
        ("kind", "«kind»", "گزینه loan"),
        ("people", "«people»", "۱ مورد"),
    ]


def test_the_facts_of_an_element_are_its_own() -> None:
    one = rule("r", "p.role == 'x' && p.address.city == 'قم'", "this", each="people as p")
    answers = complete({"people": [{"role": "y"}, {"role": "x", "address": {"city": "قم"}}]})
    assert [(fact.path, fact.label) for fact in only_finding(one, answers).facts] == [
        ("people[1].role", "شخص ۲، «role»"),
        ("people[1].address.city", "شخص ۲، «address»، «city»"),
    ]


def test_the_facts_of_a_loop_are_those_of_all_items() -> None:
    one = rule("r", "people.exists(p, p.role == 'x')", "people")
    answers = complete({"people": [{"role": "y"}, {"role": "x"}]})
    assert [fact.path for fact in only_finding(one, answers).facts] == ["people", "people[0].role", "people[1].role"]


def test_hidden_answers_are_no_facts() -> None:
    one = rule("r", "!(paid_on < today)", "paid_on")
    assert only_finding(one, complete({"paid": False})).facts == ()


def test_what_is_declared_unknown_never_fires_a_rule() -> None:
    unknown = partial({}, unknown=["amount", "paid", "kind"], blank=["people", "additional_reliefs"])
    found = verdicts(LIBRARY, unknown)
    assert [finding.rule for finding in found.findings] == ["nobody", "cityless"]
    assert found.unknown == {
        "large": ("amount",),
        "paid-late": ("paid",),
        "how": ("kind", "paid"),
        "costly": ("amount",),
        "unpaid-loan": ("kind", "paid"),
    }
    assert all(missing == () for missing in found.undetermined.values())


def test_drafts_and_retired_rules_are_not_heard() -> None:
    rules = [rule(status, "paid", "paid", status=status) for status in RuleStatus]
    library = library_of([TEMPLATE], rules)
    document = derived(library, complete({"paid": True})).document

    def heard(book: RuleBook) -> list[str]:
        return [each.rule for each in book.for_template("tiny").evaluate(document, ON).findings]

    assert heard(RuleBook(library)) == ["active"]
    assert heard(RuleBook(library, with_drafts=True)) == ["active", "draft"]


def test_findings_come_in_the_order_of_the_book() -> None:
    found = verdicts(LIBRARY, complete({"amount": 500, "kind": "loan"}))
    assert [each.rule for each in found.findings] == ["large", "nobody", "costly", "unpaid-loan", "cityless"]


def test_a_verdict_is_one_of_three() -> None:
    found = verdicts(LIBRARY, partial({"amount": 5, "people": []}))
    kinds = {LIBRARY_IDS[number]: each.kind for number, each in found.by_number.items()}
    assert kinds["nobody"] is Expected.FIRES
    assert kinds["unpaid-loan"] is Expected.UNDETERMINED
    assert "large" not in kinds


# One changed answer


def random_answers(chance: Random) -> Answers:
    values: dict[str, Any] = {}
    for key, value in (("amount", chance.choice([50, 120, 200])), ("paid", chance.random() < 0.5)):
        if chance.random() < 0.7:
            values[key] = value
    if chance.random() < 0.7:
        values["kind"] = chance.choice(["loan", "sale"])
    if values.get("paid") and chance.random() < 0.7:
        values["paid_on"] = chance.choice(["1404-01-01", "1405-05-01"])
    if chance.random() < 0.8:
        values["people"] = [random_person(chance) for _ in range(chance.randint(0, 3))]
    if chance.random() < 0.5:
        values["additional_reliefs"] = [{"value_rial": 90}] * chance.randint(0, 2)
    open_lists = frozenset(key for key in ("people", "additional_reliefs") if key in values and chance.random() < 0.4)
    return Answers(values, unknown=frozenset({"kind"}) - values.keys(), open_lists=open_lists)


def random_person(chance: Random) -> dict[str, Any]:
    person: dict[str, Any] = {}
    if chance.random() < 0.8:
        person["role"] = chance.choice("xy")
    if chance.random() < 0.5:
        person["name"] = "رؤیا"
    if chance.random() < 0.5:
        person["address"] = {"city": "قم"}
    return person


def test_after_a_change_the_verdicts_are_those_of_a_full_run() -> None:
    rules, chance = RuleBook(LIBRARY).for_template("tiny"), Random(5)
    before = derived(LIBRARY, random_answers(chance))
    known = rules.evaluate(before.document, ON)
    for _ in range(400):
        after = derived(LIBRARY, random_answers(chance))
        known = rules.evaluate_changed(known, after.document, changed_paths(before, after))
        assert known == rules.evaluate(after.document, ON)
        before = after


@pytest.mark.parametrize(
    ("changed", "again"),
    [
        ({"amount"}, {"large", "costly", "unpaid-loan"}),
        ({"people[].address.city"}, {"nameless", "cityless"}),
        ({"people"}, {"nameless", "nobody", "cityless"}),
        ({"people[]"}, {"nameless", "nobody", "cityless"}),
        ({"people[].address"}, {"nameless", "cityless"}),
        ({"additional_reliefs[].value_rial"}, {"costly"}),
        ({"additional_reliefs"}, {"costly"}),
        ({"kind"}, {"unpaid-loan", "how"}),
        ({"paid"}, {"unpaid-loan", "how", "paid-late"}),
        ({"nothing.of.ours"}, set()),
        (set(), set()),
    ],
)
def test_a_changed_answer_runs_only_the_rules_it_can_reach(
    changed: set[str], again: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = RuleBook(LIBRARY).for_template("tiny")
    known = rules.evaluate(derived(LIBRARY, complete({})).document, ON)
    run: list[str] = []
    verdict = TemplateRules._verdict

    def noted(self: TemplateRules, compiled: Any, context: Any) -> Any:
        run.append(compiled.rule.id)
        return verdict(self, compiled, context)

    monkeypatch.setattr(TemplateRules, "_verdict", noted)
    rules.evaluate_changed(known, derived(LIBRARY, complete({})).document, changed)
    assert set(run) == again


def test_a_rule_that_is_not_in_force_stays_silent_after_a_change_too() -> None:
    past = InForce(until=to_gregorian("1400-01-01"))
    library = library_of([TEMPLATE], [rule("past", "paid", "paid", in_force=past)])
    rules = RuleBook(library).for_template("tiny")
    document = derived(library, complete({"paid": True})).document
    assert rules.evaluate_changed(rules.evaluate(document, ON), document, {"paid"}).by_number == {}
    assert rules.evaluate(document, to_gregorian("1399-01-01")).findings


def test_the_book_compiles_a_template_once() -> None:
    book = RuleBook(LIBRARY)
    assert book.for_template("tiny") is book.for_template("tiny")


def test_earlier_verdicts_are_never_changed() -> None:
    rules = RuleBook(LIBRARY).for_template("tiny")
    known = rules.evaluate(derived(LIBRARY, complete({"amount": 500})).document, ON)
    copy: Verdicts = replace(known, by_number=dict(known.by_number))
    rules.evaluate_changed(known, derived(LIBRARY, complete({"amount": 5})).document, {"amount"})
    assert known == copy
