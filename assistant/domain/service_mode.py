"""A way in which a paper is served, and the day from which its periods are counted."""

from dataclasses import dataclass

from assistant.domain.finding import Basis


@dataclass(frozen=True, slots=True)
class ServiceMode:
    id: str
    label: str
    date_label: str  # what stands beside the date field
    text: str  # which day counts, as the law says it
    grade: str
    basis: tuple[Basis, ...] = ()
