"""Real words in the place of others («اعصار» for «اعسار»), told by the words around them. The pairs are data."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.confusion import Confusion
from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import TextFinding, TextKind, TextLevel
from assistant.text.letters import ZWNJ, folded, loose
from assistant.text.sentences import Sentence, sentences
from assistant.text.tokens import Token

MESSAGE = "«{span}» واژهٔ دیگری است: {note}."
_ENDINGS = ("", "ی", "ها", "های", "هایی", "هایش", "هایشان", "ش", "م", "شان", "مان", "اش", "ای", "ام", "ان", "یی", "یش")


@dataclass(frozen=True, slots=True)
class _Rule:
    """A pair with its words in loose form; they count with any ending."""

    pair: Confusion
    near: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    unless: frozenset[str]


class ConfusionCheck:
    def __init__(self, pairs: Iterable[Confusion]) -> None:
        rules: dict[str, list[_Rule]] = defaultdict(list)
        for pair in pairs:
            rule = _Rule(pair, *(_plain(each) for each in (pair.near, pair.before, pair.after, pair.unless)))
            for ending in _ENDINGS if pair.inflected else ("",):
                rules[loose(folded(pair.wrong)) + ending].append(rule)
        self._rules = dict(rules)

    def __call__(self, sentence: Sentence, case: TextCase) -> Iterator[TextFinding]:
        words = sentence.words
        for number, token in enumerate(words):
            rules = self._rules.get(token.loose)
            if rules is None or token.folded in case.words:
                continue
            meant = tuple(dict.fromkeys(_meant(token, rule.pair) for rule in rules if _applies(rule, words, number)))
            if meant:
                note = next(rule.pair.note for rule in rules if _applies(rule, words, number))
                yield _finding(token, meant, note)


@dataclass(frozen=True, slots=True)
class FailedProof:
    """A sentence of a pair in which it finds, or does not find, what the file says."""

    file: str
    text: str
    message: str


def prove_confusions(pairs: Iterable[Confusion]) -> Iterator[FailedProof]:
    """Every pair alone over its own sentences."""
    for pair in pairs:
        check = ConfusionCheck([pair])
        file = pair.place.partition("#")[0]
        for text in (*pair.match, *pair.no_match):
            is_found = any(True for part in sentences(text) for _ in check(part, TextCase()))
            if is_found != (text in pair.match):
                told = "یافته شد" if is_found else "یافته نشد"
                yield FailedProof(file, text, f"«{pair.wrong}» در «{text}» {told}")


def _applies(rule: _Rule, words: Sequence[Token], number: int) -> bool:
    reach = rule.pair.within
    before = _stems(words[max(0, number - reach) : number])
    after = _stems(words[number + 1 : number + 1 + reach])
    if rule.unless & (before | after):
        return False
    if rule.pair.is_always_wrong:
        return True
    return bool(rule.near & (before | after) or rule.before & before or rule.after & after)


def _meant(token: Token, pair: Confusion) -> str:
    """The right word with the ending as typed."""
    wrong = loose(folded(pair.wrong))
    length = next(end for end in range(1, len(token.folded) + 1) if loose(token.folded[:end]) == wrong)
    while length < len(token.folded) and loose(token.folded[: length + 1]) == wrong and token.folded[length] != ZWNJ:
        length += 1  # tanvin or hamza that ends the word
    return pair.right + token.folded[length:]


def _plain(words: Iterable[str]) -> frozenset[str]:
    return frozenset(loose(folded(word)) for word in words)


def _stems(words: Iterable[Token]) -> set[str]:
    """What the words may be forms of."""
    return {word.loose.removesuffix(ending) for word in words for ending in _ENDINGS}


def _finding(token: Token, meant: tuple[str, ...], note: str) -> TextFinding:
    return TextFinding(
        kind=TextKind.CONFUSION,
        start=token.start,
        end=token.end,
        span=token.text,
        message=MESSAGE.format(span=token.text, note=note.rstrip(".")),
        level=TextLevel.ERROR,
        suggestions=meant[:3],
    )
