"""What a condition is evaluated against."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from assistant.domain.parameter import Parameter


def _no_facts(name: str) -> object:
    raise LookupError(f"no named fact {name} here")


@dataclass(frozen=True, slots=True)
class EvaluationContext:
    """``today`` is the frozen filing date. ``bindings`` gives each alias its element and that element's path."""

    document: Mapping[str, Any]
    today: date
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    facts: Callable[[str], object] = _no_facts
    this: Any = None
    this_path: str = ""
    bindings: Mapping[str, tuple[Any, str]] = field(default_factory=dict)
    deadline: Callable[..., date | None] | None = (
        None  # (period id, start[, is abroad]) → its last day; see ``last_day``
    )
