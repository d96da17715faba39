"""A text with suggestions put in, and where: for the look before and after."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """``old`` stood at ``start`` of the old text, ``new`` stands at ``new_start`` of the new one."""

    start: int
    old: str
    new_start: int
    new: str

    @property
    def end(self) -> int:
        return self.start + len(self.old)

    @property
    def new_end(self) -> int:
        return self.new_start + len(self.new)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text before and after: equal where nothing changes."""

    before: str
    after: str

    @property
    def is_changed(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Tidied:
    text: str
    changes: tuple[Change, ...] = ()  # in order and apart

    def pieces(self) -> Iterator[Piece]:
        """The whole text, part by part."""
        end = 0
        for change in self.changes:
            if change.new_start > end:
                same = self.text[end : change.new_start]
                yield Piece(same, same)
            yield Piece(change.old, change.new)
            end = change.new_end
        if end < len(self.text):
            yield Piece(self.text[end:], self.text[end:])

    def then(self, later: "Tidied") -> "Tidied":
        """Both as one; ``later`` changed the text of this one. What meets or touches becomes one change."""
        changes: list[Change] = []
        before = after = 0  # how far the old and the new text are ahead of the one between
        for start, end, earlier, following in _meeting(self.changes, later.changes):
            old = _replaced(self.text, start, end, ((each.new_start, each.new_end, each.old) for each in earlier))
            new = _replaced(self.text, start, end, ((each.start, each.end, each.new) for each in following))
            if old != new:
                changes.append(Change(start + before, old, start + after, new))
            before += len(old) - (end - start)
            after += len(new) - (end - start)
        return Tidied(later.text, tuple(changes))


type _Meeting = tuple[int, int, list[Change], list[Change]]


def _meeting(earlier: Iterable[Change], later: Iterable[Change]) -> Iterator[_Meeting]:
    """Stretches of the text between, each with the changes that led to it and those made of it."""
    places = [(each.new_start, each.new_end, each, True) for each in earlier]
    places += [(each.start, each.end, each, False) for each in later]
    places.sort(key=lambda place: place[:2])
    while places:
        begin, stop = places[0][:2]
        count = 0
        while count < len(places) and places[count][0] <= stop:
            stop = max(stop, places[count][1])
            count += 1
        group, places = places[:count], places[count:]
        yield begin, stop, [each[2] for each in group if each[3]], [each[2] for each in group if not each[3]]


def _replaced(text: str, start: int, end: int, parts: Iterable[tuple[int, int, str]]) -> str:
    made: list[str] = []
    for begin, stop, words in parts:
        made += (text[start:begin], words)
        start = stop
    return "".join((*made, text[start:end]))
