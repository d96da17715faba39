"""Which rules an answer can change: an index from folded answer paths to rules."""

from collections.abc import Iterable, Mapping, Sequence

from assistant.checks.compiled_rule import CompiledRule


def _keys(path: str) -> list[str]:
    """A path and everything around it, without brackets: ``a[].b`` → ``a``, ``a.b``."""
    segments = path.replace("[]", "").split(".")
    return [".".join(segments[: length + 1]) for length in range(len(segments))]


class RuleIndex:
    """A change at a path reaches the rules that read it or something inside it."""

    def __init__(self, rules: Sequence[CompiledRule]) -> None:
        index: dict[str, set[int]] = {}
        for number, rule in enumerate(rules):
            for path in rule.depends_on:
                for key in _keys(path):
                    index.setdefault(key, set()).add(number)
        self._index: Mapping[str, frozenset[int]] = {key: frozenset(numbers) for key, numbers in index.items()}

    def reached_by(self, changed: Iterable[str]) -> frozenset[int]:
        """Numbers of the rules to evaluate again."""
        keys = {path.replace("[]", "") for path in changed}
        return frozenset().union(*(self._index.get(key, frozenset()) for key in keys))
