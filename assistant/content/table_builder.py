"""Decision tables as typed tables, and what of their rows does not compile."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from assistant.checks.decision_tables import compile_row, rows_of
from assistant.checks.facts import facts_of
from assistant.content.citations import build_basis
from assistant.content.content import Content
from assistant.content.content_file import ContentFile
from assistant.content.located import Place
from assistant.content.room_map import Kind
from assistant.content.rule_builder import ANSWERS_FILE_KEYS
from assistant.domain.condition import ConditionError, TypeEnvironment
from assistant.domain.decision_table import DecisionTable, TableExample, TableRow
from assistant.domain.form_types import type_of_form, types_of_parameters
from assistant.domain.rule import AppliesTo
from assistant.domain.template import Template


@dataclass(frozen=True, slots=True)
class RowFault:
    file: ContentFile
    row: int
    error: ConditionError

    @property
    def place(self) -> Place:
        key = self.error.part if self.error.part in self.file.value["rows"][self.row] else "courts"
        return self.file.place("rows", self.row, key)


def build_sound_tables(content: Content) -> Mapping[str, DecisionTable]:
    """With the rows that compile wherever they apply; the checks name the others."""
    return build_tables(content, {(each.file.path, each.row) for each in content.once(row_faults)})


def build_tables(content: Content, spoiled: Container[tuple[str, int]] = ()) -> Mapping[str, DecisionTable]:
    tables = {}
    for file in content.of(Kind.DECISION_TABLE):
        table = _table(file, content)
        rows = tuple(row for index, row in enumerate(table.rows) if (file.path, index) not in spoiled)
        tables[table.id] = replace(table, rows=rows, examples=tuple(_examples(file, content)))
    return tables


def row_faults(content: Content) -> tuple[RowFault, ...]:
    return tuple(_faults(content))


def _faults(content: Content) -> Iterator[RowFault]:
    environments: dict[str, TypeEnvironment] = {}
    for file in content.of(Kind.DECISION_TABLE):
        table = _table(file, content)
        for index, row in enumerate(table.rows):
            for template in _reached(row, table, content):
                if template.id not in environments:
                    environments[template.id] = _environment(template, content)
                try:
                    compile_row(row, environments[template.id])
                except ConditionError as error:
                    yield RowFault(file, index, error)
                    break


def _reached(row: TableRow, table: DecisionTable, content: Content) -> Iterator[Template]:
    """Every template the row reaches and, unless it names only templates that are there, the form of its groups."""
    named = row.applies_to.templates
    form = content.form_of_groups(row.applies_to)
    if form is not None and form.built.is_sound and (not named or not set(named) <= content.folders.keys()):
        yield form.template
    yield from (each for each in content.sound_templates.values() if row in rows_of(table, each))


def _environment(template: Template, content: Content) -> TypeEnvironment:
    facts = facts_of(template, content.parameters)
    return TypeEnvironment(
        root=type_of_form(template.form),
        names={name: fact.type for name, fact in facts.items()},
        parameters=types_of_parameters(content.parameters),
    )


def _table(file: ContentFile, content: Content) -> DecisionTable:
    spec = file.value
    chosen = spec["chosen"]
    rows = tuple(_row(each, chosen, content.law_names) for each in spec["rows"])
    return DecisionTable(file.stem.removesuffix("-table"), spec["title"], chosen, rows, file=file.path)


def _row(spec: Mapping[str, Any], chosen: str, law_names: Mapping[str, str]) -> TableRow:
    courts = tuple(spec.get("courts", ()))
    listed = ", ".join(f"'{each}'" for each in courts)
    return TableRow(
        id=spec["id"],
        subject=spec["subject"],
        applies_to=AppliesTo(**{key: tuple(ids) for key, ids in spec["applies_to"].items()}),
        when=spec["when"],
        fits=spec.get("fits") or f"{chosen} in [{listed}]",
        options=() if "places" in spec else courts,
        places=tuple(spec.get("places", ())),
        basis=tuple(build_basis(each, law_names) for each in spec["basis"]),
        catalogue=tuple(spec.get("catalogue", ())),
        grade=spec["grade"],
    )


def _examples(file: ContentFile, content: Content) -> Iterator[TableExample]:
    for spec in file.value["examples"]:
        form = content.form_of_groups(
            AppliesTo(
                groups=tuple(spec["groups"]),
                stages=(spec["stage"],) if "stage" in spec else (),
                families=(spec["family"],) if "family" in spec else (),
            )
        )
        if form is not None and form.built.is_sound:
            answers = {key: spec[key] for key in ANSWERS_FILE_KEYS if key in spec}
            yield TableExample(spec["name"], form.template, answers, spec["fits"], tuple(spec.get("missing", ())))
