"""One spoiled place in the made-up content: what is changed, and the line where the check must point."""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.content.tree import changed, line_of

TEMPLATE = "templates/book-return/template.yaml"
FORM = "templates/book-return/form.yaml"
CARD_TEMPLATE = "templates/card-renewal/template.yaml"
CARD_FORM = "templates/card-renewal/form.yaml"
NARRATIVE = "templates/book-return/narrative.j2"
REQUEST = "templates/book-return/request.j2"
EXAMPLE = "templates/book-return/examples/clean.yaml"
MEMBER = "templates/_shared/member.yaml"
MEMBERS = "templates/_shared/members.yaml"
ADDRESS = "templates/_shared/address.yaml"
STORY = "templates/_shared/story.yaml"
FINE = "rules/loans/fine-above-ceiling.yaml"
CITY = "rules/loans/borrower-without-city.yaml"
CARD_AGE = "rules/cards/card-age-practice.yaml"
CEILING = "rules/parameters/fine_ceiling.yaml"
LAUNCH = "rules/parameters/card_launch.yaml"
LAWS = "rules/laws.yaml"
OUTCOMES = "rules/outcomes.yaml"
MAP = "rules/catalogue-map.yaml"
ADVICE = "rules/wording/no-advice.yaml"


@dataclass(frozen=True)
class Case:
    """In ``files`` the one problem ``code`` must stand in ``file``, on the line that holds ``at``."""

    code: str
    files: Mapping[str, bytes]
    file: str
    at: str = ""
    nearest: str | None = None

    @property
    def line(self) -> int:
        return line_of(self.files, self.file, self.at) if self.at else 1


def edit(code: str, file: str, old: str, new: str, at: str = "", nearest: str | None = None, told_in: str = "") -> Case:
    """``at`` is the first line of the new text unless given; ``told_in`` another file than the edited one."""
    return Case(code, changed(file, old, new), told_in or file, at or new.strip().split("\n")[0], nearest)
