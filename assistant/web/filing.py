"""From draft to paper: preview, the filing and its record, the files to download."""

from flask import Blueprint, Response, make_response, render_template
from werkzeug.wrappers import Response as AnyResponse

from assistant.ports import RenderProblem
from assistant.services.access import Act
from assistant.services.filing import ReasonsMissing
from assistant.web.drafting import field_link
from assistant.web.drawing import show_clock
from assistant.web.guard import allowed
from assistant.web.here import actor, services, to
from assistant.web.review_page import review_page

blueprint = Blueprint("filing", __name__)
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@blueprint.get("/drafts/<draft_id>/print")
@allowed(Act.DRAFT_READ)
def preview(draft_id: str) -> str:
    shown = services().filing.preview(actor(), draft_id)
    return render_template("filing/preview.html", shown=shown, view=shown.view)


@blueprint.get("/drafts/<draft_id>/draft.docx")
@allowed(Act.DRAFT_READ)
def draft_document(draft_id: str) -> Response:
    draft, document = services().filing.draft_document(actor(), draft_id)
    return _download(document, DOCX, f"draft-{draft.number}.docx")


@blueprint.post("/drafts/<draft_id>/filings")
@allowed(Act.FILING_MAKE)
def make(draft_id: str) -> AnyResponse | tuple[str, int]:
    """The filing and its record; open points lead back to the review, unprintable text to its field."""
    try:
        made = services().filing.make(actor(), draft_id)
    except ReasonsMissing:
        opened = services().drafting.open(actor(), draft_id, silently=True)
        page = review_page(opened, field_link(opened), show_clock(opened.draft.changed), shows_open_points=True)
        return render_template("drafting/review.html", page=page), 422
    except RenderProblem as problem:
        opened = services().drafting.open(actor(), draft_id, silently=True)
        return render_template("filing/unprintable.html", problem=problem, link=field_link(opened)), 422
    return to("filing.record", filing_id=made.id)


@blueprint.get("/filings/<filing_id>")
@allowed(Act.FILING_READ)
def record(filing_id: str) -> str:
    found = services().filing.record(actor(), filing_id)
    return render_template("filing/record.html", record=found, has_pdf=services().filing.has_pdf)


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


def _download(content: bytes, mimetype: str, name: str) -> Response:
    """File names carry the file number only (reliability.md 4.11)."""
    response = make_response(content)
    response.headers["Content-Type"] = mimetype
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
