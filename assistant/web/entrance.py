"""Coming in and going out, and how a person likes the pages: theme and keys."""

import re

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from assistant.services.access import Act
from assistant.services.sign_in import SignInRefused
from assistant.web import keys
from assistant.web.drawing import THEMES
from assistant.web.guard import allowed
from assistant.web.here import actor_or_none, services, to
from assistant.web.session import end_session, form_token, person_mark, session_cookie, set_cookie, start_session

blueprint = Blueprint("entrance", __name__)

_OWN_PAGE = re.compile(r"/[A-Za-z0-9_-]+(?:/[A-Za-z0-9_.-]+)*")
_A_YEAR = 365 * 24 * 3600
_LONGEST_NAME, _LONGEST_PASSWORD = 64, 1000


@blueprint.get("/login")
@allowed(Act.SIGN_IN)
def login() -> Response | str:
    if actor_or_none() is not None:
        return to("desk.home")
    return render_template("login.html", next=_own_page(request.args.get("next", "")), has_ended=bool(session_cookie()))


@blueprint.post("/login")
@allowed(Act.SIGN_IN)
def log_in() -> Response | tuple[str, int]:
    name, password = request.form.get("name", ""), request.form.get("password", "")
    back = _own_page(request.form.get("next", ""))
    try:
        if len(name) > _LONGEST_NAME or len(password) > _LONGEST_PASSWORD:
            raise SignInRefused
        signed_in = services().sign_in.login(name, password, request.remote_addr or "")
    except SignInRefused:
        return render_template("login.html", next=back, is_refused=True), 401
    return start_session(redirect(back or url_for("desk.home"), code=303), signed_in.cookie)


@blueprint.post("/logout")
@allowed(Act.SIGN_OUT)
def logout() -> Response:
    services().sign_in.logout(session_cookie())
    return end_session(to("entrance.login"))


@blueprint.get("/token")
@allowed(Act.HOME_READ)
def token() -> dict[str, str]:
    """For a page that outlived its session: the token of the new one, and whose it is."""
    return {"token": form_token(), "person": person_mark()}


@blueprint.post("/theme")
@allowed(Act.HOME_READ)
def choose_theme() -> Response:
    chosen = request.form.get("theme", "auto")
    response = redirect(_own_page(request.form.get("next", "")) or url_for("desk.home"), code=303)
    set_cookie(response, "theme", chosen if chosen in THEMES else "auto", max_age=_A_YEAR)
    return response


@blueprint.get("/keys")
@allowed(Act.HOME_READ)
def show_keys() -> str:
    modifier, letters = keys.chosen()
    return render_template("keys.html", modifier=modifier, letters=letters, acts=keys.ACTS, modifiers=keys.MODIFIERS)


@blueprint.post("/keys")
@allowed(Act.HOME_READ)
def choose_keys() -> Response | tuple[str, int]:
    modifier, letters = request.form.get("modifier", ""), {act: request.form.get(act, "") for act in keys.ACTS}
    value = keys.cookie_value(modifier, letters)
    if value is None:
        page = {"modifier": modifier, "letters": letters, "acts": keys.ACTS, "modifiers": keys.MODIFIERS}
        return render_template("keys.html", is_wrong=True, **page), 422
    response = to("entrance.show_keys")
    set_cookie(response, keys.COOKIE, value, max_age=_A_YEAR)
    return response


def _own_page(address: str) -> str:
    """The address when it is surely a page of this server, else ''."""
    return address if len(address) < 200 and _OWN_PAGE.fullmatch(address) else ""
