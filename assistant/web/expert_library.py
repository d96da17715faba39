"""Pages of the library for those who write and sign the content: indexes, coverage, worklist, mutations."""

from flask import Blueprint, render_template, request

from assistant.services.access import Act
from assistant.services.mutation_report import UnreadableReport
from assistant.services.rule_index_page import GRADES
from assistant.web.guard import allowed
from assistant.web.here import services

blueprint = Blueprint("expert_library", __name__, url_prefix="/library")


@blueprint.get("/rules")
@allowed(Act.LIBRARY_READ)
def rules() -> str:
    pages = services().expert_pages
    page = pages.rules(request.args)
    return render_template("library/rules.html", page=page, shelf=pages.shelf, templates=pages.template_titles)


@blueprint.get("/articles")
@allowed(Act.LIBRARY_READ)
def articles() -> str:
    return render_template("library/articles.html", page=services().expert_pages.articles())


@blueprint.get("/grounds")
@allowed(Act.LIBRARY_READ)
def grounds() -> str:
    return render_template("library/grounds.html", articles=services().expert_pages.grounds())


@blueprint.get("/coverage")
@allowed(Act.LIBRARY_READ)
def coverage() -> str:
    page = services().expert_pages.coverage(request.args.get("by", ""))
    return render_template("library/coverage.html", page=page)


@blueprint.get("/review")
@allowed(Act.LIBRARY_READ)
def review() -> str:
    """What waits for a named expert."""
    show, kind, grade = (request.args.get(key, "") for key in ("show", "kind", "grade"))
    page = services().expert_pages.worklist(show, kind, grade)
    return render_template("library/review.html", page=page, grades=GRADES)


@blueprint.get("/mutation")
@allowed(Act.LIBRARY_READ)
def mutation() -> str:
    """The report kept by ``check --mutate --keep``; made elsewhere, for it takes minutes."""
    try:
        page, is_unreadable = services().expert_pages.mutation(), False
    except UnreadableReport:
        page, is_unreadable = None, True
    return render_template("library/mutation.html", page=page, is_unreadable=is_unreadable)
