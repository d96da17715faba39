"""The language of conditions: a subset of CEL with three values, checked against the form when content is loaded."""

from assistant.domain.condition.context import EvaluationContext
from assistant.domain.condition.errors import ConditionError
from assistant.domain.condition.expression import Expression, compile_condition, compile_expression
from assistant.domain.condition.lists import Members, PlacedList, place_text
from assistant.domain.condition.notes import Read
from assistant.domain.condition.three_valued import Undetermined, merged
from assistant.domain.condition.types import (
    BOOL,
    DATE,
    NULL,
    NUMBER,
    STRING,
    ChoiceType,
    ListType,
    NumberType,
    ObjectType,
    StringType,
    Type,
    TypeEnvironment,
)

__all__ = [
    "BOOL",
    "DATE",
    "NULL",
    "NUMBER",
    "STRING",
    "ChoiceType",
    "ConditionError",
    "EvaluationContext",
    "Expression",
    "ListType",
    "Members",
    "NumberType",
    "ObjectType",
    "PlacedList",
    "Read",
    "StringType",
    "Type",
    "TypeEnvironment",
    "Undetermined",
    "compile_condition",
    "compile_expression",
    "merged",
    "place_text",
]
