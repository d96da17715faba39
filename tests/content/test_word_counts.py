"""Counted words become likelihoods once, and come back the same from the compiled copy."""

from pathlib import Path

import pytest

from assistant.content.word_counts import lazy_words, load_words
from assistant.domain.words import Words
from tests.content.cases.lexicon import COUNTS, GOOD, NAMES, TERMS

FILES = {
    COUNTS: "word\tcount\ttexts\nکتاب\t12\t3\nقفسه\t8\t2\nکتابب\t2\t1\nغلط\t50\t9\n",
    "rules/lexicon/statute-bigrams.tsv": "first\tsecond\tcount\nکتاب\tقفسه\t5\n",
    "rules/lexicon/petition-bigrams.tsv": "first\tsecond\tcount\nکتاب\tقفسه\t1\nقفسه\tخانه\t2\n",
    "rules/lexicon/petition-phrases.yaml": "groups:\n  - words: [قفسه خانه کوه]\n",
    "rules/lexicon/undoubted-words.yaml": "groups:\n  - words: [کوه]\n",
    "rules/lexicon/general-words.tsv": "word\tcount\nخانه\t900\nکتاب\t100\n",
    TERMS: GOOD[TERMS] + "misprints: [غلط]\n",
    NAMES: GOOD[NAMES],
}
DICTIONARY = "کوه\t0\tN\nخانه\t700\tN\n"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    (tmp_path / "words.dat").write_text(DICTIONARY, "utf-8")
    return tmp_path


def loaded(house: Path) -> Words:
    return load_words(house, house / "cache", house / "words.dat")


def test_frequent_words_of_statutes_and_newspapers_are_trusted(house: Path):
    words = loaded(house)
    assert {"کتاب", "قفسه", "خانه"} <= set(words.trusted)
    assert words.trusted["خانه"] > words.trusted["قفسه"]
    assert {"کتاب", "قفسه"} <= words.legal
    assert "خانه" not in words.legal


def test_a_word_seen_twice_in_statutes_is_known_but_not_trusted(house: Path):
    words = loaded(house)
    assert "کتابب" not in words.trusted
    assert "کتابب" in words.known


def test_a_misprint_is_no_word_however_often_it_was_counted(house: Path):
    words = loaded(house)
    assert "غلط" not in words.trusted
    assert "غلط" not in words.known


def test_a_term_kept_by_hand_is_trusted_with_its_variants_though_nobody_counted_it(house: Path):
    assert {"قفسه", "گفسه"} <= loaded(house).legal


def test_words_of_the_dictionary_are_known_only(house: Path):
    words = loaded(house)
    assert "کوه" in words.known
    assert "کوه" not in words.trusted


def test_pairs_are_counted_with_a_blank_between(house: Path):
    assert loaded(house).pairs == {"کتاب قفسه": 5}


def test_names_come_along(house: Path):
    names = loaded(house).names
    assert "بهرام" in names.first_names
    assert names.surname_endings == ("زاده",)
    assert "آقای" in names.titles


def test_the_compiled_copy_says_the_same(house: Path):
    first = loaded(house)
    (house / "cache" / "words.json").touch()
    again = loaded(house)
    assert again.legal == first.legal
    assert again.pairs == first.pairs
    assert again.names == first.names
    assert again.trusted == pytest.approx(dict(first.trusted), abs=0.001)
    assert all(word in again.known for word in ("کوه", "کتابب"))
    assert "غلط" not in again.known


def test_a_changed_list_is_compiled_anew(house: Path):
    loaded(house)
    (house / COUNTS).write_text(FILES[COUNTS] + "میز\t40\t4\n", "utf-8")
    assert "میز" in loaded(house).trusted


@pytest.mark.parametrize("damage", ["words.json", "known.marisa"])
def test_a_damaged_copy_is_made_again(house: Path, damage: str):
    loaded(house)
    (broken,) = (house / "cache").glob(f"*{damage}")
    broken.write_bytes(b"{")
    assert "کتاب" in loaded(house).trusted
    assert "کوه" in loaded(house).known


def test_only_one_compiled_copy_is_kept(house: Path):
    loaded(house)
    (house / COUNTS).write_text(FILES[COUNTS] + "میز\t40\t4\n", "utf-8")
    loaded(house)
    assert len(list((house / "cache").glob("*.marisa"))) == 1


def test_without_a_cache_folder_that_can_be_written_the_words_are_there_all_the_same(house: Path):
    (house / "cache").write_text("a file, no folder", "utf-8")
    assert "کتاب" in loaded(house).trusted


def test_a_house_without_a_lexicon_has_no_words(tmp_path: Path):
    words = load_words(tmp_path, None)
    assert words.size == 0
    assert "کتاب" not in words.known


def test_lazy_words_read_nothing_before_they_are_called(house: Path):
    lazy = lazy_words(house, None, lambda: house / "words.dat")
    (house / COUNTS).write_text(FILES[COUNTS] + "میز\t40\t4\n", "utf-8")
    assert "میز" in lazy().trusted


def test_pairs_of_petitions_and_phrases_are_counted_in_apart_from_those_of_statutes(house: Path):
    for words in (loaded(house), loaded(house)):  # the second comes from the compiled copy
        assert words.pairs == {"کتاب قفسه": 5}
        assert words.beside == {"کتاب قفسه": 9, "قفسه خانه": 16, "خانه کوه": 8}
        assert words.undoubted == frozenset(("کوه",))
