"""The ways of service as typed values, in the order they are written."""

from collections.abc import Mapping

from assistant.content.citations import build_basis
from assistant.content.content_file import ContentFile
from assistant.domain.service_mode import ServiceMode


def build_service_modes(files: tuple[ContentFile, ...], law_names: Mapping[str, str]) -> tuple[ServiceMode, ...]:
    return tuple(
        ServiceMode(
            id=spec["id"],
            label=spec["label"],
            date_label=spec["date_label"],
            text=spec["text"],
            grade=spec["grade"],
            basis=tuple(build_basis(each, law_names) for each in spec["basis"]),
        )
        for file in files
        for spec in file.value["modes"]
    )
