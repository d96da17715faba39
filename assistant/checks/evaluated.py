"""What a review evaluates on a day: the rules in force for a template, with the versions of all they read."""

from datetime import date

from assistant.checks.rules import TemplateRules
from assistant.domain.library import Library
from assistant.domain.manifest import Manifest, UsedItem, manifest_of

CALENDAR = "office-calendar"


def evaluated_on(rules: TemplateRules, library: Library, day: date, calendar_version: str) -> Manifest:
    """The calendar is named where a rule counts a period."""
    in_force = rules.in_force_on(day)
    items = [UsedItem("rule", each.rule.id, each.rule.version) for each in in_force]
    parameters = frozenset[str]().union(*(each.parameters for each in in_force))
    periods = frozenset[str]().union(*(each.periods for each in in_force))
    items += [UsedItem("parameter", id, library.parameters[id].version) for id in parameters]
    items += [UsedItem("period", id, library.periods[id].version) for id in periods]
    if periods:
        items.append(UsedItem("calendar", CALENDAR, calendar_version))
    return manifest_of(items)
