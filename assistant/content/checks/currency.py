"""The common keys of dated files. That a date has passed is no fault of a file: the watch tells it, day by day."""

from collections.abc import Iterator

from assistant.content.content import Content
from assistant.content.currency_builder import is_dated
from assistant.content.registry import Remark, content_check


@content_check("verification_order", "پایان اعتبار پیش از تاریخ بررسی است")
def verification_order(content: Content) -> Iterator[Remark]:
    """Stored dates order like their texts."""
    for file in content.files:
        if is_dated(file) and file.value["verified_until"] < file.value["checked_on"]:
            yield Remark(file.place("verified_until"), "verified_until پیش از checked_on است")
