"""The printed answers that no box of the official form has a place for, as ruled sections by step.

A list (cheques, payments) is always printed whole. A single answer is left out when the reliefs or the narrative are
made from it and really hold it word for word, so that the paper does not say it twice and never loses it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from assistant.domain.form import Field, Step
from assistant.services.filing_rows import Block, GridLine, LabelValue, Section
from assistant.services.filing_words import ordinal
from assistant.services.printed_answers import printed

_FITS_A_THIRD = 34  # characters


@dataclass(frozen=True, slots=True)
class ToldElsewhere:
    """What boxes 4 and 6 say: the folded paths they are made from, and their text."""

    paths: frozenset[str]
    text: str

    def tells(self, path: str, value: str) -> bool:
        return path in self.paths and re.search(rf"(?<!\w){re.escape(value)}(?!\w)", self.text) is not None


NOTHING_TOLD = ToldElsewhere(frozenset(), "")


def sections_of_step(
    step: Step, answers: Mapping[str, Any], handled: frozenset[str], told: ToldElsewhere
) -> Iterator[Section]:
    """First the step's own answers, then one section for each of its lists."""
    own: list[LabelValue] = []
    lists: list[Section] = []
    for field in step.fields:
        if field.key not in handled:
            _collect(field, answers.get(field.key), field.key, told, own, lists)
    if own:
        yield Section(step.title, (Block("", grid(own)),))
    yield from lists


def _collect(
    field: Field, raw: Any, path: str, told: ToldElsewhere, own: list[LabelValue], lists: list[Section]
) -> None:
    if not field.is_printed:
        return
    if field.type == "list":
        blocks = tuple(_block(field, item, index, lists) for index, item in enumerate(raw or ()))
        if blocks:
            lists.append(Section(field.label, blocks))
    elif field.type == "group":
        for each in field.fields:
            _collect(each, (raw or {}).get(each.key), f"{path}.{each.key}", told, own, lists)
    else:
        value = printed(field, raw)
        if value and not told.tells(path, value):
            own.append(LabelValue(field.label, value))


def _block(field: Field, item: Mapping[str, Any], index: int, lists: list[Section]) -> Block:
    pairs: list[LabelValue] = []
    for each in field.fields:
        _collect(each, item.get(each.key), "", NOTHING_TOLD, pairs, lists)
    return Block(f"{field.item_label or field.label} {ordinal(index)}", grid(pairs))


def grid(pairs: list[LabelValue]) -> tuple[GridLine, ...]:
    """Three to a line; what is too long for a third of the width has a line of its own, in the order of the form."""
    lines: list[GridLine] = []
    waiting: list[LabelValue] = []
    for pair in pairs:
        is_wide = len(pair.value) > _FITS_A_THIRD or "\n" in pair.value
        if waiting and (is_wide or len(waiting) == 3):
            lines.append(GridLine(False, *waiting))
            waiting = []
        if is_wide:
            lines.append(GridLine(True, pair))
        else:
            waiting.append(pair)
    return (*lines, GridLine(False, *waiting)) if waiting else tuple(lines)
