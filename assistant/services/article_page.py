"""Rules by what they rest on: laws in their order, articles by number, unifying rulings apart."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.domain.characters import latin_digits
from assistant.domain.library import Law, Library
from assistant.domain.rule import Rule, RuleStatus

_NUMBER = re.compile(r"[0-9]+")


@dataclass(frozen=True, slots=True)
class CitingRule:
    rule: Rule
    clauses: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleRules:
    article: str  # '' for the law as a whole
    rules: tuple[CitingRule, ...]
    grounds: str = ""  # id of its grounds, where they are listed one by one


@dataclass(frozen=True, slots=True)
class LawRules:
    law: Law
    articles: tuple[ArticleRules, ...]
    rule_count: int  # each rule once


@dataclass(frozen=True, slots=True)
class RulingRules:
    number: str
    notes: tuple[str, ...]  # what was written of it: mostly its date
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    laws: tuple[LawRules, ...]
    rulings: tuple[RulingRules, ...]
    unused: tuple[Law, ...]  # no rule rests on them


def article_page(library: Library) -> ArticlePage:
    """Rules set aside are left out."""
    found: dict[str, dict[str, dict[str, list[tuple[str, str]]]]] = {key: {} for key in library.laws}
    rulings: dict[str, dict[str, str]] = {}
    rules = {id: rule for id, rule in library.rules.items() if rule.status is not RuleStatus.RETIRED}
    for id, rule in rules.items():
        for each in rule.basis:
            if each.law in found:
                article = latin_digits(each.article or "").strip()
                cited = found[each.law].setdefault(article, {}).setdefault(id, [])
                cited.append((each.clause or "", each.note or ""))
            if each.unified_precedent:
                rulings.setdefault(latin_digits(each.unified_precedent), {})[id] = each.note or ""
    return ArticlePage(
        laws=tuple(_law(library, key, articles, rules) for key, articles in found.items() if articles),
        rulings=tuple(_ruling(number, rulings[number], rules) for number in sorted(rulings, key=_in_order)),
        unused=tuple(law for key, law in library.laws.items() if not found[key]),
    )


def _law(
    library: Library, key: str, articles: Mapping[str, Mapping[str, list[tuple[str, str]]]], rules: Mapping[str, Rule]
) -> LawRules:
    listed = {each.article: each.id for each in library.grounds if each.law == key}
    return LawRules(
        law=library.laws[key],
        articles=tuple(
            ArticleRules(article, _citing(articles[article], rules), listed.get(article, ""))
            for article in sorted(articles, key=_in_order)
        ),
        rule_count=len({id for cited in articles.values() for id in cited}),
    )


def _citing(cited: Mapping[str, list[tuple[str, str]]], rules: Mapping[str, Rule]) -> tuple[CitingRule, ...]:
    found = (
        CitingRule(
            rules[id],
            tuple(dict.fromkeys(clause for clause, _ in places if clause)),
            tuple(dict.fromkeys(note for _, note in places if note)),
        )
        for id, places in cited.items()
    )
    return tuple(sorted(found, key=lambda each: ([_in_order(clause) for clause in each.clauses], each.rule.title)))


def _ruling(number: str, notes: Mapping[str, str], rules: Mapping[str, Rule]) -> RulingRules:
    found = sorted((rules[id] for id in notes), key=lambda rule: rule.title)
    return RulingRules(number, tuple(dict.fromkeys(note for note in notes.values() if note)), tuple(found))


def _in_order(text: str) -> tuple[int, str]:
    """By the first number in it; «21 مکرر» after 21; what holds no number comes first."""
    number = _NUMBER.search(latin_digits(text))
    return (int(number.group()) if number else 0), text
