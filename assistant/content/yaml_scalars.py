"""What an unquoted YAML word means here: text, a whole number, true, false or null, and nothing by guesswork.

Dates stay text. Whatever another YAML reader would take for a number, a boolean or a null of a different
spelling is refused with the request for quotes, so that no postal code loses its zeros.
"""

import re

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_NUMBER_LIKE = re.compile(
    r"[-+]?(?:"
    r"[0-9][0-9_,]*"  # leading zeros, separators, too many digits
    r"|0[xob][0-9a-fA-F_]+"
    r"|[0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?"
    r"|\.[0-9]+(?:[eE][-+]?[0-9]+)?"
    r"|[0-9][0-9_]*[eE][-+]?[0-9]+"
    r"|\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
    r")"
)
_WORDS: dict[str, bool | None] = {"": None, "null": None, "true": True, "false": False}
_MISSPELT = frozenset({"~", "Null", "NULL", "True", "TRUE", "False", "FALSE"})


class AmbiguousScalar(ValueError):
    """An unquoted word that could be read in two ways."""


def plain_value(text: str) -> str | int | bool | None:
    """The value of an unquoted scalar. Raises AmbiguousScalar."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "-+.0123456789~NTF":
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    if text in _MISSPELT or _NUMBER_LIKE.fullmatch(text):
        raise AmbiguousScalar(text)
    return text
