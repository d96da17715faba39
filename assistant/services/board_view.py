"""Everything a board shows, as strings: the one source of the paper on the wall and of the public screen."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from itertools import batched

from assistant.checks.currency import overdue_notes
from assistant.domain.board import Board, PublicLine, Purpose, TableOf
from assistant.domain.characters import printed_text
from assistant.domain.jalali import parts
from assistant.domain.library import Library
from assistant.services.board_tables import BoardRow, in_year, table_rows

_KINDS: Mapping[TableOf, str] = {TableOf.OFFICE_TARIFF: "office-tariff", TableOf.COURT_COSTS: "costs"}
_PRICES_ON_SCREEN, _NAMES_ON_SCREEN = 4, 9  # of one panel: what is read from three metres


@dataclass(frozen=True, slots=True)
class BoardPanel:
    title: str
    sentences: tuple[str, ...] = ()
    rows: tuple[BoardRow, ...] = ()


@dataclass(frozen=True, slots=True)
class BoardView:
    board_id: str
    title: str
    year: str
    panels: tuple[BoardPanel, ...]
    guidance: PublicLine
    reporting: PublicLine
    checked_on: date
    verified_until: date
    overdue: tuple[str, ...]  # what in it is past its verified-until date
    data_hash: str  # of all that it says, so that a changed price is noticed on a wall


def build_board_view(library: Library, board: Board, day: date) -> BoardView:
    guidance, reporting = board.line(Purpose.GUIDANCE), board.line(Purpose.REPORTING)
    panels = tuple(_panels(library, board, day))
    year = printed_text(str(parts(day)[0]))
    return BoardView(
        board_id=board.id,
        title=board.title,
        year=year if board.tables else "",
        panels=panels,
        guidance=guidance,
        reporting=reporting,
        checked_on=board.checked_on,
        verified_until=board.verified_until,
        overdue=overdue_notes(library, _data_behind(library, board), day),
        data_hash=_hash(board, year, panels),
    )


def screen_panels(view: BoardView) -> tuple[BoardPanel, ...]:
    """Long tables in parts that can be read from afar; what has no price is named together after them."""
    return tuple(part for panel in view.panels for part in _parts(panel))


def _parts(panel: BoardPanel) -> Iterator[BoardPanel]:
    if panel.sentences:
        yield BoardPanel(panel.title, panel.sentences)
    for rows in batched((row for row in panel.rows if row.is_price), _PRICES_ON_SCREEN):
        yield BoardPanel(panel.title, rows=rows)
    without: dict[str, list[str]] = {}
    for row in panel.rows:
        if not row.is_price:
            without.setdefault(row.value, []).append(row.label)
    for sentence, labels in without.items():
        for names in batched(labels, _NAMES_ON_SCREEN):
            yield BoardPanel(panel.title, (f"{sentence}: {'؛ '.join(names)}",))


def _panels(library: Library, board: Board, day: date) -> Iterator[BoardPanel]:
    for section in board.sections:
        yield BoardPanel(section.title, tuple(printed_text(each.text) for each in section.sentences))
    for table in board.tables:
        rows = table_rows(table, library, day)
        missing = () if rows else (printed_text(in_year(table.without_data, day)),)
        title = printed_text(f"{table.title} {parts(day)[0]}")
        yield BoardPanel(title, missing, tuple(_printed(row) for row in rows))


def _printed(row: BoardRow) -> BoardRow:
    return BoardRow(printed_text(row.label), printed_text(row.value), row.grade, row.is_price)


def _data_behind(library: Library, board: Board) -> Iterator[str]:
    yield f"board:{board.id}"
    kinds = {_KINDS[table.of] for table in board.tables}
    yield from (f"{each.kind}:{each.id}" for each in library.watched if each.kind in kinds)


def _hash(board: Board, year: str, panels: tuple[BoardPanel, ...]) -> str:
    """Of what is read on it; a board without prices stays the same when a year ends."""
    said = {
        "title": board.title,
        "year": year if board.tables else "",
        "lines": [[each.purpose, each.number, each.name, each.text] for each in board.lines],
        "panels": [asdict(panel) for panel in panels],
    }
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
