"""Grounds of an article: known law and decisions, numbered as the article numbers them, each row named once."""

from collections.abc import Iterator

from assistant.content.content import Content
from assistant.content.grounds_builder import span_of
from assistant.content.nearness import nearest
from assistant.content.registry import Remark, content_check
from assistant.content.room_map import Kind


@content_check("grounds_unknown_law", "جهت‌ها از قانونی‌اند که در فهرست قوانین نیست")
def grounds_unknown_law(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.GROUNDS):
        law = file.value["law"]
        if content.law_names and law not in content.law_names:
            yield Remark(file.place("law"), f"قانون «{law}» در rules/laws.yaml نیست", nearest(law, content.law_names))


@content_check("grounds_unknown_outcome", "پیامد یک جهت در فهرست پیامدها نیست")
def grounds_unknown_outcome(content: Content) -> Iterator[Remark]:
    known = {outcome["id"] for file in content.of(Kind.OUTCOMES) for outcome in file.value}
    for file in content.of(Kind.GROUNDS) if known else ():
        for index, ground in enumerate(file.value["grounds"]):
            for id in ground["outcome"]:
                if id not in known:
                    place = file.place("grounds", index, "outcome")
                    yield Remark(place, f"پیامد «{id}» در rules/outcomes.yaml نیست", nearest(id, known))


@content_check("grounds_numbering", "شمارهٔ جهت‌ها پشت سر هم نیست")
def grounds_numbering(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.GROUNDS):
        for index, ground in enumerate(file.value["grounds"]):
            if ground["number"] != index + 1:
                message = f"در این جا شمارهٔ {index + 1} می‌آید، نه {ground['number']}"
                yield Remark(file.place("grounds", index, "number"), message, str(index + 1))
                break


@content_check("grounds_rows", "ردیف‌های یک جهت وارونه یا تکراری است")
def grounds_rows(content: Content) -> Iterator[Remark]:
    """One row may belong to two grounds, but to each only once."""
    for file in content.of(Kind.GROUNDS):
        for index, ground in enumerate(file.value["grounds"]):
            named: set[int] = set()
            for position, entry in enumerate(ground["rows"]):
                span = span_of(entry)
                if not span:
                    message = f"بازهٔ {entry['from']} تا {entry['to']} وارونه است"
                    yield Remark(file.place("grounds", index, "rows", position), message)
                elif twice := named.intersection(span):
                    yield Remark(file.place("grounds", index, "rows", position), f"ردیف {min(twice)} دوباره آمده است")
                named.update(span)
