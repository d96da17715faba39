"""Which templates a rule reaches, and whether it reads them safely."""

from collections.abc import Iterator

from assistant.checks.compiled_rule import CompiledRule, applies
from assistant.checks.guards import unguarded_paths
from assistant.content.compiled_rules import reaches
from assistant.content.content import Content
from assistant.content.nearness import nearest
from assistant.content.registry import Remark, content_check
from assistant.content.report import Severity
from assistant.content.room_map import Kind
from assistant.domain.rule import RuleStatus


@content_check("rule_unknown_template", "قاعده الگویی را نام می‌برد که نیست")
def rule_unknown_template(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.RULE):
        for index, id in enumerate(file.value["applies_to"].get("templates", ())):
            if id not in content.folders and id not in content.planned:
                place = file.place("applies_to", "templates", index)
                known = (*content.folders, *content.planned)
                yield Remark(place, f"الگوی «{id}» در پوشهٔ templates نیست", nearest(id, known))


@content_check("planned_template_exists", "الگویی که نوشته شده هنوز در فهرست الگوهای آینده است")
def planned_template_exists(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.PLANNED):
        for index, entry in enumerate(file.value):
            if entry["id"] in content.folders:
                yield Remark(file.place(index, "id"), f"الگوی «{entry['id']}» در پوشهٔ templates هست")


@content_check("rule_unknown_group", "قاعده گام یا گروهی را نام می‌برد که نیست")
def rule_unknown_group(content: Content) -> Iterator[Remark]:
    for file in content.of(Kind.RULE):
        for index, id in enumerate(file.value["applies_to"].get("groups", ())):
            if id not in content.shared and not content.is_broken(f"templates/_shared/{id}.yaml"):
                place = file.place("applies_to", "groups", index)
                yield Remark(place, f"بخش مشترک «{id}» در templates/_shared نیست", nearest(id, content.shared))


@content_check("rule_group_without_place", "گروهی که جای آن در فرم معلوم نیست")
def rule_group_without_place(content: Content) -> Iterator[Remark]:
    """A waiting rule is proven on a form of its groups: each is a step, or says under which key forms hold it."""
    for file in content.of(Kind.RULE):
        if file.stem not in content.waiting and not _has_bare_example(content, file.stem):
            continue
        for index, id in enumerate(file.value["applies_to"].get("groups", ())):
            shared = content.shared.get(id)
            if shared is not None and shared.value["kind"] == "group" and "stands_as" not in shared.value:
                place = file.place("applies_to", "groups", index)
                yield Remark(place, f"گروه «{id}» گام نیست و stands_as ندارد؛ گامی که آن را دارد نام برده شود")


def _has_bare_example(content: Content, rule_id: str) -> bool:
    return any(not each.template for each in content.rules[rule_id].examples)


@content_check("rule_reaches_no_template", "قاعده به هیچ الگویی نمی‌رسد")
def rule_reaches_no_template(content: Content) -> Iterator[Remark]:
    """Not told while a template cannot be read: the rule may be meant for it; nor of rules that wait for one."""
    if len(content.built_templates) < len(content.folders):
        return
    templates = [built.template for built in content.built_templates.values()]
    for file in content.of(Kind.RULE):
        rule = content.rules[file.stem]
        named = (*rule.applies_to.templates, *rule.applies_to.groups)
        all_known = all(name in content.folders or name in content.shared or name in content.planned for name in named)
        if rule.status is RuleStatus.RETIRED or not all_known or rule.id in content.waiting:
            continue
        if not any(applies(rule.applies_to, template) for template in templates):
            yield Remark(file.place("applies_to"), "هیچ الگویی همهٔ شرط‌های applies_to را با هم ندارد")


@content_check("rule_silent_everywhere", "قاعده در هیچ الگویی سنجیده نمی‌شود", Severity.WARNING)
def rule_silent_everywhere(content: Content) -> Iterator[Remark]:
    """Every template it reaches lacks a path it ``needs``."""
    if not content.is_whole:
        return
    results: dict[str, list[bool]] = {}
    for reach in reaches(content):
        results.setdefault(reach.rule.id, []).append(reach.result is None)
    files = {file.stem: file for file in content.of(Kind.RULE)}
    for id, silent in results.items():
        if all(silent) and id in files:
            yield Remark(files[id].place("needs"), "هیچ یک از الگوهای این قاعده همهٔ مسیرهای needs را ندارد")


@content_check("rule_without_guard", "قاعده پرسشی پنهان را بی‌نگهبان می‌خواند")
def rule_without_guard(content: Content) -> Iterator[Remark]:
    """Under a negation or in a count a hidden field can make a condition true (decisions.md 3)."""
    files = {file.stem: file for file in content.of(Kind.RULE)}
    told: set[tuple[str, str]] = set()
    for reach in reaches(content):
        if not isinstance(reach.result, CompiledRule):
            continue
        for path in unguarded_paths(reach.result, reach.template.form):
            if (reach.rule.id, path) not in told:
                told.add((reach.rule.id, path))
                message = f"«{path}» گاه پنهان است؛ شرط باید پاسخی را که آن را نمایان می‌کند نیز بخواند"
                yield Remark(files[reach.rule.id].place("when"), f"{message} ({reach.where})")
