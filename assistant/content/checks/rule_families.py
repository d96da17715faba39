"""Families of rules: every folder of rules stands in one of them."""

from collections.abc import Iterator

from assistant.content.content import Content
from assistant.content.content_file import ContentFile
from assistant.content.nearness import nearest
from assistant.content.registry import Remark, content_check
from assistant.content.report import Severity
from assistant.content.room_map import Kind


@content_check("family_unknown_subject", "خانواده پوشه‌ای را نام می‌برد که قاعده‌ای ندارد")
def family_unknown_subject(content: Content) -> Iterator[Remark]:
    known = {file.folder for file in content.of(Kind.RULE)}
    for file, index, position, subject in _named(content):
        if subject not in known and not content.is_broken(f"rules/{subject}/*"):
            place = file.place(index, "subjects", position)
            yield Remark(place, f"در rules/{subject} قاعده‌ای نیست", nearest(subject, known))


@content_check("family_subject_twice", "یک پوشه در دو خانواده")
def family_subject_twice(content: Content) -> Iterator[Remark]:
    seen: set[str] = set()
    for file, index, position, subject in _named(content):
        if subject in seen:
            yield Remark(file.place(index, "subjects", position), f"«{subject}» پیش‌تر در این فهرست آمده است")
        seen.add(subject)


@content_check("rule_without_family", "پوشهٔ قاعده در هیچ خانواده‌ای نیست", Severity.WARNING)
def rule_without_family(content: Content) -> Iterator[Remark]:
    """Told once a folder, at its first rule; such rules stand last in the library, under the folder's name."""
    named = {subject for *_, subject in _named(content)}
    for file in content.of(Kind.RULE) if named else ():
        if file.folder not in named:
            named.add(file.folder)
            yield Remark(file.place("id"), f"«{file.folder}» در rules/rule-families.yaml نیست")


def _named(content: Content) -> Iterator[tuple[ContentFile, int, int, str]]:
    for file in content.of(Kind.RULE_FAMILIES):
        for index, family in enumerate(file.value):
            for position, subject in enumerate(family["subjects"]):
                yield file, index, position, subject
