"""One reason for refusing a layout, with its place."""

from dataclasses import dataclass

from assistant.documents.layout_messages import wording


@dataclass(frozen=True, slots=True)
class LayoutProblem:
    """``part`` is the file inside the DOCX, ``paragraph`` its text, ``tag`` the tag at fault; '' where not known."""

    code: str
    part: str = ""
    detail: str = ""
    nearest: str = ""
    paragraph: str = ""
    tag: str = ""

    @property
    def message(self) -> str:
        return wording(self.code, self.detail, self.nearest)

    def __str__(self) -> str:
        quoted = f"«{self.paragraph}»" if self.paragraph else ""
        place = "، ".join(each for each in (self.part, quoted, self.tag) if each)
        return f"{place}: {self.message}" if place else self.message
