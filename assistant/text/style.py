"""The checks of letters, spacing and style in their order of precedence, for the narrative checker."""

from collections.abc import Callable, Container, Mapping

from assistant.domain.word_list import WordList
from assistant.domain.words import Words
from assistant.text.characters import check_letters
from assistant.text.checker import SentenceCheck, TextCheck
from assistant.text.digits import check_digits
from assistant.text.half_spaces import HalfSpaces
from assistant.text.informal import Informal
from assistant.text.insults import Insults
from assistant.text.personal_data import check_personal_data
from assistant.text.punctuation import check_punctuation
from assistant.text.repetition import Repetitions
from assistant.text.role_terms import RoleTerms
from assistant.text.run_on import check_length


class TrustedWords:
    """The trusted words, read when the first one is asked for."""

    def __init__(self, words: Callable[[], Words]) -> None:
        self._words = words

    def __contains__(self, word: object) -> bool:
        return word in self._words().trusted


TEXT_CHECKS: tuple[TextCheck, ...] = (check_punctuation,)


def style_checks(lists: Mapping[str, WordList], known: Container[str]) -> tuple[SentenceCheck, ...]:
    """``known`` holds folded words that are right as they stand. A colloquial or insulting word is told before
    anything is said of its spacing; spelling comes after these."""
    return (
        check_letters,
        check_digits,
        Insults(lists),
        Informal(lists),
        HalfSpaces(lists, known),
        Repetitions(lists),
        RoleTerms(lists),
        check_personal_data,
        check_length,
    )
