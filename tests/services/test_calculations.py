"""A calculated amount in a draft: put in with its trace, kept as it is, and held against today's answers and data."""

import json
from dataclasses import dataclass, replace

import pytest

from assistant.checks.review import Reviewer
from assistant.domain.draft import Draft
from assistant.domain.form import ComputedBy
from assistant.domain.ledger import Book
from assistant.domain.library import Library
from assistant.domain.people import Actor, Office, Role, User
from assistant.services.access import NotFound, Refused
from assistant.services.calculations import Calculations
from assistant.services.calculator_desk import CalculatorDesk
from assistant.services.draft_book import Conflict, Saved
from assistant.services.drafting import Drafting
from tests import ROOT
from tests.fakes.clock import FixedClock
from tests.fakes.memory_store import MemoryStore
from tests.tiny_house.house import field, form_of, library_of, template_of
from tests.tiny_house.tables import annual, made_up_calculators, made_up_indices, made_up_sacred_months

INPUTS = {"amount": "face", "marriage_year": "wedding", "payment_year": "today"}
FORM = form_of(
    field("face", "rial_amount"),
    field("wedding", "jalali_date"),
    field("kind", "choice", options=["cash", "coins"]),
    field("value", "rial_amount", shown_when="kind == 'cash'", computed_by=ComputedBy("mahr", INPUTS)),
    field("note", "rial_amount"),
)
CLERK = Actor("u1", "clerk", "کارشناس", Role.CLERK, "o1")
AUDITOR = Actor("u2", "auditor", "بازرس", Role.AUDITOR, "o1")
STRANGER = Actor("u3", "stranger", "بیگانه", Role.CLERK, "o2")


@dataclass
class World:
    """The clock stands in 1405, so the reference year is 1404."""

    store: MemoryStore
    clock: FixedClock
    library: Library
    drafting: Drafting
    calculations: Calculations
    draft: Draft

    def say(self, **answers: str) -> None:
        for path, text in answers.items():
            saved = self.drafting.save_field(CLERK, self.draft.id, path, text, self.revision)
            assert isinstance(saved, Saved)

    @property
    def revision(self) -> int:
        return self.opened.draft.revision

    @property
    def opened(self):
        return self.drafting.open(CLERK, self.draft.id, silently=True)

    def typed(self) -> dict[str, str]:
        _, _, asked = self.calculations.open(CLERK, self.draft.id, "value", {})
        return dict(asked.typed)

    def put(self, variant: str = "value", **more: str):
        typed = {**self.typed(), **more}
        return self.calculations.put(CLERK, self.draft.id, "value", typed, variant, self.revision)

    def of_value(self):
        return self.calculations.of(self.opened)["value"]

    def with_table(self, figures: dict[int, str], version: str) -> "World":
        """The same office after its tables were renewed."""
        indices = {**self.library.indices, "cpi-annual": annual(figures, version=version)}
        return _world(self.store, self.clock, replace(self.library, indices=indices), self.draft)

    def entries(self):
        with self.store.read() as work:
            return list(work.ledger(Book.CALCULATIONS, "o1", self.draft.id))


def _world(store: MemoryStore, clock: FixedClock, library: Library, draft: Draft | None = None) -> World:
    reviewer = Reviewer(library)
    drafting = Drafting(store, reviewer, clock)
    calculations = Calculations(store, reviewer, clock, CalculatorDesk(library, clock))
    return World(store, clock, library, drafting, calculations, draft or drafting.start(CLERK, "tiny"))


@pytest.fixture
def world() -> World:
    store, clock = MemoryStore(), FixedClock()
    with store.begin() as work:
        for office in ("o1", "o2"):
            work.add_office(Office(office, office, office, "tehran"))
        for person in (CLERK, AUDITOR, STRANGER):
            work.add_user(User(person.user_id, person.name, person.full_name, person.role, person.office_id, "x"))
    schemas = {path.stem: json.loads(path.read_text("utf-8")) for path in (ROOT / "schemas/values").glob("*.json")}
    tables = {"value_schemas": schemas, "indices": made_up_indices(), "calculators": made_up_calculators()}
    library = replace(library_of([template_of(FORM)]), **tables, sacred_months=made_up_sacred_months())
    made = _world(store, clock, library)
    made.say(face="1000", wedding="1380/05/01", kind="cash")
    return made


def test_the_calculator_opens_filled_from_the_draft(world):
    assert world.typed() == {"amount": "۱٬۰۰۰", "marriage_year": "۱۳۸۰", "payment_year": "۱۴۰۵"}


def test_the_amount_is_put_into_the_field_and_its_trace_is_kept(world):
    saved = world.put()
    assert isinstance(saved, Saved)
    assert saved.opened.draft.answers.values["value"] == 6200
    (entry,) = world.entries()
    assert entry.body["amount"] == 6200
    assert entry.body["inputs"] == {"amount": 1000, "marriage_year": 1380, "payment_year": 1405}
    assert entry.body["data"] == {"cpi-annual": "one", "cpi-annual-1383": "one"}
    assert [each["figure"] for each in entry.body["figures"]] == ["5", "31"]


def test_nothing_is_said_while_nothing_changed(world):
    world.put()
    found = world.of_value()
    assert found.trace is not None
    assert not found.differs
    assert world.calculations.differing(world.opened) == ()


def test_an_amount_edited_after_is_told_and_stays(world):
    world.put()
    world.say(value="7000")
    found = world.of_value()
    assert (found.differs, found.is_edited, found.kept, found.today) == (True, True, 7000, 6200)
    assert world.opened.draft.answers.values["value"] == 7000


def test_a_changed_answer_gives_another_amount_today_and_is_named(world):
    world.put()
    world.say(face="2000")
    found = world.of_value()
    assert (found.differs, found.kept, found.today) == (True, 6200, 12400)
    assert found.changed_inputs == ("«amount»",)
    assert found.changed_data == ()


def test_changed_data_are_told_by_their_table(world):
    world.put()
    later = world.with_table({1380: "5", 1404: "32"}, "two")
    found = later.of_value()
    assert (found.differs, found.kept, found.today) == (True, 6200, 6400)
    assert found.changed_data == ("جدول cpi-annual",)
    assert [each.path for each in later.calculations.differing(later.opened)] == ["value"]


def test_new_data_that_give_the_same_amount_are_no_difference(world):
    world.put()
    later = world.with_table({1380: "5", 1390: "17", 1404: "31"}, "two")
    assert not later.of_value().differs


def test_a_figure_that_is_gone_is_told_as_no_result(world):
    world.put()
    found = world.with_table({1380: "5"}, "two").of_value()
    assert (found.differs, found.today) == (True, None)
    assert "۱۴۰۴" in found.why_nothing


def test_an_answer_that_is_gone_keeps_the_trace_comparable(world):
    world.put()
    world.say(face="")
    assert world.of_value().today == 6200


def test_the_chosen_one_of_two_disputed_figures_is_the_one_recomputed(world):
    disputed = world.with_table({1380: "5", 1404: "31 30"}, "two")
    saved = disputed.put("value~30")
    assert isinstance(saved, Saved)
    found = disputed.of_value()
    assert (found.kept, found.today, found.differs) == (6000, 6000, False)


def test_putting_again_replaces_the_trace_and_keeps_both_in_the_book(world):
    world.put()
    world.say(face="2000")
    world.put()
    assert not world.of_value().differs
    assert len(world.entries()) == 2


def test_a_variant_that_does_not_exist_puts_nothing(world):
    result = world.put("value~99")
    assert not isinstance(result, (Saved, Conflict))
    assert world.entries() == []
    assert "value" not in world.opened.draft.answers.values


def test_a_field_changed_meanwhile_is_a_conflict_and_nothing_is_written(world):
    typed, revision = world.typed(), world.revision
    world.say(value="5")
    result = world.calculations.put(CLERK, world.draft.id, "value", typed, "value", revision)
    assert isinstance(result, Conflict)
    assert world.entries() == []


def test_a_hidden_field_has_no_calculator(world):
    world.say(kind="coins")
    assert world.calculations.of(world.opened) == {}
    with pytest.raises(NotFound):
        world.put()


@pytest.mark.parametrize("path", ["note", "face", "nothing", "value.x"])
def test_a_field_without_a_calculator_is_not_found(world, path):
    with pytest.raises(NotFound):
        world.calculations.open(CLERK, world.draft.id, path, {})


def test_only_who_may_write_the_draft_puts_an_amount_in(world):
    with pytest.raises(Refused):
        world.calculations.open(AUDITOR, world.draft.id, "value", {})
    with pytest.raises(NotFound):
        world.calculations.open(STRANGER, world.draft.id, "value", {})


def test_undo_takes_the_amount_back_and_leaves_nothing_to_say(world):
    world.put()
    world.drafting.undo(CLERK, world.draft.id)
    assert "value" not in world.opened.draft.answers.values
    assert world.of_value().trace is None
