"""A checker of texts that knows a handful of words: what pages and services do with remarks, without any lexicon."""

import re
from collections.abc import Iterable

from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import (
    CueReading,
    Polarity,
    Status,
    TextFinding,
    TextKind,
    TextLevel,
    TextReport,
)
from assistant.domain.text_persons import PersonInText, TextPersons
from assistant.domain.tidied import Tidied
from assistant.ports import Chosen
from assistant.text.tidying import tidied

_SEEN = (
    (r"گآو", TextKind.SPELLING, TextLevel.ERROR, ("گاو", "گاه"), False),
    (r" {2,}", TextKind.PUNCTUATION, TextLevel.HINT, (" ",), True),
    (r"می باشد", TextKind.HALF_SPACE, TextLevel.ERROR, ("می‌باشد",), True),
    (r"پنج \(۶\) ریال", TextKind.NUMBER_WORD_MISMATCH, TextLevel.MISMATCH, (), False),
)


class WordChecker:
    """Finds «گآو», doubled blanks, «می باشد», «پنج (۶) ریال», the cue «داوری» and the person «آقای بیگانه»."""

    def check(self, text: str, case: TextCase | None = None, *, seconds: float = 2.0) -> TextReport:
        accepted = case.words if case else frozenset()
        found = [
            TextFinding(kind, match.start(), match.end(), match.group(), f"دربارهٔ «{kind.value}».", level, words, safe)
            for pattern, kind, level, words, safe in _SEEN
            for match in re.finditer(pattern, text)
            if match.group() not in accepted
        ]
        reading = CueReading("arbitration-clause", Polarity.AFFIRMED, Status.ASSERTED)
        question = "در متن «داوری» آمده است. پرسش: شرط داوری هست؟"
        found += [
            TextFinding(TextKind.CUE, each.start(), each.end(), each.group(), question, TextLevel.ASK, reading=reading)
            for each in re.finditer("داوری", text)
        ]
        named = tuple(PersonInText(each.start(), each.end(), each.group()) for each in re.finditer("آقای بیگانه", text))
        persons = TextPersons(named, ("زهرا نمونه‌ای",) if named else ())
        return TextReport(tuple(sorted(found, key=lambda each: each.start)), "…ناتمام" not in text, persons)

    def tidied(self, text: str, case: TextCase | None = None, chosen: Chosen | None = None) -> Tidied:
        def find(each: str) -> Iterable[TextFinding]:
            found = self.check(each, case).findings
            return found if chosen is None else chosen(each, found)

        return tidied(text, find)
