"""The drafting pages: a step at a time, a field at a time, and the review of the whole."""

from collections.abc import Mapping, Sequence

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from assistant.domain.answer_edits import value_at
from assistant.ports import StorageUnavailable
from assistant.services.access import Act
from assistant.services.draft_book import OpenDraft
from assistant.services.list_editing import ListAct
from assistant.web.draft_page import draft_page, saved_at, step_for_path
from assistant.web.field_view import Entered, find_view, html_id, item_of
from assistant.web.filing_date import asked_date, opened_on_asked_date
from assistant.web.guard import allowed
from assistant.web.here import actor, is_partial, services, to
from assistant.web.review_page import point_keys, review_page
from assistant.web.step_form import Entry, StepAct, read_entry, read_step
from assistant.web.step_page import shown_paths
from assistant.web.step_saving import Clash, StepSaved, save_entry
from assistant.web.step_saving import save_step as save_posted
from assistant.web.text_view import TextView, text_view

blueprint = Blueprint("drafting", __name__)

type Answer = Response | str | tuple[str, int]


@blueprint.post("/drafts")
@allowed(Act.DRAFT_START)
def start() -> Response:
    """A petition opens with its few first questions, where its template has them."""
    draft = services().drafting.start(actor(), request.form.get("template", ""))
    opened = services().drafting.open(actor(), draft.id, silently=True)
    return to("precheck.questions" if opened.template.precheck else "drafting.open_draft", draft_id=draft.id)


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
def save_step(draft_id: str, step_id: str) -> Answer:
    """Saves what was entered, then does what the pressed button says."""
    before = services().drafting.open(actor(), draft_id, silently=True)
    posted = read_step(before.template.form, step_id, request.form)
    try:
        saved = save_posted(services().drafting, actor(), draft_id, step_id, posted)
    except StorageUnavailable:
        return _step_page(before, step_id, typed=posted.typed), 503
    if saved.clashes:
        return _step_page(saved.opened, step_id, saved.clashes), 409
    return _after(saved.opened, step_id, posted.act)


@blueprint.post("/drafts/<draft_id>/field")
@allowed(Act.DRAFT_WRITE)
def field(draft_id: str) -> Answer:
    """One field by itself: while typing, in place on the review page, or as the choice in a conflict."""
    before = services().drafting.open(actor(), draft_id, silently=True)
    entry = read_entry(before.template.form, request.form)
    step_id = step_for_path(before.review, entry.path)
    try:
        saved = save_entry(services().drafting, actor(), draft_id, entry)
    except StorageUnavailable:
        if is_partial():
            raise
        return _step_page(before, step_id, typed={entry.path: entry.raw}), 503
    if is_partial():
        return _around_field(before, saved, entry, step_id), 409 if saved.clashes else 200
    return (_step_page(saved.opened, step_id, saved.clashes), 409) if saved.clashes else _back(draft_id, entry, step_id)


@blueprint.post("/drafts/<draft_id>/undo")
@allowed(Act.DRAFT_WRITE)
def undo(draft_id: str) -> Response:
    opened = services().drafting.undo(actor(), draft_id)
    wanted = request.form.get("step", "")
    return to("drafting.step", draft_id=draft_id, step_id=wanted if opened.shows(wanted) else opened.first_step.id)


@blueprint.get("/drafts/<draft_id>/review")
@allowed(Act.DRAFT_READ)
def review(draft_id: str) -> str:
    """``?edit=<path>`` opens that answer in place; ``?on=1406-01-15`` reviews for another filing date."""
    opened = opened_on_asked_date(draft_id)
    page = review_page(opened, services().calculations.of(opened), edited=request.args.get("edit", ""))
    return render_template("drafting/review.html", page=page, asked=asked_date())


@blueprint.post("/drafts/<draft_id>/reasons")
@allowed(Act.DRAFT_WRITE)
def reasons(draft_id: str) -> Answer:
    opened = keep_reasons(draft_id)
    if is_partial():
        return render_template("drafting/reasons.html", saved_at=saved_at(opened))
    return to("drafting.review", draft_id=draft_id)


def keep_reasons(draft_id: str) -> OpenDraft:
    """Keeps the reasons posted; those of points that stand no longer are passed over."""
    opened = services().drafting.open(actor(), draft_id, silently=True)
    keys = point_keys(opened.review)
    given = {key: text for key, text in request.form.items() if key in keys}
    return services().drafting.keep_reasons(actor(), draft_id, given) if given else opened


def _step_page(
    opened: OpenDraft,
    step_id: str,
    clashes: Sequence[Clash] = (),
    typed: Mapping[str, Entered] | None = None,
) -> str:
    found = services().calculations.of(opened)
    page = draft_page(opened, opened.step(step_id), clashes=clashes, typed=typed, calculations=found)
    return render_template("drafting/step.html", page=page)


def _around_field(before: OpenDraft, saved: StepSaved, entry: Entry, step_id: str) -> str:
    """What is said about the field and everything around it, never the control being typed in."""
    known = frozenset(finding.key for finding in before.review.findings)
    found, step = services().calculations.of(saved.opened), saved.opened.step(step_id)
    page = draft_page(saved.opened, step, clashes=saved.clashes, known_keys=known, calculations=found)
    return render_template(
        "drafting/field.html",
        page=page,
        view=find_view(page.views, entry.path),
        item=item_of(page.views, entry.path),
        typed_text=_typed_text(saved.opened, entry),
        fields_changed=shown_paths(before.review.derived) != shown_paths(saved.opened.review.derived),
    )


def _typed_text(opened: OpenDraft, entry: Entry) -> TextView | None:
    """The remarks on a text as it stands in its box: places count there, not in the form that is stored."""
    if entry.path not in opened.review.texts or not isinstance(entry.raw, str):
        return None
    text, draft = entry.raw.replace("\r\n", "\n"), opened.draft
    narratives = services().narratives
    return text_view(narratives.read(opened.review, draft.id, draft.office_id, entry.path, text, draft.reasons))


def _back(draft_id: str, entry: Entry, step_id: str) -> Response:
    anchor = html_id(entry.path)
    if request.form.get("back") == "review":
        return to("drafting.review", draft_id=draft_id, _anchor=f"{anchor}-entered")
    return to("drafting.step", draft_id=draft_id, step_id=step_id, _anchor=f"{anchor}-field")


def _after(opened: OpenDraft, step_id: str, act: StepAct) -> Response:
    """To the next step when this one is in order; otherwise back to it, where the problems are told."""
    draft_id, review = opened.draft.id, opened.review
    if not opened.shows(step_id):  # answers changed elsewhere lead past it
        return to("drafting.open_draft", draft_id=draft_id)
    own = {state.path for state in review.derived.fields if state.step_id == step_id}
    if act.name != "next" or any(problem.path in own for problem in review.problems):
        return to("drafting.step", draft_id=draft_id, step_id=step_id, _anchor=_place_of(opened, act))
    following = review.derived.next_step(after=step_id).id
    if following == step_id:
        return to("drafting.review", draft_id=draft_id)
    return to("drafting.step", draft_id=draft_id, step_id=following)


def _place_of(opened: OpenDraft, act: StepAct) -> str | None:
    """Where the work goes on after an act on a list: the item added, copied or moved."""
    if not act.path:
        return None
    place, last = html_id(act.path), len(value_at(opened.draft.answers, act.path) or ()) - 1
    if act.name in (ListAct.ADD, ListAct.DUPLICATE):
        return f"{place}-{last}"
    if act.name in (ListAct.UP, ListAct.DOWN):
        return f"{place}-{min(max(act.index + (1 if act.name == ListAct.DOWN else -1), 0), last)}"
    return f"{place}-add" if act.name == ListAct.REMOVE else f"{place}-field"
