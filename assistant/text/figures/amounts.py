"""Amounts the text calls by the name of an answer («خواسته به مبلغ …», «… ریال بابت ودیعه») against that answer.

An amount that equals any answer, or the sum of those of one name, is let pass: it may be that one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.money import group_thousands
from assistant.domain.number_words import number_in_words
from assistant.domain.text_case import NamedAmount, TextCase
from assistant.domain.text_finding import TextFinding, TextKind, TextLevel
from assistant.text.figures import wording
from assistant.text.figures.agreement import said_twice
from assistant.text.figures.answer_names import Names
from assistant.text.figures.called_amounts import is_called_by
from assistant.text.figures.identified import identified_items
from assistant.text.figures.mentions import AMOUNT_WORDS, Mention, Unit, mentions
from assistant.text.sentences import Sentence
from assistant.text.tokens import Token

_ROUGHLY = frozenset((
    "حدود", "حدودا", "تقریبا", "قریب", "نزدیک", "بیش", "بیشتر", "کمتر", "از", "تا", "حداقل", "حداکثر", "هر",
    "سقف", "نرخ", "روزانه", "سالانه", "مازاد", "هزینه", "جریمه", "خسارت", "یک", "قسط", "هرفقره",
))  # fmt: skip
_SMALLEST_MONEY = 10_000  # of a number without a unit
_SMALLEST_COMPARED = 1_000_000  # rials: below it the same digits are no sign of the same amount


@dataclass(frozen=True)
class AmountCheck:
    """``also``: other words for the names of answers at a stage (``answer_names.also_called``)."""

    also: Callable[[str], Names]

    def __call__(self, text: str, parts: Sequence[Sentence], case: TextCase) -> Iterable[TextFinding]:
        if not case.amounts:
            return
        stated = {rial for part in parts for mention in mentions(part) for rial in _money(part, mention)}
        called = [each for part in parts for each in self._called(part, case)]
        for part in parts:
            own = {mention.start: answers for where, mention, answers in called if where is part}
            for mention in _first_said(part):
                finding = self._finding(part, mention, own.get(mention.start, ()), case, called, stated)
                if finding is not None:
                    yield finding.moved(part.start)

    def _finding(
        self,
        part: Sentence,
        mention: Mention,
        answers: Sequence[NamedAmount],
        case: TextCase,
        called: Sequence[tuple[Sentence, Mention, Sequence[NamedAmount]]],
        stated: set[int],
    ) -> TextFinding | None:
        rials = _money(part, mention)
        known = {each.rial for each in case.amounts} | _sums(case.amounts)
        if not rials or known & set(rials):
            return None
        mistaken = _said_in_toman(mention, answers or case.amounts)
        if mistaken and (answers or (mistaken.rial >= _SMALLEST_COMPARED and mistaken.rial not in stated)):
            start, end = mention.start, part.tokens[mention.after - 1].end
            said = part.text[start:end]
            message = wording.toman_for_rial(said, int(mention.rials()[0]), mistaken)
            return TextFinding(
                TextKind.RIAL_TOMAN_MISMATCH,
                start,
                end,
                said,
                message,
                TextLevel.MISMATCH,
                suggestions=(f"{mention.text} {Unit.RIAL}",),
                points_at=(mistaken.path,),
            )
        if not answers or _adds_up(mention, answers, called):
            return None
        answer = answers[0]
        return TextFinding(
            TextKind.AMOUNT_MISMATCH,
            mention.start,
            mention.end,
            mention.text,
            wording.other_amount(mention.text, answer),
            TextLevel.MISMATCH,
            suggestions=tuple(dict.fromkeys(_as_said(mention, each) for each in answers))[:3],
            points_at=tuple(each.path for each in answers[:3]),
        )

    def _called(self, part: Sentence, case: TextCase) -> Iterator[tuple[Sentence, Mention, tuple[NamedAmount, ...]]]:
        """Amounts of a sentence with the answers they are called after."""
        tokens = part.tokens
        items = identified_items(part, case)
        ends = {first.start: after for first, _, after in said_twice(part)}
        for mention in _first_said(part):
            if not _money(part, mention) or _is_rough(tokens, mention):
                continue
            item = next((each for each in items if each.first < mention.first < each.until), None)
            if item is not None and item.path and _is_its_amount(tokens, mention, item.first):
                answers = tuple(each for each in case.amounts if each.path.startswith(f"{item.path}."))
            else:
                also = self.also(case.stage)
                labels = dict.fromkeys(each.label for each in case.amounts)
                named = {label for label in labels if is_called_by(tokens, ends, mention, label, also)}
                answers = tuple(each for each in case.amounts if each.label in named)
            if answers:
                yield part, mention, answers


def _first_said(part: Sentence) -> tuple[Mention, ...]:
    """Without the second saying of one amount."""
    seconds = {second.start for _, second, _ in said_twice(part)}
    return tuple(each for each in mentions(part) if each.start not in seconds)


def _money(part: Sentence, mention: Mention) -> tuple[int, ...]:
    """What it is in rials; both readings where no unit stands beside «مبلغ …»; () when it is no money."""
    units: tuple[Unit | None, ...] = (None,)
    if not mention.unit:
        unit_in_pair = next((each.unit for pair in said_twice(part) for each in pair[:2] if mention in pair[:2]), None)
        before = part.tokens[mention.first - 1].loose if mention.first else ""
        if not unit_in_pair and (before not in AMOUNT_WORDS or mention.value < _SMALLEST_MONEY):
            return ()  # «مبلغ سه فقره چک»
        units = (unit_in_pair,) if unit_in_pair else (Unit.RIAL, Unit.TOMAN)
    rials = (each for unit in units for each in mention.rials(unit))
    return tuple(int(each) for each in rials if each.denominator == 1 and each)


def _sums(amounts: Sequence[NamedAmount]) -> set[int]:
    """Of all amounts with one label: several cheques, several payments."""
    sums: dict[str, int] = {}
    for each in amounts:
        sums[each.label] = sums.get(each.label, 0) + each.rial
    return set(sums.values())


def _said_in_toman(mention: Mention, answers: Sequence[NamedAmount]) -> NamedAmount | None:
    if mention.unit is not Unit.TOMAN:
        return None
    return next((each for each in answers if each.rial in mention.values), None)


def _adds_up(
    mention: Mention,
    answers: Sequence[NamedAmount],
    called: Sequence[tuple[Sentence, Mention, Sequence[NamedAmount]]],
) -> bool:
    """Whether all that the text calls by this name makes the answer together."""
    labels = {each.label for each in answers}
    same = {int(other.rials()[0]) for _, other, theirs in called if labels & {each.label for each in theirs}}
    return len(same) > 1 and sum(same) in {each.rial for each in answers} | _sums(answers)


def _as_said(mention: Mention, answer: NamedAmount) -> str:
    number = answer.rial // 10 if mention.unit is Unit.TOMAN else answer.rial
    return number_in_words(number) if mention.in_words else group_thousands(number)


def _is_rough(tokens: Sequence[Token], mention: Mention) -> bool:
    before = [token.loose for token in tokens[max(0, mention.first - 2) : mention.first]]
    return bool(before) and (before[-1] in _ROUGHLY or (before[-1] in ("مبلغ", "به") and before[0] in _ROUGHLY))


def _is_its_amount(tokens: Sequence[Token], mention: Mention, first: int) -> bool:
    """The first «مبلغ …» after the number that identifies the item; no fee or damage between."""
    between = [token.loose for token in tokens[first + 1 : mention.first]]
    is_amount = bool(between) and between[-1] in AMOUNT_WORDS
    return is_amount and not {"کسری", "خسارت", "هزینه", "مانده", "بخشی", "قسمتی", "جمعا"}.intersection(between)
