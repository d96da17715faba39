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
    bare,
    before,
    name_index,
    read_names,
    windows,
)
from assistant.text.sentences import Sentence
from assistant.text.verbs import verb_forms

OTHER_SPELLING = "در متن «{text}» و در پاسخ‌ها «{name}» آمده است."
_RARE = -13.0  # likelihood of a word that is hardly meant where a name is expected
_LONG = 5  # letters of a word of which two may differ
_ENDINGS = ("ها", "های", "هایی", "را", "ام", "ات", "اش", "اند", "ست", "یم")
_PERSON_TITLES = frozenset(map(loose, ("آقای", "آقا", "خانم", "بانو", "دکتر", "مهندس", "سید", "سیده", "حاج")))
_NO_PARTY = frozenset(map(loose, (
    "شاهد", "گواه", "شهود", "گواهان", "کارشناس", "وکیل", "وکلای", "داور", "قاضی", "دادرس", "رئیس", "مدیر",
    "مدیرعامل", "نماینده", "برادر", "خواهر", "پدر", "مادر", "پسر", "دختر", "فرزند", "فرزندان", "سردفتر",
    "مشاور", "شریک", "راننده", "مورث", "متوفی", "همسایه", "عمو", "دایی", "خاله", "عمه", "نوه", "داماد", "عروس",
    "وراث", "ورثه", "کارمند", "حسابدار", "مترجم", "پزشک", "خیابان", "کوچه", "شهید", "بلوار", "میدان", "شهادت",
    "گواهی", "مرحوم", "مرحومه", "شادروان",
)))  # fmt: skip


@dataclass(frozen=True)
class PersonCheck:
    """``words`` tells which words and names are common; it is called once, when the first text is read."""

    words: Callable[[], Words]

    def __call__(self, text: str, parts: Sequence[Sentence], case: TextCase) -> Iterable[TextFinding]:
        index = name_index(case)
        if not index.keys:
            return
        read = [(part, read_names(part, index)) for part in parts]
        rightly = {key.person for _, runs in read for run in runs for _, _, keys in run.whole for key in keys}
        for part, runs in read:
            for run in runs:
                taken = {place for start, end, _ in run.whole for place in range(start, end)}
                for each in self._slips(part, run.words, index, case, taken, rightly):
                    yield each.moved(part.start)
            for each in sides_swapped(part, runs, index, case):
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
        for start, end, wrong, key in windows(run, index):
            if taken.intersection(range(start, end)):
                continue
            distance = _distance(run[wrong].loose, key.parts[wrong - start])
            if distance and (wrong not in best or distance < best[wrong][0]):
                best[wrong] = (distance, key, start, end)
        for wrong, (_, key, start, end) in best.items():
            if self._is_slip(part, run, wrong, key, start, end, case, rightly):
                taken.update(range(start, end))
                yield _finding(part, run, wrong, start, end, key)
        for place, key in self._surnames(part, run, index, case, taken):
            yield _finding(part, run, place, place, place + 1, key, offset=len(key.parts) - 1)

    def _surnames(
        self, part: Sentence, run: Sequence[NameWord], index: NameIndex, case: TextCase, taken: set[int]
    ) -> Iterator[tuple[int, NameKey]]:
        """«آقای …» with a surname alone, «شرکت …» with one word, spelt as no word and no name is."""
        for place, word in enumerate(run):
            if place in taken or len(word.loose) < _LONG or word.loose in index.words:
                continue
            previous = part.tokens[word.first - 1].loose if word.first else ""
            is_company = previous in COMPANY_WORDS
            if not is_company and previous not in _PERSON_TITLES and role_of(previous, case) is None:
                continue
            near = [key for key in index.keys if _stands_alone(key, is_company) and _is_near(word, key)]
            if len({key.person.name for key in near}) != 1 or self._is_known(_spelt(part, word)):
                continue
            before_title, _ = before(part.tokens, word.first)
            role = role_of(part.tokens[before_title].loose, case) if before_title >= 0 else None
            if role in (None, *(key.person.side for key in near)) and not _is_of_another(
                part, word.first, word.last, near[0].person
            ):
                yield place, near[0]

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
        spelt = _spelt(part, run[differing])
        role = role_of(word, case)
        if role is not None and place and part.tokens[place - 1].loose in (*_NO_PARTY, "همسر"):  # «وکیل خواهان آقای …»
            role, word = None, part.tokens[place - 1].loose
        person = key.person
        if person.is_company:
            is_named_so = word in COMPANY_WORDS or role is person.side or key.parts[0] in COMPANY_WORDS
            is_long = len(key.parts) > 2 and OSA.distance(run[differing].loose, key.parts[differing - start]) == 1
            return is_named_so and (role is person.side or is_long or not self._is_known(spelt))
        if role is not None:
            return role in _sides(person, case)
        if _is_of_another(part, run[start].first, run[end - 1].last, person):
            return False
        if self._is_name(spelt):  # another person may well have it, a relative above all
            return differing > start and person not in rightly and len(run[differing].loose) >= _LONG - has_title
        if self.words().trusted.get(spelt, _RARE) > _RARE:
            return (has_title or role is not None) and not _is_verbal(run, end)
        return True

    def _is_known(self, spelt: str) -> bool:
        return self._is_name(spelt) or spelt in self.words().trusted

    def _is_name(self, spelt: str) -> bool:
        names = self.words().names
        return spelt in names.first_names or spelt in names.surnames


def _spelt(part: Sentence, word: NameWord) -> str:
    return folded(part.text[part.tokens[word.first].start : part.tokens[word.last].end])


def _as_typed(typed: str, right: str) -> str:
    """With the «سید» that is written with the name."""
    return typed.replace(bare(typed), right)


def _stands_alone(key: NameKey, is_company: bool) -> bool:
    """Whether the last word of the name may stand for the whole."""
    return key.person.is_company is is_company and (len(key.parts) == 1) is is_company


def _is_near(word: NameWord, key: NameKey) -> bool:
    return _distance(word.loose, key.parts[-1]) == 1


def _is_of_another(part: Sentence, first: int, last: int, person: NamedPerson) -> bool:
    """Whether the words around speak of a witness, a relative, a lawyer: anybody but a party."""
    if person.side is Side.OTHER:
        return False
    around = [token.loose for token in part.tokens[max(0, first - 4) : first]]
    if "(" in around:
        around = around[around.index("(") + 1 :]
    behind = [token.loose for token in part.tokens[last + 1 : last + 4]]
    behind = [word for word in behind if word != "فرزند"]  # whose child a party is
    around += (word for word in behind[:1] if word in _NO_PARTY)  # «مریم … خواهر خوانده است»
    if behind[:1] in (["("], ["،"]) or behind[:2] == ["به", "عنوان"] or behind[:1] in (["بعنوان"], ["بهعنوان"], ["که"]):
        around += behind
    found = {word for word in around for stem in (word, word[:-1]) if stem in _NO_PARTY}
    return bool(found) and not (found == {"وکیل"} and person.side is Side.REPRESENTATIVE)


def _distance(spelt: str, right: str) -> int:
    """Letters that differ; 0 where it is no slip: too many, or only an ending of grammar."""
    if spelt.startswith(right) and spelt[len(right) :] in (*_ENDINGS, "ی" if right[-1] in "اوه" else ""):
        return 0
    most = 2 if min(len(spelt), len(right)) >= _LONG else 1
    if min(len(spelt), len(right)) < 3:
        return 0
    distance = int(OSA.distance(spelt, right))
    return distance if distance <= most else 0


def _sides(person: NamedPerson, case: TextCase) -> frozenset[Side]:
    """Of all persons of this name: who drew the cheque is the defendant as well."""
    return frozenset(each.side for each in case.persons if each.name == person.name)


def _is_verbal(run: Sequence[NameWord], end: int) -> bool:
    """Whether a verb or «خود» follows: «آقای … رضایت داد»."""
    if end == len(run):
        return False
    form = verb_forms().get(run[end].loose)
    return run[end].loose in ("خود", "را") or (form is not None and form.verb != "بودن")


def _finding(
    part: Sentence, run: Sequence[NameWord], wrong: int, start: int, end: int, key: NameKey, *, offset: int = -1
) -> TextFinding:
    """Of the one wrong word. ``offset``: which part of the name it stands for, where the name does not stand whole."""
    first, last = part.tokens[run[start].first].start, part.tokens[run[end - 1].last].end
    wrong_start, wrong_end = part.tokens[run[wrong].first].start, part.tokens[run[wrong].last].end
    right = key.written[wrong - start if offset < 0 else offset]
    return TextFinding(
        TextKind.NAME_MISMATCH,
        wrong_start,
        wrong_end,
        part.text[wrong_start:wrong_end],
        OTHER_SPELLING.format(text=part.text[first:last], name=key.person.name),
        TextLevel.MISMATCH,
        suggestions=(_as_typed(part.text[wrong_start:wrong_end], right),),
        points_at=(key.person.path,),
    )
