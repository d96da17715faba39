"""The experts' rooms after reading: files of the right shape by kind, and everything typed that can be built of them.

Building never complains: what cannot be built is left out here, and the checks say why.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from assistant.checks.compiled_rule import applies
from assistant.content.calendar_builder import build_calendar
from assistant.content.content_file import ContentFile, Origin
from assistant.content.deadline_parts import deadline_parts
from assistant.content.form_builder import BuiltForm, build_form
from assistant.content.group_forms import GroupForm, GroupForms
from assistant.content.parameter_builder import build_parameter, parameter_of_unit
from assistant.content.period_builder import build_period, build_readings, period_id
from assistant.content.raw_forms import CONTAINERS, RawStep, SharedFiles, Unresolvable, resolve_form
from assistant.content.room_map import Kind
from assistant.content.rule_builder import build_rule
from assistant.content.sources import Sources
from assistant.content.template_builder import BuiltTemplate, build_template, relief_parts
from assistant.content.template_folder import TemplateFolder
from assistant.domain.condition import Type
from assistant.domain.form_types import types_of_parameters
from assistant.domain.library import PlannedTemplate
from assistant.domain.office_calendar import OfficeCalendar
from assistant.domain.parameter import Parameter
from assistant.domain.period import Period, PeriodReading
from assistant.domain.rule import AppliesTo, Rule, RuleStatus, form_key
from assistant.domain.template import Template
from assistant.domain.value_types import VALUE_TYPES


@dataclass(frozen=True, eq=False)
class Content:
    """``broken`` holds the paths of files that could not be read or have the wrong shape: nobody looks into them."""

    sources: Sources
    files: tuple[ContentFile, ...]
    broken: frozenset[str] = frozenset()

    def once[T](self, make: "Callable[[Content], T]") -> T:
        """What ``make`` yields for this content, made when first asked for: several checks share it."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    @cached_property
    def _made(self) -> dict[Any, Any]:
        return {}

    @cached_property
    def _by_kind(self) -> Mapping[Kind, tuple[ContentFile, ...]]:
        found: dict[Kind, list[ContentFile]] = defaultdict(list)
        for file in self.files:
            found[file.kind].append(file)
        return {kind: tuple(files) for kind, files in found.items()}

    def of(self, kind: Kind) -> tuple[ContentFile, ...]:
        return self._by_kind.get(kind, ())

    def is_broken(self, pattern: str) -> bool:
        """Whether a file at this path (``*`` allowed) was set aside, so that what it holds is not called unknown."""
        return any(fnmatchcase(path, pattern) for path in self.broken)

    def text(self, path: str) -> str:
        """The text of a file that is not YAML; empty when it is missing."""
        return self.sources.files.get(path, b"").decode("utf-8", "replace").replace("\r\n", "\n")

    @cached_property
    def shared(self) -> Mapping[str, ContentFile]:
        return {file.stem: file for file in self.of(Kind.SHARED)}

    @cached_property
    def folders(self) -> Mapping[str, TemplateFolder]:
        paths = (PurePosixPath(path).parts for path in self.sources.files if path.startswith("templates/"))
        ids = {parts[1] for parts in paths if len(parts) > 2 and not parts[1].startswith("_")}
        return {id: self._folder(id) for id in sorted(ids)}

    def _folder(self, id: str) -> TemplateFolder:
        own = {file.path: file for file in self.files if file.path.startswith(f"templates/{id}/")}
        return TemplateFolder(
            id=id,
            template=own.get(f"templates/{id}/template.yaml"),
            form=own.get(f"templates/{id}/form.yaml"),
            narrative=self.text(f"templates/{id}/narrative.j2"),
            request=self.text(f"templates/{id}/request.j2"),
            examples=tuple(file for file in own.values() if file.kind is Kind.EXAMPLE),
        )

    @cached_property
    def law_names(self) -> Mapping[str, str]:
        """Key → short name, as used in citations."""
        return {law["key"]: law["short"] for file in self.of(Kind.LAWS) for law in file.value}

    @cached_property
    def parameter_types(self) -> Mapping[str, Type]:
        return types_of_parameters({file.stem: parameter_of_unit(file) for file in self.of(Kind.PARAMETER)})

    @cached_property
    def parameters(self) -> Mapping[str, Parameter]:
        """A parameter whose values do not fit its unit has a type but no values."""
        found = {}
        for file in self.of(Kind.PARAMETER):
            try:
                found[file.stem] = build_parameter(file, self.law_names)
            except ValueError:
                found[file.stem] = parameter_of_unit(file)
        return found

    @cached_property
    def calendar(self) -> OfficeCalendar:
        return build_calendar(self.of(Kind.HOLIDAYS), self.of(Kind.WEEK), self.law_names)

    @cached_property
    def period_readings(self) -> Mapping[str, PeriodReading]:
        return build_readings(self.of(Kind.READINGS), self.law_names)

    @cached_property
    def periods(self) -> Mapping[str, Period]:
        """With the readings that exist; the checks tell about the others."""
        files = self.of(Kind.PERIOD)
        return {period_id(file.stem): build_period(file, self.period_readings, self.law_names) for file in files}

    @cached_property
    def raw_forms(self) -> Mapping[str, tuple[RawStep, ...]]:
        """Of the templates whose shared steps and groups all exist."""
        forms = {}
        for folder in self.folders.values():
            try:
                if folder.form is not None:
                    forms[folder.id] = resolve_form(folder.form, SharedFiles(self.shared))
            except Unresolvable:
                continue
        return forms

    @cached_property
    def forms(self) -> Mapping[str, BuiltForm]:
        """Of the templates whose fields are all of a known type."""
        known = (*VALUE_TYPES, *CONTAINERS)
        return {
            id: build_form(steps, self.parameter_types)
            for id, steps in self.raw_forms.items()
            if all(field.spec["type"] in known for step in steps for _, field in step.walk())
        }

    @cached_property
    def built_templates(self) -> Mapping[str, BuiltTemplate]:
        built = {}
        for folder in self.folders.values():
            form = self.forms.get(folder.id)
            if folder.template is not None and form is not None:
                parts = relief_parts(folder.template, form, self.parameter_types)
                notes = self.text(f"templates/{folder.id}/NOTES.md")
                deadlines = deadline_parts(folder.template, form, self.parameter_types)
                template = build_template(folder, folder.template, form, parts, notes, deadlines)
                built[folder.id] = BuiltTemplate(template, parts, deadlines)
        return built

    @cached_property
    def sound_templates(self) -> Mapping[str, Template]:
        """Those whose conditions and placeholders all compiled: rules can be held against them."""
        return {
            id: each.template for id, each in self.built_templates.items() if self.forms[id].is_sound and each.is_sound
        }

    @property
    def is_whole(self) -> bool:
        """Every file was read and every template built: only then is «nobody uses it» a fact."""
        return not self.broken and len(self.sound_templates) == len(self.folders)

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        units = {file.stem: file.value["unit"] for file in self.of(Kind.PARAMETER)}
        return {file.stem: build_rule(file, self.law_names, units) for file in self.of(Kind.RULE)}

    @cached_property
    def planned(self) -> Mapping[str, PlannedTemplate]:
        entries = (entry for file in self.of(Kind.PLANNED) for entry in file.value)
        return {each["id"]: PlannedTemplate(**each) for each in entries}

    @cached_property
    def waiting(self) -> frozenset[str]:
        """Rules that name groups no template takes together yet, or a template still to come."""
        return frozenset(id for id, rule in self.rules.items() if self._waits(rule))

    def _waits(self, rule: Rule) -> bool:
        named = rule.applies_to
        if rule.status is RuleStatus.RETIRED or not named.groups or not set(named.groups) <= self.shared.keys():
            return False
        if named.templates and not any(id in self.planned and id not in self.folders for id in named.templates):
            return False
        return not any(applies(named, each.template) for each in self.built_templates.values())

    @cached_property
    def group_forms(self) -> Mapping[str, GroupForm]:
        """By ``form_key``: the forms of waiting rules, and of examples that name no template."""
        found = {}
        for id, rule in self.rules.items():
            if rule.status is RuleStatus.RETIRED:
                continue
            bare = {form_key(id, each): each.groups for each in rule.examples if not each.template}
            wanted = bare | ({id: ()} if id in self.waiting else {})
            for key, groups in wanted.items():
                applies_to = replace(rule.applies_to, groups=groups or rule.applies_to.groups)
                form = self.form_of_groups(applies_to) if applies_to.groups else None
                if form is not None:
                    found[key] = form
        return found

    def form_of_groups(self, applies_to: AppliesTo) -> GroupForm | None:
        return self._group_forms.of(applies_to)

    @cached_property
    def _group_forms(self) -> GroupForms:
        return GroupForms(self.shared, self.parameter_types, self.planned)

    def field_specs(self) -> Iterator[Origin]:
        """Every field as written, once, in the forms and in the shared files, nested ones included."""
        for file in (*self.of(Kind.FORM), *self.of(Kind.SHARED)):
            for owner in _owners(file):
                yield from _specs(owner)


def _owners(file: ContentFile) -> Iterator[Origin]:
    if file.kind is Kind.SHARED:
        yield Origin(file, ())
    else:
        for index, step in enumerate(file.value["steps"]):
            if "fields" in step:
                yield Origin(file, ("steps", index))


def _specs(owner: Origin) -> Iterator[Origin]:
    for index, spec in enumerate(owner.value["fields"]):
        origin = owner.at("fields", index)
        yield origin
        if spec["type"] in CONTAINERS and "fields" in spec:
            yield from _specs(origin)
