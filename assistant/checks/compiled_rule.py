"""A rule compiled for one template: its names and types checked against that template's form."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assistant.checks.controllers import controllers_of, with_controllers
from assistant.checks.facts import NamedFact, facts_of, inputs_behind, parameters_behind
from assistant.domain.condition import (
    ConditionError,
    Expression,
    ListType,
    TypeEnvironment,
    compile_condition,
    compile_expression,
)
from assistant.domain.condition.errors import nearest_name
from assistant.domain.form import Form
from assistant.domain.form_types import type_of_form, types_of_parameters
from assistant.domain.library import Library
from assistant.domain.message import Message, compile_message
from assistant.domain.parameter import Parameter
from assistant.domain.rule import AppliesTo, InForce, Rule
from assistant.domain.template import Template

_EACH = re.compile(r"\s*(?P<list>.+?)\s+as\s+(?P<alias>[a-z_][a-z0-9_]*)\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class RuleScope:
    """What rules of one template may name; made once per template."""

    form: Form
    facts: Mapping[str, NamedFact]
    environment: TypeEnvironment
    controllers: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, template: Template, library: Library) -> "RuleScope":
        facts = facts_of(template, library.parameters, library.tables.values(), library.rules.values())
        environment = TypeEnvironment(
            root=type_of_form(template.form),
            names={name: fact.type for name, fact in facts.items()},
            parameters=types_of_parameters(library.parameters),
            periods=library.periods.keys(),
        )
        return cls(template.form, facts, environment, controllers_of(template.form))


@dataclass(frozen=True, slots=True)
class CompiledRule:
    rule: Rule
    when: Expression
    items: Expression | None  # the list of ``each``
    alias: str
    points_at: tuple[str, ...]
    message: Message
    depends_on: frozenset[str]  # folded answer paths, also behind facts and deciding what is shown
    parameters: frozenset[str]  # also those behind facts
    periods: frozenset[str]

    @property
    def facts(self) -> frozenset[str]:
        return self.when.facts


def compile_rule(
    rule: Rule, template: Template, library: Library, scope: RuleScope | None = None
) -> CompiledRule | None:
    """None where the template lacks a path the rule ``needs``.

    Raises ConditionError; its ``part`` tells where: each, when, points_at or message.
    """
    scope = scope or RuleScope.of(template, library)
    if any(scope.form.field_at(path) is None and path not in scope.facts for path in rule.needs):
        return None
    environment, items, alias = scope.environment, None, ""
    if rule.each:
        with _part("each"):
            items, alias = _each(rule.each, environment)
            environment = _with_alias(environment, items, alias)
    with _part("when"):
        when = compile_condition(rule.when, environment)
    with _part("points_at"):
        for target in rule.points_at:
            _check_target(target, alias, scope, environment)
    with _part("message"):
        message = compile_message(rule.message, environment)
    return _assembled(rule, scope, items, alias, when, message)


def _assembled(
    rule: Rule, scope: RuleScope, items: Expression | None, alias: str, when: Expression, message: Message
) -> CompiledRule:
    """With everything it depends on, also through facts."""
    readers = [each for each in (items, when, message) if each is not None]
    facts = frozenset[str]().union(*(each.facts for each in readers))
    reads = {read.path for each in readers for read in each.reads}
    parameters = frozenset[str]().union(*(each.parameters for each in readers)) | parameters_behind(scope.facts, facts)
    if rule.in_force.from_parameter:
        parameters |= {rule.in_force.from_parameter}
    return CompiledRule(
        rule=rule,
        when=when,
        items=items,
        alias=alias,
        points_at=rule.points_at,
        message=message,
        depends_on=with_controllers(reads | inputs_behind(scope.facts, facts), scope.controllers),
        parameters=parameters,
        periods=frozenset[str]().union(*(each.periods for each in readers)),
    )


def applies(applies_to: AppliesTo, template: Template) -> bool:
    """Whether every non-empty member matches."""
    return applies_to.matches(template)


def is_in_force(in_force: InForce, day: date, parameters: Mapping[str, Parameter]) -> bool:
    """By filing date; a rule waiting for a launch is not in force while the launch has no date."""
    start = in_force.from_date
    if in_force.from_parameter is not None:
        launch = parameters[in_force.from_parameter].value_on(day)
        if not isinstance(launch, date):
            return False
        start = launch + timedelta(days=in_force.plus_days)
    return (start is None or start <= day) and (in_force.until is None or day <= in_force.until)


@contextmanager
def _part(name: str) -> Iterator[None]:
    try:
        yield
    except ConditionError as error:
        error.part = name
        raise


def _each(source: str, environment: TypeEnvironment) -> tuple[Expression, str]:
    match = _EACH.fullmatch(source)
    if match is None:
        raise ConditionError("syntax", 0, source)
    alias = match["alias"]
    if alias in environment.names or alias in environment.root.fields or alias in ("this", "today"):
        raise ConditionError("name_taken", match.start("alias"), alias)
    items = compile_expression(match["list"], environment)
    if not isinstance(items.type, ListType):
        raise ConditionError("type_clash", 0, f"list, {items.type.name}")
    return items, alias


def _with_alias(environment: TypeEnvironment, items: Expression, alias: str) -> TypeEnvironment:
    assert isinstance(items.type, ListType)
    return replace(
        environment,
        names={**environment.names, alias: items.type.item},
        aliases={**environment.aliases, alias: items.item_paths},
    )


def _check_target(target: str, alias: str, scope: RuleScope, environment: TypeEnvironment) -> None:
    """``detail`` of the error is the target as written."""
    head = target.split(".")[0]
    if alias and head in (alias, "this"):
        try:
            compile_expression(alias + target.removeprefix(head), environment)
        except ConditionError as error:
            raise ConditionError(error.code, 0, target, error.nearest) from None
    elif scope.form.field_at(target) is None:
        raise ConditionError("unknown_name", 0, target, nearest_name(target, (path for path, _ in scope.form.fields())))
