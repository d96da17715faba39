"""hazm as a source of half-spaces: what it may propose, what it must never touch, and what an upgrade would change."""

import pytest

from assistant.text.hazm_suggestions import HazmSuggestions, guarded_normalizer
from tests.text.rooms import word_lists


@pytest.fixture(scope="module")
def suggestions() -> HazmSuggestions:
    return HazmSuggestions(word_lists())


def proposed(suggestions: HazmSuggestions, text: str) -> dict[str, str]:
    found = suggestions(text)
    assert all(text[each.start : each.end] == each.span and not each.safe for each in found)
    return {each.span: each.suggestions[0].replace("\u200c", "|") for each in found}


def test_words_of_the_dictionary_are_proposed(suggestions: HazmSuggestions):
    assert proposed(suggestions, "در کتاب خانه بود.\nسپس می رود") == {"کتاب خانه": "کتاب|خانه", "می رود": "می|رود"}


@pytest.mark.parametrize(
    "text",
    [
        "رأی قطعی اعلام شده است و چک پرداخت نشده است و وجه پرداخت نموده است",
        "خوانده است و خوانده ام و در ید خوانده، شش دانگ ملک",
        "مورخ ۱۴۰۴/۰۵/۱۲ و ۱۴۰۴-۰۵-۱۲ به مبلغ ۱٬۲۵۰٬۰۰۰ و 1,250,000 و ۳.۵ درصد",
        "ق.آ.د.م و ق.م. و نشانی a.b@c.ir و شبای IR120170000000001234567890",
        "مستنداً و ابتدائاً به خواندهٔ محترم و خانهٔ پدری",
        "",
        "\ud800 😀 \u200f",
    ],
)
def test_numbers_names_tanvin_and_finite_verbs_are_left_alone(suggestions: HazmSuggestions, text: str):
    assert proposed(suggestions, text) == {}


def test_the_guard_stands_on_a_private_set_that_this_version_has():
    from hazm import Normalizer

    assert isinstance(Normalizer()._verbs, set)
    assert "شده_است" in guarded_normalizer()._verbs


def test_the_faults_that_the_guard_and_the_masks_cure_are_still_there():
    """When this fails after an upgrade, hazm has cured one and the cure here may go."""
    from hazm import Normalizer

    plain = Normalizer()
    assert plain.normalize("رأی قطعی اعلام شده است") == "رأی قطعی اعلام\u200cشده است"
    assert plain.normalize("مورخ ۱۴۰۴/۰۵/۱۲") == "مورخ ۱۴۰۴ / ۰۵ / ۱۲"
    assert plain.normalize("ق.آ.د.م") == "ق. آ. د. م"
    assert plain.normalize("در ید خوانده") == "در\u200cید خوانده"
    assert plain.normalize("مستنداً") == "مستندا"
    assert guarded_normalizer().normalize("رأی قطعی اعلام شده است") == "رأی قطعی اعلام شده است"
