"""Rules by article: laws in the order of their list, articles as numbers, rulings apart."""

from assistant.services.article_page import article_page
from tests.services.expert_world import GROUNDS, expert_library

PAGE = article_page(expert_library())


def test_laws_stand_in_the_order_of_their_list_and_count_each_rule_once():
    assert [(each.law.key, each.rule_count) for each in PAGE.laws] == [("cards", 1), ("club", 3)]


def test_articles_stand_by_number_and_a_repeated_article_after_its_own():
    club = PAGE.laws[1]
    assert [each.article for each in club.articles] == ["7", "21", "21 مکرر"]


def test_the_rules_of_an_article_stand_by_clause_each_with_its_clauses():
    seven = PAGE.laws[1].articles[0]
    assert [(each.rule.id, each.clauses) for each in seven.rules] == [
        ("waiting-one", ("1",)),
        ("height-over-limit", ("2",)),
    ]


def test_an_article_whose_grounds_are_listed_says_so():
    assert [each.grounds for each in PAGE.laws[1].articles] == [GROUNDS.id, "", ""]


def test_a_rule_set_aside_is_not_shown():
    assert "99" not in {article.article for law in PAGE.laws for article in law.articles}


def test_unifying_rulings_stand_apart_with_what_was_noted_of_them():
    (ruling,) = PAGE.rulings
    assert (ruling.number, ruling.notes, [rule.id for rule in ruling.rules]) == ("805", ("1399/10/16",), ["ruled-one"])


def test_a_law_without_a_rule_is_named():
    assert [law.key for law in PAGE.unused] == ["unused"]
