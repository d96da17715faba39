"""Strategies of stored values, one for every value type; all identifiers are made up from their check digits."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from assistant.domain import identifiers
from assistant.domain.court_decisions import KINDS
from assistant.domain.form import Option
from assistant.domain.jalali import from_gregorian, to_gregorian
from assistant.domain.money import LARGEST_RIAL
from assistant.domain.places import PROVINCES
from assistant.domain.text_values import parse_text
from assistant.domain.value_problem import ValueProblem

OPTIONS = (Option("bank", "بانک"), Option("court", "دادگاه"), Option("other", "جای دیگر"))


def digits(length: int) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=length, max_size=length)


def accepted(stems: st.SearchStrategy[str], parse: Callable[[str], str]) -> st.SearchStrategy[str]:
    """Each stem with the last digit that makes it acceptable; stems without one are left out."""

    def complete(stem: str) -> str:
        for digit in "0123456789":
            try:
                return parse(stem + digit)
            except ValueProblem:
                continue
        return ""

    return stems.map(complete).filter(bool)


WORDS = st.text("ابپتجدرسشکگلمنوهی ‌۱۲۳", min_size=1, max_size=12).map(lambda text: parse_text("ن" + text))
SECTIONS = st.text("ابپتجدرسشکگلمنوهی 123", min_size=1, max_size=12).map(lambda text: parse_text("ن" + text))
DATES = st.dates(to_gregorian("1300-01-01"), to_gregorian("1500-12-29")).map(from_gregorian)
CASE_NUMBERS = st.one_of(
    st.integers(10**11, 10**20 - 1).map(str), st.builds("{}/{}".format, st.integers(50, 99), st.integers(1, 9999))
)
IBANS = digits(22).map(lambda account: f"IR{98 - int(f'{account}182700') % 97:02}{account}")
SHARES = st.integers(1, 1000).flatmap(lambda whole: st.integers(1, whole).map(lambda part: f"{part}/{whole}"))
PLATES = st.builds("{}{}{}-{}".format, digits(2), st.sampled_from(["ب", "الف", "ه", "ی", "D"]), digits(3), digits(2))
DECIMALS = st.one_of(
    st.integers(-(10**15), 10**15).map(str),
    st.builds("{}.{}{}".format, st.integers(0, 10**14), digits(2), st.integers(1, 9)),
)
PLOTS = st.fixed_dictionaries(
    {"main_plot": st.integers(1, 10**9), "section": SECTIONS},
    optional={"sub_plot": st.integers(1, 10**9), "registration_district": SECTIONS, "parcel": SECTIONS},
)
DECISIONS = st.fixed_dictionaries(
    {"number": CASE_NUMBERS, "date": DATES, "court": WORDS}, optional={"kind": st.sampled_from(list(KINDS))}
)

STORED: dict[str, st.SearchStrategy[Any]] = {
    "text": WORDS,
    "long_text": st.lists(WORDS, min_size=1, max_size=4).map("\n".join),
    "yes_no": st.booleans(),
    "choice": st.sampled_from([option.value for option in OPTIONS]),
    "choices": st.sampled_from([["bank"], ["court", "other"], ["bank", "court", "other"]]),
    "integer": st.integers(-(10**15), 10**15),
    "decimal": DECIMALS,
    "national_id": accepted(digits(9), identifiers.parse_national_id),
    "legal_entity_id": accepted(digits(10), identifiers.parse_legal_entity_id),
    "foreign_id": st.one_of(digits(12), digits(8).map("A{}".format)),
    "postal_code": digits(9).map("9{}".format),
    "mobile": digits(9).map("09{}".format),
    "landline": digits(8).map("021{}".format),
    "iban": IBANS,
    "sayad_id": digits(16),
    "case_no": CASE_NUMBERS,
    "plate_no": PLATES,
    "registered_plot": PLOTS,
    "rial_amount": st.integers(0, LARGEST_RIAL),
    "jalali_date": DATES,
    "province": st.sampled_from(list(PROVINCES)),
    "fraction": SHARES,
    "place": st.fixed_dictionaries({"province": st.sampled_from(list(PROVINCES)), "city": WORDS}),
    "party_reference": st.integers(0, 9999).map("plaintiffs[{}]".format),
    "court_decision": DECISIONS,
}
