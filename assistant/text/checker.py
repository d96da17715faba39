"""All checks of a narrative in one pass: each sentence once, kept until it changes; then what needs the whole text.

A later check never speaks over a span an earlier one of the same layer has marked: one place, one remark about its
writing. What the text says (figures, names, cues) is a layer of its own.
"""

import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import CueReading, TextFinding, TextKind, TextReport
from assistant.domain.text_persons import NOBODY, TextPersons
from assistant.domain.tidied import Tidied
from assistant.ports import Chosen
from assistant.text.masks import sparing_masks
from assistant.text.sentence_cache import SentenceCache
from assistant.text.sentences import Sentence, sentences
from assistant.text.tidying import tidied

type SentenceCheck = Callable[[Sentence, TextCase], Iterable[TextFinding]]  # places count from the sentence
type TextCheck = Callable[[str, Sequence[Sentence], TextCase], Iterable[TextFinding]]  # places count from the text
type PersonsOf = Callable[[str, Sequence[Sentence], TextCase], TextPersons]

_OF_WRITING = frozenset((
    TextKind.SPELLING, TextKind.HALF_SPACE, TextKind.CONFUSION, TextKind.INFORMAL, TextKind.INSULT,
    TextKind.ROLE_TERM, TextKind.REPEATED_WORD,
))  # fmt: skip
_NO_CASE = TextCase()
_AT_ONCE = 20  # words read ahead as if they were a sentence
LONGEST = 50_000  # code points looked at, as long as a narrative may be


@dataclass(frozen=True)
class TextChecker:
    """``of_sentences`` and ``of_texts`` in order of precedence; ``common_words`` are read ahead of the first text."""

    of_sentences: tuple[SentenceCheck, ...]
    of_texts: tuple[TextCheck, ...] = ()
    persons: PersonsOf | None = None
    common_words: Callable[[], Sequence[str]] = tuple
    cache: SentenceCache = field(default_factory=SentenceCache)

    def read_ahead(self) -> None:
        """Loads the lists of words and reads the commonest words once, so that no clerk waits for either."""
        words = self.common_words()
        for first in range(0, len(words), _AT_ONCE):
            for part in sentences(" ".join(words[first : first + _AT_ONCE])):
                for check in self.of_sentences:
                    deque(check(part, _NO_CASE), maxlen=0)

    def check(self, text: str, case: TextCase | None = None, *, seconds: float = 2.0) -> TextReport:
        """Findings by place; what lies past ``seconds`` or ``LONGEST`` is left and the report says so."""
        case = case or _NO_CASE
        until = time.monotonic() + seconds
        found: list[TextFinding] = []
        finished = len(text) <= LONGEST
        parts = sentences(text[:LONGEST])
        for part in parts:
            if time.monotonic() > until:
                finished = False
                break
            found += (each.moved(part.start) for each in self._of_sentence(part, case))
        if finished:
            for check in self.of_texts:
                found += check(text, parts, case)
        found.sort(key=lambda each: (each.start, each.end))
        persons = self.persons(text, parts, case) if self.persons and finished else NOBODY
        return TextReport(told_once(sparing_masks(found, parts, case)), finished, persons)

    def tidied(self, text: str, case: TextCase | None = None, chosen: Chosen | None = None) -> Tidied:
        """The safe suggestions, or those of them that are ``chosen``, until none is left."""

        def find(each: str) -> Iterable[TextFinding]:
            found = self.check(each, case).findings
            return found if chosen is None else chosen(each, found)

        return tidied(text, find)

    def _of_sentence(self, sentence: Sentence, case: TextCase) -> tuple[TextFinding, ...]:
        kept = self.cache.get(sentence.text, case)
        if kept is None:
            kept = settled(each for check in self.of_sentences for each in check(sentence, case))
            self.cache.put(sentence.text, case, kept)
        return kept


def told_once(found: Iterable[TextFinding]) -> tuple[TextFinding, ...]:
    """Each fact is asked about where the text first touches it in that way, not wherever it is named again."""
    told: set[CueReading] = set()
    kept: list[TextFinding] = []
    for each in found:
        if each.reading is None or each.reading not in told:
            kept.append(each)
        if each.reading is not None:
            told.add(each.reading)
    return tuple(kept)


def settled(found: Iterable[TextFinding]) -> tuple[TextFinding, ...]:
    """Without remarks on writing where an earlier one stands already."""
    kept: list[TextFinding] = []
    taken: list[tuple[int, int]] = []
    for each in found:
        if each.kind in _OF_WRITING:
            if any(each.start < end and start < each.end for start, end in taken):
                continue
            taken.append((each.start, each.end))
        kept.append(each)
    return tuple(kept)
