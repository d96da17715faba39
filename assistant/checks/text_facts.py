"""Facts of the clerk's own narrative that need no reading: how long it is, and in which script it is written."""

import re
from collections.abc import Callable

from assistant.domain.condition import EvaluationContext, Undetermined

NARRATIVE = "narrative"
_WORD = re.compile(r"[^\W\d_]+(?:[\u200c\u200d\u00ad][^\W\d_]+)*")


def narrative_words(context: EvaluationContext) -> object:
    """How many words the own narrative has; 0 while the proposal stands in its place."""
    return _of_text(context, lambda text: len(_WORD.findall(text)))


def narrative_in_persian(context: EvaluationContext) -> object:
    """Whether at least half of its letters are of the script Persian is written in; so is an empty one."""
    return _of_text(context, _is_mostly_persian)


def _is_mostly_persian(text: str) -> bool:
    letters = [each for each in text if each.isalpha()]
    return 2 * sum("\u0600" <= each <= "\u06ff" or each >= "\ufb50" for each in letters) >= len(letters)


def _of_text(context: EvaluationContext, read: Callable[[str], object]) -> object:
    text = context.document.get(NARRATIVE, Undetermined((NARRATIVE,)))
    return text if isinstance(text, Undetermined) else read(text if isinstance(text, str) else "")
