"""The audit log and the office's books: whether they stand as they were written."""

from dataclasses import asdict
from typing import IO

import click

from assistant.app import Settings
from assistant.cli.office_opening import office_store
from assistant.cli.output import FINE, FOUND, json_option, say_json
from assistant.domain.ledger import LedgerReport, verified_lines


@click.group()
def audit() -> None:
    """زنجیرهٔ رویدادها"""


@audit.command("verify")
@json_option
@click.pass_obj
def verify_audit(settings: Settings, as_json: bool) -> None:
    """بررسی درستی زنجیرهٔ رویدادها"""
    with office_store(settings) as store:
        report, books = store.verify_audit(), store.verify_ledgers()
    is_intact = report.is_intact and all(book.is_intact for book in books)
    if as_json:
        say_json(
            {
                "count": report.count,
                "is_intact": is_intact,
                "first_broken": report.first_broken,
                "head": report.head,
                "ledgers": [asdict(book) for book in books],
            }
        )
        raise SystemExit(FINE if is_intact else FOUND)
    if report.is_intact:
        click.echo(f"زنجیره درست است: {report.count} رویداد، سر زنجیره {report.head[:20]}")
    else:
        click.echo(f"زنجیره از رویداد {report.first_broken} با آنچه ثبت شده بود یکی نیست ({report.count} رویداد).")
    for book in books:
        click.echo(_told(book))
    raise SystemExit(FINE if is_intact else FOUND)


@audit.command("verify-export")
@click.argument("file", type=click.File(encoding="utf-8", errors="replace"))
@json_option
def verify_export(file: IO[str], as_json: bool) -> None:
    """بررسی زنجیرهٔ یک خروجی دفتر (هر سطر یک ثبت)، بی پایگاه داده"""
    report = verified_lines(file)
    if as_json:
        say_json(asdict(report))
    else:
        click.echo(_told(report))
    raise SystemExit(FINE if report.is_intact else FOUND)


def _told(book: LedgerReport) -> str:
    name = f"دفتر {book.book or '—'} ({book.office_id or '—'})"
    if book.is_intact:
        return f"{name} درست است: {book.count} ثبت، سر زنجیره {book.head[:20]}"
    return f"{name} از ثبت {book.first_broken} با آنچه ثبت شده بود یکی نیست ({book.count} ثبت)."
