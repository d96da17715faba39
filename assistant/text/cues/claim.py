"""What is laid to another, and how far it goes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.text.cues.verb_groups import CONCLUSIONS, turns

if TYPE_CHECKING:
    from assistant.text.cues.reading import Reading


_OWN = frozenset(("من", "اینجانب", "بنده", "ما"))
_NAMED_WITHIN = 3  # words between «ادعای» and its «که»


@dataclass(frozen=True, slots=True)
class Claim:
    """What stands from ``start`` up to ``end`` is said by another; ``place`` is the word of saying."""

    place: int
    start: int
    end: int
    is_source: bool = False  # «به گفته خوانده»
    is_noun: bool = False  # «ادعای خوانده مبنی بر پرداخت»: the verb of the clause speaks of the claim


def end_of_claim(start: int, reading: "Reading") -> int:
    """Up to ولی, لذا and the like; «پرداخت نشده بلکه بخشیده شده» is one claim."""
    words = reading.words
    called_untrue = (  # «اینکه خوانده می‌گوید … درست نیست»
        each.end
        for each in reading.denials
        if each.is_clause and each.start <= start + _NAMED_WITHIN and start <= each.end <= each.place
    )
    end = min(called_untrue, default=len(words))
    for place in range(start, end):
        word = words[place].loose
        if word in CONCLUSIONS or _is_contrast(place, reading) or _is_own_turn(place, start, reading):
            return place
        if turns(words, place) and not (word == "بلکه" and _is_negated_before(place, start, reading)):
            return place
    return end


def _is_negated_before(place: int, start: int, reading: "Reading") -> bool:
    """Whether بلکه corrects what was said in the claim, and not the claim itself."""
    low = max(start, reading.clause_bounds(place - 1)[0])
    if any(word.loose == "نه" for word in reading.words[low:place]):  # «نه برای خود بلکه …»
        return True
    return any(group.negated for group in reading.groups_between(low, place)) and not any(
        low <= each.place < place for each in reading.denials
    )


def _is_own_turn(place: int, start: int, reading: "Reading") -> bool:
    """«گفتند تا امضا نکنی نمی‌روی، من هم امضا کردم»"""
    words = reading.words
    if words[place].loose not in _OWN or place <= start + 1 or place + 1 >= len(words):
        return False
    is_after_verb = any(group.end == place for group in reading.groups_between(start, place))
    return is_after_verb and words[place + 1].loose in ("هم", "نیز")


def _is_contrast(place: int, reading: "Reading") -> bool:
    """«مدعی پرداخت است در صورتی که چیزی نپرداخته»: whereas."""
    words = reading.words
    if words[place].loose == "درصورتیکه":
        after = place + 1
    elif words[place].loose in ("صورتی", "صورتیکه") and words[place - 1].loose == "در":
        after = place + 2 if words[place].loose == "صورتی" else place + 1
    else:
        return False
    if after >= len(words):
        return False
    groups = list(reading.groups_between(after, reading.clause_bounds(after)[1]))
    return bool(groups) and not any(group.subjunctive for group in groups)


def goes_on(place: int, reading: "Reading") -> bool:
    return place < len(reading.words) and (reading.words[place].loose == "که" or reading.words[place].stop)
