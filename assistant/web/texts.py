"""The remarks on a petition's texts: taking suggestions, passing over, the text before and after tidying."""

from dataclasses import replace

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from assistant.services.access import Act, NotFound
from assistant.services.text_desk import Pick, text_of
from assistant.web.draft_page import field_link, saved_at
from assistant.web.field_view import html_id
from assistant.web.guard import allowed
from assistant.web.here import actor, services, to
from assistant.web.step_form import REMARK, MalformedForm, StepAct, read_page
from assistant.web.step_saving import save_step
from assistant.web.text_view import comparison

blueprint = Blueprint("texts", __name__)


@blueprint.post("/drafts/<draft_id>/text")
@allowed(Act.DRAFT_WRITE)
def change(draft_id: str) -> Response:
    """Saves what stands on the page, then does what the button of a remark says."""
    before = services().drafting.open(actor(), draft_id, silently=True)
    posted = read_page(before.template.form, request.form)
    saved = save_step(services().drafting, actor(), draft_id, "", replace(posted, act=StepAct("stay")))
    name, _, rest = request.form.get(f"{REMARK}act", "").partition(":")
    path = rest.split(":", 1)[0]
    if not saved.clashes:
        _act(draft_id, name, rest)
    step = before.template.form.step_of(path)
    if step is None:
        raise NotFound
    return to("drafting.step", draft_id=draft_id, step_id=step.id, _anchor=f"{html_id(path)}-remarks")


@blueprint.get("/drafts/<draft_id>/text/<path>")
@allowed(Act.DRAFT_READ)
def compare(draft_id: str, path: str) -> str:
    opened = services().drafting.open(actor(), draft_id, silently=True)
    read = text_of(opened, path)
    each = opened.template.form.field_at(path)
    page = comparison(read, services().texts.tidied(opened, path), each.label if each else path)
    return render_template(
        "drafting/text.html", page=page, opened=opened, back=field_link(opened)(path), saved_at=saved_at(opened)
    )


def _act(draft_id: str, name: str, rest: str) -> None:
    """``use:<n>`` comes last so that the words may hold anything. Raises MalformedForm."""
    desk, path = services().texts, rest.split(":", 1)[0]
    if name == "all":
        desk.use_all(actor(), draft_id, path, rest.partition(":")[2])
    elif name == "heed":
        desk.heed(actor(), draft_id, rest.partition(":")[2])
    elif name.startswith("use") and name[3:].isdigit():
        desk.use(actor(), draft_id, _pick(rest), int(name[3:]))
    elif name in ("here", "everywhere"):
        pick = _pick(rest)
        reason = request.form.get(f"{REMARK}reason-{pick.kind}-{pick.start}", "")[:500]
        desk.pass_over(actor(), draft_id, pick, reason, is_everywhere=name == "everywhere")
    elif name == "word":
        desk.propose_word(actor(), draft_id, _pick(rest))
    else:
        raise MalformedForm("act")


def _pick(rest: str) -> Pick:
    path, kind, start, span = (*rest.split(":", 3), "", "", "")[:4]
    if not (start.isascii() and start.isdigit() and len(start) < 10):
        raise MalformedForm("act")
    return Pick(path, kind, int(start), span)
