"""Whether a text calls an amount by the name of an answer: «خواسته به مبلغ …», «… ریال بابت ودیعه»."""

from collections.abc import Mapping, Sequence

from assistant.text.figures.answer_names import (
    AnswerName,
    Names,
    between_holds,
    has_others,
    is_called,
    is_part_or_other,
    names_of,
)
from assistant.text.figures.mentions import AMOUNT_WORDS, Mention
from assistant.text.letters import loose
from assistant.text.tokens import Token

_FARTHEST = 8  # tokens between a name and its amount
_BETWEEN = frozenset((
    "به", "بمبلغ", "بهمبلغ", "مبلغ", "معادل", "مقوم", "بالغ", "بر", "برابر", "با", "میزان", "بمیزان", "بهمیزان", "ارزش",
    "بهای",
    "قیمت", "کل", "جمعا", "مجموعا", "مذکور", "مزبور", "فوق", "فوقالذکر", "موصوف", "یادشده", "آن", "ان", "خود",
    "خواهان", "خوانده", "موکل", "اینجانب", "دعوا", "دعوی", "پرونده", "حاضر", ":", "،", ",", "(", "نقدی", "وجه",
    "اصلی", "اعلامی", "است", "نیز", "هم", "فعلا", "علیالحساب", "این", "همین", "معامله", "قرارداد", "اینجانبه",
    "زوجه", "زوج", "دریافتی", "پرداختی", "مندرج", "در", "سند", "عقدنامه", "موضوع", "ما", "او", "وی", "نامبرده",
    "ایشان", "را", "بدوی", "نخستین", "ازقرار", "قرار", "پرداخت", "تادیه", "خواندگان", "تضامنی", "توافقی",
    "تعیینشده", "از",
))  # fmt: skip
_BEHIND = frozenset(("بابت", "بعنوان", "بهعنوان", "عنوان", "ازبابت"))  # «… ریال بابت …»
_BEHIND_BETWEEN = frozenset(("از", "به", "تحت", "اصل", "وجه", "کل", "تمام", "همین"))
_OTHER_SUMS = frozenset(map(loose, ("هزینه", "خسارت", "خسارات", "حق‌الوکاله", "دستمزد", "جریمه", "مابه‌التفاوت", "شارژ")))


def is_called_by(tokens: Sequence[Token], ends: Mapping[int, int], mention: Mention, label: str, also: Names) -> bool:
    """``ends``: the token after an amount that is said twice."""
    begin = ends.get(mention.start, mention.after)
    return any(
        _named_before(tokens, mention, name, also) or _named_behind(tokens, begin, mention, name, also)
        for name in names_of(label)
    )


def _named_before(tokens: Sequence[Token], mention: Mention, name: AnswerName, also: Names) -> bool:
    for index in range(mention.first - 1, max(-1, mention.first - _FARTHEST), -1):
        if is_called(tokens[index], name, also):
            return (
                between_holds(tokens[index + 1 : mention.first], _BETWEEN, name, also)
                and has_others(_near(tokens, index, mention), name, also)
                and not is_part_or_other(tokens, index)
                and not _is_other_sum(tokens, mention.after)
            )
    return False


def _is_other_sum(tokens: Sequence[Token], after: int) -> bool:
    """«… ریال بابت هزینه دادرسی»."""
    words = [token.loose for token in tokens[after : after + 5]]
    link = next((place for place, word in enumerate(words) if word in _BEHIND), len(words))
    return link <= 1 and bool(_OTHER_SUMS.intersection(words[link : link + 3]))


def _named_behind(tokens: Sequence[Token], begin: int, mention: Mention, name: AnswerName, also: Names) -> bool:
    """«… ریال بابت ودیعه», and «… ریال ودیعه» where «مبلغ» goes before."""
    seen_link = bool(mention.first) and tokens[mention.first - 1].loose in AMOUNT_WORDS
    for index in range(begin, min(len(tokens), begin + 6)):
        word = tokens[index].loose
        if word in _BEHIND:
            seen_link = True
        elif seen_link and is_called(tokens[index], name, also):
            return has_others(_near(tokens, index, mention), name, also) and not _goes_on(tokens, index)
        elif word not in _BEHIND_BETWEEN or (word in ("از", "به") and _next(tokens, index) not in _BEHIND):
            return False
    return False


def _near(tokens: Sequence[Token], index: int, mention: Mention) -> Sequence[Token]:
    first, last = min(index, mention.first), max(index, mention.after)
    return tokens[max(0, first - 1) : last + 3]


def _next(tokens: Sequence[Token], index: int) -> str:
    return tokens[index + 1].loose if index + 1 < len(tokens) else ""


def _goes_on(tokens: Sequence[Token], index: int) -> bool:
    """Whether the name is only the beginning of another thing («بابت اجاره‌بهای سه ماه», «بابت چک دیگر»)."""
    after = _next(tokens, index)
    return is_part_or_other(tokens, index) or after in ("سه", "دو", "یک", "ماه", "سال", "های", "مربوط", "بابت")
