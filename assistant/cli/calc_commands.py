"""``calc``: late-payment damages, mahr, diyeh, inheritance; one command for each calculator, and toman to rial."""

from typing import Any

import click

from assistant.app import Settings
from assistant.checks.calculators.arithmetic import in_persian
from assistant.checks.calculators.inputs import Input, Kind
from assistant.checks.calculators.registry import ENGINES, Engine
from assistant.checks.calculators.wording import HEIRS, STATUSES
from assistant.checks.problem_messages import message_of
from assistant.cli.library_loading import load_or_stop
from assistant.cli.output import FINE, FOUND, WRONG_USE, json_option, say_json, stop
from assistant.domain.calculation import Variant
from assistant.domain.characters import persian_digits
from assistant.domain.money import parse_rial, rial_words, show_rial
from assistant.domain.value_problem import ValueProblem
from assistant.services.calculator_data import answer_as_data
from assistant.services.calculator_desk import Asked, CalculatorDesk
from assistant.services.office_time import SystemClock

HELP = {
    "late-payment": "خسارت تأخیر تأدیه، هر دو برداشت از نسبت شاخص کنار هم",
    "cheque-damages": "خسارت تأخیر تأدیه چک",
    "mahr": "مهریه به نرخ روز",
    "diyeh": "دیه؛ در قتل با تاریخ رفتار و فوت",
    "inheritance": "سهم‌الارث طبقه نخست",
}


@click.group()
def calc() -> None:
    """محاسبه با ارقام اعلام‌شده: خسارت تأخیر، مهریه، دیه، ارث"""


def _command(engine: Engine) -> click.Command:
    @click.pass_obj
    def run(settings: Settings, /, as_json: bool, **typed: Any) -> None:
        desk = CalculatorDesk(load_or_stop(settings), SystemClock())
        asked = desk.ask(engine.id, {id: _text(value) for id, value in typed.items() if value is not None})
        _tell(asked, as_json=as_json)

    command = click.command(engine.id, help=HELP[engine.id])(json_option(run))
    command.params[:0] = [_option(each) for each in engine.inputs]
    return command


def _option(each: Input) -> click.Option:
    name = each.id.replace("_", "-")
    if each.kind is Kind.YES_NO:
        return click.Option([f"--{name}/--no-{name}", each.id], default=None)
    form = "|".join(each.options) if each.options else each.kind.value.upper()
    return click.Option([f"--{name}", each.id], metavar=form, required=each.is_required)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _tell(asked: Asked, *, as_json: bool) -> None:
    code = WRONG_USE if asked.reading.problems or not asked.is_asked else FOUND if asked.refusal else FINE
    if as_json:
        say_json(answer_as_data(asked))
    elif asked.calculation is None:
        for text in (*asked.reading.problems.values(), *filter(None, [asked.refusal])):
            click.echo(text, err=True)
    else:
        for variant in asked.calculation.variants:
            _tell_variant(asked, variant)
        for text in asked.overdue:
            click.echo(text)
    raise SystemExit(code)


def _tell_variant(asked: Asked, variant: Variant) -> None:
    words = asked.words
    title = "، ".join(words.readings[id].title for id in variant.readings) or words.title
    click.echo(f"{title}: {show_rial(variant.amount)}" if variant.amount is not None else f"{title}:")
    for step in variant.steps if not variant.shares else ():
        click.echo(f"  {words.steps[step.code]}: {in_persian(step.how)} = {show_rial(step.amount)}")
    for used in variant.used:
        kind = f"{STATUSES[used.status]}، پشتوانه {used.grade}"
        click.echo(f"  {used.at.in_words}: {in_persian(used.text)} ({kind}) {used.note}".rstrip())
    for share in variant.shares:
        parts = persian_digits(f"{HEIRS[share.heir]} {share.number}: {share.share}")
        click.echo(f"  {parts} = {show_rial(share.amount)}")
    for text in (*(words.texts[each] for each in variant.texts), *filter(None, [asked.refusals.get(variant.id)])):
        click.echo(f"  {text}")


@calc.command("toman")
@click.argument("amount")
@json_option
def toman(amount: str, as_json: bool) -> None:
    """تومان به ریال"""
    try:
        rials = parse_rial(f"{amount} تومان")
    except ValueProblem as problem:
        stop(message_of(problem))
    if as_json:
        say_json({"toman": rials // 10, "rial": rials, "words": rial_words(rials)})
    else:
        click.echo(f"{show_rial(rials)} ({rial_words(rials)})")


for _engine in ENGINES.values():
    calc.add_command(_command(_engine))
