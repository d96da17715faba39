"""From draft to paper: preview, the filing and its record, the files to download."""

from flask import Blueprint, Response, make_response, render_template
from werkzeug.wrappers import Response as AnyResponse

from assistant.ports import RenderProblem
from assistant.services.access import Act
from assistant.services.draft_book import OpenDraft
from assistant.services.filing import ReasonsMissing
from assistant.web.draft_page import field_link
from assistant.web.drafting import keep_reasons
from assistant.web.field_names import full_label
from assistant.web.filing_date import AskedDate
from assistant.web.guard import allowed
from assistant.web.here import actor, services, to
from assistant.web.review_page import review_page

blueprint = Blueprint("filing", __name__)
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ANSWERS_OF = {  # place on the paper → the answer it comes from
    "narrative_paragraphs": "narrative",
    "request_paragraphs": "request",
    "first_side": "plaintiffs",
    "second_side": "defendants",
    "representatives": "representatives",
    "evidence": "evidence_items",
    "court_name": "filing_city",
}

type Answer = AnyResponse | tuple[str, int]


@blueprint.get("/drafts/<draft_id>/print")
@allowed(Act.DRAFT_READ)
def preview(draft_id: str) -> str:
    shown = services().filing.preview(actor(), draft_id)
    opened = OpenDraft(shown.draft, shown.template, shown.review)
    link = field_link(opened)
    missing = [(path, full_label(opened, path)) for path in shown.review.incomplete]
    differing = services().calculations.differing(opened)
    return render_template("filing/preview.html", shown=shown, link=link, missing=missing, calculations=differing)


@blueprint.get("/drafts/<draft_id>/draft.docx")
@allowed(Act.DRAFT_READ)
def draft_document(draft_id: str) -> Answer:
    try:
        draft, document = services().filing.draft_document(actor(), draft_id)
    except RenderProblem as problem:
        return _unprintable(draft_id, problem)
    return _download(document, DOCX, f"draft-{draft.number}.docx")


@blueprint.post("/drafts/<draft_id>/filings")
@allowed(Act.FILING_MAKE)
def make(draft_id: str) -> Answer:
    """The filing and its record; open points lead back to the review, unprintable text to its field."""
    keep_reasons(draft_id)
    try:
        made = services().filing.make(actor(), draft_id)
    except ReasonsMissing:
        opened = services().drafting.open(actor(), draft_id, silently=True)
        found = services().calculations.of(opened)
        page = review_page(opened, found, shows_open_points=True)
        return render_template("drafting/review.html", page=page, asked=AskedDate()), 422
    except RenderProblem as problem:
        return _unprintable(draft_id, problem)
    return to("filing.record", filing_id=made.id)


@blueprint.get("/filings/<filing_id>")
@allowed(Act.FILING_READ)
def record(filing_id: str) -> str:
    found = services().filing.record(actor(), filing_id)
    sheet = services().filing.sheet_view(found.filing)
    return render_template("filing/record.html", record=found, sheet=sheet, has_pdf=services().filing.has_pdf)


@blueprint.get("/filings/<filing_id>/petition.docx")
@allowed(Act.FILING_READ)
def document(filing_id: str) -> Response:
    filing, content = services().filing.document(actor(), filing_id)
    return _download(content, DOCX, f"petition-{filing.number}.docx")


@blueprint.get("/filings/<filing_id>/petition.pdf")
@allowed(Act.FILING_READ)
def pdf(filing_id: str) -> AnyResponse:
    filing, content = services().filing.pdf(actor(), filing_id)
    if content is None:
        return to("filing.record", filing_id=filing_id)
    return _download(content, "application/pdf", f"petition-{filing.number}.pdf")


@blueprint.get("/filings/<filing_id>/sheet.docx")
@allowed(Act.FILING_READ)
def sheet(filing_id: str) -> Response:
    filing, content = services().filing.sheet(actor(), filing_id)
    return _download(content, DOCX, f"sheet-{filing.number}.docx")


def _unprintable(draft_id: str, problem: RenderProblem) -> tuple[str, int]:
    """Names the answer where the problem's place on the paper belongs to one."""
    opened = services().drafting.open(actor(), draft_id, silently=True)
    path = ANSWERS_OF.get(problem.path.partition("[")[0].partition(".")[0], "")
    place = field_link(opened)(path) if path and opened.template.form.step_of(path) else ""
    return render_template("filing/unprintable.html", opened=opened, message=problem.message, place=place), 422


def _download(content: bytes, mimetype: str, name: str) -> Response:
    """File names carry the file number only (reliability.md 4.11)."""
    response = make_response(content)
    response.headers["Content-Type"] = mimetype
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
