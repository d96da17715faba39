"""One cost bill: three claims, sheets, copies and the office's own service."""

from collections.abc import Iterator

from assistant.checks.costs import cost_bill
from assistant.domain.cost_bill import BillRequest, FinancialClaim, NonFinancialClaim, OfficeService, RaisedClaim
from assistant.domain.jalali import to_gregorian
from assistant.services.cost_view import view_of
from tests.bench.figures import Figure, median_ms
from tests.tariffs import tariffs


def figures() -> Iterator[Figure]:
    costs, tariff = tariffs()
    claims = (FinancialClaim(4_700_000_000), RaisedClaim(500_000_000, 800_000_000), NonFinancialClaim())
    office = OfficeService("petition", persons=4, pages=9, is_paid_electronically=True)
    request = BillRequest("first_instance", to_gregorian("1403-07-01"), claims, 4, 3, office)
    bill = cost_bill(request, costs, tariff)
    yield Figure(
        "cost bill of 8 lines", f"{median_ms(lambda: cost_bill(request, costs, tariff), 500):.3f} ms", "< 1 ms"
    )
    yield Figure("the same in words", f"{median_ms(lambda: view_of(bill, costs, tariff), 200):.3f} ms")
