"""The content checks by what they look at. Importing this package registers them all."""

from assistant.content.checks import (
    conditions,
    decision_tables,
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
    templates,
    texts,
    wording,
)

__all__ = [
    "conditions",
    "decision_tables",
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
    "templates",
    "texts",
    "wording",
]
