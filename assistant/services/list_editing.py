"""Acts on a repeating list of a draft: add, duplicate, move, remove, close and open."""

from dataclasses import replace
from enum import StrEnum

from assistant.domain.answer_edits import (
    value_at,
    with_item_added,
    with_item_moved,
    with_item_removed,
    with_list_closed,
    with_list_open,
)
from assistant.domain.answers import Answers
from assistant.domain.people import Actor
from assistant.services.access import Act
from assistant.services.draft_book import Conflict, DraftBook, Saved, UnknownField
from assistant.services.draft_history import changed_since

MAX_ITEMS = 200


class ListAct(StrEnum):
    ADD = "add"
    DUPLICATE = "duplicate"
    REMOVE = "remove"
    UP = "up"
    DOWN = "down"
    CLOSE = "close"
    OPEN = "open"


def edit_list(
    book: DraftBook, actor: Actor, draft_id: str, act: ListAct, path: str, revision: int, index: int
) -> Saved | Conflict:
    """One transaction. A list that is full stays as it is. Raises UnknownField for no list or no such item."""
    with book.store.begin() as work:
        draft = book.find(work, actor, draft_id, Act.DRAFT_WRITE)
        each = book.field(book.template(draft.template_id), path)
        if each.type != "list":
            raise UnknownField(path)
        change = changed_since(work.history(draft.id), revision, path) if draft.revision != revision else None
        if change is not None and change.kind not in ("answer", "unknown"):
            return book.conflict_at(work, draft, each, path, "", change)
        answers = edited(draft.answers, act, path, index)
        if len(value_at(answers, path) or []) > min(each.max_items, MAX_ITEMS):
            return Saved(book.opened(draft))
        kind = f"{act.value}_item" if act not in (ListAct.CLOSE, ListAct.OPEN) else f"{act.value}_list"
        saved = book.write(work, actor, draft, replace(draft, answers=answers), kind, (path,))
    return Saved(book.opened(saved))


def edited(answers: Answers, act: ListAct, path: str, index: int) -> Answers:
    """The answers after the act. Raises UnknownField when there is no item ``index``."""
    items = value_at(answers, path) or []
    if act is ListAct.CLOSE:
        return with_list_closed(answers, path)
    if act is ListAct.OPEN:
        return with_list_open(answers, path)
    if act is ListAct.ADD:
        return with_item_added(answers, path)
    if not 0 <= index < len(items):
        raise UnknownField(path)
    if act is ListAct.DUPLICATE:
        return with_item_added(answers, path, items[index])
    if act is ListAct.REMOVE:
        return with_item_removed(answers, path, index)
    to = min(max(index + (1 if act is ListAct.DOWN else -1), 0), len(items) - 1)
    return with_item_moved(answers, path, index, to)
