"""Ten checks of a kind that is hard to say, said in the language against made-up forms: it is enough for them.

The forms and every number are invented; only the shape of the questions is taken from practice.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from assistant.domain.answers import Answers
from assistant.domain.form import Form
from assistant.domain.jalali import to_gregorian
from assistant.domain.parameter import Parameter
from assistant.domain.rule import InForce, Rule
from tests.tiny_house.house import complete, form_of, library_of, parameter, partial, rule, template_of, verdicts
from tests.tiny_house.house import field as ask

NAMES = [ask("first_name"), ask("last_name"), ask("national_id", "national_id")]
PERSON = [*NAMES, ask("born", "jalali_date"), ask("guardian"), ask("city")]


@dataclass(frozen=True)
class Check:
    form: Form
    rule: Rule
    fires: tuple[Answers, tuple[str, ...]]  # with the places it points at, the first of each finding
    clear: tuple[Answers, ...]
    undetermined: tuple[Answers, tuple[str, ...]]  # with the exact missing list
    parameters: tuple[Parameter, ...] = field(default=())


def person(number: int, **more: Any) -> Mapping[str, Any]:
    return {"national_id": f"99900000{number}", **more}


SADAF, BAHAR, OMID = (person(number) for number in ("18", "26", "34"))

COUNSELLING = Check(
    form_of(
        ask("separation", "choice", options=["agreed", "one_sided"]),
        ask("certificate", "yes_no", shown_when="separation == 'agreed'"),
        ask("certificate_day", "jalali_date", shown_when="certificate == true"),
        ask("no_centre_near", "yes_no", shown_when="separation == 'agreed'"),
    ),
    rule(
        "certificate-missing-or-old",
        "separation == 'agreed' && !(no_centre_near == true) && (certificate == false"
        " || today > add_months(certificate_day, parameter('certificate_months')))",
        "certificate",
    ),
    fires=(complete({"separation": "agreed", "certificate": True, "certificate_day": "1405-05-31"}), ("certificate",)),
    clear=(
        complete({"separation": "agreed", "certificate": True, "certificate_day": "1405-06-31"}),
        complete({"separation": "agreed", "certificate": False, "no_centre_near": True}),
        partial({"separation": "one_sided"}),
    ),
    undetermined=(partial({"separation": "agreed", "certificate": True}), ("no_centre_near", "certificate_day")),
    parameters=(parameter("certificate_months", ("1390-01-01", 3), unit="month"),),
)

ALL_HEIRS_JOINED = Check(
    form_of(
        ask("plaintiffs", "list", fields=NAMES),
        ask("defendants", "list", fields=NAMES),
        ask("heirs", "list", item_label="وارث", fields=NAMES),
    ),
    rule(
        "heir-not-joined",
        "!(plaintiffs + defendants).exists(p, same_person(p, h))",
        "h",
        each="heirs as h",
        message="{h.first_name} میان طرفین نیست",
    ),
    fires=(complete({"plaintiffs": [SADAF], "defendants": [BAHAR], "heirs": [SADAF, OMID, BAHAR]}), ("heirs[1]",)),
    clear=(
        complete({"plaintiffs": [SADAF], "defendants": [BAHAR], "heirs": [BAHAR, SADAF]}),
        partial({"plaintiffs": [SADAF], "heirs": [SADAF]}),
    ),
    undetermined=(
        partial({"plaintiffs": [SADAF], "defendants": [{}], "heirs": [OMID]}),
        (
            "defendants[0].national_id",
            "defendants[0].first_name",
            "heirs[0].first_name",
            "defendants[0].last_name",
            "heirs[0].last_name",
        ),
    ),
)

INSOLVENCY = Check(
    form_of(
        ask("is_trader", "yes_no"),
        ask("debt_kind", "choice", options=["fee", "judgment", "fine"]),
        ask("money_received", "yes_no"),
        ask("prior_refusal", "yes_no"),
        ask("changed_since", "yes_no", shown_when="prior_refusal == true"),
    ),
    rule(
        "insolvency-not-open-to-applicant",
        "(is_trader && debt_kind != 'fine') || debt_kind == 'fine' && money_received"
        " || (prior_refusal && changed_since == false)",
        "debt_kind",
    ),
    fires=(partial({"prior_refusal": True, "changed_since": False}), ("debt_kind",)),
    clear=(
        complete({"is_trader": True, "debt_kind": "fine", "money_received": False, "prior_refusal": False}),
        partial({"is_trader": False, "debt_kind": "fee", "prior_refusal": True, "changed_since": True}),
    ),
    undetermined=(
        partial({"is_trader": True, "prior_refusal": False}),
        ("debt_kind", "money_received"),
    ),
)

CHAIN_GAP = Check(
    form_of(
        ask("owner", "group", fields=NAMES),
        ask("transfers", "list", fields=[ask("seller"), ask("buyer"), ask("day", "jalali_date")]),
        ask("owner_name"),
    ),
    rule(
        "seller-did-not-own",
        "t.seller != owner_name && !transfers.exists(e, e.buyer == t.seller && e.day <= t.day)",
        "t.seller",
        each="transfers as t",
    ),
    fires=(
        complete(
            {
                "owner_name": "صدف",
                "transfers": [
                    {"seller": "صدف", "buyer": "بهار", "day": "1400-01-01"},
                    {"seller": "بهار", "buyer": "امید", "day": "1399-01-01"},
                    {"seller": "نیما", "buyer": "امید", "day": "1402-01-01"},
                ],
            }
        ),
        ("transfers[1].seller", "transfers[2].seller"),
    ),
    clear=(
        complete(
            {
                "owner_name": "صدف",
                "transfers": [
                    {"seller": "بهار", "buyer": "امید", "day": "1401-01-01"},
                    {"seller": "صدف", "buyer": "بهار", "day": "1400-01-01"},
                ],
            }
        ),
    ),
    undetermined=(
        partial(
            {
                "owner_name": "صدف",
                "transfers": [{"seller": "صدف", "buyer": "بهار"}, {"seller": "بهار", "day": "1401-01-01"}],
            }
        ),
        ("transfers[0].day", "transfers[1].buyer"),
    ),
)

OWNER_JOINED = Check(
    form_of(ask("owner", "group", fields=NAMES), ask("defendants", "list", fields=NAMES)),
    rule("owner-not-joined", "!defendants.exists(d, same_person(d, owner))", "defendants"),
    fires=(complete({"owner": SADAF, "defendants": [BAHAR]}), ("defendants",)),
    clear=(partial({"owner": SADAF, "defendants": [BAHAR, SADAF]}, open=["defendants"]),),
    undetermined=(partial({"owner": SADAF, "defendants": [BAHAR]}, open=["defendants"]), ("defendants[+]",)),
)

JOINDER_TIME = Check(
    form_of(
        ask("first_hearing_held", "yes_no"),
        ask("first_hearing", "jalali_date", shown_when="first_hearing_held == true"),
        ask("was_absent", "yes_no"),
        ask("declared_in_hearing", "yes_no", shown_when="first_hearing_held == true"),
    ),
    rule(
        "joinder-after-its-time",
        "first_hearing_held && !was_absent && (declared_in_hearing == false"
        " || days_between(first_hearing, today) > parameter('joinder_days'))",
        "first_hearing",
        message="از جلسه {first_hearing} {days_between(first_hearing, today)} روز گذشته است",
        in_force=InForce(from_date=to_gregorian("1379-01-01")),
    ),
    fires=(
        complete({"first_hearing_held": True, "first_hearing": "1405-08-26", "declared_in_hearing": True}),
        ("first_hearing",),
    ),
    clear=(
        complete({"first_hearing_held": True, "first_hearing": "1405-08-28", "declared_in_hearing": True}),
        complete({"first_hearing_held": True, "first_hearing": "1400-01-01", "was_absent": True}),
        partial({"first_hearing_held": False}),
    ),
    undetermined=(
        partial({"first_hearing_held": True, "was_absent": False, "declared_in_hearing": True}),
        ("first_hearing",),
    ),
    parameters=(parameter("joinder_days", ("1379-01-01", 3), unit="day"),),
)

DIFFERENT_DOMICILES = Check(
    form_of(ask("filing_city"), ask("defendants", "list", fields=PERSON)),
    rule(
        "filed-where-no-defendant-lives",
        "!(filing_city in defendants.map(d, d.city)) && defendants.exists(d, defendants.exists(e, d.city != e.city))",
        ["filing_city", "defendants"],
    ),
    fires=(complete({"filing_city": "یزد", "defendants": [{"city": "قم"}, {"city": "ری"}]}), ("filing_city",)),
    clear=(
        complete({"filing_city": "ری", "defendants": [{"city": "قم"}, {"city": "ری"}]}),
        complete({"filing_city": "یزد", "defendants": [{"city": "قم"}, {"city": "قم"}]}),
        partial({"filing_city": "ری", "defendants": [{"city": "ری"}]}, open=["defendants"]),
    ),
    undetermined=(
        partial({"filing_city": "یزد", "defendants": [{"city": "قم"}, {}]}),
        ("defendants[1].city",),
    ),
)

SHARES = Check(
    form_of(
        ask("owners", "list", fields=[ask("share", "fraction")]),
        ask("own_share", "fraction"),
    ),
    rule(
        "shares-do-not-sum-to-one",
        "sum(owners.map(o, o.share)) + own_share != 1",
        "owners",
        message="جمع سهم‌ها {sum(owners.map(o, o.share)) + own_share} است",
    ),
    fires=(complete({"owners": [{"share": "1/6"}, {"share": "1/3"}], "own_share": "1/3"}), ("owners",)),
    clear=(complete({"owners": [{"share": "1/6"}, {"share": "2/6"}], "own_share": "1/2"}),),
    undetermined=(
        partial({"owners": [{"share": "1/6"}, {}], "own_share": "1/2"}, open=["owners"]),
        ("owners[1].share", "owners[+]"),
    ),
)

SINCE_REFUSAL = Check(
    form_of(
        ask(
            "earlier_cases",
            "list",
            fields=[ask("result", "choice", options=["refused", "granted"]), ask("ruling", "court_decision")],
        ),
        ask("changed", "yes_no"),
    ),
    rule(
        "asked-again-too-soon",
        "c.result == 'refused' && today < add_years(c.ruling.date, parameter('wait_years')) && !changed",
        "c.ruling",
        each="earlier_cases as c",
    ),
    fires=(
        complete(
            {
                "earlier_cases": [
                    {
                        "result": "refused",
                        "ruling": {"number": "140112345678901234", "date": "1401-01-01", "court": "الف"},
                    },
                    {
                        "result": "refused",
                        "ruling": {"number": "140312345678901234", "date": "1403-01-01", "court": "ب"},
                    },
                ],
                "changed": False,
            }
        ),
        ("earlier_cases[1].ruling",),
    ),
    clear=(
        complete({"earlier_cases": [{"result": "granted"}]}),
        partial({"earlier_cases": [{"result": "refused"}], "changed": True}),
    ),
    undetermined=(
        partial({"earlier_cases": [{"result": "refused"}], "changed": False}),
        ("earlier_cases[0].ruling",),
    ),
    parameters=(parameter("wait_years", ("1390-01-01", 3), unit="year"),),
)

MINOR_HEIRS = Check(
    form_of(ask("heirs", "list", item_label="وارث", fields=PERSON)),
    rule(
        "minor-heir-without-guardian",
        "age_on(h.born, today) < parameter('full_age') && blank(h.guardian)",
        "h.guardian",
        each="heirs as h",
    ),
    fires=(
        complete({"heirs": [{"born": "1387-09-02"}, {"born": "1387-09-01"}, {"born": "1395-01-01", "guardian": "x"}]}),
        ("heirs[0].guardian",),
    ),
    clear=(complete({"heirs": [{"born": "1387-09-01"}]}),),
    undetermined=(partial({"heirs": [{"born": "1395-01-01"}]}), ("heirs[0].guardian",)),
    parameters=(parameter("full_age", ("1300-01-01", 18), unit="year"),),
)

ENDORSER = Check(
    form_of(
        ask("sues_endorser", "yes_no"),
        ask(
            "papers",
            "list",
            item_label="برگ",
            fields=[
                ask("issued", "jalali_date"),
                ask("certified", "jalali_date"),
                ask("place", "choice", options=["same", "other", "abroad"]),
            ],
        ),
    ),
    rule(
        "endorser-deadline-passed",
        # Written as alternatives, not as ``place == 'same' ? … : …``: so an early certificate is clear at any place.
        "sues_endorser && ("
        "(p.place == 'same' && days_between(p.issued, p.certified) > parameter('same_place_days'))"
        " || (p.place == 'other' && days_between(p.issued, p.certified) > parameter('other_place_days'))"
        " || (p.place == 'abroad' && p.certified > add_months(p.issued, parameter('abroad_months'))))",
        "p.certified",
        each="papers as p",
        message="از {p.issued} تا {p.certified} {days_between(p.issued, p.certified)} روز است",
    ),
    fires=(
        complete(
            {
                "sues_endorser": True,
                "papers": [
                    {"issued": "1405-01-01", "certified": "1405-01-21", "place": "same"},
                    {"issued": "1405-01-01", "certified": "1405-01-21", "place": "other"},
                    {"issued": "1405-01-01", "certified": "1405-05-02", "place": "abroad"},
                ],
            }
        ),
        ("papers[0].certified", "papers[2].certified"),
    ),
    clear=(
        complete(
            {
                "sues_endorser": True,
                "papers": [
                    {"issued": "1405-01-01", "certified": "1405-01-16", "place": "same"},
                    {"issued": "1405-01-01", "certified": "1405-05-01", "place": "abroad"},
                ],
            }
        ),
        partial({"sues_endorser": True, "papers": [{"issued": "1405-01-01", "certified": "1405-01-11"}]}),
        partial({"sues_endorser": False}, blank=["papers"]),
    ),
    undetermined=(
        partial({"sues_endorser": True, "papers": [{"issued": "1405-01-01", "certified": "1405-01-21"}]}),
        ("papers[0].place",),
    ),
    parameters=(
        parameter("same_place_days", ("1311-01-01", 15), unit="day"),
        parameter("other_place_days", ("1311-01-01", 45), unit="day"),
        parameter("abroad_months", ("1311-01-01", 4), unit="month"),
    ),
)

CHECKS = [
    pytest.param(check, id=check.rule.id)
    for check in (
        COUNSELLING,
        ALL_HEIRS_JOINED,
        INSOLVENCY,
        CHAIN_GAP,
        OWNER_JOINED,
        JOINDER_TIME,
        DIFFERENT_DOMICILES,
        SHARES,
        SINCE_REFUSAL,
        MINOR_HEIRS,
        ENDORSER,
    )
]


def told(check: Check, answers: Answers) -> Any:
    return verdicts(library_of([template_of(check.form)], [check.rule], check.parameters), answers)


@pytest.mark.parametrize("check", CHECKS)
def test_it_fires_where_it_should(check: Check) -> None:
    answers, places = check.fires
    assert tuple(finding.points_at[0] for finding in told(check, answers).findings) == places


@pytest.mark.parametrize("check", CHECKS)
def test_it_stays_silent_where_it_should(check: Check) -> None:
    for answers in check.clear:
        found = told(check, answers)
        assert found.findings == ()
        assert found.undetermined == {}


@pytest.mark.parametrize("check", CHECKS)
def test_it_names_the_answers_it_waits_for(check: Check) -> None:
    answers, missing = check.undetermined
    found = told(check, answers)
    assert found.findings == ()
    assert found.undetermined == {check.rule.id: missing}
