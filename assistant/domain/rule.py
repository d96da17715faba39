"""A rule as the experts wrote it, with its compiled condition."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from assistant.domain.finding import Basis, Certainty, Level
from assistant.domain.template import Template


class RuleStatus(StrEnum):
    ACTIVE = "active"
    DRAFT = "draft"  # loaded and proven, never shown to clerks
    RETIRED = "retired"


class Expected(StrEnum):
    FIRES = "fires"
    CLEAR = "clear"
    UNDETERMINED = "undetermined"


@dataclass(frozen=True, slots=True)
class AppliesTo:
    """Which templates a rule reaches: all that match every non-empty member."""

    templates: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()  # shared groups or steps; the template's form uses all of them

    def matches(self, template: Template) -> bool:
        return (
            (not self.templates or template.id in self.templates)
            and (not self.families or template.family in self.families)
            and (not self.stages or template.stage in self.stages)
            and set(self.groups) <= set(template.shared)
        )


@dataclass(frozen=True, slots=True)
class Verified:
    grade: str  # 2+ | 1 | own | disputed
    reviewed_by: str | None = None
    reviewed_on: str | None = None


@dataclass(frozen=True, slots=True)
class RuleExample:
    """A small answers document with the verdict the rule must give on it."""

    name: str
    template: str  # '' for the form made of the groups the rule names
    answers: Mapping[str, Any]  # an answers file without ``template`` (decisions.md 2)
    expect: Expected
    missing: tuple[str, ...] = ()
    points_at: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()  # of the form it stands on, where they are not those of the rule
    given: Mapping[str, int | str | date] = field(
        default_factory=dict
    )  # values of parameters, instead of the dated ones


def form_key(rule_id: str, example: RuleExample) -> str:
    """Under which the form of an example without a template is kept."""
    return f"{rule_id}#{example.name}" if example.groups else rule_id


@dataclass(frozen=True, slots=True)
class InForce:
    """From and until (inclusive). ``from_parameter`` names a dated launch the law waits for."""

    from_date: date | None = None
    until: date | None = None
    from_parameter: str | None = None
    plus_days: int = 0


@dataclass(frozen=True, slots=True)
class SurvivorNote:
    """Why a changed condition says the same as the rule, so that no example can tell them apart."""

    change: str  # a kind of change, see checks.mutation
    part: str  # of the condition: what was changed, or the part left out
    reason: str


@dataclass(frozen=True, slots=True)
class Rule:
    id: str
    title: str
    subject: str  # folder name under rules/
    status: RuleStatus
    applies_to: AppliesTo
    in_force: InForce
    level: Level
    outcome: tuple[str, ...]
    certainty: Certainty
    when: str  # source text; compiled per template, see checks.rules
    each: str  # ``cheques as c`` or ''
    points_at: tuple[str, ...]
    message: str
    basis: tuple[Basis, ...]
    verified: Verified
    needs: tuple[str, ...] = ()
    does_not_apply: tuple[str, ...] = ()
    catalogue: tuple[str, ...] = ()  # row numbers of the catalogue of candidate checks this rule covers
    examples: tuple[RuleExample, ...] = ()
    survivors: tuple[SurvivorNote, ...] = ()
    history: tuple[Mapping[str, str], ...] = field(default_factory=tuple)
    file: str = ""
    line: int = 0  # of ``when``
    version: str = ""  # a short hash of the file
