"""Periods and the readings argued for them."""

from collections.abc import Iterator
from typing import Any

from assistant.content.checks.calendar import unordered
from assistant.content.content import Content
from assistant.content.content_file import ContentFile
from assistant.content.located import Pointer
from assistant.content.nearness import nearest
from assistant.content.period_builder import period_id
from assistant.content.registry import Remark, content_check
from assistant.content.room_map import Kind
from assistant.domain.period import Counting, Effect

_WITHOUT_LENGTH = (Counting.INSTANT, Counting.IMMEDIATE, Counting.NONE)
_EFFECTS_OF_UNIT = {
    "month": (Effect.CALENDAR_MONTHS, Effect.THIRTY_DAY_MONTHS),
    "year": (Effect.YEARS_OF_360_DAYS,),
}


@content_check("period_name_differs", "نام پروندهٔ مهلت با شناسه یکی نیست")
def period_name_differs(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.PERIOD):
        if "_" in file.stem or file.value["id"] != period_id(file.stem):
            name = file.value["id"].replace("_", "-")
            yield Remark(file.place("id"), f"شناسهٔ «{file.value['id']}» در پروندهٔ {name}.yaml می‌آید")


@content_check("period_lengths_unordered", "مدت‌های یک مهلت به ترتیب تاریخ نیست یا بر هم می‌افتد")
def period_lengths_unordered(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.PERIOD):
        yield from unordered(file, "lengths")


@content_check("period_length_superfluous", "مهلتِ بی‌مدت مدت دارد")
def period_length_superfluous(content: Content) -> Iterator[Remark]:
    """An empty list is right also where the court sets the length."""
    for file in content.of(Kind.PERIOD):
        counting = Counting(file.value["counting"])
        if counting in _WITHOUT_LENGTH and file.value["lengths"]:
            yield Remark(file.place("lengths"), f"مهلتی که «{counting}» است مدت ندارد")


@content_check("period_start_kind", "شیوهٔ شمارش با آغاز مهلت نمی‌خواند")
def period_start_kind(content: Content) -> Iterator[Remark]:
    """Art. 445 speaks of service and announcement only."""
    for file in content.of(Kind.PERIOD):
        if file.value["counting"] == Counting.PURE and file.value["start_kind"] not in ("service", "announcement"):
            yield Remark(file.place("counting"), "شمارش pure تنها برای مهلتی است که با ابلاغ یا اعلام آغاز می‌شود")


@content_check("period_unknown_reading", "برداشت ناشناخته")
def period_unknown_reading(content: Content) -> Iterator[Remark]:
    if content.is_broken("rules/period-readings.yaml"):
        return
    for file in content.of(Kind.PERIOD):
        for index, id in enumerate(file.value.get("readings", ())):
            if id not in content.period_readings:
                message = f"برداشت «{id}» در rules/period-readings.yaml نیست"
                yield Remark(file.place("readings", index), message, nearest(id, content.period_readings))


@content_check("period_reading_missing", "برداشتی که باید کنار شمارش بیاید نوشته نشده است")
def period_reading_missing(content: Content) -> Iterator[Remark]:
    """Where art. 443 does not plainly govern, the other count of months or years is shown and needs its words."""
    if content.is_broken("rules/period-readings.yaml"):
        return
    written = {each.effect for each in content.period_readings.values()}
    for file in content.of(Kind.PERIOD):
        for effect in () if file.value["months_by_code"] else _effects(file):
            if effect not in written:
                yield Remark(file.place("lengths"), f"برداشتی با اثر «{effect}» در rules/period-readings.yaml نیست")


def _effects(file: ContentFile) -> tuple[Effect, ...]:
    spans = [span for each in file.value["lengths"] for span in (each, each.get("abroad")) if span]
    return tuple(dict.fromkeys(effect for span in spans for effect in _EFFECTS_OF_UNIT.get(span["unit"], ())))


@content_check("dated_unknown_law", "قانون ناشناخته در تقویم یا مهلت")
def dated_unknown_law(content: Content) -> Iterator[Remark]:
    if not content.of(Kind.LAWS):
        return
    for kind in (Kind.HOLIDAYS, Kind.WEEK, Kind.PERIOD, Kind.READINGS, Kind.SERVICE_MODES):
        for file in content.of(kind):
            for pointer, law in _laws(file.value):
                if law not in content.law_names:
                    message = f"قانون «{law}» در rules/laws.yaml نیست"
                    yield Remark(file.place(*pointer), message, nearest(law, content.law_names))


def _laws(node: Any, pointer: Pointer = ()) -> Iterator[tuple[Pointer, str]]:
    """Every citation, wherever it stands."""
    if isinstance(node, list):
        for index, each in enumerate(node):
            yield from _laws(each, (*pointer, index))
    elif isinstance(node, dict):
        for key, each in node.items():
            if key == "law":
                yield (*pointer, key), each
            else:
                yield from _laws(each, (*pointer, key))
