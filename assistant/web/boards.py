"""Boards: the office's shelf, the paper for the wall with its record, and the public screen."""

from flask import Blueprint, Response, make_response, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from assistant.domain.board import Size
from assistant.services.access import Act
from assistant.web.guard import allowed
from assistant.web.here import actor, services, to
from assistant.web.office_tabs import office_tabs

blueprint = Blueprint("boards", __name__)

PANEL_SECONDS = 15  # a panel of the screen stays; static/css/screen.css turns them at this pace
ROUNDS = 4  # of all panels, before the screen asks for newer data


@blueprint.get("/office/boards")
@allowed(Act.BOARD_PRINT)
def index() -> str:
    return render_template("boards/index.html", shelf=services().boards.shelf(actor()), tabs=office_tabs())


@blueprint.get("/office/boards/<board_id>")
@allowed(Act.BOARD_PRINT)
def board(board_id: str) -> str:
    page = services().boards.board(actor(), board_id)
    return render_template("boards/board.html", page=page, size=_size(request.args.get("size")))


@blueprint.post("/office/boards/<board_id>/prints")
@allowed(Act.BOARD_PRINT)
def record_print(board_id: str) -> AnyResponse:
    made = services().boards.record_print(actor(), board_id, _size(request.form.get("size")))
    return to("boards.printed", number=str(made.number))


@blueprint.get("/office/boards/prints/<int:number>")
@allowed(Act.BOARD_PRINT)
def printed(number: int) -> str:
    return render_template("boards/printed.html", page=services().boards.printed(actor(), number))


@blueprint.post("/office/boards/prints/<int:number>/removed")
@allowed(Act.BOARD_PRINT)
def removed(number: int) -> AnyResponse:
    services().boards.confirm_removed(actor(), number)
    return to("boards.index", _anchor="removed")


@blueprint.get("/board/<office_number>")
@allowed(Act.BOARD_SCREEN)
def screen(office_number: str) -> Response:
    """Shown on a wall for days: the browser asks again by itself, so a changed price is on it without anybody."""
    page = services().boards.screen(office_number)
    response = make_response(render_template("boards/screen.html", page=page))
    response.headers["Refresh"] = str(PANEL_SECONDS * ROUNDS * max(1, len(page.panels)))
    return response


def _size(typed: str | None) -> Size:
    return Size.A3 if typed == Size.A3 else Size.A4
