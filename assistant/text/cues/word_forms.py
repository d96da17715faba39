"""The forms a noun or adjective of a pattern takes in a text, in the loose spelling of ``letters``."""

from collections.abc import Iterable, Iterator, Mapping

from assistant.text.letters import ZWNJ, folded, loose

_PLURALS = ("", "ها", "ان", "ات", "ین")
_PLAIN = ("", "ی")
_POSSESSED = ("م", "ش", "مان", "شان", "اش", "ام")
_ARE = ("ند", "اند")  # «محجورند»
_AFTER_PLURAL = ("", "ی", "یی", "یم", "یش", "یمان", "یشان", "ش", "م", "شان", "مان")
_AFTER_E = ("", "ای", "ام", "اش", "مان", "شان")  # نامه‌ای، خواسته‌اش
_AFTER_VOWEL = ("", "ی", "یی", "یم", "یش", "یمان", "یشان", "ست")  # دعوای، ادعایی، استدعاست
_OTHER_WORDS = frozenset(("گواهی", "راهی"))  # what an ending would make another word of


def forms(word: str) -> frozenset[str]:
    """Endings of plural, indefiniteness, ezafe and possession; over-generation does no harm where no word is it."""
    plain = loose(folded(word))
    if len(plain) < 3:
        return frozenset((plain, plain + "ها", plain + "های", plain + "ی"))
    return frozenset((*_singular(plain), *_plural(plain))) - _OTHER_WORDS | {plain}


def _singular(plain: str) -> Iterator[str]:
    if plain.endswith("ه") and not _is_sounded(plain):
        endings: Iterable[str] = _AFTER_E
    elif plain.endswith(("ا", "و")):
        endings = _AFTER_VOWEL
    else:
        endings = (*_PLAIN, *_POSSESSED, *_ARE)
    for ending in endings:
        yield plain + ending


def _is_sounded(plain: str) -> bool:
    """The ه of وجه and دادگاه is a consonant: وجهی; that of نامه a vowel: نامه‌ای."""
    return len(plain) == 3 or plain.endswith(("اه", "وه"))


def _plural(plain: str) -> Iterator[str]:
    if plain.endswith("ه"):
        stems = [plain + "ها", plain[:-1] + "گان", plain[:-1] + "ات"]
    elif plain.endswith("ت"):
        stems = [plain + "ها", plain[:-1] + "ات"]
    elif plain.endswith(("ا", "و")):
        stems = [plain + "ها", plain + "یان"]
    else:
        stems = [plain + plural for plural in _PLURALS[1:]]
    for stem in stems:
        endings = _AFTER_PLURAL if stem.endswith("ا") else (*_PLAIN, *_POSSESSED)
        for ending in endings:
            yield stem + ending


def forms_of(words: Iterable[str], variants: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    return frozenset(form for word in words for each in (word, *variants.get(word, ())) for form in forms(each))


def is_compound(word: str) -> bool:
    """Written with a half-space in the pattern: found in a text with a blank as well."""
    return ZWNJ in word
