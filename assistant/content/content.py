"""The experts' rooms after reading: files of the right shape by kind, and the forms built from them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from assistant.content.content_file import ContentFile, Origin
from assistant.content.form_builder import BuiltForm, build_form
from assistant.content.parameter_builder import parameter_type
from assistant.content.raw_forms import CONTAINERS, RawStep, SharedFiles, Unresolvable, resolve_form
from assistant.content.room_map import Kind
from assistant.content.sources import Sources
from assistant.domain.condition import Type


@dataclass(frozen=True)
class TemplateFolder:
    """What lies in ``templates/<id>/``. A file that is missing or broken is None."""

    id: str
    template: ContentFile | None
    form: ContentFile | None
    narrative: str
    request: str
    examples: tuple[ContentFile, ...]
    has_own_layout: bool


@dataclass(frozen=True)
class Content:
    """``broken`` holds the paths of files that could not be read or have the wrong shape: nobody looks into them."""

    sources: Sources
    files: tuple[ContentFile, ...]
    broken: frozenset[str] = frozenset()

    @cached_property
    def _by_kind(self) -> Mapping[Kind, tuple[ContentFile, ...]]:
        found: dict[Kind, list[ContentFile]] = defaultdict(list)
        for file in self.files:
            found[file.kind].append(file)
        return {kind: tuple(files) for kind, files in found.items()}

    def of(self, kind: Kind) -> tuple[ContentFile, ...]:
        return self._by_kind.get(kind, ())

    def one(self, kind: Kind) -> ContentFile | None:
        files = self.of(kind)
        return files[0] if files else None

    def is_whole(self, kind: Kind, path: str) -> bool:
        """Whether a list that lives in one file (laws, outcomes) was read, so that an unknown key is an error."""
        return path not in self.broken

    @cached_property
    def shared(self) -> Mapping[str, ContentFile]:
        return {file.stem: file for file in self.of(Kind.SHARED)}

    @cached_property
    def broken_stems(self) -> frozenset[tuple[str, str]]:
        """(folder, stem) of broken files, so that references to them are not called unknown."""
        return frozenset((PurePosixPath(path).parent.as_posix(), PurePosixPath(path).stem) for path in self.broken)

    @cached_property
    def templates(self) -> Mapping[str, TemplateFolder]:
        ids = {PurePosixPath(path).parts[1] for path in self.sources.files if path.startswith("templates/")}
        return {id: self._folder(id) for id in sorted(ids) if not id.startswith("_")}

    def _folder(self, id: str) -> TemplateFolder:
        own = {file.path: file for file in self.files if file.path.startswith(f"templates/{id}/")}
        return TemplateFolder(
            id=id,
            template=own.get(f"templates/{id}/template.yaml"),
            form=own.get(f"templates/{id}/form.yaml"),
            narrative=self.text(f"templates/{id}/narrative.j2"),
            request=self.text(f"templates/{id}/request.j2"),
            examples=tuple(file for file in own.values() if file.kind is Kind.EXAMPLE),
            has_own_layout=f"templates/{id}/petition.docx" in self.sources.files,
        )

    def text(self, path: str) -> str:
        """The text of a file that is not YAML; empty when it is missing or not UTF-8."""
        return self.sources.files.get(path, b"").decode("utf-8", "replace").replace("\r\n", "\n")

    @cached_property
    def parameter_types(self) -> Mapping[str, Type]:
        return {file.stem: parameter_type(file.value["unit"]) for file in self.of(Kind.PARAMETER)}

    @cached_property
    def raw_forms(self) -> Mapping[str, tuple[RawStep, ...]]:
        """Of the templates whose shared steps and groups all exist."""
        forms = {}
        for folder in self.templates.values():
            try:
                if folder.form is not None:
                    forms[folder.id] = resolve_form(folder.form, SharedFiles(self.shared))
            except Unresolvable:
                continue
        return forms

    @cached_property
    def forms(self) -> Mapping[str, BuiltForm]:
        return {id: build_form(steps, self.parameter_types) for id, steps in self.raw_forms.items()}

    def field_specs(self) -> Iterator[Origin]:
        """Every field as written, once, in the forms and in the shared files, nested ones included."""
        for file in (*self.of(Kind.FORM), *self.of(Kind.SHARED)):
            yield from _specs(self._owners(file))

    def _owners(self, file: ContentFile) -> Iterator[Origin]:
        if file.kind is Kind.SHARED:
            yield Origin(file, ())
        else:
            for index, step in enumerate(file.value["steps"]):
                if "fields" in step:
                    yield Origin(file, ("steps", index))


def _specs(owners: Iterator[Origin]) -> Iterator[Origin]:
    for owner in owners:
        for index, spec in enumerate(owner.value["fields"]):
            origin = owner.at("fields", index)
            yield origin
            if spec["type"] in CONTAINERS and "fields" in spec:
                yield from _specs(iter((origin,)))
