"""Half-spaces that hazm's Normalizer would put, asked for on demand: suggestions only, never a text written back.

By itself it takes dates, amounts and «ق.آ.د.م» apart and joins «اعلام شده است» and «خوانده است»; so it sees letters in
place of whatever must stay, its guard against joining verbs is repaired, and only what respaces the same letters is
passed on.
"""

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from threading import Lock
from typing import Any

from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import TextFinding, TextKind, TextLevel
from assistant.domain.word_list import WordList
from assistant.text.characters import recoded
from assistant.text.half_spaces import EXCEPTIONS
from assistant.text.letters import LETTERS, ZWNJ
from assistant.text.masks import masks_of

_WORD = re.compile(r"\S+")
_PARTY = re.compile(f"(?<![{LETTERS}])(?:خوانده|خواسته|خواندگان)(?![{LETTERS}])")
_PLACE = re.compile(r"XQ([a-j]+)Q")
_LETTER_OF_DIGIT, _DIGIT_OF_LETTER = (
    str.maketrans("0123456789", "abcdefghij"),
    str.maketrans("abcdefghij", "0123456789"),
)
_MARKS = "،؛:؟!.()«»[]\"'"
_MESSAGE = "در واژه‌نامه این بخش‌ها با نیم‌فاصله آمده است."


def guarded_normalizer() -> Any:
    """hazm's Normalizer for spacing alone. Its private set of verbs lacks the two-word forms its guard looks for."""
    from hazm import Lemmatizer, Normalizer

    normalizer = Normalizer(
        remove_diacritics=False,
        remove_specials_chars=False,
        decrease_repeated_chars=False,
        persian_style=False,
        persian_numbers=False,
        unicodes_replacement=False,
        seperate_mi=False,
    )
    normalizer._verbs = {form for form in Lemmatizer().verbs if " " not in form}
    return normalizer


class HazmSuggestions:
    """Loads hazm when first asked: about a second and 200 MB, so never while the clerk types."""

    def __init__(self, lists: Mapping[str, WordList]) -> None:
        words = lists.get(EXCEPTIONS)
        self._apart = frozenset(each.word for each in words if " " in each.word) if words else frozenset[str]()
        self._normalizer: Any = None
        self._lock = Lock()

    def __call__(self, text: str, case: TextCase | None = None) -> tuple[TextFinding, ...]:
        with self._lock:
            if self._normalizer is None:
                self._normalizer = guarded_normalizer()
        masks = sorted((*masks_of(text, case or TextCase()).spans, *(match.span() for match in _PARTY.finditer(text))))
        found: list[TextFinding] = []
        start = 0
        for line in text.split("\n"):
            inside = [
                (begin - start, end - start) for begin, end in masks if start <= begin and end <= start + len(line)
            ]
            found += (each.moved(start) for each in self._of_line(line, inside))
            start += len(line) + 1
        return tuple(found)

    def _of_line(self, line: str, masks: list[tuple[int, int]]) -> Iterator[TextFinding]:
        if not line.strip():
            return
        hidden: list[str] = []
        masked, end = "", 0
        for begin, stop in masks:
            if begin >= end:
                masked += f"{line[end:begin]}XQ{str(len(hidden)).translate(_LETTER_OF_DIGIT)}Q"
                hidden.append(line[begin:stop])
                end = stop
        normal = self._normalizer.normalize(recoded(masked + line[end:]))
        shown = _PLACE.sub(lambda match: hidden[int(match[1].translate(_DIGIT_OF_LETTER))], normal)
        yield from self._differences(line, shown)

    def _differences(self, line: str, normal: str) -> Iterator[TextFinding]:
        old = [(match.start(), match.group()) for match in _WORD.finditer(line)]
        new = _WORD.findall(normal)
        for tag, i, j, m, n in SequenceMatcher(a=[word for _, word in old], b=new, autojunk=False).get_opcodes():
            if tag != "replace":
                continue
            start, end = old[i][0], old[j - 1][0] + len(old[j - 1][1])
            span, suggestion = line[start:end], " ".join(new[m:n])
            start += len(span) - len(span.lstrip(_MARKS))
            span, suggestion = span.strip(_MARKS), suggestion.strip(_MARKS)
            if self._is_respaced(span, suggestion):
                end = start + len(span)
                yield TextFinding(
                    TextKind.HALF_SPACE, start, end, span, _MESSAGE, TextLevel.HINT, (suggestion,), safe=False
                )

    def _is_respaced(self, old: str, new: str) -> bool:
        """Whether only half-spaces were put between the same letters, and none in what stays apart."""
        if recoded(old) == new or ZWNJ not in new or _letters(recoded(old)) != _letters(new):
            return False
        apart = new.replace(ZWNJ, " ")
        return not any(phrase in apart and phrase not in new for phrase in self._apart)


def _letters(text: str) -> str:
    return text.replace(ZWNJ, "").replace(" ", "")
