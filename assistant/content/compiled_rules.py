"""Every rule compiled for every template it reaches, or why it cannot be."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.compiled_rule import CompiledRule, RuleScope, applies, compile_rule
from assistant.content.content import Content
from assistant.content.group_forms import GroupForm
from assistant.content.table_builder import build_sound_tables
from assistant.domain.condition import ConditionError
from assistant.domain.library import Library
from assistant.domain.rule import Rule, RuleStatus
from assistant.domain.template import Template


@dataclass(frozen=True, slots=True)
class Reach:
    """One rule held against one template; ``result`` is None where the template lacks a path the rule needs."""

    rule: Rule
    template: Template  # or the form of the groups the rule names
    result: CompiledRule | ConditionError | None

    @property
    def where(self) -> str:
        return "فرم گروه‌های " + self.template.title if "@" in self.template.id else "الگوی " + self.template.id


def draft_library(content: Content) -> Library:
    """What of the library can be built although something else may be wrong."""
    return Library(
        templates=content.sound_templates,
        rules=content.rules,
        parameters=content.parameters,
        laws={},
        outcomes={},
        value_schemas={},
        layouts={},
        version="",
        periods=content.periods,
        tables=content.once(build_sound_tables),
    )


def reaches(content: Content) -> tuple[Reach, ...]:
    """All pairs, by rule and template; retired rules reach nothing."""
    return content.once(_all_reaches)


def _all_reaches(content: Content) -> tuple[Reach, ...]:
    return tuple(_reaches(content))


def _reaches(content: Content) -> Iterator[Reach]:
    library = draft_library(content)
    scopes: dict[str, RuleScope] = {id: RuleScope.of(template, library) for id, template in library.templates.items()}
    forms: dict[str, list[GroupForm]] = {}
    for key, form in content.group_forms.items():
        if form.built.is_sound:
            forms.setdefault(key.partition("#")[0], []).append(form)
    for rule in content.rules.values():
        if rule.status is RuleStatus.RETIRED:
            continue
        for own in forms.get(rule.id, ()):
            scope = scopes.setdefault(own.template.id, RuleScope.of(own.template, library))
            yield Reach(rule, own.template, _result(rule, own.template, library, scope))
        for template in library.templates.values():
            if applies(rule.applies_to, template):
                yield Reach(rule, template, _result(rule, template, library, scopes[template.id]))


def _result(rule: Rule, template: Template, library: Library, scope: RuleScope) -> CompiledRule | ConditionError | None:
    try:
        return compile_rule(rule, template, library, scope)
    except ConditionError as error:
        return error
