"""Made-up wording of the letter about an outage; the schema is the one that ships."""

import json
from datetime import date

from assistant.domain.outage import Affected, OutageScope, System
from assistant.domain.outage_texts import OutageTexts
from tests import ROOT

SCHEMA = json.loads((ROOT / "schemas/files/outage-letter.json").read_text(encoding="utf-8"))
_PART = SCHEMA["properties"]
_LETTER = {
    "mark": "د",
    "title": "نامه",
    "addressee": "گیرندهٔ {province}",
    "greeting": "با سلام",
    "subject": "موضوع آزمایشی",
    "opening": "از {failure_date} ساعت {failure_time} در {office}: {client} ({role}) ساعت {arrived_at}، {act}، {last_day}.",
    "still_down": "تا ساعت {time} قطع است.",
    "restored": "از {restored_date} ساعت {restored_time} برقرار است.",
    "requests": ["گواهی", "فرستادن به {court}"],
    "attachments": {"pictures": "تصویر", "draft": "پیش‌نویس"},
    "copies_to": ["{court}"],
    "limits": "تنها گزارش است.",
}
_SLIP = {
    "mark": "ب",
    "title": "برگ",
    "opening": "از {failure_date} ساعت {failure_time} در {office} برای {client}.",
    "last_day": "{act} از {start} تا {last_day}.",
    "after_outage": "با اختلال: {last_day}.",
    "undecided": "ادامه دارد.",
    "nobody": "مراجعه‌کننده",
    "no_period": "مهلتی نیست.",
    "limits": "تنها گزارش است.",
}


def _codes(codes: object) -> dict[str, str]:
    return {str(each): f"واژهٔ {each}" for each in codes}  # type: ignore[attr-defined]


def made_up_texts() -> OutageTexts:
    return OutageTexts(
        letter=_LETTER,
        slip=_SLIP,
        count={
            "start": "روز آغاز",
            "days": "روز ۱ تا {days}",
            "act_day": "روز اقدام",
            "skipped": "نه: {reasons}",
            "last": "آخرین روز",
            "data": "داده‌ها",
            "overdue": "گذشته از تاریخ",
        },
        words={
            "systems": _codes(System),
            "scopes": _codes(OutageScope),
            "states": {"still_down": "قطع", "works": "برقرار", "fails": "قطع"},
            "affected": _codes(Affected),
            "roles": _codes(_PART["client"]["properties"]["role"]["enum"]),
            "decision_kinds": _codes(_PART["case"]["properties"]["decision_kind"]["enum"]),
            "service_modes": _codes(_PART["case"]["properties"]["service"]["properties"]["mode"]["enum"]),
            "sent_by": _codes(_PART["follow_up"]["properties"]["sent_by"]["enum"]),
        },
        basis=("مادهٔ ۱ قانون خانهٔ کوچک",),
        doubt="محل گفت‌وگوست.",
        doubt_grade="disputed",
        grade="own",
        checked_on=date(2026, 11, 22),
        verified_until=date(2027, 11, 22),
        schema=SCHEMA,
    )
