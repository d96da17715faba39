"""``check --currency``: which dated data are overdue, weak or without somebody who answers for them."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import click

from assistant.app import Settings
from assistant.checks.currency import CurrencyReport, currency_report
from assistant.cli.library_loading import load_or_stop
from assistant.cli.output import FINE, FOUND, say_json, stop
from assistant.domain.currency import Watched
from assistant.domain.jalali import from_gregorian, show_date, to_gregorian
from assistant.domain.jalali_input import parse_date
from assistant.services.office_time import SystemClock, office_date

_LISTS = {
    "overdue": "پایان اعتبار گذشته",
    "soon": "پایان اعتبار تا سی روز دیگر",
    "provisional": "موقت یا پیش‌بینی",
    "weak": "دانش پدیدآور یا محل اختلاف",
    "unassigned": "بی کارشناس مسئول",
}


def check_currency(settings: Settings, on: str | None, paths: Sequence[Path], *, as_json: bool) -> NoReturn:
    """Says what waits for an expert, and ends with 1 when something is overdue."""
    if paths:
        stop("با --currency مسیری داده نمی‌شود؛ همهٔ داده‌ها سنجیده می‌شوند.")
    report = currency_report(load_or_stop(settings).watched, _day(on))
    if as_json:
        say_json(_as_data(report))
    else:
        click.echo(_as_text(report))
    raise SystemExit(FOUND if report.overdue else FINE)


def _day(on: str | None) -> date:
    if on is None:
        return office_date(SystemClock().now())
    try:
        return to_gregorian(parse_date(on))
    except ValueError:
        stop(f"«{on}» تاریخ خورشیدی نیست؛ نمونه: 1405-09-01")


def _as_text(report: CurrencyReport) -> str:
    lines = [f"{show_date(report.on)}: {len(report.watched)} پروندهٔ تاریخ‌دار"]
    for key, title in _LISTS.items():
        found: Sequence[Watched] = getattr(report, key)
        lines.append(f"\n{title}: {len(found)}")
        lines += [f"  {show_date(each.due_on)}  {each.place}  {each.title}" for each in found]
    return "\n".join(lines)


def _as_data(report: CurrencyReport) -> dict[str, Any]:
    """Lists name the files by place; ``watched`` holds each file once."""
    return {
        "on": from_gregorian(report.on),
        **{key: [each.place for each in getattr(report, key)] for key in _LISTS},
        "watched": [_row(each) for each in report.watched],
    }


def _row(each: Watched) -> dict[str, Any]:
    return {key: _plain(value) for key, value in asdict(each).items()} | {"due_on": from_gregorian(each.due_on)}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return from_gregorian(value)
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, (list, tuple)) else value
