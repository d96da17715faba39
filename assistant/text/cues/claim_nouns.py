"""Claims by a noun: «به گفته خوانده …», «مدعی پرداخت است», «ادعای خوانده مبنی بر پرداخت»."""

from typing import TYPE_CHECKING

from assistant.text.cues import claim_words as words_of
from assistant.text.cues import speakers
from assistant.text.cues.claim import Claim, end_of_claim, goes_on
from assistant.text.cues.sayings import is_impossible
from assistant.text.cues.speakers import Speaker
from assistant.text.cues.verb_groups import VerbGroup

if TYPE_CHECKING:
    from assistant.text.cues.reading import Reading

_FAR = 8  # words between a claim and the person it is laid to
_NEAR = 3  # words: «ادعای واهی و بی‌اساس خوانده»


def of_source(place: int, reading: "Reading") -> Claim | None:
    """«به گفته خوانده»: the rest of the sentence, up to where it turns."""
    speaker = speakers.named_after(place, reading)
    word = reading.words[place].loose
    if speaker is Speaker.OWN or (speaker is Speaker.COURT and word not in words_of.TALK):
        return None
    if speaker is not Speaker.OTHER and word in words_of.SOURCES_OF_PERSONS | words_of.CERTIFYING | {"شهادت"}:
        return None
    following = reading.words[place + 1].loose if place + 1 < len(reading.words) else ""
    if word == "قول" and speaker is None and not following.startswith("خود"):  # «به قول مردانه»
        return None
    if speaker is None and (not following or place + 1 in reading.groups or following in ("خود", "شده", "فوق", "و")):
        return None
    return Claim(place, place, end_of_claim(place + 1, reading), is_source=True)


def is_source(place: int, reading: "Reading") -> bool:
    if not place:
        return False
    word, before = reading.words[place].loose, reading.words[place - 1].loose
    if before == "از":
        return word in words_of.FROM
    if before == "در":
        return word in words_of.VIEWS
    if before == "بر":
        return place > 1 and reading.words[place - 2].loose == "بنا" and word in words_of.SOURCES
    if before == "به":
        return (word in words_of.SOURCES or word in ("نظر", "دید")) and not _is_about(place - 1, reading)
    return before in words_of.ACCORDING and (word in words_of.SOURCES or word in words_of.SOURCES_OF_PERSONS)


def _is_about(place: int, reading: "Reading") -> bool:
    """«نسبت به ادعای خوانده» names the claim only."""
    return place > 0 and reading.words[place - 1].loose in ("نسبت", "راجع", "رسیدگی", "پاسخ", "توجه", "عطف", "اعتراض")


def of_claiming(place: int, reading: "Reading") -> Claim | None:
    """«خوانده مدعی است که …», «ادعای خوانده مبنی بر پرداخت»"""
    words = reading.words
    word, before = words[place].loose, words[place - 1].loose if place else ""
    first, last = reading.clause_bounds(place)
    verb = next((each for each in reading.groups_between(place + 1, last) if not each.is_modal), None)
    is_near = word in words_of.WITH_VERB or (verb is not None and _is_bare(place + 1, verb.start, reading))
    is_whole = is_near or _content_follows(place, last, reading)
    if (word in words_of.OPINIONS and not is_whole) or is_impossible(place, reading):
        return None
    if word == "دفاع" and verb is not None and not goes_on(verb.end, reading):  # «حاضر شد و دفاع کرد»
        return None
    if is_near and verb is not None and verb.negated and before != "مورد":  # «ادعایی ندارد»
        return None
    if before == "از" and place + 1 < len(words) and words[place + 1].loose == "خود":  # what became of it
        return None
    if not _is_anothers(place, verb, is_near, reading):
        return None
    if before in words_of.AGAINST:
        return _contradicted(place, reading)
    if word in words_of.DISOWNING and verb is not None and not goes_on(verb.end, reading):
        is_whole = False
    is_verbal = is_near or (verb is not None and verb.verb in ("داشتن", "کردن") and not _is_of_other(place, reading))
    return Claim(
        place,
        start=first if before in ("را", "مورد") else place,
        end=_end(place, is_whole, reading),
        is_noun=not is_verbal and word.startswith(("ادعا", "دفاع", "اظهار", "گفته", "بهانه")),
    )


def _is_anothers(place: int, verb: VerbGroup | None, is_near: bool, reading: "Reading") -> bool:
    if verb is not None and speakers.is_first_person(verb, reading) and not _is_of_other(place, reading):
        return False
    is_put_forward = place > 0 and reading.words[place - 1].loose == "طرح"  # «با طرح ادعای سفاهت خواهان»
    named = (
        None
        if is_put_forward or reading.words[place].loose.startswith("مدعی")
        else speakers.named_after(place, reading)
    )
    speaker = named or speakers.subject(place, reading)
    if speaker is not None:
        return speaker in (Speaker.OTHER, Speaker.OFFICE)
    if reading.words[place].loose in words_of.DISOWNING and verb is not None and verb.verb in ("شدن", "بودن"):
        return False  # «تکذیب می‌شود», by the applicant
    is_told = is_near and (verb is None or verb.finite or goes_on(verb.end, reading))
    return is_told or speakers.is_other_near(place, _FAR, reading)


def _end(place: int, is_whole: bool, reading: "Reading") -> int:
    last = reading.clause_bounds(place)[1]
    before = reading.words[place - 1].loose if place else ""
    is_in_it = before in ("از", "در") or reading.words[place].loose in words_of.IN_WHICH
    if reading.words[place].loose == "ادعایی":  # «منشأ دین ادعایی، قمار است»
        last = next((each for each in range(place + 1, last) if reading.words[each].comma), last)
    if not is_whole and not (is_in_it and goes_on(last, reading)):  # «از اظهارات خوانده برمی‌آید که …»
        return last
    end = end_of_claim(place + 1, reading)
    if before == "این" and goes_on(place + 1, reading):  # «با این ادعا که پرداخته سند نمی‌دهد»
        return next((each.end for each in reading.groups_between(place + 2, end)), end)
    return end


def _is_of_other(place: int, reading: "Reading") -> bool:
    return speakers.named_after(place, reading) is Speaker.OTHER


def _contradicted(place: int, reading: "Reading") -> Claim | None:
    """What the applicant speaks against is told only when it is named: «برخلاف ادعای خوانده مبنی بر پرداخت، …»."""
    words = reading.words
    last = reading.clause_bounds(place)[1]
    for after in range(place + 1, len(words)):
        if words[after].comma or (after >= last and words[after].loose not in words_of.OPENING_CONTENT):
            return None
        if words[after].loose in words_of.OPENING_CONTENT:
            end = next((each for each in range(after + 1, len(words)) if words[each].comma), len(words))
            return Claim(place, place, min(end, end_of_claim(after + 1, reading)), is_noun=True)
        if after > place + _NEAR:
            return None
    return None


def _is_bare(start: int, end: int, reading: "Reading") -> bool:
    """Whether nothing but the speaker and empty words stands there: «ادعای خوانده این است»."""
    return all(
        word.loose in words_of.EMPTY or word.loose in speakers.OTHER_SIDE or word.loose in speakers.TITLES
        for word in reading.words[start:end]
    )


def _content_follows(place: int, last: int, reading: "Reading") -> bool:
    """«ادعا بر این است که», «با این ادعا که», «ادعای خوانده مبنی بر اینکه»"""
    if last >= len(reading.words) or reading.words[last].loose not in ("که", "اینکه", "انکه"):
        return False
    before = reading.words[last - 1].loose
    return (
        reading.words[last].loose != "که"
        or last - place <= 2
        or before in ("این", "ان", "بر")
        or before in speakers.OTHER_SIDE
    )
