"""Which dated values are past the day until which they were verified, and what waits for an expert."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assistant.domain.currency import Watched
from assistant.domain.jalali import show_date
from assistant.domain.library import Library

_CALENDAR = frozenset({"holidays", "week"})


def overdue(library: Library, ids: Iterable[str], on: date) -> tuple[Watched, ...]:
    """Those of the dated files named by ``id`` or ``kind:id`` that are past their day on ``on``, each once."""
    wanted = set(ids)
    named = (each for each in library.watched if each.id in wanted or f"{each.kind}:{each.id}" in wanted)
    return tuple(each for each in named if each.is_overdue(on))


def overdue_notes(library: Library, ids: Iterable[str], on: date) -> tuple[str, ...]:
    """One Persian sentence for each of them, for the screen and for paper; empty when all is current."""
    return tuple(overdue_note(each) for each in overdue(library, ids, on))


def overdue_note(each: Watched) -> str:
    return f"داده «{each.title}» تا {show_date(each.due_on)} بررسی شده است و برای پس از آن بررسی نشده است."


def calendar_data(library: Library) -> tuple[Watched, ...]:
    """The tables that every last day is counted by."""
    return tuple(each for each in library.watched if each.kind in _CALENDAR)


@dataclass(frozen=True, slots=True)
class CurrencyReport:
    """The same file may stand in several lists. Each list begins with what is due first."""

    on: date
    watched: tuple[Watched, ...]
    overdue: tuple[Watched, ...]
    soon: tuple[Watched, ...]
    provisional: tuple[Watched, ...]
    weak: tuple[Watched, ...]  # a value of own knowledge or disputed
    unassigned: tuple[Watched, ...]  # nobody answers for it


def currency_report(watched: Iterable[Watched], on: date) -> CurrencyReport:
    ordered = tuple(sorted(watched, key=lambda each: (each.due_on, each.kind, each.id)))
    return CurrencyReport(
        on=on,
        watched=ordered,
        overdue=tuple(each for each in ordered if each.is_overdue(on)),
        soon=tuple(each for each in ordered if each.is_due_soon(on)),
        provisional=tuple(each for each in ordered if each.is_provisional),
        weak=tuple(each for each in ordered if each.is_weak),
        unassigned=tuple(each for each in ordered if not each.responsible),
    )
