"""Patterns with their words as numbered sets of forms, ready to be held against sentences."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from assistant.domain.cue import CuePattern, PolarityFrom, Scope
from assistant.domain.cue_pattern import (
    ClassName,
    Element,
    Gap,
    Literal,
    PatternError,
    Sign,
    VerbElement,
    is_anchor,
)
from assistant.domain.text_finding import Polarity
from assistant.text.cues.form_sets import FormSet, FormSets
from assistant.text.cues.verb_table import SAME_VERBS, VERBS
from assistant.text.cues.word_forms import is_compound

type Vocabulary = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Words:
    forms: FormSet
    joined: FormSet | None  # those of compounds, which a text may write as two or three words
    is_optional: bool


@dataclass(frozen=True, slots=True)
class Verbs:
    infinitives: frozenset[str]
    sign: Sign
    is_optional: bool


type Part = Words | Verbs | Gap


@dataclass(frozen=True, slots=True)
class CompiledPattern:
    sequences: tuple[tuple[Part, ...], ...]
    within: int
    scope: Scope
    says: Polarity
    polarity_from: PolarityFrom
    is_agreed: bool
    needed_words: frozenset[int]  # a sentence that can match has one of each set
    needed_verbs: tuple[frozenset[str], ...]
    anchor: Words | None  # must be in the sentence for the pattern to be tried; an exception needs none


def compile_pattern(pattern: CuePattern, classes: Vocabulary, sets: FormSets) -> CompiledPattern:
    """Raises PatternError for unknown classes and verbs."""
    sequences = tuple(tuple(_part(element, classes, sets) for element in sequence) for sequence in pattern.sequences)
    return CompiledPattern(
        sequences=sequences,
        within=pattern.within,
        scope=pattern.scope,
        says=pattern.says,
        polarity_from=pattern.polarity_from,
        is_agreed=pattern.is_agreed,
        needed_words=frozenset(each.forms.number for each in _necessary(sequences, Words) if not each.joined),
        needed_verbs=tuple(each.infinitives for each in _necessary(sequences, Verbs)),
        anchor=_anchor(pattern, sequences),
    )


def _anchor(pattern: CuePattern, sequences: Iterable[Iterable[Part]]) -> Words | None:
    """The fewest and longest of the necessary words."""
    anchors = [
        part
        for elements, parts in zip(pattern.sequences, sequences, strict=True)
        for element, part in zip(elements, parts, strict=True)
        if isinstance(part, Words) and is_anchor(element)
    ]
    return min(anchors, key=lambda each: (each.forms.size, -each.forms.shortest), default=None)


def _necessary[P: (Words, Verbs)](sequences: Iterable[Iterable[Part]], kind: type[P]) -> list[P]:
    parts = (part for sequence in sequences for part in sequence)
    return [part for part in parts if isinstance(part, kind) and not part.is_optional]


def _part(element: Element, classes: Vocabulary, sets: FormSets) -> Part:
    if isinstance(element, Gap):
        return element
    if isinstance(element, VerbElement):
        return _verbs(element)
    exact: set[str] = set()
    inflected: list[str] = []
    for each in element.alternatives:
        if isinstance(each, Literal) and each.is_exact:
            exact.add(each.word)
        else:
            inflected += _members(each, classes)
    forms = sets.made(inflected, exact)
    if forms is None:
        raise PatternError("این جزء واژه‌ای ندارد")
    joined = sets.made(filter(is_compound, inflected), filter(is_compound, exact))
    return Words(forms, joined, element.is_optional)


@cache  # most patterns end in one of a few verbs
def _verbs(element: VerbElement) -> Verbs:
    verbs = frozenset(SAME_VERBS.get(verb, verb) for verb in element.verbs)
    unknown = sorted(verbs - VERBS)
    if unknown:
        raise PatternError(f"صرف فعل «{unknown[0]}» شناخته نیست")
    return Verbs(verbs, element.sign, element.is_optional)


def _members(each: Literal | ClassName, classes: Vocabulary) -> tuple[str, ...]:
    if isinstance(each, Literal):
        return (each.word,)
    if each.name not in classes:
        raise PatternError(f"دستهٔ «{each.name}» نیست")
    return classes[each.name]
