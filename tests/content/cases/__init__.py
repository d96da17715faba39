"""The spoiled places of all content checks."""

from tests.content.case import Case
from tests.content.cases import (
    boards,
    calculators,
    calendar,
    forms,
    groups,
    outage,
    reading,
    rules,
    tables,
    tariffs,
    templates,
)

ALL: tuple[Case, ...] = (
    *boards.BOARDS,
    *boards.DATES,
    *reading.READING,
    *reading.SHAPES,
    *reading.FILES,
    *reading.OTHERS,
    *forms.FIELDS,
    *forms.SHARED,
    *forms.CONDITIONS,
    *rules.RULES,
    *rules.PARAMETERS,
    *rules.WORDING,
    *calendar.CALENDAR,
    *calendar.PERIODS,
    *tariffs.TARIFFS,
    *outage.OUTAGE,
    *calculators.INDICES,
    *calculators.CALCULATORS,
    *tables.TABLES,
    *groups.RULE_FAMILIES,
    *groups.GROUNDS,
    *templates.TEMPLATES,
    *templates.NARRATIVES,
)
