"""The spoiled places of all content checks."""

from tests.content.case import Case
from tests.content.cases import forms, reading, rules, tables, templates

ALL: tuple[Case, ...] = (
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
    *tables.TABLES,
    *templates.TEMPLATES,
    *templates.NARRATIVES,
)
