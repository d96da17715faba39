"""The few questions a petition of a template opens with."""

from collections.abc import Iterator

from assistant.checks.compiled_rule import CompiledRule
from assistant.checks.precheck import MOST_QUESTIONS, is_question
from assistant.content.compiled_rules import reaches
from assistant.content.content import Content
from assistant.content.located import Place
from assistant.content.nearness import nearest
from assistant.content.registry import Remark, content_check
from assistant.content.room_map import Kind


@content_check("precheck_unknown_path", "پرسش پیش‌بررسی در فرم نیست")
def precheck_unknown_path(content: Content) -> Iterator[Remark]:
    """A question is one answer of the petition itself, not of an item of a list."""
    for id, path, place in _questions(content):
        form = content.sound_templates[id].form
        if not is_question(form, path):
            known = [each for each, _ in form.fields() if is_question(form, each)]
            yield Remark(place, f"«{path}» پرسشی از فرم این الگو نیست", nearest(path, known))


@content_check("precheck_settles_nothing", "پرسش پیش‌بررسی هیچ قاعده‌ای را روشن نمی‌کند")
def precheck_settles_nothing(content: Content) -> Iterator[Remark]:
    read = {
        (each.template.id, path)
        for each in reaches(content)
        if isinstance(each.result, CompiledRule)
        for path in each.result.depends_on
    }
    for id, path, place in _questions(content):
        if is_question(content.sound_templates[id].form, path) and not {(id, path), (id, f"{path}[]")} & read:
            yield Remark(place, f"هیچ قاعدهٔ این الگو «{path}» را نمی‌خواند")


@content_check("precheck_too_long", "پیش‌بررسی بیش از هفت پرسش دارد")
def precheck_too_long(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.TEMPLATE):
        count = len(file.value.get("precheck", ()))
        if count > MOST_QUESTIONS:
            yield Remark(file.place("precheck"), f"پیش‌بررسی حداکثر {MOST_QUESTIONS} پرسش دارد، نه {count}")


def _questions(content: Content) -> Iterator[tuple[str, str, Place]]:
    for id in content.sound_templates:
        file = content.folders[id].template
        if file is not None:
            for index, path in enumerate(file.value.get("precheck", ())):
                yield id, path, file.place("precheck", index)
