"""A term of law as the lexicon keeps it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LegalTerm:
    """``form`` is the preferred spelling; ``variants`` may stand too."""

    form: str
    term_class: str  # noun, arabic-compound, adverb-tanvin, abbreviation, party-term, court, formula, everyday
    variants: tuple[str, ...] = ()
