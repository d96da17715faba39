"""Lists while a condition runs: each member with its place and whether it surely belongs, and what may still come."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from assistant.domain.answers import AnswerList, Marker
from assistant.domain.condition.three_valued import Undetermined, merged
from assistant.domain.paths import open_end

type Place = str | tuple[str, int]  # a concrete path, or a list's path with an index
type Entry = tuple[Any, Place, Any]  # value, place, and whether it belongs: True or the reason why that is open


@dataclass(slots=True)
class Members:
    entries: list[Entry]
    rest: Undetermined | None = None  # why further members may come


NONE = Members([])


def place_text(place: Place) -> str:
    return place if isinstance(place, str) else f"{place[0]}[{place[1]}]"


class PlacedList(AnswerList):
    """A list derived from answers, whose members know the answer path they come from."""

    __slots__ = ("places",)

    def __init__(self, members: Iterable[tuple[Any, str]] = ()) -> None:
        pairs = list(members)
        super().__init__(value for value, _ in pairs)
        self.places = [place for _, place in pairs]


def members_of(value: Any, path: str) -> Members:
    """The members of a list standing at ``path`` of the document; a hidden or blank list has none.

    A member that is itself undetermined belongs perhaps.
    """
    if value.__class__ is Members:
        return value
    if value.__class__ is Undetermined:
        return Members([], value)
    if value is None or value.__class__ is Marker:
        return Members([], Undetermined(unknown=(path,))) if value is Marker.DONT_KNOW else NONE
    if value.__class__ is PlacedList:
        placed = zip(value, value.places, strict=True)
        return Members([(item, place, item if item.__class__ is Undetermined else True) for item, place in placed])
    entries: list[Entry] = [
        (item, (path, index), item if item.__class__ is Undetermined else True) for index, item in enumerate(value)
    ]
    return Members(entries, Undetermined((open_end(path),)) if getattr(value, "is_open", False) else None)


def joined(left: Members, right: Members) -> Members:
    rests = [rest for rest in (left.rest, right.rest) if rest is not None]
    return Members(left.entries + right.entries, merged(rests) if rests else None)


def size_bounds(members: Members) -> tuple[int, int | None, Undetermined | None]:
    """Fewest and most members, most None without a bound; and why the count is open, None when it is not."""
    reasons = [belongs for _, _, belongs in members.entries if belongs is not True]
    fewest = len(members.entries) - len(reasons)
    if members.rest is not None:
        return fewest, None, merged([*reasons, members.rest])
    return fewest, len(members.entries), merged(reasons) if reasons else None


def size(members: Members) -> Any:
    fewest, _, reasons = size_bounds(members)
    return fewest if reasons is None else reasons


def has_members(members: Members) -> Any:
    return any_true(((True, belongs) for _, _, belongs in members.entries), members.rest)


def total(members: Members) -> Any:
    """The sum; blank items count nothing."""
    reasons: list[Any] = []
    result: Any = 0
    for value, _, belongs in members.entries:
        if value is None:
            continue
        if belongs is not True or value.__class__ is Undetermined:
            reasons += [belongs, value]
        else:
            result += value
    if members.rest is not None:
        reasons.append(members.rest)
    return merged(reasons) if reasons else result


def contains(value: Any, members: Members) -> Any:
    """``in``: null is in no list; nothing is in an empty one."""
    if value is None or (not members.entries and members.rest is None):
        return False
    reasons: list[Any] = []
    for each, _, belongs in members.entries:
        if each is None:
            continue
        if value.__class__ is Undetermined or each.__class__ is Undetermined:
            reasons += [value, belongs, each]
        elif each == value:
            if belongs is True:
                return True
            reasons.append(belongs)
    if members.rest is not None:
        reasons += [value, members.rest]
    return merged(reasons) if reasons else False


def any_true(outcomes: Iterable[tuple[Any, Any]], rest: Undetermined | None) -> Any:
    """``exists`` over (outcome of a member, belongs)."""
    reasons: list[Any] = []
    for outcome, belongs in outcomes:
        if outcome is True and belongs is True:
            return True
        if outcome is not False and outcome is not None:
            reasons += [belongs, outcome]
    if rest is not None:
        reasons.append(rest)
    return merged(reasons) if reasons else False


def all_true(outcomes: Iterable[tuple[Any, Any]], rest: Undetermined | None) -> Any:
    """``all``: one member known to belong and to fail settles it."""
    reasons: list[Any] = []
    for outcome, belongs in outcomes:
        if outcome is True:
            continue
        if outcome.__class__ is not Undetermined and belongs is True:
            return False
        reasons += [belongs, outcome]
    if rest is not None:
        reasons.append(rest)
    return merged(reasons) if reasons else True


def one_true(outcomes: Iterable[tuple[Any, Any]], rest: Undetermined | None) -> Any:
    """``exists_one``: two are too many whatever else comes."""
    reasons: list[Any] = []
    count = 0
    for outcome, belongs in outcomes:
        if outcome is True and belongs is True:
            count += 1
        elif outcome is not False and outcome is not None:
            reasons += [belongs, outcome]
    if rest is not None:
        reasons.append(rest)
    if count > 1:
        return False
    return merged(reasons) if reasons else count == 1


def kept(members: Members, outcome_of: Callable[[Any, Place], Any]) -> Members:
    """``filter``: a member whose outcome is open belongs perhaps."""
    entries: list[Entry] = []
    for value, place, belongs in members.entries:
        outcome = outcome_of(value, place)
        if outcome is True:
            entries.append((value, place, belongs))
        elif outcome.__class__ is Undetermined:
            entries.append((value, place, merged((belongs, outcome))))
    return Members(entries, members.rest)
