"""The child process in which an expert's layout is tried: gate, lint and a trial print under hard limits.

Run as ``python -m assistant.documents.trial VIEW``; the layout comes in on standard input, a JSON report goes out.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from io import BytesIO
from typing import Any

from docxtpl import DocxTemplate
from lxml import etree

from assistant.documents.compiled_layout import compiled
from assistant.documents.document_text import parse
from assistant.documents.gate import inspect
from assistant.documents.layout_language import ENVIRONMENT
from assistant.documents.layout_problem import LayoutProblem
from assistant.documents.layout_shape import SHAPES, sample
from assistant.documents.lint import lint_layout
from assistant.documents.package import read_package
from assistant.documents.renderer import DocxRenderer
from assistant.ports import RenderProblem

CPU_SECONDS, MEMORY = 5, 512 * 1024 * 1024


def limit_this_process() -> None:
    """Processor time and memory; where the system has no such limits (Windows) the parent's clock remains."""
    with suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_FSIZE, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def problems_of(layout: bytes, view: str) -> tuple[LayoutProblem, ...]:
    """The first of the three examinations that finds anything says so; the later ones rely on it."""
    return inspect(layout) or lint_layout(layout, view) or tuple(_trial_prints(layout, view))


def _trial_prints(layout: bytes, view: str) -> Iterator[LayoutProblem]:
    for items in (0, 1, 3):
        for flag in (False, True):
            context = sample(SHAPES[view], "", items=items, flag=flag)
            try:
                document = DocxRenderer().render(layout, context)
                differing = [] if compiled(layout).needs_docxtpl else list(_differences(layout, context, document))
            except (RenderProblem, etree.XMLSyntaxError) as error:
                yield LayoutProblem("trial_failed", detail=str(error))
                return
            if differing:
                yield LayoutProblem("trial_differs", differing[0], differing[0])
                return


def _differences(layout: bytes, context: dict[str, Any], document: bytes) -> Iterator[str]:
    """Parts in which the compiled renderer and docxtpl itself disagree."""
    template = DocxTemplate(BytesIO(layout))
    template.render(context, jinja_env=ENVIRONMENT, autoescape=True)
    saved = BytesIO()
    template.save(saved)
    plain = {member.name: member.content for member in read_package(saved.getvalue())}
    for member in read_package(document):
        if member.name in plain and member.name.startswith(("word/document", "word/header", "word/footer")):
            ours, theirs = (etree.tostring(parse(xml), method="c14n") for xml in (member.content, plain[member.name]))
            if ours != theirs:
                yield member.name


def main() -> None:
    limit_this_process()
    problems = problems_of(sys.stdin.buffer.read(), sys.argv[1])
    json.dump([asdict(problem) for problem in problems], sys.stdout)


if __name__ == "__main__":
    main()
