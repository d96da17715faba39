"""What an answer is called in a text: the telling words of its field's label («مبلغ مهریه در سند» → مهریه)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.domain.word_list import WordList
from assistant.text.letters import folded, loose
from assistant.text.tokens import Token, TokenKind

type Names = Mapping[str, frozenset[str]]  # a name → other words for it, both in loose spelling

# Words of labels that tell how much or when, not what.
_FORMAL = frozenset(map(loose, (
    "مبلغ", "مبالغ", "بها", "بهای", "جمع", "میزان", "کل", "اصل", "وجه", "تاریخ", "شماره", "شناسه", "مندرج",
    "ثبتی", "پرونده", "معوقه", "مورد", "مطالبه", "دلیل", "نام", "رقم", "مدت", "دوره", "ایجاد",
)))  # fmt: skip
_ALONE = ("پرونده", "مطالبه")  # telling only where the label has nothing else
_CUTS = re.compile(r"\s+(?:در|از|به|پیش|پس)\s+")  # what follows only describes: «… در سند»
_PARTIAL = frozenset(map(loose, ("سهم", "حاصل", "قسط", "یک", "مانده", "چند")))  # never the whole
_ELSE = frozenset(map(loose, (
    "دیگر", "دیگری", "دوم", "سوم", "چهارم", "بعدی", "قبلی", "سابق", "پیشین", "پیش", "قبل", "اول", "نخست",
    "ماقبل", "متقابل", "هر", "سایر", "ایشان", "اولیه", "جدید", "تازه",
)))  # fmt: skip
_PART_OF = frozenset(map(loose, (
    "از", "بخش", "بخشی", "قسمت", "قسمتی", "نیم", "نیمی", "مانده", "باقیمانده", "باقی", "الباقی", "مابقی",
    "بقیه", "نصف", "ثلث", "ربع", "قسط", "اقساط", "سهم", "جز", "غیر", "فاقد", "بدون", "هر", "سایر", "عدم",
    "پیش‌پرداخت", "کسر", "نرخ", "واحد", "یک‌سوم",
)))  # fmt: skip


@dataclass(frozen=True, slots=True)
class AnswerName:
    """One name of an answer; ``others`` are further words of the label that must stand near it («ماهانه»)."""

    word: str
    others: frozenset[str]


@lru_cache(maxsize=512)
def names_of(label: str) -> tuple[AnswerName, ...]:
    """() for a label that names no thing of its own («مبلغ»)."""
    plain = re.sub(r"\s*مندرج در\s*", " ", folded(label))
    found = []
    for part in re.split(r"\s+(?:یا|و)\s+|[،/()]", _CUTS.split(plain)[0] if _CUTS.search(plain) else plain):
        words = [stem(loose(word)) for word in part.split()]
        told = [word for word in words if word not in _FORMAL] or [word for word in words if word in _ALONE]
        if told and not _PARTIAL.intersection(told) and not told[0].endswith("شده"):
            found.append(AnswerName(told[0], frozenset(told[1:])))
    return tuple(found)


@lru_cache(maxsize=16384)
def stem(loose_word: str) -> str:
    """Without the ی of ezafe: «اجاره‌بهای» and «اجاره‌بها» are one."""
    return loose_word[:-1] if loose_word.endswith(("ای", "وی")) and len(loose_word) > 4 else loose_word


def also_called(words: WordList | None, stage: str = "") -> Names:
    """A word list whose pairs give a word of the text and the label's word it stands for."""
    found: dict[str, set[str]] = {}
    for each in (word for group in (words.groups if words else ()) if group.holds_in(stage) for word in group.words):
        for name in each.instead:
            found.setdefault(stem(loose(folded(name))), set()).add(stem(loose(folded(each.word))))
    return {name: frozenset(others) for name, others in found.items()}


def is_called(token: Token, name: AnswerName, also: Names) -> bool:
    if token.kind is not TokenKind.WORD:
        return False
    word = stem(token.loose)
    return word == name.word or word in also.get(name.word, ())


def has_others(near: Iterable[Token], name: AnswerName, also: Names) -> bool:
    """Whether the further words of the label stand there too («ماهانه»)."""
    words = {stem(token.loose) for token in near}
    return all(words & {other, *also.get(other, ())} for other in name.others)


def is_part_or_other(tokens: Sequence[Token], index: int) -> bool:
    """Whether the thing named at ``index`` is only a part («مانده …», «از …») or another one («… دیگر»)."""
    before = tokens[index - 1].loose if index else ""
    behind = tokens[index - 2].loose if index > 1 else ""
    after = tokens[index + 1].loose if index + 1 < len(tokens) else ""
    if before in ("اصل", "وجه", "مبلغ", "تمام", "کل", "کلیه", "بهای", "میزان"):
        before, behind = behind, ""
    return before in _PART_OF or after in _ELSE or behind in ("مانده", "باقیمانده", "بخشی", "قسمتی")


def between_holds(between: Iterable[Token], allowed: frozenset[str], name: AnswerName, also: Names) -> bool:
    """Whether nothing but connecting words and the rest of the name stands between a name and its figure."""
    rest = {word for other in name.others for word in (other, *also.get(other, ()))}
    return all(token.loose in allowed or stem(token.loose) in rest for token in between)
