"""The request being answered: its services, who is acting, and whether a part of a page is asked for."""

from typing import Any, cast

from flask import current_app, g, redirect, request, url_for
from werkzeug.wrappers import Response

from assistant.domain.people import Actor
from assistant.web.services import Services, WebSettings


def services() -> Services:
    return cast(Services, current_app.extensions["services"])


def settings() -> WebSettings:
    return cast(WebSettings, current_app.extensions["settings"])


def actor_or_none() -> Actor | None:
    return cast("Actor | None", g.get("actor"))


def actor() -> Actor:
    """Who is acting. Only for endpoints whose act needs a session; the guard has seen to it."""
    found = actor_or_none()
    if found is None:
        raise RuntimeError("no actor at an endpoint that needs one")
    return found


def is_partial() -> bool:
    """Whether htmx asks for a part. Anybody can say so: it chooses what is drawn, never what is allowed."""
    return request.headers.get("HX-Request") == "true"


def to(endpoint: str, *, _anchor: str | None = None, **values: str) -> Response:
    """After a write: look at the result with a GET."""
    return redirect(url_for(endpoint, _anchor=_anchor, **cast(dict[str, Any], values)), code=303)
