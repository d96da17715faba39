"""How commands speak: Persian lines for people, JSON for scripts, and clean exits."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

import click

from assistant.ports import StorageUnavailable

FINE, FOUND, WRONG_USE = 0, 1, 2

json_option = click.option("--json", "as_json", is_flag=True, help="خروجی JSON")


def say_json(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def stop(message: str, code: int = WRONG_USE) -> NoReturn:
    """Ends the command with a message on stderr."""
    click.echo(message, err=True)
    raise SystemExit(code)


@contextmanager
def clean_errors(*kinds: type[Exception]) -> Iterator[None]:
    """Turns the named errors, whose text is already a message for the operator, into a clean exit."""
    try:
        yield
    except Exception as error:
        if not isinstance(error, (StorageUnavailable, OSError, *kinds)):
            raise
        stop(str(error) or type(error).__name__)
