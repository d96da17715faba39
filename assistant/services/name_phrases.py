"""Persons' names and lists of words as a Persian sentence has them: «الف، ب و پ»."""

from collections.abc import Mapping, Sequence
from typing import Any

NAME_KEYS = ("first_name", "last_name", "entity_name")


def and_list(words: Sequence[str]) -> str:
    """«الف، ب و پ»; empty words are left out."""
    words = [word for word in words if word]
    if len(words) < 2:
        return "".join(words)
    return f"{'، '.join(words[:-1])} و {words[-1]}"


def full_name(person: Mapping[str, Any]) -> str:
    """First and last name, or the name of the legal person."""
    return " ".join(str(person[key]) for key in NAME_KEYS if person.get(key))


def names(persons: Sequence[Mapping[str, Any]]) -> str:
    return and_list([full_name(person) for person in persons])
