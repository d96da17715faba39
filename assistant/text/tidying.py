"""Applying suggestions: chosen findings make a new text, with the places of what changed for preview and undo."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import TextFinding, TextKind
from assistant.text.masks import masks_of

type Find = Callable[[str], Iterable[TextFinding]]

_ROUNDS = 6  # a letter recoded may show a half-space that is missing
_OF_CODING = frozenset((TextKind.ARABIC_LETTER, TextKind.DIGIT_MIX))  # no word or number changes by them


@dataclass(frozen=True, slots=True)
class Change:
    """``old`` stood at ``start`` of the old text, ``new`` stands at ``new_start`` of the new one."""

    start: int
    old: str
    new_start: int
    new: str


@dataclass(frozen=True, slots=True)
class Tidied:
    text: str
    changes: tuple[Change, ...] = ()

    def undone(self) -> str:
        """The text as it was before."""
        text = self.text
        for change in reversed(self.changes):
            text = text[: change.new_start] + change.old + text[change.new_start + len(change.new) :]
        return text


def applied(text: str, findings: Iterable[TextFinding], case: TextCase | None = None) -> Tidied:
    """The first suggestion of each finding. Where two overlap, the wider one speaks; what no longer fits the text, or
    would respace a number, an abbreviation or a name, is left out."""
    masks = masks_of(text, case or TextCase())
    chosen: list[TextFinding] = []
    for each in sorted(findings, key=lambda found: (found.start - found.end, found.start)):
        fits = bool(each.suggestions) and each.span == text[each.start : each.end]
        is_free = all(each.end <= other.start or other.end <= each.start for other in chosen)
        if fits and is_free and (each.kind in _OF_CODING or not masks.meets(each.start, each.end)):
            chosen.append(each)
    return _rewritten(text, sorted(chosen, key=lambda found: found.start))


def _rewritten(text: str, findings: Sequence[TextFinding]) -> Tidied:
    parts: list[str] = []
    changes: list[Change] = []
    end = length = 0
    for each in findings:
        kept = text[end : each.start]
        length += len(kept)
        changes.append(Change(each.start, each.span, length, each.suggestions[0]))
        parts += (kept, each.suggestions[0])
        length += len(each.suggestions[0])
        end = each.end
    return Tidied("".join((*parts, text[end:])), tuple(changes))


def tidied(text: str, find: Find, case: TextCase | None = None, kinds: Iterable[TextKind] | None = None) -> Tidied:
    """Every safe suggestion (of these kinds), until none is left: tidying the result again changes nothing."""
    wanted = None if kinds is None else frozenset(kinds)
    new = text
    for _ in range(_ROUNDS):
        findings = (each for each in find(new) if each.safe and (wanted is None or each.kind in wanted))
        result = applied(new, findings, case)
        if result.text == new:
            break
        new = result.text
    return _difference(text, new)


def _difference(old: str, new: str) -> Tidied:
    """The changes between two texts, word by word."""
    if old == new:
        return Tidied(old)
    from difflib import SequenceMatcher

    old_words, new_words = _pieces(old), _pieces(new)
    changes: list[Change] = []
    old_places, new_places = _places(old_words), _places(new_words)
    for tag, i, j, m, n in SequenceMatcher(a=old_words, b=new_words, autojunk=False).get_opcodes():
        if tag != "equal":
            changes.append(Change(old_places[i], "".join(old_words[i:j]), new_places[m], "".join(new_words[m:n])))
    return Tidied(new, tuple(changes))


def _pieces(text: str) -> list[str]:
    """Words and the blanks between them, each letter in exactly one piece."""
    pieces: list[str] = []
    for letter in text:
        if pieces and letter.isspace() == pieces[-1][-1].isspace() and letter != "\n":
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces


def _places(pieces: Sequence[str]) -> list[int]:
    places = [0]
    for piece in pieces:
        places.append(places[-1] + len(piece))
    return places
