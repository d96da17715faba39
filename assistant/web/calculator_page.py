"""A calculator as its page draws it: the form, the argued variants side by side, the arithmetic, the figures used."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.checks.calculators.arithmetic import in_persian
from assistant.checks.calculators.inputs import Input, Kind
from assistant.checks.calculators.wording import HEIRS, STATUSES
from assistant.domain.calculation import Band, Step, Variant
from assistant.domain.calculator import Calculator, Reading
from assistant.domain.characters import persian_digits
from assistant.domain.form import Option
from assistant.domain.fractions_of_right import show_fraction
from assistant.domain.jalali import show_date
from assistant.domain.money import group_thousands, rial_words, show_rial, show_toman
from assistant.domain.price_index import IndexValue
from assistant.services.calculator_desk import Asked
from assistant.web.tool_form import ToolForm

YES_NO = (Option("yes", "بله"), Option("no", "خیر"))
PLACEHOLDERS: Mapping[Kind, str] = {Kind.MONTH: "۱۴۰۰/۰۵", Kind.YEAR: "۱۳۸۵", Kind.FRACTION: "۱/۱", Kind.COUNT: "۰"}


@dataclass(frozen=True, slots=True)
class InputView:
    id: str
    kind: str
    label: str
    help: str
    is_optional: bool
    options: tuple[Option, ...]
    placeholder: str


@dataclass(frozen=True, slots=True)
class StepLine:
    """One row for the macro ``steps_table``."""

    label: str
    how: str
    value: str
    is_total: bool


@dataclass(frozen=True, slots=True)
class ShareLine:
    heir: str
    share: str
    amount: str


@dataclass(frozen=True, slots=True)
class Card:
    """One variant."""

    id: str
    title: str
    label: str
    amount: str  # empty when there is none
    words: str
    toman: str
    total: str
    grade: str
    is_provisional: bool
    texts: tuple[str, ...]
    steps: tuple[StepLine, ...]
    shares: tuple[ShareLine, ...]
    band: str
    refusal: str


@dataclass(frozen=True, slots=True)
class FigureLine:
    table: str
    at: str
    figure: str
    base: str
    status: str
    is_final: bool
    grade: str
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class CalculatorPage:
    words: Calculator
    inputs: tuple[InputView, ...]
    form: ToolForm
    cards: tuple[Card, ...]
    readings: tuple[Reading, ...]  # all that the cards stand for, each once
    figures: tuple[FigureLine, ...]
    data: tuple[str, ...]  # «… (نسخهٔ …، بررسی‌شده در …)»
    refusal: str
    overdue: tuple[str, ...]
    is_answered: bool


def calculator_page(asked: Asked, titles: Mapping[str, str]) -> CalculatorPage:
    """``titles``: of the tables, by id."""
    found, reading = asked.calculation, asked.reading
    variants = found.variants if found else ()
    used = dict.fromkeys(each for variant in variants for each in variant.used)
    return CalculatorPage(
        words=asked.words,
        inputs=tuple(_input(each, asked.words) for each in asked.inputs),
        form=ToolForm(dict(asked.typed), dict(reading.problems), dict(reading.echoes), asked.is_asked),
        cards=tuple(_card(each, asked) for each in variants),
        readings=tuple(
            each for id, each in asked.words.readings.items() if any(id in variant.readings for variant in variants)
        ),
        figures=tuple(_figure(each, titles) for each in used),
        data=tuple(
            f"{titles.get(id, id)}: نسخهٔ {version}، بررسی‌شده در {show_date(found.checked_on[id])}"
            for id, version in (found.data if found else {}).items()
            if found is not None
        ),
        refusal=asked.refusal,
        overdue=asked.overdue,
        is_answered=found is not None,
    )


def _input(each: Input, words: Calculator) -> InputView:
    said, kind = words.inputs[each.id], each.kind
    options = YES_NO if kind is Kind.YES_NO else said.options
    placeholder = PLACEHOLDERS.get(kind, "")
    return InputView(each.id, kind.value, said.label, said.help, not each.is_required, options, placeholder)


def _card(variant: Variant, asked: Asked) -> Card:
    words = asked.words
    return Card(
        id=variant.id,
        title=_title(variant, asked),
        label=words.result,
        amount=show_rial(variant.amount) if variant.amount is not None else "",
        words=rial_words(variant.amount) if variant.amount is not None else "",
        toman=show_toman(variant.amount) if variant.amount else "",
        total=show_rial(variant.total) if variant.total is not None else "",
        grade=variant.grade,
        is_provisional=variant.is_provisional,
        texts=tuple(words.texts[code] for code in variant.texts),
        steps=tuple(
            _step(each, words, is_total=variant.amount is not None and each is variant.steps[-1])
            for each in variant.steps
        ),
        shares=tuple(_share(variant, position) for position in range(len(variant.shares))),
        band=_band(variant.band),
        refusal=asked.refusals.get(variant.id, ""),
    )


def _title(variant: Variant, asked: Asked) -> str:
    """The readings it stands for, and the figure where several are in use for one time."""
    words = asked.words
    readings = "، ".join(words.readings[id].title for id in variant.readings)
    title = readings or words.steps.get(variant.steps[-1].code if variant.steps else "", words.result)
    everything = asked.calculation.variants if asked.calculation else ()
    contested = {each.at for one in everything for each in one.used if each.alternatives}
    figures = [f"{each.at.in_words}: {in_persian(each.text)}" for each in variant.used if each.at in contested]
    return f"{title} ({'، '.join(figures)})" if figures and "same_time" not in variant.texts else title


def _step(step: Step, words: Calculator, *, is_total: bool) -> StepLine:
    return StepLine(words.steps[step.code], in_persian(step.how), group_thousands(step.amount), is_total)


def _share(variant: Variant, position: int) -> ShareLine:
    share = variant.shares[position]
    is_one_of_many = sum(each.heir == share.heir for each in variant.shares) > 1
    heir = HEIRS[share.heir] + (persian_digits(f" {share.number}") if is_one_of_many else "")
    return ShareLine(heir, show_fraction(f"{share.share.numerator}/{share.share.denominator}"), show_rial(share.amount))


def _band(band: Band | None) -> str:
    if band is None:
        return ""
    percent = persian_digits(band.percent.replace(".", "٫"))
    return f"دامنهٔ گردکردن جدول: از {show_rial(band.low)} تا {show_rial(band.high)} (تا {percent} درصد)"


def _figure(used: IndexValue, titles: Mapping[str, str]) -> FigureLine:
    return FigureLine(
        table=titles.get(used.index_id, used.index_id),
        at=used.at.in_words,
        figure=in_persian(f"{int(used.text):,}" if used.base is None else used.text),
        base=persian_digits(f"{used.base}=100") if used.base else "",
        status=STATUSES[used.status],
        is_final=used.status == "published",
        grade=used.grade,
        note=used.note,
        source=used.source,
    )
