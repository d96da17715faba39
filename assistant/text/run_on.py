"""Sentences too long to follow: length alone is the style of courts, so verbs are counted too."""

from collections.abc import Iterator

from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import TextFinding, TextKind, TextLevel
from assistant.text.sentences import Sentence
from assistant.text.tokens import Token
from assistant.text.verbs import verb_forms

LONG, MANY_VERBS, VERY_LONG = 60, 6, 90
_FUTURE = ("خواه", "نخواه")  # «خواهد شد» is one verb


def check_length(sentence: Sentence, case: TextCase) -> Iterator[TextFinding]:
    words = sentence.words
    if len(words) <= LONG or (len(words) <= VERY_LONG and finite_verbs(words) < MANY_VERBS):
        return
    start, end = words[0].start, sentence.tokens[-1].end
    span = sentence.text[start:end]
    verbs = finite_verbs(words)
    message = f"این جمله {len(words)} واژه و {verbs} فعل دارد."
    yield TextFinding(TextKind.RUN_ON_SENTENCE, start, end, span, message, TextLevel.HINT)


def finite_verbs(words: tuple[Token, ...]) -> int:
    count, before = 0, ""
    for word in words:
        form = verb_forms().get(word.folded)
        if form is not None and form.finite and not before.startswith(_FUTURE):
            count += 1
            before = word.folded
        else:
            before = ""
    return count
