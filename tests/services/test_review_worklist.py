"""The worklist: the weakest grade first, then the heaviest level; what is signed is counted beside what is open."""

from dataclasses import replace

from assistant.domain.jalali import to_gregorian
from assistant.domain.review_state import ReviewState
from assistant.services.review_worklist import Show, review_worklist
from tests.tiny_house.house import ON


def state(id: str, grade: str, level: str = "L2", kind: str = "rule", **more: object) -> ReviewState:
    return replace(ReviewState(kind, id, id, f"rules/{id}.yaml", grade, level), **more)  # type: ignore[arg-type]


STATES = (
    state("two", "2+"),
    state("own-light", "own", "L4"),
    state("own-heavy", "own", "L1"),
    state("argued", "disputed", "L4"),
    state("signed", "own", signed_by="کارشناس", signed_on="1405-09-02"),
    state("number", "own", "", "parameter", verified_until=to_gregorian("1405-08-30")),
    state("later", "own", "", "parameter", verified_until=to_gregorian("1406-08-30")),
    state("board", "1", "", "board", verified_until=to_gregorian("1406-08-30"), signed_by="کارشناس"),
)


def ids(page) -> dict[str, list[str]]:
    return {kind: [line.state.id for line in lines] for kind, lines in page.groups.items()}


def test_what_is_open_stands_by_kind_the_weakest_grade_first_then_the_heaviest_level():
    page = review_worklist(STATES, ON)
    assert page.show is Show.OPEN
    assert ids(page) == {"rule": ["argued", "own-heavy", "own-light", "two"], "parameter": ["number", "later"]}


def test_signed_and_open_are_counted_for_every_kind_with_the_grades_of_the_open_ones():
    page = review_worklist(STATES, ON, kind="parameter")
    assert [(each.kind, each.signed, each.open) for each in page.sums] == [
        ("rule", 1, 4),
        ("parameter", 0, 2),
        ("board", 1, 0),
    ]
    assert page.sums[0].grades == {"disputed": 1, "own": 2, "1": 0, "2+": 1}
    assert (page.signed, page.open) == (2, 6)
    assert page.grades == {"disputed": 1, "own": 4, "1": 0, "2+": 1}


def test_the_signed_ones_can_be_looked_at_and_everything_too():
    assert ids(review_worklist(STATES, ON, "signed")) == {"rule": ["signed"], "board": ["board"]}
    assert sum(map(len, ids(review_worklist(STATES, ON, "all")).values())) == len(STATES)


def test_a_kind_and_a_grade_narrow_the_list():
    assert ids(review_worklist(STATES, ON, kind="parameter")) == {"parameter": ["number", "later"]}
    assert ids(review_worklist(STATES, ON, grade="disputed")) == {"rule": ["argued"]}


def test_a_number_past_its_date_says_so():
    lines = review_worklist(STATES, ON, kind="parameter").groups["parameter"]
    assert [line.is_overdue for line in lines] == [True, False]


def test_choices_nobody_offers_show_what_is_open():
    page = review_worklist(STATES, ON, "<b>", "none", "3")
    assert (page.show, page.kind, page.grade) == (Show.OPEN, "", "")
