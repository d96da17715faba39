"""Which endpoints take a file, and how much their forms may weigh; all others keep the usual limit."""

from collections.abc import Mapping

from flask import Flask, request

LARGEST_FORMS: Mapping[str, int] = {"office.attempt": 12 * 1024 * 1024}
"""A file a few times too large must still come back on the page with the limit named."""


def admit_uploads(app: Flask) -> None:
    """Stands before everything that reads a form."""

    @app.before_request
    def weigh() -> None:
        if limit := LARGEST_FORMS.get(request.endpoint or ""):
            request.max_content_length = limit
