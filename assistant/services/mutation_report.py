"""The result of ``check --mutate`` as data: made for scripts, and kept so that experts read it without waiting."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from assistant.checks.mutation import Change
from assistant.domain.library import Library
from assistant.domain.rule import Rule, RuleStatus
from assistant.services.mutating import RuleScore, Survivor, score
from assistant.services.office_time import office_date

LEAST_SCORE = 0.95
CHANGES: Mapping[str, str] = {
    Change.OPERATOR: "عملگر دیگر",
    Change.DROPPED: "حذف یک جزء",
    Change.BOUND: "جابه‌جایی مرز",
    Change.NEGATED: "وارونه کردن",
    Change.QUANTIFIER: "«دست‌کم یکی» و «همه»",
    Change.ITEM: "حذف یک مقدار",
    Change.RECKONING: "حساب دیگر",
}


class UnreadableReport(ValueError):
    """What is kept is no report of this program."""


@dataclass(frozen=True, slots=True)
class KeptSurvivor:
    change: str  # in words
    before: str
    after: str
    proposal: str  # an example as it may be written into the rule, JSON; '' where no case tells the two apart
    reason: str  # why no case can tell the two apart; '' where nobody has said so


@dataclass(frozen=True, slots=True)
class KeptScore:
    id: str
    rule: Rule | None  # as it is now; None: not in the library any more
    is_changed: bool  # its file changed after the report
    killed: int
    survivors: tuple[KeptSurvivor, ...]

    @property
    def unproven(self) -> tuple[KeptSurvivor, ...]:
        return tuple(each for each in self.survivors if not each.reason)

    @property
    def equivalent(self) -> tuple[KeptSurvivor, ...]:
        return tuple(each for each in self.survivors if each.reason)


@dataclass(frozen=True, slots=True)
class MutationPage:
    made_at: datetime
    content: str  # version of the whole content it was made of
    is_current: bool
    tenths: int  # of a per cent, rounded down: 949 is less than the least score
    scores: tuple[KeptScore, ...]  # those with most unproven changes first
    unscored: tuple[Rule, ...]  # rules of today's library the report does not speak of

    @property
    def made_on(self) -> date:
        return office_date(self.made_at)

    @property
    def is_enough(self) -> bool:
        return self.tenths >= LEAST_SCORE * 1000

    @property
    def least(self) -> int:
        """Per cent."""
        return round(LEAST_SCORE * 100)

    @property
    def changed_count(self) -> int:
        return sum(each.is_changed or each.rule is None for each in self.scores)


def counts_of(scores: Sequence[RuleScore]) -> tuple[int, int, int]:
    """Changes noticed, changes without an example, changes that say the same."""
    unproven = sum(len(each.unproven) for each in scores)
    return sum(each.killed for each in scores), unproven, sum(len(each.survivors) for each in scores) - unproven


def report_data(scores: Sequence[RuleScore], content: str) -> dict[str, Any]:
    killed, unproven, same = counts_of(scores)
    return {
        "content": content,
        "score": score(scores),
        "killed": killed,
        "unproven": unproven,
        "equivalent": same,
        "rules": [
            {
                "id": each.rule.id,
                "file": each.rule.file,
                "version": each.rule.version,
                "killed": each.killed,
                "survivors": [_survivor(survivor, each.rule) for survivor in each.survivors],
            }
            for each in scores
        ],
    }


def _survivor(survivor: Survivor, rule: Rule) -> dict[str, Any]:
    mutant, proposal = survivor.mutant, proposal_of(survivor, rule)
    changed = {"change": mutant.change, "before": mutant.before, "after": mutant.after}
    return {**changed, "proposal": proposal, "reason": reason_of(survivor)}


def reason_of(survivor: Survivor) -> str:
    """Why the change says the same; '' where that is not known."""
    if survivor.asked_only_then:
        return f"فرم «{survivor.asked_only_then}» را تنها با همین پاسخ می‌پرسد"
    return survivor.note.reason if survivor.note else ""


def proposal_of(survivor: Survivor, rule: Rule) -> dict[str, Any] | None:
    """As an entry of a rule's ``examples``, still without a name: whoever confirms it names it."""
    proposal = survivor.proposal
    if proposal is None:
        return None
    entry = {**_form_of(proposal.template, rule), **proposal.case, "expect": proposal.expect.value}
    held = {"missing": list(proposal.missing), "points_at": list(proposal.points_at)}
    return entry | {key: value for key, value in held.items() if value}


def _form_of(template_id: str, rule: Rule) -> dict[str, Any]:
    """What an example names as its form: a template, or groups where they are not those of the rule."""
    groups, is_made, _ = template_id.partition("@")  # the id of a form of groups is «groups@stage@family»
    if not is_made:
        return {"template": template_id}
    named = groups.split("+")
    return {} if named == list(rule.applies_to.groups) else {"groups": named}


def kept_bytes(data: Mapping[str, Any], made_at: datetime) -> bytes:
    return json.dumps({"made_at": made_at.isoformat(), **data}, ensure_ascii=False, indent=1).encode("utf-8")


def mutation_page(raw: bytes, library: Library) -> MutationPage:
    """Raises UnreadableReport."""
    try:
        return _page(json.loads(raw), library)
    except (ValueError, LookupError, TypeError, AttributeError) as wrong:
        raise UnreadableReport from wrong


def _page(data: Mapping[str, Any], library: Library) -> MutationPage:
    scores = [_kept(each, library) for each in data["rules"]]
    known = {each.id for each in scores}
    standing = (rule for rule in library.rules.values() if rule.status is not RuleStatus.RETIRED)
    made_at = datetime.fromisoformat(data["made_at"])
    if made_at.tzinfo is None:
        raise UnreadableReport
    return MutationPage(
        made_at=made_at,
        content=str(data["content"]),
        is_current=data["content"] == library.version,
        tenths=math.floor(data["score"] * 1000),
        scores=tuple(sorted(scores, key=lambda each: (-len(each.unproven), -len(each.survivors), each.id))),
        unscored=tuple(rule for rule in standing if rule.id not in known),
    )


def _kept(data: Mapping[str, Any], library: Library) -> KeptScore:
    rule = library.rules.get(data["id"])
    return KeptScore(
        id=str(data["id"]),
        rule=rule,
        is_changed=rule is not None and rule.version != data["version"],
        killed=int(data["killed"]),
        survivors=tuple(
            KeptSurvivor(
                change=CHANGES.get(each["change"], str(each["change"])),
                before=str(each["before"]),
                after=str(each["after"]),
                proposal=json.dumps(each["proposal"], ensure_ascii=False) if each["proposal"] else "",
                reason=str(each["reason"]),
            )
            for each in data["survivors"]
        ),
    )
