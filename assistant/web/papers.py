"""An applicant at the counter during an outage: the count, then the letter or the slip, its print and signature."""

from flask import Blueprint, Response, make_response, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from assistant.domain.finding import FieldProblem
from assistant.ports import RenderProblem
from assistant.services.access import Act
from assistant.services.outage_papers import LetterIncomplete, NotForLetter, NotSignable
from assistant.web.filing import DOCX
from assistant.web.guard import allowed
from assistant.web.here import actor, services, to
from assistant.web.outage_visit import read_follow_up, read_letter, visit_values, with_problems
from assistant.web.paper_pages import asked_visit, letter_page, paper_page, visit_page
from assistant.web.tool_form import ToolReading

blueprint = Blueprint("papers", __name__)

type Answer = AnyResponse | tuple[str, int] | str


@blueprint.get("/office/outages/<outage_id>/visit")
@allowed(Act.OUTAGE_RECORD)
def visit(outage_id: str) -> str:
    return render_template("office/visit.html", page=visit_page(outage_id, request.args.to_dict()))


@blueprint.get("/office/outages/<outage_id>/letter")
@allowed(Act.OUTAGE_RECORD)
def letter(outage_id: str) -> Answer:
    page = letter_page(outage_id, request.args.to_dict())
    if page is None:
        return to("papers.visit", outage_id=outage_id, **_visit_args(request.args.to_dict()))
    return render_template("office/letter.html", page=page)


@blueprint.post("/office/outages/<outage_id>/letters")
@allowed(Act.OUTAGE_RECORD)
def make_letter(outage_id: str) -> Answer:
    typed = request.form.to_dict()
    asked = asked_visit(outage_id, typed)
    form, told = read_letter(request.form, services().papers.texts)
    if asked is None:
        return to("papers.visit", outage_id=outage_id)
    problems: tuple[FieldProblem, ...] = ()
    if not form.problems:
        try:
            made = services().papers.make_letter(actor(), outage_id, asked, told, typed.get("once", ""))
        except LetterIncomplete as incomplete:
            problems = incomplete.problems
        except NotForLetter:
            return to("papers.visit", outage_id=outage_id, **visit_values(asked))
        else:
            return to("papers.paper", paper_id=made.id)
    page = letter_page(outage_id, typed, form=with_problems(form, problems))
    return render_template("office/letter.html", page=page), 422


@blueprint.post("/office/outages/<outage_id>/slips")
@allowed(Act.OUTAGE_RECORD)
def make_slip(outage_id: str) -> Answer:
    typed = request.form.to_dict()
    reading = ToolReading(typed)
    client = reading.text("client", "نام مراجعه‌کننده", is_required=False)
    if not reading.done().is_clear:
        return render_template("office/visit.html", page=visit_page(outage_id, typed, slip=reading.done())), 422
    asked = asked_visit(outage_id, typed) if typed.get("period") else None
    made = services().papers.make_slip(actor(), outage_id, asked, client or "", typed.get("once", ""))
    return to("papers.paper", paper_id=made.id)


@blueprint.get("/office/papers/<paper_id>")
@allowed(Act.LETTER_READ)
def paper(paper_id: str) -> str:
    return render_template("office/paper.html", page=paper_page(paper_id))


@blueprint.get("/office/papers/<paper_id>/paper.docx")
@allowed(Act.LETTER_READ)
def document(paper_id: str) -> Answer:
    try:
        found, content = services().papers.document(actor(), paper_id)
    except RenderProblem as problem:
        return render_template("office/paper.html", page=paper_page(paper_id, unprintable=problem.message)), 422
    response: Response = make_response(content)
    response.headers["Content-Type"] = DOCX
    kind = "letter" if found.is_letter else "slip"
    response.headers["Content-Disposition"] = f'attachment; filename="outage-{kind}-{found.entry}.docx"'
    return response


@blueprint.post("/office/papers/<paper_id>/signature")
@allowed(Act.LETTER_SIGN)
def sign(paper_id: str) -> Answer:
    try:
        services().papers.sign(actor(), paper_id)
    except NotSignable:
        return render_template("office/paper.html", page=paper_page(paper_id, is_unsignable=True)), 422
    return to("papers.paper", paper_id=paper_id, _anchor="signature")


@blueprint.post("/office/papers/<paper_id>/follow-up")
@allowed(Act.OUTAGE_RECORD)
def follow_up(paper_id: str) -> Answer:
    form, told = read_follow_up(request.form.to_dict(), services().papers.texts)
    if form.problems:
        return render_template("office/paper.html", page=paper_page(paper_id, follow_up=form)), 422
    try:
        services().papers.follow_up(actor(), paper_id, told)
    except NotSignable:
        return render_template("office/paper.html", page=paper_page(paper_id, is_unsignable=True)), 422
    return to("papers.paper", paper_id=paper_id, _anchor="follow-up")


@blueprint.post("/office/papers/<paper_id>/void")
@allowed(Act.LETTER_SIGN)
def void(paper_id: str) -> Answer:
    reading = ToolReading(request.form.to_dict())
    reason = reading.text("void_reason", "دلیل باطل کردن")
    if reason is None:
        reading.problem("void_reason", "دلیل باطل کردن خالی است.")
        return render_template("office/paper.html", page=paper_page(paper_id, void=reading.done())), 422
    services().papers.void(actor(), paper_id, reason)
    return to("papers.paper", paper_id=paper_id)


def _visit_args(typed: dict[str, str]) -> dict[str, str]:
    return {key: typed[key][:60] for key in ("period", "start", "abroad", "draft", "court_days") if key in typed}
