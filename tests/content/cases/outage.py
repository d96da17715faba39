"""The wording of an outage letter beside the whole made-up content."""

from tests import ROOT
from tests.content.case import Case
from tests.content.tree import with_file

FILE, SECOND = "rules/outage/letter.yaml", "rules/outage/second.yaml"
_SHIPPED = (ROOT / FILE).read_text(encoding="utf-8").replace("law: qadm", "law: club")


def _spoiled(code: str, old: str, new: str, at: str, nearest: str | None = None) -> Case:
    assert _SHIPPED.count(old) >= 1
    files = with_file(FILE, _SHIPPED.replace(old, new, 1))
    return Case(code, files, FILE, at, nearest)


OUTAGE = (
    _spoiled("outage_placeholder_unknown", "استان {province}\n", "استان {provinse}\n", "{provinse}", "province"),
    _spoiled("outage_placeholder_unknown", "ارسال گواهی به {court}", "ارسال گواهی به {}", "ارسال گواهی به {}"),
    _spoiled("outage_unknown_law", "law: club", "law: clob", "law: clob", "club"),
    Case(
        "outage_incomplete",
        with_file(FILE, _SHIPPED) | {SECOND: _SHIPPED.replace("id: letter", "id: second").encode()},
        SECOND,
        "id: second",
    ),
)
