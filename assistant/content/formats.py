"""Named formats of the file schemas; each decides on the whole text, so no pattern and its traps are needed."""

import re
from collections.abc import Callable, Mapping

from assistant.domain.jalali import parts
from assistant.domain.paths import PathError, parse_path

_ID = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")
_UNSAFE_PATTERN = re.compile(r"\\[dDwWpPbBsS]|[+*}]\)[+*{]")  # other digits and letters pass; nested quantifiers


def is_content_id(value: object) -> bool:
    return not isinstance(value, str) or _ID.fullmatch(value) is not None


def is_jalali_date(value: object) -> bool:
    """A day the Jalali calendar has, written ``1405-09-01``."""
    if not isinstance(value, str):
        return True
    try:
        parts(value)
    except ValueError:
        return False
    return True


def is_answer_path(value: object) -> bool:
    """``cheques[0].amount``, ``cheques[+]``, or folded ``cheques[].amount``."""
    if not isinstance(value, str):
        return True
    try:
        parse_path(value.replace("[+]", "").replace("[]", ""))
    except PathError:
        return False
    return True


def is_plain_pattern(value: object) -> bool:
    """A regular expression without the constructs that accept foreign digits or backtrack without bound."""
    if not isinstance(value, str):
        return True
    try:
        re.compile(value)
    except re.error:
        return False
    return _UNSAFE_PATTERN.search(value) is None


FORMATS: Mapping[str, Callable[[object], bool]] = {
    "content-id": is_content_id,
    "jalali-date": is_jalali_date,
    "answer-path": is_answer_path,
    "plain-pattern": is_plain_pattern,
}
