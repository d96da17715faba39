"""Shares of inheritance: they add up to one, amounts add up to the estate, other classes are refused."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checks.calculators.arithmetic import apportioned
from assistant.checks.calculators.inheritance import Heirs, MissingFact, OtherClass, inheritance, shares_of


@st.composite
def families(draw):
    spouse = draw(st.sampled_from(["none", "husband", "wife"]))
    children = draw(st.booleans())
    sons, daughters = (draw(st.integers(0, 7)) if children else 0 for _ in range(2))
    father, mother = draw(st.booleans()), draw(st.booleans())
    if not sons + daughters and not father and not mother:
        father = True
    return Heirs(
        husbands=int(spouse == "husband"),
        wives=draw(st.integers(1, 4)) if spouse == "wife" else 0,
        has_father=father,
        has_mother=mother,
        sons=sons,
        daughters=daughters,
        has_grandchildren=False,
        mother_is_barred=draw(st.booleans()),
    )


def total(heirs, kind):
    return sum((share for heir, _, share in shares_of(heirs) if heir == kind), Fraction(0))


def shares(**said):
    heirs = Heirs(**{"has_grandchildren": False, "mother_is_barred": False, **said})
    return {heir: total(heirs, heir) for heir, _, _ in shares_of(heirs)}


@given(families())
def test_the_shares_of_any_family_are_positive_and_add_up_to_one(heirs):
    found = [share for _, _, share in shares_of(heirs)]
    assert sum(found) == 1
    assert all(share > 0 for share in found)


@given(families(), st.integers(1, 10**15))
def test_the_amounts_add_up_to_the_estate_to_the_rial(heirs, estate):
    found = inheritance(estate, heirs)
    assert sum(each.amount for each in found.shares) == estate
    assert all(abs(each.amount - each.share * estate) < 1 for each in found.shares)


@given(families())
def test_a_son_takes_twice_a_daughter_and_a_spouse_keeps_the_fixed_share(heirs):
    found = {(heir, number): share for heir, number, share in shares_of(heirs)}
    if heirs.sons and heirs.daughters:
        assert found["son", 1] == 2 * found["daughter", 1]
    children = heirs.has_children
    if heirs.husbands:
        assert found["husband", 1] == (Fraction(1, 4) if children else Fraction(1, 2))
    if heirs.wives:
        assert total(heirs, "wife") == (Fraction(1, 8) if children else Fraction(1, 4))


@given(st.integers(0, 10**15), st.lists(st.integers(1, 50), min_size=1, max_size=20))
def test_apportioning_loses_no_rial(whole, parts):
    amounts = apportioned(whole, [Fraction(part, sum(parts)) for part in parts])
    assert sum(amounts) == whole
    assert all(amount >= 0 for amount in amounts)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"has_father": True}, {"father": "1"}),
        ({"has_mother": True, "husbands": 1}, {"husband": "1/2", "mother": "1/2"}),
        ({"has_father": True, "has_mother": True}, {"father": "2/3", "mother": "1/3"}),
        ({"has_father": True, "has_mother": True, "mother_is_barred": True}, {"father": "5/6", "mother": "1/6"}),
        ({"husbands": 1, "has_father": True, "has_mother": True}, {"husband": "1/2", "father": "1/6", "mother": "1/3"}),
        ({"daughters": 1}, {"daughter": "1"}),
        ({"wives": 1, "daughters": 2}, {"wife": "1/8", "daughter": "7/8"}),
        ({"has_father": True, "daughters": 1}, {"father": "1/4", "daughter": "3/4"}),
        ({"has_mother": True, "daughters": 2}, {"mother": "1/5", "daughter": "4/5"}),
        (
            {"has_father": True, "has_mother": True, "daughters": 1},
            {"father": "1/5", "mother": "1/5", "daughter": "3/5"},
        ),
        (
            {"has_father": True, "has_mother": True, "daughters": 1, "mother_is_barred": True},
            {"father": "5/24", "mother": "1/6", "daughter": "5/8"},
        ),
        (
            {"husbands": 1, "has_father": True, "has_mother": True, "daughters": 2},
            {"husband": "1/4", "father": "1/6", "mother": "1/6", "daughter": "5/12"},
        ),
        ({"has_father": True, "sons": 1}, {"father": "1/6", "son": "5/6"}),
    ],
)
def test_known_families(said, expected):
    assert shares(**said) == {heir: Fraction(share) for heir, share in expected.items()}


def test_a_reduction_and_a_return_are_told():
    short = Heirs(husbands=1, has_father=True, has_mother=True, daughters=2)
    spare = Heirs(daughters=1)
    assert "daughters_less" in inheritance(100, short).texts
    assert "returned" in inheritance(100, spare).texts


def test_nobody_of_the_first_class_is_refused():
    with pytest.raises(OtherClass, match="other_class"):
        inheritance(100, Heirs(wives=1, has_grandchildren=False))


def test_grandchildren_in_the_place_of_children_are_refused():
    with pytest.raises(OtherClass, match="grandchildren_inherit"):
        inheritance(100, Heirs(has_father=True, has_grandchildren=True))


def test_grandchildren_are_asked_about_only_when_no_child_survives():
    with pytest.raises(MissingFact, match="grandchildren"):
        inheritance(100, Heirs(has_father=True))
    assert inheritance(100, Heirs(has_father=True, sons=1)).shares


def test_what_bars_the_mother_is_asked_only_where_it_matters():
    with pytest.raises(MissingFact, match="mother_barred"):
        inheritance(100, Heirs(has_father=True, has_mother=True, has_grandchildren=False))
    with pytest.raises(MissingFact, match="mother_barred"):
        inheritance(100, Heirs(has_father=True, has_mother=True, daughters=1))
    assert inheritance(100, Heirs(has_father=True, has_mother=True, sons=1)).shares
    assert inheritance(100, Heirs(has_mother=True, daughters=1)).shares
