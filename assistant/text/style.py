"""The checks of letters, spacing and style in their order of precedence, for the narrative checker."""

from collections.abc import Iterable, Mapping

from assistant.domain.legal_term import LegalTerm
from assistant.domain.word_list import WordList
from assistant.text.characters import check_letters
from assistant.text.checker import SentenceCheck, TextCheck
from assistant.text.digits import check_digits
from assistant.text.half_spaces import HalfSpaces
from assistant.text.informal import Informal
from assistant.text.insults import Insults
from assistant.text.known_words import KnownWords
from assistant.text.personal_data import check_personal_data
from assistant.text.punctuation import check_punctuation
from assistant.text.repetition import Repetitions
from assistant.text.role_terms import RoleTerms
from assistant.text.run_on import check_length

TEXT_CHECKS: tuple[TextCheck, ...] = (check_punctuation,)


def style_checks(
    lists: Mapping[str, WordList], known: KnownWords, terms: Iterable[LegalTerm] = ()
) -> tuple[SentenceCheck, ...]:
    """``known`` holds folded words that are right as they stand. A colloquial or insulting word, or one of another
    stage, is told before anything is said of its spacing; spelling comes after these."""
    return (
        check_letters,
        check_digits,
        Insults(lists),
        Informal(lists, known),
        RoleTerms(lists),
        HalfSpaces(lists, known, terms),
        Repetitions(lists),
        check_personal_data,
        check_length,
    )
