"""Everything the experts wrote, loaded and cross-checked: what the rest of the product reads law from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from assistant.domain.board import Board
from assistant.domain.calculator import Calculator
from assistant.domain.confusion import Confusion
from assistant.domain.court_costs import CourtCosts, OfficeTariff
from assistant.domain.cue import CueBook
from assistant.domain.currency import Watched
from assistant.domain.decision_table import DecisionTable
from assistant.domain.ground import GroundsOfArticle
from assistant.domain.legal_term import LegalTerm
from assistant.domain.office_calendar import OfficeCalendar
from assistant.domain.outage_texts import OutageTexts
from assistant.domain.parameter import Parameter
from assistant.domain.period import Period
from assistant.domain.price_index import PriceIndex
from assistant.domain.review_state import ReviewState
from assistant.domain.rule import Rule
from assistant.domain.rule_family import RuleFamily
from assistant.domain.sacred_months import SacredMonths
from assistant.domain.service_mode import ServiceMode
from assistant.domain.template import Template
from assistant.domain.text_finding import TextKind
from assistant.domain.text_remark import TextRemark
from assistant.domain.word_list import WordList


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
    calendar: OfficeCalendar = field(default_factory=OfficeCalendar.empty)
    periods: Mapping[str, Period] = field(default_factory=dict)
    service_modes: tuple[ServiceMode, ...] = ()
    costs: CourtCosts = field(default_factory=CourtCosts)
    office_tariff: OfficeTariff = field(default_factory=OfficeTariff)
    boards: Mapping[str, Board] = field(default_factory=dict)
    outage_texts: OutageTexts | None = None
    indices: Mapping[str, PriceIndex] = field(default_factory=dict)
    calculators: Mapping[str, Calculator] = field(default_factory=dict)
    sacred_months: SacredMonths = field(default_factory=SacredMonths)
    watched: tuple[Watched, ...] = ()  # every dated file, whatever its kind
    waiting: frozenset[str] = frozenset()  # ids of rules that wait for a template
    group_forms: Mapping[str, Template] = field(default_factory=dict)  # by ``form_key``: the forms examples stand on
    planned: Mapping[str, PlannedTemplate] = field(default_factory=dict)
    tables: Mapping[str, DecisionTable] = field(default_factory=dict)
    confusions: tuple[Confusion, ...] = ()
    legal_terms: tuple[LegalTerm, ...] = ()
    cues: CueBook = field(default_factory=CueBook)
    text_remarks: Mapping[TextKind, TextRemark] = field(default_factory=dict)
    word_lists: Mapping[str, WordList] = field(default_factory=dict)  # of the narrative checker, by id
    grounds: tuple[GroundsOfArticle, ...] = ()
    rule_families: tuple[RuleFamily, ...] = ()  # in their order
    review_states: tuple[ReviewState, ...] = ()  # every file that a named expert signs
