"""Rules of a kind under one heading: the folders of rules/ that hold them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RuleFamily:
    id: str
    title: str
    subjects: tuple[str, ...]  # folders of rules/
