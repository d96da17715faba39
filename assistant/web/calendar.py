"""The office calendar: a month or a year of holidays, and the one-off closures a supervisor enters."""

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from assistant.services.access import Act
from assistant.services.calendar_desk import ClosureRefused
from assistant.web.calendar_view import calendar_view, read_choice, read_closure
from assistant.web.guard import allowed
from assistant.web.here import actor, services, to
from assistant.web.tool_form import EMPTY, ToolForm, ToolReading

blueprint = Blueprint("calendar", __name__, url_prefix="/calendar")
REFUSED = {
    "outside_tables": ("day", "این روز بیرون از جدول‌های تقویم است."),
    "known": ("day", "برای این روز و این محدوده، تعطیلی ثبت شده است."),
    "place": ("scope", "این محدوده شناخته نیست."),
    "too_long": ("reason", "گنجایش دلیل و منبع هر یک ۵۰۰ نویسه است."),
    "empty": ("reason", "دلیل و منبع نوشته نشده است."),
}

type Answer = Response | str | tuple[str, int]


@blueprint.get("")
@allowed(Act.DEADLINES_READ)
def index() -> str:
    """``?year=1405&month=9&province=isfahan``; ``month=all`` is the whole year."""
    return _page(EMPTY)


@blueprint.post("/closures")
@allowed(Act.CALENDAR_WRITE)
def add() -> Answer:
    closure, form = read_closure(request.form)
    if closure is None:
        return _page(form), 422
    try:
        added = services().calendar.add(actor(), *closure)
    except ClosureRefused as refused:
        key, told = REFUSED[refused.code]
        return _page(_with_problem(form, key, told)), 422
    return to("calendar.index", _anchor=f"closure-{added.id}")


@blueprint.post("/closures/<closure_id>/withdraw")
@allowed(Act.CALENDAR_WRITE)
def withdraw(closure_id: str) -> Answer:
    try:
        services().calendar.withdraw(actor(), closure_id, request.form.get("reason", ""))
    except ClosureRefused:
        return _page(EMPTY, unexplained=closure_id), 422
    return to("calendar.index", _anchor=f"closure-{closure_id}")


def _page(form: ToolForm, unexplained: str = "") -> str:
    """``unexplained``: the closure that somebody tried to withdraw without a reason."""
    desk = services().calendar
    choice = read_choice(request.args, desk.current(), desk.today(), services().deadline_counter.province_of(actor()))
    view = calendar_view(desk.current(), choice, desk.today())
    return render_template(
        "calendar/index.html", view=view, lines=desk.lines(actor()), form=form, unexplained=unexplained
    )


def _with_problem(form: ToolForm, key: str, told: str) -> ToolForm:
    reading = ToolReading(form.values)
    reading.problem(key, told)
    return reading.done()
