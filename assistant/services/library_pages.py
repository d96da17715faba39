"""The library as experts read it: templates with their forms, rules with their basis, what is reviewed and what not."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.checks.compiled_rule import applies
from assistant.checks.currency import currency_report
from assistant.checks.review import Reviewer
from assistant.checks.used_by import rules_by_value
from assistant.domain.answers_file import read_answers_file
from assistant.domain.characters import folded
from assistant.domain.form import Field, Step
from assistant.domain.jalali import from_gregorian
from assistant.domain.library import Library
from assistant.domain.rule import Rule, RuleExample
from assistant.domain.template import Template, TemplateExample
from assistant.ports import Clock, Renderer
from assistant.services.access import NotFound
from assistant.services.content_report import ContentReport, content_report
from assistant.services.currency_page import CurrencyPage, currency_page
from assistant.services.filing import content_hash
from assistant.services.filing_view import FilingView, build_filing_view
from assistant.services.office_time import office_date
from assistant.services.proving import ExampleFailure, prove_rule_example, prove_template_example


@dataclass(frozen=True, slots=True)
class TemplateCard:
    template: Template
    rule_count: int


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field of a form, folded path and depth, with its conditions as written."""

    path: str
    depth: int
    field: Field
    required: str  # always | optional | the condition's text
    shown_when: str


@dataclass(frozen=True, slots=True)
class StepLines:
    step: Step
    shown_when: str
    lines: tuple[FieldLine, ...]


@dataclass(frozen=True, slots=True)
class TemplatePage:
    template: Template
    steps: tuple[StepLines, ...]
    rules: tuple[Rule, ...]  # by subject, then id


@dataclass(frozen=True, slots=True)
class RulePage:
    rule: Rule
    templates: tuple[Template, ...]
    outcomes: tuple[str, ...]  # titles
    is_waiting: bool  # for a template that takes the groups it names
    awaited: tuple[str, ...]  # titles of the templates still to come that it names


@dataclass(frozen=True, slots=True)
class ExampleResult:
    name: str
    title: str
    rule: str  # id; '' for an example of the template itself
    failures: tuple[ExampleFailure, ...]


@dataclass(frozen=True, slots=True)
class ExamplePreview:
    template: Template
    example: TemplateExample
    view: FilingView


class LibraryPages:
    """Reads one loaded library; safe to share between threads."""

    def __init__(
        self,
        library: Library,
        reviewer: Reviewer,
        renderer: Renderer | None,
        clock: Clock,
        warnings: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        self._library, self._reviewer, self._renderer, self._clock = library, reviewer, renderer, clock
        self._warnings = warnings
        self._search_texts = {each.id: _search_text(each) for each in library.templates.values()}

    def search(self, query: str = "") -> Mapping[str, tuple[TemplateCard, ...]]:
        """Templates by family; every word of the query stands in title, summary or keywords, however spelled."""
        words = folded(query).split()
        families: dict[str, list[TemplateCard]] = {}
        for template in sorted(self._library.templates.values(), key=lambda each: folded(each.title)):
            text = self._search_texts[template.id]
            if all(word in text for word in words):
                card = TemplateCard(template, len(self._rules_of(template)))
                families.setdefault(template.family, []).append(card)
        return {family: tuple(cards) for family, cards in sorted(families.items())}

    def template(self, template_id: str) -> TemplatePage:
        template = self._template(template_id)
        steps = tuple(
            StepLines(step, _source(step.shown_when), tuple(_lines("", step.fields, 0))) for step in template.form.steps
        )
        return TemplatePage(template, steps, self._rules_of(template))

    def rule(self, rule_id: str) -> RulePage:
        rule = self._library.rules.get(rule_id)
        if rule is None:
            raise NotFound
        templates = tuple(each for each in self._library.templates.values() if applies(rule.applies_to, each))
        outcomes = (self._library.outcomes.get(each) for each in rule.outcome)
        planned = (self._library.planned.get(id) for id in rule.applies_to.templates)
        return RulePage(
            rule,
            templates,
            tuple(each.title for each in outcomes if each),
            rule_id in self._library.waiting,
            tuple(each.title for each in planned if each),
        )

    def preview(self, template_id: str, name: str) -> ExamplePreview:
        """A worked case of a template as it would be printed."""
        template = self._template(template_id)
        case = next((each for each in template.examples if each.name == name), None)
        if case is None:
            raise NotFound
        file = read_answers_file(case.answers, template=template.id)
        on = file.on or self.today
        review = self._reviewer.review(template, file.answers, on)
        view = build_filing_view(
            self._library,
            template,
            review.derived,
            draft_number=f"{from_gregorian(on)[:4]}-00001",
            filing_date=on,
            content_hash=content_hash(template, self._library.version, review.derived.effective),
            is_draft=True,
        )
        return ExamplePreview(template, case, view)

    def run_examples(self, template_id: str) -> tuple[ExampleResult, ...]:
        """Every example of the template and of the rules that use it, with what does not hold."""
        template = self._template(template_id)
        own = [
            ExampleResult(case.name, case.title, "", tuple(self._prove_case(template, case)))
            for case in template.examples
        ]
        of_rules = [
            ExampleResult(example.name, rule.title, rule.id, tuple(self._prove_rule(rule, example)))
            for rule in self._library.rules.values()
            for example in rule.examples
            if example.template == template.id
        ]
        return (*own, *of_rules)

    def report(self) -> ContentReport:
        return content_report(self._library, self.today, self._warnings())

    def currency(self, show: str = "", kind: str = "") -> CurrencyPage:
        """Every dated file with its state today and the rules that read it."""
        readers = rules_by_value(self._library, self._reviewer.rules)
        return currency_page(currency_report(self._library.watched, self.today), readers, show, kind)

    @property
    def today(self) -> date:
        return office_date(self._clock.now())

    def _template(self, template_id: str) -> Template:
        template = self._library.templates.get(template_id)
        if template is None:
            raise NotFound
        return template

    def _rules_of(self, template: Template) -> tuple[Rule, ...]:
        found = (rule for rule in self._library.rules.values() if applies(rule.applies_to, template))
        return tuple(sorted(found, key=lambda rule: (rule.subject, rule.id)))

    def _prove_case(self, template: Template, case: TemplateExample) -> Iterator[ExampleFailure]:
        return prove_template_example(self._library, self._reviewer, self._renderer, template, case)

    def _prove_rule(self, rule: Rule, example: RuleExample) -> Iterator[ExampleFailure]:
        return prove_rule_example(self._library, self._reviewer, rule, example)


def _search_text(template: Template) -> str:
    text = folded(" ".join((template.title, template.summary, template.id, *template.keywords)))
    return f"{text} {text.replace(' ', '')}"  # «پیش فروش» is found by «پیشفروش» too


def _lines(parent: str, fields: Sequence[Field], depth: int) -> Iterator[FieldLine]:
    for each in fields:
        path = f"{parent}.{each.key}" if parent else each.key
        path = f"{path}[]" if each.type == "list" else path
        required = _source(each.required) or ("always" if each.required is True else "optional")
        yield FieldLine(path, depth, each, required, _source(each.shown_when))
        yield from _lines(path, each.fields, depth + 1)


def _source(condition: object) -> str:
    """The text of a condition; '' for none."""
    source = getattr(condition, "source", "")
    return source if isinstance(source, str) else ""
