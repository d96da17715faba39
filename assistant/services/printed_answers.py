"""Answers as they stand on paper: every leaf a string with Persian digits, by the field that asked for it."""

from collections.abc import Mapping
from typing import Any

from assistant.domain.characters import printed_text
from assistant.domain.form import Field, Form
from assistant.domain.value_types import is_valid_field, show_field

VALUE_SUFFIX = "_value"  # beside the label of a choice: the option's value, for comparisons


def printed(field: Field, stored: Any) -> str:
    """One answer; '' where there is none. A value of a wrong form is printed as it was typed."""
    if stored is None:
        return ""
    if is_valid_field(field, stored):
        return show_field(field, stored)
    return printed_text(str(stored)) if isinstance(stored, (str, int)) else ""


def printed_answers(form: Form, effective: Mapping[str, Any]) -> dict[str, Any]:
    """The whole form: each field has its key, also when hidden or unanswered.

    Yes-no answers are True or False (False without an answer); a choice is its label, and ``<key>_value`` its option.
    """
    view: dict[str, Any] = {}
    for step in form.steps:
        view.update(_printed_fields(step.fields, effective))
    return view


def _printed_fields(fields: tuple[Field, ...], answers: Mapping[str, Any]) -> dict[str, Any]:
    view: dict[str, Any] = {}
    for field in fields:
        stored = answers.get(field.key)
        if field.type == "list":
            view[field.key] = [_printed_fields(field.fields, item) for item in stored or ()]
        elif field.type == "group":
            view[field.key] = _printed_fields(field.fields, stored or {})
        elif field.type == "yes_no":
            view[field.key] = stored is True
        else:
            view[field.key] = printed(field, stored)
            if field.type == "choice":
                view[field.key + VALUE_SUFFIX] = stored if isinstance(stored, str) else ""
    return view
