"""Rendering by docxtpl itself, for layouts with column loops or pictures; repacked to the same bytes each time."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import TemplateError

from assistant.documents.layout_language import ENVIRONMENT
from assistant.documents.package import read_package, write_package
from assistant.ports import RenderProblem


def render_plainly(layout: bytes, context: Mapping[str, Any]) -> bytes:
    template = DocxTemplate(BytesIO(layout))
    try:
        template.render(dict(context), jinja_env=ENVIRONMENT, autoescape=True)
    except TemplateError as error:
        raise RenderProblem("", f"الگوی چاپ: {error}") from error
    saved = BytesIO()
    template.save(saved)
    return write_package(read_package(saved.getvalue()))
