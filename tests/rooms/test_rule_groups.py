"""The grounds and families of the real content."""


def test_each_ground_has_as_many_rows_as_the_reference_counts(library):
    (article,) = library.grounds
    assert (article.law, article.article) == ("qadm", "84")
    assert [len(each.rows) for each in article.grounds] == [55, 5, 8, 12, 15, 7, 6, 5, 5, 9, 24]


def test_every_ground_is_touched_by_a_rule(library):
    (article,) = library.grounds
    touched = {number for rule in library.rules.values() for number in article.touched_by(rule)}
    assert touched == {each.number for each in article.grounds}


def test_every_rule_stands_in_a_family(library):
    named = {subject for family in library.rule_families for subject in family.subjects}
    assert {rule.subject for rule in library.rules.values()} <= named


def test_nothing_is_signed_by_anybody_yet(library):
    assert [each.place for each in library.review_states if each.signed_by] == []
