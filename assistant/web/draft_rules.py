"""The other checks of a draft: every rule of its template with its state, and why one of them speaks or not."""

from flask import Blueprint, render_template

from assistant.services.access import Act
from assistant.web.filing_date import asked_date, opened_on_asked_date
from assistant.web.guard import allowed
from assistant.web.here import services
from assistant.web.rules_page import rule_page, rules_page

blueprint = Blueprint("draft_rules", __name__)


@blueprint.get("/drafts/<draft_id>/rules")
@allowed(Act.DRAFT_READ)
def index(draft_id: str) -> str:
    """``?on=`` names another filing date, as on the review page."""
    opened = opened_on_asked_date(draft_id)
    return render_template("drafting/rules.html", page=rules_page(opened, services().explanations), asked=asked_date())


@blueprint.get("/drafts/<draft_id>/rules/<rule_id>")
@allowed(Act.DRAFT_READ)
def why(draft_id: str, rule_id: str) -> str:
    opened = opened_on_asked_date(draft_id)
    return render_template("drafting/why.html", page=rule_page(opened, services().explanations, rule_id))
