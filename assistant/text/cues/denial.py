"""What the sentence itself calls untrue: «پرداخت وجه صحت ندارد», «اینکه سازش کرده‌ایم کذب است», «نمی‌توان گفت که …»."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.text.cues.speakers import Speaker, subject
from assistant.text.cues.verb_groups import VerbGroup, turns
from assistant.text.letters import loose_words

if TYPE_CHECKING:
    from assistant.text.cues.reading import Reading


_FALSE = loose_words(
    "کذب دروغ دروغین منتفی مردود بی‌اساس بی‌پایه واهی ناصحیح نادرست غیرواقعی خلاف‌واقع خلاف انکار تکذیب غیرصحیح منکر رد"
)
_TRUE = loose_words(
    "صحت صحیح درست واقعیت حقیقت محرز ثابت مسلم قبول تأیید پذیرش پذیرفته سابقه پذیرفتنی قابل‌قبول متصور اثبات احراز"
    " شکل صدور صادر ایجاد برقرار منعقد وجود وارد مصداق رخ عارض یافت ارتباطی ارتباط ربطی دخلی محلی پایه‌ای اساسی"
    " مبنایی معنای معنی مفهوم منزله دلیل دلیلی مدرکی قرینه‌ای نشانه‌ای"
)
_COMING = loose_words("شکل صدور صادر ایجاد برقرار منعقد")
_AFTER_PREPOSITION = {  # «صغیری در میان نیست», «گواهی در دست نیست»
    "میان": "در", "کار": "در", "دست": "در", "دسترس": "در", "اختیار": "در", "شمار": "به", "حساب": "به",
}  # fmt: skip
NOTHING_TO_DO = loose_words("ارتباطی ارتباط ربطی دخلی میان کار شمار حساب")  # «با قمار، ربا یا قاچاق ارتباطی ندارد»
_SAID_WITH = frozenset((  # verbs that make a predicate of them, as in «صحت ندارد»; «درست ندیدم» denies nothing
    "بودن", "شدن", "داشتن", "کردن", "دانستن", "دادن", "یافتن", "گرفتن", "پذیرفتن", "شمردن", "خواندن", "رفتن", "آمدن",
))  # fmt: skip
_REALITY = loose_words("واقع حقیقت واقعیت واقعیات حق")
_ASKED = loose_words("پیشنهاد درخواست تقاضا ادعا ادعای پیشنهادی ایراد")  # «پیشنهاد تمدید را رد کرد»
_NAMED = loose_words("این آن ادعا ادعای موضوع امر مطلب حرف سخن خبر گفته شایعه")  # «این حرف که …»
_CLAIMED = loose_words("ادعا مدعی اظهار")
_SHOWN = loose_words("نشان ثابت اثبات دلالت محرز حاکی مدلل")
_PROOFS = loose_words("دلیل دلیلی مدرک مدرکی سند سندی رسیدی قرینه قرینه‌ای نشانه نشانه‌ای گواهی شاهدی")
_FILLING = loose_words(
    "محض مطلق کاملا کامل نیز امری ادعایی مورد به هیچ وجه عنوان از اساس و این هم اصولا اساسا دروغی قابل آن را"
)
_BEFORE_PROOF = 5  # words: «هیچ رسید یا مدرکی که نشان دهد»
_BETWEEN = 3  # words from the word to its verb
_THAT = loose_words("اینکه آنکه این‌که")


@dataclass(frozen=True, slots=True)
class Denial:
    """What stands from ``start`` up to ``end`` is denied; ``verb`` is that of the denial."""

    place: int
    start: int
    end: int
    verb: VerbGroup | None
    is_by_verb: bool  # «صحت ندارد»: the negation is the verb's
    is_clause: bool  # what is denied is a sentence of its own, not a noun beside the verb


def denials(reading: "Reading") -> tuple[Denial, ...]:
    return tuple(_denials(reading))


def _denials(reading: "Reading") -> Iterator[Denial]:
    for place, word in enumerate(reading.words):
        before = reading.words[place - 1].loose if place else "-"
        if word.loose in _FALSE or word.loose in _TRUE or _AFTER_PREPOSITION.get(word.loose) == before:
            yield from _of_predicate(place, reading)
        if word.loose in _THAT and (_is_after_none(place, reading) or _is_unproved(place, reading)):
            yield Denial(place, place, _end(place, reading), None, False, True)
        if word.loose in _THAT and place and reading.words[place - 1].loose == "نه":  # «نه اینکه گذشته باشم»
            yield Denial(place - 1, place, _end(place, reading), None, False, True)
        if word.loose in _SHOWN:
            yield from _of_proof(place, reading)
        if place in reading.groups:
            yield from _of_saying(place, reading.groups[place], reading)
            yield from _of_silence(place, reading.groups[place], reading)
        if word.loose in ("چنین", "اینگونه", "اینطور", "طور") and place + 1 in reading.groups:
            verb = reading.groups[place + 1]
            if verb.negated and verb.verb == "بودن" and _is_that(verb.end, reading):
                yield Denial(place, verb.end, _end(verb.end, reading), verb, True, True)


def _of_predicate(place: int, reading: "Reading") -> Iterator[Denial]:
    words = reading.words
    is_false = words[place].loose in _FALSE
    before = words[place - 1].loose if place else ""
    if before == "و" or (is_false and before in ("به", "بر")):  # «ساختگی و غیرواقعی است», «به دروغ گفت»
        return
    if words[place].loose == "خلاف" and (place + 1 == len(words) or words[place + 1].loose not in _REALITY):
        return
    first, last = reading.clause_bounds(place)
    if words[place].loose == "رد" and not any(word.loose in _ASKED for word in words[first:place]):
        return
    verb = next(
        reading.groups_between(
            place if words[place].loose == "پذیرفته" else place + 1, min(place + 2 + _BETWEEN, last)
        ),
        None,
    )
    if verb is None or verb.negated is is_false or verb.subjunctive or verb.verb not in _SAID_WITH:
        return
    if words[place].loose in _COMING and verb.verb in ("کردن", "دادن"):  # «داور رأیی صادر نکرد» denies no داور
        return
    if words[place].loose in ("مردود", "رد") and subject(place, reading) is Speaker.COURT:  # the claim, not the ruling
        return
    if is_false and not verb.finite and verb.end < len(words) and not words[verb.end].comma:
        following = words[verb.end].loose
        if following not in ("و", "که"):
            return
    opening = place if words[place].loose == "منکر" else first
    while opening < place and words[opening].loose in _FILLING:
        opening += 1
    if opening < place:  # «اینکه پرداخت شده کذب است» may lack its own است
        is_clause = words[first].loose in _THAT and words[place].loose not in _AFTER_PREPOSITION
        yield Denial(place, first, place, verb, not is_false, is_clause)
    else:
        start = _that_clause(first, reading) if words[place].loose != "منکر" else None
        if start is not None:
            yield Denial(place, start, first, verb, not is_false, True)
    if _is_that(verb.end, reading):
        yield Denial(place, verb.end, _end(verb.end, reading), verb, not is_false, True)


def _of_proof(place: int, reading: "Reading") -> Iterator[Denial]:
    """«هیچ سندی که نشان دهد پرداخت شده است …»"""
    verb = reading.groups.get(place + 1)
    if verb is not None and verb.subjunctive and _is_after_none(place, reading):
        yield Denial(place, verb.end, _end(verb.end, reading), verb, False, True)


def _is_after_none(place: int, reading: "Reading") -> bool:
    return any(word.loose in ("هیچ", "هیچگونه") for word in reading.words[max(0, place - _BEFORE_PROOF) : place])


def _is_unproved(place: int, reading: "Reading") -> bool:
    """Whether the sentence goes on, after what is to be proved, with a negated verb of the proof."""
    if not any(word.loose in _PROOFS for word in reading.words[max(0, place - _BETWEEN) : place]):
        return False
    end = _end(place, reading)
    if end >= len(reading.words) or reading.words[end].loose == "و":
        return False
    return any(group.negated for group in reading.groups_between(*reading.clause_bounds(end)))


def _of_silence(place: int, group: VerbGroup, reading: "Reading") -> Iterator[Denial]:
    """«هرگز نگفته‌ام که …»"""
    if group.negated and group.verb == "گفتن":
        yield Denial(place, group.end, _end(group.end, reading), group, True, True)


def _of_saying(place: int, group: VerbGroup, reading: "Reading") -> Iterator[Denial]:
    """«نمی‌توان گفت که …», «نمی‌تواند ادعا کند …»"""
    if not (group.negated and group.verb == "توانستن"):
        return
    said = next(reading.groups_between(group.end, min(group.end + 3, len(reading.words))), None)
    if said is None:
        return
    before = reading.words[said.start - 1].loose
    if said.verb == "گفتن" or before in _CLAIMED or before in _SHOWN:
        yield Denial(place, said.end, _end(said.end, reading), group, True, True)


def _that_clause(first: int, reading: "Reading") -> int | None:
    """Where «اینکه …» began that the predicate speaks of."""
    words = reading.words
    for place in range(first - 1, -1, -1):
        if turns(words, place):
            return None
        named = (word.loose for word in words[max(0, place - _BETWEEN) : place])
        if words[place].loose in _THAT or (words[place].loose == "که" and not _NAMED.isdisjoint(named)):
            return place
    return None


def _is_that(place: int, reading: "Reading") -> bool:
    return place < len(reading.words) and reading.words[place].loose == "که"


def _end(start: int, reading: "Reading") -> int:
    return start if start >= len(reading.words) else reading.clause_bounds(start)[1]
