"""Starting a petition: templates found by Persian search or by family."""

from flask import Blueprint, render_template, request

from assistant.services.access import Act
from assistant.web.guard import allowed
from assistant.web.here import is_partial, services

blueprint = Blueprint("new_petition", __name__)

_LONGEST_QUERY = 200


@blueprint.get("/new")
@allowed(Act.DRAFT_START)
def choose() -> str:
    query = request.args.get("q", "")[:_LONGEST_QUERY]
    page = "partials/templates_to_start.html" if is_partial() else "new.html"
    return render_template(page, families=services().library_pages.search(query), query=query)
