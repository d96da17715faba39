"""Decision tables as named facts of a template: whether the choice fits, whether a rule tells of it, what law names.

A row that waits for an answer may be the one: the choice fits surely when it fits every row that may decide, and
surely not when it fits none of them. So no later answer ever takes a verdict back.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from assistant.domain.condition import (
    EvaluationContext,
    Expression,
    TypeEnvironment,
    Undetermined,
    compile_condition,
    merged,
)
from assistant.domain.decision_table import DecisionTable, TableRow
from assistant.domain.form import Form
from assistant.domain.rule import Rule, RuleStatus
from assistant.domain.template import Template


@dataclass(frozen=True, slots=True)
class CompiledRow:
    row: TableRow
    when: Expression
    fits: Expression
    words: str  # what the row names, with its articles
    has_own_rule: bool


def compile_row(row: TableRow, environment: TypeEnvironment) -> tuple[Expression, Expression]:
    """Raises ConditionError; its ``part`` is the key of the row."""
    found = []
    for part, source in (("when", row.when), ("fits", row.fits)):
        try:
            found.append(compile_condition(source, environment))
        except Exception as error:
            error.part = part  # type: ignore[attr-defined]
            raise
    return found[0], found[1]


class TableReader:
    """One table compiled for one template."""

    def __init__(
        self, table: DecisionTable, template: Template, environment: TypeEnvironment, rules: Iterable[Rule]
    ) -> None:
        told = {
            number
            for rule in rules
            if rule.status is RuleStatus.ACTIVE and rule.applies_to.matches(template)
            for number in rule.catalogue
        }
        labels = _labels(template.form, table.chosen)
        self.table = table
        self.rows = tuple(_compiled(row, template, environment, labels, told) for row in rows_of(table, template))

    @property
    def inputs(self) -> tuple[str, ...]:
        reads = (read.path for each in self._expressions() for read in each.reads)
        return tuple(dict.fromkeys((*reads, *(name for each in self._expressions() for name in each.facts))))

    @property
    def parameters(self) -> frozenset[str]:
        return frozenset().union(*(each.parameters for each in self._expressions()))

    def fits(self, context: EvaluationContext) -> object:
        rows, reasons = self._candidates(context)
        return _agreed([True if row is None else row.fits.evaluate(context) for row in rows], reasons)

    def told(self, context: EvaluationContext) -> object:
        rows, reasons = self._candidates(context)
        return _agreed([row is None or row.has_own_rule for row in rows], reasons)

    def words(self, context: EvaluationContext) -> object:
        rows, _ = self._candidates(context)
        return "؛ ".join(dict.fromkeys(row.words for row in rows if row is not None))

    def _candidates(self, context: EvaluationContext) -> tuple[list[CompiledRow | None], list[Undetermined]]:
        """The rows that decide or may decide; None stands for «the table says nothing»."""
        rows: list[CompiledRow | None] = []
        reasons: list[Undetermined] = []
        for each in self.rows:
            verdict = each.when.evaluate(context)
            if verdict is False:
                continue
            rows.append(each)
            if verdict is True:
                return rows, reasons
            reasons.append(verdict)
        return [*rows, None], reasons

    def _expressions(self) -> Iterator[Expression]:
        for each in self.rows:
            yield each.when
            yield each.fits


def rows_of(table: DecisionTable, template: Template) -> tuple[TableRow, ...]:
    """None where the form does not ask for the choice."""
    if template.form.field_at(table.chosen) is None:
        return ()
    return tuple(row for row in table.rows if row.applies_to.matches(template))


def _compiled(
    row: TableRow, template: Template, environment: TypeEnvironment, labels: Mapping[str, str], told: set[str]
) -> CompiledRow:
    when, fits = compile_row(row, environment)
    names = " یا ".join((*(labels.get(each, each) for each in row.options), *row.places))
    cited = "، ".join(each.citation for each in row.basis)
    words = f"{row.subject}: {names} ({cited})" if cited else f"{row.subject}: {names}"
    return CompiledRow(row, when, fits, words, bool(told & set(row.catalogue)))


def _labels(form: Form, path: str) -> Mapping[str, str]:
    found = form.field_at(path)
    options = (*found.options, *found.known_options) if found is not None else ()
    return {option.value: option.label for option in options}


def _agreed(verdicts: list[object], reasons: list[Undetermined]) -> object:
    """The verdict all rows share; else what keeps it open."""
    if all(each is True for each in verdicts):
        return True
    if all(each is False for each in verdicts):
        return False
    return merged([*reasons, *verdicts])
