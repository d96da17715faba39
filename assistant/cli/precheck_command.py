"""``check --suggest-precheck``: which few questions, asked first, settle the most rules of a template."""

from datetime import date
from typing import NoReturn

import click

from assistant.app import Settings
from assistant.checks.precheck import Question, suggested_precheck
from assistant.checks.rules import RuleBook
from assistant.cli.library_loading import load_or_stop
from assistant.cli.output import FINE, say_json, stop


def suggest_precheck(settings: Settings, template_id: str, on: date, *, as_json: bool) -> NoReturn:
    """A proposal: an expert puts the chosen paths into ``precheck`` of template.yaml."""
    library = load_or_stop(settings)
    template = library.templates.get(template_id)
    if template is None:
        stop(f"الگویی با شناسهٔ «{template_id}» در کتابخانه نیست. فهرست: dadkhastyar templates")
    found = suggested_precheck(RuleBook(library).for_template(template_id), library, on)
    if as_json:
        say_json([_as_data(each) for each in found])
    else:
        for each in found:
            mark = "*" if each.path in template.precheck else " "
            click.echo(f"{mark} {each.path:<32} {each.settles:>5} قاعده  {each.label}")
        click.echo("* در پیش‌بررسی کنونی هست")
    raise SystemExit(FINE)


def _as_data(question: Question) -> dict[str, object]:
    return {
        "path": question.path,
        "label": question.label,
        "settles": question.settles,
        "rules": [rule.id for rule in question.rules],
    }
