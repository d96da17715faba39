"""The content checks by what they look at. Importing this package registers them all."""

from assistant.content.checks import (
    conditions,
    currency,
    examples,
    fields,
    files,
    mapping,
    narratives,
    parameters,
    rule_law,
    rule_reach,
    schemas,
    shared_parts,
    tariffs,
    templates,
    texts,
    wording,
)

__all__ = [
    "conditions",
    "currency",
    "examples",
    "fields",
    "files",
    "mapping",
    "narratives",
    "parameters",
    "rule_law",
    "rule_reach",
    "schemas",
    "shared_parts",
    "tariffs",
    "templates",
    "texts",
    "wording",
]
