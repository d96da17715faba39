"""The one normal form of Persian text, its form for comparison, and the characters that cannot be printed.

Nothing visible is lost: the normal form changes how a letter is coded, never which letter it is.
"""

import re
import unicodedata

ZWNJ = "\u200c"
LETTERS = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"  # of the Persian alphabet, for use inside [ ] of a pattern

_ARABIC_DIGITS, _PERSIAN_DIGITS, _LATIN_DIGITS = "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "0123456789"
_TO_PERSIAN = str.maketrans(_ARABIC_DIGITS + _LATIN_DIGITS, _PERSIAN_DIGITS * 2)
_TO_LATIN = str.maketrans(_ARABIC_DIGITS + _PERSIAN_DIGITS, _LATIN_DIGITS * 2)

# Arabic yeh, alef maksura (in Persian a final ی written without dots) and kaf; Arabic digits; a soft hyphen is how
# older files code the half-space; every kind of blank is a blank.
_LETTERS = str.maketrans(
    "\u064a\u0649\u0643" + _ARABIC_DIGITS + "\u00ad" + "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u202f\u205f\u3000",
    "\u06cc\u06cc\u06a9" + _PERSIAN_DIGITS + ZWNJ + " " * 15,
)
# For comparison only: lookalikes and spellings of one letter (reliability: «one person cannot exist twice»).
_LOOKALIKES = str.maketrans(
    "\u064a\u0649\u0626\u06d2\u0643\u06aa\u0623\u0625\u0671\u0624\u0629\u06c0\u06c1\u06c2\u06be\u06d5",
    "\u06cc\u06cc\u06cc\u06cc\u06a9\u06a9\u0627\u0627\u0627\u0648\u0647\u0647\u0647\u0647\u0647\u0647",
)
_TATWEEL = "\u0640"

# Letters pasted in their drawn shapes (from PDF files): single letters and lam-alef, no whole-word ligatures.
_SHAPES = re.compile("[\ufb50-\ufbb1\ufbd3-\ufbff\ufe80-\ufefc]")
_IDLE_ZWNJ = re.compile(rf"{ZWNJ}+(?=\s|$)|(?:(?<=\s)|^){ZWNJ}+|(?<={ZWNJ}){ZWNJ}+")
_BLANKS = re.compile(r"\s+")
_UNPRINTABLE = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f"  # C0 and C1 but tab and newline
    "\ud800-\udfff"  # surrogates without their other half
    "\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff"  # line separators, direction overrides and isolates, BOM
    "\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))  # never
    + "]"
)
# Invisible in print and harmless there, but a name or an identifier that holds one is not what it looks like.
_HIDDEN = re.compile("[\u034f\u061c\u115f\u1160\u180e\u200b\u200d\u200e\u200f\u2060-\u2064\u206a-\u206f\u3164]")
_LATIN_WORD = re.compile(r"\S*[A-Za-z]\S*")


def persian_digits(text: str) -> str:
    """Latin and Arabic digits as Persian ones."""
    return text.translate(_TO_PERSIAN)


def latin_digits(text: str) -> str:
    """Persian and Arabic digits as Latin ones."""
    return text.translate(_TO_LATIN)


def printed_text(text: str) -> str:
    """Text as it stands on paper: Persian digits, except inside words that hold Latin letters (a VIN, an e-mail)."""
    printed, end = [], 0
    for word in _LATIN_WORD.finditer(text):
        printed += [persian_digits(text[end : word.start()]), word.group()]
        end = word.end()
    return "".join(printed) + persian_digits(text[end:])


def normal_form(text: str) -> str:
    """The form in which text is stored: idempotent, nothing visible lost, half-spaces kept where they part letters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _SHAPES.sub(lambda shape: unicodedata.normalize("NFKC", shape.group()), text)
    text = unicodedata.normalize("NFC", text).translate(_LETTERS)
    return _IDLE_ZWNJ.sub("", text)


def one_line(text: str) -> str:
    """The normal form of a single-line value: blanks collapsed, none at the ends."""
    return normal_form(_BLANKS.sub(" ", normal_form(text))).strip()


def folded(text: str) -> str:
    """For search and comparison, never for storing: one spelling of each letter, Latin digits, no half-spaces."""
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    text = text.replace(ZWNJ, "").translate(_LOOKALIKES).translate(_TO_LATIN)
    kept = (each for each in text if each != _TATWEEL and unicodedata.category(each) not in ("Mn", "Cf"))
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", "".join(kept))).strip()


def find_unprintable(text: str) -> tuple[tuple[int, int], ...]:
    """Position and code point of each character a document cannot carry."""
    return tuple((match.start(), ord(match.group())) for match in _UNPRINTABLE.finditer(text))


def find_hidden(text: str) -> tuple[tuple[int, int], ...]:
    """Position and code point of each character a name or identifier may not hold: unprintable or invisible."""
    hidden = ((match.start(), ord(match.group())) for match in _HIDDEN.finditer(text))
    return tuple(sorted((*find_unprintable(text), *hidden)))
