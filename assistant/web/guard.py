"""Deny by default: every endpoint names the act it performs, and nobody reaches it whose role has not that act."""

from collections.abc import Callable

from flask import Flask, g, redirect, request, url_for
from werkzeug.exceptions import Unauthorized
from werkzeug.wrappers import Response

from assistant.services.access import PUBLIC_ACTS, Act
from assistant.web.here import actor_or_none, is_partial, services

STATIC = "static"  # Flask's own endpoint for files; the only one without an act


class UndeclaredEndpoint(RuntimeError):
    """An endpoint without an act: a mistake found when the application is made, never by a visitor."""


def allowed[**P, R](act: Act) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declares the act an endpoint performs. Stands directly above the view function."""

    def declare(view: Callable[P, R]) -> Callable[P, R]:
        view.__dict__["act"] = act
        return view

    return declare


def act_of(app: Flask, endpoint: str) -> Act:
    act = getattr(app.view_functions[endpoint], "act", None)
    if not isinstance(act, Act):
        raise UndeclaredEndpoint(endpoint)
    return act


def check_every_endpoint(app: Flask) -> None:
    """Raises UndeclaredEndpoint for an endpoint without an act."""
    for rule in app.url_map.iter_rules():
        if rule.endpoint != STATIC:
            act_of(app, rule.endpoint)


def guard(app: Flask) -> None:
    @app.before_request
    def admit() -> Response | None:
        if request.endpoint is None or request.endpoint == STATIC:
            return None
        act = g.act = act_of(app, request.endpoint)
        if act in PUBLIC_ACTS:
            return None
        person = actor_or_none()
        if person is None:
            return _to_the_entrance()
        services().gate.admit(person, act)
        return None


def _to_the_entrance() -> Response:
    """A page goes to the login and comes back; a part says so in place, the text typed stays where it is."""
    if is_partial():
        raise Unauthorized
    back = request.path if request.method == "GET" else None
    return redirect(url_for("entrance.login", next=back if back != "/" else None), code=303)
