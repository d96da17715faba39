"""Numbers that identify or give access to somebody, where the form has no place for them."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from assistant.domain.characters import latin_digits
from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import TextFinding, TextKind, TextLevel
from assistant.text.letters import DIGITS, LETTERS
from assistant.text.sentences import Sentence

# All patterns run over the text with Latin digits, which has the same length.
_END = r"(?![0-9]|[/.][0-9])"
_SHEBA = re.compile(rf"(?<![A-Za-z])IR[ -]?[0-9]{{2}}(?:[ -]?[0-9]){{22}}{_END}", re.IGNORECASE)
_CARD = re.compile(rf"(?<![0-9A-Za-z/])[0-9]{{4}}([ -]?)[0-9]{{4}}\1[0-9]{{4}}\1[0-9]{{4}}{_END}")
_NATIONAL = re.compile(rf"(?<![0-9A-Za-z/])[0-9]{{3}}-?[0-9]{{6}}-?[0-9]{_END}")
_MOBILE = re.compile(rf"(?<![0-9A-Za-z/])(?:(?:\+|00)98[ -]?|0)9[0-9]{{2}}(?:[ -]?[0-9]){{7}}{_END}")
_LANDLINE = re.compile(rf"(?<![0-9A-Za-z/])0[1-8][0-9][ -]?[0-9]{{8}}{_END}")
_MAIL = re.compile(r"[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_PASSWORD = re.compile(
    r"(?:رمز|گذرواژه|پسورد|کلمهٔ? عبور)[^.؛\n]{0,30}?(?<![0-9A-Za-z])((?=[^ ]*[0-9])[A-Za-z0-9@#$!_-]{4,})"
)
_WORTH_READING = re.compile(f"[{DIGITS}](?:[ -]?[{DIGITS}]){{8}}|@|رمز|گذرواژه|پسورد|عبور")
_NEAR = 40  # letters before a number that may say what it is
_CARD_WORDS, _NATIONAL_WORDS, _PHONE_WORDS = ("کارت",), ("ملی",), ("تلفن", "تماس", "همراه")
_NOT_CARD = ("صیاد", "چک", "پرونده", "دادنامه", "ابلاغ", "رهگیری")
# How cards of Iranian banks begin, as the banks publish it.
_ISSUERS = frozenset((
    "603799", "589210", "627648", "627961", "603770", "628023", "627760", "502908", "627412", "622106", "502229",
    "627488", "621986", "639346", "639607", "636214", "502806", "502938", "603769", "610433", "627353", "589463",
    "627381", "639370", "627884", "639194", "639347", "505785", "636949", "505416", "606373", "628157", "606256",
    "507677", "585983", "504172", "627593", "639599", "504706", "505801", "639217", "636795", "991975",
))  # fmt: skip
_MESSAGES: Mapping[str, str] = {
    "sheba": "شمارهٔ شبا در متن آمده است.",
    "card": "شمارهٔ کارت بانکی در متن آمده است.",
    "national": "شمارهٔ ملی در متن آمده است.",
    "phone": "شمارهٔ تلفن در متن آمده است.",
    "mail": "نشانی پست الکترونیکی در متن آمده است.",
    "password": "رمز یا گذرواژه در متن آمده است.",
}


def check_personal_data(sentence: Sentence, case: TextCase) -> Iterator[TextFinding]:
    """What an answer of the form holds is asked for, so it is no news."""
    text = sentence.text
    if not _WORTH_READING.search(text):
        return
    known = _numbers_of(case)
    taken: list[tuple[int, int]] = []
    for what, start, end in _candidates(latin_digits(text)):
        span = text[start:end]
        if any(start < other_end and other < end for other, other_end in taken) or _digits(span) in known:
            continue
        taken.append((start, end))
        yield TextFinding(TextKind.PERSONAL_DATA, start, end, span, _MESSAGES[what], TextLevel.HINT)


def _candidates(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _MAIL.finditer(text):
        yield "mail", *match.span()
    for match in _SHEBA.finditer(text):
        yield "sheba", *match.span()
    for match in _CARD.finditer(text):
        if _is_card(match.group(), text[max(0, match.start() - _NEAR) : match.start()]):
            yield "card", *match.span()
    for match in _MOBILE.finditer(text):
        yield "phone", *match.span()
    for match in _LANDLINE.finditer(text):
        if _says(text, match.start(), _PHONE_WORDS) or "-" in match.group():
            yield "phone", *match.span()
    for match in _NATIONAL.finditer(text):
        if _says(text, match.start(), _NATIONAL_WORDS):
            yield "national", *match.span()
    for match in _PASSWORD.finditer(text):
        yield "password", *match.span(1)


def _says(text: str, place: int, words: tuple[str, ...]) -> bool:
    before = text[max(0, place - _NEAR) : place]
    return any(re.search(rf"(?<![{LETTERS}]){word}(?![{LETTERS}])", before) for word in words)


def _is_card(number: str, before: str) -> bool:
    digits = _digits(number)
    if any(word in before for word in _NOT_CARD) and not any(word in before for word in _CARD_WORDS):
        return False
    return any(word in before for word in _CARD_WORDS) or (digits[:6] in _ISSUERS and _luhn(digits))


def _luhn(digits: str) -> bool:
    doubled = [int(each) * (2 if place % 2 == 0 else 1) for place, each in enumerate(digits)]
    return sum(each - 9 if each > 9 else each for each in doubled) % 10 == 0


def _digits(text: str) -> str:
    return "".join(each for each in latin_digits(text) if each.isdigit()) or text


def _numbers_of(case: TextCase) -> frozenset[str]:
    return _kept_numbers(tuple(_texts(case.answers))) if case.answers else frozenset()


@lru_cache(maxsize=16)
def _kept_numbers(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_digits(text) for text in texts)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, int) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _texts(each)
