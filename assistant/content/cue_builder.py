"""Cue files as typed cues; a cue with a pattern that cannot be read is left out, and the checks say why."""

from collections.abc import Iterator, Mapping
from typing import Any

from assistant.content.citations import build_basis
from assistant.content.content import Content
from assistant.content.content_file import ContentFile
from assistant.content.located import Pointer
from assistant.content.room_map import Kind
from assistant.domain.cue import Cue, CueBook, CuePattern, CueTest, PolarityFrom, Reach, Scope, Stored
from assistant.domain.cue_pattern import PatternError, parse_pattern
from assistant.domain.rule import Verified
from assistant.domain.text_finding import Polarity, Status


def build_cues(content: Content) -> CueBook:
    cues = {}
    for file in content.of(Kind.CUE):
        try:
            cues[file.stem] = build_cue(file, content.law_names)
        except PatternError:
            continue
    return CueBook(cues, common_classes(content), _words(content, "variants"))


def common_classes(content: Content) -> Mapping[str, tuple[str, ...]]:
    return _words(content, "classes")


def _words(content: Content, part: str) -> Mapping[str, tuple[str, ...]]:
    return {name: tuple(words) for file in content.of(Kind.CUE_CLASSES) for name, words in file.value[part].items()}


def build_cue(file: ContentFile, law_names: Mapping[str, str]) -> Cue:
    """Raises PatternError."""
    spec: dict[str, Any] = file.value
    require, verified, tests = spec.get("require", {}), spec["verified"], spec["tests"]
    return Cue(
        id=file.stem,
        title=spec["title"],
        question=spec["question"],
        any=tuple(build_pattern(each) for each in spec["any"]),
        unless=tuple(build_pattern(each) for each in spec.get("unless", ())),
        verified=Verified(verified["grade"], verified.get("reviewed_by"), verified.get("reviewed_on")),
        is_hint=spec.get("level") == "hint",
        applies_to=_reach(spec.get("applies_to", {})),
        not_in=_reach(spec.get("not_in", {})),
        asks=tuple(spec.get("asks", ())),
        contradicts=_by_polarity(spec.get("contradicts", {})),
        agrees=_by_polarity(spec.get("agrees", {})),
        polarity=Polarity(require["polarity"]) if "polarity" in require else None,
        status=Status(require["status"]) if "status" in require else None,
        basis=tuple(build_basis(each, law_names) for each in spec.get("basis", ())),
        classes={name: tuple(words) for name, words in spec.get("classes", {}).items()},
        match=tuple(_test(each) for each in tests["match"]),
        no_match=tuple(tests["no_match"]),
        file=file.path,
    )


def build_pattern(spec: str | Mapping[str, Any]) -> CuePattern:
    """Raises PatternError."""
    if isinstance(spec, str):
        return CuePattern((parse_pattern(spec),))
    if ("seq" in spec) == ("all" in spec):
        raise PatternError("یکی از seq یا all لازم است")
    if ("within" in spec) != ("all" in spec):
        raise PatternError("within تنها با all می‌آید و با آن لازم است")
    return CuePattern(
        sequences=tuple(parse_pattern(each) for each in spec.get("all", (spec.get("seq"),))),
        within=spec.get("within", 0),
        scope=Scope(spec.get("scope", "clause")),
        says=Polarity(spec.get("says", "affirmed")),
        polarity_from=PolarityFrom(spec.get("polarity", "verb")),
        is_agreed=spec.get("agreed", False),
    )


def sources_of(file: ContentFile) -> Iterator[tuple[Pointer, str]]:
    """Every sequence of a cue file as written, with its place."""
    for key in ("any", "unless"):
        for index, each in enumerate(file.value.get(key, ())):
            if isinstance(each, str):
                yield (key, index), each
            else:
                if "seq" in each:
                    yield (key, index, "seq"), each["seq"]
                for number, part in enumerate(each.get("all", ())):
                    yield (key, index, "all", number), part


def _reach(spec: Mapping[str, Any]) -> Reach:
    return Reach(**{key: tuple(ids) for key, ids in spec.items()})


def _by_polarity(spec: Mapping[str, Any]) -> Mapping[Polarity, Stored]:
    return {Polarity(key): _values(each) for key, each in spec.items()}


def _values(spec: Mapping[str, Any]) -> Stored:
    return {path: tuple(value) if isinstance(value, list) else (value,) for path, value in spec.items()}


def _test(spec: str | Mapping[str, str]) -> CueTest:
    if isinstance(spec, str):
        return CueTest(spec)
    return CueTest(
        text=spec["text"],
        polarity=Polarity(spec.get("polarity", "affirmed")),
        status=Status(spec.get("status", "asserted")),
        span=spec.get("span", ""),
    )
