"""The drafting pages: a step at a time, a field at a time, and the review of the whole."""

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from assistant.services.access import Act
from assistant.services.draft_book import Conflict, OpenDraft, Saved
from assistant.services.list_editing import ListAct
from assistant.web.draft_page import DraftPage, draft_page, step_for_path
from assistant.web.drawing import show_clock
from assistant.web.guard import allowed
from assistant.web.here import actor, services, to
from assistant.web.review_page import review_page
from assistant.web.step_form import TAKE, StepAct, read_act, read_entries, read_entry, read_revision
from assistant.web.step_page import find_view, html_id, shown_paths

blueprint = Blueprint("drafting", __name__)


@blueprint.post("/drafts")
@allowed(Act.DRAFT_START)
def start() -> Response:
    draft = services().drafting.start(actor(), request.form.get("template", ""))
    return to("drafting.open_draft", draft_id=draft.id)


@blueprint.get("/drafts/<draft_id>")
@allowed(Act.DRAFT_READ)
def open_draft(draft_id: str) -> Response:
    """Where the clerk left off: the first step not complete."""
    opened = services().drafting.open(actor(), draft_id, silently=True)
    return to("drafting.step", draft_id=draft_id, step_id=opened.review.derived.next_step().id)


@blueprint.get("/drafts/<draft_id>/steps/<step_id>")
@allowed(Act.DRAFT_READ)
def step(draft_id: str, step_id: str) -> str:
    return _step_page(services().drafting.open(actor(), draft_id), step_id)


@blueprint.post("/drafts/<draft_id>/steps/<step_id>")
@allowed(Act.DRAFT_WRITE)
def save_step(draft_id: str, step_id: str) -> Response | tuple[str, int]:
    """Saves what was entered, then does what the pressed button says."""
    drafting, posted, act = services().drafting, request.form, read_act(request.form)
    form = drafting.open(actor(), draft_id, silently=True).template.form
    entries, revision = read_entries(form, posted), read_revision(posted)
    if act.name == "next":
        result = drafting.save_step(actor(), draft_id, step_id, entries, revision)
    else:
        result = drafting.save_fields(actor(), draft_id, entries, revision)
    if isinstance(result, Saved) and act.path:
        result = _edit_list(draft_id, act, result.opened.draft.revision)
    if isinstance(result, Conflict):
        return _step_page(result.opened, step_id, result), 409
    return _after(result.opened, step_id, act)


@blueprint.post("/drafts/<draft_id>/field")
@allowed(Act.DRAFT_WRITE)
def field(draft_id: str) -> tuple[str, int]:
    """One field saves itself; back come its message and everything around it, never the control."""
    drafting = services().drafting
    before = drafting.open(actor(), draft_id, silently=True)
    path, raw, is_unknown = read_entry(before.template.form, request.form)
    revision = read_revision(request.form)
    result = drafting.save_field(actor(), draft_id, path, raw, revision, is_unknown=is_unknown)
    page = _page(result.opened, step_for_path(before.review, path), result, before)
    html = render_template(
        "drafting/field.html",
        page=page,
        view=find_view(page.views, path),
        fields_changed=shown_paths(before.review.derived) != shown_paths(result.opened.review.derived),
    )
    return html, 409 if page.conflict else 200


@blueprint.post("/drafts/<draft_id>/undo")
@allowed(Act.DRAFT_WRITE)
def undo(draft_id: str) -> Response:
    opened = services().drafting.undo(actor(), draft_id)
    steps = {each.id for each in opened.template.form.steps}
    wanted = request.form.get("step", "")
    return to("drafting.step", draft_id=draft_id, step_id=wanted if wanted in steps else opened.first_step.id)


@blueprint.get("/drafts/<draft_id>/review")
@allowed(Act.DRAFT_READ)
def review(draft_id: str) -> str:
    opened = services().drafting.open(actor(), draft_id)
    return render_template("drafting/review.html", page=review_page(opened, field_link(opened), _saved_at(opened)))


@blueprint.post("/drafts/<draft_id>/reasons")
@allowed(Act.DRAFT_WRITE)
def reasons(draft_id: str) -> Response:
    given = {key: text for key, text in request.form.items() if key != "csrf_token"}
    services().drafting.keep_reasons(actor(), draft_id, given)
    return to("drafting.review", draft_id=draft_id)


def field_link(opened: OpenDraft):  # type: ignore[no-untyped-def]
    """Answer path → the address of its field, for findings and summaries."""

    def link(path: str) -> str:
        address = url_for("drafting.step", draft_id=opened.draft.id, step_id=step_for_path(opened.review, path))
        return f"{address}#{html_id(path)}-field"

    return link


def _edit_list(draft_id: str, act: StepAct, revision: int) -> Saved | Conflict:
    drafting, person = services().drafting, actor()
    if act.name == TAKE:
        return drafting.take_proposal(person, draft_id, act.path, revision)
    return drafting.edit_list(person, draft_id, ListAct(act.name), act.path, revision, act.index)


def _after(opened: OpenDraft, step_id: str, act: StepAct) -> Response:
    """To the next step when this one is in order; otherwise back to it, where the problems are told."""
    draft_id, review = opened.draft.id, opened.review
    own = {state.path for state in review.derived.fields if state.step_id == step_id}
    if act.name != "next" or any(problem.path in own for problem in review.problems):
        anchor = f"{html_id(act.path)}-field" if act.path else None
        return to("drafting.step", draft_id=draft_id, step_id=step_id, _anchor=anchor)
    following = review.derived.next_step(after=step_id).id
    if following == step_id:
        return to("drafting.review", draft_id=draft_id)
    return to("drafting.step", draft_id=draft_id, step_id=following)


def _step_page(opened: OpenDraft, step_id: str, conflict: Conflict | None = None) -> str:
    result = conflict or Saved(opened)
    return render_template("drafting/step.html", page=_page(opened, step_id, result))


def _page(opened: OpenDraft, step_id: str, result: Saved | Conflict, before: OpenDraft | None = None) -> DraftPage:
    known = frozenset(finding.key for finding in before.review.findings) if before else None
    conflict = result if isinstance(result, Conflict) else None
    return draft_page(
        opened, opened.step(step_id), field_link(opened), _saved_at(opened), known_keys=known, conflict=conflict
    )


def _saved_at(opened: OpenDraft) -> str:
    return show_clock(opened.draft.changed) if opened.draft.revision else ""
