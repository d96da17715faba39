"""DOCX against plain docxtpl on the same layout and answers, in one run, with equal document.xml."""

from collections.abc import Iterator

from lxml import etree

from assistant.app import Settings, load_library
from assistant.checks.review import Reviewer
from assistant.documents.package import read_package
from assistant.documents.plain_rendering import render_plainly as rendered_plainly
from assistant.documents.renderer import DocxRenderer
from assistant.domain.answers_file import read_answers_file
from assistant.services.filing_view import as_context, build_filing_view
from tests.bench.figures import Figure, median_ms

AIMS = {"clean": "≥ 10 ×", "long": "≥ 5 ×"}


def figures() -> Iterator[Figure]:
    library, _ = load_library(Settings.from_environment())
    template = library.templates["cheque-claim"]
    reviewer, renderer = Reviewer(library), DocxRenderer()
    layout = library.layouts[template.layout]
    for case in template.examples:
        if case.name not in AIMS:
            continue
        file = read_answers_file(case.answers, template=template.id)
        assert file.on is not None
        review = reviewer.review(template, file.answers, file.on)
        view = build_filing_view(
            library,
            template,
            review.derived,
            draft_number="1405-00001",
            filing_date=file.on,
            content_hash="0" * 64,
            is_draft=False,
        )
        context = as_context(view)
        ours = median_ms(lambda layout=layout, context=context: renderer.render(layout, context), 30)
        plain = median_ms(lambda layout=layout, context=context: rendered_plainly(layout, context), 15)
        assert _body(renderer.render(layout, context)) == _body(rendered_plainly(layout, context))
        yield Figure(f"DOCX, {case.name} case: ours", f"{ours:.2f} ms")
        yield Figure(f"DOCX, {case.name} case: plain docxtpl", f"{plain:.2f} ms")
        yield Figure(f"DOCX, {case.name} case: ratio, document.xml equal", f"{plain / ours:.1f} ×", AIMS[case.name])


def _body(document: bytes) -> bytes:
    """document.xml in canonical form."""
    part = next(member for member in read_package(document) if member.name == "word/document.xml")
    return etree.tostring(etree.fromstring(part.content), method="c14n")
