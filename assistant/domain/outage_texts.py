"""What the experts wrote for the letter about an outage and for the applicant's slip: sentences, words, the schema."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

PLACEHOLDERS = frozenset(
    {"province", "failure_date", "failure_time", "restored_date", "restored_time", "office", "client", "role"}
    | {"arrived_at", "act", "last_day", "court", "date", "time", "start", "days", "reasons"}
)
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class OutageTexts:
    """``words``: kind of word → code → word. ``schema`` is that of a letter; the titles in it name the fields."""

    letter: Mapping[str, Any]
    slip: Mapping[str, Any]
    count: Mapping[str, str]  # how a count is told, line by line
    words: Mapping[str, Mapping[str, str]]
    basis: tuple[str, ...]  # citations
    doubt: str
    doubt_grade: str
    grade: str
    checked_on: date
    verified_until: date
    schema: Mapping[str, Any] = field(default_factory=dict)

    def word(self, kind: str, code: str) -> str:
        return self.words[kind].get(code, code)

    def title(self, path: str) -> str:
        """The name of a field of the letter: ``client.full_name`` → «نام و نام خانوادگی»."""
        node: Mapping[str, Any] = self.schema
        for part in path.split("."):
            node = node["properties"][part]
        return str(node.get("title", path))


def placeholders_of(text: str) -> tuple[str, ...]:
    return tuple(_PLACEHOLDER.findall(text))


def filled(text: str, values: Mapping[str, str]) -> str:
    """``text`` with its placeholders; what is put in is never read as a placeholder itself."""
    return _PLACEHOLDER.sub(lambda found: values[found[1]], text)
