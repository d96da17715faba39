"""``used-by``: which filings a rule, a number of law or a period was evaluated for."""

from contextlib import closing
from typing import Any

import click

from assistant.app import Settings, is_set_up, open_office_store
from assistant.cli.library_loading import load_or_stop
from assistant.cli.output import FINE, clean_errors, json_option, say_json, stop
from assistant.domain.jalali import from_gregorian, show_date
from assistant.domain.manifest import FilingUse
from assistant.services.access import NotFound
from assistant.services.office_time import TEHRAN
from assistant.services.used_by import UsedBy, UsedByDesk
from assistant.storage.errors import StoreRefused

KINDS = {
    "rule": "قاعده",
    "parameter": "عدد قانونی",
    "period": "مهلت",
    "calendar": "تقویم",
    "": "بیرون از کتابخانهٔ کنونی",
}


@click.command("used-by")
@click.argument("item_id", metavar="ID")
@json_option
@click.pass_obj
def used_by(settings: Settings, item_id: str, as_json: bool) -> None:
    """نسخه‌های ثبتی که قاعده، عدد قانونی یا مهلت ID در آنها بررسی شده است

    «بررسی شده» یعنی در تاریخ تنظیم اجرا داشته و برای آن نوع دادخواست سنجیده شده، چه یافته داده باشد چه نه.
    """
    library = load_or_stop(settings)
    if not is_set_up(settings):
        stop("در این پوشهٔ داده دفتری نیست. ساخت آن: dadkhastyar init")
    with clean_errors(StoreRefused), closing(open_office_store(settings)) as store:
        desk = UsedByDesk(store, library)
        try:
            found = desk.of(item_id)
        except NotFound:
            nearest = desk.nearest(item_id)
            stop(f"«{item_id}» در کتابخانه و در سابقه نیست." + (f" نزدیک‌ترین: {nearest}" if nearest else ""))
    say_json(_as_data(found)) if as_json else _tell(found)
    raise SystemExit(FINE)


def _as_data(found: UsedBy) -> dict[str, Any]:
    return {
        "id": found.id,
        "kind": found.kind,
        "title": found.title,
        "version": found.version,
        "filings": [_filing(each) for each in found.filings],
        "filings_without_list": found.unlisted,
    }


def _filing(use: FilingUse) -> dict[str, Any]:
    return {
        "id": use.filing_id,
        "number": use.number,
        "office": use.office_id,
        "template": use.template_id,
        "made_at": use.made_at.astimezone(TEHRAN).isoformat(timespec="seconds"),
        "on": from_gregorian(use.filing_date),
        "kind": use.item.kind,
        "version": use.item.version,
        "library_version": use.library_version,
        "fired": use.has_fired,
    }


def _tell(found: UsedBy) -> None:
    click.echo(f"{KINDS[found.kind]}: {found.title or found.id} ({found.id}، نسخهٔ {found.version or '—'})")
    for each in found.filings:
        word = "یافته داشت" if each.has_fired else "بررسی شد"
        click.echo(
            f"{each.number:<16} {show_date(each.filing_date)}  {each.template_id:<16} {each.item.version}  {word}"
        )
    click.echo(f"{len(found.filings)} نسخهٔ ثبت" if found.filings else "نسخهٔ ثبتی نیست.")
    if found.unlisted:
        click.echo(f"{found.unlisted} نسخهٔ ثبت پیش از نگهداری این فهرست ساخته شده است.")
