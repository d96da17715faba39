"""Rule files as typed rules."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from assistant.content.citations import build_basis
from assistant.content.content_file import ContentFile
from assistant.domain.finding import Certainty, Level
from assistant.domain.jalali import to_gregorian
from assistant.domain.rule import AppliesTo, Expected, InForce, Rule, RuleExample, RuleStatus, SurvivorNote, Verified

ANSWERS_FILE_KEYS = ("on", "answers", "unknown", "blank", "open")


def build_rule(file: ContentFile, law_names: Mapping[str, str], units: Mapping[str, str]) -> Rule:
    """``units``: of the parameters, by id."""
    spec = file.value
    verified = spec["verified"]
    return Rule(
        id=file.stem,
        title=spec["title"],
        subject=file.folder,
        status=RuleStatus(spec["status"]),
        applies_to=AppliesTo(**{key: tuple(ids) for key, ids in spec["applies_to"].items()}),
        in_force=_in_force(spec["in_force"]),
        level=Level(spec["level"]),
        outcome=tuple(spec["outcome"]),
        certainty=Certainty(spec["certainty"]),
        when=spec["when"],
        each=spec.get("each", ""),
        points_at=points_at(spec),
        message=" ".join(spec["message"].split()),
        basis=tuple(build_basis(each, law_names) for each in spec.get("basis", ())),
        verified=Verified(verified["grade"], verified.get("reviewed_by"), verified.get("reviewed_on")),
        needs=tuple(spec.get("needs", ())),
        does_not_apply=tuple(spec.get("does_not_apply", ())),
        catalogue=tuple(spec.get("catalogue", ())),
        examples=tuple(_example(each, units) for each in spec.get("examples", ())),
        survivors=tuple(SurvivorNote(**each) for each in spec.get("survivors", ())),
        history=tuple(spec.get("history", ())),
        file=file.path,
        line=file.place("when").line,
    )


def points_at(spec: Mapping[str, Any]) -> tuple[str, ...]:
    found = spec["points_at"]
    return (found,) if isinstance(found, str) else tuple(found)


def _in_force(spec: Mapping[str, Any]) -> InForce:
    start, until = spec["from"], spec.get("until")
    last = to_gregorian(until) if until else None
    if isinstance(start, Mapping):
        return InForce(None, last, start["parameter"], start.get("plus_days", 0))
    return InForce(to_gregorian(start) if start else None, last)


def _example(spec: Mapping[str, Any], units: Mapping[str, str]) -> RuleExample:
    return RuleExample(
        name=spec["name"],
        template=spec.get("template") or "",
        answers={key: spec[key] for key in ANSWERS_FILE_KEYS if key in spec},
        expect=Expected(spec["expect"]),
        missing=tuple(spec.get("missing", ())),
        points_at=tuple(spec.get("points_at", ())),
        groups=tuple(spec.get("groups", ())),
        given={id: _given(value, units.get(id, "")) for id, value in spec.get("given", {}).items()},
    )


def _given(value: int | str, unit: str) -> int | str | date:
    return to_gregorian(value) if unit == "date" and isinstance(value, str) else value
