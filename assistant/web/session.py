"""The session cookie and who stands behind it, and the token that each of its forms must carry."""

import hashlib
import hmac
import secrets
from urllib.parse import urlsplit

from flask import Flask, g, request
from werkzeug.exceptions import Forbidden
from werkzeug.wrappers import Response

from assistant.web.guard import STATIC
from assistant.web.here import actor_or_none, services, settings

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
TOKEN_FIELD = "csrf_token"  # noqa: S105 (a name, not a secret)
_LONGEST_COOKIE = 100


class ForgedForm(Forbidden):
    """A write without this session's token, or sent by a page of another site."""


def cookie_name() -> str:
    return "__Host-dadkhast" if settings().is_https else "dadkhast"


def entrance_cookie_name() -> str:
    """Holds a random value before anybody has signed in, so that the login form has a token too."""
    return "__Host-dar" if settings().is_https else "dar"


def set_cookie(response: Response, name: str, value: str, *, max_age: int | None = None) -> None:
    response.set_cookie(name, value, max_age=max_age, secure=settings().is_https, httponly=True, samesite="Strict")


def start_session(response: Response, cookie: str) -> Response:
    set_cookie(response, cookie_name(), cookie)
    response.delete_cookie(entrance_cookie_name(), secure=settings().is_https, httponly=True, samesite="Strict")
    return response


def end_session(response: Response) -> Response:
    """The browser forgets everything it has seen of this person."""
    response.delete_cookie(cookie_name(), secure=settings().is_https, httponly=True, samesite="Strict")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def session_cookie() -> str:
    return request.cookies.get(cookie_name(), "")[:_LONGEST_COOKIE]


def form_token() -> str:
    """The token of this browser's forms: derived from the secret cookie, so it needs no place of its own."""
    secret = session_cookie() if g.get("actor") else _entrance_value()
    return hmac.new(secret.encode(), b"form", hashlib.sha256).hexdigest()


def person_mark() -> str:
    """Tells pages of one person from pages of another, without naming anybody."""
    person = actor_or_none()
    return hashlib.sha256(f"page of {person.user_id}".encode()).hexdigest()[:16] if person else ""


def _entrance_value() -> str:
    value = request.cookies.get(entrance_cookie_name(), "")[:_LONGEST_COOKIE] or g.get("new_entrance_value", "")
    if not value:
        value = g.new_entrance_value = secrets.token_urlsafe(32)
    return str(value)


def recognise(app: Flask) -> None:
    """Before anything else: who is it, by one read."""

    @app.before_request
    def find_actor() -> None:
        g.actor = None
        if request.endpoint != STATIC:
            g.actor = services().sign_in.authenticate(session_cookie())

    @app.after_request
    def keep_entrance_value(response: Response) -> Response:
        if value := g.get("new_entrance_value"):
            set_cookie(response, entrance_cookie_name(), value)
        return response


def refuse_forgeries(app: Flask) -> None:
    """After the guard: every write carries the token and comes from a page of this very server."""

    @app.before_request
    def check_token() -> None:
        if request.method in SAFE_METHODS or request.endpoint is None:
            return
        if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
            raise ForgedForm
        if not _is_own(request.headers.get("Origin", "null")):
            raise ForgedForm
        if not hmac.compare_digest(request.form.get(TOKEN_FIELD, "").encode(), form_token().encode()):
            raise ForgedForm


def _is_own(origin: str) -> bool:
    """Under the policy no-referrer browsers send «null» with a form; then the token alone decides."""
    return origin == "null" or urlsplit(origin).netloc == request.host
