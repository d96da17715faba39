"""Calculators: every word the program may say is written, every table is there, and fields name what exists."""

from collections.abc import Iterable, Iterator

from assistant.checks.calculators.inputs import Kind as InputKind
from assistant.checks.calculators.registry import ENGINES, Engine
from assistant.checks.wording import NOTICE
from assistant.content.content import Content
from assistant.content.content_file import ContentFile
from assistant.content.located import Pointer
from assistant.content.nearness import nearest
from assistant.content.raw_forms import RawField
from assistant.content.registry import Remark, content_check, once_a_place
from assistant.content.room_map import Kind
from assistant.content.wording_builder import build_wording

TODAY = "today"
_DATES = (InputKind.MONTH, InputKind.YEAR, InputKind.DATE)
_TYPES = {
    InputKind.RIAL: "rial_amount",
    InputKind.FRACTION: "fraction",
    InputKind.COUNT: "integer",
    InputKind.YES_NO: "yes_no",
    InputKind.CHOICE: "choice",
    **dict.fromkeys(_DATES, "jalali_date"),
}


@content_check("calculator_unknown", "محاسبه‌ای که برنامه نمی‌شناسد")
def calculator_unknown(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.CALCULATOR):
        if file.stem not in ENGINES:
            yield Remark(file.place("id"), f"محاسبهٔ «{file.stem}» شناخته نیست", nearest(file.stem, ENGINES))


@content_check("calculator_word_missing", "واژه‌ای که محاسبه می‌گوید نوشته نشده است")
def calculator_word_missing(content: Content) -> Iterator[Remark]:
    for file, engine in _known(content):
        for key, wanted in _codes(engine):
            for code in wanted:
                if code not in _written(file, key):
                    yield Remark(file.place(key), f"«{code}» در {key} نیامده است")
        for each in file.value["inputs"]:
            asked = engine.input(each["id"])
            values = {option["value"] for option in each.get("options", ())}
            if asked is not None and set(asked.options) - values:
                missing = "، ".join(sorted(set(asked.options) - values))
                yield Remark(file.place("inputs"), f"گزینهٔ «{missing}» از «{asked.id}» نیامده است")


@content_check("calculator_word_unknown", "واژه‌ای که محاسبه هرگز نمی‌گوید")
def calculator_word_unknown(content: Content) -> Iterator[Remark]:
    for file, engine in _known(content):
        for key, wanted in _codes(engine):
            for code in _written(file, key):
                if code not in wanted:
                    yield Remark(file.place(key), f"«{code}» در {key} جایی ندارد", nearest(code, wanted))


@content_check("calculator_table_missing", "جدولی که محاسبه می‌خواند نیست")
def calculator_table_missing(content: Content) -> Iterator[Remark]:
    known = {file.stem for file in content.of(Kind.INDEX)}
    for file, engine in _known(content):
        for name in engine.tables:
            if name not in known and not content.is_broken(f"rules/indices/{name}.yaml"):
                yield Remark(file.place("id"), f"جدول rules/indices/{name}.yaml نیست")


@content_check("calculator_unknown_law", "قانون مستند محاسبه در فهرست نیست")
def calculator_unknown_law(content: Content) -> Iterator[Remark]:
    if not content.of(Kind.LAWS):
        return
    for file in content.of(Kind.CALCULATOR):
        readings = enumerate(file.value.get("readings", ()))
        lists: list[Pointer] = [("basis",), *(("readings", index, "basis") for index, _ in readings)]
        for pointer in lists:
            for index, each in enumerate(file.located.at(pointer) or ()):
                law = each.get("law")
                if law is not None and law not in content.law_names:
                    told = f"قانون «{law}» در rules/laws.yaml نیست"
                    yield Remark(file.place(*pointer, index), told, nearest(law, content.law_names))


@content_check("calculator_refused", "نوشتهٔ محاسبه عبارت ناپذیرفته دارد")
def calculator_refused(content: Content) -> Iterator[Remark]:
    wording = content.once(build_wording)
    for file in content.of(Kind.CALCULATOR):
        for pointer in _texts(file):
            for problem in wording.problems(file.located.at(pointer), NOTICE):
                yield Remark(file.place(*pointer), f"«{problem.found}»: {problem.reason} ({problem.id})")


@content_check("computed_by_unknown", "محاسبه یا ورودی ناشناخته برای یک مبلغ")
@once_a_place
def computed_by_unknown(content: Content) -> Iterator[Remark]:
    known = [file.stem for file in content.of(Kind.CALCULATOR)]
    for field, _, _ in _computed(content):
        spec, place = field.spec["computed_by"], field.origin.place("computed_by")
        name = spec["calculator"]
        if name not in known and not content.is_broken(f"rules/calculators/{name}.yaml"):
            yield Remark(place, f"محاسبهٔ «{name}» نیست", nearest(name, known))
        elif name in ENGINES:
            inputs = [each.id for each in ENGINES[name].inputs]
            for id in spec["inputs"]:
                if id not in inputs:
                    yield Remark(place, f"ورودی «{id}» در محاسبهٔ «{name}» نیست", nearest(id, inputs))


@content_check("computed_by_path", "ورودی محاسبه از پرسشی که نیست یا از نوع دیگری است")
@once_a_place
def computed_by_path(content: Content) -> Iterator[Remark]:
    for field, _, types in _computed(content):
        spec, place = field.spec["computed_by"], field.origin.place("computed_by")
        engine = ENGINES.get(spec["calculator"])
        for id, path in spec["inputs"].items():
            asked = engine.input(id) if engine else None
            if asked is None or (path == TODAY and asked.kind in _DATES):
                continue
            if types.get(path) != _TYPES[asked.kind]:
                told = f"«{path}» پرسشی از نوع {_TYPES[asked.kind]} در این فرم نیست"
                yield Remark(place, told, nearest(path, types))


@content_check("computed_by_in_list", "مبلغ محاسبه‌شدنی درون فهرست")
@once_a_place
def computed_by_in_list(content: Content) -> Iterator[Remark]:
    """Items move; a trace keeps to its path."""
    for field, path, _ in _computed(content):
        if "[]" in path:
            yield Remark(field.origin.place("computed_by"), f"«{path}» درون فهرست است؛ ردّ محاسبه با مورد جابه‌جا نمی‌شود")


def _known(content: Content) -> Iterator[tuple[ContentFile, Engine]]:
    for file in content.of(Kind.CALCULATOR):
        if file.stem in ENGINES:
            yield file, ENGINES[file.stem]


def _codes(engine: Engine) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "inputs", tuple(each.id for each in engine.inputs)
    yield "readings", engine.readings
    yield "steps", engine.steps
    yield "texts", engine.texts


def _written(file: ContentFile, key: str) -> Iterable[str]:
    entries = file.value.get(key, ())
    return list(entries) if isinstance(entries, dict) else [each["id"] for each in entries]


def _texts(file: ContentFile) -> Iterator[Pointer]:
    spec = file.value
    yield ("formula",)
    for key in ("steps", "texts"):
        yield from ((key, code) for code in spec.get(key, {}))
    yield from (("notes", index) for index in range(len(spec["notes"])))
    yield from (("readings", index, "text") for index in range(len(spec.get("readings", ()))))
    yield from (("inputs", index, "help") for index, each in enumerate(spec["inputs"]) if "help" in each)


def _computed(content: Content) -> Iterator[tuple[RawField, str, dict[str, str]]]:
    """Each such field with its folded path, and the types of all fields of its form."""
    for steps in content.raw_forms.values():
        types = {path: str(field.spec["type"]) for step in steps for path, field in step.walk()}
        for step in steps:
            for path, field in step.walk():
                if "computed_by" in field.spec:
                    yield field, path, types
