"""What every answer carries, pages, parts, files and errors alike, and which host names are answered at all."""

from urllib.parse import urlsplit

from flask import Flask, request
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response

from assistant.web.guard import STATIC

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}

_A_YEAR = 365 * 24 * 3600


def secure(app: Flask, hosts: tuple[str, ...], *, is_https: bool) -> None:
    known = frozenset(host.lower() for host in hosts)

    @app.before_request
    def check_host() -> None:
        if _host_name(request.environ.get("HTTP_HOST", "")) not in known:
            raise BadRequest

    @app.after_request
    def add_headers(response: Response) -> Response:
        response.headers.update(HEADERS)
        response.headers["Cache-Control"] = _caching(response)
        if request.endpoint != STATIC:
            response.vary.add("HX-Request")
            response.vary.add("Cookie")
        if is_https:
            response.headers["Strict-Transport-Security"] = f"max-age={_A_YEAR}"
        return response


def _caching(response: Response) -> str:
    if request.endpoint != STATIC or response.status_code >= 400:
        return "no-store"
    return f"public, max-age={_A_YEAR}, immutable" if "v" in request.args else "public, no-cache"


def _host_name(host: str) -> str:
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""
