"""Identifiers: accepted and refused forms, and what their check digits catch."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain import identifiers
from assistant.domain.characters import persian_digits
from assistant.domain.value_problem import ValueProblem

IBAN = "IR950990000000000000000011"


def _code(parse: Callable[[str], str], typed: str) -> str:
    with pytest.raises(ValueProblem) as problem:
        parse(typed)
    return problem.value.code


def _national_ids() -> st.SearchStrategy[str]:
    return _completed(st.integers(0, 10**9 - 1).map("{:09}".format), identifiers.parse_national_id)


def _legal_entity_ids() -> st.SearchStrategy[str]:
    return _completed(st.integers(0, 10**10 - 1).map("{:010}".format), identifiers.parse_legal_entity_id)


def _completed(stems: st.SearchStrategy[str], parse: Callable[[str], str]) -> st.SearchStrategy[str]:
    """Each stem with the one check digit that is accepted."""

    def accepted(stem: str) -> list[str]:
        found = []
        for digit in "0123456789":
            try:
                found.append(parse(stem + digit))
            except ValueProblem:
                continue
        return found

    return stems.map(accepted).filter(bool).map(lambda found: found[0])


@pytest.mark.parametrize(
    "typed",
    [
        "9990000212",
        "۹۹۹۰۰۰۰۲۱۲",
        "٩٩٩٠٠٠٠٢١٢",
        "999-000021-2",
        " 999 000021 2 ",
        "۹۹۹ ۰۰۰۰۲۱ ۲",
        "999\u00a0000021\u00a02",
    ],
)
def test_a_national_id_is_read_in_every_script_and_grouping(typed: str) -> None:
    assert identifiers.parse_national_id(typed) == "9990000212"


@pytest.mark.parametrize(
    "number",
    [
        *(
            "9990000115",
            "9990000123",
            "9990000212",
            "9990000220",
            "9990001111",
            "9990001121",
            "9990001510",
            "9990001529",
        ),
        *("9990002010", "9990003041", "9990003246", "9990004021", "9990005011", "9990005028", "9990005222"),
    ],
)
def test_the_ids_kept_for_invented_persons_are_valid(number: str) -> None:
    assert identifiers.parse_national_id(number) == number


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("999000021", "national_id_length"),
        ("99900002122", "national_id_length"),
        ("", "national_id_length"),
        ("9990000213", "national_id_check"),
        ("9900000212", "national_id_check"),
        ("1111111111", "national_id_repeated"),
        ("0000000000", "national_id_repeated"),
        ("99900002l2", "digits_only"),
        ("9990000212\u200f", "digits_only"),
        ("²990000212", "digits_only"),
    ],
)
def test_what_is_not_a_national_id_is_refused(typed: str, code: str) -> None:
    assert _code(identifiers.parse_national_id, typed) == code


@given(_national_ids(), st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_of_a_national_id_is_caught(number: str, place: int, shift: int) -> None:
    """Always, except that remainders 1 and 10 share the check digit 1."""
    wrong = number[:place] + str((int(number[place]) + shift) % 10) + number[place + 1 :]
    if place == 9 or number[9] != "1":
        assert _code(identifiers.parse_national_id, wrong) in ("national_id_check", "national_id_repeated")


@pytest.mark.parametrize(
    "number", ["10380284790", "10320894878", "99900000419", "99900000818", "99900000822", "99900001331"]
)
def test_legal_entity_ids_with_a_right_check_digit_are_valid(number: str) -> None:
    assert identifiers.parse_legal_entity_id(persian_digits(number)) == number


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("10380284791", "legal_entity_id_check"),
        ("1038028479", "legal_entity_id_length"),
        ("103802847901", "legal_entity_id_length"),
        ("1038028479x", "digits_only"),
    ],
)
def test_what_is_not_a_legal_entity_id_is_refused(typed: str, code: str) -> None:
    assert _code(identifiers.parse_legal_entity_id, typed) == code


@given(_legal_entity_ids(), st.integers(0, 10), st.integers(1, 9))
def test_one_wrong_digit_of_a_legal_entity_id_is_caught(number: str, place: int, shift: int) -> None:
    """Always, except that remainders 0 and 10 share the check digit 0."""
    wrong = number[:place] + str((int(number[place]) + shift) % 10) + number[place + 1 :]
    if place == 10 or number[10] != "0":
        assert _code(identifiers.parse_legal_entity_id, wrong) == "legal_entity_id_check"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("123456789", "123456789"),
        ("۱۲۳۴۵۶۷۸۹۰۱۲۳۴۵۶", "1234567890123456"),
        ("a12345678", "A12345678"),
        ("ab 123456", "AB123456"),
    ],
)
def test_foreign_ids_and_passport_numbers_are_read(typed: str, stored: str) -> None:
    assert identifiers.parse_foreign_id(typed) == stored


@pytest.mark.parametrize("typed", ["", "12345678", "1" * 17, "ABC123456", "A12345", "الف123456"])
def test_what_is_no_foreign_id_is_refused(typed: str) -> None:
    assert _code(identifiers.parse_foreign_id, typed) == "foreign_id_form"


@pytest.mark.parametrize("typed", ["9396831171", "۹۳۹۶۸۳۱۱۷۱", "93968-31171", "93968 31171"])
def test_a_postal_code_is_read(typed: str) -> None:
    assert identifiers.parse_postal_code(typed) == "9396831171"


def test_zeros_and_twos_inside_a_postal_code_are_not_refused() -> None:
    assert identifiers.parse_postal_code("1020020002") == "1020020002"


@pytest.mark.parametrize(
    ("typed", "code"),
    [("0396831171", "postal_code_zero"), ("939683117", "postal_code_length"), ("939683117a", "digits_only")],
)
def test_what_is_not_a_postal_code_is_refused(typed: str, code: str) -> None:
    assert _code(identifiers.parse_postal_code, typed) == code


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "09000000501",
            "۰۹۰۰۰۰۰۰۵۰۱",
            "0900 000 0501",
            "0900-000-0501",
            "9000000501",
            "+989000000501",
            "+98 (900) 0000501",
        ),
        *("00989000000501", "989000000501", "+9809000000501"),
    ],
)
def test_a_mobile_number_is_read_with_every_prefix(typed: str) -> None:
    assert identifiers.parse_mobile(typed) == "09000000501"


@pytest.mark.parametrize(
    "typed", ["", "0900000050", "090000005011", "02188776655", "+449000000501", "0900000050x", "+98"]
)
def test_what_is_not_a_mobile_number_is_refused(typed: str) -> None:
    assert _code(identifiers.parse_mobile, typed) == "mobile_form"


@pytest.mark.parametrize(
    "typed", ["02100000000", "۰۲۱-۰۰۰۰۰۰۰۰", "+98 21 0000 0000", "00982100000000", "(021) 00000000"]
)
def test_a_fixed_line_is_read_with_its_area(typed: str) -> None:
    assert identifiers.parse_landline(typed) == "02100000000"


@pytest.mark.parametrize("typed", ["", "00000000", "09000000501", "0210000000", "021000000000"])
def test_what_is_not_a_fixed_line_is_refused(typed: str) -> None:
    assert _code(identifiers.parse_landline, typed) == "landline_form"


@pytest.mark.parametrize(
    "typed",
    [
        IBAN,
        IBAN.lower(),
        IBAN[2:],
        "IR95 0990 0000 0000 0000 0000 11",
        "IR95-0990-0000-0000-0000-0000-11",
        persian_digits(IBAN),
    ],
)
def test_an_iban_is_read_with_or_without_its_country(typed: str) -> None:
    assert identifiers.parse_iban(typed) == IBAN


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (IBAN[:-1], "iban_length"),
        (IBAN + "1", "iban_length"),
        ("", "iban_length"),
        ("IRIR" + IBAN[4:], "iban_length"),
        (IBAN[:-1] + "2", "iban_check"),
        ("DE" + IBAN[2:], "iban_country"),
    ],
)
def test_what_is_not_an_iranian_iban_is_refused(typed: str, code: str) -> None:
    assert _code(identifiers.parse_iban, typed) == code


def _iban(account: int) -> str:
    check = 98 - int(f"{account:022}182700") % 97  # I = 18, R = 27
    return f"IR{check:02}{account:022}"


@given(st.integers(0, 10**22 - 1), st.integers(2, 25), st.integers(1, 9))
def test_one_wrong_digit_of_an_iban_is_always_caught(account: int, place: int, shift: int) -> None:
    number = _iban(account)
    assert identifiers.parse_iban(number) == number
    wrong = number[:place] + str((int(number[place]) + shift) % 10) + number[place + 1 :]
    assert _code(identifiers.parse_iban, wrong) == "iban_check"


@given(st.integers(0, 10**22 - 1), st.integers(4, 24))
def test_two_swapped_digits_of_an_iban_are_always_caught(account: int, place: int) -> None:
    number = _iban(account)
    wrong = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    if wrong != number:
        assert _code(identifiers.parse_iban, wrong) == "iban_check"


def test_a_sayad_id_has_sixteen_digits() -> None:
    assert identifiers.parse_sayad_id("۹۹۹۹ ۰۰۰۰ ۰۰۰۰ ۰۰۰۱") == "9999000000000001"
    assert _code(identifiers.parse_sayad_id, "999900000000000") == "sayad_id_length"
    assert _code(identifiers.parse_sayad_id, "999900000000000x") == "digits_only"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("140499920000000003", "140499920000000003"),
        ("۱۴۰۴۹۹۹۲۰۰۰۰۰۰۰۰۰۳", "140499920000000003"),
        ("1404 9992 0000 0000 03", "140499920000000003"),
        ("8709980000000001", "8709980000000001"),
        ("۸۷/۴۵۶", "87/456"),
        ("87-456", "87/456"),
        ("123/ح/86", "123/ح/86"),
        ("123", "123"),
    ],
)
def test_case_numbers_new_and_old_are_read(typed: str, stored: str) -> None:
    assert identifiers.parse_case_no(typed) == stored


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1" * 21, "case_no_length"),
        ("12", "case_no_length"),
        ("", "case_no_form"),
        ("شماره ۱۲۳", "case_no_form"),
        ("123/", "case_no_form"),
        ("12a34", "case_no_form"),
    ],
)
def test_what_is_not_a_case_number_is_refused(typed: str, code: str) -> None:
    assert _code(identifiers.parse_case_no, typed) == code
