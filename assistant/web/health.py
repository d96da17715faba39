"""Whether the server stands: for the one who runs it, without a word about people."""

from flask import Blueprint
from werkzeug.wrappers import Response

from assistant.services.access import Act
from assistant.web.guard import allowed
from assistant.web.here import settings

blueprint = Blueprint("health", __name__)


@blueprint.get("/health")
@allowed(Act.SIGN_IN)
def health() -> Response:
    store = settings().store
    if store is not None:
        with store.read() as work:
            work.offices()
    return Response("ok\n", mimetype="text/plain")
