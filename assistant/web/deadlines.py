"""Deadlines: the worklist, the calculator, and the deadlines of one draft."""

from flask import Blueprint, make_response, render_template, request
from werkzeug.wrappers import Response

from assistant.services.access import Act
from assistant.services.deadline_desk import DeadlineRefused
from assistant.web.deadline_form import UNITS, read_question
from assistant.web.deadline_page import act_groups, service_mode_of
from assistant.web.guard import allowed
from assistant.web.here import actor, is_partial, services, to
from assistant.web.tool_form import EMPTY, ToolForm

blueprint = Blueprint("deadlines", __name__)
ICS = "text/calendar; charset=utf-8"
REFUSED = {
    "known": "این مهلت با همین تاریخ پیش‌تر برای این پیش‌نویس ثبت شده است.",
    "too_many": "بیست مهلت برای این پیش‌نویس ثبت شده است؛ گنجایش بیش از این نیست.",
    "unknown_period": "این مهلت در میان مهلت‌ها نیست.",
}

type Answer = Response | str | tuple[str, int]


@blueprint.get("/deadlines")
@allowed(Act.DEADLINES_READ)
def index() -> Answer:
    """The worklist; who has no drafts comes to the calculator."""
    if not services().deadlines.has_worklist(actor()):
        return to("deadlines.count")
    return render_template("deadlines/index.html", worklist=services().deadlines.worklist(actor()))


@blueprint.get("/deadlines/count")
@allowed(Act.DEADLINES_READ)
def count() -> str:
    """The calculator: everything asked stands in the address, dates and choices only."""
    counter = services().deadline_counter
    defaults = {
        "province": counter.province_of(actor()),
        "mode": "".join(each.id for each in counter.service_modes[:1]),
    }
    asked = read_question(request.args, counter.periods, counter.today(), defaults=defaults)
    answer = counter.count(actor(), asked.question) if asked.question else None
    page = "partials/deadline_result.html" if is_partial() else "deadlines/count.html"
    mode = service_mode_of(counter.service_modes, asked.form)
    return render_template(
        page,
        asked=asked,
        answer=answer,
        mode=mode,
        groups=act_groups(counter),
        units=UNITS,
        is_part=is_partial(),
    )


@blueprint.get("/drafts/<draft_id>/deadlines")
@allowed(Act.DEADLINES_WRITE)
def of_draft(draft_id: str) -> str:
    return _draft_page(draft_id, EMPTY)


@blueprint.post("/drafts/<draft_id>/deadlines")
@allowed(Act.DEADLINES_WRITE)
def put(draft_id: str) -> Answer:
    desk = services().deadlines
    desk.of_draft(actor(), draft_id)  # a draft of somebody else is unknown before anything is read
    asked = read_question(request.form, desk.periods, desk.today(), others=0)
    if asked.question is None:
        return _draft_page(draft_id, asked.form), 422
    first = asked.question.persons[0]
    try:
        desk.put(
            actor(),
            draft_id,
            asked.question.period,
            first.start,
            is_abroad=first.is_abroad,
            court_set=asked.question.court_set,
        )
    except DeadlineRefused as refused:
        return _draft_page(draft_id, asked.form, REFUSED[refused.code]), 422
    return to("deadlines.of_draft", draft_id=draft_id)


@blueprint.post("/drafts/<draft_id>/deadlines/remove")
@allowed(Act.DEADLINES_WRITE)
def remove(draft_id: str) -> Response:
    services().deadlines.remove(actor(), draft_id, request.form.get("deadline", ""))
    return to("deadlines.of_draft", draft_id=draft_id)


@blueprint.get("/drafts/<draft_id>/deadlines.ics")
@allowed(Act.DEADLINES_WRITE)
def calendar_file(draft_id: str) -> Response:
    """The file's name carries the draft's number only."""
    draft, content = services().deadlines.calendar_file(actor(), draft_id)
    response = make_response(content)
    response.headers["Content-Type"] = ICS
    response.headers["Content-Disposition"] = f'attachment; filename="deadlines-{draft.number}.ics"'
    return response


def _draft_page(draft_id: str, form: ToolForm, told: str = "") -> str:
    found = services().deadlines.of_draft(actor(), draft_id)
    groups = act_groups(services().deadline_counter)
    return render_template("deadlines/draft.html", page=found, form=form, told=told, groups=groups, units=UNITS)
