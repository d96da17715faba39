"""``review`` and ``render``: a whole petition from an answers file, without the pages."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import click

from assistant.app import Settings, petition_desk
from assistant.cli.answers_reading import date_or_stop, dated, identity_of, lines_of, read_or_stop
from assistant.cli.library_loading import load_or_stop
from assistant.cli.output import FINE, FOUND, clean_errors, json_option, say_json, stop
from assistant.content.json_reader import JsonError, read_json
from assistant.domain.answers_file import AnswersFileError, read_answers_file
from assistant.ports import RenderProblem
from assistant.services.petition_desk import PetitionDesk, UnknownTemplate


@click.command()
@click.argument("answers", required=False, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--template", help="شناسهٔ الگو، اگر در پرونده نیست")
@click.option("--on", help="تاریخ تنظیم، مانند 1405-09-01")
@click.option("--jsonl", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="هر سطر یک پروندهٔ پاسخ‌ها")
@json_option
@click.pass_obj
def review(
    settings: Settings, answers: Path | None, template: str | None, on: str | None, jsonl: Path | None, as_json: bool
) -> None:
    """بازبینی پاسخ‌ها: یافته‌ها، پرسش‌های بی‌پاسخ و موارد ناکامل"""
    if (answers is None) == (jsonl is None):
        stop("یکی از دو ورودی لازم است: پروندهٔ پاسخ‌ها یا --jsonl")
    desk = petition_desk(load_or_stop(settings), settings, with_renderer=False)
    if jsonl is not None:
        raise SystemExit(_review_lines(desk, jsonl, template, date_or_stop(on)))
    assert answers is not None
    file = read_or_stop(answers, template, date_or_stop(on))
    with clean_errors(UnknownTemplate):
        result = desk.review_data(file, "")
    say_json(result) if as_json else _tell(result)
    raise SystemExit(FOUND if _has_content(result) else FINE)


@click.command()
@click.argument("answers", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False), help="پروندهٔ DOCX")
@click.option("--sheet", is_flag=True, help="برگ اطلاع‌رسانی متقاضی به جای دادخواست")
@click.option("--template", help="شناسهٔ الگو، اگر در پرونده نیست")
@click.option("--on", help="تاریخ تنظیم، مانند 1405-09-01")
@json_option
@click.pass_obj
def render(
    settings: Settings,
    answers: Path,
    output: Path,
    sheet: bool,
    template: str | None,
    on: str | None,
    as_json: bool,
) -> None:
    """ساخت پروندهٔ چاپی DOCX از پاسخ‌ها"""
    desk = petition_desk(load_or_stop(settings), settings, with_renderer=True)
    file = read_or_stop(answers, template, date_or_stop(on))
    try:
        with clean_errors(UnknownTemplate):
            document = desk.sheet(file) if sheet else desk.petition(file)
            output.write_bytes(document.content)
    except RenderProblem as problem:
        stop(f"{problem.path}: {problem.message}", FOUND)
    if as_json:
        say_json({"file": str(output), "sha256": document.sha256, "bytes": len(document.content)})
    else:
        click.echo(f"{output}  SHA-256: {document.sha256}")


def _review_lines(desk: PetitionDesk, jsonl: Path, template: str | None, on: date | None) -> int:
    """One JSON line out for each line in; a line that cannot be reviewed yields its error and exit code 1."""
    code = FINE
    for number, line in lines_of(jsonl):
        result = _reviewed_line(desk, number, line, template, on)
        if "error" in result or _has_content(result):
            code = FOUND
        click.echo(json.dumps(result, ensure_ascii=False))
    return code


def _reviewed_line(
    desk: PetitionDesk, number: int, line: bytes, template: str | None, on: date | None
) -> dict[str, Any]:
    identity = str(number)
    try:
        content = read_json(line)
        identity = identity_of(content, number)
        return desk.review_data(dated(read_answers_file(content, template=template), on), identity)
    except (JsonError, AnswersFileError, UnknownTemplate) as error:
        return {"id": identity, "error": f"سطر {number}: {error}"}


def _has_content(result: dict[str, Any]) -> bool:
    return bool(result["findings"] or result["incomplete"] or result["problems"])


def _tell(result: dict[str, Any]) -> None:
    for problem in result["problems"]:
        click.echo(f"{problem['path']}: {problem['message']}")
    for finding in result["findings"]:
        click.echo(f"[{finding['level']}] {finding['message']}")
        for basis in finding["basis"]:
            click.echo(f"      مستند: {basis['citation']}")
    for each in result["undetermined"]:
        click.echo(f"[?] {each['rule']}: {'، '.join(each['missing'])}")
    if not _has_content(result):
        click.echo("یافته‌ای نیست.")
