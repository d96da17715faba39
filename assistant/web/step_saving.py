"""Saves what was posted around answers changed elsewhere: the others are kept, those are shown with both values.

A field that once met a conflict keeps posting the revision it was made from, so that typing on never overwrites.
"""

from dataclasses import dataclass

from assistant.domain.people import Actor
from assistant.services.draft_book import Conflict, OpenDraft, Saved
from assistant.services.drafting import Drafting
from assistant.services.list_editing import ListAct
from assistant.web.step_form import TAKE, Entry, PostedStep


@dataclass(frozen=True, slots=True)
class Clash:
    """A conflict, with this page's value as it was posted, so that it can be chosen after all."""

    conflict: Conflict
    revision: int  # the page's value was made from this one
    inputs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class StepSaved:
    opened: OpenDraft
    clashes: tuple[Clash, ...] = ()


def save_step(drafting: Drafting, actor: Actor, draft_id: str, step_id: str, posted: PostedStep) -> StepSaved:
    """Saves every entry that meets no conflict; the step is left, and the list edited, only when none does."""
    clashes: list[Clash] = []
    entries = list(posted.entries)
    for entry in [each for each in entries if each.revision < posted.revision]:
        entries.remove(entry)
        clashes.extend(save_entry(drafting, actor, draft_id, entry).clashes)
    leaves = posted.act.name == "next" and not clashes
    while True:
        plain = [(each.path, each.raw, each.is_unknown) for each in entries]
        result = (
            drafting.save_step(actor, draft_id, step_id, plain, posted.revision)
            if leaves
            else drafting.save_fields(actor, draft_id, plain, posted.revision)
        )
        if isinstance(result, Saved):
            break
        leaves = False
        met = next(each for each in entries if each.path == result.path)
        entries.remove(met)
        clashes.append(Clash(result, met.revision, met.inputs))
    if posted.act.path and not clashes:
        return _acted(drafting, actor, draft_id, posted, result.opened)
    return StepSaved(result.opened, tuple(clashes))


def save_entry(drafting: Drafting, actor: Actor, draft_id: str, entry: Entry) -> StepSaved:
    result = drafting.save_field(actor, draft_id, entry.path, entry.raw, entry.revision, is_unknown=entry.is_unknown)
    clashes = (Clash(result, entry.revision, entry.inputs),) if isinstance(result, Conflict) else ()
    return StepSaved(result.opened, clashes)


def _acted(drafting: Drafting, actor: Actor, draft_id: str, posted: PostedStep, opened: OpenDraft) -> StepSaved:
    """An act on a list is meant for the list as the page showed it; a proposal goes in after the text just saved."""
    act = posted.act
    if act.name == TAKE:
        result = drafting.take_proposal(actor, draft_id, act.path, opened.draft.revision)
    else:
        result = drafting.edit_list(actor, draft_id, ListAct(act.name), act.path, posted.revision, act.index)
    clashes = (Clash(result, posted.revision),) if isinstance(result, Conflict) else ()
    return StepSaved(result.opened, clashes)
