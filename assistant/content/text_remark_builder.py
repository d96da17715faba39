"""The kinds of text findings as typed values, by kind."""

from collections.abc import Mapping

from assistant.content.citations import build_basis
from assistant.content.content_file import ContentFile
from assistant.domain.finding import Certainty, Level
from assistant.domain.text_finding import TextKind
from assistant.domain.text_remark import TextRemark


def build_text_remarks(files: tuple[ContentFile, ...], law_names: Mapping[str, str]) -> Mapping[TextKind, TextRemark]:
    return {
        TextKind(spec["kind"]): TextRemark(
            kind=TextKind(spec["kind"]),
            title=spec["title"],
            level=Level(spec["level"]) if "level" in spec else None,
            certainty=Certainty(spec.get("certainty", "prevailing_practice")),
            basis=tuple(build_basis(each, law_names) for each in spec.get("basis", ())),
            grade=spec["verified"]["grade"],
            is_reviewed=spec["verified"]["reviewed_by"] is not None,
        )
        for file in files
        for spec in file.value
    }
