"""Everything a printed petition shows, as strings: the one source of the DOCX and of the page on the screen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any

from assistant.domain.characters import printed_text
from assistant.domain.condition import EvaluationContext
from assistant.domain.form import Field, Form
from assistant.domain.jalali import show_date
from assistant.domain.journey import Derived
from assistant.domain.library import Library
from assistant.domain.money import rial_words, show_rial
from assistant.domain.relief import CLERKS_LIST, derive_reliefs
from assistant.domain.template import Template
from assistant.services.filing_boxes import evidence_rows, party_rows, relief_rows, representative_rows
from assistant.services.filing_details import NOTHING_TOLD, ToldElsewhere, sections_of_step
from assistant.services.filing_rows import (
    EvidenceRow,
    PartyRow,
    ReliefRow,
    RepresentativeRow,
    Section,
    SignatureLine,
)
from assistant.services.filing_words import PROVINCE, joined, left_to_right
from assistant.services.narrative_text import NARRATIVE, REQUEST, Proposal, text_in_use
from assistant.services.printed_answers import printed
from assistant.services.wording_paths import printed_paths

FIRST_SIDE, SECOND_SIDE, REPRESENTATIVES = "plaintiffs", "defendants", "representatives"
EVIDENCE, WITNESSES = "evidence_items", "witnesses"
COURT_KIND, COURT_CITY, COURT_PROVINCE = "court_kind", "filing_city", "filing_province"
_SUPREME = "supreme"  # the one court without a place
_BOXED = frozenset(
    {FIRST_SIDE, SECOND_SIDE, REPRESENTATIVES, "has_representative", CLERKS_LIST, EVIDENCE, WITNESSES}
    | {COURT_KIND, COURT_CITY, COURT_PROVINCE, NARRATIVE, REQUEST}
)


@dataclass(frozen=True, slots=True)
class FilingView:
    """Strings in their final form; an empty string is an empty place on the paper."""

    court_title: str
    petition_title: str
    number: str
    date: str
    footer_hash: str
    is_draft: bool  # the layouts then show a watermark
    court_name: str  # as addressed: «دادگاه عمومی حقوقی شیراز»
    court_place: str  # its province, where the address does not say it
    first_label: str
    second_label: str  # empty for petitions with one side
    first_side: tuple[PartyRow, ...]
    second_side: tuple[PartyRow, ...]
    representatives: tuple[RepresentativeRow, ...]
    reliefs: tuple[ReliefRow, ...]
    total_value: str  # only where several reliefs have values
    total_words: str
    judgment: tuple[Section, ...]
    details: tuple[Section, ...]
    evidence: tuple[EvidenceRow, ...]
    narrative_paragraphs: tuple[str, ...]
    request_paragraphs: tuple[str, ...]
    signers: tuple[SignatureLine, ...]

    @property
    def parties(self) -> tuple[PartyRow, ...]:
        return self.first_side + self.second_side


def build_filing_view(
    library: Library,
    template: Template,
    derived: Derived,
    *,
    draft_number: str,
    filing_date: date,
    content_hash: str,
    is_draft: bool,
) -> FilingView:
    answers = derived.effective
    by_key = {each.key: each for step in template.form.steps for each in step.fields}
    context = EvaluationContext(document=derived.document, today=filing_date, parameters=library.parameters)
    reliefs, total = relief_rows(derive_reliefs(template, context))
    has_sum = sum(bool(row.value_words) for row in reliefs) > 1
    texts = text_in_use(template, derived)
    told = _told(template, reliefs, texts)
    first_side = party_rows(by_key.get(FIRST_SIDE), answers.get(FIRST_SIDE, ()), filing_date)
    second_side = party_rows(by_key.get(SECOND_SIDE), answers.get(SECOND_SIDE, ()), filing_date)
    representatives = representative_rows(by_key.get(REPRESENTATIVES), answers.get(REPRESENTATIVES, ()))
    court_name, court_place = _court(by_key, answers)
    return FilingView(
        court_title=template.court_title,
        petition_title=template.title,
        number=left_to_right(printed_text(draft_number)),
        date=show_date(filing_date),
        footer_hash=content_hash,
        is_draft=is_draft,
        court_name=court_name,
        court_place=court_place,
        first_label=template.role_first,
        second_label=template.role_second,
        first_side=first_side,
        second_side=second_side,
        representatives=representatives,
        reliefs=reliefs,
        total_value=show_rial(total) if has_sum else "",
        total_words=rial_words(total) if has_sum else "",
        judgment=tuple(_sections(template.form, answers, NOTHING_TOLD, of_judgment=True)),
        details=tuple(_sections(template.form, answers, told, of_judgment=False)),
        evidence=evidence_rows(
            by_key.get(EVIDENCE), answers.get(EVIDENCE, ()), by_key.get(WITNESSES), answers.get(WITNESSES, ())
        ),
        narrative_paragraphs=_paragraphs(texts.narrative),
        request_paragraphs=_paragraphs(texts.request),
        signers=_signers(representatives, first_side),
    )


def as_context(view: Any) -> dict[str, Any]:
    """A view as a layout reads it: dicts, lists, strings and booleans; without what only the screen needs."""
    return {
        each.name: _plain(getattr(view, each.name)) for each in fields(view) if not each.metadata.get("screen_only")
    }


def answer_path(view_path: str) -> str:
    """Where a text of a petition's view comes from: ``second_side[1].name`` → ``defendants[1]``; '' where not known."""
    place = view_path.split(".")[0]
    name, bracket, index = place.partition("[")
    key = _ANSWERS_BEHIND.get(name, "")
    return key if key in (NARRATIVE, REQUEST) else key and f"{key}{bracket}{index}"


_ANSWERS_BEHIND = {
    "first_side": FIRST_SIDE,
    "second_side": SECOND_SIDE,
    "representatives": REPRESENTATIVES,
    "narrative_paragraphs": NARRATIVE,
    "request_paragraphs": REQUEST,
    "court_name": COURT_CITY,
}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return as_context(value) if is_dataclass(value) else value


def _told(template: Template, reliefs: tuple[ReliefRow, ...], texts: Proposal) -> ToldElsewhere:
    sources = printed_paths(template.narrative) | printed_paths(template.request)
    values = frozenset(path for spec in template.reliefs if spec.value is not None for path in spec.value.paths)
    titles = frozenset(part.split("}")[0] for spec in template.reliefs for part in spec.title.split("{")[1:])
    rows = [text for row in reliefs for text in (row.title, row.value)]
    return ToldElsewhere(sources | values | titles, "\n".join([*rows, texts.narrative, texts.request]))


def _sections(form: Form, answers: Mapping[str, Any], told: ToldElsewhere, *, of_judgment: bool) -> Iterator[Section]:
    for step in form.steps:
        if (step.box == "judgment") is of_judgment:
            yield from sections_of_step(step, answers, _BOXED, told)


def _court(by_key: Mapping[str, Field], answers: Mapping[str, Any]) -> tuple[str, str]:
    kind, city, province = (
        printed(field, answers.get(key)) if (field := by_key.get(key)) and field.is_printed else ""
        for key in (COURT_KIND, COURT_CITY, COURT_PROVINCE)
    )
    place = f"{PROVINCE} {province}" if province else ""
    if answers.get(COURT_KIND) == _SUPREME:
        return kind, joined([city, place])
    if kind.endswith(PROVINCE) and province:
        return f"{kind} {province}", city if city != province else ""
    return joined([kind, city], " "), place


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line for each in printed_text(text).splitlines() if (line := each.strip()))


def _signers(
    representatives: tuple[RepresentativeRow, ...], first_side: tuple[PartyRow, ...]
) -> tuple[SignatureLine, ...]:
    """Who signs: the representatives where there are any, otherwise the first side."""
    if representatives:
        who = [joined([each.name, f"({each.role})" if each.role else ""], " ") for each in representatives]
    else:
        who = [each.name for each in first_side]
    return tuple(SignatureLine(*who[start : start + 3]) for start in range(0, len(who), 3))
