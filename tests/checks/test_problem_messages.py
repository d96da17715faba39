"""The catalogue of messages: complete, impersonal, and saying what was read and what is expected."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import assistant.domain
from assistant.checks.problem_messages import MESSAGES, message_for, message_of
from assistant.domain.form import Field, Option
from assistant.domain.value_problem import ValueProblem
from assistant.domain.value_types import VALUE_TYPES, parse_field

DOMAIN = Path(assistant.domain.__file__).parent
KEYWORDS = [
    *("required", "type", "enum", "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    *("minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems", "additionalProperties", "format"),
    *("dependentRequired", "not_a_list", "not_a_group", "not_an_item"),
]
PARTICULARS = {"label", "item", "example", "options", "value", "limit", "minimum", "count", "key"}
NATIONAL_ID = Field("national_id", "کد ملی", "national_id")
AMOUNT = Field("amount", "مبلغ", "rial_amount", minimum=1000)
PLOT = Field("plot", "پلاک", "registered_plot")
KIND = Field("kind", "نوع", "choice", options=(Option("natural", "حقیقی"), Option("legal", "حقوقی")))


def _raised() -> dict[str, set[str]]:
    """Every code raised in the domain, with the particulars it is raised with. ``{x}_length`` stands for each x."""
    raised: dict[str, set[str]] = {}
    for path in DOMAIN.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "ValueProblem":
                brought = {str(keyword.arg) for keyword in node.keywords}
                codes = _codes(node.args[0])
                for code in codes:  # a code written out knows better than one that fits a pattern
                    raised[code] = brought if len(codes) == 1 else raised.get(code, brought)
    return raised


def _codes(argument: ast.expr) -> list[str]:
    if isinstance(argument, ast.Constant):
        return [str(argument.value)]
    if isinstance(argument, ast.JoinedStr):
        pattern = "".join(part.value if isinstance(part, ast.Constant) else ".+" for part in argument.values)
        codes = [code for code in MESSAGES if re.fullmatch(pattern, code)]
        assert codes, f"no message for {pattern}"
        return codes
    return ["hidden_character", "unprintable_character"]  # given by name in text_values


RAISED = _raised()


def _names(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_codes_are_found_in_the_code() -> None:
    assert {"date_day", "national_id_check", "national_id_length", "hidden_character", "empty"} <= set(RAISED)


@pytest.mark.parametrize("code", sorted(RAISED))
def test_every_problem_has_its_words(code: str) -> None:
    assert code in MESSAGES


@pytest.mark.parametrize("code", sorted(RAISED))
def test_a_message_names_only_what_its_problem_brings(code: str) -> None:
    brought = RAISED[code] | {"label", "example", "item"}
    assert _names(MESSAGES[code]) <= brought


@pytest.mark.parametrize("keyword", KEYWORDS + [f"format:{name}" for name in sorted(VALUE_TYPES)])
def test_every_keyword_has_its_words(keyword: str) -> None:
    assert _names(MESSAGES[keyword]) <= PARTICULARS


def test_no_message_is_left_without_a_use() -> None:
    assert set(MESSAGES) == {*RAISED, *KEYWORDS, *(f"format:{name}" for name in VALUE_TYPES)}


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_a_message_is_a_calm_impersonal_sentence(code: str) -> None:
    text = MESSAGES[code]
    assert text.endswith(".")
    assert not re.search(r"[!?؟]|\b(شما|لطفاً?|کنید|نمایید|باید|کاربر)\b", text)
    assert not re.search(r"[0-9]", text.replace("plaintiffs[0]", ""))
    assert not re.search("[يك]", text)


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_every_message_can_be_said_with_and_without_particulars(code: str) -> None:
    for params in ({}, {"value": "نمونه", "limit": 5}, {"value": 12, "limit": ["natural"]}, {"value": {"a": 1}}):
        said = message_for(code, None, params)
        assert said
        assert "{" not in said


@pytest.mark.parametrize(
    ("type_id", "typed", "said"),
    [
        ("jalali_date", "1404/12/30", "۱۴۰۴/۱۲/۳۰ در تقویم نیست؛ اسفند ۱۴۰۴ بیست‌ونه روز دارد."),
        ("national_id", "999000021", "۹ رقم خوانده شد؛ کد ملی با صفرهای آغاز آن ده رقم دارد، مانند ۹۹۹۰۰۰۰۲۱۲."),
        (
            "rial_amount",
            "۵ میلیون",
            "«۵ میلیون» خوانده شد؛ مبلغ با رقم و، در صورت نیاز، واژهٔ ریال یا تومان است، مانند ۱٬۶۰۰٬۰۰۰٬۰۰۰ ریال.",
        ),
        ("jalali_date", "دوشنبه ۱۲ مرداد ۱۴۰۴", "دوشنبه خوانده شد؛ ۱۴۰۴/۰۵/۱۲ روز یکشنبه است."),
        ("text", "نام\u202e", "پاسخ: نویسهٔ ناپیدای U+202E در جای ۴ خوانده شد؛ این بخش تنها نویسه‌های دیدنی دارد."),
        ("long_text", "الف\nب\x07", "پاسخ: نویسهٔ U+0007 در سطر ۲، جای ۲ چاپ‌شدنی نیست."),
        ("text", "ا" * 2001, "پاسخ: ۲۰۰۱ نویسه خوانده شد؛ گنجایش این بخش ۲۰۰۰ نویسه است."),
    ],
)
def test_what_was_typed_and_what_is_expected_are_said(type_id: str, typed: str, said: str) -> None:
    field = Field("answer", "پاسخ", type_id)
    with pytest.raises(ValueProblem) as problem:
        parse_field(field, typed)
    assert message_of(problem.value, field) == said


def test_a_missed_type_is_told_by_what_was_typed() -> None:
    assert message_for("type", AMOUNT, {"value": "1,60"}) == MESSAGES["amount_grouping"].format(value="۱,۶۰")
    assert message_for("format:national_id", NATIONAL_ID, {"value": "999"}).startswith("۳ رقم خوانده شد")
    assert message_for("enum", KIND, {"value": "home"}).endswith("گزینه‌ها: «حقیقی»، «حقوقی».")


def test_a_composite_names_its_missing_part() -> None:
    assert message_for("required", PLOT, {"value": {"main_plot": 45}}).startswith("پلاک اصلی ۴۵ خوانده شد و بخش")
    assert message_for("format:registered_plot", PLOT, {"value": {"section": "3"}}).startswith("پلاک اصلی خوانده نشد")


def test_an_empty_required_field_is_named_with_its_example() -> None:
    field = Field("father_name", "نام پدر", "text", example="فرهاد")
    assert message_for("required", field, {}) == "نام پدر خالی است؛ نمونه: فرهاد."
    assert message_for("required", NATIONAL_ID, {}) == "کد ملی خالی است."


def test_limits_of_amounts_are_shown_as_amounts() -> None:
    said = message_for("minimum", AMOUNT, {"value": 10, "limit": 1000})
    assert said == "مبلغ: ۱۰ ریال خوانده شد؛ کمترین مقدار این بخش ۱٬۰۰۰ ریال است."


def test_lists_are_told_with_the_name_of_their_items() -> None:
    cheques = Field("cheques", "چک‌ها", "list", item_label="چک")
    assert message_for("minItems", cheques, {"minimum": 1}) == "چک‌ها: دست‌کم ۱ چک در این بخش می‌آید."
    said = message_for("maxItems", cheques, {"value": [{}, {}, {}], "limit": 2})
    assert said == "چک‌ها: ۳ چک خوانده شد؛ گنجایش این بخش ۲ چک است."


def test_the_words_of_a_field_go_before_the_catalogue() -> None:
    field = Field("id", "شناسه", "national_id", messages={"required": "متن کارشناس.", "national_id": "متن دیگر."})
    assert message_for("required", field, {}) == "متن کارشناس."
    assert message_for("format:national_id", field, {"value": "1"}) == "متن دیگر."


def test_an_unknown_keyword_still_gets_a_sentence() -> None:
    assert message_for("unevaluatedItems", NATIONAL_ID, {"value": 5}).startswith("کد ملی")


def test_nothing_invisible_is_repeated_in_a_message() -> None:
    said = message_for("pattern", None, {"value": "الف\u202eب\x00"})
    assert "\u202e" not in said
    assert "\x00" not in said


@given(st.sampled_from(sorted(MESSAGES)), st.text(max_size=200))
def test_whatever_was_read_fits_into_a_short_sentence(code: str, value: str) -> None:
    assert len(message_for(code, None, {"value": value})) < 400
