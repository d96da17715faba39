"""Cuts the source of a condition into tokens."""

import re
from dataclasses import dataclass

from assistant.domain.condition.errors import ConditionError

MAX_LENGTH = 4000

_TOKEN = re.compile(
    r"""(?P<space>[ \t\r\n]+|//[^\n]*)
      | (?P<number>[0-9]+)(?![0-9.A-Za-z_])
      | (?P<name>[A-Za-z_][A-Za-z0-9_]*)
      | (?P<string>'(?:[^'\\\n]|\\['"\\])*'|"(?:[^"\\\n]|\\['"\\])*")
      | (?P<operator>&&|\|\||[=!<>]=|[!<>+\-*/?:.,()\[\]])
    """,
    re.VERBOSE,
)
_ESCAPED = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class Token:
    kind: str  # number | name | string | operator | end
    text: str  # of a string: its content
    position: int


def tokenize(source: str) -> list[Token]:
    """Raises ConditionError for what is no token; the last token is of kind ``end``."""
    if len(source) > MAX_LENGTH:
        raise ConditionError("too_long", MAX_LENGTH, str(len(source)))
    tokens: list[Token] = []
    position = 0
    while position < len(source):
        match = _TOKEN.match(source, position)
        if match is None:
            raise ConditionError("syntax", position, source[position])
        kind = match.lastgroup or ""
        text = match.group()
        if kind == "string":
            text = _ESCAPED.sub(r"\1", text[1:-1])
        if kind != "space":
            tokens.append(Token(kind, text, position))
        position = match.end()
    tokens.append(Token("end", "", len(source)))
    return tokens
