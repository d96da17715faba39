"""What a named expert signs, or still has to sign: one entry for each file with a grade."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ReviewState:
    kind: str  # rule, template, shared, parameter, period, decision-table …
    id: str
    title: str
    place: str  # path of the file
    grade: str  # of its weakest value
    level: str = ""  # of a rule
    signed_by: str | None = None  # the reviewer; of a dated file, the expert who answers for it
    signed_on: str | None = None
    verified_until: date | None = None  # of a dated file: the last day on which all in it counts as verified
