"""Court costs: of values typed in, of a draft, and printed for the applicant."""

from typing import Any

from flask import Blueprint, render_template, request, url_for

from assistant.services.access import Act
from assistant.services.cost_desk import CostDesk, DraftCosts
from assistant.web.cost_form import (
    KINDS,
    SIDES,
    CostForm,
    read_cost_form,
    read_draft_form,
    service_options,
    stage_options,
    typed_values,
)
from assistant.web.guard import allowed
from assistant.web.here import actor, services

blueprint = Blueprint("costs", __name__)


@blueprint.get("/costs")
@allowed(Act.CALCULATE)
def index() -> str:
    found = _free()
    return render_template(
        "costs/index.html", stages=stage_options(_desk().costs), kinds=KINDS, sides=SIDES, **_shown(found)
    )


@blueprint.get("/costs/print")
@allowed(Act.CALCULATE)
def printed() -> str:
    back = url_for("costs.index", **typed_values(request.args))
    return render_template("costs/print.html", back=back, heading="", number="", **_shown(_free()))


@blueprint.get("/drafts/<draft_id>/costs")
@allowed(Act.DRAFT_READ)
def of_draft(draft_id: str) -> str:
    draft, found = _drafted(draft_id)
    return render_template("costs/draft.html", of=draft, **_shown(found))


@blueprint.get("/drafts/<draft_id>/costs/print")
@allowed(Act.DRAFT_READ)
def of_draft_printed(draft_id: str) -> str:
    draft, found = _drafted(draft_id)
    back = url_for("costs.of_draft", draft_id=draft_id, **typed_values(request.args))
    named = {"heading": draft.template.title, "number": draft.draft.number}
    return render_template("costs/print.html", back=back, **named, **_shown(found))


def _desk() -> CostDesk:
    return services().costs


def _free() -> CostForm:
    desk = _desk()
    return read_cost_form(request.args, desk.costs, desk.tariff, desk.today)


def _drafted(draft_id: str) -> tuple[DraftCosts, CostForm]:
    desk = _desk()
    draft = desk.of_draft(actor(), draft_id)
    counts = {"persons": draft.persons, "copies": draft.copies}
    return draft, read_draft_form(request.args, desk.tariff, desk.today, draft.stage, draft.claims, **counts)


def _shown(found: CostForm) -> dict[str, Any]:
    desk = _desk()
    return {
        "form": found.form,
        "rows": found.rows,
        "bill": desk.view(found.request) if found.request is not None else None,
        "service_options": service_options(desk.tariff),
        "office": desk.office_name(actor()),
        "asked": typed_values(request.args),
    }
