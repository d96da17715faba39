"""``templates`` and ``check``: what the library holds, and whether it holds together."""

from pathlib import Path
from typing import Any

import click

from assistant.app import Settings, check_content
from assistant.checks.format import derive_schema
from assistant.cli.answers_reading import date_or_stop
from assistant.cli.currency_command import check_currency
from assistant.cli.library_loading import load_or_stop
from assistant.cli.mutation_command import check_mutants
from assistant.cli.output import FINE, FOUND, json_option, say_json, stop
from assistant.cli.precheck_command import suggest_precheck
from assistant.domain.template import Template
from assistant.services.office_time import SystemClock, office_date


@click.command()
@click.argument("template_id", required=False)
@json_option
@click.pass_obj
def templates(settings: Settings, template_id: str | None, as_json: bool) -> None:
    """فهرست الگوها؛ با شناسه، یک الگو همراه JSON Schema آن"""
    library = load_or_stop(settings)
    if template_id is None:
        rows = [_row(template) for template in library.templates.values()]
        if as_json:
            say_json(rows)
        else:
            click.echo("\n".join(f"{row['id']:<28} {row['title']}" for row in rows))
        return
    template = library.templates.get(template_id)
    if template is None:
        stop(f"الگویی با شناسهٔ «{template_id}» در کتابخانه نیست. فهرست: dadkhastyar templates")
    if as_json:
        say_json(_row(template) | {"schema": derive_schema(template)})
        return
    click.echo(f"{template.title} ({template.id}، نسخهٔ {template.version})\n{template.summary}")
    for step in template.form.steps:
        click.echo(f"\n{step.title}")
        for each in step.fields:
            click.echo(f"  {each.key:<30} {each.type:<16} {each.label}")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--verbose", "-v", "is_verbose", is_flag=True, help="شناسهٔ قاعده‌های در انتظار الگو نیز نوشته می‌شود")
@click.option("--currency", "is_currency", is_flag=True, help="اعتبار داده‌های تاریخ‌دار به جای بررسی محتوا")
@click.option("--mutate", "is_mutating", is_flag=True, help="سنجش نمونه‌های قاعده‌ها با دگرگونی‌های کوچک شرط آنها")
@click.option("--keep", "is_kept", is_flag=True, help="با --mutate: گزارش برای کتابخانه در پوشهٔ داده نگه داشته می‌شود")
@click.option("--suggest-precheck", "precheck_of", metavar="TEMPLATE", help="پرسش‌هایی که بیشترین قاعده را روشن می‌کند")
@click.option("--on", "on", help="روزی که اعتبار داده‌ها در آن سنجیده می‌شود، مانند 1405-09-01؛ بی آن: امروز")
@json_option
@click.pass_obj
def check(
    settings: Settings,
    paths: tuple[Path, ...],
    is_verbose: bool,
    is_currency: bool,
    is_mutating: bool,
    is_kept: bool,
    precheck_of: str | None,
    on: str | None,
    as_json: bool,
) -> None:
    """بررسی محتوا: الگوها، قاعده‌ها، پارامترها و نمونه‌ها

    با PATH تنها گزارش همان پرونده‌ها و پوشه‌ها نشان داده می‌شود.
    """
    if is_currency:
        check_currency(settings, on, paths, as_json=as_json)
    if precheck_of is not None:
        suggest_precheck(settings, precheck_of, date_or_stop(on) or office_date(SystemClock().now()), as_json=as_json)
    if on is not None:
        stop("گزینهٔ --on تنها با --currency یا --suggest-precheck به کار می‌رود.")
    if is_kept and not is_mutating:
        stop("گزینهٔ --keep تنها با --mutate به کار می‌رود.")
    for path in paths:
        _refuse_foreign(path, settings.content_folder)
    if is_mutating:
        check_mutants(settings, paths, is_kept=is_kept, as_json=as_json)
    report = check_content(settings, only=paths)
    if as_json:
        say_json(report.as_data())
    else:
        click.echo(report.as_text())
        if report.waiting:
            names = "".join(f"\n  {id}" for id in report.waiting) if is_verbose else ""
            click.echo(f"در انتظار الگو: {len(report.waiting)} قاعده{names}")
    raise SystemExit(FOUND if report.has_errors else FINE)


def _refuse_foreign(path: Path, content: Path) -> None:
    """A mistyped path must not read as «nothing wrong»."""
    if not path.exists():
        stop(f"این مسیر نیست: {path}")
    if not path.resolve().is_relative_to(content.resolve()):
        stop(f"{path} در پوشهٔ محتوا ({content}) نیست. برای محتوای دیگر: dadkhastyar --content پوشه check")


def _row(template: Template) -> dict[str, Any]:
    return {
        "id": template.id,
        "title": template.title,
        "family": template.family,
        "stage": template.stage,
        "version": template.version,
        "summary": template.summary,
        "steps": [step.id for step in template.form.steps],
    }
