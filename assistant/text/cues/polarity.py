"""Whether a hit affirms or denies its fact: every negation turns what the words say."""

from itertools import pairwise

from assistant.domain.cue import PolarityFrom
from assistant.domain.cue_pattern import Sign
from assistant.domain.text_finding import Polarity
from assistant.text.cues.attribution import claim_of
from assistant.text.cues.claim import Claim
from assistant.text.cues.denial import NOTHING_TO_DO, Denial
from assistant.text.cues.matching import Hit
from assistant.text.cues.reading import Reading
from assistant.text.cues.verb_groups import VerbGroup
from assistant.text.figures.number_atoms import atoms_of

# How many words forward each of them negates; «بدون اجازه تصرف کرد» tells of a possession.
_NEGATING_BEFORE = {
    "عدم": 1, "فقدان": 1, "فاقد": 2, "نفی": 2, "منکر": 3, "انکار": 3, "تکذیب": 3, "بدون": 1, "بی": 1, "غیر": 1, "نه": 6,
    "عاری": 2, "خالی": 2, "مبرا": 2, "فارغ": 2,
}  # fmt: skip
# Between them and what they negate: «عدم احراز پرداخت», «فاقد هرگونه شرط».
_PASSED_OVER = frozenset((
    "وجود", "انجام", "احراز", "تحقق", "حصول", "ارایه", "صدور", "اخذ", "درج", "هرگونه", "هیچگونه", "هر", "گونه", "هیچ",
))  # fmt: skip
_NEGATING_AFTER = frozenset(["خودداری", "امتناع", "استنکاف", "طفره", "اجتناب", "ابا", "شانه"])
_DENYING = ("بدونانکه", "بدوناینکه", "بیانکه", "بیاینکه", "بجایانکه", "بجایاینکه", "بهجایانکه", "بهجایاینکه")
# With a negated verb before a subjunctive: «حاضر نشد که پرداخت کند».
_REFUSING = frozenset((
    "حاضر", "راضی", "موفق", "مایل", "قادر", "اجازه", "فرصت", "توان", "مجال", "قبول", "رضایت", "موافقت", "تن",
))  # fmt: skip
_REFUSING_VERBS = frozenset(("گذاشتن", "خواستن", "گذاردن", "پذیرفتن"))
_COUNTED = ("ساعت", "صبح", "شب", "ماه", "سال", "روز", "نفر", "فقره", "قسط", "درصد", "برگ", "متر")
_NONE = frozenset(("هیچ", "هیچگونه", "گونه", "کوچکترین"))
_REACH_BACK = 4  # words «از پرداخت … خودداری» reaches back
_HEADS = frozenset((
    "ادعا", "ادعای", "ادعایی", "وقوع", "انجام", "اصل", "موضوع", "این", "هرگونه", "هیچگونه", "هر", "گونه", "وجود",
    "مبنی", "بر", "که", "تحقق", "هیچگاه", "هرگز", "رابطه", "حصول", "و", "یا", "نسبت", "هیچ", "با", "به",
    "ایراد", "لذا", "سابقه",
))  # fmt: skip


def polarity(hit: Hit, reading: Reading, says: Polarity, source: PolarityFrom) -> Polarity:
    negations = 0
    bounds = reading.clause_bounds(hit.end - 1)
    counted: VerbGroup | None = None
    if source is PolarityFrom.VERB:
        verb = hit.verb or _next_verb(hit, reading, bounds[1])
        if verb is not None:
            if hit.verb is None or hit.sign is Sign.EITHER:
                counted = verb
                negations += verb.negated
            modals = (each for each in reading.groups_between(bounds[0], verb.start) if each.is_modal)
            negations += sum(each.negated for each in modals)
        negations += _is_denied_by_what_precedes(hit, reading)
    inside = [place for place in range(hit.start, hit.end) if place not in hit.matched]
    negating = [place for place in range(reading.clause_bounds(hit.start)[0], hit.end) if _negates(place, hit, reading)]
    denying = {each.place for each in reading.denials}
    words = {reading.words[place].loose for place in negating if place not in denying}  # «نه … و نه …» is one negation
    if counted is not None and counted.negated:
        words.discard("نه")  # «نه کتبی و نه شفاهی نپرداخته است»
    negations += len(words)
    is_open = source is PolarityFrom.VERB and hit.verb is None
    after = range(hit.end, min(hit.end + _REACH_BACK, bounds[1])) if is_open else range(0)
    negations += sum(reading.words[place].loose in _NEGATING_AFTER for place in (*inside, *after))
    if reading.denials:
        negations += _denied(hit, reading, counted, source)
    if source is PolarityFrom.WORDS:
        negations += _is_predicate(hit, reading) or (says is Polarity.AFFIRMED and _is_none(hit, reading, bounds[1]))
    if negations % 2 == 0:
        return says
    return Polarity.NEGATED if says is Polarity.AFFIRMED else Polarity.AFFIRMED


def _denied(hit: Hit, reading: Reading, counted: VerbGroup | None, source: PolarityFrom) -> int:
    claim = claim_of(hit, reading)
    turning = (each for each in reading.denials if _turned(each, hit, reading, counted, source, claim))
    return len({each.verb or each.place for each in turning})  # «دلیلی در دست نیست که …» denies once


def _turned(
    denial: Denial, hit: Hit, reading: Reading, counted: VerbGroup | None, source: PolarityFrom, claim: Claim | None
) -> bool:
    """Whether it denies the hit, or the negation that is counted does not deny the hit."""
    if denial.place in hit.matched or not (denial.start <= hit.start < denial.end):
        return False
    is_counted = denial.is_by_verb and counted is not None and denial.verb is counted
    if claim is not None and not _is_by_the_speaker(denial, claim):
        return is_counted  # «ادعای خوانده مبنی بر پرداخت صحت ندارد»: what he says is the payment
    if denial.is_clause:
        return True
    if hit.verb is not None and (hit.verb is not denial.verb or counted is None):  # the pattern fixes its sign
        return False
    if source is PolarityFrom.WORDS and (hit.start <= denial.place < hit.end or not _heads(hit, denial, reading)):
        return False
    return not is_counted


def _is_predicate(hit: Hit, reading: Reading) -> bool:
    """«صغیر نیست»: the verb right behind speaks of the words after all."""
    verb = reading.groups.get(hit.end)
    if verb is None or not verb.negated or hit.verb is not None or verb.verb != "بودن":
        return False
    return not any(each.verb is verb for each in reading.denials)


def _is_none(hit: Hit, reading: Reading, end: int) -> bool:
    """«هیچ ربایی نگرفتم»: the verb speaks of the phrase after all."""
    before = reading.words[hit.start - 1].loose if hit.start else ""
    if hit.verb is not None or before not in _NONE or any(each.place >= hit.end for each in reading.denials):
        return False
    verb = _next_verb(hit, reading, end)
    return verb is not None and verb.negated


def _is_by_the_speaker(denial: Denial, claim: Claim) -> bool:
    """«خوانده پرداخت را انکار کرد», and not «ادعای خوانده مبنی بر پرداخت کذب است»."""
    return denial.place == claim.place or claim.is_source or (not claim.is_noun and denial.start >= claim.place)


def _heads(hit: Hit, denial: Denial, reading: Reading) -> bool:
    """Whether what is denied begins with the hit: «ابلاغ دادنامه … صحت ندارد», not «وکالت مرحوم …»."""
    if reading.words[denial.place].loose in NOTHING_TO_DO:  # it speaks of all that stands before it
        return True
    if any(word.comma for word in reading.words[hit.end : denial.place]):
        return False
    before = [word.loose for word in reading.words[denial.start : hit.start]]
    return all(word in _HEADS or following in ("یا", "و") for word, following in pairwise((*before, "")))


def is_denied_in_mood(hit: Hit, reading: Reading) -> bool:
    """«بدون آنکه ابلاغ شود», «نتوانست پرداخت کند» and «محرز نیست که داده باشد» tell, in the subjunctive, that it
    was not."""
    if any(each.is_clause and each.start <= hit.start < each.end for each in reading.denials):
        return True
    return _is_denied_by_what_precedes(hit, reading) or _is_modal_denied(hit, reading)


def _is_denied_by_what_precedes(hit: Hit, reading: Reading) -> bool:
    """«بدون آنکه ابلاغ شود», «حاضر نشد پرداخت کند»"""
    start = reading.clause_bounds(hit.end - 1)[0]
    if _is_refused(hit, start, reading):
        return True
    if hit.start < start:
        return False
    opening = [word.loose for word in reading.words[max(0, start - 2) : start + 1]]
    return "".join(opening).endswith(_DENYING)


def _is_modal_denied(hit: Hit, reading: Reading) -> bool:
    groups = reading.groups_between(*reading.clause_bounds(hit.end - 1))
    return any(each.is_modal and each.negated and each.verb != "بایستن" for each in groups)


def _is_refused(hit: Hit, start: int, reading: Reading) -> bool:
    """By a verb before, in its clause or at the end of the one before."""
    verb = hit.verb
    if verb is None or not verb.subjunctive:
        return False
    low = reading.clause_bounds(start - 1)[0] if start and reading.words[start].loose != "و" else start
    before = list(reading.groups_between(low, verb.start))
    if not before or not before[-1].negated or before[-1].subjunctive or before[-1].start in hit.matched:
        return False
    if before[-1].is_modal and before[-1].start >= start:  # counted with the verbs of the clause
        return False
    if any(each.is_clause and each.verb is before[-1] for each in reading.denials):  # «قبول ندارم که …»
        return False
    near = reading.words[max(0, before[-1].start - 2) : before[-1].start]
    return before[-1].verb in _REFUSING_VERBS or any(word.loose in _REFUSING for word in near)


def _negates(place: int, hit: Hit, reading: Reading) -> bool:
    """Whether the word stands near enough before the match, or before the part of it that follows a gap."""
    word = reading.words[place].loose
    reach = _NEGATING_BEFORE.get(word)
    if reach is None or place in hit.matched or (word == "نه" and _is_nine(place, reading)):
        return False
    following = min(each for each in hit.matched if each > place)
    between = reading.words[place + 1 : following]
    if word != "نه" and any(each.comma for each in reading.words[place + 1 : following + 1]):
        return False
    return sum(each.weight for each in between if each.loose not in _PASSED_OVER) < reach


def _is_nine(place: int, reading: Reading) -> bool:
    """«ساعت نه صبح», «نه میلیون»"""
    around = (*reading.words[max(0, place - 1) : place], *reading.words[place + 1 : place + 2])
    return any(word.loose.startswith(_COUNTED) or atoms_of(word.loose) for word in around if word.loose != "و")


def _next_verb(hit: Hit, reading: Reading, end: int) -> VerbGroup | None:
    """The verb inside the match, else the next finite one of the clause, else the next participle."""
    inside = [each for each in reading.groups_between(hit.start, hit.end) if each.start not in hit.matched]
    later = list(reading.groups_between(hit.end, end))
    for each in later:
        if each.finite and not each.is_modal:
            return each
    return later[0] if later else inside[-1] if inside else None
