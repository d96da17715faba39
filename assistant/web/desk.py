"""The desk: drafts with their state, and searching them without a name ever standing in an address."""

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from assistant.services.access import Act, may_at_all
from assistant.services.desk import PAGE
from assistant.web.guard import allowed
from assistant.web.here import actor, is_partial, services, to

blueprint = Blueprint("desk", __name__)

_LONGEST_QUERY = 200
_MOST_SHOWN = 600


@blueprint.get("/")
@allowed(Act.HOME_READ)
def home() -> Response | str:
    """Whoever drafts comes to the desk, everybody else to the library."""
    if not may_at_all(actor().role, Act.DESK_READ):
        return to("library.index")
    return render_template("desk.html", found=services().desk.drafts(actor()), query="", step=PAGE)


@blueprint.post("/desk/search")
@allowed(Act.DESK_READ)
def search() -> str:
    query = request.form.get("q", "")[:_LONGEST_QUERY]
    found = services().desk.drafts(actor(), query, _limit(request.form.get("shown", "")))
    page = "partials/drafts.html" if is_partial() else "desk.html"
    return render_template(page, found=found, query=query, step=PAGE)


def _limit(text: str) -> int:
    return min(int(text), _MOST_SHOWN) if text.isascii() and text.isdigit() and len(text) < 6 and int(text) else PAGE
