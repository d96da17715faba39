"""Every rule with what experts look it up by: state, family, grounds, templates it reaches, and its words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from assistant.checks.compiled_rule import applies
from assistant.domain.characters import folded
from assistant.domain.ground import Ground
from assistant.domain.library import Library
from assistant.domain.rule import Rule
from assistant.domain.rule_family import RuleFamily


class RuleState(StrEnum):
    ACTIVE = "active"
    WAITING = "waiting"  # for a template that takes the groups it names
    DRAFT = "draft"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class ShelvedRule:
    rule: Rule
    state: RuleState
    family: RuleFamily
    grounds: frozenset[str]  # ``84-3``: article and number
    templates: frozenset[str]  # ids of the templates it reaches
    words: str  # folded, for searching


@dataclass(frozen=True, slots=True)
class RuleShelf:
    """By family, then level, then title."""

    rules: tuple[ShelvedRule, ...]
    families: tuple[RuleFamily, ...]  # in their order; folders that no family names come last
    grounds: Mapping[str, Ground]  # by the key rules name them by


def build_shelf(library: Library) -> RuleShelf:
    families = tuple(_families(library))
    places = {subject: family for family in families for subject in family.subjects}
    order = {family.id: position for position, family in enumerate(families)}
    shelved = (_shelved(rule, places[rule.subject], library) for rule in library.rules.values())
    rules = sorted(shelved, key=lambda each: (order[each.family.id], each.rule.level, folded(each.rule.title)))
    grounds = {
        ground_key(article.article, each.number): each for article in library.grounds for each in article.grounds
    }
    return RuleShelf(tuple(rules), families, grounds)


def ground_key(article: str, number: int) -> str:
    return f"{article}-{number}"


def state_of(rule: Rule, library: Library) -> RuleState:
    return RuleState.WAITING if rule.id in library.waiting else RuleState(rule.status.value)


def _families(library: Library) -> Iterator[RuleFamily]:
    yield from library.rule_families
    named = {subject for family in library.rule_families for subject in family.subjects}
    for subject in sorted({rule.subject for rule in library.rules.values()} - named):
        yield RuleFamily(subject, subject, (subject,))


def _shelved(rule: Rule, family: RuleFamily, library: Library) -> ShelvedRule:
    numbers = ((article.article, number) for article in library.grounds for number in article.touched_by(rule))
    return ShelvedRule(
        rule=rule,
        state=state_of(rule, library),
        family=family,
        grounds=frozenset(ground_key(*each) for each in numbers),
        templates=frozenset(each.id for each in library.templates.values() if applies(rule.applies_to, each)),
        words=_words(rule),
    )


def _words(rule: Rule) -> str:
    cited = (f"{each.citation} {each.note or ''}" for each in rule.basis)
    text = folded(" ".join((rule.title, rule.message, rule.id, *cited, *rule.does_not_apply)))
    return f"{text} {text.replace(' ', '')}"  # a word is found however its parts are spaced
