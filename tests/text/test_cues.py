"""Cues in sentences: what is found, where, how it stands, and what the answers make of it."""

from dataclasses import replace

import pytest

from assistant.domain.cue import Cue, CueBook, CuePattern, PolarityFrom, Reach, Scope
from assistant.domain.cue_pattern import PatternError, parse_pattern
from assistant.domain.rule import Verified
from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import Polarity, Status, TextFinding, TextLevel
from assistant.text.checker import TextChecker
from assistant.text.cues.cue_check import CueCheck
from assistant.text.cues.verb_table import VERBS, verb_table

CLASSES = {"paper": ("کتاب", "مجله")}
VARIANTS = {"کتاب": ("کتب",)}


def pattern(source: str, **how: object) -> CuePattern:
    return CuePattern((parse_pattern(source),), **how)  # type: ignore[arg-type]


def cue(*patterns: CuePattern | str, **more: object) -> Cue:
    built = tuple(pattern(each) if isinstance(each, str) else each for each in patterns)
    return Cue("lent", "امانت", "آیا امانت است؟", built, Verified("own"), **more)  # type: ignore[arg-type]


def found(text: str, one: Cue, case: TextCase | None = None) -> list[TextFinding]:
    check = CueCheck(CueBook({one.id: one}, CLASSES, VARIANTS), {"book-return": "club"})
    findings = TextChecker((check,)).check(text, case).findings
    assert all(text[each.start : each.end] == each.span for each in findings)
    return list(findings)


def only(text: str, one: Cue, case: TextCase | None = None) -> TextFinding:
    findings = found(text, one, case)
    assert len(findings) == 1, findings
    return findings[0]


def stands(text: str, one: Cue) -> tuple[Polarity, Status]:
    reading = only(text, one).reading
    assert reading is not None
    return reading.polarity, reading.status


LENT = cue("<paper> …3 امانت …1 ~بودن|شدن|دادن|کردن?")
ASSERTED, NEGATED = (Polarity.AFFIRMED, Status.ASSERTED), (Polarity.NEGATED, Status.ASSERTED)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("کتاب امانت است.", "کتاب امانت است"),
        ("این کتاب‌ها نزد او امانت بوده‌اند.", "کتاب‌ها نزد او امانت بوده‌اند"),
        ("مجله هاى او امانت داده شده است.", "مجله هاى او امانت داده شده است"),
        ("کتب را امانت نموده است.", "کتب را امانت نموده است"),
        ("كتابي از \u200fاو امانت\u200e داده شد.", "كتابي از \u200fاو امانت\u200e داده شد"),
        ("ک\u0640تاب\u00adهای ۱۲۳ و ۴۵ امانت می باشد.", "ک\u0640تاب\u00adهای ۱۲۳ و ۴۵ امانت می باشد"),
    ],
)
def test_words_are_found_in_every_form_and_spelling(text: str, span: str):
    assert only(text, LENT).span == span


def test_a_gap_ends_where_it_must_and_never_leaves_the_clause():
    assert not found("کتاب یک دو سه چهار امانت است.", LENT)
    assert not found("کتاب رسید. امانت است.", LENT)
    assert not found("کتاب فروخته شد و امانت باقی ماند.", LENT)
    assert found("کتابی که خرید امانت است.", cue(pattern("کتاب …3 امانت", scope=Scope.SENTENCE)))


def test_a_verb_may_be_shared_with_a_later_part_of_the_sentence():
    assert stands("حکم صادر و ابلاغ نشده است.", cue("حکم …2 صادر ~شدن")) == NEGATED
    assert stands("حکم صادر و ابلاغ نشده است.", cue("حکم …2 صادر …1 ~شدن")) == NEGATED


def test_a_participle_written_together_with_its_noun_is_seen():
    assert stands("حکم صادرنشده است.", cue("حکم …2 صادر ~شدن")) == NEGATED
    assert stands("داور تعیین‌شده است.", cue("داور …2 تعیین ~شدن")) == ASSERTED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("کتاب امانت است.", ASSERTED),
        ("کتاب امانت نیست.", NEGATED),
        ("کتاب امانت نمی باشد.", NEGATED),
        ("کتاب امانت داده نشده است.", NEGATED),
        ("کتاب امانت نخواهد شد.", NEGATED),
        ("کتاب نزد او بدون امانت است.", NEGATED),
        ("عدم کتاب امانت.", NEGATED),
        ("بدون کتاب امانت نیست.", ASSERTED),
        ("آن را برد بدون آن که کتاب امانت شود.", NEGATED),
        ("بی‌آنکه کتاب امانت گردد، آن را برد.", NEGATED),
        ("خالی از کتاب امانت است.", NEGATED),
        ("در صورت کتاب امانت، سخنی نیست.", (Polarity.AFFIRMED, Status.HYPOTHETICAL)),
        ("او بیش از این نتوانست و کتاب امانت داده شد.", ASSERTED),
        ("نتوانست کتاب را امانت دهد.", NEGATED),
        ("از کتاب امانت دادن خودداری کرد.", NEGATED),
    ],
)
def test_polarity_is_that_of_the_verb_turned_by_negating_words(text: str, expected: tuple[Polarity, Status]):
    assert stands(text, LENT) == expected


def test_a_fixed_verb_states_the_fact_as_the_pattern_says():
    due = cue(pattern("سررسید …1 -رسیدن"))
    assert stands("سررسید آن نرسیده است.", due) == ASSERTED
    assert not found("سررسید آن رسیده است.", due)
    assert stands("کتاب امانت نیست.", cue(pattern("کتاب امانت ~بودن", says=Polarity.NEGATED))) == ASSERTED


def test_of_persons_and_things_the_verb_says_nothing():
    child = cue(pattern("خوانده =صغیر", polarity_from=PolarityFrom.WORDS))
    assert stands("خوانده صغیر وجه را نپرداخته است.", child) == ASSERTED


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("اگر کتاب امانت است او می‌داند.", Status.HYPOTHETICAL),
        ("چنانچه ملاحظه می‌فرمایید کتاب امانت است.", Status.ASSERTED),
        ("در صورت لزوم کتاب امانت داده می‌شود.", Status.HYPOTHETICAL),
        ("تقاضا دارد کتاب امانت داده شود.", Status.HYPOTHETICAL),
        ("خوانده مدعی است که کتاب امانت است.", Status.ATTRIBUTED),
        ("به اظهار خوانده که کتاب امانت است.", Status.ATTRIBUTED),
        ("به قول خوانده کتاب امانت است.", Status.ATTRIBUTED),
        ("به ادعای خوانده کتاب امانت است.", Status.ATTRIBUTED),
        ("اگر خوانده مدعی شود که کتاب امانت است رسید پیوست است.", Status.HYPOTHETICAL),
        ("علیه خوانده ادعای کتاب امانت دارم.", Status.ASSERTED),
        ("خوانده عنوان نمود که کتاب امانت است.", Status.ATTRIBUTED),
        ("خوانده دعوایی با عنوان خیانت دارد که کتاب امانت است.", Status.ASSERTED),
        ("خوانده قول داد که کتاب را امانت دهد.", Status.HYPOTHETICAL),
        ("خوانده مدعی خرید است ولی کتاب امانت است.", Status.ASSERTED),
        ("برخلاف ادعای خوانده، کتاب امانت است.", Status.ASSERTED),
        ("اگر چه دیر شد اما کتاب امانت است.", Status.ASSERTED),
    ],
)
def test_what_is_supposed_wished_or_claimed_by_the_other_side_is_told_apart(text: str, status: Status):
    assert stands(text, LENT)[1] is status


def test_what_stands_near_the_phrase_may_suppose_it_the_phrase_itself_never_does():
    sequences = parse_pattern("کتاب"), parse_pattern("=در =صورت")
    near = cue(CuePattern(sequences, within=6, polarity_from=PolarityFrom.WORDS))
    assert stands("در صورت یافتن کتاب", near)[1] is Status.HYPOTHETICAL
    assert stands("احتمال گم شدن کتاب هست.", cue("احتمال …3 کتاب ~بودن"))[1] is Status.ASSERTED


def test_a_guardian_does_not_turn_the_sentence():
    guardian = cue("ولی …1 کتاب ~بودن")
    assert stands("اگر او ولی قهری کتاب باشد بس است.", guardian)[1] is Status.HYPOTHETICAL
    assert stands("خوانده مدعی است که به عنوان ولی کتاب بوده است.", guardian)[1] is Status.ATTRIBUTED
    assert stands("اگر چه دیر شد ولی کتاب امانت است.", LENT) == ASSERTED


def test_what_could_not_be_done_is_denied_in_the_perfect_too():
    lent = cue(pattern("کتاب …2 امانت …1 ~دادن", is_agreed=True))
    assert stands("او نتوانسته کتاب را امانت دهد.", lent) == NEGATED


def test_the_first_letter_of_a_stem_is_left_out_after_a_prefix():
    assert stands("کتاب نیفتاد.", cue("کتاب ~افتادن")) == NEGATED
    assert stands("کتاب را بیندازد.", cue("کتاب ~انداختن"))[1] is Status.HYPOTHETICAL
    assert stands("کتاب نایستاد.", cue("کتاب ~ایستادن")) == NEGATED


def test_the_want_of_a_thing_is_no_verb():
    want = cue(pattern("=نبود کتاب", polarity_from=PolarityFrom.WORDS))
    assert stands("به علت نبود کتاب امانت، رفت.", want) == ASSERTED
    assert stands("کتاب امانت نبود.", LENT) == NEGATED


def test_what_became_of_their_own_claim_is_not_what_they_claim():
    given_up = cue("ادعا …3 صرف‌نظر ~کردن")
    assert stands("نامبرده از ادعای خود صرف‌نظر کرد.", given_up) == ASSERTED
    assert stands("نامبرده از ادعای خود گذشت و کتاب امانت داده شد.", LENT) == ASSERTED


def test_what_was_agreed_is_told_in_the_subjunctive_too():
    agreed = cue(pattern("کتاب امانت ~دادن", is_agreed=True))
    assert stands("مقرر شد کتاب امانت داده شود.", agreed) == ASSERTED


def test_an_exception_in_the_same_clause_cancels_the_hit():
    guarded = cue("کتاب", unless=(pattern("کتاب صوتی"),))
    assert found("کتاب آمد.", guarded)
    assert not found("کتاب صوتی آمد.", guarded)
    assert len(found("کتاب صوتی آمد و کتاب رفت.", guarded)) == 1


def test_an_exception_on_words_cancels_only_the_hits_it_stands_on():
    guarded = cue("کتاب", unless=(pattern("کتاب صوتی", scope=Scope.WORDS),))
    assert not found("کتاب صوتی آمد.", guarded)
    assert [each.start for each in found("کتاب صوتی و کتاب خطی آمد.", guarded)] == [12]


def test_the_first_of_several_sequences_is_marked_when_the_others_stand_near_it_in_any_order():
    both = cue(CuePattern((parse_pattern("کتاب"), parse_pattern("امانت")), within=4))
    assert only("امانت بودن کتاب روشن است.", both).span == "کتاب"
    assert not found("امانت نزد مرد همسایه در کتاب.", both)


def test_what_must_stand_near_may_stand_in_a_gap_of_the_phrase():
    both = cue(CuePattern((parse_pattern("کتاب …4 امانت"), parse_pattern("همسایه")), within=6))
    assert only("کتاب نزد همسایه امانت است.", both).span == "کتاب نزد همسایه امانت"
    twice = cue(CuePattern((parse_pattern("کتاب …4 امانت"), parse_pattern("کتاب")), within=6))
    assert not found("کتاب امانت است.", twice)


def test_overlapping_hits_of_one_cue_are_told_once_by_the_longest():
    assert only("کتاب امانت است.", cue("کتاب", "کتاب امانت")).span == "کتاب امانت"


def test_a_fact_is_asked_about_where_the_text_first_touches_it():
    text = "کتاب امانت است. کتاب امانت نیست. مجله نیز امانت است."
    assert [each.span for each in found(text, LENT)] == ["کتاب امانت است", "کتاب امانت نیست"]


def test_a_compound_is_found_glued_with_half_space_and_with_a_blank():
    deputy = cue(pattern("قائم‌مقام", polarity_from=PolarityFrom.WORDS))
    for text in ("قائم مقام او", "قائم‌مقام او", "قائممقام او", "قایم مقام او"):
        assert found(text, deputy), text


def test_patterns_that_could_not_be_found_or_read_are_refused():
    for wrong in ("", "…3 کتاب", "کتاب …3", "کتاب …9 امانت", "کتاب? امانت", "کتاب ~است", "book", "کتاب …2 …2 امانت"):
        with pytest.raises(PatternError):
            parse_pattern(wrong)
    for unknown in ("<nothing>", "کتاب ~کتابیدن", "خوانده"):
        with pytest.raises(PatternError):
            CueCheck(CueBook({"lent": cue(unknown)}))


def test_every_verb_a_pattern_may_name_is_conjugated():
    assert {each.verb for each in verb_table().values()} >= VERBS


@pytest.mark.parametrize(
    ("form", "verb"), [("یابد", "یافتن"), ("میگذرد", "گذشتن"), ("بگذارد", "گذاشتن"), ("نمییابند", "یافتن")]
)
def test_the_present_of_a_common_verb_is_not_taken_for_that_of_a_rare_one(form: str, verb: str):
    assert verb_table()[form].verb == verb


def case(**answers: object) -> TextCase:
    fields = frozenset(("kept", "items[].kept", "other"))
    return TextCase(template="book-return", answers=answers, fields=fields)


KEPT = cue(
    "کتاب امانت ~بودن",
    asks=("kept", "elsewhere"),
    contradicts={Polarity.AFFIRMED: {"kept": (False,)}, Polarity.NEGATED: {"kept": (True,)}},
)


def test_an_open_question_is_asked_with_the_answers_the_form_has():
    finding = only("کتاب امانت است.", KEPT, case())
    assert (finding.level, finding.points_at) == (TextLevel.ASK, ("kept",))
    assert finding.message == "در متن «کتاب امانت است» آمده است. پرسش: آیا امانت است؟"


def test_an_answer_that_contradicts_is_named():
    finding = only("کتاب امانت است.", KEPT, case(kept=False))
    assert (finding.level, finding.points_at) == (TextLevel.MISMATCH, ("kept",))
    assert only("کتاب امانت نیست.", KEPT, case(kept=True)).level is TextLevel.MISMATCH


def test_an_answer_that_agrees_silences_the_cue():
    assert not found("کتاب امانت است.", KEPT, case(kept=True))
    assert not found("کتاب امانت نیست.", KEPT, case(kept=False))


def test_beside_an_answer_named_as_agreeing_it_is_silent_and_any_other_answer_contradicts_nothing():
    mentioned = cue("کتاب امانت ~بودن", agrees={Polarity.AFFIRMED: {"items[].kept": (True,)}})
    assert not found("کتاب امانت است.", mentioned, case(**{"items[0].kept": False, "items[1].kept": True}))
    assert only("کتاب امانت است.", mentioned, case(**{"items[0].kept": False})).level is TextLevel.ASK


def test_what_is_not_asserted_contradicts_nothing():
    assert only("اگر کتاب امانت است.", KEPT, case(kept=False)).level is TextLevel.HINT


def test_every_item_of_a_list_must_contradict_what_is_affirmed():
    listed = cue("کتاب امانت ~بودن", contradicts={Polarity.AFFIRMED: {"items[].kept": (False,)}})
    both, one = {"items[0].kept": False, "items[1].kept": False}, {"items[0].kept": False, "items[1].kept": True}
    assert only("کتاب امانت است.", listed, case(**both)).points_at == ("items[0].kept", "items[1].kept")
    assert not found("کتاب امانت است.", listed, case(**one))


def test_of_two_lists_both_must_be_answered_before_they_contradict():
    affirmed = {"items[].kept": (False,), "others[].kept": (False,)}
    listed = cue("کتاب امانت ~بودن", contradicts={Polarity.AFFIRMED: affirmed})
    half = TextCase(
        template="book-return",
        answers={"items[0].kept": False},
        fields=frozenset(affirmed),
    )
    whole = replace(half, answers={"items[0].kept": False, "others[0].kept": False})
    agreeing = replace(half, answers={"items[0].kept": False, "others[0].kept": True})
    assert only("کتاب امانت است.", listed, half).level is TextLevel.ASK
    assert only("کتاب امانت است.", listed, whole).level is TextLevel.MISMATCH
    assert not found("کتاب امانت است.", listed, agreeing)


def test_a_cue_is_silent_outside_its_reach_but_never_without_a_petition():
    elsewhere = cue("کتاب", applies_to=Reach(families=("lease",)))
    subject = cue("کتاب", not_in=Reach(families=("club",)))
    for each in (elsewhere, subject):
        assert not found("کتاب آمد.", each, case())
        assert found("کتاب آمد.", each)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "؟!…،،",
        "\u200f\u200e\u200c\ufeff",
        "😀 کتاب \ud800 امانت است 😀.",
        "ب" * 5_000,
        "کتاب امانت است. " * 1_250,
        "کتاب\u200c" * 200,
        "کتاب ولی " * 300,
        "ب" * 5_000 + "نشده",
        "ب" * 5_000 + "ن\u0640\u0640ش\u200fده",
    ],
)
def test_strange_texts_keep_every_span_in_place(text: str):
    for each in found(text, LENT):
        assert "کتاب" in each.span
