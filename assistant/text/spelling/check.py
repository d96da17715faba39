"""The spelling check of one sentence: each doubtful word against the words it may be meant for, in its context.

A noisy channel: likelihood of the word, less the cost of the slip, plus how often it stands beside its neighbours. The
less a word is trusted, the smaller the advantage that another one needs.
"""

from collections.abc import Callable, Iterator, Mapping
from math import log
from threading import Lock
from typing import NamedTuple

from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import TextFinding, TextKind, TextLevel
from assistant.domain.words import Words
from assistant.text.letters import ZWNJ, folded, loose
from assistant.text.sentences import Sentence
from assistant.text.spelling.candidates import Candidate, Candidates
from assistant.text.spelling.cut_words import CutWords
from assistant.text.spelling.endings import Trust
from assistant.text.spelling.misplaced import MisplacedWords
from assistant.text.spelling.name_places import NamePlaces
from assistant.text.spelling.vocabulary import Reading, Vocabulary
from assistant.text.tokens import Token, TokenKind
from assistant.text.verbs import verb_forms

MESSAGE = "واژهٔ «{span}» در واژه‌نامه‌ها شناخته نشد."
MESSAGE_MISPLACED = "در چنین جایی «{meant}» می‌آید و «{span}» واژهٔ دیگری است."
MESSAGE_CUT = "«{span}» یک واژه است و میان آن فاصله افتاده است."
_COST, _CONTEXT, _SHOWN = 6.5, 0.9, 3
_ADVANTAGE: Mapping[Trust, float] = {
    Trust.UNKNOWN: 1.0,
    Trust.KNOWN: 2.8,
    Trust.FORMED: 3.8,
    Trust.GENERAL: 6.5,
    Trust.LEGAL: 12.0,
}
_OFTEN = -8.5  # a word of newspapers so likely is not doubted either
_COMMON = -11.5  # a word of law at least so likely is never doubted
_OF_GENERAL = 2.5
_OF_NAME, _OF_TWO_UNKNOWN, _OF_FAR, _OF_SHORT = 7.0, 5.0, -3.0, 2.5  # two unknown words in a row are a name
_FARTHEST = 1.9  # cost of two slips that still explain an unknown word


class Weighed(NamedTuple):
    candidate: Candidate
    score: float


class SpellingCheck:
    """``load`` is called once, at the first sentence or by ``preload``."""

    def __init__(self, load: Callable[[], Words]) -> None:
        self._load = load
        self._lock = Lock()
        self._reader: _Reader | None = None

    def preload(self) -> None:
        self._ready()

    def __call__(self, sentence: Sentence, case: TextCase) -> Iterator[TextFinding]:
        return self._ready().findings(sentence, case)

    def _ready(self) -> "_Reader":
        with self._lock:
            if self._reader is None:
                self._reader = _Reader(self._load())
            return self._reader


class _Reader:
    def __init__(self, words: Words) -> None:
        self._words = words
        self._vocabulary = Vocabulary(words, verb_forms())
        self._candidates = Candidates(self._vocabulary)
        self._cut = CutWords(self._vocabulary)
        self._places = NamePlaces(self._vocabulary)
        self._misplaced = MisplacedWords(words, verb_forms())
        self._of_case: tuple[TextCase | None, frozenset[str]] = (None, frozenset())

    def findings(self, sentence: Sentence, case: TextCase) -> Iterator[TextFinding]:
        tokens = sentence.tokens
        own = self._own_words(case)
        exempt = self._places.of_names(tokens)
        number = -1
        while number + 1 < len(tokens):
            number += 1
            token = tokens[number]
            if token.kind is not TokenKind.WORD or len(token.folded) < 2:
                continue
            reading = self._vocabulary.reading(token.folded)
            following = tokens[number + 1] if number + 1 < len(tokens) else None
            if following is not None and following.start == token.end + 1 and following.kind is TokenKind.WORD:
                joined = self._cut.joined(token.folded, following.folded)
                if joined is not None and token.loose not in own and following.loose not in own:
                    yield _finding(sentence, token.start, following.end, (joined,), MESSAGE_CUT)
                    number += 1
                    continue
            if token.loose in own or token.folded in self._words.undoubted:
                continue
            is_certain = reading.trust is Trust.LEGAL and reading.likelihood > _COMMON
            found = [] if is_certain else self._meant(tokens, number, reading, is_name=number in exempt)
            if found:
                yield _finding(sentence, token.start, token.end, tuple(each.candidate.text for each in found), MESSAGE)
            elif number not in exempt:
                before, after = _neighbour(tokens, number, -1), _neighbour(tokens, number, 1)
                meant = self._misplaced.meant(before, token.folded, after, reading.trust)
                if meant:
                    yield _misplaced(token, meant)

    def _meant(self, tokens: tuple[Token, ...], number: int, reading: Reading, *, is_name: bool) -> list[Weighed]:
        """The words this one is likelier to be meant for, the likeliest first; none when it may stand."""
        word = tokens[number].folded
        before, after = _neighbour(tokens, number, -1), _neighbour(tokens, number, 1)
        context = self._context(before, word, after, self._words.beside)
        if reading.trust >= Trust.GENERAL and (context or ZWNJ in word or reading.likelihood > _OFTEN):
            return []
        weighed = self._weighed(self._candidates.near(word), before, after)
        trust = reading.trust
        if trust is Trust.FORMED and (stem := self._vocabulary.possessed(word)):
            trust = Trust.GENERAL
            weighed = [each for each in weighed if not each.candidate.text.startswith(stem)]
        needed = reading.likelihood + context + _ADVANTAGE[trust]
        if reading.trust is Trust.UNKNOWN and any(self._is_unknown(each) for each in (before, after)):
            needed += _OF_TWO_UNKNOWN
        if len(word) < 4 and reading.trust is not Trust.UNKNOWN:
            needed += _OF_SHORT
        if is_name or (reading.trust < Trust.GENERAL and self._places.ends_as_surname(word)):
            needed += _OF_NAME
        elif reading.trust is Trust.UNKNOWN and not weighed:
            far = [each for each in self._candidates.far(word) if each.cost <= _FARTHEST]
            weighed = self._weighed(far, before, after)
            needed += _OF_FAR
        if not weighed or weighed[0].score < needed + self._of_rarer(weighed[0].candidate.text):
            return []
        return [each for each in weighed[:_SHOWN] if each.score > weighed[0].score - 9.0]

    def _of_rarer(self, meant: str) -> float:
        """What a word that no statute has must be likelier still, so that names are not taken for it."""
        return 0.0 if all(part in self._words.legal for part in meant.split()) else _OF_GENERAL

    def _is_unknown(self, word: str) -> bool:
        return len(word) > 2 and self._vocabulary.reading(word).trust is Trust.UNKNOWN

    def _weighed(self, candidates: "tuple[Candidate, ...] | list[Candidate]", before: str, after: str) -> list[Weighed]:
        found = []
        for each in candidates:
            first, _, rest = each.text.partition(" ")
            context = self._context(before, first, "" if rest else after, self._words.pairs)
            if rest:
                context += self._context("", rest.rpartition(" ")[2], after, self._words.pairs)
            found.append(Weighed(each, each.likelihood - _COST * each.cost + context))
        found.sort(key=lambda each: -each.score)
        return found

    def _context(self, before: str, word: str, after: str, pairs: Mapping[str, int]) -> float:
        found = 0.0
        if before:
            found += log(1 + pairs.get(f"{before} {word}", 0))
        if after:
            found += log(1 + pairs.get(f"{word} {after}", 0))
        return _CONTEXT * found

    def _own_words(self, case: TextCase) -> frozenset[str]:
        """Loose keys of the words of the case, worked out once a case."""
        known, words = self._of_case
        if known is not case:
            parts = (part for each in case.persons for part in each.name.split())
            words = frozenset(loose(folded(word)) for word in (*case.words, *parts))
            self._of_case = (case, words)
        return words


def _neighbour(tokens: tuple[Token, ...], number: int, step: int) -> str:
    place = number + step
    if 0 <= place < len(tokens) and tokens[place].kind is TokenKind.WORD:
        return tokens[place].folded
    return ""


def _finding(sentence: Sentence, start: int, end: int, suggestions: tuple[str, ...], message: str) -> TextFinding:
    span = sentence.text[start:end]
    return TextFinding(
        kind=TextKind.SPELLING,
        start=start,
        end=end,
        span=span,
        message=message.format(span=span),
        level=TextLevel.ERROR,
        suggestions=suggestions,
    )


def _misplaced(token: Token, meant: str) -> TextFinding:
    return TextFinding(
        kind=TextKind.CONFUSION,
        start=token.start,
        end=token.end,
        span=token.text,
        message=MESSAGE_MISPLACED.format(span=token.text, meant=meant),
        level=TextLevel.ERROR,
        suggestions=(meant,),
    )
