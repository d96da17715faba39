"""The history page of a draft."""

from flask import Blueprint, render_template

from assistant.services.access import Act
from assistant.web.guard import allowed
from assistant.web.here import actor, services
from assistant.web.history_page import history_rows

blueprint = Blueprint("history", __name__)


@blueprint.get("/drafts/<draft_id>/history")
@allowed(Act.DRAFT_READ)
def of_draft(draft_id: str) -> str:
    changes = services().drafting.history(actor(), draft_id)
    opened = services().drafting.open(actor(), draft_id, silently=True)
    rows = history_rows(opened.template.form, changes)
    filings = services().filing.filings_of(actor(), draft_id)
    return render_template("drafting/history.html", opened=opened, rows=rows, filings=filings)
