"""What waits for a named expert, kind by kind: the weakest grade first, then the heaviest level."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.domain.characters import folded
from assistant.domain.review_state import ReviewState

GRADES = ("disputed", "own", "1", "2+")


class Show(StrEnum):
    OPEN = "open"  # no name yet
    SIGNED = "signed"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class WorkLine:
    state: ReviewState
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class KindSum:
    """How much of one kind of content is signed, and the grades of what is not."""

    kind: str
    signed: int
    open: int
    grades: Mapping[str, int]  # of the open ones


@dataclass(frozen=True, slots=True)
class Worklist:
    show: Show
    kind: str  # '' for all
    grade: str  # '' for all
    sums: tuple[KindSum, ...]  # of everything
    groups: Mapping[str, tuple[WorkLine, ...]]  # by kind, in the order of ``sums``

    @property
    def signed(self) -> int:
        return sum(each.signed for each in self.sums)

    @property
    def open(self) -> int:
        return sum(each.open for each in self.sums)

    @property
    def grades(self) -> Mapping[str, int]:
        """Of everything open."""
        return {grade: sum(each.grades[grade] for each in self.sums) for grade in GRADES}


_FIRST = ("rule", "template", "shared", "parameter", "period", "decision-table", "grounds")


def review_worklist(
    states: Iterable[ReviewState], today: date, show: str = "", kind: str = "", grade: str = ""
) -> Worklist:
    """Unknown choices show what is open, of every kind and grade."""
    chosen = Show(show) if show in {each.value for each in Show} else Show.OPEN
    by_kind: dict[str, list[ReviewState]] = {}
    for each in states:
        by_kind.setdefault(each.kind, []).append(each)
    kinds = sorted(by_kind, key=lambda each: (_FIRST.index(each) if each in _FIRST else len(_FIRST), each))
    kind = kind if kind in by_kind else ""
    grade = grade if grade in GRADES else ""
    groups = {}
    for name in kinds:
        found = [each for each in by_kind[name] if _is_shown(each, chosen) and grade in ("", each.grade)]
        if found and kind in ("", name):
            groups[name] = tuple(WorkLine(each, _is_overdue(each, today)) for each in sorted(found, key=_urgency))
    return Worklist(chosen, kind, grade, tuple(_sum(name, by_kind[name]) for name in kinds), groups)


def _is_shown(state: ReviewState, show: Show) -> bool:
    return show is Show.ALL or (state.signed_by is not None) == (show is Show.SIGNED)


def _is_overdue(state: ReviewState, today: date) -> bool:
    return state.verified_until is not None and today > state.verified_until


def _urgency(state: ReviewState) -> tuple[int, str, date, str]:
    grade = GRADES.index(state.grade) if state.grade in GRADES else len(GRADES)
    return grade, state.level, state.verified_until or date.max, folded(state.title)


def _sum(kind: str, states: Iterable[ReviewState]) -> KindSum:
    states = list(states)
    open_ones = [each for each in states if each.signed_by is None]
    grades = Counter(each.grade for each in open_ones)
    return KindSum(kind, len(states) - len(open_ones), len(open_ones), {each: grades[each] for each in GRADES})
