"""Which kind of content lies where in the experts' rooms."""

import re
from enum import StrEnum


class Kind(StrEnum):
    TEMPLATE = "template"
    FORM = "form"
    SHARED = "shared"
    PLANNED = "planned"
    EXAMPLE = "example"
    SKELETON = "skeleton"  # narrative.j2, request.j2
    LAYOUT = "layout"
    RULE = "rule"
    PARAMETER = "parameter"
    DECISION_TABLE = "decision-table"
    WORDING = "wording"
    WORD_LIST = "word-list"
    LAWS = "laws"
    OUTCOMES = "outcomes"
    TEXT_REMARKS = "text-remarks"
    CATALOGUE_MAP = "catalogue-map"
    RULE_FAMILIES = "rule-families"
    GROUNDS = "grounds"
    HOLIDAYS = "holidays"
    WEEK = "week"
    SACRED_MONTHS = "sacred-months"
    PERIOD = "period"
    READINGS = "readings"
    SERVICE_MODES = "service-modes"
    COSTS = "costs"
    OFFICE_TARIFF = "office-tariff"
    INDEX = "index"
    CALCULATOR = "calculator"
    BOARD = "board"
    OUTAGE = "outage"
    CUE = "cue"
    CUE_CLASSES = "cue-classes"
    LEGAL_TERMS = "legal-terms"
    NAMES = "names"
    WORD_SOURCES = "word-sources"
    WORD_COUNTS = "word-counts"  # .tsv: counted words, read apart from the rest
    CONFUSIONS = "confusions"
    SCHEMA = "schema"
    NOTES = "notes"


_PLACES: tuple[tuple[Kind, str], ...] = (
    (Kind.NOTES, r".*\.md"),
    (Kind.LAYOUT, r"templates/_shared/docx/[^/]+\.docx"),
    (Kind.LAYOUT, r"templates/[^/_][^/]*/petition\.docx"),
    (Kind.SHARED, r"templates/_shared/[^/]+\.yaml"),
    (Kind.PLANNED, r"templates/planned\.yaml"),
    (Kind.TEMPLATE, r"templates/[^/_][^/]*/template\.yaml"),
    (Kind.FORM, r"templates/[^/_][^/]*/form\.yaml"),
    (Kind.SKELETON, r"templates/[^/_][^/]*/(?:narrative|request)\.j2"),
    (Kind.EXAMPLE, r"templates/[^/_][^/]*/examples/[^/]+\.yaml"),
    (Kind.LAWS, r"rules/laws\.yaml"),
    (Kind.OUTCOMES, r"rules/outcomes\.yaml"),
    (Kind.TEXT_REMARKS, r"rules/text-remarks\.yaml"),
    (Kind.CATALOGUE_MAP, r"rules/catalogue-map\.yaml"),
    (Kind.RULE_FAMILIES, r"rules/rule-families\.yaml"),
    (Kind.GROUNDS, r"rules/grounds-of-article-[0-9]+\.yaml"),
    (Kind.PARAMETER, r"rules/parameters/[^/]+\.yaml"),
    (Kind.WORDING, r"rules/wording/[^/]+\.yaml"),
    (
        Kind.WORD_LIST,
        r"rules/lexicon/(?:compounds|joined-words|joining-exceptions|informal-words|informal-verbs|insults|role-terms"
        r"|repeated-words|answer-names|petition-phrases|undoubted-words)\.yaml",
    ),
    (Kind.HOLIDAYS, r"rules/calendar/holidays-[0-9]{4}\.yaml"),
    (Kind.WEEK, r"rules/calendar/weekly\.yaml"),
    (Kind.SACRED_MONTHS, r"rules/calendar/sacred-months\.yaml"),
    (Kind.PERIOD, r"rules/periods/[^/]+\.yaml"),
    (Kind.READINGS, r"rules/period-readings\.yaml"),
    (Kind.SERVICE_MODES, r"rules/service-modes\.yaml"),
    (Kind.COSTS, r"rules/tariffs/court-costs\.yaml"),
    (Kind.OFFICE_TARIFF, r"rules/tariffs/office-services\.yaml"),
    (Kind.INDEX, r"rules/indices/[^/]+\.yaml"),
    (Kind.CALCULATOR, r"rules/calculators/[^/]+\.yaml"),
    (Kind.BOARD, r"rules/boards/[^/]+\.yaml"),
    (Kind.OUTAGE, r"rules/outage/[^/]+\.yaml"),
    (Kind.CUE_CLASSES, r"rules/cues/classes\.yaml"),
    (Kind.CUE, r"rules/cues/[^/]+\.yaml"),
    (Kind.LEGAL_TERMS, r"rules/lexicon/legal-terms\.yaml"),
    (Kind.NAMES, r"rules/lexicon/names\.yaml"),
    (Kind.WORD_SOURCES, r"rules/lexicon/sources\.yaml"),
    (Kind.WORD_COUNTS, r"rules/lexicon/[^/]+\.tsv"),
    (Kind.CONFUSIONS, r"rules/confusions/[^/]+\.yaml"),
    (Kind.DECISION_TABLE, r"rules/(?:forum/forum|venue/venue)-table\.yaml"),
    (Kind.RULE, r"rules/[^/]+/[^/]+\.yaml"),
    (Kind.SCHEMA, r"schemas/(?:[^/]+/)?[^/]+\.json"),
)
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _PLACES)

YAML_KINDS = frozenset(Kind) - {Kind.SKELETON, Kind.LAYOUT, Kind.SCHEMA, Kind.NOTES, Kind.WORD_COUNTS}


def kind_of(path: str) -> Kind | None:
    """None for a file that nothing would read: it lies in the wrong place or has the wrong ending."""
    for kind, pattern in _PATTERNS:
        if pattern.fullmatch(path):
            return kind
    return None
