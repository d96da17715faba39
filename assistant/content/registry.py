"""The register of content checks: each has an id, a Persian title, a severity and one small function."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING

from assistant.content.located import Place
from assistant.content.report import ContentProblem, Severity
from assistant.content.shape_messages import SHAPE_CODES
from assistant.content.yaml_messages import YAML_CODES

if TYPE_CHECKING:
    from assistant.content.content import Content


@dataclass(frozen=True, slots=True)
class Remark:
    """What one check has to say about one place."""

    place: Place
    message: str
    nearest: str | None = None


type CheckFunction = Callable[["Content"], Iterable[Remark]]


@dataclass(frozen=True, slots=True)
class Check:
    id: str
    title: str
    severity: Severity
    run: CheckFunction

    def problems(self, content: "Content") -> Iterator[ContentProblem]:
        for remark in self.run(content):
            place = remark.place
            yield ContentProblem(self.id, place.file, place.line, remark.message, remark.nearest, self.severity)


_CHECKS: dict[str, Check] = {}


def content_check(id: str, title: str, severity: Severity = Severity.ERROR) -> Callable[[CheckFunction], CheckFunction]:
    """Registers the decorated function under ``id``."""

    def register(function: CheckFunction) -> CheckFunction:
        if id in _CHECKS:
            raise ValueError(f"two content checks named {id}")
        _CHECKS[id] = Check(id, title, severity, function)
        return function

    return register


def once_a_place(function: CheckFunction) -> CheckFunction:
    """For checks of built forms: what is written once in a shared group is told once, however often it is used."""

    @wraps(function)
    def check(content: "Content") -> Iterator[Remark]:
        told: set[Place] = set()
        for remark in function(content):
            if remark.place not in told:
                told.add(remark.place)
                yield remark

    return check


def all_checks() -> tuple[Check, ...]:
    """Every registered check, in the order of registration."""
    import assistant.content.checks  # registers them

    assert assistant.content.checks
    return tuple(_CHECKS.values())


def titles() -> dict[str, str]:
    """Every code a report can hold, with its Persian title: of reading, of shape, of the checks."""
    reading = {
        "misplaced_file": "پرونده در جایی است که خوانده نمی‌شود",
        "unknown_file": "پرونده‌ای از نوع ناشناخته",
        "file_schema": "طرح پرونده‌ها در schemas/files پذیرفته نیست",
    }
    return {**YAML_CODES, **SHAPE_CODES, **reading, **{check.id: check.title for check in all_checks()}}
