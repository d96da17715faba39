"""The deadline calculator: one period from one or several starts, with the day-by-day count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.checks.deadlines import counted_days, deadlines_of
from assistant.domain.deadline import CountedDay, CourtSet, Reading
from assistant.domain.library import Library
from assistant.domain.people import Actor
from assistant.domain.period import Period
from assistant.domain.service_mode import ServiceMode
from assistant.ports import Clock, Store
from assistant.services.access import Act, NotFound, require
from assistant.services.calendar_desk import CalendarDesk
from assistant.services.counted_deadline import CountedDeadline, counted
from assistant.services.office_time import office_date

GROUPS = (
    "challenge",
    "defects",
    "proceedings",
    "enforcement",
    "commercial",
    "lease_family",
    "land_registry",
    "administrative",
    "criminal",
    "immediate",
)


@dataclass(frozen=True, slots=True)
class Person:
    start: date
    is_abroad: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """``persons``: at least one; several where each was served on a day of their own."""

    period: str
    persons: tuple[Person, ...]
    province: str = ""
    court_set: CourtSet | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    period: Period
    today: date
    persons: tuple[CountedDeadline, ...]
    days: tuple[CountedDay, ...]  # of the first
    longest: Reading | None = None  # where it is argued that the longest serves all


class DeadlineCounter:
    def __init__(self, store: Store, library: Library, calendar: CalendarDesk, clock: Clock) -> None:
        self._store, self._library, self._calendar, self._clock = store, library, calendar, clock

    @property
    def periods(self) -> Mapping[str, Period]:
        return self._library.periods

    @property
    def service_modes(self) -> Sequence[ServiceMode]:
        return self._library.service_modes

    def by_group(self) -> Sequence[tuple[str, Sequence[Period]]]:
        """In the order of a clerk's work; empty groups are left out."""
        groups = ((group, [each for each in self.periods.values() if each.group == group]) for group in GROUPS)
        return [(group, sorted(periods, key=lambda each: each.title)) for group, periods in groups if periods]

    def province_of(self, actor: Actor) -> str:
        with self._store.read() as work:
            office = work.office(actor.office_id)
        return office.province if office else ""

    def count(self, actor: Actor, question: Question) -> Answer:
        """Never raises for a date without data: each result says why. Raises NotFound for a period unknown."""
        require(actor, Act.DEADLINES_READ)
        period = self.periods.get(question.period)
        if period is None:
            raise NotFound
        calendar, today = self._calendar.current(), self.today()
        persons = tuple(
            counted(
                period,
                person.start,
                calendar,
                today,
                province=question.province,
                is_abroad=person.is_abroad,
                court_set=question.court_set,
            )
            for person in question.persons
        )
        first = persons[0].deadline
        longest = None
        if len(persons) > 1 and question.court_set is None and all(each.deadline for each in persons):
            starts = [(str(number), each.start, each.is_abroad) for number, each in enumerate(persons)]
            longest = deadlines_of(period, starts, calendar, province=question.province, today=today).longest
        return Answer(period, today, persons, tuple(counted_days(first)) if first else (), longest)

    def today(self) -> date:
        return office_date(self._clock.now())
