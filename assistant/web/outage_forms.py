"""Reads the forms of an outage: times as typed, what failed, tries, checks, and when it worked again."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time

from werkzeug.datastructures import MultiDict

from assistant.domain.characters import folded, persian_digits
from assistant.domain.form import Option
from assistant.domain.jalali import show_date
from assistant.domain.outage import Affected, LocalChecks, Outage, OutageFacts, OutageScope, System
from assistant.domain.outage_texts import OutageTexts
from assistant.services.office_time import TEHRAN, office_date
from assistant.services.outage_letter import clock_text
from assistant.web.tool_form import ToolForm, ToolReading

_TIME = re.compile(r"([0-9]{1,2})(?: ?[:٫.,/-] ?([0-9]{1,2}))?|([0-9]{2})([0-9]{2})")
_LONGEST_TEXT = 1000


def read_time(reading: ToolReading, key: str, label: str, *, is_required: bool = True) -> time | None:
    """«9:5», «۰۹:۱۵», «9», «0915»."""
    typed = reading.typed(key)
    if not typed:
        if is_required and reading.is_asked:
            reading.problem(key, f"{label} خالی است؛ نمونه: ۰۹:۱۵.")
        return None
    found = _TIME.fullmatch(folded(typed))
    hour, minute = (int(found[1] or found[3]), int(found[2] or found[4] or 0)) if found else (99, 0)
    if hour > 23 or minute > 59:
        reading.problem(key, f"{label}: «{typed[:20]}» خوانده شد؛ ساعت از ۰۰:۰۰ تا ۲۳:۵۹ است، مانند ۰۹:۱۵.")
        return None
    read = time(hour, minute)
    reading.echo(key, f"ساعت {persian_digits(f'{read:%H:%M}')}")
    return read


def read_moment(reading: ToolReading, name: str, label: str) -> datetime | None:
    """From the fields ``<name>_date`` and ``<name>_time``."""
    day = reading.date(f"{name}_date", f"تاریخ {label}")
    at = read_time(reading, f"{name}_time", f"ساعت {label}")
    return datetime.combine(day, at, TEHRAN) if day is not None and at is not None else None


def moment_values(name: str, at: datetime) -> dict[str, str]:
    return {f"{name}_date": show_date(office_date(at)), f"{name}_time": persian_digits(clock_text(at))}


def options(texts: OutageTexts, kind: str) -> tuple[Option, ...]:
    return tuple(Option(value, label) for value, label in texts.words[kind].items())


@dataclass(frozen=True, slots=True)
class Described:
    form: ToolForm
    systems: tuple[str, ...]
    facts: OutageFacts | None = None
    first_failure: datetime | None = None


def facts_form(outage: Outage) -> Described:
    facts = outage.facts
    values = moment_values("failure", outage.first_failure) | {
        "scope": facts.scope.value,
        "symptoms": facts.symptoms,
        "error_codes": persian_digits("، ".join(facts.error_codes)),
        "support_ticket": facts.support_ticket,
        "announcement_ref": facts.announcement_ref,
    }
    return Described(ToolForm(values, {}, {}), tuple(each.value for each in facts.systems))


def read_facts(typed: "MultiDict[str, str]", texts: OutageTexts) -> Described:
    reading = ToolReading(typed.to_dict())
    first_failure = read_moment(reading, "failure", "نخستین خطا")
    scope = reading.choice("scope", "گستره", options(texts, "scopes"))
    systems = tuple(each for each in typed.getlist("systems") if each in set(System))
    if not systems:
        reading.problem("systems", "سامانه‌ها خالی است؛ دست‌کم یک سامانه برگزیده می‌شود.")
    symptoms = _text(reading, "symptoms", "نشانه‌ها")
    codes = _text(reading, "error_codes", "کدهای خطا")
    ticket = reading.text("support_ticket", "شماره پیگیری پشتیبانی", is_required=False)
    notice = reading.text("announcement_ref", "اطلاعیهٔ رسمی", is_required=False)
    form = reading.done()
    if not form.is_clear or first_failure is None or scope is None:
        return Described(form, systems)
    facts = OutageFacts(
        systems=tuple(System(each) for each in systems),
        scope=OutageScope(scope),
        symptoms=symptoms,
        error_codes=_parts(codes),
        support_ticket=ticket or "",
        announcement_ref=notice or "",
    )
    return Described(form, systems, facts, first_failure)


@dataclass(frozen=True, slots=True)
class Tried:
    form: ToolForm
    at: datetime | None = None
    result: str = ""


def read_attempt(typed: Mapping[str, str]) -> Tried:
    reading = ToolReading(typed)
    at = read_moment(reading, "attempt", "تلاش")
    result = reading.text("attempt_result", "نتیجهٔ تلاش")
    return Tried(reading.done(), at, result or "")


def read_checks(typed: Mapping[str, str], texts: OutageTexts) -> tuple[ToolForm, LocalChecks | None]:
    reading = ToolReading(typed)
    yes_no = (Option("yes", "بله"), Option("no", "خیر"))
    power = reading.choice("power_ok", "برق دفتر", yes_no)
    internet = reading.choice("internet_ok", "اینترنت دفتر", yes_no)
    affected = reading.choice("other_office_affected", "اختلال در دفتر دیگر", options(texts, "affected"))
    name = reading.text("other_office_name", "نام دفتر دیگر", is_required=False)
    form = reading.done()
    if not form.is_clear or affected is None:
        return form, None
    return form, LocalChecks(power == "yes", internet == "yes", Affected(affected), name or "")


def checks_form(outage: Outage) -> ToolForm:
    checks = outage.checks
    if checks is None:
        return ToolForm({}, {}, {})
    values = {
        "power_ok": "yes" if checks.power_ok else "no",
        "internet_ok": "yes" if checks.internet_ok else "no",
        "other_office_affected": checks.other_office_affected.value,
        "other_office_name": checks.other_office_name,
    }
    return ToolForm(values, {}, {})


def read_restored(typed: Mapping[str, str]) -> tuple[ToolForm, datetime | None, bool]:
    reading = ToolReading(typed)
    at = read_moment(reading, "restored", "برقراری")
    went_on = reading.choice("work_went_on", "ثبت در همان روز", (Option("yes", "بله"), Option("no", "خیر")))
    return reading.done(), at, went_on == "yes"


def with_problem(form: ToolForm, key: str, text: str) -> ToolForm:
    """The same form with what only the record could tell."""
    return ToolForm(form.values, {**form.problems, key: text}, form.echoes, form.is_asked)


def today_values(name: str, now: datetime) -> ToolForm:
    """Filled with this moment."""
    return ToolForm(moment_values(name, now), {}, {})


def lines_of(text: str) -> tuple[str, ...]:
    """One entry a line, empty ones left out."""
    return tuple(line.strip()[:300] for line in text.splitlines() if line.strip())


def _text(reading: ToolReading, key: str, label: str) -> str:
    text: str | None = reading.value(key, label, "long_text", is_required=False)
    if text and len(text) > _LONGEST_TEXT:
        limit = persian_digits(str(_LONGEST_TEXT))
        reading.problem(
            key, f"{label}: {persian_digits(str(len(text)))} نویسه خوانده شد؛ گنجایش این بخش {limit} نویسه است."
        )
    return text or ""


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip()[:60] for part in re.split(r"[،,;\n]", text) if part.strip())[:40]
