"""A measured figure and how times are taken."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    what: str
    text: str
    aim: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """Medians in milliseconds: of the clock on the wall, and of the processor, which other work does not stretch."""

    wall: float
    cpu: float

    def __str__(self) -> str:
        return f"{self.wall:.2f} ms, CPU {self.cpu:.2f}"

    @property
    def in_seconds(self) -> str:
        return f"{self.wall / 1000:.2f} s, CPU {self.cpu / 1000:.2f}"


def taken(act: Callable[[], object], rounds: int, *, warm_up: int = 3) -> Taken:
    for _ in range(warm_up):
        act()
    wall, cpu = [], []
    for _ in range(rounds):
        begun, worked = time.perf_counter(), time.process_time()
        act()
        wall.append((time.perf_counter() - begun) * 1000)
        cpu.append((time.process_time() - worked) * 1000)
    return Taken(statistics.median(wall), statistics.median(cpu))


def median_ms(act: Callable[[], object], rounds: int) -> float:
    """The median of ``rounds`` runs after three to warm up."""
    return taken(act, rounds).wall


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]
