"""A small made-up world for engine tests: forms, rules and libraries from plain Python data. No real law here."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from assistant.checks.rules import RuleBook, Verdicts
from assistant.domain.answers import Answers
from assistant.domain.condition import TypeEnvironment, compile_condition, compile_expression
from assistant.domain.finding import Basis, Certainty, Level
from assistant.domain.form import Field, Form, Option, Step
from assistant.domain.form_types import type_of_form, type_of_item, types_of_parameters
from assistant.domain.jalali import to_gregorian
from assistant.domain.journey import Derived, derive
from assistant.domain.library import Library
from assistant.domain.parameter import Parameter, ParameterValue
from assistant.domain.rule import AppliesTo, InForce, Rule, RuleStatus, Verified
from assistant.domain.template import ReliefSpec, Template

ON = date(2026, 11, 22)  # 1405-09-01

type Spec = Mapping[str, Any]


def field(key: str, type: str = "text", **more: Any) -> dict[str, Any]:
    """A field in the shape of form.yaml; ``options`` as values, conditions as source."""
    return {"key": key, "label": f"«{key}»", "type": type, **more}


def form_of(*fields: Spec, parameters: Mapping[str, Parameter] | None = None) -> Form:
    """A form of one step per field, so that every field may be conditional on the ones before."""
    plain = Form(tuple(Step(each["key"], each["key"], (_plain(each),)) for each in fields))
    environment = TypeEnvironment(type_of_form(plain), parameters=types_of_parameters(parameters or {}))
    return Form(
        tuple(
            Step(step.id, step.title, (_with_conditions(spec, step.fields[0], environment),))
            for spec, step in zip(fields, plain.steps, strict=True)
        )
    )


def _plain(spec: Spec) -> Field:
    simple = {key: value for key, value in spec.items() if key not in ("shown_when", "required", "options", "fields")}
    return Field(
        **simple,
        options=tuple(Option(value, f"گزینه {value}") for value in spec.get("options", ())),
        fields=tuple(_plain(each) for each in spec.get("fields", ())),
    )


def _with_conditions(spec: Spec, plain: Field, environment: TypeEnvironment) -> Field:
    inner = replace(environment, this=type_of_item(plain)) if plain.fields else environment
    shown_when, required = spec.get("shown_when"), spec.get("required", False)
    return replace(
        plain,
        shown_when=compile_condition(shown_when, environment) if shown_when else None,
        required=compile_condition(required, environment) if isinstance(required, str) else required,
        fields=tuple(
            _with_conditions(each, child, inner)
            for each, child in zip(spec.get("fields", ()), plain.fields, strict=True)
        ),
    )


def parameter(id: str, *values: tuple[str, Any], unit: str = "number", verified_until: str = "1410-01-01") -> Parameter:
    """Values as (Jalali day from which it holds, value)."""
    return Parameter(
        id=id,
        title=id,
        unit=unit,
        values=tuple(ParameterValue(to_gregorian(day), value, "ساختگی", "own") for day, value in values),
        verified_until=to_gregorian(verified_until),
        checked_on=ON,
    )


def relief(title: str, environment: TypeEnvironment, **more: Any) -> ReliefSpec:
    """``value`` and ``when`` as source."""
    compiled = {
        key: compile_expression(more.pop(key), environment) if key in more else None for key in ("value", "when")
    }
    return ReliefSpec(
        title=title, kind=more.get("kind", "principal"), financial=more.get("financial", "yes"), **compiled
    )


def template_of(
    form: Form, *, id: str = "tiny", reliefs: Sequence[ReliefSpec] = (), shared: Sequence[str] = (), **more: str
) -> Template:
    return Template(
        id=id,
        title=id,
        family=more.get("family", "other"),
        stage=more.get("stage", "first_instance"),
        summary="",
        keywords=(),
        version="1",
        form=form,
        role_first="",
        role_second="",
        court_title="",
        layout="",
        narrative="",
        request="",
        reliefs=tuple(reliefs),
        grade="own",
        reviewed_by=None,
        shared=tuple(shared),
    )


def rule(id: str, when: str, points_at: str | Sequence[str], **more: Any) -> Rule:
    return Rule(
        id=id,
        title=more.get("title", id),
        subject="made-up",
        status=more.get("status", RuleStatus.ACTIVE),
        applies_to=more.get("applies_to", AppliesTo()),
        in_force=more.get("in_force", InForce()),
        level=more.get("level", Level.ATTENTION),
        outcome=("made_up",),
        certainty=Certainty.TEXT_OF_LAW,
        when=when,
        each=more.get("each", ""),
        points_at=(points_at,) if isinstance(points_at, str) else tuple(points_at),
        message=more.get("message", id),
        basis=(Basis(law="made_up", article="1"),),
        verified=more.get("verified", Verified("own")),
        needs=tuple(more.get("needs", ())),
    )


def library_of(
    templates: Sequence[Template], rules: Sequence[Rule] = (), parameters: Sequence[Parameter] = ()
) -> Library:
    return Library(
        templates={each.id: each for each in templates},
        rules={each.id: each for each in rules},
        parameters={each.id: each for each in parameters},
        laws={},
        outcomes={},
        value_schemas={},
        layouts={},
        version="made-up",
    )


def partial(
    values: Mapping[str, Any], *, unknown: Sequence[str] = (), blank: Sequence[str] = (), open: Sequence[str] = ()
) -> Answers:
    """A draft in the making: what is absent is unanswered."""
    return Answers(dict(values), frozenset(unknown), frozenset(blank), frozenset(open), is_partial=True)


def complete(values: Mapping[str, Any]) -> Answers:
    """A finished answers file: what is absent was left blank, lists are closed."""
    return Answers(dict(values), is_partial=False)


def derived(library: Library, answers: Answers, template_id: str = "tiny", on: date = ON) -> Derived:
    return derive(library.templates[template_id].form, answers, on, library.parameters)


def verdicts(library: Library, answers: Answers, template_id: str = "tiny", on: date = ON) -> Verdicts:
    """The whole way: answers, document, rules."""
    document = derived(library, answers, template_id, on).document
    return RuleBook(library).for_template(template_id).evaluate(document, on)


def verdict(form: Form, one: Rule, answers: Answers, parameters: Sequence[Parameter] = (), on: date = ON) -> str:
    """fires | clear | undetermined, of one rule on one form."""
    found = verdicts(library_of([template_of(form)], [one], parameters), answers, on=on)
    if found.findings:
        return "fires"
    return "undetermined" if found.undetermined else "clear"
