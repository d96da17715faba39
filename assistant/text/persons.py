"""Names of the parties in the text against those of the form: spelt by a slip otherwise, or set on the other side.

A name that may be another person's is let pass: a relative, a witness, anybody whose name is a common one.
Parties the text never mentions and persons the form does not know are no findings: neither is wrong.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from assistant.domain.text_case import NamedPerson, Side, TextCase
from assistant.domain.text_finding import TextFinding, TextKind, TextLevel
from assistant.domain.words import Words
from assistant.text.letters import folded, loose
from assistant.text.party_roles import role_of, sides_swapped
from assistant.text.person_names import (
    COMPANY_WORDS,
    NameIndex,
    NameKey,
    NameWord,
    before,
    name_index,
    name_words,
    whole_names,
)
from assistant.text.sentences import Sentence
from assistant.text.verbs import verb_forms

OTHER_SPELLING = "در متن «{text}» و در پاسخ‌ها «{name}» آمده است."
_LONG = 5  # letters of a word of which two may differ
_ENDINGS = ("ی", "ها", "های", "هایی", "را", "ام", "ات", "اش", "اند", "ست", "م")
_NO_PARTY = frozenset(map(loose, (
    "شاهد", "گواه", "شهود", "گواهان", "کارشناس", "وکیل", "وکلای", "داور", "قاضی", "دادرس", "رئیس", "مدیر",
    "مدیرعامل", "نماینده", "برادر", "خواهر", "پدر", "مادر", "پسر", "دختر", "فرزند", "فرزندان", "همسر", "سردفتر",
    "مشاور", "شریک", "ضامن", "ظهرنویس", "راننده", "مالک", "مورث", "متوفی", "همسایه", "مستأجر", "خریدار",
    "فروشنده", "عمو", "دایی", "خاله", "عمه", "نوه", "داماد", "عروس", "وراث", "ورثه", "کارمند", "حسابدار",
    "مترجم", "پزشک", "خیابان", "کوچه", "شهید", "بلوار", "میدان",
)))  # fmt: skip


@dataclass(frozen=True)
class PersonCheck:
    """``words`` tells which words and names are common; it is called once, when the first text is read."""

    words: Callable[[], Words]

    def __call__(self, text: str, parts: Sequence[Sentence], case: TextCase) -> Iterable[TextFinding]:
        index = name_index(case)
        if not index.keys:
            return
        runs = [(part, name_words(part, index.words)) for part in parts]
        rightly = {
            key.person for _, found in runs for run in found for _, _, keys in whole_names(run, index) for key in keys
        }
        for part, found in runs:
            for run in found:
                taken = {place for start, end, _ in whole_names(run, index) for place in range(start, end)}
                for each in self._slips(part, run, index, case, taken, rightly):
                    yield each.moved(part.start)
            for each in sides_swapped(part, found, index, case):
                yield each.moved(part.start)

    def _slips(
        self,
        part: Sentence,
        run: Sequence[NameWord],
        index: NameIndex,
        case: TextCase,
        taken: set[int],
        rightly: set[NamedPerson],
    ) -> Iterator[TextFinding]:
        best: dict[int, tuple[int, NameKey, int, int]] = {}  # differing word → distance, key, first, after
        for place, word in enumerate(run):
            for key, offset in index.by_part.get(word.loose, ()):
                start, end = place - offset, place - offset + len(key.parts)
                if start < 0 or end > len(run) or taken.intersection(range(start, end)):
                    continue
                differing = [each for each in range(start, end) if run[each].loose != key.parts[each - start]]
                if len(differing) != 1 or len(key.parts) < 2:
                    continue
                distance = _distance(run[differing[0]].loose, key.parts[differing[0] - start])
                if distance and (differing[0] not in best or distance < best[differing[0]][0]):
                    best[differing[0]] = (distance, key, start, end)
        for wrong, (_, key, start, end) in best.items():
            if self._is_slip(part, run, wrong, key, start, end, case, rightly):
                yield _finding(part, run, wrong, start, end, key)

    def _is_slip(
        self,
        part: Sentence,
        run: Sequence[NameWord],
        differing: int,
        key: NameKey,
        start: int,
        end: int,
        case: TextCase,
        rightly: set[NamedPerson],
    ) -> bool:
        """Whether the name nearly spelt like a person's is most likely meant to be that person's."""
        place, has_title = before(part.tokens, run[start].first)
        word = part.tokens[place].loose if place >= 0 else ""
        spelt = folded(part.text[part.tokens[run[differing].first].start : part.tokens[run[differing].last].end])
        role = role_of(word, case)
        if role is not None and place and part.tokens[place - 1].loose in _NO_PARTY:  # «وکیل خواهان آقای …»
            role, word = None, part.tokens[place - 1].loose
        is_company = key.person.is_company
        if is_company:
            return word in COMPANY_WORDS and not (key.person in rightly and self._is_known(spelt))
        if role is not None and (role is not key.person.side or _is_only_one(key.person, case)):
            return role is key.person.side
        if word in _NO_PARTY and key.person.side is not Side.OTHER:
            return word == "وکیل" and key.person.side is Side.REPRESENTATIVE
        if self._is_name(spelt):  # another person may well have it, a relative above all
            return differing > start and key.person not in rightly and len(run[differing].loose) >= _LONG
        if spelt in self.words().trusted:
            return (has_title or role is not None) and not _is_verbal(run, end)
        return True

    def _is_known(self, spelt: str) -> bool:
        return self._is_name(spelt) or spelt in self.words().trusted

    def _is_name(self, spelt: str) -> bool:
        names = self.words().names
        return spelt in names.first_names or spelt in names.surnames


def _distance(spelt: str, right: str) -> int:
    """Letters that differ; 0 where it is no slip: too many, or only an ending of grammar."""
    if spelt.startswith(right) and spelt[len(right) :] in _ENDINGS:
        return 0
    most = 2 if min(len(spelt), len(right)) >= _LONG else 1
    if min(len(spelt), len(right)) < 3:
        return 0
    distance = int(OSA.distance(spelt, right))
    return distance if distance <= most else 0


def _is_only_one(person: NamedPerson, case: TextCase) -> bool:
    """Whether a word for the side can only mean this person."""
    return sum(each.side is person.side for each in case.persons) == 1


def _is_verbal(run: Sequence[NameWord], end: int) -> bool:
    """Whether a verb or «خود» follows: «آقای … رضایت داد»."""
    return end < len(run) and (run[end].loose in ("خود", "را") or run[end].loose in verb_forms())


def _finding(
    part: Sentence, run: Sequence[NameWord], differing: int, start: int, end: int, key: NameKey
) -> TextFinding:
    first, last = part.tokens[run[start].first].start, part.tokens[run[end - 1].last].end
    wrong_start, wrong_end = part.tokens[run[differing].first].start, part.tokens[run[differing].last].end
    text = part.text[first:last]
    right = part.text[first:wrong_start] + key.written[differing - start] + part.text[wrong_end:last]
    return TextFinding(
        TextKind.NAME_MISMATCH,
        first,
        last,
        text,
        OTHER_SPELLING.format(text=text, name=key.person.name),
        TextLevel.MISMATCH,
        suggestions=(right,),
        points_at=(key.person.path,),
    )
