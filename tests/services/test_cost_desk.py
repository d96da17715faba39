"""The costs of a draft: what its reliefs are priced as, and what it says about people and papers."""

import pytest

from assistant.domain.answers import BLANK, NOT_APPLICABLE
from assistant.domain.condition import Undetermined
from assistant.domain.cost_bill import FinancialClaim, NonFinancialClaim, UnpricedClaim, ValuelessClaim
from assistant.domain.money import LARGEST_RIAL
from assistant.services.cost_desk import draft_claims


def relief(financial="yes", value=NOT_APPLICABLE, kind="principal", title="خواسته"):
    return {"title": title, "kind": kind, "financial": financial, "value_rial": value, "claimed_by": "template"}


def claims(*reliefs, **document):
    return list(draft_claims(reliefs, document))


@pytest.mark.parametrize(
    ("made", "claim"),
    [
        (relief(value=5), FinancialClaim(5, "خواسته")),
        (relief("by_law", 5), FinancialClaim(5, "خواسته")),  # the judgment an appeal attacks
        (relief("no"), NonFinancialClaim("خواسته")),
        (relief("no", kind="interim"), NonFinancialClaim("خواسته")),
        (relief("by_law", kind="accessory"), UnpricedClaim("خواسته")),
        (relief(value=BLANK), ValuelessClaim("خواسته")),
        (relief("by_law", BLANK), ValuelessClaim("خواسته")),
        (relief(value=0), ValuelessClaim("خواسته")),
        (relief(value=LARGEST_RIAL + 1), ValuelessClaim("خواسته")),
        (relief(value=True), ValuelessClaim("خواسته")),
        (relief(value=5, title=Undetermined(("x",))), FinancialClaim(5, "")),
    ],
)
def test_a_relief_is_priced_by_what_it_is(made, claim):
    assert claims(made) == [claim]


def test_a_judgment_on_a_non_financial_claim_is_attacked_as_such():
    assert claims(relief("by_law", BLANK), judgment={"subject": "non_financial"}) == [NonFinancialClaim("خواسته")]
    assert claims(relief("by_law", BLANK), judgment={"subject": "financial"}) == [ValuelessClaim("خواسته")]


def test_what_is_perhaps_claimed_is_left_out():
    assert claims(Undetermined(("claims_costs",)), relief(value=5)) == [FinancialClaim(5, "خواسته")]
