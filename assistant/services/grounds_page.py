"""The grounds an article names, each with the rules that touch it and the rows of the catalogue no rule covers."""

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.domain.ground import Ground, GroundsOfArticle, rows_of
from assistant.domain.library import Library
from assistant.domain.rule import RuleStatus
from assistant.services.rule_shelf import RuleShelf, ShelvedRule, ground_key


@dataclass(frozen=True, slots=True)
class GroundLine:
    ground: Ground
    key: str  # rules are looked up by it
    outcomes: tuple[str, ...]  # titles
    rules: tuple[ShelvedRule, ...]
    by_table: tuple[tuple[int, int], ...]  # spans of rows only a decision table covers
    uncovered: tuple[tuple[int, int], ...]  # spans of rows neither a rule nor a table covers

    @property
    def covered_count(self) -> int:
        return len(self.ground.rows) - sum(last - first + 1 for first, last in (*self.by_table, *self.uncovered))


@dataclass(frozen=True, slots=True)
class ArticleGrounds:
    article: GroundsOfArticle
    lines: tuple[GroundLine, ...]


def grounds_page(library: Library, shelf: RuleShelf) -> tuple[ArticleGrounds, ...]:
    """Rules set aside are left out."""
    standing = [each for each in shelf.rules if each.rule.status is not RuleStatus.RETIRED]
    by_rule = {row for each in standing for row in rows_of(each.rule.catalogue)}
    by_table = {row for table in library.tables.values() for each in table.rows for row in rows_of(each.catalogue)}
    return tuple(
        ArticleGrounds(
            article,
            tuple(_line(library, article, each, standing, by_rule, by_table) for each in article.grounds),
        )
        for article in library.grounds
    )


def _line(
    library: Library,
    article: GroundsOfArticle,
    ground: Ground,
    rules: Iterable[ShelvedRule],
    by_rule: set[int],
    by_table: set[int],
) -> GroundLine:
    key = ground_key(article.article, ground.number)
    return GroundLine(
        ground=ground,
        key=key,
        outcomes=tuple(library.outcomes[id].title for id in ground.outcome if id in library.outcomes),
        rules=tuple(each for each in rules if key in each.grounds),
        by_table=spans((ground.rows - by_rule) & by_table),
        uncovered=spans(ground.rows - by_rule - by_table),
    )


def spans(rows: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Numbers as runs: (first, last)."""
    found: list[tuple[int, int]] = []
    for row in sorted(rows):
        if found and found[-1][1] == row - 1:
            found[-1] = found[-1][0], row
        else:
            found.append((row, row))
    return tuple(found)
