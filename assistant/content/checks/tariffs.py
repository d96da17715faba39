"""Tariffs: bands that join, rates that are shares, dates in order, names that exist."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from assistant.content.content import Content
from assistant.content.content_file import ContentFile, Origin
from assistant.content.nearness import nearest
from assistant.content.registry import Remark, content_check
from assistant.content.room_map import Kind
from assistant.domain.money import group_thousands
from assistant.domain.plain_numbers import decimal_value, is_decimal


@content_check("tariff_bands_broken", "پله‌های تعرفه به هم نمی‌پیوندند")
def tariff_bands_broken(content: Content) -> Iterator[Remark]:
    for value in _rate_values(content):
        bands = value.value.get("bands", [])
        if bands and bands[0]["above"] != 0:
            yield Remark(value.place("bands", 0, "above"), "پلهٔ نخست از صفر آغاز نمی‌شود")
        for index, (lower, upper) in enumerate(pairwise(bands), start=1):
            if lower.get("up_to") != upper["above"]:
                yield Remark(value.place("bands", index, "above"), _seam(lower.get("up_to"), upper["above"]))
        for index, band in enumerate(bands):
            if "up_to" in band and band["up_to"] <= band["above"]:
                yield Remark(value.place("bands", index, "up_to"), "پایان پله پیش از آغاز آن است")
        if bands and "up_to" in bands[-1]:
            yield Remark(value.place("bands", len(bands) - 1, "up_to"), "پلهٔ آخر پایان ندارد")


def _seam(end: int | None, start: int) -> str:
    if end is None:
        return "پلهٔ پیشین پایان ندارد و پلهٔ دیگری پس از آن آمده است"
    kind = "شکاف" if start > end else "هم‌پوشانی"
    return f"میان {group_thousands(min(end, start))} و {group_thousands(max(end, start))} {kind} است"


@content_check("tariff_rate_range", "نرخ عددی میان صفر و یک نیست")
def tariff_rate_range(content: Content) -> Iterator[Remark]:
    for value in _rate_values(content):
        for index, band in enumerate(value.value.get("bands", ())):
            if not _is_share(band["rate"]):
                yield Remark(value.place("bands", index, "rate"), f"«{band['rate']}» نرخی مانند '0.025' نیست")
        factor = value.value.get("factor")
        if factor is not None and not _is_share(factor):
            yield Remark(value.place("factor"), f"«{factor}» ضریبی مانند '0.5' نیست")


def _is_share(text: str) -> bool:
    return is_decimal(text) and 0 < decimal_value(text) < 1


@content_check("tariff_bands_or_factor", "نرخ باید یا پله داشته باشد یا ضریب نرخی دیگر")
def tariff_bands_or_factor(content: Content) -> Iterator[Remark]:
    for value in _rate_values(content):
        if ("bands" in value.value) == ("factor" in value.value):
            yield Remark(value.place("from"), "یکی از bands و factor لازم است، نه هر دو")
    for file in content.of(Kind.COSTS):
        whole = {rate["id"] for rate in file.value["rates"] if all("bands" in each for each in rate["values"])}
        for value in _values_of_rates(file):
            other = value.value.get("of")
            if other in _ids(file.value["rates"]) and other not in whole:
                yield Remark(value.place("of"), f"نرخ «{other}» خود پله ندارد")


@content_check("tariff_unordered", "مقدارهای تعرفه به ترتیب تاریخ نیستند")
def tariff_unordered(content: Content) -> Iterator[Remark]:
    for owner in _priced(content):
        for index, (earlier, later) in enumerate(pairwise(owner.value["values"]), start=1):
            if earlier["from"] >= later["from"]:
                message = f"{later['from']} پس از {earlier['from']} آمده است؛ ترتیب از قدیم به جدید است"
                yield Remark(owner.place("values", index, "from"), message)


@content_check("tariff_year_dates", "تاریخ‌های سال تعرفه درست نیست")
def tariff_year_dates(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.OFFICE_TARIFF):
        years = file.value["years"]
        for index, year in enumerate(years):
            outside = any(not year[key].startswith(str(year["year"])) for key in ("from", "to"))
            if outside or year["to"] < year["from"]:
                yield Remark(file.place("years", index, "from"), f"تاریخ‌ها در سال {year['year']} نیست یا وارونه است")
            elif index and year["from"] <= years[index - 1]["to"]:
                yield Remark(file.place("years", index, "from"), "این بازه با بازهٔ پیشین هم‌پوشانی دارد")


@content_check("tariff_range_reversed", "کمترین مبلغ از بیشترین بیشتر است")
def tariff_range_reversed(content: Content) -> Iterator[Remark]:
    for owner in _priced(content):
        for index, value in enumerate(owner.value["values"]):
            amount = value.get("amount")
            if isinstance(amount, dict) and amount["min"] > amount["max"]:
                yield Remark(owner.place("values", index, "amount"), "min بیش از max است")


@content_check("tariff_unknown_law", "مستند تعرفه در فهرست قوانین نیست")
def tariff_unknown_law(content: Content) -> Iterator[Remark]:
    if not content.of(Kind.LAWS):
        return
    for file in (*content.of(Kind.COSTS), *content.of(Kind.OFFICE_TARIFF)):
        for pointer, law in _laws(file.value, ()):
            if law not in content.law_names:
                message = f"قانون «{law}» در rules/laws.yaml نیست"
                yield Remark(file.place(*pointer), message, nearest(law, content.law_names))


def _laws(node: Any, at: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(node, dict):
        if isinstance(node.get("law"), str):
            yield (*at, "law"), node["law"]
        for key, inner in node.items():
            yield from _laws(inner, (*at, key))
    elif isinstance(node, list):
        for index, inner in enumerate(node):
            yield from _laws(inner, (*at, index))


@content_check("tariff_unknown_name", "نام ناشناخته در تعرفه")
def tariff_unknown_name(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.COSTS):
        stages, rates = _ids(file.value["stages"]), _ids(file.value["rates"])
        for owner in _owners(file):
            for index, stage in enumerate(owner.value["stages"]):
                yield from _unknown(owner, ("stages", index), stage, stages)
        for value in _values_of_rates(file):
            if "of" in value.value:
                yield from _unknown(value, ("of",), value.value["of"], rates)
    for file in content.of(Kind.OFFICE_TARIFF):
        services = _ids(file.value["services"])
        for index, year in enumerate(file.value["years"]):
            for key in ("amounts", "included"):
                for row, entry in enumerate(year.get(key, ())):
                    origin = Origin(file, ("years", index, key, row))
                    yield from _unknown(origin, ("service",), entry["service"], services)


def _unknown(origin: Origin, pointer: tuple[str | int, ...], name: str, known: Sequence[str]) -> Iterator[Remark]:
    if name not in known:
        yield Remark(origin.place(*pointer), f"«{name}» در این پرونده تعریف نشده است", nearest(name, known))


@content_check("tariff_named_twice", "دو ردیف تعرفه برای یک چیز")
def tariff_named_twice(content: Content) -> Iterator[Remark]:
    for file in (*content.of(Kind.COSTS), *content.of(Kind.OFFICE_TARIFF)):
        for key in ("stages", "rates", "items", "services"):
            entries = file.value.get(key, [])
            for index, entry in enumerate(entries):
                if entry["id"] in _ids(entries[:index]):
                    yield Remark(file.place(key, index, "id"), f"شناسهٔ «{entry['id']}» پیش‌تر آمده است")
    for file in content.of(Kind.COSTS):
        taken: set[tuple[str, str]] = set()
        for owner in _owners(file):
            for index, stage in enumerate(owner.value["stages"]):
                mark = (owner.value.get("charged", "rate"), stage)
                if mark in taken:
                    yield Remark(owner.place("stages", index), f"برای «{stage}» پیش‌تر ردیفی آمده است")
                taken.add(mark)


def _owners(file: ContentFile) -> Iterator[Origin]:
    for key in ("rates", "items"):
        for index in range(len(file.value[key])):
            yield Origin(file, (key, index))


def _priced(content: Content) -> Iterator[Origin]:
    for file in content.of(Kind.COSTS):
        yield from _owners(file)


def _rate_values(content: Content) -> Iterator[Origin]:
    for file in content.of(Kind.COSTS):
        yield from _values_of_rates(file)


def _values_of_rates(file: ContentFile) -> Iterator[Origin]:
    for index, rate in enumerate(file.value["rates"]):
        for number in range(len(rate["values"])):
            yield Origin(file, ("rates", index, "values", number))


def _ids(entries: Sequence[Mapping[str, Any]]) -> list[str]:
    return [each["id"] for each in entries]
