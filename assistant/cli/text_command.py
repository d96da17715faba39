"""``text``: a narrative read without the pages, alone or with an answers file."""

import json
import sys
from pathlib import Path
from typing import Any

import click

from assistant.app import Settings, text_reading
from assistant.cli.answers_reading import identity_of, lines_of, read_or_stop
from assistant.cli.library_loading import load_or_stop
from assistant.cli.output import FINE, FOUND, clean_errors, json_option, stop
from assistant.content.json_reader import JsonError, read_json
from assistant.domain.answers_file import AnswersFile, AnswersFileError, read_answers_file
from assistant.services.petition_desk import UnknownTemplate
from assistant.services.text_reading import TextReading

LONGEST = 2_000_000  # bytes of one text


class NoText(ValueError):
    """The line holds no text to read (Persian)."""


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@click.option("--answers", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="پروندهٔ پاسخ‌های دادخواست")
@click.option("--template", help="شناسهٔ الگو، اگر در پروندهٔ پاسخ‌ها نیست")
@click.option(
    "--jsonl",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="هر سطر یک متن: {id, text}",
)
@click.option("--hazm", is_flag=True, help="نیم‌فاصله‌های پیشنهادی hazm هم (کند)")
@json_option
@click.pass_obj
def text(
    settings: Settings,
    file: Path | None,
    answers: Path | None,
    template: str | None,
    jsonl: Path | None,
    hazm: bool,
    as_json: bool,
) -> None:
    """بررسی شرح دادخواست: املا، نیم‌فاصله، عددها، نام‌ها و اشاره‌های متن"""
    if (file is None) == (jsonl is None):
        stop("یکی از دو ورودی لازم است: پروندهٔ متن (یا -) یا --jsonl")
    reading = text_reading(load_or_stop(settings), settings, with_hazm=hazm)
    if jsonl is not None:
        raise SystemExit(_read_lines(reading, jsonl, template))
    assert file is not None
    given = read_or_stop(answers, template, None) if answers else None
    with clean_errors(UnknownTemplate):
        result = reading.read_data("", _text_or_stop(file), given)
    click.echo(_line(result, indent=2)) if as_json else _tell(result)
    raise SystemExit(FOUND if result["findings"] else FINE)


def _text_or_stop(path: Path) -> str:
    try:
        raw = sys.stdin.buffer.read(LONGEST + 1) if str(path) == "-" else path.read_bytes()
        if len(raw) > LONGEST:
            stop(f"{path}: متن از {LONGEST // 1_000_000} مگابایت بزرگ‌تر است")
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        stop(f"{path}: کدگذاری UTF-8 نیست (بایت {error.start})")
    except OSError as error:
        stop(f"{path}: {error.strerror or error}")


def _read_lines(reading: TextReading, jsonl: Path, template: str | None) -> int:
    """One JSON line out for each line in; a line that cannot be read yields its error and exit code 1."""
    code = FINE
    for number, line in lines_of(jsonl):
        result = _read_line(reading, number, line, template)
        if "error" in result or result["findings"]:
            code = FOUND
        click.echo(_line(result))
    return code


def _read_line(reading: TextReading, number: int, line: bytes, template: str | None) -> dict[str, Any]:
    identity = str(number)
    try:
        content = read_json(line)
        identity = identity_of(content, number)
        if not isinstance(content, dict) or not isinstance(content.get("text"), str):
            raise NoText("«text» در این سطر نیست یا متن نیست")
        return reading.read_data(identity, content["text"], _answers(content, template))
    except (JsonError, AnswersFileError, UnknownTemplate, NoText) as error:
        return {"id": identity, "error": f"سطر {number}: {error}"}


def _answers(content: dict[str, Any], template: str | None) -> AnswersFile | None:
    """A line that names a template, or answers, is read as of that petition."""
    chosen = content.get("template", template)
    if chosen is None and "answers" not in content:
        return None
    given = {key: each for key, each in content.items() if key not in ("id", "text")}
    return read_answers_file({"answers": {}, **given}, template=template)


def _line(result: dict[str, Any], indent: int | None = None) -> str:
    """A lone half of a surrogate pair stays readable: as its escape."""
    line = json.dumps(result, ensure_ascii=False, indent=indent)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(result, indent=indent)
    return line


def _tell(result: dict[str, Any]) -> None:
    for each in result["findings"]:
        offered = f"  ← {' | '.join(each['suggestions'])}" if each["suggestions"] else ""
        said = f"{each['start']}-{each['end']} [{each['kind']}] «{each['span']}»{offered}  {each['message']}"
        click.echo(said.encode("utf-8", "replace").decode("utf-8"))
    if not result["is_finished"]:
        click.echo("متن بلند است و بررسی آن تا پایان نرسید.")
    elif not result["findings"]:
        click.echo("یافته‌ای نیست.")
