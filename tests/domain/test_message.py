"""Sentences with placeholders."""

from datetime import date
from fractions import Fraction

import pytest

from assistant.domain.condition import (
    DATE,
    NUMBER,
    STRING,
    ChoiceType,
    ConditionError,
    EvaluationContext,
    ListType,
    NumberType,
    ObjectType,
    StringType,
    TypeEnvironment,
    Undetermined,
)
from assistant.domain.form import Option
from assistant.domain.message import compile_message, show

ENVIRONMENT = TypeEnvironment(ObjectType({"amount": NumberType("rial"), "name": STRING, "day": DATE}))
ON = date(2026, 11, 22)


def text_of(source: str, **document: object) -> str:
    return compile_message(source, ENVIRONMENT).text(EvaluationContext(document, ON))


def test_a_sentence_without_placeholders_is_itself() -> None:
    assert text_of("مبلغ درج نشده است.") == "مبلغ درج نشده است."


def test_placeholders_may_be_any_expression() -> None:
    assert text_of("«{name}»: {amount + 5}", name="رؤیا", amount=10) == "«رؤیا»: ۱۵ ریال"


def test_a_brace_inside_quotes_does_not_end_a_placeholder() -> None:
    assert text_of("{name == '}' ? 1 : 2}", name="}") == "۱"


def test_double_braces_are_braces() -> None:
    assert text_of("{{{name}}}", name="x") == "{x}"


@pytest.mark.parametrize(
    ("source", "code", "position"),
    [("مبلغ {amout}", "unknown_name", 6), ("{name", "syntax", 0), ("name}", "syntax", 4), ("ab{}", "syntax", 3)],
)
def test_what_is_wrong_is_reported_at_its_place_in_the_sentence(source: str, code: str, position: int) -> None:
    with pytest.raises(ConditionError) as caught:
        compile_message(source, ENVIRONMENT)
    assert (caught.value.code, caught.value.position) == (code, position)


def test_it_knows_what_it_reads() -> None:
    message = compile_message("{name} {amount} {name}", ENVIRONMENT)
    assert [read.path for read in message.reads] == ["name", "amount"]


@pytest.mark.parametrize(
    ("type", "value", "shown"),
    [
        (NumberType("rial"), 1600000000, "۱٬۶۰۰٬۰۰۰٬۰۰۰ ریال"),
        (NumberType("day"), 20, "۲۰"),
        (NUMBER, 1405, "۱۴۰۵"),
        (NUMBER, 25000, "۲۵٬۰۰۰"),
        (NUMBER, Fraction(1, 3), "۱/۳"),
        (NUMBER, Fraction(4, 2), "۲"),
        (DATE, ON, "۱۴۰۵/۰۹/۰۱"),
        (STRING, "۱۲ متر", "۱۲ متر"),
        (StringType("national_id"), "9990000018", "۹۹۹۰۰۰۰۰۱۸"),
        (ChoiceType((Option("a", "الف"),)), "a", "الف"),
        (ListType(ChoiceType((Option("a", "الف"), Option("b", "ب")))), ["a", "b"], "الف و ب"),
        (ListType(STRING), ["الف", "ب", "پ"], "الف، ب و پ"),
        (ListType(STRING), [], "درج نشده"),
        (NUMBER, True, "بله"),
        (NUMBER, None, "درج نشده"),
        (NUMBER, Undetermined(("amount",)), "…"),
        (NUMBER, Undetermined((), ("amount",)), "نمی‌دانم"),
    ],
)
def test_values_are_shown_by_their_type(type: object, value: object, shown: str) -> None:
    assert show(type, value) == shown  # type: ignore[arg-type]


def test_a_party_reference_is_shown_as_the_partys_name() -> None:
    document = {"friends": [{"first_name": "صدف", "last_name": "نمونه"}]}
    reference = StringType("party_reference")
    assert show(reference, "friends[0]", document) == "صدف نمونه"
    assert show(reference, "friends[4]", document) == "ردیف ۵"
