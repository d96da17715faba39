"""What the deadline pages need beside the services' values: words for groups, tabs, the mode of service chosen."""

from collections.abc import Sequence

from flask import url_for

from assistant.domain.form import Option
from assistant.domain.service_mode import ServiceMode
from assistant.services.access import Act, may_at_all
from assistant.services.counted_deadline import CountedDeadline
from assistant.services.deadline_count import DeadlineCounter
from assistant.services.draft_book import OpenDraft
from assistant.web.here import actor_or_none, services
from assistant.web.tool_form import ToolForm

GROUP_WORDS = {
    "challenge": "اعتراض به رأی",
    "defects": "رفع نقص و رد دادخواست",
    "proceedings": "در جریان دادرسی",
    "enforcement": "اجرای حکم",
    "commercial": "چک، سفته و برات",
    "lease_family": "اجاره و خانواده",
    "land_registry": "ثبت و املاک",
    "administrative": "دیوان و مراجع اداری",
    "criminal": "کیفری",
    "immediate": "فوری",
}


def act_groups(counter: DeadlineCounter) -> Sequence[tuple[str, Sequence[Option]]]:
    return [
        (GROUP_WORDS[group], [Option(each.id, each.title) for each in periods]) for group, periods in counter.by_group()
    ]


def service_mode_of(modes: Sequence[ServiceMode], form: ToolForm) -> ServiceMode | None:
    """The one chosen, else the first."""
    return next((each for each in modes if each.id == form.values.get("mode")), modes[0] if modes else None)


def deadline_places() -> Sequence[tuple[str, str, str]]:
    """The tabs of the place; the worklist only for those who have drafts."""
    person = actor_or_none()
    tabs = [("count", url_for("deadlines.count"), "محاسبهٔ مهلت"), ("calendar", url_for("calendar.index"), "تقویم")]
    if person is not None and may_at_all(person.role, Act.DRAFT_READ):
        tabs.insert(0, ("worklist", url_for("deadlines.index"), "کارهای مهلت‌دار"))
    return tabs


def running_deadline(opened: OpenDraft) -> CountedDeadline | None:
    """For the line above the pages of a draft that is open."""
    return services().deadlines.running(opened.draft, opened.review.derived)


def service_modes() -> Sequence[Option]:
    return [Option(each.id, each.label) for each in services().deadline_counter.service_modes]
