"""The word list of the office: words that clerks proposed, accepted or refused by the manager."""

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from assistant.services.access import Act
from assistant.web.guard import allowed
from assistant.web.here import actor, services, to
from assistant.web.office_tabs import office_tabs

blueprint = Blueprint("words", __name__)


@blueprint.get("/office/words")
@allowed(Act.WORD_PROPOSE)
def index() -> str:
    return render_template("office/words.html", words=services().words.queue(actor()), tabs=office_tabs())


@blueprint.post("/office/words")
@allowed(Act.WORD_DECIDE)
def decide() -> Response:
    answer, _, word = request.form.get("answer", "").partition(":")
    services().words.decide(actor(), word, is_accepted=answer == "accept")
    return to("words.index")
