"""Who signed what: every file that carries a review or a date, whatever its kind, and the tables that carry grades."""

from datetime import date

from assistant.content.content import Content
from assistant.content.content_file import ContentFile
from assistant.content.currency_builder import build_watched, grades_in, is_dated
from assistant.content.room_map import Kind
from assistant.domain.currency import weakest
from assistant.domain.review_state import ReviewState


def build_review_states(content: Content) -> tuple[ReviewState, ...]:
    """By kind, then id."""
    due = {each.place: each.due_on for each in content.once(build_watched)}
    found = (_state(file, due.get(file.path)) for file in content.files if _waits_for_a_name(file))
    return tuple(sorted(found, key=lambda each: (each.kind, each.id)))


def _waits_for_a_name(file: ContentFile) -> bool:
    return file.kind is Kind.DECISION_TABLE or is_dated(file) or _has_review(file)


def _has_review(file: ContentFile) -> bool:
    return isinstance(file.value, dict) and isinstance(file.value.get("verified"), dict)


def _state(file: ContentFile, due: date | None) -> ReviewState:
    spec = file.value
    review = spec["verified"] if _has_review(file) else {}
    return ReviewState(
        kind=file.kind.value,
        id=str(spec.get("id", file.stem)),
        title=str(spec.get("title", file.stem)),
        place=file.path,
        grade=str(review.get("grade", "")) or weakest(grades_in(spec)),
        level=str(spec["level"]) if file.kind is Kind.RULE else "",
        signed_by=review.get("reviewed_by") or spec.get("responsible"),
        signed_on=review.get("reviewed_on"),
        verified_until=due,
    )
