"""Dates the text calls by the name of an answer, or says of a numbered item of the answers, against those answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant.domain.jalali import parts as parts_of_day
from assistant.domain.jalali import show_date
from assistant.domain.text_case import NamedDate, TextCase
from assistant.domain.text_finding import TextFinding, TextKind, TextLevel
from assistant.domain.value_problem import ValueProblem
from assistant.text.figures import wording
from assistant.text.figures.answer_names import (
    AnswerName,
    Names,
    between_holds,
    has_others,
    is_called,
    is_part_or_other,
    names_of,
)
from assistant.text.figures.dates import DateMention, dates
from assistant.text.figures.identified import identified_items
from assistant.text.sentences import Sentence
from assistant.text.tokens import Token

_FARTHEST = 8
_BETWEEN = frozenset((
    "مورخ", "مورخه", "تاریخ", "بتاریخ", "بهتاریخ", "به", "در", "روز", "آن", "ان", "مذکور", "مزبور", "فوق", "یادشده",
    "موصوف", ":", "،", "(", "است", "حاضر", "مورد", "بحث",
))  # fmt: skip
_NO_NAMES: Names = {}
_UNTIL = ("تا", "لغایت", "الی")
_SAID_OF_ITEM = frozenset(("مورخ", "مورخه", "تاریخ", "بتاریخ", "بهتاریخ", "سررسید"))
_OTHER_PAPERS = frozenset(("گواهی", "گواهینامه", "برگشت", "اظهارنامه", "ابلاغ", "قرارداد", "صادر", "صدور"))
_JOINTS = frozenset(("و", "که", "؛", "ولی", "اما", "لیکن", "سپس"))
_HAPPENED = frozenset(("شد", "شده", "گردید", "گردیده", "واقع", "جاری", "منعقد", "نمود", "نموده", "کرد", "کرده"))


@dataclass(frozen=True)
class DateAnswerCheck:
    """``also``: other words for the names of answers."""

    also: Names

    def __call__(self, text: str, parts: Sequence[Sentence], case: TextCase) -> Iterable[TextFinding]:
        known = {each.day for each in case.dates}
        if not known:
            return
        told = {mention.day for part in parts for mention in dates(part)}
        for part in parts:
            for mention in dates(part):
                if mention.day is None or mention.day in known or mention.day == case.filing_day:
                    continue
                answers = self._answers(part, mention, case)
                days = {each.day for each in answers}
                near = [each for each in answers if _is_slip(each, mention)]
                if not answers or (not near and (len(days) > 1 or days & told)):
                    continue
                answer = (near or answers)[0]
                yield TextFinding(
                    TextKind.IMPOSSIBLE_DATE,
                    part.start + mention.start,
                    part.start + mention.end,
                    mention.text,
                    wording.other_date(mention.text, answer),
                    TextLevel.MISMATCH,
                    suggestions=(show_date(answer.day),),
                    points_at=(answer.path,),
                )

    def _answers(self, part: Sentence, mention: DateMention, case: TextCase) -> list[NamedDate]:
        tokens = part.tokens
        for item in identified_items(part, case):
            if item.first < mention.first < item.until and _is_said_of_item(tokens, mention, item.first):
                of_item = [each for each in case.dates if each.path.startswith(f"{item.path}.")]
                return of_item
        named: dict[tuple[str, bool], bool] = {}
        for each in case.dates:
            told = (each.label, _is_slip(each, mention))
            if told not in named:
                named[told] = self._is_named(tokens, mention, each.label, is_slip=told[1])
        return [each for each in case.dates if named.get((each.label, True)) and _is_slip(each, mention)] or [
            each for each in case.dates if named.get((each.label, False)) and not _is_slip(each, mention)
        ]

    def _is_named(self, tokens: Sequence[Token], mention: DateMention, label: str, *, is_slip: bool) -> bool:
        """A date that is nearly the answer's may stand farther from the name («گواهینامه عدم پرداخت …»)."""
        return any(
            self._named_before(tokens, mention, name, is_slip=is_slip)
            or self._named_behind(tokens, mention, name, is_slip=is_slip)
            or (is_slip and name.word == _end_of_period(tokens, mention))
            for name in names_of(label)
        )

    def _named_before(self, tokens: Sequence[Token], mention: DateMention, name: AnswerName, *, is_slip: bool) -> bool:
        also = self.also if is_slip else _NO_NAMES
        for index in range(mention.first - 1, max(-1, mention.first - 1 - _FARTHEST), -1):
            if not is_called(tokens[index], name, also):
                continue
            between = tokens[index + 1 : mention.first]
            is_close = between_holds(between, _BETWEEN, name, also) or (is_slip and not _begins_anew(between))
            if is_close and has_others(tokens[max(0, index - 2) : mention.first], name, also):
                return not is_part_or_other(tokens, index)
        return False

    def _named_behind(self, tokens: Sequence[Token], mention: DateMention, name: AnswerName, *, is_slip: bool) -> bool:
        """«در تاریخ … طلاق واقع شد»."""
        if not _is_event(tokens, mention):
            return False
        after = tokens[mention.after : mention.after + (_FARTHEST if is_slip else 1)]
        for place, token in enumerate(after):
            if token.loose in _JOINTS:
                return False
            if is_called(token, name, self.also if is_slip else _NO_NAMES):
                index = mention.after + place
                has_happened = is_slip or (index + 1 < len(tokens) and tokens[index + 1].loose in _HAPPENED)
                return has_happened and has_others(after, name, self.also) and not is_part_or_other(tokens, index)
        return False


def _end_of_period(tokens: Sequence[Token], mention: DateMention) -> str:
    """«از … لغایت …»: the label's word for the end that the date is, '' for none."""
    words = [token.loose for token in tokens]
    before = [word for word in words[max(0, mention.first - 2) : mention.first] if word not in ("تاریخ", "مورخ")]
    after = words[mention.after : mention.after + 1]
    if before[-1:] == ["از"] and after and after[0] in _UNTIL:
        return "اغاز"
    return "پایان" if before and before[-1] in _UNTIL and "از" in words[: mention.first] else ""


def _begins_anew(between: Sequence[Token]) -> bool:
    return any(token.loose in _JOINTS for token in between)


def _is_event(tokens: Sequence[Token], mention: DateMention) -> bool:
    """«در تاریخ …»."""
    return [token.loose for token in tokens[max(0, mention.first - 2) : mention.first]] == ["در", "تاریخ"]


def _is_said_of_item(tokens: Sequence[Token], mention: DateMention, first: int) -> bool:
    """The first date after the item's number, with «مورخ» and the like before it."""
    between = [token.loose for token in tokens[first + 1 : mention.first]]
    is_said = bool(between) and between[-1] in _SAID_OF_ITEM
    return is_said and len(between) <= 8 and not _OTHER_PAPERS.intersection(between)


def _is_slip(answer: NamedDate, mention: DateMention) -> bool:
    return mention.day is not None and _differs_in_one_part(answer.day, mention.day)


@lru_cache(maxsize=4096)
def _differs_in_one_part(answer: date, day: date) -> bool:
    """Year, month or day alone, or day and month exchanged: a slip of the hand."""
    try:
        ours, theirs = parts_of_day(answer), parts_of_day(day)
    except ValueProblem:
        return False
    return sum(a != b for a, b in zip(ours, theirs, strict=True)) == 1 or (
        ours[0] == theirs[0] and ours[1:] == theirs[:0:-1]
    )
