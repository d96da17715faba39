"""All value types by their id."""

from collections.abc import Callable, Mapping

from assistant.domain import (
    court_decisions,
    fractions_of_right,
    identifiers,
    jalali,
    money,
    places,
    plain_numbers,
    plates,
    plots,
    text_values,
)
from assistant.domain.characters import persian_digits, printed_text
from assistant.domain.choices import CHOICE, CHOICES, YES_NO
from assistant.domain.jalali_input import parse_date
from assistant.domain.party_references import is_party_reference, parse_party_reference, show_party_reference
from assistant.domain.value_problem import ValueProblem
from assistant.domain.value_type import ValueType, canonical, one_line_reader

_NO_BREAK = "\u00a0"  # parts digits without turning their order round inside Persian text, as a hyphen would


def _identifier(type_id: str, parse: Callable[[str], str], *groups: int) -> ValueType:
    def echo(stored: str) -> str:
        return persian_digits(identifiers.grouped(stored, *groups, separator=_NO_BREAK)) if groups else ""

    read = one_line_reader(parse)
    return ValueType(type_id, read, printed_text, printed_text, canonical(read), echo)


def _as_it_is(stored: str) -> str:
    return stored


def _echo_iban(stored: str) -> str:
    return identifiers.grouped(stored, *[4] * 6, 2, separator=_NO_BREAK)


def _echo_case_no(stored: str) -> str:
    return persian_digits(f"{identifiers.digits_in(stored)} رقم")


def _echo_rial(stored: int) -> str:
    return f"{money.rial_words(stored)} ({money.show_toman(stored)})"


def _is_jalali_date(stored: object) -> bool:
    try:
        return isinstance(stored, str) and jalali.parts(stored) is not None
    except ValueProblem:
        return False


def _is_rial(stored: object) -> bool:
    return plain_numbers.is_integer(stored) and isinstance(stored, int) and 0 <= stored <= money.LARGEST_RIAL


_PLATE = one_line_reader(plates.parse_plate_no)
_CASE_NO = one_line_reader(identifiers.parse_case_no)
_IBAN = one_line_reader(identifiers.parse_iban)
_FRACTION = one_line_reader(fractions_of_right.parse_fraction)
_PARTY = one_line_reader(parse_party_reference)

_ALL = (
    ValueType("text", text_values.parse_text, printed_text, _as_it_is, text_values.is_text),
    ValueType("long_text", text_values.parse_long_text, printed_text, _as_it_is, text_values.is_long_text),
    YES_NO,
    CHOICE,
    CHOICES,
    ValueType(
        "integer",
        one_line_reader(plain_numbers.parse_integer),
        plain_numbers.show_integer,
        plain_numbers.show_integer,
        plain_numbers.is_integer,
    ),
    ValueType(
        "decimal",
        one_line_reader(plain_numbers.parse_decimal),
        plain_numbers.show_decimal,
        plain_numbers.show_decimal,
        plain_numbers.is_decimal,
        evaluated=plain_numbers.decimal_value,
    ),
    _identifier("national_id", identifiers.parse_national_id, 3, 6, 1),
    _identifier("legal_entity_id", identifiers.parse_legal_entity_id, 4, 4, 3),
    _identifier("foreign_id", identifiers.parse_foreign_id),
    _identifier("postal_code", identifiers.parse_postal_code, 5, 5),
    _identifier("mobile", identifiers.parse_mobile, 4, 3, 4),
    _identifier("landline", identifiers.parse_landline, 3, 8),
    _identifier("sayad_id", identifiers.parse_sayad_id, 4, 4, 4, 4),
    ValueType("iban", _IBAN, _as_it_is, _as_it_is, canonical(_IBAN), _echo_iban),
    ValueType("case_no", _CASE_NO, persian_digits, persian_digits, canonical(_CASE_NO), _echo_case_no),
    ValueType("plate_no", _PLATE, plates.show_plate_no, plates.show_plate_no, canonical(_PLATE), plates.show_plate_no),
    ValueType(
        "rial_amount",
        one_line_reader(money.parse_rial),
        money.show_rial,
        money.group_thousands,
        _is_rial,
        _echo_rial,
    ),
    ValueType(
        "jalali_date",
        one_line_reader(parse_date),
        jalali.show_date,
        jalali.show_date,
        _is_jalali_date,
        jalali.long_date,
        jalali.to_gregorian,
    ),
    ValueType(
        "fraction",
        _FRACTION,
        fractions_of_right.show_fraction,
        fractions_of_right.show_fraction,
        canonical(_FRACTION),
        fractions_of_right.echo_fraction,
        fractions_of_right.fraction_value,
    ),
    ValueType(
        "province",
        one_line_reader(places.parse_province),
        places.show_province,
        places.show_province,
        places.is_province,
    ),
    ValueType(
        "place",
        one_line_reader(places.parse_place),
        places.show_place,
        places.edit_place,
        places.is_place,
        places.show_place,
        parts=("province", "city"),
        parse_parts=places.place_from_parts,
        edit_parts=places.edit_place_parts,
    ),
    ValueType("party_reference", _PARTY, show_party_reference, _as_it_is, is_party_reference),
    ValueType(
        "registered_plot",
        one_line_reader(plots.parse_registered_plot),
        plots.show_registered_plot,
        plots.edit_registered_plot,
        plots.is_registered_plot,
        plots.show_registered_plot,
        parts=plots.PARTS,
        parse_parts=plots.plot_from_parts,
        edit_parts=plots.edit_plot_parts,
    ),
    ValueType(
        "court_decision",
        one_line_reader(court_decisions.parse_court_decision),
        court_decisions.show_court_decision,
        court_decisions.edit_court_decision,
        court_decisions.is_court_decision,
        court_decisions.show_court_decision,
        court_decisions.evaluated_court_decision,
        parts=court_decisions.PARTS,
        parse_parts=court_decisions.decision_from_parts,
        edit_parts=court_decisions.edit_decision_parts,
    ),
)
VALUE_TYPES: Mapping[str, ValueType] = {each.id: each for each in _ALL}
