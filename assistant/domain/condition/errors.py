"""What is wrong with a condition, as a code with its place; the words are made where content is reported."""

from collections.abc import Iterable
from difflib import get_close_matches


class ConditionError(ValueError):
    """A condition that cannot be used. ``position`` is an offset in its source.

    Codes: syntax, too_long, too_deep, too_many_nodes, too_nested, unknown_name, unknown_function, unknown_option,
    unknown_parameter, unknown_period, wrong_arguments, type_clash, name_taken.
    ``detail`` is what was found there: for ``unknown_name`` the folded path, for ``type_clash`` a short account.
    """

    def __init__(self, code: str, position: int, detail: str = "", nearest: str | None = None) -> None:
        super().__init__(f"{code} at {position}: {detail}" + (f" (nearest: {nearest})" if nearest else ""))
        self.code = code
        self.position = position
        self.detail = detail
        self.nearest = nearest
        self.part = ""  # of a rule: each, when, points_at or message


def nearest_name(name: str, known: Iterable[str]) -> str | None:
    """The known name most like ``name``; None when none is near."""
    matches = get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    return matches[0] if matches else None
