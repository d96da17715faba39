"""Forum and venue tables: every row compiles where it applies, cites the law and stands on known groups."""

from collections.abc import Iterator

from assistant.content.content import Content
from assistant.content.nearness import nearest
from assistant.content.registry import Remark, content_check
from assistant.content.room_map import Kind
from assistant.content.table_builder import row_faults
from assistant.domain.rule import AppliesTo


@content_check("table_row_condition", "شرط ردیفی از جدول پذیرفته نیست")
def table_row_condition(content: Content) -> Iterator[Remark]:
    for fault in content.once(row_faults):
        yield Remark(fault.place, f"«{fault.error.detail}» پذیرفته نیست ({fault.error.code})", fault.error.nearest)


@content_check("table_unknown_group", "جدول گروهی را نام می‌برد که نیست")
def table_unknown_group(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.DECISION_TABLE):
        for part in ("rows", "examples"):
            for index, entry in enumerate(file.value[part]):
                groups = tuple((entry if part == "examples" else entry["applies_to"])["groups"])
                unknown = [id for id in groups if id not in content.shared]
                for id in unknown:
                    yield Remark(
                        file.place(part, index), f"«{id}» در templates/_shared نیست", nearest(id, content.shared)
                    )
                if not unknown and content.form_of_groups(AppliesTo(groups=groups)) is None:
                    yield Remark(file.place(part, index), f"گروه‌های {'، '.join(groups)} فرمی نمی‌سازند")


@content_check("table_row_incomplete", "ردیف جدول مرجع یا مستند ندارد")
def table_row_incomplete(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.DECISION_TABLE):
        for index, row in enumerate(file.value["rows"]):
            if ("courts" in row) == ("fits" in row):
                yield Remark(file.place("rows", index), "یکی از courts یا places با fits لازم است")
            elif not row["basis"]:
                yield Remark(file.place("rows", index), "ردیف باید مستند داشته باشد")


@content_check("table_unknown_law", "مستند جدول در فهرست قوانین نیست")
def table_unknown_law(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.DECISION_TABLE):
        for index, row in enumerate(file.value["rows"]):
            for each in row["basis"]:
                law = each.get("law")
                if law is not None and content.law_names and law not in content.law_names:
                    message = f"قانون «{law}» در rules/laws.yaml نیست"
                    yield Remark(file.place("rows", index, "basis"), message, nearest(law, content.law_names))


@content_check("table_row_duplicate", "شناسهٔ ردیف جدول تکراری است")
def table_row_duplicate(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.DECISION_TABLE):
        seen: set[str] = set()
        for index, row in enumerate(file.value["rows"]):
            if row["id"] in seen:
                yield Remark(file.place("rows", index, "id"), f"ردیف «{row['id']}» دو بار آمده است")
            seen.add(row["id"])
