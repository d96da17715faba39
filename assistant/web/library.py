"""The library for those who write and check the content: templates, rules, examples, report."""

from flask import Blueprint, render_template, request

from assistant.services.access import Act
from assistant.web.guard import allowed
from assistant.web.here import actor, services
from assistant.web.places_of_data import places_of_data

blueprint = Blueprint("library", __name__, url_prefix="/library")

_LONGEST_QUERY = 200


@blueprint.get("")
@allowed(Act.LIBRARY_READ)
def index() -> str:
    query = request.args.get("q", "")[:_LONGEST_QUERY]
    return render_template("library/index.html", families=services().library_pages.search(query), query=query)


@blueprint.get("/templates/<template_id>")
@allowed(Act.LIBRARY_READ)
def template(template_id: str) -> str:
    return render_template("library/template.html", page=services().library_pages.template(template_id))


@blueprint.get("/templates/<template_id>/preview/<name>")
@allowed(Act.LIBRARY_READ)
def preview(template_id: str, name: str) -> str:
    return render_template("library/preview.html", shown=services().library_pages.preview(template_id, name))


@blueprint.post("/templates/<template_id>/examples")
@allowed(Act.EXAMPLES_RUN)
def run_examples(template_id: str) -> str:
    found = services().library_pages
    page, results = found.template(template_id), found.run_examples(template_id)
    return render_template("library/examples.html", page=page, results=results)


@blueprint.get("/rules/<rule_id>")
@allowed(Act.LIBRARY_READ)
def rule(rule_id: str) -> str:
    page, words = services().library_pages.rule(rule_id), services().explanations.in_words(rule_id)
    return render_template("library/rule.html", page=page, words=words)


@blueprint.get("/rules/<rule_id>/examples/<int:number>")
@allowed(Act.LIBRARY_READ)
def example(rule_id: str, number: int) -> str:
    """Why a rule gives the verdict its example names."""
    return render_template("library/example.html", shown=services().explanations.example(rule_id, number))


@blueprint.get("/used/<item_id>")
@allowed(Act.USE_READ)
def used(item_id: str) -> str:
    """How many filings a rule, a number of law or a period was evaluated for."""
    return render_template("library/used.html", used=services().used_by.of(item_id))


@blueprint.get("/report")
@allowed(Act.LIBRARY_READ)
def report() -> str:
    return render_template("library/report.html", report=services().library_pages.report())


@blueprint.get("/currency")
@allowed(Act.CURRENCY_READ)
def currency() -> str:
    show, kind = request.args.get("show", ""), request.args.get("kind", "")
    page = services().library_pages.currency(show, kind)
    return render_template("library/currency.html", page=page, places=places_of_data(actor().role))
