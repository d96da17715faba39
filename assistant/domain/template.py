"""A petition template: form, wording skeletons, layout and examples."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.domain.form import Form

if TYPE_CHECKING:
    from assistant.domain.condition import Expression


@dataclass(frozen=True, slots=True)
class ReliefSpec:
    """A relief (خواسته) the template itself puts into box 4, from its own fields."""

    title: str  # placeholders as in rule messages
    kind: str  # principal | accessory | interim
    financial: str  # yes | no | by_law
    value: "Expression | None" = None  # rial
    when: "Expression | None" = None


@dataclass(frozen=True, slots=True)
class DeadlineSpec:
    """A period that runs for a draft of this template, from an answer of the draft."""

    period: str  # id of rules/periods
    start: "Expression"  # a date
    abroad: "Expression | None" = None
    when: "Expression | None" = None


@dataclass(frozen=True, slots=True)
class TemplateExample:
    """One worked case: answers, the findings expected and the text expected in print."""

    name: str
    title: str
    answers: Mapping[str, Any]  # an answers file (decisions.md 2)
    expected_findings: tuple[str, ...]  # ``rule-id@path`` or ``rule-id``, L1–L4, sorted
    expected_incomplete: tuple[str, ...]  # paths
    expected_text: tuple[str, ...]  # lines that must stand in the printed filing, in this order


@dataclass(frozen=True, slots=True)
class Template:
    id: str
    title: str
    family: str
    stage: str  # first_instance | appeal | request …
    summary: str
    keywords: tuple[str, ...]
    version: str
    form: Form
    role_first: str  # «خواهان»، «تجدیدنظرخواه»
    role_second: str  # empty for petitions with one side
    court_title: str  # heading of the form: «برگ دادخواست به دادگاه نخستین»
    layout: str  # file name of the DOCX layout: under _shared/docx/ or the template's own petition.docx
    narrative: str  # Jinja source of narrative.j2
    request: str  # Jinja source of request.j2
    reliefs: tuple[ReliefSpec, ...]
    grade: str
    reviewed_by: str | None
    examples: tuple[TemplateExample, ...] = ()
    notes: str = ""
    shared: tuple[str, ...] = ()  # shared groups and steps the form uses
    deadlines: tuple[DeadlineSpec, ...] = ()
    precheck: tuple[str, ...] = ()  # answer paths asked before everything else: those that settle the most rules
