"""A cue beside the whole made-up content."""

from tests.content.case import Case
from tests.content.tree import tiny_files

CUE, CLASSES, SECOND = "rules/cues/kept-book.yaml", "rules/cues/classes.yaml", "rules/cues/other.yaml"
_CLASSES = """\
id: classes
title: دسته‌ها
origin: own
licence: MIT
classes:
  paper: [کتاب, مجله]
variants:
  کتاب: [کتب]
"""
_CUE = """\
id: kept-book
title: نگه داشتن کتاب
question: آیا کتاب نزد عضو مانده است؟
applies_to: {templates: [book-return]}
asks: [fine]
contradicts:
  affirmed:
    reason: late
basis:
  - {law: club, article: '3'}
verified: {grade: own}
any:
  - <paper> …3 امانت ~بودن
unless:
  - کتاب صوتی
tests:
  match:
    - کتاب نزد عضو امانت است.
    - مجله‌ها امانت بوده‌اند.
  no_match:
    - کتاب فروخته شد.
    - امانت‌دار کتابخانه آمد.
"""


def _files(cue: str = _CUE, second: str = "") -> dict[str, bytes]:
    texts = {CLASSES: _CLASSES, CUE: cue, SECOND: second}
    own = {path: text.encode() for path, text in texts.items() if text}
    return dict(sorted({**tiny_files(), **own}.items()))


def _spoiled(code: str, old: str, new: str, at: str, nearest: str | None = None) -> Case:
    assert _CUE.count(old) == 1
    return Case(code, _files(_CUE.replace(old, new)), CUE, at, nearest)


SOUND = _files()
CUES = (
    _spoiled("cue_pattern_unreadable", "…3 امانت", "…12 امانت", "…12 امانت"),
    _spoiled("cue_pattern_unreadable", "~بودن", "~است", "~است"),
    _spoiled(
        "cue_pattern_unreadable", "  - <paper> …3 امانت ~بودن", "  - {all: [کتاب, امانت]}", "{all: [کتاب, امانت]}"
    ),
    _spoiled("cue_without_anchor", "<paper> …3 امانت ~بودن", "خوانده …3 است", "خوانده …3 است"),
    _spoiled("cue_class_unknown", "<paper>", "<papers>", "<papers>", "paper"),
    _spoiled("cue_tests_few", "    - امانت‌دار کتابخانه آمد.\n", "", "  no_match:"),
    _spoiled("cue_unknown_path", "asks: [fine]", "asks: [fines]", "asks: [fines]", "fine"),
    _spoiled("cue_unknown_answer", "reason: late", "reason: later", "reason: later", "late"),
    _spoiled("cue_unknown_template", "[book-return]", "[book-returns]", "[book-returns]", "book-return"),
    _spoiled("cue_unknown_law", "law: club", "law: clob", "law: clob", "club"),
    _spoiled("cue_question_refused", "مانده است؟", "مانده است.", "question:"),
    Case(
        "cue_pattern_twice",
        _files(second=_CUE.replace("id: kept-book", "id: other")),
        SECOND,
        "<paper> …3 امانت ~بودن",
    ),
)
