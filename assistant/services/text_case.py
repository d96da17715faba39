"""What the narrative checker knows of a petition: made from its effective answers by the types of the form's fields.

The narrative and the request are not part of it: they are the texts that are compared with it.
"""

import re
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from datetime import date
from threading import Lock
from typing import Any

from assistant.checks.review import Review
from assistant.domain.characters import latin_digits, normal_form
from assistant.domain.journey import Derived, FieldState, FieldStatus
from assistant.domain.template import Template
from assistant.domain.text_case import NamedAmount, NamedDate, NamedNumber, NamedPerson, NumberKind, Side, TextCase
from assistant.domain.value_types import evaluated_field
from assistant.services.name_phrases import NAME_KEYS, full_name
from assistant.services.narrative_text import NARRATIVE, REQUEST

CAPACITY = 128
_SIDES = {
    "plaintiffs": Side.PLAINTIFF,
    "defendants": Side.DEFENDANT,
    "representatives": Side.REPRESENTATIVE,
}
_NO_PERSONS = frozenset((*NAME_KEYS, "father_name", "court_name"))  # a father's name is no whole name of a person
_COMPANY_WORDS = ("شرکت", "بانک", "موسسه", "مؤسسه", "صندوق", "سازمان", "اداره", "شهرداری", "بیمه", "تعاونی")
_UNSEEN = dict.fromkeys((0x640, *range(0x64C, 0x654), 0x670))  # tatweel and vowel signs; tanvin and hamza stay
_WORD = re.compile(r"[^\W\d_]+(?:[\u200c\u064b\u0654\u0655]+[^\W\d_]*)*")


def text_case(review: Review, accepted: Iterable[str] = ()) -> TextCase:
    """``accepted``: words the office has accepted as spelt rightly."""
    return text_case_of(review.template, review.derived, review.verdicts.filing_date, accepted)


def text_case_of(
    template: Template, derived: Derived, filing_day: date | None, accepted: Iterable[str] = ()
) -> TextCase:
    """``answers`` holds stored values by concrete path (``cheques[0].series``), ``fields`` folded paths
    (``cheques[].series``)."""
    states = [state for state in derived.fields if _is_answer(state)]
    return TextCase(
        template=template.id,
        stage=template.stage,
        role_first=template.role_first,
        role_second=template.role_second,
        persons=tuple(_persons(states)),
        amounts=tuple(
            NamedAmount(state.path, _label(state, derived), int(state.raw))
            for state in states
            if state.field.type == "rial_amount"
        ),
        dates=tuple(_dates(states, derived)),
        numbers=tuple(_numbers(states, derived)),
        filing_day=filing_day,
        words=frozenset(_words(states)) | frozenset(word for each in accepted for word in _words_in(each)),
        answers={state.path: state.raw for state in states},
        fields=frozenset(path for path, _ in template.form.fields()),
    )


class TextCases:
    """The case of each draft being written; the same object as long as no answer but the text itself changes, so
    that what was found in a sentence stays known while the clerk types. Least recently used, bounded."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._capacity = capacity
        self._kept: OrderedDict[str, TextCase] = OrderedDict()
        self._lock = Lock()

    def case(self, draft_id: str, review: Review, accepted: Iterable[str] = ()) -> TextCase:
        made = text_case(review, accepted)
        with self._lock:
            kept = self._kept.get(draft_id)
            if kept != made:
                self._kept[draft_id] = kept = made
            self._kept.move_to_end(draft_id)
            while len(self._kept) > self._capacity:
                self._kept.popitem(last=False)
        return kept


def _is_answer(state: FieldState) -> bool:
    if state.path in (NARRATIVE, REQUEST) or state.field.is_container:
        return False
    return state.status is FieldStatus.ANSWERED


def _persons(states: Iterable[FieldState]) -> Iterator[NamedPerson]:
    """Persons with a first and last name or an entity's name; then those named in one answer («صادرکننده»)."""
    parts: dict[str, dict[str, FieldState]] = {}
    others = []
    for state in states:
        key = state.field.key
        if key in NAME_KEYS:
            parts.setdefault(_parent(state.path), {})[key] = state
        elif state.field.type == "text" and key not in _NO_PERSONS and key.endswith(("_name", "_names", "_owner")):
            others.append(state)
    for parent, named in parts.items():
        last = named.get("entity_name") or named.get("last_name")
        if last is not None:
            name = full_name({key: str(state.raw) for key, state in named.items()})
            yield NamedPerson(last.path, name, _side(parent), "entity_name" in named)
    for state in others:
        several = state.field.key.endswith("_names")
        for name in re.split(r"\s*(?:[،,؛]| و )\s*", str(state.raw)) if several else [str(state.raw)]:
            if name:
                yield NamedPerson(state.path, name, Side.OTHER, normal_form(name).split()[0] in _COMPANY_WORDS)


def _side(parent: str) -> Side:
    return _SIDES.get(re.split(r"[.\[]", parent)[0], Side.OTHER)


def _dates(states: Iterable[FieldState], derived: Derived) -> Iterator[NamedDate]:
    for state in states:
        if state.field.type == "jalali_date":
            yield NamedDate(state.path, _label(state, derived), evaluated_field(state.field, state.raw))
        elif state.field.type == "court_decision":
            yield NamedDate(state.path, "تاریخ رأی", evaluated_field(state.field, state.raw)["date"])


def _numbers(states: Iterable[FieldState], derived: Derived) -> Iterator[NamedNumber]:
    for state in states:
        kind = _number_kind(state)
        if kind is not None:
            yield NamedNumber(state.path, _label(state, derived), kind, _number(state.field.type, state.raw))


def _number_kind(state: FieldState) -> NumberKind | None:
    match state.field.type:
        case "sayad_id":
            return NumberKind.SAYAD
        case "registered_plot":
            return NumberKind.PLOT
        case "court_decision":
            return NumberKind.JUDGMENT
        case "case_no":
            return NumberKind.JUDGMENT if state.field.key.startswith("judgment") else NumberKind.CASE
    return NumberKind.CHEQUE if state.field.key == "cheque_no" else None


def _number(type_id: str, raw: Any) -> str:
    """Latin digits; of a plot sub and main plot, as it is written: ``123/45``."""
    if type_id == "registered_plot":
        return "/".join(str(raw[key]) for key in ("sub_plot", "main_plot") if key in raw)
    return latin_digits(str(raw["number"] if type_id == "court_decision" else raw)).strip()


def _label(state: FieldState, derived: Derived) -> str:
    """A label of one word says what it belongs to: «مبلغ چک», «تاریخ قرارداد»."""
    label = state.field.label
    container = derived.by_path.get(re.sub(r"\[\d+\]$", "", _parent(state.path)))
    if " " in label or container is None:
        return label
    return f"{label} {container.field.item_label or container.field.label}".strip()


def _parent(path: str) -> str:
    return path.rpartition(".")[0]


def _words(states: Iterable[FieldState]) -> Iterator[str]:
    """Words of short texts and of composite values. Long texts are prose and may hold the very errors looked for."""
    for state in states:
        if state.field.type == "text":
            yield from _words_in(str(state.raw))
        elif isinstance(state.raw, dict):
            for value in state.raw.values():
                yield from _words_in(str(value))


def _words_in(text: str) -> Iterator[str]:
    """In the form dictionaries have: half-spaces kept, and each part of such a word by itself too."""
    for match in _WORD.finditer(normal_form(text).translate(_UNSEEN)):
        word = match.group()
        yield word
        if "\u200c" in word:
            yield from (part for part in word.split("\u200c") if part)
