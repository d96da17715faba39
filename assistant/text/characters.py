"""Arabic letters, presentation forms, tatweel, soft hyphens and what shows nothing: one scan, one way to write each."""

import re
import unicodedata
from collections.abc import Iterator

from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import TextFinding, TextKind, TextLevel
from assistant.text.letters import LETTERS, SOFT_HYPHEN, ZWNJ
from assistant.text.sentences import Sentence

ODD_BLANKS = "\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"  # for inside [ ] of a pattern
_NOTHING_SHOWN = (
    "\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u034f\u061c\u115f\u1160\u180e\u200b\u200d-\u200f"
    "\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
)
_SHAPES = "\ufb50-\ufbb1\ufbd3-\ufbff\ufdf2\ufe70-\ufefc"  # «ﷲ» among them; whole formulae are signs and stay
_RECODED_LETTERS = "\u064a\u0649\u0643\u06aa\u06c1\u06c2\u06be\u06d5\u06d2\u06cd"

_SAME_LETTER = str.maketrans({
    "\u064a": "ی", "\u0649": "ی", "\u06d2": "ی", "\u06cd": "ی", "\u0643": "ک", "\u06aa": "ک",
    "\u06c1": "ه", "\u06be": "ه", "\u06d5": "ه", "\u06c2": "ۀ", "\u0640": None, SOFT_HYPHEN: ZWNJ,
})  # fmt: skip
_BLANK = re.compile(f"[{ODD_BLANKS}]")
_HIDDEN = re.compile(f"[{_NOTHING_SHOWN}]")
_SHAPE = re.compile(f"[{_SHAPES}]")
_NOT_SIGN = re.compile(f"(?<=[{LETTERS}])\u00ac(?=[{LETTERS}])")  # how old editors coded the soft hyphen
_IDLE = re.compile(f"{ZWNJ}+(?=[^{LETTERS}]|$)|(?<![{LETTERS}]){ZWNJ}+")
_MANY = re.compile(f"{ZWNJ}{{2,}}")
_FEMININE = re.compile(rf"ة(?!{ZWNJ}?[\u064b-\u0652]*\s*ال)")  # «رحمة‌الله» is written so

_FOUND = re.compile(
    f"[{_RECODED_LETTERS}\u0640{SOFT_HYPHEN}{_SHAPES}{_NOTHING_SHOWN}{ODD_BLANKS}]"
    f"|{_NOT_SIGN.pattern}|{_FEMININE.pattern}"
)
_LETTER = "حرفی از این واژه با نویسهٔ عربی یا شکل چاپی حرف نوشته شده است."
_STRETCHED = "در این واژه کشیده یا نویسه‌ای نادیدنی آمده است."
_INVISIBLE = "در این جا نویسه‌ای نادیدنی آمده است."
_BLANK_SIGN = "این فاصله با نویسه‌ای جز فاصلهٔ ساده نوشته شده است."


def check_letters(sentence: Sentence, case: TextCase) -> Iterator[TextFinding]:
    """One finding a word, however many of its letters are meant."""
    found = [match.span() for match in _FOUND.finditer(sentence.text)]
    if not found:
        return
    words = iter(sentence.words)
    word = next(words, None)
    told = 0  # where the last finding ended
    for start, end in found:
        if start < told:
            continue
        while word is not None and word.end <= start:
            word = next(words, None)
        if word is not None and word.start <= start:
            start, end = word.start, word.end
        else:
            while (start, end) != (start, end := _run_end(sentence.text, end)):
                pass
        told = end
        finding = _finding(sentence.text, start, end)
        if finding is not None:
            yield finding


def _run_end(text: str, end: int) -> int:
    return end + 1 if end < len(text) and (_HIDDEN.match(text, end) or text[end] == SOFT_HYPHEN) else end


def _finding(text: str, start: int, end: int) -> TextFinding | None:
    span = text[start:end]
    new = recoded(span)
    if new == span:
        return None
    if not any(each.isalnum() for each in span):
        message = _BLANK_SIGN if _BLANK.search(span) else _INVISIBLE
    else:
        message = _STRETCHED if _FOUND.sub("", span) == new.replace(ZWNJ, "") else _LETTER
    suggestions = (new, span_with_teh(new)) if "ة" in span and span_with_teh(new) != new else (new,)
    return TextFinding(
        TextKind.ARABIC_LETTER, start, end, span, message, TextLevel.ERROR, tuple(dict.fromkeys(suggestions)), safe=True
    )


def span_with_teh(word: str) -> str:
    """«مراجعه» of «مراجعة» may as well be «مراجعت»."""
    return word[:-1] + "ت" if word.endswith("ه") else word


def recoded(text: str) -> str:
    """The same words in Persian letters, without what shows nothing; a soft hyphen between letters is a half-space."""
    if text.isascii() and text.isprintable():
        return text
    text = _HIDDEN.sub("", _BLANK.sub(" ", text))
    text = _SHAPE.sub(lambda shape: unicodedata.normalize("NFKC", shape.group()), text)
    text = _NOT_SIGN.sub(ZWNJ, text)
    had_soft_hyphen = SOFT_HYPHEN in text
    text = _FEMININE.sub("ه", text.translate(_SAME_LETTER))
    return _MANY.sub(ZWNJ, _IDLE.sub("", text)) if had_soft_hyphen else text
