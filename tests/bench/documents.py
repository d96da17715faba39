"""DOCX against plain docxtpl on the same layout and answers, in one run, with equal document.xml."""

from collections.abc import Iterator

from assistant.documents.renderer import DocxRenderer

from assistant.app import Settings, load_library
from assistant.checks.review import Reviewer
from assistant.domain.answers_file import read_answers_file
from assistant.services.filing_view import as_context, build_filing_view
from tests.bench.figures import Figure, median_ms
from tests.documents.plain_docxtpl import body_of, rendered_plainly

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
        assert body_of(renderer.render(layout, context)) == body_of(rendered_plainly(layout, context))
        yield Figure(f"DOCX, {case.name} case: ours", f"{ours:.2f} ms")
        yield Figure(f"DOCX, {case.name} case: plain docxtpl", f"{plain:.2f} ms")
        yield Figure(f"DOCX, {case.name} case: ratio, document.xml equal", f"{plain / ours:.1f} ×", AIMS[case.name])
