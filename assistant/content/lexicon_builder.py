"""Typed values from the hand-kept lists of the lexicon room."""

from collections.abc import Iterator, Mapping
from typing import Any

from assistant.content.content import Content
from assistant.content.room_map import Kind
from assistant.domain.legal_term import LegalTerm
from assistant.domain.words import PersonalNames


def build_legal_terms(content: Content) -> tuple[LegalTerm, ...]:
    return tuple(term for file in content.of(Kind.LEGAL_TERMS) for term in legal_terms(file.value))


def legal_terms(spec: Mapping[str, Any]) -> Iterator[LegalTerm]:
    for group in spec.get("groups", ()):
        variants = group.get("variants", {})
        for form in group["terms"]:
            yield LegalTerm(form, group["class"], tuple(variants.get(form, ())))


def terms_of(spec: Mapping[str, Any]) -> Iterator[str]:
    """Every form that may stand: the preferred one and its variants."""
    for term in legal_terms(spec):
        yield term.form
        yield from term.variants


def misprints_of(spec: Mapping[str, Any]) -> frozenset[str]:
    """Forms of the counted lists that are no words, however often they stand there."""
    return frozenset(spec.get("misprints", ()))


def word_groups(spec: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
    return tuple(spec.get("groups", ()))


def personal_names(spec: Mapping[str, Any]) -> PersonalNames:
    return PersonalNames(
        first_names=frozenset(spec["first_names"]),
        surnames=frozenset(spec["surnames"]),
        surname_endings=tuple(spec["surname_endings"]),
        places=frozenset(part for place in spec["places"] for part in (place, *place.split())),
        titles=frozenset(spec["titles"]),
        labels=frozenset(spec["labels"]),
    )
