"""The pass over all checks: places, precedence, the cache of sentences, and the end of time."""

import time

from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import TextFinding, TextKind, TextLevel
from assistant.text.checker import LONGEST, TextChecker


def words_that_are(word, kind, level=TextLevel.ERROR):
    def check(sentence, case):
        for token in sentence.words:
            if token.text.startswith(word):
                yield TextFinding(kind, token.start, token.end, token.text, "", level)

    return check


def test_places_count_in_the_whole_text():
    text = "یک جمله. دو گاو دارد.\nگاو سوم"
    found = TextChecker((words_that_are("گاو", TextKind.SPELLING),)).check(text).findings
    assert [text[each.start : each.end] for each in found] == ["گاو", "گاو"]


def test_one_place_gets_one_remark_on_its_writing():
    checks = (words_that_are("گاو", TextKind.HALF_SPACE), words_that_are("گ", TextKind.SPELLING))
    assert [each.kind for each in TextChecker(checks).check("گاو گل").findings] == [
        TextKind.HALF_SPACE,
        TextKind.SPELLING,
    ]


def test_what_the_text_says_is_told_beside_how_it_is_written():
    checks = (words_that_are("گاو", TextKind.SPELLING), words_that_are("گاو", TextKind.CUE, TextLevel.ASK))
    assert len(TextChecker(checks).check("گاو").findings) == 2


def test_a_sentence_that_stays_is_not_read_again():
    read = []

    def check(sentence, case):
        read.append(sentence.text)
        return ()

    checker, case = TextChecker((check,)), TextCase()
    checker.check("یک. دو.", case)
    checker.check("یک. دو. سه.", case)
    assert read == ["یک.", " دو.", " سه."]


def test_another_petition_is_read_anew():
    read = []

    def check(sentence, case):
        read.append(case.template)
        return ()

    checker = TextChecker((check,))
    checker.check("یک.", TextCase(template="a"))
    checker.check("یک.", TextCase(template="b"))
    assert read == ["a", "b"]


def test_when_time_is_out_what_was_found_is_given_and_the_report_says_so():
    def slow(sentence, case):
        time.sleep(0.02)
        yield TextFinding(TextKind.SPELLING, 0, 1, sentence.text[:1], "", TextLevel.ERROR)

    report = TextChecker((slow,)).check("\n".join(f"الف {number}." for number in range(100)), seconds=0.1)
    assert not report.is_finished
    assert 0 < len(report.findings) < 100


def test_a_text_over_the_longest_is_read_up_to_there_and_says_so():
    report = TextChecker((words_that_are("گاو", TextKind.SPELLING),)).check("گاو\n" + "الف " * LONGEST)
    assert not report.is_finished
    assert len(report.findings) == 1


def test_common_words_are_read_ahead_and_leave_nothing_in_the_memory_of_sentences():
    read: list[str] = []

    def reading(sentence, case):
        read.extend(word.text for word in sentence.words)
        return ()

    checker = TextChecker((reading,), common_words=lambda: [f"واژه{'ه' * number}" for number in range(45)])
    checker.read_ahead()
    ahead = len(read)
    checker.check(" ".join(read[:20]))
    assert (ahead, len(read)) == (45, 45 + 20)
