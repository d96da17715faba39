"""The tables of closed days: each day once, in its year, of a known place; no year left out."""

from collections.abc import Iterator
from itertools import pairwise

from assistant.content.content import Content
from assistant.content.content_file import ContentFile
from assistant.content.located import Place
from assistant.content.nearness import nearest
from assistant.content.registry import Remark, content_check
from assistant.content.room_map import Kind
from assistant.domain.office_calendar import NATIONAL
from assistant.domain.places import PROVINCES


@content_check("calendar_wrong_year", "روز یا نام پرونده با سال جدول تعطیلات نمی‌خواند")
def calendar_wrong_year(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.HOLIDAYS):
        year = file.value["year"]
        if file.stem != f"holidays-{year}":
            yield Remark(file.place("year"), f"سال {year} در پروندهٔ {file.stem}.yaml آمده است")
            continue
        for index, entry in enumerate(file.value["days"]):
            if not entry["date"].startswith(f"{year}-"):
                yield Remark(file.place("days", index, "date"), f"{entry['date']} روزی از سال {year} نیست")


@content_check("calendar_holiday_twice", "یک تعطیلی دو بار")
def calendar_holiday_twice(content: Content) -> Iterator[Remark]:
    """Two occasions may fall on one day; the same one may not."""
    for file in content.of(Kind.HOLIDAYS):
        first: dict[tuple[str, str, str], int] = {}
        for index, entry in enumerate(file.value["days"]):
            key = entry["date"], entry["title"], entry["scope"]
            place = file.place("days", index, "date")
            if key in first:
                yield Remark(place, f"«{entry['title']}» در {entry['date']} پیش‌تر در خط {first[key]} آمده است")
            first.setdefault(key, place.line)


@content_check("calendar_unknown_place", "استان ناشناخته در جدول تعطیلات")
def calendar_unknown_place(content: Content) -> Iterator[Remark]:
    known = (NATIONAL, *PROVINCES)
    for file in content.of(Kind.HOLIDAYS):
        for index, entry in enumerate(file.value["days"]):
            if entry["scope"] not in known:
                message = f"«{entry['scope']}» نه national است و نه شناسهٔ استان"
                yield Remark(file.place("days", index, "scope"), message, nearest(entry["scope"], known))


@content_check("calendar_other_date_same", "تاریخ دیگر همان تاریخ است")
def calendar_other_date_same(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.HOLIDAYS):
        for index, entry in enumerate(file.value["days"]):
            if entry.get("other_date") == entry["date"]:
                yield Remark(file.place("days", index, "other_date"), "other_date با date یکی است")


@content_check("calendar_year_missing", "سالی میان جدول‌های تعطیلات نیست")
def calendar_year_missing(content: Content) -> Iterator[Remark]:
    """The calendar answers for every year from the first table to the last."""
    files = {file.value["year"]: file for file in content.of(Kind.HOLIDAYS)}
    for earlier, later in pairwise(sorted(files)):
        for year in range(earlier + 1, later):
            if not content.is_broken(f"rules/calendar/holidays-{year}.yaml"):
                yield Remark(files[later].place("year"), f"جدول سال {year} در rules/calendar نیست")


@content_check("calendar_week_missing", "روزهای تعطیل هفته نوشته نشده است")
def calendar_week_missing(content: Content) -> Iterator[Remark]:
    path = "rules/calendar/weekly.yaml"
    if content.of(Kind.HOLIDAYS) and path not in content.sources.files:
        yield Remark(Place(path, 1), "جدول تعطیلات هست و پروندهٔ روزهای هفته نیست")


@content_check("calendar_week_unordered", "روزهای هفته به ترتیب تاریخ نیست")
def calendar_week_unordered(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.WEEK):
        yield from unordered(file, "values")


def unordered(file: ContentFile, key: str) -> Iterator[Remark]:
    """Dated values of which one does not begin after the one before; stored dates order like their texts."""
    for index, (earlier, later) in enumerate(pairwise(file.value[key]), start=1):
        if earlier["from"] >= later["from"]:
            message = f"{later['from']} پس از {earlier['from']} آمده است؛ ترتیب از قدیم به جدید و هر روز یک مقدار است"
            yield Remark(file.place(key, index, "from"), message)
