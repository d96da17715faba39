"""Free text: one line (names, titles) and long text (narratives)."""

from collections.abc import Callable

from assistant.domain.characters import find_hidden, find_unprintable, normal_form, one_line
from assistant.domain.value_problem import ValueProblem

LONGEST_LINE, LONGEST_TEXT = 2_000, 50_000


def parse_text(text: str) -> str:
    """A single line in normal form. Invisible characters are refused: a name must be what it looks like."""
    refuse_hidden(text)
    return _within(one_line(text), LONGEST_LINE)


def parse_long_text(text: str) -> str:
    """Lines in normal form. A character that cannot be printed is refused with its place, never dropped."""
    normal = normal_form(text).strip()
    _refuse(normal, find_unprintable(normal), "unprintable_character")
    return _within(normal, LONGEST_TEXT)


def is_text(stored: object) -> bool:
    """Any one line that ``parse_text`` accepts; what experts type into a file need not be in normal form."""
    return isinstance(stored, str) and "\n" not in stored and _accepts(parse_text, stored)


def is_long_text(stored: object) -> bool:
    return isinstance(stored, str) and _accepts(parse_long_text, stored)


def refuse_hidden(text: str) -> None:
    """Raises ValueProblem at the first invisible character other than the half-space."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    _refuse(lines, find_hidden(lines), "hidden_character")


def _refuse(text: str, found: tuple[tuple[int, int], ...], code: str) -> None:
    if found:
        position, code_point = found[0]
        line = text.count("\n", 0, position)
        in_line = position - text.rfind("\n", 0, position)
        raise ValueProblem(code, line=line + 1, position=in_line, character=f"U+{code_point:04X}")


def _within(text: str, longest: int) -> str:
    if not text:
        raise ValueProblem("empty")
    if len(text) > longest:
        raise ValueProblem("too_long", count=len(text), limit=longest)
    return text


def _accepts(parse: Callable[[str], str], stored: str) -> bool:
    try:
        return bool(parse(stored))
    except ValueProblem:
        return False
