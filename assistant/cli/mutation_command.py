"""``check --mutate``: whether each rule's examples would notice a small mistake in its condition."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn

import click

from assistant.app import Settings
from assistant.checks.mutation import Change
from assistant.cli.library_loading import load_or_stop
from assistant.cli.output import FINE, FOUND, say_json, stop
from assistant.domain.library import Library
from assistant.domain.rule import Rule
from assistant.services.mutating import RuleScore, Survivor, mutation_scores, score

LEAST_SCORE = 0.95
_CHANGES = {
    Change.OPERATOR: "عملگر دیگر",
    Change.DROPPED: "حذف یک جزء",
    Change.BOUND: "جابه‌جایی مرز",
    Change.NEGATED: "وارونه کردن",
    Change.QUANTIFIER: "«دست‌کم یکی» و «همه»",
    Change.ITEM: "حذف یک مقدار",
    Change.RECKONING: "حساب دیگر",
}
_UNEXPLAINED = "میان پاسخ‌های نزدیک به نمونه‌ها، حالتی که نتیجه دیگر شود یافت نشد؛ دلیل هم‌ارزی نوشته نشده است"


def check_mutants(settings: Settings, paths: Sequence[Path], *, as_json: bool) -> NoReturn:
    """Names the changes no example notices, each with a proposed case; ends with 1 below the least score."""
    library = load_or_stop(settings)
    rules = list(_chosen(library, settings.content_folder, paths))
    if not rules:
        stop("در این مسیر قاعده‌ای نیست.")
    scores = list(mutation_scores(library, rules))
    if as_json:
        say_json(_as_data(scores))
    else:
        click.echo("\n".join(_as_text(scores)))
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
            yield f"{each.rule.file}: {_CHANGES[mutant.change]}: {mutant.before}  ←→  {mutant.after}"
            yield f"    {_told(survivor)}"
        for note in each.idle_notes:
            yield f"{each.rule.file}: یادداشت بی‌کاربرد در survivors: {note.part}"
    killed, unproven, same = _counts(scores)
    yield (
        f"{len(scores)} قاعده؛ {killed} دگرگونی شناخته، {unproven} بی‌نمونه، {same} هم‌ارز."
        f" امتیاز {score(scores):.1%} (کمینه {LEAST_SCORE:.0%})"
    )


def _told(survivor: Survivor) -> str:
    if survivor.proposal is not None:
        return f"نمونهٔ پیشنهادی: {_proposal(survivor)}"
    return f"هم‌ارز: {_reason(survivor)}" if survivor.is_same else _UNEXPLAINED


def _reason(survivor: Survivor) -> str:
    if survivor.asked_only_then:
        return f"فرم «{survivor.asked_only_then}» را تنها با همین پاسخ می‌پرسد"
    return survivor.note.reason if survivor.note else ""


def _counts(scores: Sequence[RuleScore]) -> tuple[int, int, int]:
    unproven = sum(len(each.unproven) for each in scores)
    return sum(each.killed for each in scores), unproven, sum(len(each.survivors) for each in scores) - unproven


def _as_data(scores: Sequence[RuleScore]) -> dict[str, Any]:
    killed, unproven, same = _counts(scores)
    return {
        "score": score(scores),
        "killed": killed,
        "unproven": unproven,
        "equivalent": same,
        "rules": [
            {
                "id": each.rule.id,
                "file": each.rule.file,
                "killed": each.killed,
                "survivors": [_survivor(survivor) for survivor in each.survivors],
            }
            for each in scores
        ],
    }


def _survivor(survivor: Survivor) -> dict[str, Any]:
    mutant = survivor.mutant
    told = None if survivor.proposal is None else _proposal(survivor)
    changed = {"change": mutant.change, "before": mutant.before, "after": mutant.after}
    return {**changed, "proposal": told, "reason": _reason(survivor)}


def _proposal(survivor: Survivor) -> dict[str, Any]:
    """As an entry of a rule's ``examples``, still without a name: whoever confirms it names it."""
    assert survivor.proposal is not None
    proposal = survivor.proposal
    entry = {"template": proposal.template, **proposal.case, "expect": proposal.expect.value}
    held = {"missing": list(proposal.missing), "points_at": list(proposal.points_at)}
    return entry | {key: value for key, value in held.items() if value}
