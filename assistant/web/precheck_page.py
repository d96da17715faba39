"""The few first questions of a petition, drawn as a step of their own although they belong to several steps."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from flask import url_for

from assistant.checks.answer_words import label_of
from assistant.domain.form import Step
from assistant.services.access import NotFound
from assistant.services.draft_book import OpenDraft
from assistant.web.draft_page import PRECHECK, DraftPage, draft_page
from assistant.web.field_view import Entered, FieldView, find_view
from assistant.web.step_page import field_views
from assistant.web.step_saving import Clash


def precheck_page(
    opened: OpenDraft,
    *,
    clashes: Sequence[Clash] = (),
    known_keys: frozenset[str] | None = None,
    typed: Mapping[str, Entered] | None = None,
) -> DraftPage:
    """As ``draft_page``. Raises NotFound where the template has no such questions."""
    if not opened.template.precheck:
        raise NotFound
    page = draft_page(opened, Step(PRECHECK, "پیش‌بررسی", ()), clashes=clashes, known_keys=known_keys, typed=typed)
    save_url = url_for("precheck.field", draft_id=opened.draft.id)
    return replace(page, views=tuple(_views(opened, typed)), save_url=save_url)


def _views(opened: OpenDraft, typed: Mapping[str, Entered] | None) -> Iterator[FieldView]:
    """A question hidden by another answer is left out; one of a group carries the group's name."""
    form = opened.template.form
    for path in opened.template.precheck:
        step = form.step_of(path)
        view = find_view(field_views(opened, step, typed=typed), path) if step else None
        if view is not None:
            yield replace(view, label=label_of(path, form))
