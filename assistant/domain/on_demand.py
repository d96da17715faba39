"""A mapping made when somebody first asks for it: what a running server seldom needs costs it nothing at the start."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property


class OnDemand[K, V](Mapping[K, V]):
    """``make`` is called once, at the first question."""

    def __init__(self, make: Callable[[], Mapping[K, V]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Mapping[K, V]:
        return self._make()

    def __getitem__(self, key: K) -> V:
        return self._made[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)
