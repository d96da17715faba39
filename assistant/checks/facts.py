"""Named facts: values that conditions may name although they are no answers, derived here from answers.

A fact is available in a template whose form has all of its inputs. Adding one: write a function of an
EvaluationContext that returns a value or Undetermined with the exact missing answers, give it a row in FACTS, and
examples in tests/checks/test_facts.py. Numbers of law come from ``context.parameters``, never from here.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from assistant.checks.decision_tables import TableReader
from assistant.checks.text_facts import NARRATIVE, narrative_in_persian, narrative_words
from assistant.domain.answers import DONT_KNOW
from assistant.domain.condition import (
    BOOL,
    ChoiceType,
    EvaluationContext,
    NumberType,
    StringType,
    Type,
    TypeEnvironment,
    Undetermined,
    compile_expression,
)
from assistant.domain.decision_table import DecisionTable
from assistant.domain.form import Form, Option
from assistant.domain.form_types import type_of_form, types_of_parameters
from assistant.domain.parameter import Parameter
from assistant.domain.relief import RELIEFS_TYPE, ReliefMaker
from assistant.domain.rule import Rule
from assistant.domain.template import Template


@dataclass(frozen=True, slots=True)
class NamedFact:
    """``inputs``: folded answer paths and names of other facts; ``title`` names it among the facts of a finding."""

    id: str
    title: str
    type: Type
    inputs: tuple[str, ...]
    compute: Callable[[EvaluationContext], object]
    parameters: frozenset[str] = frozenset()


def _total_relief_value(context: EvaluationContext) -> object:
    """The value of all reliefs together; those without a value count nothing."""
    return _TOTAL.evaluate(context)


_TOTAL = compile_expression(
    "sum(reliefs.map(relief, relief.value_rial))",
    TypeEnvironment(root=type_of_form(Form(())), names={"reliefs": RELIEFS_TYPE}),
)


def _represented(context: EvaluationContext) -> object:
    """Whether somebody acts for the first side."""
    value = context.document.get("has_representative", Undetermined(("has_representative",)))
    if value is DONT_KNOW:
        return Undetermined(unknown=("has_representative",))
    return value if isinstance(value, (bool, Undetermined)) else False


STAGES = (
    Option("first_instance", "نخستین"),
    Option("opposition", "واخواهی"),
    Option("appeal", "تجدیدنظر"),
    Option("cassation", "فرجام"),
    Option("retrial", "اعاده دادرسی"),
    Option("third_party_objection", "اعتراض ثالث"),
    Option("request", "درخواست"),
)

OF_EVERY_TEMPLATE = ("reliefs", "case_stage")

FACTS: Mapping[str, NamedFact] = {
    each.id: each
    for each in (
        NamedFact("total_relief_value", "جمع بهای خواسته‌ها", NumberType("rial"), ("reliefs",), _total_relief_value),
        NamedFact("represented", "اقامه دعوا با وکیل یا نماینده", BOOL, ("has_representative",), _represented),
        NamedFact("narrative_words", "شمار واژه‌های شرح", NumberType("word"), (NARRATIVE,), narrative_words),
        NamedFact("narrative_in_persian", "شرح به خط فارسی", BOOL, (NARRATIVE,), narrative_in_persian),
    )
}


def _stage_of(template: Template) -> NamedFact:
    """The stage of proceedings is a matter of the template, never asked."""
    return NamedFact("case_stage", "مرحله رسیدگی", ChoiceType(STAGES), (), lambda context: template.stage)


def facts_of(
    template: Template,
    parameters: Mapping[str, Parameter],
    tables: Iterable[DecisionTable] = (),
    rules: Iterable[Rule] = (),
) -> Mapping[str, NamedFact]:
    """The facts available in a template, its list of reliefs first, those of the decision tables last."""
    environment = TypeEnvironment(type_of_form(template.form), parameters=types_of_parameters(parameters))
    maker = ReliefMaker(template, environment)
    available = {
        "reliefs": NamedFact("reliefs", "خواسته‌ها", RELIEFS_TYPE, maker.inputs, maker.derive, maker.parameters)
    }
    available["case_stage"] = _stage_of(template)
    paths = {path for path, _ in template.form.fields()}
    for fact in FACTS.values():
        if all(each in paths or each in available for each in fact.inputs):
            available[fact.id] = fact
    environment = replace(environment, names={id: fact.type for id, fact in available.items()})
    for table in tables:
        reader = TableReader(table, template, environment, rules)
        available |= {fact.id: fact for fact in _facts_of_table(reader)} if reader.rows else {}
    return available


def _facts_of_table(reader: TableReader) -> Iterator[NamedFact]:
    id, title = reader.table.id, reader.table.title
    inputs, parameters = reader.inputs, reader.parameters
    yield NamedFact(f"{id}_fits", f"{title}: همخوانی", BOOL, inputs, reader.fits, parameters)
    yield NamedFact(f"{id}_told", f"{title}: یادآوری جداگانه", BOOL, inputs, reader.told, parameters)
    yield NamedFact(f"possible_{id}s", title, StringType("text"), inputs, reader.words, parameters)


class FactTable:
    """The facts of one document, each computed at most once."""

    def __init__(
        self,
        facts: Mapping[str, NamedFact],
        document: Mapping[str, Any],
        today: date,
        parameters: Mapping[str, Parameter],
        deadline: Callable[..., date | None] | None = None,
    ) -> None:
        self._facts = facts
        self._known: dict[str, object] = {}
        self.context = EvaluationContext(
            document=document, today=today, parameters=parameters, facts=self, deadline=deadline
        )

    def __call__(self, name: str) -> object:
        if name not in self._known:
            self._known[name] = self._facts[name].compute(self.context)
        return self._known[name]


def inputs_behind(facts: Mapping[str, NamedFact], names: frozenset[str]) -> frozenset[str]:
    """The answer paths behind facts, also through other facts."""
    paths: set[str] = set()
    for name in names:
        for each in facts[name].inputs:
            paths |= inputs_behind(facts, frozenset({each})) if each in facts else {each}
    return frozenset(paths)


def parameters_behind(facts: Mapping[str, NamedFact], names: frozenset[str]) -> frozenset[str]:
    found: set[str] = set()
    for name in names:
        fact = facts[name]
        found |= fact.parameters | parameters_behind(facts, frozenset(each for each in fact.inputs if each in facts))
    return frozenset(found)
