"""Wording patterns prove themselves on their own sentences, then are held against every message and help text."""

import re
from collections.abc import Iterator

from assistant.checks.wording import ERROR, HELP, NOTICE, WARNING, PatternError, WordingPattern, compile_patterns
from assistant.content.content import Content
from assistant.content.content_file import ContentFile
from assistant.content.located import Place
from assistant.content.registry import Remark, content_check
from assistant.content.report import Severity
from assistant.content.room_map import Kind
from assistant.content.wording_builder import build_pattern, build_wording

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_QUOTED = re.compile(r"«[^«»]*»")


@content_check("wording_pattern_invalid", "الگوی واژه‌گزینی خوانده نمی‌شود")
def wording_pattern_invalid(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.WORDING):
        for key in ("pattern", "except"):
            for index, source in enumerate(file.value.get(key, ())):
                try:
                    compile_patterns([source])
                except PatternError as error:
                    yield Remark(file.place(key, index), f"الگو پذیرفته نیست ({error})")


@content_check("wording_without_pattern", "پروندهٔ واژه‌گزینی بی‌الگو یا بی‌نمونه")
def wording_without_pattern(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.WORDING):
        spec = file.value
        if "pattern" not in spec and "max_words" not in spec:
            yield Remark(file.place("id"), "یکی از pattern یا max_words لازم است")
        for key in ("allowed", "refused"):
            if not spec[key]:
                yield Remark(file.place(key), f"دست‌کم یک جمله در {key} لازم است")


def _proven(content: Content) -> Iterator[tuple[ContentFile, WordingPattern]]:
    for file in content.of(Kind.WORDING):
        try:
            yield file, build_pattern(file)
        except PatternError:
            continue


@content_check("wording_refused_passes", "جملهٔ ناپذیرفته از الگو می‌گذرد")
def wording_refused_passes(content: Content) -> Iterator[Remark]:
    for file, pattern in _proven(content):
        for index, sentence in enumerate(file.value["refused"]):
            if _passes(pattern, sentence):
                yield Remark(file.place("refused", index), f"الگو این جمله را نمی‌گیرد: «{sentence}»")


@content_check("wording_allowed_refused", "جملهٔ پذیرفته را الگو می‌گیرد")
def wording_allowed_refused(content: Content) -> Iterator[Remark]:
    for file, pattern in _proven(content):
        for index, sentence in enumerate(file.value["allowed"]):
            if not _passes(pattern, sentence):
                yield Remark(file.place("allowed", index), f"الگو این جمله را می‌گیرد: «{sentence}»")


def _passes(pattern: WordingPattern, sentence: str) -> bool:
    if pattern.required_in:
        return pattern.is_fulfilled(sentence)
    return pattern.refused_part(sentence) is None


@content_check("message_refused", "پیام قاعده عبارت ناپذیرفته دارد")
def message_refused(content: Content) -> Iterator[Remark]:
    yield from _messages_refused(content, ERROR)


@content_check("message_doubtful", "پیام قاعده عبارت نامناسب دارد", Severity.WARNING)
def message_doubtful(content: Content) -> Iterator[Remark]:
    yield from _messages_refused(content, WARNING)


def _messages_refused(content: Content, severity: str) -> Iterator[Remark]:
    wording = content.once(build_wording)
    for file in content.of(Kind.RULE):
        for problem in wording.problems(_spoken(file), NOTICE):
            if problem.severity == severity:
                yield Remark(file.place("message"), f"«{problem.found}»: {problem.reason} ({problem.id})")


def _spoken(file: ContentFile) -> str:
    """The rule's own words: without placeholders, and without quotations where the rule cites what it quotes."""
    text = _PLACEHOLDER.sub("…", file.value["message"])
    return _QUOTED.sub("«…»", text) if file.value.get("basis") else text


@content_check("disputed_rule_message", "پیام قاعدهٔ اختلافی نمی‌گوید که رویه مختلف است")
def disputed_rule_message(content: Content) -> Iterator[Remark]:
    wording = content.once(build_wording)
    for file in content.of(Kind.RULE):
        if file.value["certainty"] == "disputed":
            for problem in wording.missing(file.value["message"], "disputed"):
                yield Remark(file.place("message"), f"{problem.reason} ({problem.id})")


@content_check("help_refused", "راهنما یا برچسب عبارت ناپذیرفته دارد")
def help_refused(content: Content) -> Iterator[Remark]:
    wording = content.once(build_wording)
    for place, text in _interface_texts(content):
        for problem in wording.problems(text, HELP):
            if problem.severity == ERROR:
                yield Remark(place, f"«{problem.found}»: {problem.reason} ({problem.id})")


def _interface_texts(content: Content) -> Iterator[tuple[Place, str]]:
    for field in content.field_specs():
        for key in ("label", "help"):
            if key in field.value:
                yield field.place(key), field.value[key]
        for keyword, text in field.value.get("messages", {}).items():
            yield field.place("messages", keyword), text
    for file in content.of(Kind.SHARED):
        if "help" in file.value:
            yield file.place("help"), file.value["help"]
    for file in content.of(Kind.FORM):
        for index, step in enumerate(file.value["steps"]):
            if "help" in step:
                yield file.place("steps", index, "help"), step["help"]
            for path, changes in step.get("narrow", {}).items():
                for key in ("label", "help"):
                    if key in changes:
                        yield file.place("steps", index, "narrow", path, key), changes[key]
