"""What the pages of the office's book draw."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.form import Option
from assistant.domain.outage import Outage
from assistant.domain.outage_texts import OutageTexts
from assistant.domain.people import Office
from assistant.services.access import Act, Scope, may, may_at_all
from assistant.services.outage_paper import Paper
from assistant.web.here import actor, services
from assistant.web.outage_forms import Described, checks_form, facts_form, options, today_values
from assistant.web.tool_form import EMPTY, ToolForm

REFUSALS = {
    "ended": "این اختلال کنار گذاشته شده است و چیزی به آن افزوده نمی‌شود.",
    "in_the_future": "این زمان هنوز نرسیده است؛ زمان رویداد پیش از اکنون است.",
    "before_failure": "این زمان پیش از نخستین خطا یا تلاش ثبت‌شده است.",
    "after_attempt": "تلاشی پیش از این زمان ثبت شده است؛ نخستین خطا پیش از تلاش‌هاست.",
    "picture_size": "حجم این پرونده بیش از ۲ مگابایت است؛ تصویر خطا تا ۲ مگابایت پذیرفته می‌شود.",
    "picture_kind": "این پرونده تصویر PNG یا JPEG نیست.",
    "too_many": "برای یک اختلال تا ۲۰۰ تلاش ثبت می‌شود.",
}


@dataclass(frozen=True, slots=True)
class IndexPage:
    outages: Sequence[Outage]
    papers: Sequence[Paper]
    texts: OutageTexts
    office_id: str
    offices: Sequence[Office]  # to choose from; empty for people of one office

    @property
    def current(self) -> Outage | None:
        return next((each for each in self.outages if each.is_open), None)

    @property
    def is_own(self) -> bool:
        return self.office_id == actor().office_id


@dataclass(frozen=True, slots=True)
class OutagePage:
    outage: Outage
    papers: Sequence[Paper]
    texts: OutageTexts
    facts: Described
    attempt: ToolForm
    checks: ToolForm
    restored: ToolForm
    withdrawn: ToolForm
    names: dict[str, str]

    def options(self, kind: str) -> Sequence[Option]:
        return options(self.texts, kind)

    @property
    def may_write(self) -> bool:
        return not self.outage.is_withdrawn and may_at_all(actor().role, Act.OUTAGE_RECORD)


def refusal_words(code: str) -> str:
    return REFUSALS[code]


def index_page(office_id: str) -> IndexPage:
    person = actor()
    office_id = office_id or person.office_id
    reads_papers = may_at_all(person.role, Act.LETTER_READ)
    return IndexPage(
        outages=services().outages.of_office(person, office_id),
        papers=services().papers.of_office(person, office_id) if reads_papers else (),
        texts=services().papers.texts,
        office_id=office_id,
        offices=services().people.offices() if may(person.role, Act.OFFICE_READ, Scope.OTHER) else (),
    )


def outage_page(
    outage_id: str,
    *,
    facts: Described | None = None,
    attempt: ToolForm | None = None,
    checks: ToolForm | None = None,
    restored: ToolForm | None = None,
    withdrawn: ToolForm = EMPTY,
) -> OutagePage:
    """With the form that was just sent, where it could not be taken."""
    found, person = services().outages.one(actor(), outage_id), actor()
    now = services().outages.now()
    papers = services().papers.of_office(person, found.office_id) if may_at_all(person.role, Act.LETTER_READ) else ()
    return OutagePage(
        outage=found,
        papers=[each for each in papers if each.outage_id == outage_id],
        texts=services().papers.texts,
        facts=facts or facts_form(found),
        attempt=attempt or today_values("attempt", now),
        checks=checks or checks_form(found),
        restored=restored or today_values("restored", now),
        withdrawn=withdrawn,
        names=services().outages.names(found),
    )
