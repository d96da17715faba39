"""Latin and Arabic digits in Persian text."""

from collections.abc import Iterator

from assistant.domain.characters import persian_digits
from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import TextFinding, TextKind, TextLevel
from assistant.text.sentences import Sentence
from assistant.text.tokens import Token, TokenKind

_MIXED = "در این عدد رقم فارسی و غیرفارسی با هم آمده است."
_FOREIGN = "این عدد با رقم‌های غیرفارسی نوشته شده است."


def check_digits(sentence: Sentence, case: TextCase) -> Iterator[TextFinding]:
    """A number beside Latin words belongs to them («ISO 9001»)."""
    tokens = sentence.tokens
    for place, token in enumerate(tokens):
        if token.kind is not TokenKind.NUMBER:
            continue
        persian = persian_digits(token.text)
        if persian == token.text:
            continue
        is_mixed = any("۰" <= each <= "۹" for each in token.text)
        if not is_mixed and (not sentence.words or _is_latin(tokens, place - 1) or _is_latin(tokens, place + 1)):
            continue
        message = _MIXED if is_mixed else _FOREIGN
        yield TextFinding(
            TextKind.DIGIT_MIX, token.start, token.end, token.text, message, TextLevel.HINT, (persian,), safe=True
        )


def _is_latin(tokens: tuple[Token, ...], place: int) -> bool:
    return 0 <= place < len(tokens) and tokens[place].kind is TokenKind.LATIN
