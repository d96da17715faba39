"""The fields of forms and shared parts, as written."""

import re
from collections.abc import Iterator

from assistant.content.content import Content
from assistant.content.nearness import nearest
from assistant.content.raw_forms import CONTAINERS, RawField, shared_id, walk
from assistant.content.registry import Remark, content_check, once_a_place
from assistant.content.report import Severity
from assistant.content.reserved_names import is_reserved
from assistant.domain.value_types import VALUE_TYPES

_KEY = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_CHOICES = ("choice", "choices")
_LIMITS = {
    "minimum": ("integer", "decimal", "rial_amount"),
    "maximum": ("integer", "decimal", "rial_amount"),
    "max_length": ("text", "long_text"),
    "unit": ("integer", "decimal"),
    "options": _CHOICES,
    "computed_by": ("rial_amount",),
    "item": ("list",),
    "item_label": ("list",),
    "summary": ("list",),
    "min": ("list",),
    "max": ("list",),
    "group": ("group",),
    "fields": CONTAINERS,
    "narrow": CONTAINERS,
}


@content_check("unknown_value_type", "نوع پرسش شناخته نیست")
def unknown_value_type(content: Content) -> Iterator[Remark]:
    known = (*VALUE_TYPES, *CONTAINERS)
    for field in content.field_specs():
        name = field.value["type"]
        if name not in known:
            yield Remark(field.place("type"), f"نوع «{name}» شناخته نیست", nearest(name, known))


@content_check("field_key_form", "کلید پرسش به صورت پذیرفته نیست")
def field_key_form(content: Content) -> Iterator[Remark]:
    for field in content.field_specs():
        key = field.value["key"]
        if not _KEY.fullmatch(key):
            message = f"کلید «{key}» باید با حروف کوچک لاتین و زیرخط نوشته شود، مانند claim_amount"
            yield Remark(field.place("key"), message)


@content_check("field_key_reserved", "کلید پرسش نام دیگری است")
def field_key_reserved(content: Content) -> Iterator[Remark]:
    for field in content.field_specs():
        if is_reserved(field.value["key"]):
            yield Remark(field.place("key"), f"نام «{field.value['key']}» در شرط‌ها یا چاپ معنای دیگری دارد")


@content_check("field_key_duplicate", "کلید پرسش تکراری است")
@once_a_place
def field_key_duplicate(content: Content) -> Iterator[Remark]:
    """Within an item, a group, or all steps of a form: the answers stand side by side there."""
    for steps in content.raw_forms.values():
        top = tuple(field for step in steps for field in step.fields)
        for siblings in (top, *(field.children for _, field in walk(top) if field.children)):
            yield from _repeated(siblings)


def _repeated(siblings: tuple[RawField, ...]) -> Iterator[Remark]:
    first: dict[str, RawField] = {}
    for field in siblings:
        known = first.setdefault(field.key, field)
        if known is not field:
            where = known.origin.place("key")
            yield Remark(field.origin.place("key"), f"کلید «{field.key}» پیش‌تر در {where.file}:{where.line} آمده است")


@content_check("value_name_clash", "کلید پرسش با نام مقدار یک گزینه یکی است")
@once_a_place
def value_name_clash(content: Content) -> Iterator[Remark]:
    """Skeletons read a choice's option as ``<key>_value``."""
    for steps in content.raw_forms.values():
        top = tuple(field for step in steps for field in step.fields)
        for siblings in (top, *(field.children for _, field in walk(top) if field.children)):
            names = {f"{field.key}_value" for field in siblings if field.spec["type"] == "choice"}
            for field in siblings:
                if field.key in names:
                    message = f"«{field.key}» در متن‌ها نام مقدارِ گزینهٔ پرسش دیگری است"
                    yield Remark(field.origin.place("key"), message)


@content_check("step_id_duplicate", "شناسهٔ گام تکراری است")
def step_id_duplicate(content: Content) -> Iterator[Remark]:
    for steps in content.raw_forms.values():
        seen: set[str] = set()
        for step in steps:
            if step.id in seen:
                yield Remark(step.origin.place(), f"گام «{step.id}» دو بار در فرم آمده است")
            seen.add(step.id)


@content_check("list_without_fields", "فهرست یا گروه بی‌پرسش")
def list_without_fields(content: Content) -> Iterator[Remark]:
    for field in content.field_specs():
        spec = field.value
        if spec["type"] in CONTAINERS and ("fields" in spec) == (shared_id(spec) is not None):
            key = "item" if spec["type"] == "list" else "group"
            yield Remark(field.place("key"), f"برای «{spec['key']}» یکی از «{key}» یا «fields» لازم است، نه هر دو")


@content_check("item_label_missing", "نام یک مورد از فهرست نیامده است")
def item_label_missing(content: Content) -> Iterator[Remark]:
    for field in content.field_specs():
        if field.value["type"] == "list" and "item_label" not in field.value:
            yield Remark(field.place("key"), f"برای فهرست «{field.value['key']}» کلید item_label لازم است")


@content_check("summary_unknown_key", "چکیدهٔ فهرست از پرسشی است که در آن نیست")
def summary_unknown_key(content: Content) -> Iterator[Remark]:
    """Held against the items before any narrowing: a form may take away what a summary names."""
    for field in content.field_specs():
        id = shared_id(field.value) if field.value["type"] == "list" else None
        file = content.shared.get(id or "")
        shared = file.value["fields"] if file is not None else ()
        keys = [each["key"] for each in (*shared, *field.value.get("fields", ()))]
        for index, key in enumerate(field.value.get("summary", ())):
            if keys and key not in keys:
                place = field.place("summary", index)
                yield Remark(place, f"«{key}» از پرسش‌های فهرست نیست", nearest(key, keys))


@content_check("choice_without_options", "پرسش گزینه‌ای بی‌گزینه")
def choice_without_options(content: Content) -> Iterator[Remark]:
    for field in content.field_specs():
        if field.value["type"] in _CHOICES and "options" not in field.value:
            yield Remark(field.place("key"), f"گزینه‌های «{field.value['key']}» نیامده است (options)")


@content_check("option_duplicated", "گزینهٔ تکراری")
def option_duplicated(content: Content) -> Iterator[Remark]:
    for field in content.field_specs():
        seen: set[str] = set()
        for index, option in enumerate(field.value.get("options", ())):
            for name in ("value", "label"):
                if f"{name}:{option[name]}" in seen:
                    yield Remark(field.place("options", index, name), f"گزینهٔ «{option[name]}» دو بار آمده است")
                seen.add(f"{name}:{option[name]}")


@content_check("option_value_form", "مقدار گزینه به صورت پذیرفته نیست")
def option_value_form(content: Content) -> Iterator[Remark]:
    for field in content.field_specs():
        for index, option in enumerate(field.value.get("options", ())):
            if not _KEY.fullmatch(option["value"]):
                message = f"مقدار «{option['value']}» باید با حروف کوچک لاتین و زیرخط باشد؛ فارسی آن در label است"
                yield Remark(field.place("options", index, "value"), message)


@content_check("limit_without_meaning", "کلیدی که برای این نوع پرسش معنا ندارد")
def limit_without_meaning(content: Content) -> Iterator[Remark]:
    for field in content.field_specs():
        for key, types in _LIMITS.items():
            if key in field.value and field.value["type"] not in types:
                yield Remark(field.place(key), f"«{key}» برای نوع «{field.value['type']}» معنا ندارد")


@content_check("bounds_contradict", "کمینه از بیشینه بزرگ‌تر است")
def bounds_contradict(content: Content) -> Iterator[Remark]:
    for field in content.field_specs():
        for low, high in (("min", "max"), ("minimum", "maximum")):
            spec = field.value
            if low in spec and high in spec and spec[low] > spec[high]:
                yield Remark(field.place(low), f"{low} ({spec[low]}) از {high} ({spec[high]}) بزرگ‌تر است")


@content_check("help_missing", "پرسش گزینه‌ای بی‌راهنما", Severity.WARNING)
def help_missing(content: Content) -> Iterator[Remark]:
    """Choosing asks for an explanation more than naming does."""
    for field in content.field_specs():
        if field.value["type"] in _CHOICES and "help" not in field.value and field.value.get("unknown"):
            yield Remark(field.place("key"), f"پرسش «{field.value['label']}» راهنما (help) ندارد")
