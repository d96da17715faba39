"""Whom a text names and whom the answers name: told beside each other, for neither is wrong."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonInText:
    """A person as the text has it, title included. ``start`` and ``end`` count code points of the text."""

    start: int
    end: int
    span: str


@dataclass(frozen=True, slots=True)
class TextPersons:
    not_in_answers: tuple[PersonInText, ...] = ()  # each once, by place
    not_in_text: tuple[str, ...] = ()  # parties, where the text names another one


NOBODY = TextPersons()
