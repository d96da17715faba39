"""The library as those who write and sign the content look over it: indexes, coverage, what waits, what is proven."""

from collections.abc import Callable, Mapping
from functools import cached_property

from assistant.domain.library import Library
from assistant.ports import Clock
from assistant.services.article_page import ArticlePage, article_page
from assistant.services.coverage_page import CoveragePage, coverage_page
from assistant.services.grounds_page import ArticleGrounds, grounds_page
from assistant.services.mutation_report import MutationPage, mutation_page
from assistant.services.office_time import office_date
from assistant.services.review_worklist import Worklist, review_worklist
from assistant.services.rule_index_page import RuleIndexPage, rule_index_page
from assistant.services.rule_shelf import RuleShelf, build_shelf


class ExpertPages:
    """Reads one loaded library; safe to share between threads. ``kept_report``: of the mutations, if one was kept."""

    def __init__(self, library: Library, clock: Clock, kept_report: Callable[[], bytes | None] = lambda: None) -> None:
        self._library, self._clock, self._kept_report = library, clock, kept_report

    @cached_property
    def shelf(self) -> RuleShelf:
        return build_shelf(self._library)

    @property
    def template_titles(self) -> Mapping[str, str]:
        return {each.id: each.title for each in self._library.templates.values()}

    def rules(self, typed: Mapping[str, str]) -> RuleIndexPage:
        return rule_index_page(self.shelf, self._library.templates, typed)

    def articles(self) -> ArticlePage:
        return article_page(self._library)

    def grounds(self) -> tuple[ArticleGrounds, ...]:
        return grounds_page(self._library, self.shelf)

    def coverage(self, by: str = "") -> CoveragePage:
        return coverage_page(self._library, self.shelf, by)

    def worklist(self, show: str = "", kind: str = "", grade: str = "") -> Worklist:
        return review_worklist(self._library.review_states, office_date(self._clock.now()), show, kind, grade)

    def mutation(self) -> MutationPage | None:
        """None: no report was kept. Raises UnreadableReport."""
        raw = self._kept_report()
        return None if raw is None else mutation_page(raw, self._library)
