"""Holds a compiled pattern against one sentence: where it stands, and by which words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from assistant.domain.cue import Scope
from assistant.domain.cue_pattern import Gap, Sign
from assistant.text.cues.compiled import CompiledPattern, Part, Verbs, Words
from assistant.text.cues.reading import Reading
from assistant.text.cues.verb_groups import VerbGroup
from assistant.text.cues.verb_table import LIGHT

_LONGEST_ELLIPSIS = 8  # words from «صادر و …» to the verb both share
_LONGEST_COMPOUND = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """``end`` is the word after the last; ``matched`` are the places elements stand for, the rest lies in gaps."""

    start: int
    end: int
    matched: frozenset[int]
    verb: VerbGroup | None = None  # the last one an element stands for
    sign: Sign = Sign.EITHER  # of that element


def hits(pattern: CompiledPattern, reading: Reading, anchors: Iterable[int] | None = None) -> Iterator[Hit]:
    """Shortest gaps first; hits of one pattern do not overlap. ``anchors``: where its anchor stands, when known, of a
    pattern that may match."""
    if anchors is None and not may_match(pattern, reading):
        return
    if pattern.scope is Scope.SENTENCE:
        ranges: Iterable[tuple[int, int]] = [(0, len(reading.words))]
    elif anchors is None:
        ranges = reading.clause_ranges
    else:
        ranges = [
            reading.clause_ranges[clause] for clause in dict.fromkeys([reading.clauses[each] for each in anchors])
        ]
    for low, high in ranges:
        while low < high:
            hit = _hit(pattern, reading, low, high)
            if hit is None:
                break
            yield hit
            low = max(hit.end, low + 1)


def _hit(pattern: CompiledPattern, reading: Reading, low: int, high: int) -> Hit | None:
    if len(pattern.sequences) == 1:
        return _first(pattern.sequences[0], reading, low, high)
    found: list[Hit] = []
    for sequence in pattern.sequences:
        hit = _first(sequence, reading, low, high, tuple(found))
        if hit is None:
            return None
        found.append(hit)
    start, end = min(each.start for each in found), max(each.end for each in found)
    if sum(word.weight for word in reading.words[start:end]) > pattern.within:
        return None
    first = found[0]  # the telling phrase; the others are what must stand near it
    return replace(first, matched=frozenset[int]().union(*(each.matched for each in found)))


def _first(
    sequence: tuple[Part, ...], reading: Reading, low: int, high: int, taken: tuple[Hit, ...] = ()
) -> Hit | None:
    openings = _openings(sequence[0], reading, low, high)
    if not openings:
        return None
    attempt = _Attempt(sequence, reading, high)
    for start in openings:
        hit = attempt.at(start)
        if hit is not None and not any(hit.matched & each.matched for each in taken):
            return hit
    return None


def may_match(pattern: CompiledPattern, reading: Reading) -> bool:
    """A quick look at what the whole sentence has before any place is tried."""
    if not pattern.needed_words <= reading.all_sets:
        return False
    return not any(map(reading.verbs.isdisjoint, pattern.needed_verbs))


def _openings(part: Part, reading: Reading, low: int, high: int) -> list[int]:
    """Where a sequence may begin."""
    if not isinstance(part, Words):
        return [place for place in range(low, high) if place in reading.groups or place in reading.tails]
    forms, sets = part.forms.number, reading.sets
    if part.joined is None:
        return [place for place in range(low, high) if forms in sets[place]]
    begun, words = part.joined.beginnings, reading.words
    return [place for place in range(low, high) if forms in sets[place] or words[place].loose in begun]


@dataclass(slots=True)
class _Attempt:
    sequence: tuple[Part, ...]
    reading: Reading
    high: int

    def at(self, start: int) -> Hit | None:
        found = self._rest(0, start)
        if found is None:
            return None
        places, verb, sign = found
        return Hit(start, max(places) + 1, frozenset(places), verb, sign)

    def _rest(self, part: int, place: int) -> tuple[list[int], VerbGroup | None, Sign] | None:
        """What the parts from ``part`` on stand for, when they begin at ``place``."""
        if part == len(self.sequence):
            return [], None, Sign.EITHER
        wanted = self.sequence[part]
        if isinstance(wanted, Gap):
            return self._gap(wanted.most, part, place)
        for end, verb in self._ends(wanted, part, place):
            rest = self._rest(part + 1, end)
            if rest is not None:
                places, later, sign = rest
                own = [*range(verb.start, verb.end)] if verb else [*range(place, end)]
                if later is None and verb is not None:
                    assert isinstance(wanted, Verbs)
                    return own + places, verb, wanted.sign
                return own + places, later, sign
        if place < self.high and self.reading.words[place].weight == 0:
            skipped = self._rest(part, place + 1)
            if skipped is not None:
                return skipped
        return self._rest(part + 1, place) if wanted.is_optional else None

    def _is_after_word(self, part: int, place: int) -> bool:
        """Whether the word before stands for the element before; a gap of one word may lie between, unused."""
        before = self.sequence[part - 1] if part else None
        if isinstance(before, Gap) and before.most == 1:
            before = self.sequence[part - 2]
            return isinstance(before, Words) and before.forms.number in self.reading.sets[place - 1]
        return isinstance(before, Words)

    def _gap(self, most: int, part: int, place: int) -> tuple[list[int], VerbGroup | None, Sign] | None:
        passed = 0
        sets, words = self.reading.sets, self.reading.words
        wanted = _plain_set(self.sequence[part + 1])
        while place <= self.high:
            if wanted is None or (place < self.high and wanted in sets[place]):  # else it does not stand here
                found = self._rest(part + 1, place)
                if found is not None:
                    return found
            if place == self.high:
                return None
            passed += words[place].weight
            if passed > most:
                return None
            place += 1
        return None

    def _ends(self, wanted: Words | Verbs, part: int, place: int) -> Iterator[tuple[int, VerbGroup | None]]:
        """After which words ``wanted``, the part of that number, may end when it begins at ``place``."""
        if place >= self.high:
            return
        words = self.reading.words
        if isinstance(wanted, Words):
            if wanted.forms.number in self.reading.sets[place]:
                yield place + 1, None
            if wanted.joined is not None and words[place].loose in wanted.joined.beginnings:
                key = words[place].loose
                for end in range(place + 1, min(place + _LONGEST_COMPOUND, self.high)):
                    key += words[end].loose
                    if wanted.joined.number in self.reading.form_sets.of(key):
                        yield end + 1, None
            return
        group = self.reading.groups.get(place) or self.reading.tails.get(place)
        if group is not None:
            if group.end <= self.high and _fits(group, wanted) and group.verb in wanted.infinitives:
                yield group.end, group
        elif words[place].loose == "و" and wanted.infinitives & LIGHT and self._is_after_word(part, place):
            for each in self.reading.groups_between(place, min(place + _LONGEST_ELLIPSIS, self.high)):
                if each.verb in LIGHT and each.end <= self.high and _fits(each, wanted):
                    yield each.end, each
                break


def _plain_set(part: Part) -> int | None:
    """The number of the set that one word must be of to stand for ``part``; None where that would not tell."""
    return part.forms.number if isinstance(part, Words) and not part.joined and not part.is_optional else None


def _fits(group: VerbGroup, wanted: Verbs) -> bool:
    if wanted.sign is Sign.EITHER:
        return True
    return group.negated is (wanted.sign is Sign.NEGATED)
