"""Boards of an office: shown, printed with a record, taken down with a record; and the public screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assistant.domain.board import Size
from assistant.domain.jalali import long_date
from assistant.domain.ledger import Book, LedgerEntry
from assistant.domain.library import Library
from assistant.domain.people import Actor, Office
from assistant.domain.printed_board import (
    PRINTED,
    REMOVED,
    PrintedBoard,
    printed_boards,
    printed_body,
    removed_body,
)
from assistant.ports import AuditEntry, Clock, Store, Transaction
from assistant.services.access import Act, NotFound, require
from assistant.services.board_view import BoardPanel, BoardView, build_board_view, screen_panels
from assistant.services.office_time import office_date


@dataclass(frozen=True, slots=True)
class BoardCard:
    view: BoardView
    hanging: tuple[PrintedBoard, ...]  # printed with what the board says today


@dataclass(frozen=True, slots=True)
class BoardShelf:
    office: Office
    cards: tuple[BoardCard, ...]
    outdated: tuple[PrintedBoard, ...]  # hang still and say something else than the data of today
    removed: tuple[PrintedBoard, ...]  # the last first
    names: Mapping[str, str]  # user id → full name


@dataclass(frozen=True, slots=True)
class BoardPage:
    office: Office
    view: BoardView


@dataclass(frozen=True, slots=True)
class PrintPage:
    """``view`` is None once the data say something else: an old board is never printed again as if it were current."""

    office: Office
    printed: PrintedBoard
    printed_by: str
    view: BoardView | None


@dataclass(frozen=True, slots=True)
class ScreenPage:
    office: Office
    day: str  # «دوشنبه ۱ آذر ۱۴۰۵»
    views: tuple[BoardView, ...]
    panels: tuple[BoardPanel, ...]


class Boards:
    """Reads one library; safe to share between threads."""

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        self._store, self._library, self._clock = store, library, clock

    def shelf(self, actor: Actor) -> BoardShelf:
        views = {id: self._view(id) for id in self._library.boards}
        with self._store.read() as work:
            office = self._office(work, actor)
            printed = self._printed(work, actor)
            names = {each.id: each.full_name for each in work.users() if each.office_id == actor.office_id}
        hanging = [each for each in printed if each.hangs]
        return BoardShelf(
            office=office,
            cards=tuple(
                BoardCard(view, tuple(each for each in hanging if _is_current(each, view))) for view in views.values()
            ),
            outdated=tuple(each for each in hanging if not _is_current(each, views.get(each.board_id))),
            removed=tuple(each for each in reversed(printed) if not each.hangs),
            names=names,
        )

    def board(self, actor: Actor, board_id: str) -> BoardPage:
        with self._store.read() as work:
            return BoardPage(self._office(work, actor), self._view(board_id))

    def record_print(self, actor: Actor, board_id: str, size: Size) -> PrintedBoard:
        """One entry in the office's book; what hangs is known from then on."""
        view = self._view(board_id)
        body = printed_body(view.title, size.value, view.data_hash, self._library.version)
        with self._store.begin() as work:
            self._office(work, actor)
            entry = work.append(self._entry(actor, board_id, PRINTED, body))
            self._audit(work, actor, "board.printed", board_id, entry.number)
        return printed_boards([entry])[0]

    def printed(self, actor: Actor, number: int) -> PrintPage:
        with self._store.read() as work:
            office, found = self._office(work, actor), self._find(work, actor, number)
            author = work.user(found.printed_by)
        view = self._view(found.board_id) if found.board_id in self._library.boards else None
        name = author.full_name if author else ""
        return PrintPage(office, found, name, view if view and _is_current(found, view) else None)

    def confirm_removed(self, actor: Actor, number: int) -> None:
        """Said twice, it is kept once."""
        with self._store.begin() as work:
            self._office(work, actor)
            found = self._find(work, actor, number)
            if found.hangs:
                work.append(self._entry(actor, found.board_id, REMOVED, removed_body(number)))
                self._audit(work, actor, "board.removed", found.board_id, number)

    def screen(self, office_number: str) -> ScreenPage:
        """For everybody who stands in the office: nothing but public data. Raises NotFound for an unknown office."""
        with self._store.read() as work:
            office = next((each for each in work.offices() if each.number == office_number), None)
        if office is None:
            raise NotFound
        views = tuple(self._view(id) for id in self._library.boards)
        panels = tuple(panel for view in views for panel in screen_panels(view))
        return ScreenPage(office, long_date(self._today), views, panels)

    @property
    def _today(self) -> date:
        return office_date(self._clock.now())

    def _view(self, board_id: str) -> BoardView:
        board = self._library.boards.get(board_id)
        if board is None:
            raise NotFound
        return build_board_view(self._library, board, self._today)

    def _office(self, work: Transaction, actor: Actor) -> Office:
        require(actor, Act.BOARD_PRINT)
        office = work.office(actor.office_id)
        if office is None:
            raise NotFound
        return office

    def _printed(self, work: Transaction, actor: Actor) -> tuple[PrintedBoard, ...]:
        return printed_boards(work.ledger(Book.BOARDS, actor.office_id))

    def _find(self, work: Transaction, actor: Actor, number: int) -> PrintedBoard:
        found = next((each for each in self._printed(work, actor) if each.number == number), None)
        if found is None:
            raise NotFound
        return found

    def _entry(self, actor: Actor, board_id: str, kind: str, body: Mapping[str, object]) -> LedgerEntry:
        return LedgerEntry(Book.BOARDS, actor.office_id, 0, self._clock.now(), actor.user_id, board_id, kind, body)

    def _audit(self, work: Transaction, actor: Actor, act: str, board_id: str, number: int) -> None:
        detail = {"number": number}
        work.audit(AuditEntry(self._clock.now(), actor.user_id, actor.office_id, act, board_id, detail))


def _is_current(printed: PrintedBoard, view: BoardView | None) -> bool:
    return view is not None and (printed.board_id, printed.data_hash) == (view.board_id, view.data_hash)
