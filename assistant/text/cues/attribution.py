"""Who says it: the words of a sentence that are put into somebody else's mouth."""

from typing import TYPE_CHECKING

from assistant.text.cues import claim_words as words_of
from assistant.text.cues.claim import Claim
from assistant.text.cues.claim_nouns import is_source, of_claiming, of_source
from assistant.text.cues.sayings import (
    deeming,
    is_pointing,
    light_verb,
    of_bare_telling,
    of_letter,
    of_pointing,
    of_saying_that,
    of_verb,
)

if TYPE_CHECKING:
    from assistant.text.cues.matching import Hit
    from assistant.text.cues.reading import Reading


_TRIGGERS = (
    words_of.CLAIMING
    | words_of.SAYING
    | words_of.DEEMING
    | words_of.SOURCES
    | words_of.SOURCES_OF_PERSONS
    | words_of.WRITTEN
    | words_of.POINTING
    | words_of.LETTERS
    | words_of.REASONS
    | {"بر", "خوانده"}
)
_VERBS = words_of.SAYING_VERBS | words_of.DEEMING_VERBS | {"آمدن"}


def claims(reading: "Reading") -> tuple[Claim, ...]:
    groups = reading.groups
    places = (
        place
        for place, word in enumerate(reading.words)
        if word.loose in _TRIGGERS or (place in groups and groups[place].verb in _VERBS)
    )
    found = (_claim(place, reading) for place in places)
    return tuple(each for each in found if each is not None and each.start < each.end)


def _claim(place: int, reading: "Reading") -> Claim | None:
    word, group = reading.words[place].loose, reading.groups.get(place)
    deemed = deeming(place, group, reading)
    if deemed is not None:
        return deemed
    if group is not None and (group.verb in words_of.SAYING_VERBS or word.startswith("امد")):
        return of_verb(place, group, reading)
    if word in words_of.POINTING or (word == "بر" and is_pointing(place + 1, reading)):
        return of_pointing(place, reading)
    if is_source(place, reading):
        return of_source(place, reading)
    if word == "گفته" and (told := of_bare_telling(place, reading)) is not None:
        return told
    if word in words_of.LETTERS and (sent := of_letter(place, reading)) is not None:
        return sent
    if word in words_of.REASONS and (said := of_saying_that(place, reading)) is not None:
        return said
    if word in words_of.CLAIMING:
        return of_claiming(place, reading)
    if word in words_of.SAYING or word in words_of.WRITTEN:
        verb = light_verb(place, reading)
        return of_verb(place, verb, reading) if verb else None
    return None


def claim_of(hit: "Hit", reading: "Reading") -> Claim | None:
    """The claim a hit belongs to; «ادعای جدید» that the cue is about is none, «به ادعای خوانده» is."""
    for claim in reading.claims:
        if (
            claim.start < hit.end
            and hit.start < claim.end
            and _is_within(claim, hit)
            and not _is_own(claim, hit, reading)
        ):
            return claim
    return None


def _is_own(claim: Claim, hit: "Hit", reading: "Reading") -> bool:
    """Whether the cue is about the claim: «ادعای جدید», «انکار», but not «مدعی پرداخت است»."""
    if claim.is_source or not (claim.place in hit.matched and hit.start <= claim.place < hit.end):
        return False
    is_said_later = claim.start > claim.place
    return claim.is_noun or is_said_later or reading.words[claim.place].loose in words_of.DISOWNING


def _is_within(claim: Claim, hit: "Hit") -> bool:
    """A phrase may enclose a claiming word; what is told by a verb of saying follows it."""
    return claim.start <= hit.start or claim.start <= claim.place
