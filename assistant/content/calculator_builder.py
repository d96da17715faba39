"""The words of the calculators as typed values."""

from collections.abc import Mapping
from typing import Any

from assistant.content.citations import build_basis
from assistant.content.content import Content
from assistant.content.content_file import ContentFile
from assistant.content.index_builder import version_of
from assistant.content.room_map import Kind
from assistant.domain.calculator import Calculator, InputWords, Reading
from assistant.domain.form import Option
from assistant.domain.jalali import to_gregorian


def build_calculators(content: Content) -> Mapping[str, Calculator]:
    return {file.stem: build_calculator(content, file) for file in content.of(Kind.CALCULATOR)}


def build_calculator(content: Content, file: ContentFile) -> Calculator:
    spec, laws = file.value, content.law_names
    return Calculator(
        id=file.stem,
        title=spec["title"],
        tab=spec["tab"],
        formula=spec["formula"],
        result=spec["result"],
        inputs={each["id"]: _input(each) for each in spec["inputs"]},
        readings={each["id"]: _reading(each, laws) for each in spec.get("readings", ())},
        steps=dict(spec["steps"]),
        texts=dict(spec.get("texts", {})),
        basis=tuple(build_basis(each, laws) for each in spec["basis"]),
        notes=tuple(spec["notes"]),
        grade=spec["grade"],
        checked_on=to_gregorian(spec["checked_on"]),
        verified_until=to_gregorian(spec["verified_until"]),
        responsible=spec.get("responsible"),
        version=version_of(content, file),
    )


def _input(spec: Mapping[str, Any]) -> InputWords:
    options = tuple(Option(each["value"], each["label"]) for each in spec.get("options", ()))
    return InputWords(spec["id"], spec["label"], spec.get("help", ""), options)


def _reading(spec: Mapping[str, Any], laws: Mapping[str, str]) -> Reading:
    basis = tuple(build_basis(each, laws) for each in spec.get("basis", ()))
    return Reading(spec["id"], spec["title"], spec["text"], spec["grade"], basis)
