"""Runs the sentences the experts wrote beside each cue."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.domain.cue import Cue, CueBook, CueTest
from assistant.domain.cue_pattern import PatternError
from assistant.domain.text_finding import Polarity, Status
from assistant.text.cues.cue_check import CueCheck, CueHit
from assistant.text.sentences import sentences

_POLARITY = {Polarity.AFFIRMED: "مثبت", Polarity.NEGATED: "منفی"}
_STATUS = {Status.ASSERTED: "بیان شده", Status.HYPOTHETICAL: "مشروط یا احتمالی", Status.ATTRIBUTED: "از قول دیگری"}


@dataclass(frozen=True, slots=True)
class CueFailure:
    """A sentence that is not read as the cue's file says, or a cue that cannot be compiled."""

    file: str
    text: str  # the sentence; empty when the cue itself fails
    message: str


def prove_cues(book: CueBook) -> Iterator[CueFailure]:
    for cue in book.cues.values():
        try:
            check = CueCheck(CueBook({cue.id: cue}, book.classes, book.variants))
        except PatternError as error:
            yield CueFailure(cue.file, "", f"الگو: {error}")
            continue
        for test in cue.match:
            yield from _missed(cue, check, test)
        for text in cue.no_match:
            for hit, span in _found(check, text):
                yield CueFailure(cue.file, text, f"نباید یافته می‌شد: «{span}» {_as_read(hit)} در «{text}»")


def _missed(cue: Cue, check: CueCheck, test: CueTest) -> Iterator[CueFailure]:
    found = list(_found(check, test.text))
    if not found:
        yield CueFailure(cue.file, test.text, f"یافته نشد: «{test.text}»")
        return
    for hit, span in found:
        if (hit.polarity, hit.status) == (test.polarity, test.status) and test.span in ("", span):
            return
    wanted = f"{_POLARITY[test.polarity]}، {_STATUS[test.status]}" + (f"، «{test.span}»" if test.span else "")
    given = "؛ ".join(f"«{span}» {_as_read(hit)}" for hit, span in found)
    yield CueFailure(cue.file, test.text, f"انتظار ({wanted}) بود و {given} یافته شد: «{test.text}»")


def _found(check: CueCheck, text: str) -> Iterator[tuple[CueHit, str]]:
    for sentence in sentences(text):
        for hit in check.hits(sentence):
            yield hit, sentence.text[hit.start : hit.end]


def _as_read(hit: CueHit) -> str:
    return f"({_POLARITY[hit.polarity]}، {_STATUS[hit.status]})"
