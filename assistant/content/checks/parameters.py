"""Dated numbers of law."""

from collections.abc import Iterator
from itertools import pairwise

from assistant.checks.compiled_rule import CompiledRule
from assistant.checks.facts import FACTS
from assistant.content.compiled_rules import reaches
from assistant.content.content import Content
from assistant.content.content_file import ContentFile
from assistant.content.formats import is_jalali_date
from assistant.content.nearness import nearest
from assistant.content.registry import Remark, content_check
from assistant.content.report import Severity
from assistant.content.room_map import Kind
from assistant.domain.condition import ConditionError


@content_check("parameter_two_values_one_day", "دو مقدار برای یک روز")
def parameter_two_values_one_day(content: Content) -> Iterator[Remark]:
    for file, earlier, later, index in _neighbours(content):
        if earlier == later:
            yield Remark(file.place("values", index, "from"), f"برای {later} دو مقدار آمده است")


@content_check("parameter_unordered", "مقدارها به ترتیب تاریخ نیستند")
def parameter_unordered(content: Content) -> Iterator[Remark]:
    for file, earlier, later, index in _neighbours(content):
        if earlier > later:
            yield Remark(
                file.place("values", index, "from"), f"{later} پس از {earlier} آمده است؛ ترتیب از قدیم به جدید است"
            )


def _neighbours(content: Content) -> Iterator[tuple[ContentFile, str, str, int]]:
    """Stored dates order like their texts."""
    for file in content.of(Kind.PARAMETER):
        for index, (earlier, later) in enumerate(pairwise(file.value["values"]), start=1):
            yield file, earlier["from"], later["from"], index


@content_check("parameter_value_kind", "مقدار با یکای پارامتر نمی‌خواند")
def parameter_value_kind(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.PARAMETER):
        unit = file.value["unit"]
        for index, entry in enumerate(file.value["values"]):
            if not _fits(entry["value"], unit):
                yield Remark(file.place("values", index, "value"), f"«{entry['value']}» مقداری از نوع «{unit}» نیست")


def _fits(value: object, unit: str) -> bool:
    if value is None:
        return True
    if unit == "date":
        return isinstance(value, str) and is_jalali_date(value)
    return isinstance(value, str if unit == "text" else int)


@content_check("parameter_unknown_law", "منبع پارامتر در فهرست قوانین نیست")
def parameter_unknown_law(content: Content) -> Iterator[Remark]:
    if not content.of(Kind.LAWS):
        return
    for file in content.of(Kind.PARAMETER):
        for index, entry in enumerate(file.value["values"]):
            law = entry["source"].get("law") if isinstance(entry["source"], dict) else None
            if law is not None and law not in content.law_names:
                place = file.place("values", index, "source", "law")
                yield Remark(place, f"قانون «{law}» در rules/laws.yaml نیست", nearest(law, content.law_names))


@content_check("parameter_unused", "پارامتری که به کار نرفته است", Severity.WARNING)
def parameter_unused(content: Content) -> Iterator[Remark]:
    launches = {rule.in_force.from_parameter for rule in content.rules.values()} - {None}
    failed = any(isinstance(reach.result, ConditionError) for reach in reaches(content))
    if failed or not content.is_whole or not launches <= content.parameters.keys():
        return  # a name that is mistyped elsewhere may be meant
    used = set(_used(content))
    for file in content.of(Kind.PARAMETER):
        if file.stem not in used:
            yield Remark(file.place("id"), f"پارامتر «{file.stem}» در هیچ قاعده یا فرمی به کار نرفته است")


def _used(content: Content) -> Iterator[str]:
    for fact in FACTS.values():
        yield from fact.parameters
    for built in content.forms.values():
        for condition in built.conditions:
            if condition.expression is not None:
                yield from condition.expression.parameters
    for template in content.built_templates.values():
        for part in template.parts:
            yield from getattr(part.result, "parameters", ())
    for rule in content.rules.values():
        if rule.in_force.from_parameter is not None:
            yield rule.in_force.from_parameter
    for reach in reaches(content):
        if isinstance(reach.result, CompiledRule):
            yield from reach.result.parameters
