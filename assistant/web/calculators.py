"""The calculators: on their own under «محاسبه», and beside a field of a draft."""

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from assistant.services.access import Act
from assistant.services.draft_book import Conflict, OpenDraft, Saved
from assistant.web.calculator_page import CalculatorPage, calculator_page
from assistant.web.draft_page import step_for_path
from assistant.web.field_view import html_id
from assistant.web.guard import allowed
from assistant.web.here import actor, services, to
from assistant.web.step_form import MalformedForm

blueprint = Blueprint("calculators", __name__)

type Answer = Response | str | tuple[str, int]


@blueprint.get("/calculators/<calculator_id>")
@allowed(Act.CALCULATE)
def calculator(calculator_id: str) -> str:
    asked = services().calculator_desk.ask(calculator_id, request.args)
    page = calculator_page(asked, services().calculator_desk.table_titles)
    return render_template("calculators/calculator.html", page=page)


@blueprint.get("/drafts/<draft_id>/calculate/<path>")
@allowed(Act.DRAFT_WRITE)
def of_field(draft_id: str, path: str) -> str:
    """``path`` of the field; the query holds what was typed into the calculator."""
    opened, _, asked = services().calculations.open(actor(), draft_id, path, request.args)
    return _in_draft(opened, path, calculator_page(asked, services().calculator_desk.table_titles))


@blueprint.post("/drafts/<draft_id>/calculate/<path>")
@allowed(Act.DRAFT_WRITE)
def put(draft_id: str, path: str) -> Answer:
    """Puts the chosen variant's amount into the field."""
    typed, chosen, revision = request.form, request.form.get("variant", ""), request.form.get("revision", "")
    if not (revision.isascii() and revision.isdigit() and len(revision) < 10):
        raise MalformedForm("revision")
    result = services().calculations.put(actor(), draft_id, path, typed, chosen, int(revision))
    if isinstance(result, Saved):
        step = step_for_path(result.opened.review, path)
        return to("drafting.step", draft_id=draft_id, step_id=step, _anchor=f"{html_id(path)}-field")
    opened, _, asked = services().calculations.open(actor(), draft_id, path, typed)
    page = calculator_page(asked, services().calculator_desk.table_titles)
    if isinstance(result, Conflict):
        return _in_draft(opened, path, page, conflict=result), 409
    return _in_draft(opened, path, page, is_refused=True), 422


def _in_draft(
    opened: OpenDraft, path: str, page: CalculatorPage, *, conflict: Conflict | None = None, is_refused: bool = False
) -> str:
    return render_template(
        "calculators/of_field.html",
        page=page,
        opened=opened,
        path=path,
        field=services().calculations.of(opened)[path],
        step_id=step_for_path(opened.review, path),
        anchor=f"{html_id(path)}-field",
        conflict=conflict,
        is_refused=is_refused,
    )
