"""The checker as the product runs it: every check over the experts' lists, in order of precedence."""

from collections.abc import Callable
from functools import cache, partial

from assistant.domain.library import Library
from assistant.domain.words import Words
from assistant.text.checker import TextChecker
from assistant.text.confusions import ConfusionCheck
from assistant.text.cues.cue_check import CueCheck
from assistant.text.figures.agreement import agreement
from assistant.text.figures.amounts import AmountCheck
from assistant.text.figures.answer_names import also_called
from assistant.text.figures.date_answers import DateAnswerCheck
from assistant.text.figures.date_checks import impossible_dates
from assistant.text.figures.identifying_numbers import IdentifyingNumberCheck
from assistant.text.known_words import TrustedWords
from assistant.text.named_persons import NamedPersons
from assistant.text.persons import PersonCheck
from assistant.text.spelling.check import SpellingCheck
from assistant.text.style import TEXT_CHECKS, style_checks

_READ_AHEAD = 1_500  # words: four in five of any petition


def build_checker(library: Library, words: Callable[[], Words]) -> TextChecker:
    """``words`` is called once, at the first sentence: the lists of words are long."""
    words = cache(words)
    other_names = library.word_lists.get("answer-names")
    also = also_called(other_names)
    families = {template.id: template.family for template in library.templates.values()}
    return TextChecker(
        of_sentences=(
            *style_checks(library.word_lists, TrustedWords(words), library.legal_terms),
            ConfusionCheck(library.confusions),
            SpellingCheck(words),
            CueCheck(library.cues, families),
            agreement,
            impossible_dates,
        ),
        of_texts=(
            *TEXT_CHECKS,
            AmountCheck(cache(partial(also_called, other_names))),
            IdentifyingNumberCheck(also),
            DateAnswerCheck(also),
            PersonCheck(words),
        ),
        persons=NamedPersons(words),
        common_words=lambda: commonest(words(), _READ_AHEAD),
    )


def commonest(words: Words, count: int) -> list[str]:
    """Of the words of law."""
    return sorted(words.legal, key=lambda word: (-words.trusted[word], word))[:count]
