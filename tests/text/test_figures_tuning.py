"""The sentences written while the checks were made: what is found there stays found, and nothing else is."""

from collections import Counter

import pytest

from assistant.text.checker import LONGEST
from tests.text.figure_samples import CHECKER, cases, found, lines

RECALL, PRECISION = 0.95, 1.0
NASTY = [
    "",
    "\n\n",
    "۱۲/۱۲",
    "(((((۱۲(((",
    "به مبلغ به مبلغ",
    "\u200f\u202b۱۴۰۴\u200e/۱۳/\u200f۰۵\u202c مبلغ\u00ad۵۰ (ده) ریال",
    "مورخ \ud800 ۱۴۰۴/۱۲/۳۰ \udfff خواهان",
    "😀 مبلغ ۵۰٬۰۰۰٬۰۰۰ (پنج میلیون) ریال 😀 خوانده آقای بهرام کاویانی",
    ".،؛؟!«»()[]" * 50,
    "آ" * 5_000,
    "یکصدوپنجاه" * 500,
    "خواهان " * 3_000,
    "۱" * 5_000,
    "چک شماره ۴۵۸۷۲۱ مورخ ۱۴۰۴/۰۵/۲۱ به مبلغ ۵۰ میلیون ریال. " * 350,
]


def test_planted_errors_are_found_and_the_rest_is_let_pass():
    case_of = cases()
    counts: Counter[str] = Counter()
    for line in lines():
        planted = {(each["kind"], each["start"], each["end"]) for each in line["errors"]}
        told = {(each.kind.value, each.start, each.end) for each in found(line["text"], case_of[line["case"]])}
        counts.update(right=len(planted & told), planted=len(planted), told=len(told))
    assert counts["right"] >= RECALL * counts["planted"]
    assert counts["right"] >= PRECISION * counts["told"]


@pytest.mark.parametrize("line", [each for each in lines() if each["errors"]], ids=lambda line: line["id"])
def test_planted_errors_stand_where_they_are_said_to(line):
    assert all(line["text"][each["start"] : each["end"]] == each["span"] for each in line["errors"])


@pytest.mark.parametrize("text", NASTY, ids=lambda text: ascii(text[:12]))
def test_spans_are_those_of_the_text_whatever_it_is(text):
    for case in cases().values():
        report = CHECKER.check(text, case, seconds=60)
        assert report.is_finished is (len(text) <= LONGEST)
        assert all(text[each.start : each.end] == each.span for each in report.findings)
