"""Claims by a verb: «خوانده اظهار داشت که …», «بر این باور است که …», «چک را امانی می‌داند»."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from assistant.text.cues import claim_words as words_of
from assistant.text.cues import speakers
from assistant.text.cues.claim import Claim, end_of_claim, goes_on
from assistant.text.cues.speakers import Speaker
from assistant.text.cues.verb_groups import VerbGroup, Word

if TYPE_CHECKING:
    from assistant.text.cues.reading import Reading

_FAR = 8  # words between a claim and the person it is laid to
_BEFORE_VERB = 3  # words in which «نمی‌توان» stands before it


def of_verb(place: int, group: VerbGroup, reading: "Reading") -> Claim | None:
    """«خوانده اظهار داشت که …»: what follows the verb."""
    word = reading.words[place].loose
    if not group.finite and group.verb == "شدن" and not goes_on(group.end, reading):  # «مطالب عنوان‌شده»
        return None
    if group.negated or speakers.is_first_person(group, reading) or is_impossible(place, reading):
        return None
    if group.end < len(reading.words) and reading.words[group.end].loose == "و":  # «باطل می‌گوید و …»
        return None
    if (group.verb in words_of.WRITING or word in words_of.WRITING) and not _is_told_in_writing(group, reading):
        return None
    before = reading.words[reading.clause_bounds(place)[0] : place]
    if group.verb == "شدن" and any(each.loose.startswith(words_of.RECORDS) for each in before):
        return None  # «در قرارداد تصریح شده که …»
    if any(each.loose in words_of.AGAINST for each in before):  # «برخلاف آنچه خوانده می‌گوید»
        return None
    if group.verb not in words_of.SAYING_VERBS and (word in words_of.WRITTEN or word.startswith("امد")):
        is_told = group.verb in ("کردن", "داشتن") and _is_said_by_another(place, group, reading)
        is_said = goes_on(group.end, reading) and (is_told or _is_in_their_pleading(before))
    else:
        is_said = _is_said_by_another(place, group, reading)
    return Claim(place, group.end, end_of_claim(group.end, reading)) if is_said else None


def _is_in_their_pleading(words: Iterable[Word]) -> bool:
    """«در دادخواست متقابل آمده است که …»"""
    read = {each.loose for each in words}
    return bool(read & words_of.PLEADINGS) and not read & speakers.OWN_SIDE


def _is_said_by_another(place: int, group: VerbGroup, reading: "Reading") -> bool:
    speaker = speakers.subject(place, reading)
    if speaker is None:
        return _is_laid_to_anybody(place, group, reading)
    if speaker is Speaker.OFFICE:
        return reading.words[place].loose not in words_of.CERTIFYING
    return speaker is Speaker.OTHER


def _is_laid_to_anybody(place: int, group: VerbGroup, reading: "Reading") -> bool:
    """«می‌گوید پرداخته» is said by another, since the applicant would say «می‌گویم»."""
    if group.verb in words_of.SAYING_VERBS or reading.words[place].loose in words_of.ANSWERS:
        return True
    return speakers.is_other_near(place, _FAR, reading) and reading.words[place].loose not in words_of.CERTIFYING


def light_verb(place: int, reading: "Reading") -> VerbGroup | None:
    """The verb of «اظهار»; «با عنوان خیانت دارد» has none."""
    word = reading.words[place].loose
    if place and reading.words[place - 1].loose == "مورد":
        return None
    reach = 0 if word in ("عنوان", "نقل") else 1
    end = min(place + 2 + reach, reading.clause_bounds(place)[1])
    found = next(reading.groups_between(place + 1, end), None)
    if found is None or found.is_modal:
        return None
    return found


def of_bare_telling(place: int, reading: "Reading") -> Claim | None:
    """«خوانده به دادگاه گفته زمین ثبت نشده است»: neither که nor an auxiliary, a sentence of its own follows."""
    first = reading.clause_bounds(place)[0]
    before = reading.words[place - 1].loose if place > first else ""
    if not before or before in speakers.GOVERNING or before in words_of.ACCORDING:
        return None
    if speakers.subject(place, reading) is not Speaker.OTHER:
        return None
    if not any(True for _ in reading.groups_between(place + 1, len(reading.words))):
        return None
    return Claim(place, place + 1, end_of_claim(place + 1, reading))


def of_saying_that(place: int, reading: "Reading") -> Claim | None:
    """«خوانده با اظهار اینکه … دفاع کرد», «به این بهانه که …»"""
    words = reading.words
    following = words[place + 1].loose if place + 1 < len(words) else ""
    before = [word.loose for word in words[max(0, place - 2) : place]]
    is_that = following in ("اینکه", "انکه") and before[-1:] in (["با"], ["ضمن"])
    is_this = following == "که" and before in (["با", "این"], ["به", "این"], ["بر", "این"])
    if not (is_that or is_this):
        return None
    if speakers.subject(place, reading) is not Speaker.OTHER:
        return None
    end = end_of_claim(place + 1, reading)
    return Claim(place, place + 1, next((each.end for each in reading.groups_between(place + 1, end)), end))


def of_letter(place: int, reading: "Reading") -> Claim | None:
    """«خوانده لایحه داده که …»"""
    verb = next(reading.groups_between(place + 1, min(place + 3, len(reading.words))), None)
    if verb is None or verb.negated or verb.verb not in words_of.SENDING or not goes_on(verb.end, reading):
        return None
    if speakers.is_first_person(verb, reading) or speakers.subject(place, reading) is not Speaker.OTHER:
        return None
    return Claim(place, verb.end, end_of_claim(verb.end, reading))


def _is_told_in_writing(group: VerbGroup, reading: "Reading") -> bool:
    """«نوشت که …»; what one writes in one's own hand («به خط خود نوشته که …») is a deed."""
    before = reading.words[reading.clause_bounds(group.start)[0] : group.start]
    is_pleading = any(word.loose.startswith(words_of.PLEADED) for word in before)
    return (is_pleading or goes_on(group.end, reading)) and not any(word.loose in words_of.DEEDS for word in before)


def of_pointing(place: int, reading: "Reading") -> Claim | None:
    """«خوانده بر این نکته پای می‌فشارد که …», «چنین پنداشته که …», by whatever verb."""
    first, last = reading.clause_bounds(place)
    verb = next((each for each in reading.groups_between(place, last) if each.end == last), None)
    if verb is None or verb.negated or not goes_on(last, reading) or speakers.is_first_person(verb, reading):
        return None
    if any(word.loose in words_of.AGREEING for word in reading.words[first:last]):
        return None
    if speakers.subject(place, reading) is not Speaker.OTHER:
        return None
    return Claim(place, last, end_of_claim(last, reading))


def is_pointing(place: int, reading: "Reading") -> bool:
    return place < len(reading.words) and reading.words[place].loose in ("این", "ان")


def deeming(place: int, group: VerbGroup | None, reading: "Reading") -> Claim | None:
    """What stands before the verb of «خوانده چک را امانی می‌داند»."""
    words = reading.words
    first, last = reading.clause_bounds(place)
    verb = group
    if group is None and words[place].loose == "خوانده":  # «حکم را غیابی خوانده است»
        verb = reading.groups.get(place + 1)
        if verb is None or verb.verb != "بودن" or place == first or words[place - 1].loose == "را":
            return None
    elif group is None:
        if words[place].loose not in words_of.DEEMING or words[place - 1].loose in ("به", "با"):
            return None
        verb = reading.groups.get(place + 1)
        if verb is None or verb.verb not in ("کردن", "دادن", "جستن"):
            return None
    elif group.verb not in words_of.DEEMING_VERBS:
        return None
    elif group.verb in words_of.THINKING_VERBS and goes_on(group.end, reading):
        return of_verb(place, group, reading)
    before = [word.loose for word in words[first:place]]
    object_mark = "به" if words[place].loose == "استناد" else "را"
    if verb is None or verb.negated or object_mark not in before or _is_appointing(before):
        return None
    if speakers.is_first_person(verb, reading) or speakers.subject(place, reading) is not Speaker.OTHER:
        return None
    return Claim(place, first + before.index(object_mark) + 1, min(verb.end, last))


def _is_appointing(words: list[str]) -> bool:
    """«او را به عنوان داور معرفی کرد»"""
    return any(each in ("عنوان", "سمت") for each in words)


def is_impossible(place: int, reading: "Reading") -> bool:
    """«نمی‌توان گفت»"""
    return any(each.is_modal and each.negated for each in reading.groups_between(max(0, place - _BEFORE_VERB), place))
