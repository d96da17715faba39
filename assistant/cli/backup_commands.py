"""Backup while the office works, and restoring one afterwards."""

from dataclasses import asdict
from pathlib import Path

import click

from assistant.app import Settings
from assistant.cli.office_opening import office_store
from assistant.cli.output import clean_errors, json_option, say_json
from assistant.storage.backups import backup as write_backup
from assistant.storage.errors import StoreRefused
from assistant.storage.restoring import restore as read_backup


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@click.pass_obj
def backup(settings: Settings, file: Path, as_json: bool) -> None:
    """پشتیبان، هنگام کار هم"""
    with office_store(settings) as store:
        counts = write_backup(store, file)
    if as_json:
        say_json({"file": str(file), "rows": dict(counts)})
    else:
        click.echo(f"پشتیبان نوشته و بازخوانی شد: {file} ({counts.get('draft', 0)} پیش‌نویس)")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@click.pass_obj
def restore(settings: Settings, file: Path, as_json: bool) -> None:
    """بازگردانی پشتیبان؛ پایگاه کنونی کنار گذاشته می‌شود، نشست‌ها پایان می‌یابد"""
    with clean_errors(StoreRefused):
        report = read_backup(settings.data_folder, settings.key_file, file, url=settings.database_url)
    if as_json:
        say_json({"file": str(file)} | asdict(report) | {"kept": str(report.kept) if report.kept else None})
        return
    click.echo(f"بازگردانده شد. پایگاه پیشین: {report.kept or '—'}")
    if not report.audit_is_intact:
        click.echo("زنجیرهٔ رویدادهای پشتیبان با آنچه ثبت شده بود یکی نیست: dadkhastyar audit verify")
    if report.lost_entries:
        click.echo(f"رویدادهایی که پس از پشتیبان ثبت شده بود و دیگر نیست: {report.lost_entries}")
    if report.disabled_again:
        click.echo(f"دسترسی بسته ماند: {'، '.join(report.disabled_again)}")
    if report.changed_since:
        click.echo(f"گذرواژه، نقش یا دفتر پس از پشتیبان تغییر کرده بود: {'، '.join(report.changed_since)}")
