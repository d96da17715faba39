"""Court costs on the desk: of values typed in, and of a draft as it stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.checks.costs import cost_bill
from assistant.checks.review import Reviewer
from assistant.domain.condition import EvaluationContext, Undetermined
from assistant.domain.cost_bill import (
    Bill,
    BillRequest,
    Claim,
    FinancialClaim,
    NonFinancialClaim,
    UnpricedClaim,
    ValuelessClaim,
)
from assistant.domain.court_costs import CourtCosts, OfficeTariff
from assistant.domain.draft import Draft
from assistant.domain.people import Actor
from assistant.domain.relief import derive_reliefs
from assistant.domain.template import Template
from assistant.domain.value_problem import ValueProblem
from assistant.ports import Clock, Store
from assistant.services.access import Act
from assistant.services.cost_view import BillView, view_of
from assistant.services.draft_book import DraftBook
from assistant.services.office_time import office_date

SIDES = ("plaintiffs", "defendants")
EVIDENCE, JUDGMENT = "evidence_items", "judgment"
_FIRST = "first_instance"


@dataclass(frozen=True, slots=True)
class DraftCosts:
    """What a draft says about its costs. ``open_reliefs``: whether more may be claimed depends on missing answers."""

    draft: Draft
    template: Template
    stage: str
    claims: tuple[Claim, ...]
    open_reliefs: bool
    persons: int
    copies: int  # documents marked as certified


class CostDesk:
    def __init__(self, store: Store, reviewer: Reviewer, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self._library = reviewer.library
        self._book = DraftBook(store, reviewer, clock)

    @property
    def costs(self) -> CourtCosts:
        return self._library.costs

    @property
    def tariff(self) -> OfficeTariff:
        return self._library.office_tariff

    @property
    def today(self) -> date:
        return office_date(self._clock.now())

    def bill(self, request: BillRequest) -> Bill:
        """Raises ValueProblem for a stage the tariff does not know."""
        return cost_bill(request, self.costs, self.tariff)

    def view(self, request: BillRequest) -> BillView:
        return view_of(self.bill(request), self.costs, self.tariff)

    def of_draft(self, actor: Actor, draft_id: str) -> DraftCosts:
        with self._store.begin() as work:
            draft = self._book.find(work, actor, draft_id, Act.DRAFT_READ)
            self._book.audit(work, actor, "draft.costed", draft.id, revision=draft.revision)
        opened = self._book.opened(draft)
        derived = opened.review.derived
        context = EvaluationContext(document=derived.document, today=self.today, parameters=self._library.parameters)
        reliefs = derive_reliefs(opened.template, context)
        known = {each.id for each in self.costs.stages}
        stage = opened.template.stage
        return DraftCosts(
            draft=draft,
            template=opened.template,
            stage=stage if stage in known else _FIRST,
            claims=tuple(draft_claims(reliefs, derived.document)),
            open_reliefs=any(isinstance(each, Undetermined) for each in reliefs),
            persons=sum(len(derived.effective.get(side) or ()) for side in SIDES),
            copies=_certified(derived.effective.get(EVIDENCE) or ()),
        )

    def office_name(self, actor: Actor) -> str:
        with self._store.read() as work:
            office = work.office(actor.office_id)
        return office.name if office else ""


def draft_claims(reliefs: Sequence[Any], document: Mapping[str, Any]) -> Iterator[Claim]:
    """The reliefs that are surely claimed, as they are priced."""
    for relief in reliefs:
        if isinstance(relief, Mapping):
            yield _claim(relief, document)


def _claim(relief: Mapping[str, Any], document: Mapping[str, Any]) -> Claim:
    title = relief.get("title")
    title = title if isinstance(title, str) else ""
    value, financial = relief.get("value_rial"), relief.get("financial")
    if isinstance(value, int) and not isinstance(value, bool):
        try:
            return FinancialClaim(value, title)
        except ValueProblem:  # nothing, or more than any tariff is made for
            return ValuelessClaim(title)
    if financial == "no" or (financial == "by_law" and _attacks_non_financial(relief, document)):
        return NonFinancialClaim(title)
    if financial == "by_law" and relief.get("kind") != "principal":
        return UnpricedClaim(title)
    return ValuelessClaim(title)


def _attacks_non_financial(relief: Mapping[str, Any], document: Mapping[str, Any]) -> bool:
    judgment = document.get(JUDGMENT)
    subject = judgment.get("subject") if isinstance(judgment, Mapping) else None
    return relief.get("kind") == "principal" and subject == "non_financial"


def _certified(evidence: Sequence[Any]) -> int:
    return sum(isinstance(each, Mapping) and each.get("certified") is True for each in evidence)
