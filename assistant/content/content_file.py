"""One file of the experts' rooms, read and of the right shape."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from assistant.content.located import Located, Place, Pointer
from assistant.content.room_map import Kind


@dataclass(frozen=True, eq=False, slots=True)
class ContentFile:
    path: str
    kind: Kind
    located: Located

    @property
    def value(self) -> Any:
        return self.located.value

    @property
    def stem(self) -> str:
        return PurePosixPath(self.path).stem

    @property
    def folder(self) -> str:
        """Name of the folder that stands for a template or a subject of rules."""
        parts = PurePosixPath(self.path).parts
        return parts[1] if len(parts) > 2 else ""

    def place(self, *pointer: str | int) -> Place:
        return Place(self.path, self.located.line(*pointer))

    def place_in(self, pointer: Pointer, position: int) -> Place:
        """The place of one character of the text at ``pointer``."""
        return Place(self.path, self.located.line_in_text(pointer, position))


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a step or field was written: in the form itself or in a shared file."""

    file: ContentFile
    pointer: Pointer

    def place(self, *more: str | int) -> Place:
        return self.file.place(*self.pointer, *more)

    def at(self, *more: str | int) -> "Origin":
        return Origin(self.file, (*self.pointer, *more))

    @property
    def value(self) -> Any:
        return self.file.located.at(self.pointer)
