"""A word list of the narrative checker beside the whole made-up content."""

from tests.content.case import Case
from tests.content.tree import with_file

FILE = "rules/lexicon/insults.yaml"
GOOD = """\
id: insults
title: واژه‌ها
origin: نمونه
licence: MIT
groups:
  - title: یکم
    stages: [first_instance]
    words: [فلان]
  - title: دوم
    stages: [appeal]
    unless: [بهمان]
    pairs:
      فلان: بیسار
      فلانی: [بیساری, کسی]
"""


def _spoiled(code: str, old: str, new: str, at: str, nearest: str | None = None) -> Case:
    assert GOOD.count(old) >= 1
    return Case(code, with_file(FILE, GOOD.replace(old, new, 1)), FILE, at, nearest)


WORD_LISTS = (
    _spoiled("word_list_empty_group", "    words: [فلان]\n", "    words: []\n", "title: یکم"),
    _spoiled("word_list_word_twice", "words: [فلان]", "words: [فلان, فلان]", "words: [فلان, فلان]"),
    _spoiled("word_list_word_twice", "stages: [appeal]", "stages: [first_instance]", "فلان: بیسار"),
    _spoiled("word_list_same_word", "فلان: بیسار", "فلان: فلان", "فلان: فلان"),
    _spoiled("file_name_differs", "id: insults", "id: insulting", "id: insulting", "insults"),
)
