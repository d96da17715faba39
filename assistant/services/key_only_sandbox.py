"""The sandbox in which experts' Jinja runs: plain data in, text out, nothing else within reach.

A dot reads a key of a mapping and nothing more, so that a field named ``items`` prints its answer and no method of
any Python value can be named. Only the ``loop`` of a for-loop has attributes of its own.
"""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

LOOP_ATTRIBUTES = frozenset({"index", "first", "last"})


class KeyOnlyEnvironment(ImmutableSandboxedEnvironment):
    """Strict, without globals, tests or loader; ``filters`` are the only functions."""

    def __init__(self, *, filters: Mapping[str, Callable[..., str]], autoescape: bool, **options: Any) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=autoescape, **options)
        self.globals.clear()
        self.tests.clear()
        self.filters.clear()
        self.filters.update(filters)

    def getattr(self, obj: Any, attribute: str) -> Any:
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, dict):
            try:
                return obj[argument]
            except (KeyError, TypeError):
                return self.undefined(obj=obj, name=str(argument))
        if isinstance(obj, LoopContext) and argument in LOOP_ATTRIBUTES:
            return getattr(obj, argument)
        if isinstance(obj, Undefined):
            return obj[argument]  # raises, naming what was undefined
        raise SecurityError(f"«{argument}»")
