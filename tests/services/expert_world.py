"""A made-up library with families, grounds, laws and rules of every state, for the pages experts look at."""

from dataclasses import replace

from assistant.domain.finding import Basis, Certainty, Level
from assistant.domain.ground import Ground, GroundsOfArticle
from assistant.domain.library import Law, Library, Outcome
from assistant.domain.rule import AppliesTo, RuleStatus, Verified
from assistant.domain.rule_family import RuleFamily
from tests.tiny_house.house import field, form_of, library_of, rule, template_of

BARN = replace(template_of(form_of(field("height")), id="barn", family="money"), title="مطالبهٔ انبار")
FIELD = replace(template_of(form_of(field("height")), id="field", family="family"), title="مطالبهٔ زمین")


def basis(law: str = "", article: str = "", clause: str = "", ruling: str = "", note: str = "") -> Basis:
    cited = f"ماده {article} {law}" if law else f"رأی {ruling}"
    return Basis(law or None, article or None, clause or None, ruling or None, note or None, cited)


def made(id: str, subject: str, title: str, *cited: Basis, **more: object):  # type: ignore[no-untyped-def]
    spoken = rule(id, "answered(height)", "height", title=title)
    return replace(spoken, **{"subject": subject, "basis": cited, **more})  # type: ignore[arg-type]


HEIGHT = made(
    "height-over-limit", "heights", "بلندی بیش از اندازه", basis("club", "21"), basis("club", "7", "2"),
    level=Level.LEGAL_CONSEQUENCE, catalogue=("1",), verified=Verified("2+"), applies_to=AppliesTo(templates=("barn",)),
)  # fmt: skip
WIDTH = made(
    "width-unknown", "widths", "پهنای ناپیدا", basis("club", "21 مکرر"), basis("cards", "3"),
    level=Level.INFORMATION, certainty=Certainty.DISPUTED, verified=Verified("disputed"), catalogue=("3", "ROW"),
)  # fmt: skip
WAITING = made(
    "waiting-one", "heights", "در راه", basis("club", "7", "1"),
    catalogue=("9",), applies_to=AppliesTo(groups=("none",)),
)  # fmt: skip
RETIRED = made("retired-one", "old", "کهنه", basis("club", "99"), catalogue=("4",), status=RuleStatus.RETIRED)
RULED = made(
    "ruled-one", "widths", "با رأی", basis(ruling="۸۰۵", note="1399/10/16"), applies_to=AppliesTo(templates=("barn",))
)

GROUNDS = GroundsOfArticle(
    "grounds-of-article-7",
    "جهت‌های مادهٔ هفت",
    "club",
    "7",
    (
        Ground(1, "بلندی", "بلندی بیش از اندازه", ("council",), frozenset({1, 9}), "2+"),
        Ground(2, "پهنا", "پهنای ناپیدا", ("council",), frozenset({3, 4, 5, 6}), "own"),
        Ground(3, "ژرفا", "ژرفای ناپیدا", ("council",), frozenset({20}), "own"),
    ),
)


def expert_library() -> Library:
    content = library_of([BARN, FIELD], [HEIGHT, WIDTH, WAITING, RETIRED, RULED])
    return replace(
        content,
        waiting=frozenset({"waiting-one"}),
        laws={
            "cards": Law("cards", "دستور کارت‌ها", "دستور", "1395"),
            "club": Law("club", "آیین‌نامهٔ باشگاه", "باشگاه", "1390"),
            "unused": Law("unused", "آیین‌نامهٔ بی‌کار", "بی‌کار", "1391"),
        },
        outcomes={"council": Outcome("council", "رأی شورا", ())},
        grounds=(GROUNDS,),
        rule_families=(RuleFamily("measures", "اندازه‌ها", ("heights", "widths")), RuleFamily("none", "هیچ", ("none",))),
    )
