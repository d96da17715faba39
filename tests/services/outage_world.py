"""A made-up office in an outage: calendar, periods, people, and a clock that starts on a Sunday morning."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from assistant.domain.jalali import to_gregorian
from assistant.domain.library import Library
from assistant.domain.office_calendar import OfficeCalendar
from assistant.domain.outage import Affected, LocalChecks, Outage, OutageFacts, OutageScope, System
from assistant.domain.outage_letter import CasePart, ClientPart, OfficePart, Particulars, ServicePart
from assistant.domain.people import Actor, Office, Role, User
from assistant.ports import Transaction
from assistant.services.office_time import TEHRAN
from assistant.services.outage import Outages
from assistant.services.outage_decision import Visit
from assistant.services.outage_papers import OutagePapers
from tests.fakes.clock import FixedClock
from tests.fakes.memory_store import MemoryStore
from tests.tiny_house.house import library_of
from tests.tiny_house.office_days import made_up_calendar, made_up_periods
from tests.tiny_house.outage_words import made_up_texts

TODAY = to_gregorian("1405-09-01")  # a Sunday
ONCE = "sheet-number-1"
NAME = "نگین آرام"


class PlainRenderer:
    has_pdf = False

    def render(self, layout: bytes, context: object) -> bytes:
        return layout + repr(context).encode()

    def text(self, document: bytes) -> str:
        return document.decode()

    def pdf(self, document: bytes) -> bytes | None:
        return None


def at(clock: str, day: date = TODAY) -> datetime:
    hour, minute = (int(part) for part in clock.split(":"))
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=TEHRAN)


def actor(name: str, role: Role = Role.CLERK, office: str = "office-1") -> Actor:
    return Actor(f"id-{name}", name, f"همکار {name}", role, office)


CLERK, COLLEAGUE, STRANGER = actor("clerk"), actor("colleague"), actor("stranger", office="office-2")
MANAGER, AUDITOR = actor("manager", Role.OFFICE_MANAGER), actor("auditor", Role.AUDITOR)
SUPERVISOR, EXPERT = actor("supervisor", Role.SUPERVISOR), actor("expert", Role.EXPERT)


class World:
    def __init__(self, *, clock: str = "10:00", day: date = TODAY) -> None:
        self.store, self.clock = MemoryStore(), FixedClock(at(clock, day))
        with self.store.begin() as work:
            for number in ("1", "2"):
                work.add_office(Office(f"office-{number}", f"دفتر {number}", number, "isfahan"))
            for person in (CLERK, COLLEAGUE, STRANGER, MANAGER, AUDITOR, SUPERVISOR, EXPERT):
                user = User(person.user_id, person.name, person.full_name, person.role, person.office_id, "x")
                work.add_user(user)
        self.outages = Outages(self.store, self.clock)
        self.calendar = made_up_calendar()
        self.papers = OutagePapers(self.store, library(), self._calendar_in, PlainRenderer(), self.clock)

    def _calendar_in(self, _work: Transaction) -> OfficeCalendar:
        return self.calendar

    def outage(self, *, scope: OutageScope = OutageScope.NATIONAL) -> Outage:
        """Open from now, described, tried once, checked."""
        outage = self.outages.open(CLERK)
        facts = OutageFacts((System.OFFICE_PORTAL,), scope, "صفحه باز نمی‌شود", ("504",))
        self.outages.describe(CLERK, outage.id, facts, outage.first_failure)
        self.outages.attempt(CLERK, outage.id, self.clock.now(), "همان خطا")
        self.outages.check(CLERK, outage.id, LocalChecks(True, True, Affected.YES))
        return self.outages.one(CLERK, outage.id)

    def acts(self) -> list[str]:
        with self.store.read() as work:
            return [entry.act for entry in work.audit_entries()]

    def go_to(self, clock: str, day: date = TODAY) -> None:
        self.clock.at = at(clock, day)


def library() -> Library:
    return replace(
        library_of([], []),
        periods=made_up_periods(),
        outage_texts=made_up_texts(),
        layouts={"outage-letter.docx": b"letter", "outage-slip.docx": b"slip"},
    )


def visit_ending(last_day: date, *, days: int = 10) -> Visit:
    """Of the period of ten days: the day of service and that of the act are not counted."""
    return Visit("return_answer", last_day - timedelta(days=days + 1))


def told(**client: object) -> Particulars:
    return Particulars(
        office=OfficePart(manager="مدیر نمونه", city="اصفهان"),
        client=replace(
            ClientPart(NAME, "9990000018", "party", arrived_at="09:05", identity_checked=True, consent_to_share=True),
            **client,  # type: ignore[arg-type]
        ),
        case=CasePart(
            "1405000000000000", "", "شعبه نمونه", "judgment", "140500000000000000", "1405-08-07",
            ServicePart("electronic_viewed"),
        ),
        prepared_documents=("دادخواست تجدیدنظر",),
    )  # fmt: skip
