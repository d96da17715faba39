"""The rules of a draft as the pages draw them: by state, and one rule with its condition."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import url_for

from assistant.domain.used_value import UsedValue
from assistant.services.draft_book import OpenDraft
from assistant.services.explanations import Explanations, RuleExplained, RuleLine, RuleState
from assistant.services.next_questions import missing_label
from assistant.web.draft_page import field_link
from assistant.web.filing_date import other_date


@dataclass(frozen=True, slots=True)
class RulesPage:
    opened: OpenDraft
    groups: tuple[tuple[RuleState, tuple[RuleLine, ...]], ...]  # in this order, empty ones left out
    used: tuple[UsedValue, ...]
    why: Callable[[str], str]  # rule id → address
    back: str

    @property
    def count(self) -> int:
        return sum(len(lines) for _, lines in self.groups)


@dataclass(frozen=True, slots=True)
class RulePage:
    opened: OpenDraft
    explained: RuleExplained
    link: Callable[[str], str]
    missing: tuple[tuple[str, str], ...]  # address and name of each answer that would settle it
    back: str


def rules_page(opened: OpenDraft, explanations: Explanations) -> RulesPage:
    lines = explanations.lines(opened.review)
    groups = ((state, tuple(line for line in lines if line.state is state)) for state in RuleState)
    carried = other_date(opened)

    def why(rule_id: str) -> str:
        return url_for("draft_rules.why", draft_id=opened.draft.id, rule_id=rule_id, **carried)

    return RulesPage(
        opened=opened,
        groups=tuple((state, found) for state, found in groups if found),
        used=explanations.values_used(opened.review),
        why=why,
        back=url_for("drafting.review", draft_id=opened.draft.id, **carried),
    )


def rule_page(opened: OpenDraft, explanations: Explanations, rule_id: str) -> RulePage:
    back = url_for("draft_rules.index", draft_id=opened.draft.id, **other_date(opened))
    explained, link, form = explanations.explain(opened.review, rule_id), field_link(opened), opened.template.form
    missing = ((link(path.removesuffix("[+]")), missing_label(form, path)) for path in explained.line.missing)
    return RulePage(opened, explained, link, tuple(missing), back)
