"""The grounds an article of law names one by one, and which rows of the catalogue of checks belong to each."""

from dataclasses import dataclass

from assistant.domain.rule import Rule


@dataclass(frozen=True, slots=True)
class Ground:
    number: int  # the article's clause
    short: str  # heading of a narrow column
    title: str
    outcome: tuple[str, ...]  # ids of rules/outcomes.yaml
    rows: frozenset[int]  # of the catalogue of checks
    grade: str


@dataclass(frozen=True, slots=True)
class GroundsOfArticle:
    id: str
    title: str
    law: str
    article: str
    grounds: tuple[Ground, ...]
    note: str = ""

    def touched_by(self, rule: Rule) -> frozenset[int]:
        """Numbers of the grounds a rule covers a row of, or cites by its clause."""
        rows = rows_of(rule.catalogue)
        cited = {each.clause for each in rule.basis if (each.law, each.article) == (self.law, self.article)}
        return frozenset(each.number for each in self.grounds if rows & each.rows or str(each.number) in cited)


def rows_of(catalogue: tuple[str, ...]) -> frozenset[int]:
    """The numbered rows among those a rule or a row of a table names."""
    return frozenset(int(each) for each in catalogue if each.isdecimal())
