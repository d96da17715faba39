"""Parameter files as typed dated values."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from assistant.content.citations import source_in_words
from assistant.content.content_file import ContentFile
from assistant.domain.jalali import to_gregorian
from assistant.domain.parameter import Parameter, ParameterValue


def parameter_of_unit(file: ContentFile) -> Parameter:
    """Enough of a parameter to give ``parameter('…')`` its type in conditions, whatever its values are."""
    spec = file.value
    return Parameter(file.stem, spec["title"], spec["unit"], (), date.max, date.min)


def build_parameter(file: ContentFile, law_names: Mapping[str, str]) -> Parameter:
    spec = file.value
    return Parameter(
        id=file.stem,
        title=spec["title"],
        unit=spec["unit"],
        values=tuple(_value(each, spec["unit"], law_names) for each in spec["values"]),
        verified_until=to_gregorian(spec["verified_until"]),
        checked_on=to_gregorian(spec["checked_on"]),
        note=spec.get("note", ""),
    )


def _value(spec: Mapping[str, Any], unit: str, law_names: Mapping[str, str]) -> ParameterValue:
    value: int | str | date | None = spec["value"]
    if unit == "date" and isinstance(value, str):
        value = to_gregorian(value)
    source = source_in_words(spec["source"], law_names)
    return ParameterValue(to_gregorian(spec["from"]), value, source, spec["grade"])
