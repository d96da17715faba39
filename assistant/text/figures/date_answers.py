"""Dates the text calls by the name of an answer, or says of a numbered item of the answers, against those answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.domain.jalali import parts as parts_of_day
from assistant.domain.jalali import show_date
from assistant.domain.text_case import NamedDate, TextCase
from assistant.domain.text_finding import TextFinding, TextKind, TextLevel
from assistant.domain.value_problem import ValueProblem
from assistant.text.figures import wording
from assistant.text.figures.answer_names import Names, between_holds, is_called, is_part_or_other, names_of
from assistant.text.figures.dates import DateMention, dates
from assistant.text.figures.identified import identified_items
from assistant.text.sentences import Sentence
from assistant.text.tokens import Token

_FARTHEST = 6
_BETWEEN = frozenset((
    "مورخ", "مورخه", "تاریخ", "بتاریخ", "به", "در", "روز", "آن", "ان", "مذکور", "مزبور", "فوق", "یادشده",
    "موصوف", ":", "،", "(", "است", "حاضر", "مورد", "بحث",
))  # fmt: skip
_SAID_OF_ITEM = frozenset(("مورخ", "مورخه", "تاریخ", "بتاریخ", "سررسید"))
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
                near = [each for each in answers if _differs_in_one_part(each.day, mention.day)]
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
                return of_item if len({each.day for each in of_item}) else []
        return [each for each in case.dates if self._is_named(tokens, mention, each)]

    def _is_named(self, tokens: Sequence[Token], mention: DateMention, answer: NamedDate) -> bool:
        """A date that is nearly the answer's may stand somewhat farther from the name («گواهینامه عدم پرداخت …»)."""
        is_slip = mention.day is not None and _differs_in_one_part(answer.day, mention.day)
        for name in names_of(answer.label):
            for index in range(mention.first - 1, max(-1, mention.first - 1 - _FARTHEST), -1):
                if is_called(tokens[index], name, self.also):
                    between = [token.loose for token in tokens[index + 1 : mention.first]]
                    near = {token.loose for token in tokens[max(0, index - 2) : mention.first]}
                    is_close = between_holds(between, _BETWEEN, name) or (is_slip and not _begins_anew(between))
                    if is_close and name.others <= near:
                        return not is_part_or_other(tokens, index)
            after = mention.after
            if after + 1 < len(tokens) and is_called(tokens[after], name, self.also) and not name.others:
                return _is_event(tokens, mention) and tokens[after + 1].loose in _HAPPENED
        return False


def _begins_anew(loose_words: Sequence[str]) -> bool:
    return bool(_JOINTS.intersection(loose_words))


def _is_event(tokens: Sequence[Token], mention: DateMention) -> bool:
    """«در تاریخ …»."""
    return [token.loose for token in tokens[max(0, mention.first - 2) : mention.first]] == ["در", "تاریخ"]


def _is_said_of_item(tokens: Sequence[Token], mention: DateMention, first: int) -> bool:
    """The first date after the item's number, with «مورخ» and the like before it."""
    between = [token.loose for token in tokens[first + 1 : mention.first]]
    is_said = bool(between) and between[-1] in _SAID_OF_ITEM
    return is_said and len(between) <= 8 and not _OTHER_PAPERS.intersection(between)


def _differs_in_one_part(answer: date, day: date) -> bool:
    """Year, month or day alone, or day and month exchanged: a slip of the hand."""
    try:
        ours, theirs = parts_of_day(answer), parts_of_day(day)
    except ValueProblem:
        return False
    return sum(a != b for a, b in zip(ours, theirs, strict=True)) == 1 or (
        ours[0] == theirs[0] and ours[1:] == theirs[:0:-1]
    )
