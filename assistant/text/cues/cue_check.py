"""The check of one sentence for all cues."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant.domain.cue import Cue, CueBook, Scope
from assistant.domain.cue_pattern import PatternError
from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import CueReading, Polarity, Status, TextFinding, TextKind, TextLevel
from assistant.text.cues.case_answers import Agreement, agreement, asked
from assistant.text.cues.compiled import CompiledPattern, compile_pattern
from assistant.text.cues.form_sets import FormSets
from assistant.text.cues.matching import Hit, hits, may_match
from assistant.text.cues.reading import Reading, read
from assistant.text.cues.stance import stance
from assistant.text.cues.verb_table import verb_table
from assistant.text.sentences import Sentence

# Number of the anchor's set → patterns, with the numbers of cue and pattern.
type _Anchored = dict[int, list[tuple[CompiledPattern, int, int]]]


@dataclass(frozen=True, slots=True)
class CueHit:
    """A cue found in a sentence; places count from the sentence."""

    cue: Cue
    start: int
    end: int
    polarity: Polarity
    status: Status


@dataclass(frozen=True, slots=True)
class _Compiled:
    cue: Cue
    any: tuple[CompiledPattern, ...]
    unless: tuple[CompiledPattern, ...]


class CueCheck:
    """``families``: of the templates, by id. Raises PatternError when a cue cannot be compiled."""

    def __init__(self, book: CueBook, families: Mapping[str, str] | None = None) -> None:
        verb_table()  # built here, not while a clerk waits
        self._families = families or {}
        self._anchored: _Anchored = defaultdict(list)
        self._joined: _Anchored = defaultdict(list)
        self._beginnings: set[str] = set()  # of compounds
        self._sets = FormSets(book.variants)
        self._cues = tuple(_compiled(cue, book, self._sets) for cue in book.cues.values())
        for number, each in enumerate(self._cues):
            for which, pattern in enumerate(each.any):
                if pattern.anchor is None:
                    raise PatternError("الگو واژه‌ای ندارد که با آن یافته شود")
                self._anchored[pattern.anchor.forms.number].append((pattern, number, which))
                if pattern.anchor.joined:
                    self._joined[pattern.anchor.joined.number].append((pattern, number, which))
                    self._beginnings |= pattern.anchor.joined.beginnings
        self._sets.complete()

    def __call__(self, sentence: Sentence, case: TextCase) -> Iterator[TextFinding]:
        family = self._families.get(case.template, "")
        for hit in self.hits(sentence):
            if hit.cue.is_shown_in(case.template, family, case.stage):
                yield from _findings(hit, sentence, case)

    def hits(self, sentence: Sentence) -> tuple[CueHit, ...]:
        """Every cue of the sentence, whatever the petition; one for overlapping hits of a cue, the longest."""
        reading = read(sentence, self._sets)
        wanted = sorted(self._candidates(reading).items())
        found = [hit for number, patterns in wanted for hit in _of_cue(self._cues[number], patterns, reading)]
        return tuple(sorted(found, key=lambda each: (each.start, each.end)))

    def _candidates(self, reading: Reading) -> dict[int, dict[int, list[int]]]:
        """Cue → its patterns that may match → where their anchors stand."""
        found: dict[int, dict[int, list[int]]] = defaultdict(dict)
        for each in self._anchored.keys() & reading.all_sets:
            places: list[int] = []
            for pattern, number, which in self._anchored[each]:
                if may_match(pattern, reading):
                    places = places or [place for place, sets in enumerate(reading.sets) if each in sets]
                    found[number][which] = places
        for place, joined in self._joined_words(reading):
            for each in self._joined.keys() & self._sets.of(joined):
                for pattern, number, which in self._joined[each]:
                    if may_match(pattern, reading):
                        found[number][which] = [*found[number].get(which, ()), place]
        return found

    def _joined_words(self, reading: Reading) -> Iterator[tuple[int, str]]:
        """Two or three words that may be one, with the place of the first."""
        for place, word in enumerate(reading.words):
            if word.loose in self._beginnings:
                joined = word.loose
                for following in reading.words[place + 1 : place + 3]:
                    joined += following.loose
                    yield place, joined


def _compiled(cue: Cue, book: CueBook, sets: FormSets) -> _Compiled:
    classes = {**book.classes, **cue.classes}
    return _Compiled(
        cue,
        tuple(compile_pattern(each, classes, sets) for each in cue.any),
        tuple(compile_pattern(each, classes, sets) for each in cue.unless),
    )


def _of_cue(compiled: _Compiled, patterns: Mapping[int, list[int]], reading: Reading) -> Iterator[CueHit]:
    taken: list[Hit] = []
    found: list[tuple[Hit, CompiledPattern]] = []
    for which, anchors in sorted(patterns.items()):
        pattern = compiled.any[which]
        found += ((hit, pattern) for hit in hits(pattern, reading, anchors))
    if not found:
        return
    found.sort(key=lambda each: (each[0].start - each[0].end, each[0].start))  # the longest first
    told: set[tuple[int, Polarity, Status]] = set()
    for hit, pattern in found:
        if any(hit.start < each.end and each.start < hit.end for each in taken):
            continue
        taken.append(hit)
        if any(_excludes(each, hit, reading) for each in compiled.unless):
            continue
        cue = compiled.cue
        stands = stance(hit, reading, pattern)
        if (cue.polarity or stands[0]) is not stands[0] or (cue.status or stands[1]) is not stands[1]:
            continue
        once = (reading.clauses[hit.start], *stands)
        if once not in told:
            told.add(once)
            words = reading.words
            yield CueHit(cue, words[hit.start].start, words[hit.end - 1].end, *stands)


def _excludes(unless: CompiledPattern, hit: Hit, reading: Reading) -> bool:
    """In the clauses of the hit; when the exception says so, anywhere in the sentence or on the hit's own words."""
    if unless.scope is Scope.SENTENCE:
        return any(True for _ in hits(unless, reading))
    if unless.scope is Scope.WORDS:
        return any(each.matched & hit.matched for each in hits(unless, reading))
    own = set(reading.clauses[hit.start : hit.end])
    return any(reading.clauses[each.start] in own for each in hits(unless, reading))


def _findings(hit: CueHit, sentence: Sentence, case: TextCase) -> Iterator[TextFinding]:
    cue = hit.cue
    said, against = agreement(cue, hit.polarity, case)
    if said is Agreement.AGREES:
        return
    level = TextLevel.HINT
    if hit.status is Status.ASSERTED:
        if said is Agreement.CONTRADICTS:
            level = TextLevel.MISMATCH
        elif hit.polarity is Polarity.AFFIRMED and not cue.is_hint:
            level = TextLevel.ASK
    span = sentence.text[hit.start : hit.end]
    differs = " پاسخ ثبت‌شده با این عبارت یکسان نیست." if level is TextLevel.MISMATCH else ""
    yield TextFinding(
        kind=TextKind.CUE,
        start=hit.start,
        end=hit.end,
        span=span,
        message=f"در متن «{span}» آمده است.{differs} پرسش: {cue.question}",
        level=level,
        reading=CueReading(cue.id, hit.polarity, hit.status),
        points_at=against or asked(cue, case),
        basis=cue.basis,
    )
