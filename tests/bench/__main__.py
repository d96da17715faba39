"""Runs every bench and prints one table."""

import sys
from collections.abc import Callable, Iterator

from tests.bench import calculators, content, costs, deadlines, documents, reviews, saving, starting, texts
from tests.bench.figures import Figure

BENCHES: dict[str, Callable[[], Iterator[Figure]]] = {
    "reviews": reviews.figures,
    "content": content.figures,
    "saving": saving.figures,
    "documents": documents.figures,
    "starting": starting.figures,
    "calculators": calculators.figures,
    "costs": costs.figures,
    "deadlines": deadlines.figures,
    "texts": texts.figures,
}


def main() -> None:
    chosen = sys.argv[1:] or list(BENCHES)
    print(f"{'what':<66} {'figure':>22}  {'aim':>12}")
    for name in chosen:
        for figure in BENCHES[name]():
            print(f"{figure.what:<66} {figure.text:>22}  {figure.aim:>12}", flush=True)


main()
