"""Tables of announced figures: no hole inside a range, no figure that contradicts another table without saying so."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any

from assistant.checks.calculators.arithmetic import half_up
from assistant.checks.calculators.diyeh import INCREASE
from assistant.content.content import Content
from assistant.content.content_file import ContentFile
from assistant.content.index_builder import NUMBER, month_of, numbers_of
from assistant.content.nearness import nearest
from assistant.content.registry import Remark, content_check
from assistant.content.room_map import Kind

MONTHS_OF_A_YEAR = 12
_SPANS = ("marks", "rounding")


@content_check("index_numbers", "ارقام یک سال کم، زیاد یا خوانده‌نشدنی است")
def index_numbers(content: Content) -> Iterator[Remark]:
    """One figure for a year; twelve for the months of a year, fewer only in the last one."""
    for file in content.of(Kind.INDEX):
        rows = file.value["rows"]
        for position, row in enumerate(rows):
            place, numbers = file.place("rows", position), numbers_of(row)
            wanted = MONTHS_OF_A_YEAR if file.value["period"] == "month" else 1
            is_open = wanted > 1 and position == len(rows) - 1 and 0 < len(numbers) < wanted
            if len(numbers) != wanted and not is_open:
                yield Remark(place, f"سال {row['year']} {len(numbers)} رقم دارد، نه {wanted}")
            for number in numbers:
                if not NUMBER.fullmatch(number) or not Fraction(number):
                    yield Remark(place, f"«{number}» رقم شاخص نیست؛ نمونه: 421.7")


@content_check("index_years", "سال‌های جدول به ترتیب نیست یا سالی در میان نیامده است")
def index_years(content: Content) -> Iterator[Remark]:
    """A year without a figure is written under ``gaps``."""
    for file in content.of(Kind.INDEX):
        known = set(file.value.get("gaps", ()))
        for position, (earlier, later) in enumerate(pairwise(row["year"] for row in file.value["rows"]), start=1):
            missing = set(range(earlier + 1, later)) - known
            if later <= earlier or missing:
                told = f"پس از {earlier} آمده است" if later <= earlier else f"پیش از آن سال {min(missing)} نیامده است"
                yield Remark(file.place("rows", position), f"سال {later} {told}")


@content_check("index_span", "بازه‌ای بیرون از سال‌های جدول")
def index_span(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.INDEX):
        years = [row["year"] for row in file.value["rows"]]
        for key in _SPANS:
            for index, each in enumerate(file.value.get(key, ())):
                first, last = month_of(each["from"]), month_of(each["to"], is_last=True)
                if first > last or first.year < min(years) or last.year > max(years):
                    told = f"«{each['from']} تا {each['to']}» در سال‌های جدول نیست"
                    yield Remark(file.place(key, index), told)
        for index, each in enumerate(file.value.get("alternatives", ())):
            if each["year"] not in years:
                yield Remark(file.place("alternatives", index), f"سال {each['year']} در جدول نیست")


@content_check("index_falls", "شاخص سال از سال پیش کمتر است")
def index_falls(content: Content) -> Iterator[Remark]:
    """Made-up and broken tables are known by it: after 1370 no year falls."""
    for file in content.of(Kind.INDEX):
        floor = file.value.get("never_falls_after")
        means = _means(file)
        for position, (earlier, later) in enumerate(pairwise(file.value["rows"]), start=1):
            before, after = means.get(earlier["year"]), means.get(later["year"])
            if floor is not None and later["year"] > floor and before and after and after < before:
                yield Remark(file.place("rows", position), f"سال {later['year']} از سال {earlier['year']} کمتر است")


@content_check("index_table_unknown", "جدولی که با آن سنجیده می‌شود نیست")
def index_table_unknown(content: Content) -> Iterator[Remark]:
    known = [file.stem for file in content.of(Kind.INDEX)]
    for file in content.of(Kind.INDEX):
        name = file.value.get("agreement", {}).get("with")
        if name is not None and name not in known and not content.is_broken(f"rules/indices/{name}.yaml"):
            yield Remark(file.place("agreement", "with"), f"جدول «{name}» نیست", nearest(name, known))


@content_check("index_mean_differs", "میانگین ماه‌ها با شاخص سالانه نمی‌خواند")
def index_mean_differs(content: Content) -> Iterator[Remark]:
    """A difference beyond the usual is written under ``except``, with how large it is."""
    by_name = {file.stem: file for file in content.of(Kind.INDEX)}
    for file in by_name.values():
        agreement = file.value.get("agreement")
        other = by_name.get(agreement["with"]) if agreement else None
        if agreement and other is not None:
            yield from _differences(file, agreement, _means(other))


def _differences(file: ContentFile, agreement: Mapping[str, Any], yearly: Mapping[int, Fraction]) -> Iterator[Remark]:
    means = _means(file)
    for position, row in enumerate(file.value["rows"]):
        mean, announced = means.get(row["year"]), yearly.get(row["year"])
        if mean is None or announced is None:
            continue
        percent = abs(mean / announced - 1) * 100
        if percent > Fraction(_limit(agreement, row["year"])):
            told = f"میانگین سال {row['year']} با شاخص سالانه {float(percent):.2f} درصد فرق دارد"
            yield Remark(file.place("rows", position), told)


def _limit(agreement: Mapping[str, Any], year: int) -> str:
    for each in agreement.get("except", ()):
        if month_of(each["from"]).year <= year <= month_of(each["to"]).year:
            return str(each["percent"])
    return str(agreement["percent"])


def _means(file: ContentFile) -> dict[int, Fraction]:
    """Of whole years."""
    wanted = MONTHS_OF_A_YEAR if file.value["period"] == "month" else 1
    found = {}
    for row in file.value["rows"]:
        numbers = [Fraction(each) for each in numbers_of(row) if NUMBER.fullmatch(each)]
        if len(numbers) == wanted:
            found[row["year"]] = sum(numbers, Fraction(0)) / wanted
    return found


@content_check("index_sacred_differs", "نرخ ماه حرام با افزایش یک‌سوم نمی‌خواند")
def index_sacred_differs(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.INDEX):
        for position, row in enumerate(file.value["rows"]):
            number = row["numbers"]
            if "sacred" in row and NUMBER.fullmatch(number):
                computed = half_up(Fraction(number) * INCREASE)
                if computed != int(Fraction(row["sacred"])):
                    yield Remark(file.place("rows", position), f"یک‌سوم بیش از {number} برابر {computed} است")


@content_check("sacred_months_order", "ماه‌های حرام به ترتیب نیست یا روی هم افتاده است")
def sacred_months_order(content: Content) -> Iterator[Remark]:
    """Stored dates order like their texts."""
    for file in content.of(Kind.SACRED_MONTHS):
        end = ""
        for index, each in enumerate(file.value["months"]):
            if each["from"] <= end or each["to"] < each["from"]:
                yield Remark(file.place("months", index), f"«{each['title']}» پس از {end or each['from']} آغاز نمی‌شود")
            end = each["to"]
