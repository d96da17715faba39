"""Cues: patterns that can be read and found, tests on both sides, paths and laws that exist, neutral questions."""

from collections.abc import Iterable, Iterator

from assistant.checks.wording import ERROR, NOTICE
from assistant.content.content import Content
from assistant.content.cue_builder import build_pattern, common_classes, sources_of
from assistant.content.located import Pointer
from assistant.content.nearness import nearest
from assistant.content.registry import Remark, content_check
from assistant.content.room_map import Kind
from assistant.content.wording_builder import build_wording
from assistant.domain.cue_pattern import PatternError, class_names, has_anchor, parse_pattern
from assistant.domain.form import Field
from assistant.domain.text_finding import Polarity

_FEWEST_TESTS = 2
_STORED = ("contradicts", "agrees")  # keys that compare with stored answers


@content_check("cue_pattern_unreadable", "الگوی نشانه خوانده نمی‌شود")
def cue_pattern_unreadable(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.CUE):
        for key in ("any", "unless"):
            for index, each in enumerate(file.value.get(key, ())):
                try:
                    build_pattern(each)
                except PatternError as error:
                    yield Remark(file.place(key, index), str(error))


@content_check("cue_without_anchor", "الگوی نشانه تنها از واژه‌های همه‌جایی ساخته شده است")
def cue_without_anchor(content: Content) -> Iterator[Remark]:
    """Exceptions are only looked for where their cue was found: they need none."""
    for file in content.of(Kind.CUE):
        for index, each in enumerate(file.value["any"]):
            try:
                pattern = build_pattern(each)
            except PatternError:
                continue
            if not any(has_anchor(sequence) for sequence in pattern.sequences):
                yield Remark(file.place("any", index), "دست‌کم یک واژهٔ لازم جز واژه‌های پرکاربرد در الگو بیاید")


@content_check("cue_class_unknown", "دستهٔ واژهٔ ناشناخته در الگوی نشانه")
def cue_class_unknown(content: Content) -> Iterator[Remark]:
    if content.is_broken("rules/cues/classes.yaml"):
        return
    common = common_classes(content)
    for file in content.of(Kind.CUE):
        known = {**common, **file.value.get("classes", {})}
        for pointer, source in sources_of(file):
            try:
                names = class_names(parse_pattern(source))
            except PatternError:
                continue
            for name in names:
                if name not in known:
                    yield Remark(
                        file.place(*pointer),
                        f"دستهٔ «{name}» نه در classes.yaml است نه در این پرونده",
                        nearest(name, known),
                    )


@content_check("cue_tests_few", "نشانه نمونهٔ بس ندارد")
def cue_tests_few(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.CUE):
        for key in ("match", "no_match"):
            if len(file.value["tests"][key]) < _FEWEST_TESTS:
                yield Remark(file.place("tests", key), f"دست‌کم {_FEWEST_TESTS} جمله در {key} لازم است")


@content_check("cue_pattern_twice", "دو نشانه یک الگو دارند")
def cue_pattern_twice(content: Content) -> Iterator[Remark]:
    seen: dict[str, str] = {}
    for file in content.of(Kind.CUE):
        for pointer, source in sources_of(file):
            if pointer[0] != "any" or "all" in pointer:
                continue
            plain = " ".join(source.split())
            if plain in seen:
                yield Remark(file.place(*pointer), f"همین الگو در «{seen[plain]}» آمده است")
            seen.setdefault(plain, file.stem)


@content_check("cue_unknown_path", "نشانه به پاسخی اشاره می‌کند که در هیچ فرمی نیست")
def cue_unknown_path(content: Content) -> Iterator[Remark]:
    if not content.is_whole:
        return
    known = {path for form in content.forms.values() for path, _ in form.form.fields()}
    for file in content.of(Kind.CUE):
        asks = file.value.get("asks", ())
        named: list[tuple[Pointer, str]] = [(("asks", index), path) for index, path in enumerate(asks)]
        named += [
            ((key, polarity.value, path), path)
            for key in _STORED
            for polarity in Polarity
            for path in file.value.get(key, {}).get(polarity.value, {})
        ]
        for pointer, path in named:
            if path not in known:
                yield Remark(file.place(*pointer), f"«{path}» در هیچ فرمی نیست", nearest(path, known))


@content_check("cue_unknown_answer", "نشانه با مقداری سنجیده می‌شود که پاسخ آن پرسش نیست")
def cue_unknown_answer(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.CUE):
        for key in _STORED:
            for polarity, answers in file.value.get(key, {}).items():
                for path, given in answers.items():
                    for value, near in _strange_values(content, path, given if isinstance(given, list) else [given]):
                        yield Remark(file.place(key, polarity, path), f"«{value}» پاسخ «{path}» نیست", near)


def _strange_values(content: Content, path: str, values: Iterable[object]) -> Iterator[tuple[object, str | None]]:
    """Values no form could store at the path, each with the option most like it."""
    fields = [field for form in content.forms.values() if (field := form.form.field_at(path)) is not None]
    options = [option.value for field in fields for option in field.options]
    for value in values:
        if fields and not any(_may_be(value, field) for field in fields):
            yield value, nearest(str(value), options)


def _may_be(value: object, field: Field) -> bool:
    if field.type == "yes_no":
        return isinstance(value, bool)
    if field.options:
        return value in {option.value for option in field.known_options or field.options}
    return True


@content_check("cue_unknown_template", "نشانه الگویی را نام می‌برد که نیست")
def cue_unknown_template(content: Content) -> Iterator[Remark]:
    known = (*content.folders, *content.planned)
    for file in content.of(Kind.CUE):
        for key in ("applies_to", "not_in"):
            for index, id in enumerate(file.value.get(key, {}).get("templates", ())):
                if id not in known:
                    place = file.place(key, "templates", index)
                    yield Remark(place, f"الگوی «{id}» در پوشهٔ templates نیست", nearest(id, known))


@content_check("cue_unknown_law", "مستند نشانه در فهرست قوانین نیست")
def cue_unknown_law(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.CUE):
        for index, basis in enumerate(file.value.get("basis", ())):
            law = basis.get("law")
            if law is not None and law not in content.law_names:
                place = file.place("basis", index, "law")
                yield Remark(place, f"قانون «{law}» در rules/laws.yaml نیست", nearest(law, content.law_names))


@content_check("cue_question_refused", "پرسش نشانه بی‌طرف نیست یا پرسش نیست")
def cue_question_refused(content: Content) -> Iterator[Remark]:
    wording = content.once(build_wording)
    for file in content.of(Kind.CUE):
        question = file.value["question"]
        if not question.rstrip().endswith("؟"):
            yield Remark(file.place("question"), "پرسش با «؟» پایان می‌یابد")
        for problem in wording.problems(question, NOTICE):
            if problem.severity == ERROR:
                yield Remark(file.place("question"), f"«{problem.found}»: {problem.reason} ({problem.id})")
