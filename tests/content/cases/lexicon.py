"""Counted words, hand-kept terms and names, and confused words beside the whole made-up content."""

from tests.content.case import Case
from tests.content.tree import with_file

COUNTS, SOURCES = "rules/lexicon/statute-words.tsv", "rules/lexicon/sources.yaml"
TERMS, NAMES, CONFUSIONS = "rules/lexicon/legal-terms.yaml", "rules/lexicon/names.yaml", "rules/confusions/pairs.yaml"

GOOD = {
    COUNTS: "word\tcount\ttexts\nکتاب\t12\t3\nقفسه\t4\t2\n",
    SOURCES: """\
id: sources
title: خاستگاه‌ها
checked_on: 1405-09-01
lists:
  - {file: statute-words.tsv, what: واژه‌ها, origin: نمونه, licence: MIT}
""",
    TERMS: """\
id: legal-terms
title: اصطلاحات
origin: نمونه
licence: MIT
checked_on: 1405-09-01
groups:
  - class: noun
    terms: [کتاب, قفسه]
    variants: {قفسه: [گفسه]}
""",
    NAMES: """\
id: names
title: نام‌ها
origin: نمونه
licence: MIT
checked_on: 1405-09-01
first_names: [بهرام, بهمن]
surnames: [نمونه‌ای]
surname_endings: [زاده]
places: [نمونه‌آباد]
titles: [آقای]
labels: [خیابان]
""",
    CONFUSIONS: """\
id: pairs
title: همانندها
origin: نمونه
licence: MIT
checked_on: 1405-09-01
pairs:
  - wrong: بحر
    right: بهر
    note: بهره «بهر» است
    match: [بحر او]
    no_match: [بهر او]
""",
}


def _spoiled(code: str, file: str, old: str, new: str, at: str) -> Case:
    assert GOOD[file].count(old) >= 1
    files = with_file(file, GOOD[file].replace(old, new, 1))
    if file == COUNTS:
        files |= {SOURCES: GOOD[SOURCES].encode()}
    return Case(code, dict(sorted(files.items())), file, at)


LEXICON = (
    _spoiled("word_count_line", COUNTS, "قفسه\t4\t2", "قفسه\t4", "قفسه"),
    _spoiled("word_count_line", COUNTS, "قفسه\t4\t2", "قفسه\tچهار\t2", "قفسه"),
    _spoiled("word_count_line", COUNTS, "word\tcount", "word\tnumber", "word"),
    Case("word_source_missing", with_file(COUNTS, GOOD[COUNTS]), COUNTS),
    _spoiled("term_repeated", TERMS, "[کتاب, قفسه]", "[کتاب, قفسه, کتاب]", "terms:"),
    _spoiled("term_repeated", NAMES, "[بهرام, بهمن]", "[بهرام, بهمن, بهرام]", "first_names"),
    _spoiled("term_variant_without_form", TERMS, "{قفسه:", "{میز:", "variants:"),
    _spoiled("confusion_same_word", CONFUSIONS, "right: بهر", "right: بحر", "right: بحر"),
)
