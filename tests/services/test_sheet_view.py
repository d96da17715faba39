from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

from assistant.domain.currency import Watched
from assistant.domain.finding import Basis, Certainty, FieldProblem, Finding, Level, ObservedFact
from assistant.services.filing_rows import LabelValue
from assistant.services.sheet_view import build_sheet_view, place_in_words, sheet_context
from tests.services.filing_samples import FORM, LIBRARY, ON, derived, person, template


def finding(rule, path, **changes):
    values = {
        "rule": rule,
        "title": f"عنوان {rule}",
        "outcome": (),
        "message": "مبلغ 12 درج شده است.",
        "points_at": (path,) if path else (),
        "basis": (Basis(citation="ماده 1 نمونه"), Basis(citation="ماده 2 نمونه")),
        "facts": (ObservedFact(path, "مبلغ", "12"),),
        "certainty": Certainty.TEXT_OF_LAW,
        "level": Level.ATTENTION,
    }
    return Finding(**{**values, **changes})


def sheet_of(findings=(), problems=(), reasons=None, library=LIBRARY):
    answers = {"plaintiffs": [person(), person(first_name="هما")], "defendants": [person(first_name="کاوه")]}
    review = SimpleNamespace(template=template(), derived=derived(answers), findings=findings, problems=problems)
    return build_sheet_view(
        library,
        template(),
        review,
        draft_number="1405-00012",
        filing_date=ON,
        sha256="ab12",
        reasons=reasons or {},
    )


def test_notices_are_grouped_by_step_in_the_order_given():
    view = sheet_of(
        (finding("a", "plaintiffs[0].name"), finding("b", "defendants[0].name"), finding("c", "claim_amount"))
    )
    assert [(group.title, [each.index for each in group.notices]) for group in view.groups] == [
        ("طرفین", ["۱", "۲"]),
        ("خواسته", ["۳"]),
    ]


def test_a_notice_holds_what_was_shown():
    reasons = {"a@claim_amount": "متقاضی چنین خواست."}
    view = sheet_of((finding("a", "claim_amount", is_reviewed=True, certainty=Certainty.DISPUTED),), reasons=reasons)
    (notice,) = view.groups[0].notices
    assert notice.message == "مبلغ ۱۲ درج شده است."
    assert notice.citation == "ماده ۱ نمونه؛ ماده ۲ نمونه"
    assert notice.facts == (LabelValue("مبلغ", "۱۲"),)
    assert notice.reason == "متقاضی چنین خواست."
    assert (notice.level, notice.is_reviewed, notice.is_disputed) == ("L3", True, True)


def test_a_finding_that_points_nowhere_has_a_group_without_a_title():
    assert sheet_of((finding("a", ""),)).groups[0].title == ""


def test_empty_and_wrong_answers_are_named_in_words_with_their_reasons():
    problems = (
        FieldProblem("plaintiffs[1].address.city", "required", "لازم است", is_incomplete=True),
        FieldProblem("plaintiffs[0].national_id", "format", "رقم 3 درست نیست"),
    )
    view = sheet_of(problems=problems, reasons={"incomplete": "حاضر نیست", "invalid": "کارت ندارد"})
    assert view.incomplete == ("خواهان ۲، نشانی، شهر",)
    assert view.invalid == (LabelValue("خواهان ۱، کد ملی", "رقم ۳ درست نیست"),)
    assert (view.incomplete_reason, view.invalid_reason) == ("حاضر نیست", "کارت ندارد")


def test_the_sheet_names_the_sides_and_the_petition_it_belongs_to():
    view = sheet_of()
    assert view.first_names == "نگار سپهری و هما سپهری"
    assert view.second_names == "کاوه سپهری"
    assert (view.sha256, view.date) == ("ab12", "۱۴۰۵/۰۹/۰۱")
    assert view.groups == ()


def test_a_place_in_words():
    assert place_in_words(FORM, "claim_amount") == "مبلغ"
    assert place_in_words(FORM, "bicycles[2].price") == "دوچرخه ۳، قیمت"
    assert place_in_words(FORM, "bicycles") == "فهرست دوچرخه‌ها"
    assert place_in_words(FORM, "place.floor") == "محل، طبقه"
    assert place_in_words(FORM, "unknown") == "unknown"


def test_the_context_is_plain():
    context = sheet_context(sheet_of((finding("a", "claim_amount"),)))
    assert context["groups"][0]["notices"][0]["facts"] == [{"label": "مبلغ", "value": "۱۲"}]


def test_a_notice_says_which_of_its_data_were_past_their_date_on_the_day_of_the_filing():
    watched = Watched("old", "parameter", "سقف نمونه", "rules/parameters/old.yaml", "own", ON, ON - timedelta(days=1))
    findings = (finding("a", "claim_amount", overdue_parameters=("old",)), finding("b", "claim_amount"))
    view = sheet_of(findings, library=replace(LIBRARY, watched=(watched,)))
    told, silent = view.groups[0].notices
    assert told.overdue == "داده «سقف نمونه» تا ۱۴۰۵/۰۸/۳۰ بررسی شده است و برای پس از آن بررسی نشده است."
    assert silent.overdue == ""
