"""The clerk's own texts of a draft, read: remarks beside the text, and findings among those of law.

Only what the clerk wrote is read; the proposal made from the answers is ours. What was passed over for this draft, with
its reason, is kept with the reasons of the draft.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from assistant.checks.review import Review
from assistant.domain.characters import folded
from assistant.domain.finding import Finding, ObservedFact
from assistant.domain.library import Library
from assistant.domain.read_text import PassedOver, ReadText
from assistant.domain.text_case import TextCase
from assistant.domain.text_finding import TextFinding, TextKind, TextReport
from assistant.domain.text_remark import TextRemark
from assistant.domain.tidied import Tidied
from assistant.ports import NarrativeChecker
from assistant.services.narrative_proposal import PATHS
from assistant.services.text_case import TextCases

PASSED = "text:"  # what the keys of passed-over findings begin with, among the reasons of a draft
_AROUND = 15  # letters on each side that tell one place from another while the rest of the text changes


def with_texts(
    narratives: "Narratives | None", review: Review, draft_id: str, office_id: str, reasons: Mapping[str, str]
) -> Review:
    """The review with the clerk's own texts read, where somebody reads them."""
    return review if narratives is None else narratives.read_all(review, draft_id, office_id, reasons)


class Narratives:
    """One instance serves all threads."""

    def __init__(
        self,
        checker: NarrativeChecker,
        library: Library,
        accepted: Callable[[str], frozenset[str]] = lambda _: frozenset(),
    ) -> None:
        """``accepted``: office id → words that office has taken into its word list."""
        self._checker, self._library, self._accepted = checker, library, accepted
        self._cases = TextCases()

    def read_all(self, review: Review, draft_id: str, office_id: str, reasons: Mapping[str, str]) -> Review:
        """The review with its texts read, and the findings they give in the order of the form."""
        own = dict(own_texts(review))
        if not own:
            return review
        case = self._case(review, draft_id, office_id)
        texts = {path: self._read(path, text, case, reasons) for path, text in own.items()}
        found = tuple(each for read in texts.values() for each in self._findings(read))
        return replace(review, findings=(*review.findings, *found), texts=texts)

    def read(
        self, review: Review, draft_id: str, office_id: str, path: str, text: str, reasons: Mapping[str, str]
    ) -> ReadText:
        return self._read(path, text, self._case(review, draft_id, office_id), reasons)

    def tidied(
        self, review: Review, draft_id: str, office_id: str, read: ReadText, reasons: Mapping[str, str], kind: str = ""
    ) -> Tidied:
        """The text with what changes no word put in; of one ``kind``, or of all. What was passed over stays."""

        def chosen(now: str, found: Sequence[TextFinding]) -> Iterator[TextFinding]:
            standing = _without_passed(read.path, now, TextReport(tuple(found)), reasons)
            return (each for each in standing.tidying if kind in ("", each.kind.value))

        return self._checker.tidied(read.text, self._case(review, draft_id, office_id), chosen)

    def _case(self, review: Review, draft_id: str, office_id: str) -> TextCase:
        return self._cases.case(draft_id, review, self._accepted(office_id))

    def _read(self, path: str, text: str, case: TextCase, reasons: Mapping[str, str]) -> ReadText:
        return _without_passed(path, text, self._checker.check(text, case), reasons)

    @property
    def remarks(self) -> Mapping[TextKind, TextRemark]:
        return self._library.text_remarks

    def _findings(self, read: ReadText) -> Iterator[Finding]:
        """One for each thing said, however often the text says it."""
        grouped: dict[str, list[TextFinding]] = {}
        for each in read.findings:
            remark = self._library.text_remarks.get(each.kind)
            if remark is not None and remark.level is not None:
                place = each.reading.cue if each.reading else each.span
                grouped.setdefault(f"{each.kind}:{place}", []).append(each)
        for several in grouped.values():
            yield _finding(read, several, self._library.text_remarks[several[0].kind])


def own_texts(review: Review) -> Iterator[tuple[str, str]]:
    """Path and text of what the clerk wrote in place of the proposals."""
    for path in PATHS:
        text = review.derived.effective.get(path)
        if isinstance(text, str) and text.strip():
            yield path, text


def key_here(path: str, text: str, finding: TextFinding) -> str:
    """Of this one place: it is passed over as long as the letters around it stay, however they are spaced and coded."""
    before = islice(_letters(text[: finding.start], -1), _AROUND)
    after = islice(_letters(text[finding.end :], 1), _AROUND)
    around = f"{''.join(before)}|{''.join(after)}".encode("utf-8", "replace")
    return f"{key_everywhere(path, finding)}@{hashlib.sha256(around).hexdigest()[:12]}"


def key_everywhere(path: str, finding: TextFinding) -> str:
    return f"{PASSED}{path}:{finding.key}"[:400]


def _letters(text: str, step: int) -> Iterator[str]:
    return (letter for each in text[::step] for letter in folded(each)[::step] if letter.isalnum())


def _without_passed(path: str, text: str, report: TextReport, reasons: Mapping[str, str]) -> ReadText:
    if not any(key.startswith(PASSED) for key in reasons):
        return ReadText(path, text, report.findings, (), report.is_finished, report.persons)
    standing, passed = [], []
    somewhere = {key.rpartition("@")[0] for key in reasons}
    for each in report.findings:
        key = key_everywhere(path, each)
        if key not in reasons and key in somewhere:
            key = key_here(path, text, each)
        if key not in reasons:
            standing.append(each)
        else:
            passed.append(PassedOver(each, key, reasons[key]))
    return ReadText(path, text, tuple(standing), tuple(passed), report.is_finished, report.persons)


def _finding(read: ReadText, several: Sequence[TextFinding], remark: TextRemark) -> Finding:
    first = several[0]
    cue = first.reading.cue if first.reading else ""
    assert remark.level is not None
    return Finding(
        rule=f"cue:{cue}" if cue else f"text:{first.kind.value}:{hashlib.sha256(first.span.encode()).hexdigest()[:8]}",
        title=remark.title,
        outcome=(),
        message=first.message,
        points_at=(*first.points_at, read.path),
        basis=first.basis or remark.basis,
        facts=tuple(ObservedFact(read.path, "متن دادخواست", f"«{each.span}»") for each in several),
        certainty=remark.certainty,
        level=remark.level,
        is_reviewed=remark.is_reviewed,
        grade=remark.grade,
        is_question=bool(cue),
    )
