"""Worked cases of templates and examples of rules: their answers, their templates, what they expect."""

from collections.abc import Iterator

from assistant.checks.compiled_rule import applies
from assistant.content.content import Content
from assistant.content.content_file import Origin
from assistant.content.example_answers import Misfit, examples_of, misfits
from assistant.content.nearness import nearest
from assistant.content.registry import Remark, content_check
from assistant.content.room_map import Kind
from assistant.domain.form import Form
from assistant.domain.paths import folded


@content_check("example_unknown_path", "نمونه پرسشی را پاسخ می‌دهد که در فرم نیست")
def example_unknown_path(content: Content) -> Iterator[Remark]:
    for where, form, misfit in _misfits(content, "unknown"):
        known = {path for path, _ in form.fields()}
        message = f"«{misfit.path}» در فرم «{where}» نیست"
        yield Remark(misfit.place, message, nearest(misfit.path, known))


@content_check("example_answer_shape", "پاسخ نمونه به شکل دیگری است")
def example_answer_shape(content: Content) -> Iterator[Remark]:
    for _, _, misfit in _misfits(content, "shape"):
        yield Remark(misfit.place, f"«{misfit.path}» باید {misfit.wanted} باشد")


def _misfits(content: Content, kind: str) -> Iterator[tuple[str, Form, Misfit]]:
    for example in examples_of(content):
        form = example.form
        if form is not None:
            yield from ((example.where, form, each) for each in misfits(example, form) if each.kind == kind)


@content_check("example_unknown_template", "نمونه از الگویی است که نیست")
def example_unknown_template(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.RULE):
        for index, example in enumerate(file.value.get("examples", ())):
            id = example.get("template")
            if id and id not in content.folders:
                place = file.place("examples", index, "template")
                yield Remark(place, f"الگوی «{id}» در پوشهٔ templates نیست", nearest(id, content.folders))


@content_check("example_without_form", "نمونه نه الگو دارد و نه گروه‌هایی که فرم آن باشند")
def example_without_form(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.RULE):
        for index, example in enumerate(file.value.get("examples", ())):
            groups = example.get("groups") or content.rules[file.stem].applies_to.groups
            if not example.get("template") and not groups:
                message = "نمونهٔ بی‌الگو روی فرمِ گروه‌های applies_to سنجیده می‌شود؛ این قاعده گروهی نام نبرده است"
                yield Remark(file.place("examples", index), message)
            for position, id in enumerate(example.get("groups", ())):
                if id not in content.shared:
                    place = file.place("examples", index, "groups", position)
                    yield Remark(place, f"بخش مشترک «{id}» در templates/_shared نیست", nearest(id, content.shared))


@content_check("example_unknown_parameter", "نمونه مقداری برای پارامتری می‌گذارد که نیست")
def example_unknown_parameter(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.RULE):
        for index, example in enumerate(file.value.get("examples", ())):
            for id in example.get("given", {}):
                if id not in content.parameters and not content.is_broken(f"rules/parameters/{id}.yaml"):
                    place = file.place("examples", index, "given", id)
                    yield Remark(place, f"پارامتر «{id}» در rules/parameters نیست", nearest(id, content.parameters))


@content_check("example_foreign_template", "نمونه از الگوی دیگری است")
def example_foreign_template(content: Content) -> Iterator[Remark]:
    """A case lies in its own template's folder; a rule's example is of a template the rule reaches."""
    for file in content.of(Kind.EXAMPLE):
        id = file.value["answers_file"]["template"]
        if id != file.folder:
            message = f"نمونه در پوشهٔ «{file.folder}» است ولی template آن «{id}» است"
            yield Remark(file.place("answers_file", "template"), message, file.folder)
    for file in content.of(Kind.RULE):
        applies_to = content.rules[file.stem].applies_to
        reaches = any(applies(applies_to, each.template) for each in content.built_templates.values())
        if not reaches and file.stem not in content.waiting:
            continue  # told by rule_reaches_no_template
        for index, example in enumerate(file.value.get("examples", ())):
            built = content.built_templates.get(example.get("template") or "")
            if built is not None and not applies(applies_to, built.template):
                place = file.place("examples", index, "template")
                yield Remark(place, f"قاعده به الگوی «{example['template']}» نمی‌رسد")


@content_check("example_without_expected", "پروندهٔ نمونه نمی‌گوید چه انتظار می‌رود")
def example_without_expected(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.EXAMPLE):
        missing = [key for key in ("findings", "text") if key not in file.value.get("expected", {})]
        if missing:
            message = f"در expected کلید {' و '.join(missing)} لازم است (فهرست خالی هم پذیرفته است)"
            yield Remark(file.place("expected"), message)


@content_check("example_unknown_rule", "نمونه یافتهٔ قاعده‌ای را انتظار دارد که نیست")
def example_unknown_rule(content: Content) -> Iterator[Remark]:
    for file, index, rule, _ in _expected_findings(content):
        if rule not in content.rules and not content.is_broken(f"rules/*/{rule}.yaml"):
            message = f"قاعدهٔ «{rule}» در rules نیست"
            yield Remark(file.place("expected", "findings", index), message, nearest(rule, content.rules))


@content_check("example_unknown_place", "یافتهٔ مورد انتظار به جایی اشاره دارد که در فرم نیست")
def example_unknown_place(content: Content) -> Iterator[Remark]:
    for file, index, _, path in _expected_findings(content):
        built = content.forms.get(file.file.folder)
        if built is not None and path and built.form.field_at(path) is None:
            known = {each for each, _ in built.form.fields()}
            message = f"«{path}» در فرم نیست"
            yield Remark(file.place("expected", "findings", index), message, nearest(folded(path), known))


def _expected_findings(content: Content) -> Iterator[tuple[Origin, int, str, str]]:
    for file in content.of(Kind.EXAMPLE):
        for index, text in enumerate(file.value.get("expected", {}).get("findings", ())):
            rule, _, path = text.partition("@")
            yield Origin(file, ()), index, rule, path


@content_check("example_missing_list", "فهرست پاسخ‌های ناموجود با انتظار نمونه نمی‌خواند")
def example_missing_list(content: Content) -> Iterator[Remark]:
    """Undetermined is proven by the exact list of what is missing; a verdict has no such list."""
    for file in content.of(Kind.RULE):
        for index, example in enumerate(file.value.get("examples", ())):
            if example["expect"] == "undetermined" and "missing" not in example:
                yield Remark(file.place("examples", index), "برای expect: undetermined فهرست missing لازم است")
            elif example["expect"] != "undetermined" and example.get("missing"):
                place = file.place("examples", index, "missing")
                yield Remark(place, f"expect: {example['expect']} فهرست missing ندارد")
