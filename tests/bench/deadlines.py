"""One deadline; the worked ones; a year of deadlines of 10,000 drafts counted and ranked by working days."""

import json
import random
import time
from collections.abc import Iterator
from datetime import timedelta

from assistant.app import Settings, load_library
from assistant.checks.deadlines import counted_days, deadline_of
from assistant.domain.jalali import to_gregorian
from assistant.services.counted_deadline import counted, ranked
from tests import ROOT
from tests.bench.figures import Figure, median_ms, percentile

DRAFTS = 10_000


def figures() -> Iterator[Figure]:
    library, _ = load_library(Settings.from_environment())
    calendar, periods = library.calendar, library.periods
    start = to_gregorian("1405-07-01")
    appeal, divan = periods["tajdidnazar_hokm"], periods["divan_3mah"]
    one = median_ms(lambda: deadline_of(appeal, start, calendar), 500)
    yield Figure("one deadline", f"{one:.3f} ms", "< 1 ms")
    both = median_ms(lambda: list(counted_days(deadline_of(divan, start, calendar, province="tehran"))), 500)
    yield Figure("one of three months, counted day by day", f"{both:.3f} ms", "< 1 ms")
    yield Figure("the slowest of the worked deadlines", f"{_slowest_worked(library):.3f} ms", "< 1 ms")

    today, chance = to_gregorian("1405-09-01"), random.Random(1405)
    countable = [each for each in periods.values() if each.counting.has_last_day]
    drafts = [(chance.choice(countable), today - timedelta(days=chance.randrange(365))) for _ in range(DRAFTS)]
    begun = time.perf_counter()
    rows = ranked(counted(period, first, calendar, today, province="tehran") for period, first in drafts)
    took = time.perf_counter() - begun
    assert len(rows) == DRAFTS
    yield Figure(f"a year of deadlines of {DRAFTS:,} drafts, ranked", f"{took:.2f} s", "< 1 s")

    begun = time.perf_counter()
    anew = calendar.with_closures([])
    deadline_of(appeal, start, anew)
    yield Figure("a calendar with other closures, first use", f"{(time.perf_counter() - begun) * 1000:.1f} ms")


def _slowest_worked(library) -> float:
    cases = json.loads((ROOT / "tests/checks/deadline_cases.json").read_text("utf-8"))
    times = []
    for case in cases:
        period, start = library.periods[case["period"]], to_gregorian(case["start"])
        outage = [to_gregorian(day) for day in case["outage_days"]]
        times.append(
            median_ms(
                lambda period=period, start=start, outage=outage: deadline_of(
                    period, start, library.calendar, outage_days=outage
                ),
                100,
            )
        )
    return percentile(times, 1.0)
