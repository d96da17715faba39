"""Families of rules, and the grounds of an article."""

# ruff: noqa: E501 (a table)

from tests.content.case import edit

FAMILIES = "rules/rule-families.yaml"
GROUNDS_FILE = "rules/grounds-of-article-7.yaml"

RULE_FAMILIES = [
    edit("family_unknown_subject", FAMILIES, "subjects: [cards]", "subjects: [cards, loanz]", at="- {id: membership", nearest="loans"),
    edit("family_subject_twice", FAMILIES, "subjects: [cards]", "subjects: [cards, loans]", at="- {id: membership"),
    edit("rule_without_family", FAMILIES, "- {id: membership, title: عضویت, subjects: [cards]}\n", "", told_in="rules/cards/card-age-practice.yaml", at="id: card-age-practice"),
    edit("duplicate_entry", FAMILIES, "{id: membership", "{id: lending", at="- {id: lending, title: عضویت"),
]  # fmt: skip

GROUNDS = [
    edit("grounds_unknown_law", GROUNDS_FILE, "law: club", "law: clob", nearest="club"),
    edit("grounds_unknown_outcome", GROUNDS_FILE, "outcome: [council]", "outcome: [concil]", at="- {number: 2", nearest="council"),
    edit("grounds_numbering", GROUNDS_FILE, "number: 2", "number: 3", at="- {number: 3", nearest="2"),
    edit("grounds_rows", GROUNDS_FILE, "from: 3, to: 5", "from: 5, to: 3", at="- {number: 1"),
    edit("grounds_rows", GROUNDS_FILE, "rows: [1, ", "rows: [4, ", at="- {number: 1"),
    edit("file_name_differs", GROUNDS_FILE, "id: grounds-of-article-7", "id: grounds-of-article-8", nearest="grounds-of-article-7"),
]  # fmt: skip
