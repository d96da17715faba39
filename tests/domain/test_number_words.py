"""Numbers in words, checked against a reader of words that is written here and knows nothing of the writer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.number_words import number_in_words

_SMALL = """صفر یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده
    چهارده پانزده شانزده هفده هجده نوزده"""
_TENS = "بیست سی چهل پنجاه شصت هفتاد هشتاد نود"
_HUNDREDS = "صد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد"
_VALUES = (
    {word: value for value, word in enumerate(_SMALL.split())}
    | {word: 20 + 10 * place for place, word in enumerate(_TENS.split())}
    | {word: 100 + 100 * place for place, word in enumerate(_HUNDREDS.split())}
)
_SCALES = {"هزار": 10**3, "میلیون": 10**6, "میلیارد": 10**9, "تریلیون": 10**12}


def _read(words: str) -> int:
    total, group, last_scale = 0, 0, 10**15
    for word in words.replace(" و ", " ").split():
        if word in _SCALES:
            assert _SCALES[word] < last_scale, f"scales out of order in {words}"
            last_scale = _SCALES[word]
            total, group = total + (group or 1) * last_scale, 0
        else:
            group += _VALUES[word]
    return total + group


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "صفر"),
        (1, "یک"),
        (16, "شانزده"),
        (21, "بیست و یک"),
        (100, "صد"),
        (110, "صد و ده"),
        (999, "نهصد و نود و نه"),
        (1000, "هزار"),
        (1001, "هزار و یک"),
        (21_000, "بیست و یک هزار"),
        (100_000, "صد هزار"),
        (1_000_000, "یک میلیون"),
        (1_000_001, "یک میلیون و یک"),
        (1_600_000_000, "یک میلیارد و ششصد میلیون"),
        (10**12, "یک تریلیون"),
        (10**15, "هزار تریلیون"),
        (10**15 + 1, "هزار تریلیون و یک"),
        (-5, "منفی پنج"),
    ],
)
def test_numbers_are_written_in_words(number: int, words: str) -> None:
    assert number_in_words(number) == words


@given(
    st.integers(0, 10**15 - 1)
    | st.integers(0, 9_999)
    | st.builds(lambda n, z: n * 10**z, st.integers(1, 999), st.integers(0, 12))
)
def test_a_reader_of_words_gets_the_number_back(number: int) -> None:
    assert _read(number_in_words(number)) == number


def test_every_number_up_to_a_thousand_has_its_own_words() -> None:
    assert len({number_in_words(number) for number in range(1001)}) == 1001
