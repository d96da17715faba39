"""Whether a hit is told, only supposed, or put into another's mouth."""

from assistant.domain.text_finding import Status
from assistant.text.cues.attribution import claim_of
from assistant.text.cues.claim import Claim
from assistant.text.cues.matching import Hit
from assistant.text.cues.polarity import is_denied_in_mood
from assistant.text.cues.reading import Reading
from assistant.text.cues.speakers import is_first_person
from assistant.text.cues.verb_groups import VerbGroup

_AGREEMENTS = frozenset(("توافق", "قرارداد", "شرط", "بند", "ماده", "قید", "قولنامه", "مبایعهنامه", "اجارهنامه"))
_DEEDS = frozenset(("بذل", "ابرا", "اسقاط", "حلال", "صرفنظر", "گذشتم"))
_CAUSES = frozenset(("سبب", "باعث", "موجب"))
_FAR = 12  # words


def status(hit: Hit, reading: Reading, *, tells_by_mood: bool) -> Status:
    """``tells_by_mood``: a verb in the subjunctive makes it a supposition or a wish."""
    claim = claim_of(hit, reading)
    if claim is not None and _is_quoted(claim, reading) and _is_done_by_saying(hit, reading):
        claim = None
    if claim is not None and not _is_supposed(hit, reading, claim.place):  # «اگر خوانده ادعا کند …»
        is_promised = tells_by_mood and claim.start > claim.place and _is_wished(hit, reading)
        if is_promised or _is_supposed(hit, reading, hit.start):  # «گفت پرداخت کند», «می‌گوید اگر …»
            return Status.HYPOTHETICAL
        following = reading.words[claim.place + 1].loose if claim.place + 1 < len(reading.words) else ""
        return Status.HYPOTHETICAL if following == "احتمالی" else Status.ATTRIBUTED  # «ادعای احتمالی خوانده»
    if (tells_by_mood and _is_wished(hit, reading)) or _is_supposed(
        hit, reading, hit.end if tells_by_mood else hit.start
    ):
        return Status.HYPOTHETICAL
    return Status.ASSERTED


def _is_quoted(claim: Claim, reading: Reading) -> bool:
    """«گفت …», not «گفت که …»"""
    group = reading.groups.get(claim.place)
    is_saying = reading.words[claim.place].loose == "گفته" or (group is not None and group.verb == "گفتن")
    return is_saying and reading.words[claim.start].loose != "که"


def _is_done_by_saying(hit: Hit, reading: Reading) -> bool:
    """«گفت مهرم را بخشیدم»: the words are the deed."""
    verb = _verb(hit, reading)
    if verb is None or verb.negated or not is_first_person(verb, reading):
        return False
    return verb.verb == "بخشیدن" or any(word.loose in _DEEDS for word in reading.words[hit.start : hit.end])


def _verb(hit: Hit, reading: Reading) -> VerbGroup | None:
    """Of the hit, or the next one of its clause."""
    return hit.verb or next(reading.groups_between(hit.end, reading.clause_bounds(hit.end - 1)[1]), None)


def _is_wished(hit: Hit, reading: Reading) -> bool:
    verb = _verb(hit, reading)
    if verb is None:
        return False
    if any(
        each.verb == "بایستن" for each in reading.groups_between(*reading.clause_bounds(hit.end - 1))
    ):  # «باید پرداخت می‌شد» was not
        return True
    if verb.is_future:
        return not verb.negated and not _is_agreed(verb.start, reading)
    return verb.subjunctive and not is_denied_in_mood(hit, reading) and not _is_brought_about(verb.start, reading)


def _is_brought_about(place: int, reading: Reading) -> bool:
    """«بیماری سبب شد که مهلت از دست برود»"""
    since = max(reading.last_turn(place), place - _FAR)
    verbs = (reading.groups.get(each + 1) for each in range(since, place) if reading.words[each].loose in _CAUSES)
    return any(verb is not None and not verb.negated for verb in verbs)


def _is_agreed(place: int, reading: Reading) -> bool:
    """«طبق قرارداد … خواهد شد» tells what was agreed."""
    return any(word.loose in _AGREEMENTS for word in reading.words[reading.last_turn(place) : place])


def _is_supposed(hit: Hit, reading: Reading, until: int) -> bool:
    """The phrase itself supposes nothing, only what stands near it."""
    if not reading.suppositions:
        return False
    since = reading.last_turn(hit.start)
    own = {place for place in hit.matched if place >= hit.start}
    whereas = {claim.end for claim in reading.claims}  # «مدعی پرداخت است در صورتی که …»
    return any(since <= place < until for place in reading.suppositions if place not in own | whereas)
