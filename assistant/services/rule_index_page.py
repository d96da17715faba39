"""All rules by family, narrowed by words and by what they are; each choice is one of those there are, or none."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from assistant.domain.characters import folded
from assistant.domain.finding import Certainty, Level
from assistant.domain.rule_family import RuleFamily
from assistant.services.rule_shelf import RuleShelf, RuleState, ShelvedRule

LONGEST_QUERY = 200
GRADES = ("disputed", "own", "1", "2+")
FACETS: Mapping[str, tuple[str, ...]] = {
    "level": tuple(each.value for each in Level),
    "grade": GRADES,
    "certainty": tuple(each.value for each in Certainty),
    "state": tuple(each.value for each in RuleState),
}


@dataclass(frozen=True, slots=True)
class RuleChoice:
    """'' for all."""

    q: str = ""
    family: str = ""
    ground: str = ""
    template: str = ""
    level: str = ""
    grade: str = ""
    certainty: str = ""
    state: str = ""

    @property
    def as_query(self) -> Mapping[str, str]:
        """What was chosen, as an address holds it."""
        typed = {each.name: str(getattr(self, each.name)) for each in fields(self)}
        return {key: value for key, value in typed.items() if value}


type Counts = Mapping[str, Mapping[str, int]]  # facet → value → number of rules


@dataclass(frozen=True, slots=True)
class FamilyRules:
    family: RuleFamily
    rules: tuple[ShelvedRule, ...]
    counts: Counts


@dataclass(frozen=True, slots=True)
class RuleIndexPage:
    choice: RuleChoice
    families: tuple[FamilyRules, ...]  # those that hold a rule of the choice
    counts: Counts
    shown: int
    total: int
    used: Mapping[str, tuple[str, ...]]  # facet → values that any rule has, in order


def rule_index_page(shelf: RuleShelf, templates: Iterable[str], typed: Mapping[str, str]) -> RuleIndexPage:
    choice = _choice(shelf, templates, typed)
    words = folded(choice.q).split()
    found = [each for each in shelf.rules if _is_chosen(each, choice) and all(word in each.words for word in words)]
    groups: dict[str, list[ShelvedRule]] = {}
    for each in found:
        groups.setdefault(each.family.id, []).append(each)
    whole = _counts(shelf.rules)
    return RuleIndexPage(
        choice=choice,
        families=tuple(
            FamilyRules(family, tuple(groups[family.id]), _counts(groups[family.id]))
            for family in shelf.families
            if family.id in groups
        ),
        counts=_counts(found),
        shown=len(found),
        total=len(shelf.rules),
        used={facet: tuple(value for value in values if whole[facet][value]) for facet, values in FACETS.items()},
    )


def _choice(shelf: RuleShelf, templates: Iterable[str], typed: Mapping[str, str]) -> RuleChoice:
    known = {
        **FACETS,
        "family": tuple(family.id for family in shelf.families),
        "ground": tuple(shelf.grounds),
        "template": tuple(templates),
    }
    chosen = {key: typed[key] for key, values in known.items() if typed.get(key) in values}
    return RuleChoice(q=typed.get("q", "")[:LONGEST_QUERY].strip(), **chosen)


def _is_chosen(each: ShelvedRule, choice: RuleChoice) -> bool:
    return (
        choice.family in ("", each.family.id)
        and (not choice.ground or choice.ground in each.grounds)
        and (not choice.template or choice.template in each.templates)
        and all(getattr(choice, facet) in ("", value) for facet, value in _facets(each).items())
    )


def _facets(each: ShelvedRule) -> Mapping[str, str]:
    rule = each.rule
    return {"level": rule.level, "grade": rule.verified.grade, "certainty": rule.certainty, "state": each.state}


def _counts(rules: Iterable[ShelvedRule]) -> Counts:
    found: dict[str, Counter[str]] = {facet: Counter() for facet in FACETS}
    for each in rules:
        for facet, value in _facets(each).items():
            found[facet][str(value)] += 1
    return {facet: {value: found[facet][value] for value in values} for facet, values in FACETS.items()}
