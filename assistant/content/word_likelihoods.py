"""From counts to likelihoods: half the language of statutes, half that of newspapers; a hand-kept term counts too."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from math import log

_GENERAL_TRUSTED = 26_000  # beyond, a newspaper's list holds its misprints too
_LEGAL_AT_LEAST = 6  # counted statutes hold misprints: a few times prove nothing by themselves
_TERM_SHARE = 5e-6  # of a term kept by hand that the counted statutes do not have


@dataclass(frozen=True, slots=True)
class Counted:
    """``general`` in falling order of count. ``confirmed``: words that a second count has seen."""

    statutes: Mapping[str, int]
    general: Mapping[str, int]
    terms: tuple[str, ...]
    confirmed: frozenset[str]


def likelihoods(counted: Counted) -> tuple[dict[str, float], frozenset[str]]:
    """Logarithms of the shares of the trusted words, and which of them the law itself vouches for."""
    of_law = sum(counted.statutes.values()) or 1
    of_all = sum(counted.general.values()) or 1
    common = frozenset(islice(counted.general, _GENERAL_TRUSTED))
    terms = frozenset(counted.terms)
    legal = {
        word
        for word, count in counted.statutes.items()
        if count >= _LEGAL_AT_LEAST or word in common or word in counted.confirmed
    } | terms
    found = {}
    for word in legal | common:
        share = 0.5 * counted.statutes.get(word, 0) / of_law + 0.5 * counted.general.get(word, 0) / of_all
        found[word] = log(max(share, _TERM_SHARE if word in terms else 0.0))
    return found, frozenset(legal)
