"""Which filings a rule, a number of law or a period was evaluated for: counts for readers, numbers for operators."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from itertools import groupby

from assistant.checks.evaluated import CALENDAR
from assistant.domain.library import Library
from assistant.domain.manifest import FilingUse
from assistant.ports import Store
from assistant.services.access import NotFound


@dataclass(frozen=True, slots=True)
class VersionUse:
    """One version of the item in filings of one template. Nothing here leads to a filing."""

    version: str
    is_current: bool
    template_title: str
    count: int
    fired: int
    first: date  # filing dates
    last: date


@dataclass(frozen=True, slots=True)
class UsedBy:
    id: str
    kind: str  # rule | parameter | period | calendar; '' for what the library does not hold any more
    title: str
    version: str  # in the library now
    filings: tuple[FilingUse, ...]  # the oldest first
    versions: tuple[VersionUse, ...]
    unlisted: int  # filings older than the lists of what was evaluated


class UsedByDesk:
    def __init__(self, store: Store, library: Library) -> None:
        self._store, self._library = store, library

    def of(self, item_id: str) -> UsedBy:
        """Raises NotFound for an id that neither the library nor any filing knows."""
        with self._store.read() as work:
            filings, unlisted = work.filings_using(item_id), work.count_filings_without_manifest()
        kind, title, version = self._known(item_id)
        if not kind and not filings:
            raise NotFound
        versions = tuple(self._version(list(uses), version) for _, uses in groupby(self._sorted(filings), _group))
        return UsedBy(item_id, kind, title, version, tuple(filings), versions, unlisted)

    def nearest(self, item_id: str) -> str | None:
        """The id most like a mistyped one."""
        library = self._library
        matches = get_close_matches(item_id, [*library.rules, *library.parameters, *library.periods], n=1)
        return matches[0] if matches else None

    def _known(self, id: str) -> tuple[str, str, str]:
        library = self._library
        for kind, found in (("rule", library.rules), ("parameter", library.parameters), ("period", library.periods)):
            if id in found:
                return kind, found[id].title, found[id].version
        return ("calendar", "تقویم", library.calendar.version) if id == CALENDAR else ("", "", "")

    def _sorted(self, filings: Sequence[FilingUse]) -> list[FilingUse]:
        return sorted(filings, key=lambda each: (*_group(each), each.filing_date))

    def _version(self, uses: list[FilingUse], current: str) -> VersionUse:
        template = self._library.templates.get(uses[0].template_id)
        return VersionUse(
            version=uses[0].item.version,
            is_current=uses[0].item.version == current,
            template_title=template.title if template else uses[0].template_id,
            count=len(uses),
            fired=sum(each.has_fired for each in uses),
            first=uses[0].filing_date,
            last=uses[-1].filing_date,
        )


def _group(use: FilingUse) -> tuple[str, str]:
    return use.item.version, use.template_id
