"""The pre-check: at most seven questions that settle the most rules, asked first and whenever somebody likes."""

from dataclasses import replace

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from assistant.ports import StorageUnavailable
from assistant.services.access import Act
from assistant.web.field_view import find_view
from assistant.web.guard import allowed
from assistant.web.here import actor, services, to
from assistant.web.precheck_page import precheck_page
from assistant.web.step_form import StepAct, read_entry, read_page
from assistant.web.step_page import shown_paths
from assistant.web.step_saving import save_entry, save_step

blueprint = Blueprint("precheck", __name__)

type Answer = Response | str | tuple[str, int]


@blueprint.get("/drafts/<draft_id>/precheck")
@allowed(Act.DRAFT_READ)
def questions(draft_id: str) -> str:
    opened = services().drafting.open(actor(), draft_id)
    return render_template("drafting/precheck.html", page=precheck_page(opened))


@blueprint.post("/drafts/<draft_id>/precheck")
@allowed(Act.DRAFT_WRITE)
def save(draft_id: str) -> Answer:
    """Saves the answers as answers of their own steps, none of which is left by that; then the way on."""
    before = services().drafting.open(actor(), draft_id, silently=True)
    precheck_page(before)
    posted = read_page(before.template.form, request.form)
    try:
        saved = save_step(services().drafting, actor(), draft_id, "", replace(posted, act=StepAct("stay")))
    except StorageUnavailable:
        return render_template("drafting/precheck.html", page=precheck_page(before, typed=posted.typed)), 503
    if saved.clashes:
        return render_template("drafting/precheck.html", page=precheck_page(saved.opened, clashes=saved.clashes)), 409
    return to("drafting.open_draft" if posted.act.name == "next" else "precheck.questions", draft_id=draft_id)


@blueprint.post("/drafts/<draft_id>/precheck/field")
@allowed(Act.DRAFT_WRITE)
def field(draft_id: str) -> Answer:
    """One question that saves itself; what is around it follows."""
    before = services().drafting.open(actor(), draft_id, silently=True)
    entry = read_entry(before.template.form, request.form)
    saved = save_entry(services().drafting, actor(), draft_id, entry)
    known = frozenset(finding.key for finding in before.review.findings)
    page = precheck_page(saved.opened, clashes=saved.clashes, known_keys=known)
    differs = shown_paths(before.review.derived) != shown_paths(saved.opened.review.derived)
    view = find_view(page.views, entry.path)
    answer = render_template("drafting/field.html", page=page, view=view, item=None, fields_changed=differs)
    return answer, 409 if saved.clashes else 200
