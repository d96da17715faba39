"""The strict YAML reader of the experts' files: one way to write each thing, and a line for everything.

Works on the parser's events, so anchors, tags and depth are refused before anything is built from them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from assistant.content.located import Located, Pointer
from assistant.content.yaml_messages import syntax_message
from assistant.content.yaml_scalars import AmbiguousScalar, plain_value

MAX_BYTES = 1_000_000
MAX_DEPTH = 30
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class YamlProblem:
    code: str
    line: int
    message: str


class _Stop(Exception):
    """Nothing after this point can be read."""


class YamlError(ValueError):
    """The file is not read at all; ``problems`` says everything that is wrong with it."""

    def __init__(self, problems: tuple[YamlProblem, ...], file: str = "") -> None:
        super().__init__("؛ ".join(f"خط {each.line}: {each.message}" for each in problems))
        self.problems = problems
        self.file = file


def read_yaml(content: bytes | str, file: str = "") -> Located:
    """The value with its lines. Raises YamlError when anything at all is wrong with the file."""
    text, problems = _decoded(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
    if not problems:
        reading = _Reading(iter(yaml.parse(text, Loader=_LOADER)))
        located = reading.document()
        problems = reading.problems
        if located is not None and not problems:
            return located
    last = text.count("\n") + 1
    raise YamlError(tuple(YamlProblem(each.code, min(each.line, last), each.message) for each in problems), file)


def _decoded(content: bytes) -> tuple[str, list[YamlProblem]]:
    if len(content) > MAX_BYTES:
        return "", [YamlProblem("yaml_too_large", 1, f"پرونده از {MAX_BYTES // 1000} کیلوبایت بزرگ‌تر است")]
    if content.startswith(b"\xef\xbb\xbf"):
        return "", [YamlProblem("yaml_encoding", 1, "پرونده با نشان BOM آغاز شده است؛ UTF-8 بدون BOM لازم است")]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return "\n" * line, [YamlProblem("yaml_encoding", line, "کدگذاری پرونده UTF-8 نیست")]
    text = text.replace("\r\n", "\n")
    return text, _bad_characters(text)


def _bad_characters(text: str) -> list[YamlProblem]:
    problems = []
    for number, line in enumerate(text.split("\n"), start=1):
        if "\t" in line:
            problems.append(YamlProblem("yaml_tab", number, "نویسهٔ tab به کار رفته است؛ به جای آن فاصله لازم است"))
        match = _FORBIDDEN.search(line)
        if match:
            problems.append(_forbidden_character(match.group(), number))
    return problems


def _forbidden_character(character: str, line: int) -> YamlProblem:
    message = f"نویسهٔ نادیدنی یا کنترلی U+{ord(character):04X} در پرونده است"
    return YamlProblem("yaml_control_character", line, message)


@dataclass
class _Reading:
    events: Iterator[yaml.Event]
    problems: list[YamlProblem] = field(default_factory=list)
    lines: dict[Pointer, int] = field(default_factory=dict)
    blocks: dict[Pointer, int] = field(default_factory=dict)

    def document(self) -> Located | None:
        try:
            return self._document()
        except _Stop:
            return None
        except RecursionError:
            self._problem("yaml_too_deep", 1, "لایه‌های پرونده بیش از اندازه است")
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self._problem("yaml_syntax", mark.line + 1 if mark else 1, syntax_message(error.problem or ""))
        except yaml.YAMLError as error:
            self._problem("yaml_syntax", 1, syntax_message(str(error)))
        return None

    def _document(self) -> Located | None:
        next(self.events)  # the stream's start
        if isinstance(next(self.events), yaml.StreamEndEvent):
            self._problem("yaml_empty", 1, "پرونده خالی است")
            return None
        data = self._node(next(self.events), (), 1)
        next(self.events)  # the document's end
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            self._problem("yaml_several_documents", _line(after), "بیش از یک سند در پرونده است؛ نشان --- زاید است")
        return Located(data, self.lines, self.blocks)

    def _node(self, event: yaml.Event, pointer: Pointer, depth: int) -> Any:
        self.lines.setdefault(pointer, _line(event))
        self._refuse_references(event)
        if depth > MAX_DEPTH:
            self._problem("yaml_too_deep", _line(event), f"بیش از {MAX_DEPTH} لایهٔ تودرتو")
            raise _Stop
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, pointer)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(pointer, depth)
        return self._mapping(pointer, depth)

    def _sequence(self, pointer: Pointer, depth: int) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._node(event, (*pointer, len(items)), depth + 1))
        return items

    def _mapping(self, pointer: Pointer, depth: int) -> dict[str, Any]:
        members: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._key(event)
            is_known = key in members
            if is_known:
                first = self.lines[(*pointer, key)]
                self._problem("yaml_duplicate_key", _line(event), f"کلید «{key}» پیش‌تر در خط {first} آمده است")
            else:
                self.lines[(*pointer, key)] = _line(event)
            value = self._node(next(self.events), (*pointer, key), depth + 1)
            if not is_known:
                members[key] = value
        return members

    def _key(self, event: yaml.Event) -> str:
        self._refuse_references(event)
        if not isinstance(event, yaml.ScalarEvent):
            self._problem("yaml_key_kind", _line(event), "کلید باید یک واژه باشد، نه فهرست یا نگاشت")
            raise _Stop
        if event.implicit[0]:
            try:
                is_text = isinstance(plain_value(event.value), str)
            except AmbiguousScalar:
                is_text = False
            if not is_text or event.value == "<<":
                self._problem("yaml_key_kind", _line(event), f"کلید «{event.value}» باید یک واژهٔ متنی باشد")
        return event.value

    def _scalar(self, event: yaml.ScalarEvent, pointer: Pointer) -> str | int | bool | None:
        if event.style in ("|", ">"):
            self.blocks[pointer] = _line(event) + 1
        if event.style == '"' and (match := _FORBIDDEN.search(event.value)):
            self.problems.append(_forbidden_character(match.group(), _line(event)))
        if not event.implicit[0]:
            return event.value
        try:
            return plain_value(event.value)
        except AmbiguousScalar:
            read = event.value if len(event.value) <= 40 else f"{event.value[:40]}…"
            message = f"«{read}» بدون گیومه دو خوانش دارد؛ به صورت '{read}' نوشته شود"
            self._problem("yaml_ambiguous", _line(event), message)
            return event.value

    def _refuse_references(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            self._problem("yaml_anchor", _line(event), "لنگر (&) و ارجاع (*) پذیرفته نیست؛ متن در گیومه نوشته شود")
            raise _Stop
        if getattr(event, "tag", None) is not None:
            self._problem("yaml_tag", _line(event), "برچسب نوع (!) پذیرفته نیست؛ متن در گیومه نوشته شود")
            raise _Stop

    def _problem(self, code: str, line: int, message: str) -> None:
        self.problems.append(YamlProblem(code, line, message))


def _line(event: yaml.Event) -> int:
    return int(getattr(event.start_mark, "line", 0)) + 1
