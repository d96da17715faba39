"""Any calculation by any calculator, from what was typed to the result."""

from collections.abc import Iterator

from assistant.app import Settings, load_library
from assistant.checks.calculators.registry import calculate, read
from tests.bench.figures import Figure, median_ms

SAMPLES = {
    "late-payment": {"principal": "500000000", "due": "1402-05", "paid": "1403-12", "demand": "1402-09"},
    "cheque-damages": {"principal": "2000000000", "due": "1401-08", "paid": "1403-12"},
    "mahr": {"amount": "200000", "marriage_year": "1352", "payment_year": "1404"},
    "diyeh": {
        "year": "1405",
        "fraction": "5/100",
        "subject": "killing",
        "act_date": "1405-02-01",
        "death_date": "1405-03-01",
    },
    "inheritance": {
        "estate": "2400000001",
        "spouse": "wife",
        "wives": "4",
        "father": "yes",
        "mother": "yes",
        "sons": "10",
        "daughters": "10",
    },
}


def figures() -> Iterator[Figure]:
    library, _ = load_library(Settings.from_environment())
    for id, typed in SAMPLES.items():

        def once(id: str = id, typed: dict[str, str] = typed) -> object:
            return calculate(library, id, read(library, id, typed))

        yield Figure(f"calculation: {id}", f"{median_ms(once, 400):.3f} ms", "< 1 ms")
