"""Examples of templates and rules as one thing: answers held against a form, with a place for every part."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from assistant.content.content import Content
from assistant.content.content_file import Origin
from assistant.content.located import Place
from assistant.content.room_map import Kind
from assistant.domain.form import Field, Form
from assistant.domain.paths import folded
from assistant.domain.rule import form_key

STATES = ("unknown", "blank", "open")


@dataclass(frozen=True, slots=True)
class ExampleAnswers:
    """``answers`` is where the answers file stands; ``paths`` are further lists of answer paths about it."""

    where: str  # the template, or the groups whose form it answers
    form: Form | None  # None when there is none to hold it against
    answers: Origin
    paths: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Misfit:
    """An answer with no field (``kind`` unknown), or of another shape than its field (``kind`` shape)."""

    kind: str
    place: Place
    path: str
    wanted: str = ""


def examples_of(content: Content) -> Iterator[ExampleAnswers]:
    for file in content.of(Kind.EXAMPLE):
        answers = Origin(file, ("answers_file",))
        expected = Origin(file, ("expected", "incomplete"))
        paths = (*(answers.at(state) for state in STATES), expected)
        yield ExampleAnswers(file.folder, _form_of(content, file.folder), answers, paths)
    for file in content.of(Kind.RULE):
        if file.value["status"] == "retired":
            continue  # it speaks of forms as they once were
        for index, example in enumerate(file.value.get("examples", ())):
            origin = Origin(file, ("examples", index))
            about = tuple(origin.at(key) for key in (*STATES, "missing", "points_at"))
            template = example.get("template")
            if template:
                yield ExampleAnswers(template, _form_of(content, template), origin, about)
                continue
            own = content.group_forms.get(form_key(file.stem, content.rules[file.stem].examples[index]))
            if own is not None:
                yield ExampleAnswers(own.template.title, own.built.form, origin, about)


def _form_of(content: Content, template: str) -> Form | None:
    built = content.forms.get(template)
    return built.form if built is not None else None


def misfits(example: ExampleAnswers, form: Form) -> Iterator[Misfit]:
    fields = tuple(each for step in form.steps for each in step.fields)
    answers = example.answers.at("answers")
    yield from _of_group(answers.value, fields, answers, "")
    known = {path for path, _ in form.fields()}
    for origin in example.paths:
        for index, path in enumerate(origin.value or ()):
            if folded(path) not in known:
                yield Misfit("unknown", origin.place(index), folded(path))


def _of_group(answers: Mapping[str, Any], fields: tuple[Field, ...], at: Origin, prefix: str) -> Iterator[Misfit]:
    by_key = {each.key: each for each in fields}
    for key, value in answers.items():
        path = f"{prefix}.{key}" if prefix else key
        each = by_key.get(key)
        if each is None:
            yield Misfit("unknown", at.place(key), path)
        elif each.type == "list":
            yield from _of_list(value, each, at.at(key), path)
        elif each.type != "group":
            if isinstance(value, list) and each.type != "choices":
                yield Misfit("shape", at.place(key), path, "یک مقدار")
        elif isinstance(value, dict):
            yield from _of_group(value, each.fields, at.at(key), path)
        else:
            yield Misfit("shape", at.place(key), path, "نگاشت")


def _of_list(value: Any, each: Field, at: Origin, path: str) -> Iterator[Misfit]:
    if not isinstance(value, list):
        yield Misfit("shape", at.place(), path, "فهرست")
        return
    for index, item in enumerate(value):
        if isinstance(item, dict):
            yield from _of_group(item, each.fields, at.at(index), path + "[]")
        else:
            yield Misfit("shape", at.place(index), f"{path}[]", "نگاشت")
