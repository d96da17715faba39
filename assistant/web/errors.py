"""Every error is a Persian page: what happened, what to do. No stack, no typed text; the log names places only."""

import logging
import secrets
import traceback

from flask import Flask, g, render_template, request
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RoutingException
from werkzeug.wrappers import Response

from assistant.ports import StorageUnavailable
from assistant.services.access import Act, NotFound, Refused
from assistant.services.draft_book import UnknownField
from assistant.services.filing import LibraryChanged
from assistant.services.passwords import TooBusy
from assistant.web.here import actor_or_none, is_partial, services
from assistant.web.session import ForgedForm
from assistant.web.step_form import MalformedForm

log = logging.getLogger("dadkhastyar.web")

KNOWN = {400, 401, 403, 404, 405, 413, 414, 415, 500, 503}


def answer_errors(app: Flask) -> None:
    @app.errorhandler(NotFound)
    def not_found(_error: NotFound) -> Response:
        person = actor_or_none()
        if person is not None:
            object_id = str(next(iter((request.view_args or {}).values()), ""))
            services().gate.note_refusal(person, g.get("act", Act.HOME_READ), object_id)
        return error_page(404)

    @app.errorhandler(Refused)
    def refused(_error: Refused) -> Response:
        return error_page(403)

    @app.errorhandler(ForgedForm)
    def forged(_error: ForgedForm) -> Response:
        return error_page(403, kind="forged")

    @app.errorhandler(StorageUnavailable)
    def no_storage(_error: StorageUnavailable) -> Response:
        log.error("storage unavailable at %s", request.endpoint)
        return error_page(503, kind="storage")

    @app.errorhandler(UnknownField)
    @app.errorhandler(MalformedForm)
    def not_a_form(_error: ValueError) -> Response:
        return error_page(400)

    @app.errorhandler(LibraryChanged)
    def library_changed(_error: LibraryChanged) -> Response:
        return error_page(409, kind="library")

    @app.errorhandler(TooBusy)
    def busy(_error: TooBusy) -> Response:
        return error_page(503, kind="busy")

    @app.errorhandler(HTTPException)
    def known(error: HTTPException) -> Response:
        if isinstance(error, RoutingException):  # a redirect made by routing
            return error.get_response()
        response = error_page(error.code or 500)
        response.headers.extend((name, value) for name, value in error.get_headers() if name in ("Allow", "Location"))
        return response

    @app.errorhandler(Exception)
    def unknown(error: Exception) -> Response:
        number = secrets.token_hex(4)
        log.error("error %s at %s: %s at %s", number, request.endpoint, type(error).__name__, _places(error))
        return error_page(500, number=number)


def error_page(status: int, *, kind: str = "", number: str = "") -> Response:
    """``kind`` chooses a page of its own among those with the same status."""
    name = kind or (str(status) if status in KNOWN else ("500" if status >= 500 else "400"))
    page = "errors/part.html" if is_partial() else "errors/page.html"
    response = Response(
        render_template(page, name=name, number=number, is_error=True), status=status, mimetype="text/html"
    )
    if is_partial():  # said in the top bar; what was typed stays where it is
        response.headers["HX-Retarget"] = "#saved"
        response.headers["HX-Reswap"] = "outerHTML"
    return response


def _places(error: BaseException) -> str:
    """File and line of each frame, innermost last; messages are left out: they may quote what was typed."""
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    return " < ".join(f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in frames)
