"""Runs the experts' examples: rules give the verdicts they name, templates print what they promise."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from assistant.checks.facts import FactTable, facts_of
from assistant.checks.review import Review, Reviewer
from assistant.domain.answers_file import AnswersFileError, read_answers_file
from assistant.domain.condition import Undetermined
from assistant.domain.decision_table import DecisionTable, TableExample
from assistant.domain.jalali import from_gregorian
from assistant.domain.journey import derive
from assistant.domain.library import Library
from assistant.domain.parameter import ParameterValue
from assistant.domain.rule import AppliesTo, Expected, Rule, RuleExample, form_key
from assistant.domain.template import Template, TemplateExample
from assistant.ports import Renderer
from assistant.services.filing import content_hash
from assistant.services.filing_view import as_context, build_filing_view


@dataclass(frozen=True, slots=True)
class ExampleFailure:
    """An example that does not hold. ``place`` is the rule or the template; the text is Persian."""

    place: str
    example: str
    text: str
    file: str = ""

    @property
    def message(self) -> str:
        return f"نمونهٔ «{self.example}»: {self.text}"


def prove(library: Library, renderer: Renderer | None) -> Iterator[ExampleFailure]:
    """Every example of the library; without a renderer the printed text is left out."""
    reviewer, full = Reviewer(library), Reviewer(library, with_drafts=True)
    on_groups = reviewers_of_group_forms(library)
    for rule in library.rules.values():
        for example in rule.examples:
            judge = full if example.template else on_groups.get(form_key(rule.id, example), full)
            for failure in prove_rule_example(library, judge, rule, example):
                yield replace(failure, file=rule.file)
    for table in library.tables.values():
        for each in table.examples:
            for failure in prove_table_example(library, table, each):
                yield replace(failure, file=table.file)
    for template in library.templates.values():
        for case in template.examples:
            for failure in prove_template_example(library, reviewer, renderer, template, case):
                yield replace(failure, file=f"templates/{template.id}/examples/{case.name}.yaml")


def reviewers_of_group_forms(library: Library) -> Mapping[str, Reviewer]:
    """``form_key`` → a reviewer that knows only that form, and the rules proven on it, each for itself."""
    forms = {form.id: form for form in library.group_forms.values()}
    rules: dict[str, dict[str, Rule]] = {id: {} for id in forms}
    for key, form in library.group_forms.items():
        id = key.partition("#")[0]
        rules[form.id][id] = replace(library.rules[id], applies_to=AppliesTo(), catalogue=())
    reviewers = {
        id: Reviewer(replace(library, templates={id: form}, rules=rules[id]), with_drafts=True)
        for id, form in forms.items()
    }
    return {key: reviewers[form.id] for key, form in library.group_forms.items()}


def prove_rule_example(
    library: Library, reviewer: Reviewer, rule: Rule, example: RuleExample
) -> Iterator[ExampleFailure]:
    """An example without a template needs the rule's reviewer of ``reviewers_of_group_forms``."""
    template = template_of_example(library, rule, example)
    if template is None:
        yield ExampleFailure(rule.id, example.name, f"الگوی «{example.template}» در کتابخانه نیست")
        return
    try:
        file = read_answers_file(example.answers, template=template.id)
    except AnswersFileError as error:
        yield ExampleFailure(rule.id, example.name, str(error))
        return
    if example.given:
        reviewer = Reviewer(library_for_example(library, template, rule, example), with_drafts=True)
    review = reviewer.review(template, file.answers, file.on or date.max, only=rule.id)
    wrong = [problem for problem in review.problems if not problem.is_incomplete]
    if wrong:
        yield ExampleFailure(rule.id, example.name, f"پاسخ نمونه درست نیست: {wrong[0].path}: {wrong[0].message}")
    found = verdict_of(review, rule.id)
    if found is not example.expect:
        yield ExampleFailure(rule.id, example.name, f"انتظار {example.expect.value} بود، نتیجه {found.value} است")
    elif found is Expected.UNDETERMINED:
        missing = tuple(sorted(review.undetermined[rule.id]))
        if missing != tuple(sorted(example.missing)):
            yield ExampleFailure(rule.id, example.name, f"پاسخ‌های ناموجود: {missing} و نه {example.missing}")
    elif found is Expected.FIRES and example.points_at:
        points = {path for finding in review.findings if finding.rule == rule.id for path in finding.points_at}
        if not set(example.points_at) <= points:
            yield ExampleFailure(rule.id, example.name, f"به {sorted(points)} اشاره کرد و نه {example.points_at}")


def prove_table_example(library: Library, table: DecisionTable, example: TableExample) -> Iterator[ExampleFailure]:
    try:
        file = read_answers_file(example.answers, template=example.form.id)
    except AnswersFileError as error:
        yield ExampleFailure(table.id, example.name, str(error))
        return
    day = file.on or date.max
    facts = facts_of(example.form, library.parameters, (table,), library.rules.values())
    document = derive(example.form.form, file.answers, day, library.parameters).document
    if f"{table.id}_fits" not in facts:
        yield ExampleFailure(table.id, example.name, "هیچ ردیفی از جدول به این گروه‌ها نمی‌رسد")
        return
    found = FactTable(facts, document, day, library.parameters)(f"{table.id}_fits")
    given = sorted(found.missing) if isinstance(found, Undetermined) else found
    wanted = sorted(example.missing) if example.fits is None else example.fits
    if given != wanted:
        yield ExampleFailure(table.id, example.name, f"انتظار {wanted} بود، نتیجه {given} است")


def template_of_example(library: Library, rule: Rule, example: RuleExample) -> Template | None:
    """The template it names, else the form of its groups."""
    if example.template:
        return library.templates.get(example.template)
    return library.group_forms.get(form_key(rule.id, example))


def library_for_example(library: Library, template: Template, rule: Rule, example: RuleExample) -> Library:
    """Only this rule, reaching the form; parameters take the example's values: a launch not announced yet, say."""
    given = {
        id: replace(library.parameters[id], values=(ParameterValue(date.min, value, "", "own"),))
        for id, value in example.given.items()
    }
    return replace(
        library,
        templates={template.id: template},
        rules={rule.id: replace(rule, applies_to=AppliesTo(), catalogue=())},
        parameters={**library.parameters, **given},
    )


def verdict_of(review: Review, rule_id: str) -> Expected:
    """Fires when any element fires; else undetermined when any is; else clear."""
    if any(finding.rule == rule_id for finding in review.findings):
        return Expected.FIRES
    return Expected.UNDETERMINED if rule_id in review.undetermined else Expected.CLEAR


def prove_template_example(
    library: Library, reviewer: Reviewer, renderer: Renderer | None, template: Template, case: TemplateExample
) -> Iterator[ExampleFailure]:
    place = template.id
    try:
        file = read_answers_file(case.answers, template=template.id)
    except AnswersFileError as error:
        yield ExampleFailure(place, case.name, str(error))
        return
    on = file.on or date.max
    review = reviewer.review(template, file.answers, on)
    wrong = [problem for problem in review.problems if not problem.is_incomplete]
    for problem in wrong:
        yield ExampleFailure(place, case.name, f"{problem.path}: {problem.message}")
    found = {finding.key for finding in review.findings} | {finding.rule for finding in review.findings}
    yield from _differences(place, case, review, found)
    if renderer is None:
        return
    view = build_filing_view(
        library,
        template,
        review.derived,
        draft_number=f"{from_gregorian(on)[:4]}-00001",
        filing_date=on,
        content_hash=content_hash(template, library.version, review.derived.effective),
        is_draft=False,
    )
    text = renderer.text(renderer.render(library.layouts[template.layout], as_context(view)))
    yield from _text_in_order(place, case, text)


def _differences(place: str, case: TemplateExample, review: Review, found: set[str]) -> Iterator[ExampleFailure]:
    expected = set(case.expected_findings)
    for each in sorted(expected - found):
        yield ExampleFailure(place, case.name, f"یافتهٔ «{each}» انتظار می‌رفت و نیامد")
    for finding in review.findings:
        if finding.key not in expected and finding.rule not in expected:
            yield ExampleFailure(place, case.name, f"یافتهٔ «{finding.key}» در فهرست انتظار نیست")
    if tuple(sorted(review.incomplete)) != tuple(sorted(case.expected_incomplete)):
        message = f"موارد ناکامل {sorted(review.incomplete)} است و نه {sorted(case.expected_incomplete)}"
        yield ExampleFailure(place, case.name, message)


def _text_in_order(place: str, case: TemplateExample, text: str) -> Iterator[ExampleFailure]:
    position = 0
    for line in case.expected_text:
        at = text.find(line, position)
        if at < 0:
            where = "در متن چاپی نیست" if line not in text else "در متن چاپی سر جای خود نیست"
            yield ExampleFailure(place, case.name, f"«{line}» {where}")
        else:
            position = at + len(line)
