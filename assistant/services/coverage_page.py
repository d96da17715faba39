"""How many rules of each ground, or of each family, reach each template; what nothing reaches is told too."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from assistant.domain.characters import folded
from assistant.domain.library import Library
from assistant.domain.template import Template
from assistant.services.rule_shelf import RuleShelf, RuleState, ShelvedRule


class By(StrEnum):
    GROUND = "ground"
    FAMILY = "family"


@dataclass(frozen=True, slots=True)
class CoverageColumn:
    key: str  # of the ground or family
    title: str
    number: int  # of a ground; 0 for a family
    rule_count: int  # standing rules of the column, each once
    waiting_count: int  # of them, those no template takes yet


@dataclass(frozen=True, slots=True)
class CoverageRow:
    template: Template
    counts: tuple[int, ...]  # one a column
    rule_count: int  # of all active rules that reach it, in a column or in none


@dataclass(frozen=True, slots=True)
class CoveragePage:
    by: By
    columns: tuple[CoverageColumn, ...]
    rows: Mapping[str, tuple[CoverageRow, ...]]  # by family of templates
    empty_count: int  # cells without a rule
    rule_count: int
    waiting_count: int


def coverage_page(library: Library, shelf: RuleShelf, by: str = "") -> CoveragePage:
    """Drafts and rules set aside are left out; an unknown choice shows the grounds."""
    chosen = By(by) if by in {each.value for each in By} else By.GROUND
    standing = [each for each in shelf.rules if each.state in (RuleState.ACTIVE, RuleState.WAITING)]
    columns = tuple(_columns(shelf, chosen, standing))
    members = _member(chosen)
    rows: dict[str, list[CoverageRow]] = {}
    for template in sorted(library.templates.values(), key=lambda each: folded(each.title)):
        reaching = [each for each in standing if template.id in each.templates and each.state is RuleState.ACTIVE]
        counts = tuple(sum(members(each, column.key) for each in reaching) for column in columns)
        rows.setdefault(template.family, []).append(CoverageRow(template, counts, len(reaching)))
    return CoveragePage(
        by=chosen,
        columns=columns,
        rows={family: tuple(found) for family, found in sorted(rows.items())},
        empty_count=sum(row.counts.count(0) for found in rows.values() for row in found),
        rule_count=len(standing),
        waiting_count=sum(each.state is RuleState.WAITING for each in standing),
    )


def _member(by: By) -> Callable[[ShelvedRule, str], bool]:
    if by is By.GROUND:
        return lambda each, key: key in each.grounds
    return lambda each, key: key == each.family.id


def _columns(shelf: RuleShelf, by: By, standing: Iterable[ShelvedRule]) -> Iterable[CoverageColumn]:
    heads = (
        [(key, ground.short, ground.number) for key, ground in shelf.grounds.items()]
        if by is By.GROUND
        else [(family.id, family.title, 0) for family in shelf.families]
    )
    is_member = _member(by)
    for key, title, number in heads:
        found = [each for each in standing if is_member(each, key)]
        yield CoverageColumn(key, title, number, len(found), sum(each.state is RuleState.WAITING for each in found))
