"""A text from outside a draft, read alone or with an answers file: what the command ``text`` gives."""

from dataclasses import dataclass, replace
from typing import Any

from assistant.checks.review import Reviewer
from assistant.domain.answers_file import AnswersFile
from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import TextFinding, TextReport
from assistant.domain.text_persons import TextPersons
from assistant.ports import Clock, MoreSuggestions, NarrativeChecker
from assistant.services.office_time import office_date
from assistant.services.petition_desk import UnknownTemplate
from assistant.services.text_case import text_case


@dataclass(frozen=True, slots=True)
class TextReading:
    """Stateless: everything comes from the text and the answers given with it."""

    checker: NarrativeChecker
    reviewer: Reviewer
    clock: Clock
    more: MoreSuggestions | None = None  # joined to the report where nothing stands yet

    def read(self, text: str, answers: AnswersFile | None = None) -> TextReport:
        """Raises UnknownTemplate."""
        case = self._case(answers)
        report = self.checker.check(text, case)
        if self.more is None:
            return report
        found = list(report.findings)
        for each in self.more(text, case):
            if not any(each.start < other.end and other.start < each.end for other in report.findings):
                found.append(each)
        return replace(report, findings=tuple(sorted(found, key=lambda each: (each.start, each.end))))

    def read_data(self, identity: str, text: str, answers: AnswersFile | None = None) -> dict[str, Any]:
        """The stable output of ``text`` (schemas/files/text-output.json)."""
        report = self.read(text, answers)
        findings = [_finding(each) for each in report.findings]
        data: dict[str, Any] = {"id": identity, "is_finished": report.is_finished, "findings": findings}
        return data | ({"persons": _persons(report.persons)} if answers is not None else {})

    def _case(self, answers: AnswersFile | None) -> TextCase:
        if answers is None:
            return TextCase()
        template = self.reviewer.library.templates.get(answers.template)
        if template is None:
            raise UnknownTemplate(f"الگویی با شناسهٔ «{answers.template}» در کتابخانه نیست")
        on = answers.on or office_date(self.clock.now())
        return text_case(self.reviewer.review(template, answers.answers, on))


def _persons(persons: TextPersons) -> dict[str, Any]:
    unknown = [{"start": each.start, "end": each.end, "span": each.span} for each in persons.not_in_answers]
    return {"not_in_answers": unknown, "not_in_text": list(persons.not_in_text)}


def _finding(found: TextFinding) -> dict[str, Any]:
    data: dict[str, Any] = {
        "kind": found.kind.value,
        "start": found.start,
        "end": found.end,
        "span": found.span,
        "suggestions": list(found.suggestions),
        "level": found.level.value,
        "message": found.message,
        "points_at": list(found.points_at),
        "basis": [each.citation for each in found.basis],
    }
    if found.reading is not None:
        data |= {
            "cue": found.reading.cue,
            "polarity": found.reading.polarity.value,
            "status": found.reading.status.value,
        }
    return data
