"""The value schemas: one for each value type, strict, named for its type."""

from collections.abc import Iterator

from assistant.content.content import Content
from assistant.content.file_schemas import SchemaError, value_schemas
from assistant.content.located import Place
from assistant.content.nearness import nearest
from assistant.content.registry import Remark, content_check
from assistant.domain.value_types import VALUE_TYPES

_FOLDER = "schemas/values"


def _names(content: Content) -> dict[str, str]:
    """Value type → path."""
    paths = (path for path in content.sources.files if path.startswith(_FOLDER + "/") and path.endswith(".json"))
    return {path.removeprefix(_FOLDER + "/").removesuffix(".json"): path for path in paths}


@content_check("value_schema_missing", "نوعی از پرسش طرح ندارد")
def value_schema_missing(content: Content) -> Iterator[Remark]:
    names = _names(content)
    for name in VALUE_TYPES:
        if name not in names:
            yield Remark(Place(f"{_FOLDER}/{name}.json", 1), f"طرح مقدارِ نوع «{name}» نیامده است")


@content_check("value_schema_unknown", "طرح مقداری که نوع آن نیست")
def value_schema_unknown(content: Content) -> Iterator[Remark]:
    for name, path in _names(content).items():
        if name not in VALUE_TYPES:
            yield Remark(Place(path, 1), f"نوع «{name}» نیست", nearest(name, VALUE_TYPES))


@content_check("value_schema_invalid", "طرح مقدار پذیرفته نیست")
def value_schema_invalid(content: Content) -> Iterator[Remark]:
    try:
        value_schemas(content.sources)
    except SchemaError as error:
        yield Remark(Place(error.file, 1), str(error))
