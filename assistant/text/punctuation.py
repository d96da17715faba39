"""Marks and their blanks, Latin marks in Persian text, doubled marks and blanks, brackets without their other half."""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import TextFinding, TextKind, TextLevel
from assistant.text.letters import LETTERS
from assistant.text.masks import Masks, whole_tokens
from assistant.text.sentences import Sentence

_PERSIAN = str.maketrans(",;?", "،؛؟")
_MARKS = re.compile(r"(?<![ \t])([ \t]*)([،؛:؟!.…,;?]+)([ \t]*)")
_OPENING = re.compile(r"([(«\[])([ \t]+)(?=\S)")
_CLOSING = re.compile(r"(?<=\S)([ \t]+)([)»\]])")
_AFTER_CLOSING = re.compile(rf"[)»\]](?=[{LETTERS}]{{2}}|و )")
_BEFORE_OPENING = re.compile(rf"(?<=[{LETTERS}])[(«\[](?=[{LETTERS}])")
_BLANKS = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)")
_WORD = re.compile(f"[{LETTERS}]+")
_ENDINGS = frozenset(("ها", "های", "هایی", "ان", "ین", "ی", "ای", "گان", "ات"))  # «خواهان(ها)», «(سند)های»
_LIST_MARK = re.compile(rf"(?:^|(?<=[\s،؛:.]))(?:[0-9۰-۹]{{1,3}}|[{LETTERS}]|الف)[ \t]*(\))")  # «الف)», «۲)»
_PAIRS = {")": "(", "]": "[", "}": "{", "»": "«"}
_BRACKET = re.compile(r"[()\[\]{}«»]")
_OPENERS = frozenset(_PAIRS.values())

_BEFORE = "پیش از این نشانه فاصله آمده یا پس از آن فاصله نیامده است."
_DOUBLED = "این نشانه دو بار آمده است."
_LATIN = "این نشانه لاتین است."
_MANY_BLANKS = "بیش از یک فاصله آمده است."
_UNPAIRED = "جفت این نشانه در متن نیست."


def check_punctuation(text: str, parts: Sequence[Sentence], case: TextCase) -> Iterator[TextFinding]:
    """Each place once."""
    masks = whole_tokens(parts)
    taken: list[tuple[int, int]] = []
    for finding in (*_marks(text, masks), *_brackets(text, masks), *_blanks(text)):
        if all(finding.end <= start or end <= finding.start for start, end in taken):
            taken.append((finding.start, finding.end))
            yield finding
    yield from _unpaired(text)


def _marks(text: str, masks: Masks) -> Iterator[TextFinding]:
    for match in _MARKS.finditer(text):
        before, marks, after = match.groups()
        start = match.start(2)
        if masks.holds(start) or _is_masked_end(text, masks, match):
            continue
        left, right = text[: match.start()][-1:], text[match.end() :][:1]
        new = _single(_in_persian(marks, left, right))
        is_first = left in ("", "\n", "\r")
        drops = bool(before) and not is_first and not marks.startswith(("…", "..", "!"))
        lacks = not after and _needs_blank(new, right)
        many = len(after) > 1 and right not in ("", "\n", "\r")
        if new == marks and not (drops or lacks or many):
            continue
        begin = match.start() if drops else start
        end = match.end() if many else match.end(2)
        suggestion = new + (" " if lacks or many else "")
        message = _BEFORE if drops or lacks else _LATIN if any(each in ",;?" for each in marks) else _DOUBLED
        if many and new == marks and not (drops or lacks):
            message = _MANY_BLANKS
        yield _finding(text, begin, end, message, suggestion)


def _is_masked_end(text: str, masks: Masks, match: re.Match[str]) -> bool:
    """Whether the mark is the last of an abbreviation («ق.م.») or stands in a run of dots to be filled in."""
    return match.end(2) - match.start(2) > 3 and "." in match.group(2)


def _in_persian(marks: str, left: str, right: str) -> str:
    if not any(each in ",;?" for each in marks) or (_is_latin(left) and (_is_latin(right) or not right)):
        return marks
    return marks.translate(_PERSIAN)


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalpha()


def _single(marks: str) -> str:
    """One of two equal marks; an ellipsis of three dots stays."""
    if len(set(marks)) == 1 and len(marks) > 1 and (marks[0] != "." or len(marks) == 2) and marks[0] != "…":
        return marks[0]
    return marks


def _needs_blank(marks: str, right: str) -> bool:
    if marks.startswith("…") or not right:
        return False
    is_letter = _WORD.match(right) is not None
    return is_letter or right in "«(" or (marks[-1] in "،؛؟" and right.isdigit())


def _brackets(text: str, masks: Masks) -> Iterator[TextFinding]:
    for match in _OPENING.finditer(text):
        yield _finding(text, match.start(), match.end(), _BEFORE, match.group(1))
    for match in _CLOSING.finditer(text):
        if text[match.start() - 1] not in _OPENERS:
            yield _finding(text, match.start(), match.end(), _BEFORE, match.group(2))
    for match in _AFTER_CLOSING.finditer(text):
        word = _WORD.match(text, match.end())
        if word is not None and word.group() not in _ENDINGS and not masks.holds(match.start()):
            yield _finding(text, match.start(), match.end(), _BEFORE, f"{match.group()} ")
    for match in _BEFORE_OPENING.finditer(text):
        word = _WORD.match(text, match.end())
        if word is not None and word.group() not in _ENDINGS and len(word.group()) > 2:
            yield _finding(text, match.start(), match.end(), _BEFORE, f" {match.group()}")


def _blanks(text: str) -> Iterator[TextFinding]:
    for match in _BLANKS.finditer(text):
        yield _finding(text, match.start(), match.end(), _MANY_BLANKS, " ")


def _unpaired(text: str) -> Iterator[TextFinding]:
    """Brackets that mark items of a list («الف)») need no other half."""
    open_ones: list[tuple[str, int]] = []
    items = {match.start(1) for match in _LIST_MARK.finditer(text)}
    for match in _BRACKET.finditer(text):
        letter, place = match.group(), match.start()
        if letter in _OPENERS:
            open_ones.append((letter, place))
            continue
        partner = next((each for each in reversed(open_ones) if each[0] == _PAIRS[letter]), None)
        if partner is not None:
            open_ones.remove(partner)
        elif place not in items:
            yield _finding(text, place, place + 1, _UNPAIRED)
    for _, place in open_ones:
        yield _finding(text, place, place + 1, _UNPAIRED)


def _finding(text: str, start: int, end: int, message: str, suggestion: str | None = None) -> TextFinding:
    suggestions = () if suggestion is None else (suggestion,)
    return TextFinding(
        TextKind.PUNCTUATION, start, end, text[start:end], message, TextLevel.HINT, suggestions, safe=bool(suggestions)
    )
