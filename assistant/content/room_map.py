"""Which kind of content lies where in the experts' rooms."""

import re
from enum import StrEnum


class Kind(StrEnum):
    TEMPLATE = "template"
    FORM = "form"
    SHARED = "shared"
    EXAMPLE = "example"
    SKELETON = "skeleton"  # narrative.j2, request.j2
    LAYOUT = "layout"
    RULE = "rule"
    PARAMETER = "parameter"
    WORDING = "wording"
    LAWS = "laws"
    OUTCOMES = "outcomes"
    CATALOGUE_MAP = "catalogue-map"
    SCHEMA = "schema"
    NOTES = "notes"


_PLACES: tuple[tuple[Kind, str], ...] = (
    (Kind.NOTES, r".*\.md"),
    (Kind.LAYOUT, r"templates/_shared/docx/[^/]+\.docx"),
    (Kind.LAYOUT, r"templates/[^/_][^/]*/petition\.docx"),
    (Kind.SHARED, r"templates/_shared/[^/]+\.yaml"),
    (Kind.TEMPLATE, r"templates/[^/_][^/]*/template\.yaml"),
    (Kind.FORM, r"templates/[^/_][^/]*/form\.yaml"),
    (Kind.SKELETON, r"templates/[^/_][^/]*/(?:narrative|request)\.j2"),
    (Kind.EXAMPLE, r"templates/[^/_][^/]*/examples/[^/]+\.yaml"),
    (Kind.LAWS, r"rules/laws\.yaml"),
    (Kind.OUTCOMES, r"rules/outcomes\.yaml"),
    (Kind.CATALOGUE_MAP, r"rules/catalogue-map\.yaml"),
    (Kind.PARAMETER, r"rules/parameters/[^/]+\.yaml"),
    (Kind.WORDING, r"rules/wording/[^/]+\.yaml"),
    (Kind.RULE, r"rules/[^/]+/[^/]+\.yaml"),
    (Kind.SCHEMA, r"schemas/(?:[^/]+/)?[^/]+\.json"),
)
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _PLACES)

YAML_KINDS = frozenset(
    {
        Kind.TEMPLATE,
        Kind.FORM,
        Kind.SHARED,
        Kind.EXAMPLE,
        Kind.RULE,
        Kind.PARAMETER,
        Kind.WORDING,
        Kind.LAWS,
        Kind.OUTCOMES,
        Kind.CATALOGUE_MAP,
    }
)


def kind_of(path: str) -> Kind | None:
    """None for a file that nothing would read: it lies in the wrong place or has the wrong ending."""
    for kind, pattern in _PATTERNS:
        if pattern.fullmatch(path):
            return kind
    return None
