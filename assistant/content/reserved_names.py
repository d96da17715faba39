"""Names a field may not have: they mean something else in conditions, in skeletons or in Python's mappings."""

from assistant.checks.facts import FACTS
from assistant.domain.condition.functions import NAMES

_LANGUAGE = frozenset({"this", "today", "true", "false", "null", "in", "exists", "all", "exists_one", "filter", "map"})
_SKELETONS = frozenset({"loop", "and", "or", "not", "if", "else", "elif", "for", "is", "none", "self", "set", "endif"})
_DOCUMENT = frozenset({"reliefs"})
_MAPPING = frozenset(name for name in dir(dict) if not name.startswith("_"))


def is_reserved(key: str) -> bool:
    return key in _LANGUAGE or key in _SKELETONS or key in _DOCUMENT or key in _MAPPING or key in NAMES or key in FACTS
