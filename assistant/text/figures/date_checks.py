"""Days the calendar does not have, weekdays that are not theirs, and past events told of days after the filing."""

from collections.abc import Iterable, Sequence
from datetime import date

from assistant.domain.characters import persian_digits
from assistant.domain.jalali import MONTHS, show_date, weekday_name
from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import TextFinding, TextKind, TextLevel
from assistant.text.figures import wording
from assistant.text.figures.dates import DateMention, dates, days_of
from assistant.text.letters import ZWNJ
from assistant.text.sentences import Sentence
from assistant.text.tokens import Token
from assistant.text.verbs import verb_forms

_PLANNED = frozenset((  # a day that is only planned
    "تعیین", "مقرر", "تعهد", "متعهد", "قرار", "موعد", "سررسید", "وعده", "جلسه", "وقت", "توافق", "مهلت", "تمدید",
    "قسط", "اقساط", "نوبت", "رسیدگی", "پایان", "انقضا", "انقضای", "تا", "لغایت", "الی", "برای", "آینده", "اینده",
    "اعتبار", "معتبر", "صادر", "صدور",
))  # fmt: skip
_BEARING_DUE_DAY = frozenset(("چک", "سفته", "برات", "حواله"))  # papers dated the day they fall due
_PAPERS = ("نامه", "گواهی", "قرارداد", "سند", "رسید", "فاکتور")  # endings of what is dated the day it is made
_ENDINGS = ("یم", "ید", "ند", "م", "ی", "")
_TODAY_OR_LATER = ("می" + ZWNJ, "نمی" + ZWNJ)


def impossible_dates(sentence: Sentence, case: TextCase) -> Iterable[TextFinding]:
    for mention in dates(sentence):
        if mention.is_impossible:
            yield _finding(mention, _why_impossible(mention))
        elif mention.day is not None and mention.weekday and mention.weekday != weekday_name(mention.day):
            message = wording.OTHER_WEEKDAY.format(date=show_date(mention.day), weekday=weekday_name(mention.day))
            text = sentence.text[mention.weekday_start : mention.end]
            right = weekday_name(mention.day) + sentence.text[mention.weekday_end : mention.end]
            yield _finding(mention, message, start=mention.weekday_start, text=text, instead=(right,))
        elif _is_after(mention, case.filing_day) and case.filing_day and _is_told_as_past(sentence.tokens, mention):
            message = wording.AFTER_FILING.format(text=mention.text, day=show_date(case.filing_day))
            yield _finding(mention, message)


def _is_after(mention: DateMention, filing_day: date | None) -> bool:
    return mention.day is not None and filing_day is not None and mention.day > filing_day


def _why_impossible(mention: DateMention) -> str:
    if mention.month > 12:
        return wording.NO_SUCH_MONTH.format(text=mention.text)
    if not mention.month or not mention.number:
        return wording.DAY_ZERO.format(text=mention.text)
    return (wording.NO_SUCH_DAY if mention.year else wording.NO_SUCH_DAY_OF_MONTH).format(
        text=mention.text,
        month=MONTHS[mention.month - 1],
        year=persian_digits(str(mention.year)),
        days=persian_digits(str(days_of(mention))),
    )


def _is_told_as_past(tokens: Sequence[Token], mention: DateMention) -> bool:
    """«در تاریخ …» followed by a verb in the past, or a document «مورخ …»; nothing planned in between."""
    before = [token.loose for token in tokens[max(0, mention.first - 7) : mention.first]]
    after = [token.folded for token in tokens[mention.after : mention.after + 25]]
    if _PLANNED.intersection(before):
        return False
    if before and before[-1] in ("مورخ", "مورخه") and len(before) > 1:
        return not _PLANNED.intersection(after[:3]) and not _bears_due_day(before)
    is_day_of_event = not before or before[-2:] in (["در", "تاریخ"], ["به", "تاریخ"], ["از", "تاریخ"])
    if not (is_day_of_event or before[-1] in ("در", "روز", "بتاریخ", "بهتاریخ", "درتاریخ", "شب", "صبح", "عصر")):
        return False
    if before[-2:-1] == ["به"] and _BEARING_DUE_DAY.intersection((*before, *after[:12])):
        return False
    for place, word in enumerate(after):
        if word in (".", "؛", "که"):
            return False
        if word in _PLANNED:
            return False
        if _is_past(word):
            return True
        if _is_finite(word) and not (place and _is_participle(after[place - 1])):
            return False
        if _is_participle(word) and place + 1 < len(after) and after[place + 1] in ("است", "اند", "بود", "بودند"):
            return True
    return False


def _bears_due_day(before: Sequence[str]) -> bool:
    """Whether «مورخ» is said of a cheque or note: the nearest paper before it decides."""
    for word in reversed(before):
        if word in _BEARING_DUE_DAY or word.endswith(_PAPERS):
            return word in _BEARING_DUE_DAY
    return False


def _is_finite(word: str) -> bool:
    form = verb_forms().get(word)
    return form is not None and form.finite


def _is_participle(word: str) -> bool:
    form = verb_forms().get(word)
    return form is not None and not form.finite


def _is_past(word: str) -> bool:
    """A simple past or a present perfect in one word."""
    if word.startswith(_TODAY_OR_LATER) or not _is_finite(word):
        return False
    if ZWNJ in word:
        return _is_participle(word.split(ZWNJ)[0])
    return any(
        word.endswith(ending) and _is_participle(word[: len(word) - len(ending)] + "ه") for ending in _ENDINGS
    ) and word not in ("کند", "کنند")


def _finding(
    mention: DateMention, message: str, *, start: int | None = None, text: str = "", instead: tuple[str, ...] = ()
) -> TextFinding:
    place = mention.start if start is None else start
    return TextFinding(
        TextKind.IMPOSSIBLE_DATE, place, mention.end, text or mention.text, message, TextLevel.MISMATCH, instead
    )
