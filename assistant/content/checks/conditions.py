"""Conditions wherever they are written: in forms, in a template's reliefs, in rules and their messages."""

from collections.abc import Iterator
from datetime import date

from assistant.content.condition_sites import Fault, faults
from assistant.content.content import Content
from assistant.content.form_builder import BuiltForm, FormCondition
from assistant.content.registry import CheckFunction, Remark, content_check, once_a_place
from assistant.domain.condition import EvaluationContext, Expression

_CODES: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("condition_syntax", "نحو شرط نادرست است", ("syntax",), "شرط خوانده نمی‌شود؛ نزدیک به «{detail}»"),
    ("condition_unknown_name", "نام ناشناخته در شرط", ("unknown_name",), "نام «{detail}» شناخته نیست"),
    ("condition_type_clash", "نوع‌های ناسازگار در شرط", ("type_clash",), "نوع‌ها با هم نمی‌خوانند ({detail})"),
    ("condition_unknown_function", "تابع ناشناخته در شرط", ("unknown_function",), "تابع «{detail}» شناخته نیست"),
    ("condition_arguments", "ورودی تابع نادرست است", ("wrong_arguments",), "ورودی «{detail}» پذیرفته نیست"),
    ("condition_unknown_option", "گزینهٔ ناشناخته در شرط", ("unknown_option",), "«{detail}» از گزینه‌های این پرسش نیست"),
    (
        "condition_unknown_parameter",
        "پارامتر ناشناخته",
        ("unknown_parameter",),
        "پارامتر «{detail}» در rules/parameters نیست",
    ),
    ("condition_unknown_period", "مهلت ناشناخته", ("unknown_period",), "مهلت «{detail}» در rules/periods نیست"),
    (
        "condition_too_complex",
        "شرط از اندازه بیرون است",
        ("too_long", "too_deep", "too_many_nodes", "too_nested"),
        "شرط بیش از اندازه بلند یا تودرتو است ({detail})؛ به دو قاعده یا یک واقعیتِ نام‌دار شکسته شود",
    ),
    ("condition_name_taken", "نام متغیر پیش‌تر به کار رفته است", ("name_taken",), "نام «{detail}» معنای دیگری دارد"),
)


def _register(id: str, title: str, codes: tuple[str, ...], message: str) -> None:
    def check(content: Content) -> Iterator[Remark]:
        for fault in content.once(faults):
            if fault.error.code in codes:
                yield _remark(fault, message)

    function: CheckFunction = check
    content_check(id, title)(function)


def _remark(fault: Fault, message: str) -> Remark:
    told = message.format(detail=fault.error.detail or fault.error.code)
    where = f"{fault.about}: " if fault.about else ""
    return Remark(fault.place, where + told, fault.error.nearest)


for _row in _CODES:
    _register(*_row)


def _shown_conditions(built: BuiltForm) -> Iterator[FormCondition]:
    return (each for each in built.conditions if each.key == "shown_when" and each.expression is not None)


def _absolute(condition: FormCondition, path: str) -> str:
    """``this.kind`` in a condition of ``plaintiffs[].name`` is ``plaintiffs[].kind``."""
    if not path.startswith("this."):
        return path
    parent = condition.path.rpartition(".")[0]
    return f"{parent}.{path.removeprefix('this.')}"


def _controllers(built: BuiltForm) -> dict[str, set[str]]:
    """Field or step → the paths that decide whether it is shown."""
    reads: dict[str, set[str]] = {}
    for each in _shown_conditions(built):
        assert each.expression is not None
        name = f"step {each.path}" if each.is_of_step else each.path
        reads.setdefault(name, set()).update(_absolute(each, path) for path in each.expression.paths)
    return reads


@content_check("shown_when_cycle", "پرسش‌ها نمایان شدن یکدیگر را تعیین می‌کنند")
@once_a_place
def shown_when_cycle(content: Content) -> Iterator[Remark]:
    """Told once a cycle, at its first field."""
    for built in content.forms.values():
        reads = _controllers(built)
        told: set[str] = set()
        for each in _shown_conditions(built):
            around = _around(each, reads)
            if around and not told & around:
                told |= around
                yield Remark(each.origin.place(), f"نمایان شدن «{each.path}» به خود آن بازمی‌گردد")


def _around(condition: FormCondition, reads: dict[str, set[str]]) -> set[str]:
    """The fields of the cycle this one is part of; none when it is in no cycle."""
    if condition.is_of_step:
        return set()
    return {path for path in _reached(condition.path, reads) if condition.path in _reached(path, reads)}


def _reached(start: str, reads: dict[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = list(reads.get(start, ()))
    while waiting:
        path = waiting.pop().removesuffix("[]")
        if path not in reached:
            reached.add(path)
            waiting += reads.get(path, ())
    return reached


@content_check("shown_when_reads_later", "شرط نمایش پرسشی را می‌خواند که پس از آن می‌آید")
@once_a_place
def shown_when_reads_later(content: Content) -> Iterator[Remark]:
    """The form is walked once in its order; cycles are told by their own check."""
    for built in content.forms.values():
        order = {path: index for index, path in enumerate(_in_order(built))}
        reads = _controllers(built)
        for each in _shown_conditions(built):
            if each.expression is None or _around(each, reads):
                continue
            for path in sorted(_absolute(each, path) for path in each.expression.paths):
                if order.get(path.removesuffix("[]"), -1) >= each.position:
                    message = f"«{each.path}» به «{path}» وابسته است که پس از آن پرسیده می‌شود"
                    yield Remark(each.origin.place(), message)


def _in_order(built: BuiltForm) -> Iterator[str]:
    return (path for path, _ in built.form.fields() if not path.endswith("[]"))


@content_check("condition_constant", "شرطی که پاسخ‌ها در آن اثری ندارند")
@once_a_place
def condition_constant(content: Content) -> Iterator[Remark]:
    """Such a step or field is never shown, or always: then the condition is superfluous."""
    for built in content.forms.values():
        for each in built.conditions:
            value = each.expression and _constant(each.expression)
            if value is not None:
                verdict = "همیشه درست" if value else "هرگز درست"
                yield Remark(each.origin.place(), f"شرطِ «{each.path}» {verdict} است و به پاسخ‌ها بستگی ندارد")


def _constant(expression: Expression) -> bool | None:
    """The one value the condition can have; None when it depends on answers, the day or a parameter."""
    if expression.paths or expression.facts or expression.parameters:
        return None
    on_two_days = {expression.evaluate(EvaluationContext(document={}, today=day)) for day in (date.min, date.max)}
    value = on_two_days.pop()
    return value if not on_two_days and isinstance(value, bool) else None
