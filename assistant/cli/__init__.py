"""The command line: the same services as the pages, for people and scripts.

Exit codes: 0 fine, 1 findings, incomplete answers or content errors, 2 wrong use.
"""

import sys
from pathlib import Path

import click

from assistant.app import Settings
from assistant.cli.audit_commands import audit
from assistant.cli.backup_commands import backup, restore
from assistant.cli.calc_commands import calc
from assistant.cli.content_commands import check, templates
from assistant.cli.deadline_commands import deadline
from assistant.cli.fee_commands import fee
from assistant.cli.people_commands import demo, init, user
from assistant.cli.petition_commands import render, review
from assistant.cli.serve_command import serve
from assistant.cli.text_command import text
from assistant.cli.used_by_command import used_by


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data", type=click.Path(path_type=Path), help="پوشهٔ داده‌ها")
@click.option("--key-file", type=click.Path(path_type=Path), help="پروندهٔ کلید رمز، بیرون از پوشهٔ داده‌ها")
@click.option("--content", type=click.Path(path_type=Path), help="پوشهٔ محتوا (الگوها، قاعده‌ها)")
@click.pass_context
def commands(context: click.Context, data: Path | None, key_file: Path | None, content: Path | None) -> None:
    """دادخواست‌یار: تنظیم دادخواست در دفترهای خدمات الکترونیک قضایی"""
    context.obj = Settings.from_environment(data=data, key_file=key_file, content=content)


for command in (templates, check, review, render, deadline, fee, calc, init, serve, user, audit, backup, restore, demo):
    commands.add_command(command)
commands.add_command(used_by)
commands.add_command(text)


def main() -> None:
    """Entry point. Persian output needs UTF-8, also on Windows consoles."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    commands(prog_name="dadkhastyar")
