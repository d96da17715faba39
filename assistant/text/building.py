"""The checker as the product runs it: every check over the experts' lists, in order of precedence."""

from collections.abc import Callable

from assistant.domain.library import Library
from assistant.domain.words import Words
from assistant.text.characters import check_letters
from assistant.text.checker import TextChecker
from assistant.text.confusions import ConfusionCheck
from assistant.text.cues.cue_check import CueCheck
from assistant.text.half_spaces import HalfSpaces
from assistant.text.spelling.check import SpellingCheck


def build_checker(library: Library, words: Callable[[], Words]) -> TextChecker:
    """``words`` is called once, at the first sentence: the lists of words are long."""
    families = {template.id: template.family for template in library.templates.values()}
    return TextChecker(
        of_sentences=(
            check_letters,
            HalfSpaces(library.word_lists, frozenset()),
            ConfusionCheck(library.confusions),
            SpellingCheck(words),
            CueCheck(library.cues, families),
        ),
    )
