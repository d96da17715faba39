"""Boxes 1 to 5 of the official form: parties, representatives, reliefs and evidence, made from the answers."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from assistant.domain.characters import printed_text
from assistant.domain.form import Field
from assistant.domain.jalali import age_on, to_gregorian
from assistant.domain.money import rial_words, show_rial
from assistant.domain.value_types import is_valid_field
from assistant.services.filing_rows import EvidenceRow, PartyRow, ReliefRow, RepresentativeRow
from assistant.services.filing_words import (
    ADDRESS_UNKNOWN,
    NON_FINANCIAL,
    PROVINCE,
    age_in_years,
    joined,
    labelled,
    ordinal,
)
from assistant.services.name_phrases import NAME_KEYS
from assistant.services.printed_answers import printed

type Raw = Mapping[str, Any]


class ItemAnswers:
    """The printed answers of one item of a list; remembers which keys were used, so that none is forgotten."""

    def __init__(self, field: Field, raw: Raw) -> None:
        self._fields = {each.key: each for each in field.fields}
        self._raw = raw
        self._used: set[str] = set()

    def text(self, key: str) -> str:
        """The printed answer; '' when the field is not printed, absent or unanswered."""
        self._used.add(key)
        field = self._fields.get(key)
        return printed(field, self._raw.get(key)) if field is not None and field.is_printed else ""

    def labelled(self, key: str) -> str:
        value = self.text(key)
        return labelled(self._fields[key].label, value) if value else ""

    def raw(self, key: str) -> Any:
        self._used.add(key)
        return self._raw.get(key)

    def field(self, key: str) -> Field | None:
        return self._fields.get(key)

    def inner(self, key: str) -> "ItemAnswers":
        """A group inside the item."""
        self._used.add(key)
        field = self._fields.get(key)
        group = self._raw.get(key)
        is_printed = field is not None and field.is_printed and isinstance(group, Mapping)
        return ItemAnswers(field, group) if is_printed and field and group else ItemAnswers(_NOTHING, {})

    def rest(self) -> str:
        """Every printed answer not used so far, with its label."""
        return joined([labelled(label, value) for label, value in self._unused()], "؛ ")

    def _unused(self) -> Iterator[tuple[str, str]]:
        for key, field in self._fields.items():
            if key not in self._used:
                yield from labelled_leaves(field, self._raw.get(key))


_NOTHING = Field("", "", "group")


def labelled_leaves(field: Field, raw: Any) -> Iterator[tuple[str, str]]:
    """(label, printed answer) of a field and of everything inside it; empty answers are left out."""
    if not field.is_printed:
        return
    if field.type == "list":
        for item in raw or ():
            for each in field.fields:
                yield from labelled_leaves(each, item.get(each.key))
    elif field.type == "group":
        for each in field.fields:
            yield from labelled_leaves(each, (raw or {}).get(each.key))
    elif value := printed(field, raw):
        yield field.label, value


def party_rows(field: Field | None, items: Sequence[Raw], on: date) -> tuple[PartyRow, ...]:
    if field is None:
        return ()
    return tuple(_party_row(field, raw, index, on) for index, raw in enumerate(items))


def _party_row(field: Field, raw: Raw, index: int, on: date) -> PartyRow:
    person = ItemAnswers(field, raw)
    person.raw("kind")  # the name says it
    return PartyRow(
        index=ordinal(index),
        name=_name(person),
        father_name=person.text("father_name"),
        age=_age(person, on),
        occupation=person.text("occupation"),
        identifier=_identifier(person),
        address=_address_or_unknown(person),
        contact=_contact(person),
        note=person.rest(),
        path=f"{field.key}[{index}]",
    )


def representative_rows(field: Field | None, items: Sequence[Raw]) -> tuple[RepresentativeRow, ...]:
    if field is None:
        return ()
    return tuple(_representative_row(field, raw, index) for index, raw in enumerate(items))


def _representative_row(field: Field, raw: Raw, index: int) -> RepresentativeRow:
    person = ItemAnswers(field, raw)
    title, named = person.text("rep_type"), person.text("rep_type_other")
    return RepresentativeRow(
        index=ordinal(index),
        role=named if named and person.raw("rep_type") == "other" else joined([title, named]),
        name=_name(person),
        identifier=person.text("national_id"),
        licence=person.text("license_no"),
        authority=person.text("authority_doc"),
        address=_address(person.inner("address")),
        contact=_contact(person),
        note=person.rest(),
        path=f"{field.key}[{index}]",
    )


def relief_rows(reliefs: Sequence[Any]) -> tuple[tuple[ReliefRow, ...], int]:
    """The rows of box 4 and the sum of their values; reliefs not decided yet are left out."""
    rows: list[ReliefRow] = []
    total = 0
    for relief in reliefs:
        if not isinstance(relief, Mapping):
            continue
        title, value = relief.get("title"), relief.get("value_rial")
        digits = words = ""
        if isinstance(value, int) and not isinstance(value, bool):
            digits, words, total = show_rial(value), rial_words(value), total + value
        elif relief.get("financial") == "no":
            digits = NON_FINANCIAL
        text = printed_text(title) if isinstance(title, str) else ""
        rows.append(ReliefRow(ordinal(len(rows)), text, digits, words))
    return tuple(rows), total


def evidence_rows(
    evidence: Field | None, items: Sequence[Raw], witnesses: Field | None, persons: Sequence[Raw]
) -> tuple[EvidenceRow, ...]:
    """The documents and other evidence, then the witnesses, under one numbering."""
    rows: list[EvidenceRow] = []
    for raw in items if evidence else ():
        assert evidence is not None
        item = ItemAnswers(evidence, raw)
        title, kind = item.text("title"), item.text("kind")
        rows.append(EvidenceRow(ordinal(len(rows)), title, joined([kind, item.rest()], "؛ ")))
    for raw in persons if witnesses else ():
        assert witnesses is not None
        person = ItemAnswers(witnesses, raw)
        title = labelled(witnesses.item_label or witnesses.label, _name(person))
        rows.append(EvidenceRow(ordinal(len(rows)), title, person.rest()))
    return tuple(rows)


def _name(person: ItemAnswers) -> str:
    return joined([person.text(key) for key in NAME_KEYS], " ")


def _age(person: ItemAnswers, on: date) -> str:
    """Completed years; a birth date that gives no age (later than the filing) is printed itself."""
    shown, stored, field = person.text("birth_date"), person.raw("birth_date"), person.field("birth_date")
    if not shown or field is None or not is_valid_field(field, stored):
        return shown
    years = age_on(to_gregorian(stored), on)
    return age_in_years(years) if years >= 0 else shown


def _identifier(person: ItemAnswers) -> str:
    """The column's heading says national id (of a person or a legal entity); others carry their label."""
    own = [person.text("national_id"), person.text("legal_entity_id")]
    return joined([*own, person.labelled("foreign_id"), person.labelled("registration_no")], "؛ ")


def _contact(person: ItemAnswers) -> str:
    return joined([person.text(key) for key in ("mobile", "landline")])


def _address_or_unknown(person: ItemAnswers) -> str:
    unknown = ADDRESS_UNKNOWN if person.raw("address_unknown") is True else ""
    return joined([_address(person.inner("address")), unknown])


def _address(address: ItemAnswers) -> str:
    """One line, from the province down to the postal code."""
    province = address.text("province")
    parts = [
        f"{PROVINCE} {province}" if province else "",
        address.text("city"),
        address.text("street_address"),
        address.labelled("postal_code"),
        address.rest(),
    ]
    return joined(parts)
