"""A filing holds no finding, needs a reason past an open point, and derives again to the same bytes."""

import hashlib
from dataclasses import fields, replace

import pytest

from assistant.app import Settings, load_library
from assistant.checks.review import Reviewer
from assistant.documents.renderer import DocxRenderer
from assistant.domain.answers_file import read_answers_file
from assistant.domain.finding import Finding, Level
from assistant.domain.paths import folded
from assistant.domain.people import Actor, Office, Role, User
from assistant.ports import RenderProblem
from assistant.services.access import NotFound, Refused
from assistant.services.drafting import Drafting
from assistant.services.filing import FilingDesk, LibraryChanged, ReasonsMissing, open_points
from assistant.services.used_by import UsedByDesk
from tests.fakes.clock import FixedClock
from tests.fakes.memory_store import MemoryStore

CLERK = Actor("alef", "alef", "همکار الف", Role.CLERK, "o1")
OTHER = Actor("jim", "jim", "همکار جیم", Role.CLERK, "o2")


@pytest.fixture(scope="module")
def library():
    return load_library(Settings.from_environment())[0]


@pytest.fixture
def store():
    store = MemoryStore()
    with store.begin() as work:
        for actor in (CLERK, OTHER):
            work.add_office(Office(actor.office_id, "دفتر", actor.office_id, "isfahan"))
            work.add_user(User(actor.user_id, actor.name, actor.full_name, actor.role, actor.office_id, "x"))
    return store


@pytest.fixture
def desk(store, library):
    return FilingDesk(store, Reviewer(library), DocxRenderer(), FixedClock())


@pytest.fixture
def drafted(store, library):
    """A draft holding a worked case of the cheque claim."""

    def drafted(name):
        drafting = Drafting(store, Reviewer(library), FixedClock())
        template = library.templates["cheque-claim"]
        case = next(each for each in template.examples if each.name == name)
        draft = drafting.start(CLERK, template.id)
        values = read_answers_file(case.answers).answers.values
        drafting.fill(CLERK, draft.id, values, [step.id for step in template.form.steps])
        return drafting, draft

    return drafted


def text_of(document):
    return DocxRenderer().text(document)


def test_a_clean_draft_becomes_a_filing_whose_bytes_derive_again(desk, drafted):
    _, draft = drafted("clean")
    filing = desk.make(CLERK, draft.id)
    _, document = desk.document(CLERK, filing.id)
    assert hashlib.sha256(document).hexdigest() == filing.sha256
    assert "نگار سپهری" in text_of(document)


def test_open_points_stop_a_filing_until_each_has_a_reason(desk, drafted):
    drafting, draft = drafted("problem")
    with pytest.raises(ReasonsMissing) as stopped:
        desk.make(CLERK, draft.id)
    assert stopped.value.keys
    drafting.keep_reasons(CLERK, draft.id, dict.fromkeys(stopped.value.keys[1:], "سند در راه است"))
    with pytest.raises(ReasonsMissing) as still:
        desk.make(CLERK, draft.id)
    assert still.value.keys == stopped.value.keys[:1]
    drafting.keep_reasons(CLERK, draft.id, dict.fromkeys(stopped.value.keys, "سند در راه است"))
    assert desk.make(CLERK, draft.id).reasons


def test_the_filing_holds_no_finding_and_the_sheet_holds_them_all(desk, drafted):
    drafting, draft = drafted("problem")
    findings = drafting.open(CLERK, draft.id).review.findings
    with pytest.raises(ReasonsMissing) as stopped:
        desk.make(CLERK, draft.id)
    drafting.keep_reasons(CLERK, draft.id, dict.fromkeys(stopped.value.keys, "سند در راه است"))
    filing = desk.make(CLERK, draft.id)
    petition, sheet = text_of(desk.document(CLERK, filing.id)[1]), text_of(desk.sheet(CLERK, filing.id)[1])
    for finding in findings:
        assert finding.title in sheet
        assert finding.message not in petition
    assert "سند در راه است" in sheet
    assert "سند در راه است" not in petition
    assert filing.sha256 in sheet


def test_a_filing_stays_as_it_was_when_its_draft_goes_on(desk, drafted):
    drafting, draft = drafted("clean")
    filing = desk.make(CLERK, draft.id)
    drafting.save_field(CLERK, draft.id, "cheque_reason", "سببی دیگر", 1)
    assert "سببی دیگر" not in text_of(desk.document(CLERK, filing.id)[1])
    assert hashlib.sha256(desk.document(CLERK, filing.id)[1]).hexdigest() == filing.sha256


def test_pressing_twice_makes_one_filing_and_a_changed_draft_makes_another(desk, drafted):
    drafting, draft = drafted("clean")
    first = desk.make(CLERK, draft.id)
    assert desk.make(CLERK, draft.id) == first
    drafting.save_field(CLERK, draft.id, "cheque_reason", "سببی دیگر", 1)
    second = desk.make(CLERK, draft.id)
    assert second.number == f"{first.number}-2"
    assert hashlib.sha256(desk.document(CLERK, second.id)[1]).hexdigest() == second.sha256
    assert len(desk.filings_of(CLERK, draft.id)) == 2


def test_a_draft_prints_with_its_watermark_and_a_filing_without(desk, drafted):
    _, draft = drafted("clean")
    _, document = desk.draft_document(CLERK, draft.id)
    assert document != desk.document(CLERK, desk.make(CLERK, draft.id).id)[1]


def test_other_content_cannot_pass_for_the_filing(desk, drafted, store, library):
    _, draft = drafted("clean")
    filing = desk.make(CLERK, draft.id)
    template = library.templates["cheque-claim"]
    changed = replace(library, templates={**library.templates, template.id: replace(template, role_first="مدعی")})
    with pytest.raises(LibraryChanged):
        FilingDesk(store, Reviewer(changed), DocxRenderer(), FixedClock()).document(CLERK, filing.id)


def test_text_that_cannot_be_printed_stops_the_filing_with_its_place(desk, drafted):
    drafting, draft = drafted("clean")
    drafting.fill(CLERK, draft.id, {"cheque_reason": "خرید\x0bپارچه"}, [])
    drafting.keep_reasons(CLERK, draft.id, {"invalid": "همین‌گونه نوشته شده است"})
    with pytest.raises(RenderProblem) as stopped:
        desk.make(CLERK, draft.id)
    assert stopped.value.path
    assert "000B" in stopped.value.message


def test_a_value_of_a_wrong_form_prints_as_it_was_typed_once_a_reason_is_kept(desk, drafted):
    drafting, draft = drafted("clean")
    plaintiffs = drafting.open(CLERK, draft.id).draft.answers.values["plaintiffs"]
    drafting.fill(CLERK, draft.id, {"plaintiffs": [{**plaintiffs[0], "national_id": "9990000213"}]}, [])
    with pytest.raises(ReasonsMissing) as stopped:
        desk.make(CLERK, draft.id)
    assert stopped.value.keys == ("invalid",)
    drafting.keep_reasons(CLERK, draft.id, {"invalid": "در شناسنامه همین است"})
    assert "۹۹۹۰۰۰۰۲۱۳" in text_of(desk.document(CLERK, desk.make(CLERK, draft.id).id)[1])


def test_nobody_else_sees_the_filing(desk, drafted):
    _, draft = drafted("clean")
    filing = desk.make(CLERK, draft.id)
    for act in (desk.record, desk.document, desk.sheet):
        with pytest.raises(NotFound):
            act(OTHER, filing.id)
    with pytest.raises(Refused):
        desk.record(replace(CLERK, role=Role.EXPERT), filing.id)


def test_a_clerk_reads_the_filing_a_manager_made_from_the_clerks_draft(desk, drafted, store):
    _, draft = drafted("clean")
    manager = Actor("be", "be", "مدیر", Role.OFFICE_MANAGER, "o1")
    with store.begin() as work:
        work.add_user(User(manager.user_id, manager.name, manager.full_name, manager.role, "o1", "x"))
    assert desk.record(CLERK, desk.make(manager, draft.id).id).made_by == "مدیر"


def test_prints_and_readings_leave_their_entries(desk, drafted, store):
    _, draft = drafted("clean")
    filing = desk.make(CLERK, draft.id)
    desk.record(CLERK, filing.id)
    desk.document(CLERK, filing.id)
    desk.sheet(CLERK, filing.id)
    with store.read() as work:
        acts = [entry.act for entry in work.audit_entries()]
    assert acts[-4:] == ["filing.made", "filing.opened", "filing.printed", "sheet.printed"]


def test_only_the_two_weighty_levels_and_gaps_in_the_form_ask_for_a_reason(desk, drafted):
    drafting, draft = drafted("problem")
    review = drafting.open(CLERK, draft.id).review
    asking = {key for key in open_points(review, {}) if key not in ("incomplete", "invalid")}
    levels = {finding.level for finding in review.findings if finding.key in asking}
    assert levels <= {Level.INCOMPLETE, Level.LEGAL_CONSEQUENCE}
    assert asking == {each.key for each in review.findings if each.level in levels}
    assert {each.level for each in review.findings} - levels, "the case also has findings that ask for nothing"


def test_a_reason_is_kept_with_the_filing_and_printed_on_the_sheet_alone(desk, drafted):
    drafting, draft = drafted("problem")
    reason = "متقاضی پس از شنیدن متن قانون بر ثبت نظر داشت"
    review = drafting.open(CLERK, draft.id).review
    drafting.keep_reasons(CLERK, draft.id, dict.fromkeys(open_points(review, {}), reason))
    filing = desk.make(CLERK, draft.id)
    assert set(filing.reasons.values()) == {reason}
    assert reason in text_of(desk.sheet(CLERK, filing.id)[1])
    assert reason not in text_of(desk.document(CLERK, filing.id)[1])
    assert reason not in text_of(desk.draft_document(CLERK, draft.id)[1])


def test_findings_follow_the_form_and_carry_no_weight_of_their_own(drafted):
    drafting, draft = drafted("problem")
    opened = drafting.open(CLERK, draft.id)
    order = [path for path, _ in opened.template.form.fields()]
    places = [order.index(folded(each.points_at[0])) for each in opened.review.findings]
    assert places == sorted(places)
    assert not {"score", "risk", "weight", "probability"} & {each.name for each in fields(Finding)}


def test_a_filing_keeps_the_versions_it_was_checked_with(desk, drafted, store, library):
    _, draft = drafted("clean")
    filing = desk.make(CLERK, draft.id)
    record = desk.record(CLERK, filing.id)
    assert record.manifest is not None
    versions = {each.id: each.version for each in record.manifest.of_kind("rule")}
    assert versions["cheque-not-due"] == library.rules["cheque-not-due"].version != ""
    assert "appeal-after-time-limit" not in versions
    assert ("rule", library.rules["cheque-not-due"].title, versions["cheque-not-due"]) in record.evaluated


def test_filings_that_used_a_rule_or_number_are_found_with_whether_it_spoke(desk, drafted, store, library):
    drafting, draft = drafted("problem")
    review = drafting.open(CLERK, draft.id).review
    drafting.keep_reasons(CLERK, draft.id, dict.fromkeys(open_points(review, {}), "دلیل"))
    filing = desk.make(CLERK, draft.id)
    used_by = UsedByDesk(store, library)
    spoke = used_by.of("cheque-sum-differs-from-relief")
    assert [(each.filing_id, each.has_fired) for each in spoke.filings] == [(filing.id, True)]
    assert [(each.count, each.fired, each.is_current) for each in spoke.versions] == [(1, 1, True)]
    assert [each.has_fired for each in used_by.of("cheque-not-due").filings] == [False]
    assert used_by.of("peace_court_ceiling").kind == "parameter"
    assert used_by.of("appeal-after-time-limit").filings == ()
    with pytest.raises(NotFound):
        used_by.of("nothing")
    assert used_by.nearest("cheque-not-du") == "cheque-not-due"
