"""The wording of the outage letter: one file, placeholders that exist, laws that are known."""

from collections.abc import Iterator
from typing import Any

from assistant.content.content import Content
from assistant.content.nearness import nearest
from assistant.content.outage_builder import LETTER_SCHEMA
from assistant.content.registry import Remark, content_check
from assistant.content.room_map import Kind
from assistant.domain.outage_texts import PLACEHOLDERS, placeholders_of


@content_check("outage_placeholder_unknown", "جای‌گذاری ناشناخته در متن نامهٔ اختلال")
def outage_placeholder_unknown(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.OUTAGE):
        for part in ("letter", "slip", "count"):
            for pointer, text in _texts(file.value[part], (part,)):
                for name in placeholders_of(text):
                    if name not in PLACEHOLDERS:
                        found = nearest(name, PLACEHOLDERS)
                        yield Remark(file.place(*pointer), f"«{name}» جای‌گذاری این متن‌ها نیست", found)


@content_check("outage_unknown_law", "مستند نامهٔ اختلال در فهرست قوانین نیست")
def outage_unknown_law(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.OUTAGE):
        for index, basis in enumerate(file.value["basis"]):
            if basis["law"] not in content.law_names:
                found = nearest(basis["law"], content.law_names)
                yield Remark(file.place("basis", index, "law"), f"«{basis['law']}» در فهرست قوانین نیست", found)


@content_check("outage_incomplete", "متن نامهٔ اختلال یک پرونده و یک طرح دارد")
def outage_incomplete(content: Content) -> Iterator[Remark]:
    for index, file in enumerate(content.of(Kind.OUTAGE)):
        if index:
            yield Remark(file.place("id"), "متن نامهٔ اختلال در یک پرونده نوشته می‌شود و این پروندهٔ دوم است")
        if LETTER_SCHEMA not in content.sources.files:
            yield Remark(file.place("letter"), f"طرح نامه نیست: {LETTER_SCHEMA}")


def _texts(node: Any, pointer: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(node, str):
        yield pointer, node
        return
    items = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in items:
        yield from _texts(value, (*pointer, key))
