"""The forms a noun or adjective of a pattern takes in a text, in the loose spelling of ``letters``.

Over-generation does no harm where no word is it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.text.letters import ZWNJ, loose

_PLAIN = ("", "ی")
_POSSESSED = ("م", "ش", "مان", "شان", "اش", "ام")
_ARE = ("ند", "اند")  # «محجورند»
_AFTER_PLURAL = ("", "ی", "یی", "یم", "یش", "یمان", "یشان", "ش", "م", "شان", "مان")  # after ها
_AFTER_E = ("", "ای", "ام", "اش", "مان", "شان")  # نامه‌ای، خواسته‌اش
_AFTER_VOWEL = ("", "ی", "یی", "یم", "یش", "یمان", "یشان", "ست")  # دعوای، ادعایی، استدعاست
_AFTER_CONSONANT = (*_PLAIN, *_POSSESSED, *_ARE)
_OTHER_WORDS = frozenset(("گواهی", "راهی"))  # what an ending would make another word of


@dataclass(frozen=True, slots=True)
class Endings:
    added: frozenset[str]
    replacing: frozenset[str]  # the last letter of the word


def _endings(singular: Iterable[str], plurals: Iterable[str], replacing: Iterable[str] = ()) -> Endings:
    return Endings(frozenset((*singular, *_of_plurals(plurals))), frozenset(_of_plurals(replacing)))


def _of_plurals(plurals: Iterable[str]) -> Iterable[str]:
    for plural in plurals:
        for ending in _AFTER_PLURAL if plural.endswith("ا") else (*_PLAIN, *_POSSESSED):
            yield plural + ending


_OF_SHORT = Endings(frozenset(("ها", "های", "ی")), frozenset())
_OF_SILENT_E = _endings(_AFTER_E, ["ها"], ["گان", "ات"])
_OF_SOUNDED_E = _endings(_AFTER_CONSONANT, ["ها"], ["گان", "ات"])
_OF_TE = _endings(_AFTER_CONSONANT, ["ها"], ["ات"])
_OF_VOWEL = _endings(_AFTER_VOWEL, ["ها", "یان"])
_OF_OTHERS = _endings(_AFTER_CONSONANT, ["ها", "ان", "ات", "ین"])
LONGEST_ENDING = 6
REPLACED = ("ه", "ت")  # last letters that an ending may take the place of
FIRST_OF_REPLACING = ("گ", "ا")  # with which such endings begin


def is_form(word: str, plain: str) -> bool:
    """Of plural, indefiniteness, ezafe or possession, both in loose spelling."""
    if word == plain:
        return True
    endings = _endings_of(plain)
    return word not in _OTHER_WORDS and (
        (word.startswith(plain) and word[len(plain) :] in endings.added)
        or (word.startswith(plain[:-1]) and word[len(plain) - 1 :] in endings.replacing)
    )


def _endings_of(plain: str) -> Endings:
    if len(plain) < 3:
        return _OF_SHORT
    match plain[-1]:
        case "ه":
            return _OF_SOUNDED_E if _is_sounded(plain) else _OF_SILENT_E
        case "ت":
            return _OF_TE
        case "ا" | "و":
            return _OF_VOWEL
    return _OF_OTHERS


def _is_sounded(plain: str) -> bool:
    """The ه of وجه and دادگاه is a consonant: وجهی; that of نامه a vowel: نامه‌ای."""
    return len(plain) == 3 or plain.endswith(("اه", "وه"))


def is_compound(word: str) -> bool:
    """Written with a half-space in the pattern: found in a text with a blank as well."""
    return ZWNJ in word


def beginnings(compound: str) -> Iterable[str]:
    """What the first word of a text may be that writes the compound as several."""
    parts = [loose(part) for part in compound.split(ZWNJ)]
    return ("".join(parts[:count]) for count in range(1, len(parts)))
