"""Templates: their sides, layout, reliefs and number of examples."""

from collections.abc import Iterator

from assistant.content.content import Content
from assistant.content.located import Place
from assistant.content.nearness import nearest
from assistant.content.registry import Remark, content_check
from assistant.content.report import Severity
from assistant.content.room_map import Kind
from assistant.content.template_folder import OWN_LAYOUT
from assistant.domain.condition import NumberType

_WANTED_EXAMPLES = 3


@content_check("role_first_missing", "سمت طرف نخست نیامده است")
def role_first_missing(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.TEMPLATE):
        if "role_first" not in file.value:
            yield Remark(file.place(), "کلید role_first نیامده است (مانند خواهان)")


@content_check("layout_missing", "قالب چاپ پیدا نیست")
def layout_missing(content: Content) -> Iterator[Remark]:
    known = [path.rpartition("/")[2] for path in content.sources.files if path.startswith("templates/_shared/docx/")]
    for folder in content.folders.values():
        if folder.template is None:
            continue
        layout = folder.template.value["layout"]
        if folder.layout_path(layout) not in content.sources.files:
            where = "پوشهٔ الگو" if layout == OWN_LAYOUT else "templates/_shared/docx"
            message = f"قالب «{layout}» در {where} نیست"
            yield Remark(folder.template.place("layout"), message, nearest(layout, known))


@content_check("own_layout_unused", "قالب چاپ پوشه به کار نرفته است")
def own_layout_unused(content: Content) -> Iterator[Remark]:
    """Otherwise an expert mends a file that nothing prints."""
    for folder in content.folders.values():
        path = f"templates/{folder.id}/{OWN_LAYOUT}"
        if folder.template is not None and path in content.sources.files:
            layout = folder.template.value["layout"]
            if layout != OWN_LAYOUT:
                yield Remark(Place(path, 1), f"الگو با قالب «{layout}» چاپ می‌شود، نه با این پرونده")


@content_check("relief_value_not_rial", "بهای خواسته مبلغ ریالی نیست")
def relief_value_not_rial(content: Content) -> Iterator[Remark]:
    for id, built in content.built_templates.items():
        file = content.folders[id].template
        for part in built.parts:
            if part.key == "value" and part.expression is not None and file is not None:
                found = part.expression.type
                if not isinstance(found, NumberType) or found.unit != "rial":
                    yield Remark(file.place("reliefs", part.index, "value"), "بهای خواسته باید مبلغ به ریال باشد")


@content_check("relief_value_contradicts", "بها و مالی بودن خواسته با هم نمی‌خوانند")
def relief_value_contradicts(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.TEMPLATE):
        for index, relief in enumerate(file.value.get("reliefs", ())):
            if relief["financial"] == "no" and "value" in relief:
                yield Remark(file.place("reliefs", index, "value"), "خواستهٔ غیرمالی (financial: no) بها ندارد")


@content_check("deadline_period_unknown", "مهلت الگو در میان مهلت‌ها نیست")
def deadline_period_unknown(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.TEMPLATE):
        for index, spec in enumerate(file.value.get("deadlines", ())):
            period = spec["period"]
            file_name = f"rules/periods/{period.replace('_', '-')}.yaml"
            if period not in content.periods and not content.is_broken(file_name):
                message = f"مهلت «{period}» در rules/periods نیست"
                yield Remark(file.place("deadlines", index, "period"), message, nearest(period, content.periods))


@content_check("few_examples", "پرونده‌های نمونهٔ الگو کم است", Severity.WARNING)
def few_examples(content: Content) -> Iterator[Remark]:
    for folder in content.folders.values():
        count = sum(path.startswith(f"templates/{folder.id}/examples/") for path in content.sources.files)
        if folder.template is not None and count < _WANTED_EXAMPLES:
            message = f"{count} پروندهٔ نمونه هست؛ پاک، دارای ایراد و بلند لازم است"
            yield Remark(folder.template.place("id"), message)
