"""The language of ``narrative.j2`` and ``request.j2``: a small part of Jinja over the printed answers.

What a skeleton may say is checked when the content is read (``content.skeleton_lint``). Here it runs, in the sandbox:
even an unchecked skeleton reaches the printed answers and the filters below, and nothing else.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from jinja2 import Template

from assistant.domain.characters import latin_digits, printed_text
from assistant.domain.number_words import number_in_words
from assistant.services.key_only_sandbox import KeyOnlyEnvironment
from assistant.services.name_phrases import and_list, names


def _fa(value: object) -> str:
    """Persian digits."""
    return printed_text(str(value))


def _words(value: Sequence[Any] | str) -> str:
    """How many, in words: of a list its length, of a number itself."""
    if isinstance(value, str):
        digits = latin_digits(value).replace("٬", "")
        return number_in_words(int(digits)) if digits.isdecimal() else value
    return number_in_words(len(value))


FILTERS: Mapping[str, Callable[..., str]] = {"fa": _fa, "words": _words, "names": names, "and_list": and_list}

ENVIRONMENT = KeyOnlyEnvironment(filters=FILTERS, autoescape=False)


@lru_cache(maxsize=512)
def compiled_wording(source: str) -> Template:
    """Raises jinja2.TemplateSyntaxError."""
    return ENVIRONMENT.from_string(source)


def worded(source: str, answers: Mapping[str, Any]) -> str:
    """The text: one paragraph a line, without empty lines and doubled blanks."""
    lines = (_BLANKS.sub(" ", line).strip() for line in compiled_wording(source).render(answers).splitlines())
    return "\n".join(line for line in lines if line)


_BLANKS = re.compile("[ \t]+")
