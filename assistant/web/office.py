"""The office's own book: outages of the national system, what was tried, and their export."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, make_response, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from assistant.services.access import Act
from assistant.services.outage import OutageRefused
from assistant.web.guard import allowed
from assistant.web.here import actor, services, to
from assistant.web.office_page import index_page, outage_page, refusal_words
from assistant.web.office_tabs import office_tabs
from assistant.web.outage_forms import (
    read_attempt,
    read_checks,
    read_facts,
    read_restored,
    with_problem,
)
from assistant.web.tool_form import ToolForm, ToolReading

blueprint = Blueprint("office", __name__)

type Answer = AnyResponse | tuple[str, int] | str


@blueprint.get("/office")
@allowed(Act.OFFICE_READ)
def index() -> str:
    return render_template(
        "office/index.html", page=index_page(request.args.get("office", "")[:64]), tabs=office_tabs()
    )


@blueprint.post("/office/outages")
@allowed(Act.OUTAGE_RECORD)
def open_outage() -> AnyResponse:
    return to("office.outage", outage_id=services().outages.open(actor()).id)


@blueprint.get("/office/outages.jsonl")
@allowed(Act.OUTAGE_EXPORT)
def export() -> Response:
    lines = services().outages.export(actor(), request.args.get("office", "")[:64])
    response = make_response("".join(f"{line}\n" for line in lines))
    response.headers["Content-Type"] = "application/jsonl; charset=utf-8"
    response.headers["Content-Disposition"] = 'attachment; filename="outages.jsonl"'
    return response


@blueprint.get("/office/outages/<outage_id>")
@allowed(Act.OFFICE_READ)
def outage(outage_id: str) -> str:
    return render_template("office/outage.html", page=outage_page(outage_id))


@blueprint.post("/office/outages/<outage_id>/facts")
@allowed(Act.OUTAGE_RECORD)
def describe(outage_id: str) -> Answer:
    read = read_facts(request.form, services().papers.texts)
    if read.facts is None or read.first_failure is None:
        return _again(outage_id, facts=read)
    facts, first = read.facts, read.first_failure
    try:
        services().outages.describe(actor(), outage_id, facts, first)
    except OutageRefused as refused:
        form = with_problem(read.form, "failure_time", refusal_words(refused.code))
        return _again(outage_id, facts=type(read)(form, read.systems))
    return to("office.outage", outage_id=outage_id, _anchor="facts")


@blueprint.post("/office/outages/<outage_id>/attempts")
@allowed(Act.OUTAGE_RECORD)
def attempt(outage_id: str) -> Answer:
    read, file = read_attempt(request.form.to_dict()), request.files.get("picture")
    if read.at is None or not read.form.is_clear:
        return _again(outage_id, attempt=read.form)
    try:
        services().outages.attempt(actor(), outage_id, read.at, read.result, file.read() if file else b"")
    except OutageRefused as refused:
        key = "picture" if refused.code.startswith("picture") else "attempt_time"
        return _again(outage_id, attempt=with_problem(read.form, key, refusal_words(refused.code)))
    return to("office.outage", outage_id=outage_id, _anchor="attempts")


@blueprint.post("/office/outages/<outage_id>/checks")
@allowed(Act.OUTAGE_RECORD)
def check(outage_id: str) -> Answer:
    form, checks = read_checks(request.form.to_dict(), services().papers.texts)
    if checks is None:
        return _again(outage_id, checks=form)
    told = checks
    return _written(
        outage_id, "checks", lambda: services().outages.check(actor(), outage_id, told), checks=form, key="power_ok"
    )


@blueprint.post("/office/outages/<outage_id>/restored")
@allowed(Act.OUTAGE_RECORD)
def restore(outage_id: str) -> Answer:
    form, at, went_on = read_restored(request.form.to_dict())
    if at is None or not form.is_clear:
        return _again(outage_id, restored=form)
    moment = at
    return _written(
        outage_id,
        "restored",
        lambda: services().outages.restore(actor(), outage_id, moment, work_went_on=went_on),
        restored=form,
        key="restored_time",
    )


@blueprint.post("/office/outages/<outage_id>/withdrawn")
@allowed(Act.OUTAGE_RECORD)
def withdraw(outage_id: str) -> Answer:
    reading = ToolReading(request.form.to_dict())
    reason = reading.text("withdraw_reason", "دلیل")
    form = reading.done()
    if reason is None:
        return _again(outage_id, withdrawn=with_problem(form, "withdraw_reason", "دلیل خالی است."))
    why = reason
    return _written(
        outage_id,
        "outage-title",
        lambda: services().outages.withdraw(actor(), outage_id, why),
        withdrawn=form,
        key="withdraw_reason",
    )


@blueprint.get("/office/outages/<outage_id>/pictures/<picture_id>")
@allowed(Act.OFFICE_READ)
def picture(outage_id: str, picture_id: str) -> Response:
    found = services().outages.picture(actor(), outage_id, picture_id)
    response = make_response(services().outages.picture_content(actor(), outage_id, picture_id))
    response.headers["Content-Type"] = found.mime
    response.headers["Content-Disposition"] = f'inline; filename="{found.sha256[:12]}"'
    return response


def _written(outage_id: str, anchor: str, write: Callable[[], None], *, key: str, **form: ToolForm) -> Answer:
    """Writes and looks at the result; a refusal comes back at its field."""
    try:
        write()
    except OutageRefused as refused:
        name, read = next(iter(form.items()))
        return _again(outage_id, **{name: with_problem(read, key, refusal_words(refused.code))})
    return to("office.outage", outage_id=outage_id, _anchor=anchor)


def _again(outage_id: str, **forms: Any) -> tuple[str, int]:
    return render_template("office/outage.html", page=outage_page(outage_id, **forms)), 422
