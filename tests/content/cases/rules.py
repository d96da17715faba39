"""Rules, parameters and wording."""

# ruff: noqa: E501 (a table)

from tests.content.case import (
    ADVICE,
    CARD_AGE,
    CEILING,
    CITY,
    FINE,
    FORM,
    LAUNCH,
    MEMBERS,
    STORY,
    Case,
    edit,
)
from tests.content.tree import tiny_files, with_file

RULES = [
    edit("rule_unknown_law", FINE, "{law: club,", "{law: clubb,", nearest="club"),
    edit("rule_unknown_outcome", FINE, "outcome: [reminder]", "outcome: [reminders]", nearest="reminder"),
    edit("rule_without_basis", CARD_AGE, "basis: [{law: cards, article: '2'}]", "basis: []"),
    edit("basis_without_article", CARD_AGE, "basis: [{law: cards, article: '2'}]", "basis: [{law: cards}]"),
    edit("precedent_without_number", CITY, "certainty: text_of_law", "certainty: unified_precedent"),
    edit("disputed_rule_level", CARD_AGE, "level: L4", "level: L3"),
    edit("disputed_rule_message", CARD_AGE, "رویهٔ شوراها یکسان نیست", "همه یک نظر دارند",
         at="message:"),
    edit("disputed_grade_level", FINE, "grade: '2+'", "grade: disputed", at="level: L2"),
    edit("review_without_date", FINE, "reviewed_by: null", "reviewed_by: کارشناس نمونه"),
    edit("review_without_date", STORY, "reviewed_on: null", "reviewed_on: 1405-01-01"),
    edit("in_force_contradiction", FINE, "until: null", "until: 1389-12-29"),
    edit("in_force_parameter", CITY, "{parameter: card_launch,", "{parameter: card_lunch,", nearest="card_launch"),
    edit("rule_examples_missing", CARD_AGE, "expect: fires", "expect: clear", at="examples:"),
    edit("example_name_duplicate", CARD_AGE, "{name: کارت تازه,", "{name: کارت کهنه,",
         at="{name: کارت کهنه, template: card-renewal, on: 1405-09-01, answers: {card_date: 1405"),
    edit("rule_unknown_template", FINE, "templates: [book-return]", "templates: [book-return, book-retur]", nearest="book-return"),
    edit("rule_unknown_group", CITY, "groups: [members]", "groups: [members, memebr]", nearest="member"),
    edit("rule_reaches_no_template", CARD_AGE, "{stages: [request]}", "{stages: [request], families: [money]}"),
    edit("rule_silent_everywhere", CARD_AGE, "needs: [card_date]", "needs: [card_date, books]"),
    edit("rule_without_guard", FINE, "  reason in ['late', 'lost']\n", "  !(reason_text == 'x')\n", at="when: |"),
    Case("rule_group_without_place",
         with_file(CITY, tiny_files()[CITY].replace(b"[members]", b"[members, member]").replace(b"template: card-renewal", b"template: null")),
         CITY, "applies_to: {groups: [members, member]}"),
    edit("example_without_form", CARD_AGE, "{name: کارت تازه, template: card-renewal,", "{name: کارت تازه, template: null,"),
    edit("example_unknown_parameter", CARD_AGE, "answers: {card_date: 1405-01-01},", "given: {card_lunch: 1405-01-01}, answers: {card_date: 1405-01-01},",
         at="{name: کارت تازه", nearest="card_launch"),
    Case("planned_template_exists",
         with_file("templates/planned.yaml", "- {id: book-return, title: بازگرداندن کتاب, family: other, stage: request}\n"),
         "templates/planned.yaml"),
    edit("example_missing_list", CARD_AGE, "blank: [], expect: undetermined, missing: [card_date]", "blank: [], expect: undetermined"),
    edit("example_missing_list", CARD_AGE, "expect: fires}", "expect: fires, missing: [card_date]}"),
    edit("example_unknown_template", CARD_AGE, "{name: کارت تازه, template: card-renewal", "{name: کارت تازه, template: card-renewel",
         nearest="card-renewal"),
    edit("example_foreign_template", CARD_AGE, "{name: کارت تازه, template: card-renewal, on: 1405-09-01, answers: {card_date: 1405-01-01}",
         "{name: کارت تازه, template: book-return, on: 1405-09-01, answers: {}"),
    edit("message_refused", FINE, "مادهٔ ۷ آیین‌نامه", "بهتر است شورا بداند؛ مادهٔ ۷ آیین‌نامه", at="message: |"),
    edit("message_doubtful", FINE, "مادهٔ ۷ آیین‌نامه", "جریمه بسیار زیاد است! مادهٔ ۷ آیین‌نامه", at="message: |"),
]  # fmt: skip

PARAMETERS = [
    edit("parameter_two_values_one_day", CEILING, "{from: 1400-01-01,", "{from: 1390-01-01,", at="{from: 1390-01-01, value: 2000"),
    edit("parameter_unordered", CEILING, "{from: 1400-01-01,", "{from: 1380-01-01,"),
    edit("parameter_value_kind", CEILING, "value: 1000,", "value: هزار,"),
    edit("parameter_value_kind", LAUNCH, "value: 1396-01-01,", "value: 1396-13-01,"),
    edit("parameter_unknown_law", CEILING, "{law: club,", "{law: clib,", nearest="club"),
    Case("parameter_unused", with_file("rules/parameters/spare.yaml", tiny_files()[LAUNCH].replace(b"id: card_launch", b"id: spare")),
         "rules/parameters/spare.yaml"),
]  # fmt: skip

WORDING = [
    edit("wording_pattern_invalid", ADVICE, "'بهتر است', ", "'بهتر است', '(', "),
    edit("wording_pattern_invalid", ADVICE, "'بهتر است', ", "'بهتر است', '(a+)+', "),
    edit("wording_without_pattern", ADVICE, "allowed: ['سقف جریمه دو هزار ریال است.', 'شما را به خدا سپرد.']", "allowed: []"),
    edit("wording_refused_passes", ADVICE, "'جریمهٔ شما زیاد است.'", "'جریمه زیاد است.'"),
    edit("wording_allowed_refused", ADVICE, "'شما را به خدا سپرد.'", "'شما بدهکارید.'"),
    edit("wording_allowed_refused", "rules/wording/disputed-practice.yaml", "'دربارهٔ جریمه رویهٔ شوراها یکسان نیست.'", "'جریمه.'"),
    edit("help_refused", FORM, "علتی که در برگ امانت نوشته شده است.", "علتی که شما در برگ نوشته است."),
    edit("help_refused", MEMBERS, "help: هر عضو در یک ردیف نوشته می‌شود.", "help: بهتر است هر عضو نوشته شود."),
]  # fmt: skip
