"""A field that points at a party of this petition: stored as its path, ``plaintiffs[0]``."""

from assistant.domain.characters import latin_digits, persian_digits
from assistant.domain.paths import PathError, join_path, parse_path
from assistant.domain.value_problem import ValueProblem


def parse_party_reference(text: str) -> str:
    typed = latin_digits(text.strip())
    if not is_party_reference(typed):
        raise ValueProblem("party_reference_form", value=typed[:60])
    return typed


def is_party_reference(stored: object) -> bool:
    """A list's name and one index, nothing else."""
    if not isinstance(stored, str):
        return False
    try:
        parts = parse_path(stored)
    except PathError:
        return False
    return len(parts) == 2 and isinstance(parts[1], int) and join_path(parts) == stored


def show_party_reference(stored: str) -> str:
    """«ردیف ۱»: the party's place in its list. Who knows the answers prints the name instead."""
    index = parse_path(stored)[1]
    return persian_digits(f"ردیف {int(index) + 1}")
