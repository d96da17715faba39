"""What lies in ``templates/<id>/``."""

from dataclasses import dataclass

from assistant.content.content_file import ContentFile

OWN_LAYOUT = "petition.docx"


@dataclass(frozen=True)
class TemplateFolder:
    """A file that is missing or broken is None; a skeleton that is missing is empty."""

    id: str
    template: ContentFile | None
    form: ContentFile | None
    narrative: str
    request: str
    examples: tuple[ContentFile, ...]

    def layout_name(self, layout: str) -> str:
        """The layout's name in the library: the template's own carries the folder's name."""
        return f"{self.id}/{OWN_LAYOUT}" if layout == OWN_LAYOUT else layout

    def layout_path(self, layout: str) -> str:
        """Where the layout lies under the content root."""
        return f"templates/{self.id}/{OWN_LAYOUT}" if layout == OWN_LAYOUT else f"templates/_shared/docx/{layout}"
