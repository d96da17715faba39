"""Everything the experts wrote, loaded and cross-checked: what the rest of the product reads law from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from assistant.domain.decision_table import DecisionTable
from assistant.domain.parameter import Parameter
from assistant.domain.rule import Rule
from assistant.domain.template import Template


@dataclass(frozen=True, slots=True)
class Law:
    key: str
    title: str
    short: str  # used in citations
    adopted: str


@dataclass(frozen=True, slots=True)
class Outcome:
    id: str
    title: str
    codes: tuple[str, ...]  # Q1 … of procedure.md §2.1


@dataclass(frozen=True, slots=True)
class PlannedTemplate:
    """A petition template still to come, so that rules can already name it."""

    id: str
    title: str
    family: str
    stage: str


@dataclass(frozen=True, slots=True)
class Library:
    """``rules`` holds the waiting ones too: no template takes all their groups yet, so no draft ever meets them."""

    templates: Mapping[str, Template]
    rules: Mapping[str, Rule]
    parameters: Mapping[str, Parameter]
    laws: Mapping[str, Law]
    outcomes: Mapping[str, Outcome]
    value_schemas: Mapping[str, Mapping[str, Any]]  # value type id → JSON Schema
    layouts: Mapping[str, bytes]  # layout file name → DOCX bytes
    version: str  # hash of all sources
    wording: Any = field(default=None)
    waiting: frozenset[str] = frozenset()  # ids of rules that wait for a template
    group_forms: Mapping[str, Template] = field(default_factory=dict)  # by ``form_key``: the forms examples stand on
    planned: Mapping[str, PlannedTemplate] = field(default_factory=dict)
    tables: Mapping[str, DecisionTable] = field(default_factory=dict)
