"""From bytes to files of the right shape: every problem of reading and shape is told, broken files are set aside."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from assistant.content.content import Content
from assistant.content.content_file import ContentFile
from assistant.content.file_schemas import FileSchemas, SchemaError, file_schemas
from assistant.content.located import Located
from assistant.content.report import ContentProblem, Severity
from assistant.content.room_map import YAML_KINDS, Kind, kind_of
from assistant.content.sources import Sources
from assistant.content.yaml_reader import YamlError, read_yaml

_CONTENT_ENDINGS = frozenset({".yaml", ".yml", ".json", ".j2", ".docx", ".txt"})


def read_content(sources: Sources) -> tuple[Content | None, tuple[ContentProblem, ...]]:
    """None when the schemas themselves are unusable: then nothing can be judged."""
    try:
        schemas = file_schemas(tuple(_schema_files(sources)))
        return _read(sources, schemas)
    except SchemaError as error:
        return None, (ContentProblem("file_schema", error.file, 1, str(error)),)


def _schema_files(sources: Sources) -> Iterator[tuple[str, bytes]]:
    for path, content in sources.files.items():
        if path == "schemas/strict.json" or path.startswith("schemas/files/"):
            yield path, content


def _read(sources: Sources, schemas: FileSchemas) -> tuple[Content, tuple[ContentProblem, ...]]:
    files: list[ContentFile] = []
    problems: list[ContentProblem] = []
    broken = set()
    for path, raw in sources.files.items():
        kind = kind_of(path)
        if kind is None:
            problems.append(_misplaced(path))
        elif kind in YAML_KINDS:
            located, found = _located(path, raw, kind, schemas)
            problems += found
            if located is None:
                broken.add(path)
            else:
                files.append(ContentFile(path, kind, located))
    return Content(sources, tuple(files), frozenset(broken)), tuple(problems)


def _located(path: str, raw: bytes, kind: Kind, schemas: FileSchemas) -> tuple[Located | None, list[ContentProblem]]:
    try:
        located = read_yaml(raw, path)
    except YamlError as error:
        return None, [ContentProblem(each.code, path, each.line, each.message) for each in error.problems]
    problems = [
        ContentProblem(each.code, path, located.line(*each.pointer), each.message, each.nearest)
        for each in schemas.problems(kind, located)
    ]
    return (None if problems else located), problems


def _misplaced(path: str) -> ContentProblem:
    if PurePosixPath(path).suffix in _CONTENT_ENDINGS:
        message = "این پرونده در جایی است که خوانده نمی‌شود؛ نام، پسوند یا پوشهٔ آن بازبینی شود"
        return ContentProblem("misplaced_file", path, 1, message)
    return ContentProblem("unknown_file", path, 1, "پرونده‌ای از این نوع خوانده نمی‌شود", None, Severity.WARNING)
