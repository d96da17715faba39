"""Period files as typed periods, with the disputed readings that are argued for each."""

from collections.abc import Iterator, Mapping
from typing import Any

from assistant.content.citations import build_basis, source_in_words
from assistant.content.content_file import ContentFile
from assistant.domain.jalali import to_gregorian
from assistant.domain.period import Counting, Effect, Period, PeriodLength, PeriodReading, Unit

# Where art. 443 of the procedure code does not plainly govern, the readings of a month or year come along unnamed.
_OF_UNITS = {
    Unit.MONTH: (Effect.CALENDAR_MONTHS, Effect.THIRTY_DAY_MONTHS),
    Unit.YEAR: (Effect.CALENDAR_YEARS, Effect.YEARS_OF_360_DAYS),
}


def period_id(stem: str) -> str:
    """``tajdidnazar-hokm.yaml`` holds ``tajdidnazar_hokm``."""
    return stem.replace("-", "_")


def build_readings(files: tuple[ContentFile, ...], law_names: Mapping[str, str]) -> Mapping[str, PeriodReading]:
    return {
        spec["id"]: PeriodReading(
            id=spec["id"],
            title=spec["title"],
            text=spec["text"],
            effect=Effect(spec["effect"]),
            grade=spec["grade"],
            basis=tuple(build_basis(each, law_names) for each in spec["basis"]),
        )
        for file in files
        for spec in file.value
    }


def build_period(file: ContentFile, readings: Mapping[str, PeriodReading], law_names: Mapping[str, str]) -> Period:
    spec = file.value
    lengths = tuple(_length(each, law_names) for each in spec["lengths"])
    return Period(
        id=period_id(file.stem),
        title=spec["title"],
        group=spec["group"],
        starts=spec["starts"],
        start_label=spec["start_label"],
        start_kind=spec["start_kind"],
        counting=Counting(spec["counting"]),
        lengths=lengths,
        months_by_code=spec["months_by_code"],
        checked_on=to_gregorian(spec["checked_on"]),
        verified_until=to_gregorian(spec["verified_until"]),
        excuses=spec["excuses"],
        renewable=spec.get("renewable"),
        basis=tuple(build_basis(each, law_names) for each in spec["basis"]),
        forum=spec.get("forum", ""),
        if_missed=spec.get("if_missed", ""),
        readings=tuple(dict.fromkeys(_readings(spec, lengths, readings))),
        notes=tuple(spec.get("notes", ())),
        note=spec.get("note", ""),
        grade=spec["grade"],
        responsible=spec["responsible"],
        place=file.path,
    )


def _length(spec: Mapping[str, Any], law_names: Mapping[str, str]) -> PeriodLength:
    abroad = spec.get("abroad")
    return PeriodLength(
        in_force_from=to_gregorian(spec["from"]),
        value=spec["value"],
        unit=Unit(spec["unit"]),
        abroad_value=abroad["value"] if abroad else None,
        abroad_unit=Unit(abroad["unit"]) if abroad else None,
        grade=spec["grade"],
        source=source_in_words(spec["source"], law_names),
    )


def _readings(
    spec: Mapping[str, Any], lengths: tuple[PeriodLength, ...], readings: Mapping[str, PeriodReading]
) -> Iterator[PeriodReading]:
    yield from (readings[id] for id in spec.get("readings", ()) if id in readings)
    if not spec["months_by_code"]:
        units = {unit for each in lengths for unit in (each.unit, each.abroad_unit)}
        effects = {effect for unit in units if unit in _OF_UNITS for effect in _OF_UNITS[unit]}
        yield from (each for each in readings.values() if each.effect in effects)
