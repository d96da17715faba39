"""Answers files from disk: one whole file, or one line after the other of a JSON Lines file."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from assistant.cli.output import stop
from assistant.content.json_reader import MAX_BYTES, JsonError, read_json
from assistant.content.yaml_reader import YamlError, read_yaml
from assistant.domain.answers_file import AnswersFile, AnswersFileError, read_answers_file
from assistant.domain.jalali import to_gregorian


def read_or_stop(path: Path, template: str | None, on: date | None) -> AnswersFile:
    """A JSON file by its ending, else YAML; what cannot be read ends the command as wrong use."""
    try:
        content = path.read_bytes()
        value = read_json(content) if path.suffix == ".json" else read_yaml(content, str(path)).value
        if isinstance(value, dict) and "answers_file" in value:  # a worked case of the library holds one
            value = value["answers_file"]
        return dated(read_answers_file(value, template=template), on)
    except (AnswersFileError, YamlError, JsonError) as error:
        stop(f"{path}: {error}")
    except OSError as error:
        stop(f"{path}: {error.strerror or error}")


def dated(file: AnswersFile, on: date | None) -> AnswersFile:
    return file if on is None else AnswersFile(file.template, on, file.answers)


def date_or_stop(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return to_gregorian(text)
    except ValueError:
        stop(f"تاریخ نادرست: {text} (نمونه: 1405-09-01)")


def lines_of(path: Path) -> Iterator[tuple[int, bytes]]:
    """Every line that is not empty, with its number; of an endless one no more than is needed to refuse it."""
    with path.open("rb") as file:
        number = 0
        while line := file.readline(MAX_BYTES + 2):
            number += 1
            while not line.endswith(b"\n") and file.readline(MAX_BYTES + 2)[-1:] not in (b"", b"\n"):
                pass  # the rest of a line that is too long
            if line.strip():
                yield number, line.rstrip(b"\r\n")


def identity_of(content: Any, number: int) -> str:
    """The ``id`` a line gives itself, else its number."""
    given = content.get("id") if isinstance(content, dict) else None
    if isinstance(given, bool) or not isinstance(given, (str, int)):
        return str(number)
    return str(given).encode("utf-8", "replace").decode("utf-8")
