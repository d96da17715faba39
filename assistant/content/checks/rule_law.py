"""What a rule says of the law: basis, outcome, certainty, review, force and proof by examples."""

from collections.abc import Iterator

from assistant.content.content import Content
from assistant.content.nearness import nearest
from assistant.content.registry import Remark, content_check
from assistant.content.report import Severity
from assistant.content.room_map import Kind
from assistant.domain.rule import Expected

_HEAVY_LEVELS = ("L1", "L2")


@content_check("rule_unknown_law", "مستند قاعده در فهرست قوانین نیست")
def rule_unknown_law(content: Content) -> Iterator[Remark]:
    if not content.of(Kind.LAWS):
        return
    for file in content.of(Kind.RULE):
        for index, basis in enumerate(file.value.get("basis", ())):
            law = basis.get("law")
            if law is not None and law not in content.law_names:
                place = file.place("basis", index, "law")
                yield Remark(place, f"قانون «{law}» در rules/laws.yaml نیست", nearest(law, content.law_names))


@content_check("rule_unknown_outcome", "پیامد قاعده در فهرست پیامدها نیست")
def rule_unknown_outcome(content: Content) -> Iterator[Remark]:
    if not content.of(Kind.OUTCOMES):
        return
    known = {outcome["id"] for file in content.of(Kind.OUTCOMES) for outcome in file.value}
    for file in content.of(Kind.RULE):
        for index, id in enumerate(file.value["outcome"]):
            if id not in known:
                place = file.place("outcome", index)
                yield Remark(place, f"پیامد «{id}» در rules/outcomes.yaml نیست", nearest(id, known))


@content_check("rule_without_basis", "قاعده بی‌مستند")
def rule_without_basis(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.RULE):
        cited = [basis for basis in file.value.get("basis", ()) if basis.get("law") or basis.get("unified_precedent")]
        if not cited:
            yield Remark(file.place("basis"), "قاعده باید دست‌کم یک مستند (basis) داشته باشد")


@content_check("basis_without_article", "مستند بی‌شمارهٔ ماده", Severity.WARNING)
def basis_without_article(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.RULE):
        for index, basis in enumerate(file.value.get("basis", ())):
            if "law" in basis and "article" not in basis:
                yield Remark(file.place("basis", index), f"شمارهٔ ماده برای «{basis['law']}» نیامده است")


@content_check("precedent_without_number", "قطعیت وحدت رویه بی‌شمارهٔ رأی")
def precedent_without_number(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.RULE):
        if file.value["certainty"] == "unified_precedent" and not any(
            "unified_precedent" in basis for basis in file.value.get("basis", ())
        ):
            yield Remark(file.place("certainty"), "برای certainty: unified_precedent شمارهٔ رأی در basis لازم است")


@content_check("disputed_rule_level", "قاعدهٔ اختلافی بالاتر از L4")
def disputed_rule_level(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.RULE):
        if file.value["certainty"] == "disputed" and file.value["level"] != "L4":
            yield Remark(file.place("level"), "قاعده‌ای که رویه در آن مختلف است تنها در سطح L4 می‌آید")


@content_check("disputed_grade_level", "سطح بالا با منبع مورد اختلاف")
def disputed_grade_level(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.RULE):
        spec = file.value
        if (
            spec["verified"]["grade"] == "disputed"
            and spec["certainty"] != "disputed"
            and spec["level"] in _HEAVY_LEVELS
        ):
            yield Remark(file.place("level"), f"با grade: disputed سطح {spec['level']} پذیرفته نیست")


@content_check("review_without_date", "بازبینی بی‌نام یا بی‌تاریخ")
def review_without_date(content: Content) -> Iterator[Remark]:
    for kind in (Kind.RULE, Kind.TEMPLATE, Kind.SHARED):
        for file in content.of(kind):
            verified = file.value.get("verified", {})
            by, on = verified.get("reviewed_by"), verified.get("reviewed_on")
            if by and not on:
                yield Remark(file.place("verified"), "reviewed_by بدون reviewed_on آمده است")
            elif on and not by:
                yield Remark(file.place("verified"), "reviewed_on بدون reviewed_by آمده است")


@content_check("in_force_contradiction", "آغاز و پایان اعتبار با هم نمی‌خوانند")
def in_force_contradiction(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.RULE):
        start, until = file.value["in_force"]["from"], file.value["in_force"].get("until")
        if isinstance(start, str) and until is not None and until < start:
            yield Remark(file.place("in_force"), f"پایان ({until}) پیش از آغاز ({start}) است")


@content_check("in_force_parameter", "آغاز اعتبار به پارامتری وابسته است که تاریخ نیست")
def in_force_parameter(content: Content) -> Iterator[Remark]:
    dates = {file.stem for file in content.of(Kind.PARAMETER) if file.value["unit"] == "date"}
    for file in content.of(Kind.RULE):
        start = file.value["in_force"]["from"]
        if not isinstance(start, dict) or content.is_broken(f"rules/parameters/{start['parameter']}.yaml"):
            continue
        if start["parameter"] not in dates:
            message = f"پارامترِ تاریخیِ «{start['parameter']}» در rules/parameters نیست"
            yield Remark(file.place("in_force"), message, nearest(start["parameter"], dates))


@content_check("rule_examples_missing", "قاعده نمونهٔ هر سه حالت را ندارد")
def rule_examples_missing(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.RULE):
        shown = {example["expect"] for example in file.value.get("examples", ())}
        missing = [kind.value for kind in Expected if kind.value not in shown]
        if missing:
            yield Remark(file.place("examples"), f"نمونه‌ای برای {'، '.join(missing)} نیست")


@content_check("example_name_duplicate", "نام نمونه تکراری است")
def example_name_duplicate(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.RULE):
        seen: set[str] = set()
        for index, example in enumerate(file.value.get("examples", ())):
            if example["name"] in seen:
                yield Remark(file.place("examples", index, "name"), f"نام «{example['name']}» دو بار آمده است")
            seen.add(example["name"])
