"""Grounds of articles, and families of rules, as typed values."""

from collections.abc import Iterable, Mapping

from assistant.content.content_file import ContentFile
from assistant.domain.ground import Ground, GroundsOfArticle
from assistant.domain.rule_family import RuleFamily


def build_grounds(files: Iterable[ContentFile]) -> tuple[GroundsOfArticle, ...]:
    return tuple(_grounds(file) for file in files)


def build_rule_families(files: Iterable[ContentFile]) -> tuple[RuleFamily, ...]:
    """In the order they are written."""
    return tuple(
        RuleFamily(each["id"], each["title"], tuple(each["subjects"])) for file in files for each in file.value
    )


def span_of(entry: int | Mapping[str, int]) -> range:
    """One row, or rows from one to another with both ends; empty when the ends are the wrong way round."""
    if isinstance(entry, int):
        return range(entry, entry + 1)
    return range(entry["from"], entry["to"] + 1)


def _grounds(file: ContentFile) -> GroundsOfArticle:
    spec = file.value
    return GroundsOfArticle(
        id=spec["id"],
        title=spec["title"],
        law=spec["law"],
        article=spec["article"],
        grounds=tuple(
            Ground(
                number=each["number"],
                short=each["short"],
                title=each["title"],
                outcome=tuple(each["outcome"]),
                rows=frozenset(row for entry in each["rows"] for row in span_of(entry)),
                grade=each["grade"],
            )
            for each in spec["grounds"]
        ),
        note=spec.get("note", ""),
    )
