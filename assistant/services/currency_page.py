"""The currency of the data as people read it: what is overdue, weak or without an owner, and which rules use it."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from assistant.checks.currency import CurrencyReport
from assistant.domain.currency import Watched
from assistant.domain.rule import Rule


class Show(StrEnum):
    """Which of the dated files a page shows."""

    ALL = "all"
    OVERDUE = "overdue"
    SOON = "soon"
    PROVISIONAL = "provisional"
    WEAK = "weak"
    UNASSIGNED = "unassigned"


_LISTS: Mapping[Show, Callable[[CurrencyReport], tuple[Watched, ...]]] = {
    Show.ALL: lambda report: report.watched,
    Show.OVERDUE: lambda report: report.overdue,
    Show.SOON: lambda report: report.soon,
    Show.PROVISIONAL: lambda report: report.provisional,
    Show.WEAK: lambda report: report.weak,
    Show.UNASSIGNED: lambda report: report.unassigned,
}


@dataclass(frozen=True, slots=True)
class CurrencyLine:
    watched: Watched
    is_overdue: bool
    is_soon: bool
    rules: tuple[Rule, ...]  # that read it


@dataclass(frozen=True, slots=True)
class CurrencyPage:
    report: CurrencyReport
    show: Show
    kind: str  # '' for all
    counts: Mapping[Show, int]  # of the chosen kind
    kinds: Mapping[str, int]  # of the chosen list
    groups: Mapping[str, tuple[CurrencyLine, ...]]  # by kind, due first


def currency_page(
    report: CurrencyReport, readers: Mapping[str, tuple[Rule, ...]], show: str = "", kind: str = ""
) -> CurrencyPage:
    """Unknown choices show everything."""
    chosen = Show(show) if show in {each.value for each in Show} else Show.ALL
    listed = _LISTS[chosen](report)
    kinds = dict(sorted(Counter(each.kind for each in report.watched).items()))
    kind = kind if kind in kinds else ""
    groups: dict[str, list[CurrencyLine]] = {}
    for each in _of_kind(listed, kind):
        rules = readers.get(f"{each.kind}:{each.id}", ())
        line = CurrencyLine(each, each.is_overdue(report.on), each.is_due_soon(report.on), rules)
        groups.setdefault(each.kind, []).append(line)
    return CurrencyPage(
        report=report,
        show=chosen,
        kind=kind,
        counts={name: len(tuple(_of_kind(found(report), kind))) for name, found in _LISTS.items()},
        kinds={name: sum(each.kind == name for each in listed) for name in kinds},
        groups={name: tuple(lines) for name, lines in sorted(groups.items())},
    )


def _of_kind(watched: Iterable[Watched], kind: str) -> Iterable[Watched]:
    return (each for each in watched if kind in ("", each.kind))
