"""What is wrong with the content, for people (Persian, file:line) and for programs (JSON)."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


_BADGES = {Severity.ERROR: "خطا", Severity.WARNING: "هشدار"}


@dataclass(frozen=True, slots=True)
class ContentProblem:
    code: str  # id of a content check
    file: str  # relative to the content root
    line: int
    message: str
    nearest: str | None = None
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        hint = f"؛ نزدیک‌ترین نام درست: «{self.nearest}»" if self.nearest else ""
        return f"{self.file}:{self.line}: {_BADGES[self.severity]}: {self.message}{hint} [{self.code}]"


@dataclass(frozen=True, slots=True)
class Report:
    """All problems, by file and line. Only errors keep a library from being loaded."""

    problems: tuple[ContentProblem, ...] = ()
    waiting: tuple[str, ...] = ()  # rules that wait for a template, by id

    @classmethod
    def of(cls, problems: Iterable[ContentProblem], waiting: Iterable[str] = ()) -> "Report":
        unique = dict.fromkeys(problems)
        ordered = sorted(unique, key=lambda each: (each.file, each.line, each.code, each.message))
        return cls(tuple(ordered), tuple(sorted(waiting)))

    @property
    def errors(self) -> tuple[ContentProblem, ...]:
        return tuple(each for each in self.problems if each.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[ContentProblem, ...]:
        return tuple(each for each in self.problems if each.severity is Severity.WARNING)

    @property
    def has_errors(self) -> bool:
        return bool(self.errors)

    def joined_with(self, problems: Iterable[ContentProblem]) -> "Report":
        """With what running the examples and printing them found."""
        return Report.of((*self.problems, *problems), self.waiting)

    def only(self, paths: Iterable[str]) -> "Report":
        """Limited to files at or below ``paths`` (relative to the content root)."""
        prefixes = tuple(path.strip("/") for path in paths)
        return Report(tuple(each for each in self.problems if _is_below(each.file, prefixes)), self.waiting)

    def lines(self) -> Iterator[str]:
        """One line a problem and a sum at the end."""
        yield from (str(each) for each in self.problems)
        yield self.summary

    @property
    def summary(self) -> str:
        if not self.problems:
            return "محتوا بی‌اشکال است."
        return f"{len(self.errors)} خطا، {len(self.warnings)} هشدار"

    def as_text(self) -> str:
        return "\n".join(self.lines())

    def as_data(self) -> dict[str, Any]:
        """For ``--json``."""
        return {
            "errors": len(self.errors),
            "warnings": len(self.warnings),
            "problems": [asdict(each) for each in self.problems],
            "waiting": list(self.waiting),
        }


def _is_below(file: str, prefixes: tuple[str, ...]) -> bool:
    return any(prefix in ("", ".") or file == prefix or file.startswith(prefix + "/") for prefix in prefixes)
