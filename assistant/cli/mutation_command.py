"""``check --mutate``: whether each rule's examples would notice a small mistake in its condition."""

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import click

from assistant.app import Settings, keep_mutation_report
from assistant.cli.library_loading import load_or_stop
from assistant.cli.output import FINE, FOUND, clean_errors, say_json, stop
from assistant.domain.library import Library
from assistant.domain.rule import Rule
from assistant.services.mutating import RuleScore, Survivor, mutation_scores, score
from assistant.services.mutation_report import CHANGES, LEAST_SCORE, counts_of, proposal_of, reason_of, report_data

_UNEXPLAINED = "میان پاسخ‌های نزدیک به نمونه‌ها، حالتی که نتیجه دیگر شود یافت نشد؛ دلیل هم‌ارزی نوشته نشده است"


def check_mutants(settings: Settings, paths: Sequence[Path], *, is_kept: bool, as_json: bool) -> NoReturn:
    """Names the changes no example notices, each with a proposed case; ends with 1 below the least score."""
    if is_kept and paths:
        stop("گزارشی که نگه داشته می‌شود از همهٔ قاعده‌هاست؛ با --keep مسیری داده نمی‌شود.")
    if is_kept and not settings.data_folder.is_dir():
        stop(f"پوشهٔ داده ({settings.data_folder}) نیست؛ گزارش در آن نگه داشته می‌شود.")
    library = load_or_stop(settings)
    rules = list(_chosen(library, settings.content_folder, paths))
    if not rules:
        stop("در این مسیر قاعده‌ای نیست.")
    scores = list(mutation_scores(library, rules))
    data = report_data(scores, library.version)
    if as_json:
        say_json(data)
    else:
        click.echo("\n".join(_as_text(scores)))
    if is_kept:
        with clean_errors():
            place = keep_mutation_report(settings, data)
        click.echo(f"گزارش برای کتابخانه نگه داشته شد: {place}", err=True)
    raise SystemExit(FINE if score(scores) >= LEAST_SCORE else FOUND)


def _chosen(library: Library, content: Path, paths: Sequence[Path]) -> Iterator[Rule]:
    wanted = [os.path.relpath(path.resolve(), content.resolve()) for path in paths]
    for rule in library.rules.values():
        if not wanted or any(rule.file == path or rule.file.startswith(path.rstrip("/") + "/") for path in wanted):
            yield rule


def _as_text(scores: Sequence[RuleScore]) -> Iterator[str]:
    for each in scores:
        for survivor in each.survivors:
            mutant = survivor.mutant
            yield f"{each.rule.file}: {CHANGES[mutant.change]}: {mutant.before}  ←→  {mutant.after}"
            yield f"    {_told(survivor, each.rule)}"
        for note in each.idle_notes:
            yield f"{each.rule.file}: یادداشت بی‌کاربرد در survivors: {note.part}"
    killed, unproven, same = counts_of(scores)
    yield (
        f"{len(scores)} قاعده؛ {killed} دگرگونی شناخته، {unproven} بی‌نمونه، {same} هم‌ارز."
        f" امتیاز {score(scores):.1%} (کمینه {LEAST_SCORE:.0%})"
    )


def _told(survivor: Survivor, rule: Rule) -> str:
    if survivor.proposal is not None:
        return f"نمونهٔ پیشنهادی: {json.dumps(proposal_of(survivor, rule), ensure_ascii=False)}"
    return f"هم‌ارز: {reason_of(survivor)}" if survivor.is_same else _UNEXPLAINED
