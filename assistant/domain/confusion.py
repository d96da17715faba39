"""A real word that is written in the place of another: which, and what around it tells."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Confusion:
    """``wrong`` is taken for ``right`` when one of the words of ``near``, ``before`` or ``after`` stands within so many
    words of it, and none of ``unless``; without any of them, always."""

    wrong: str
    right: str
    note: str
    near: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    within: int = 4
    inflected: bool = True
    match: tuple[str, ...] = ()  # sentences in which it is found
    no_match: tuple[str, ...] = ()
    place: str = ""  # file and number, for reports

    @property
    def is_always_wrong(self) -> bool:
        return not (self.near or self.before or self.after)
