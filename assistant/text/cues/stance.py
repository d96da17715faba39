"""How a hit stands in its sentence: affirmed or negated, told, supposed, or put into another's mouth."""

from assistant.domain.cue import PolarityFrom
from assistant.domain.cue_pattern import Sign
from assistant.domain.text_finding import Polarity, Status
from assistant.text.cues.matching import Hit
from assistant.text.cues.reading import Reading
from assistant.text.cues.verb_groups import VerbGroup, turns

# How many words forward each of them negates; «بدون اجازه تصرف کرد» tells of a possession.
_NEGATING_BEFORE = {
    "عدم": 1, "فقدان": 1, "فاقد": 2, "نفی": 2, "منکر": 3, "انکار": 3, "تکذیب": 3, "بدون": 1, "غیر": 1, "نه": 6,
    "عاری": 2, "خالی": 2, "مبرا": 2,
}  # fmt: skip
# Between them and what they negate: «عدم احراز پرداخت», «فاقد هرگونه شرط».
_PASSED_OVER = frozenset((
    "وجود", "انجام", "احراز", "تحقق", "حصول", "ارایه", "صدور", "اخذ", "درج", "هرگونه", "هیچگونه", "هر", "گونه", "هیچ",
))  # fmt: skip
_NEGATING_AFTER = frozenset(["خودداری", "امتناع", "استنکاف", "طفره", "اجتناب", "ابا"])
_DENYING = ("بدونانکه", "بدوناینکه", "بیانکه", "بیاینکه")
_REACH_BACK = 4  # words «از پرداخت … خودداری» reaches back

_SUPPOSING = frozenset((
    "اگر", "چنانچه", "هرگاه", "درصورتیکه", "چنانکه", "احتمال", "احتمالا", "محتملا", "ممکن", "فرضا", "ولو",
    "مگر", "درصورت", "فرض",
))  # fmt: skip
_AS_YOU_SEE = frozenset(
    ["ملاحظه", "مستحضر", "استحضار", "مشهود", "معروض", "عرض"]
)  # «چنانچه ملاحظه می‌فرمایید» supposes nothing

_OTHER_SIDE = frozenset((
    "خوانده", "خواندگان", "نامبرده", "نامبردگان", "وی", "ایشان", "مشارالیه", "مشارالیها", "مدیون", "بدهکار",
    "صادرکننده", "زوج", "زوجه", "مستاجر", "موجر", "خریدار", "فروشنده", "طرف", "مقابل", "تجدیدنظرخوانده",
    "واخوانده", "متصرف", "کارفرما", "محکومعلیه", "محکومله",
    "مالک", "صاحب", "صاحبخانه", "همسر", "همسرم", "شوهر", "شوهرم", "شرکت", "بانک", "شهرداری", "اداره", "وراث", "ورثه",
    "مستاجرین", "شخص", "همسایه", "همسایهها", "ضامن", "متهم",
))  # fmt: skip
_OWN_SIDE = frozenset(("خواهان", "خواهانها", "اینجانب", "بنده", "من", "ما", "موکل", "موکله", "تجدیدنظرخواه"))
_CLAIMING = frozenset((
    "مدعی", "مدعیست", "ادعا", "ادعای", "ادعایی", "ادعاهای", "زعم", "منکر", "انکار", "معتقد", "بهانه",
    "ادعاست", "مدعیاند", "مدعیند", "دفاع", "دفاعیات",
))  # fmt: skip
_SAYING = frozenset(
    ["اظهار", "اظهارات", "اظهاری", "اعلام", "بیان", "عنوان", "گفته", "گفت", "میگوید", "میگویند", "گفتند", "قول", "نقل"]
)
_WORDS_OF = frozenset(("قول", "نقل"))  # «به قول خوانده»
_ACCORDING = frozenset(("به", "طبق", "حسب", "بنابه", "مطابق"))
_AGAINST = frozenset(["برخلاف", "علیرغم", "علی", "رغم", "خلاف"])
_NEAR = 8  # words between the other side and its saying


def polarity(hit: Hit, reading: Reading, says: Polarity, source: PolarityFrom) -> Polarity:
    negations = 0
    bounds = reading.clause_bounds(hit.end - 1)
    verb: VerbGroup | None = hit.verb
    if source is PolarityFrom.VERB:
        verb = hit.verb or _next_verb(hit, reading, bounds[1])
        if verb is not None:
            if hit.verb is None or hit.sign is Sign.EITHER:
                negations += verb.negated
            negations += sum(
                group.negated for group in reading.groups_between(*bounds) if group.is_modal and group is not verb
            )
        negations += _is_in_denied_clause(hit, reading)
    inside = [place for place in range(hit.start, hit.end) if place not in hit.matched]
    negating = [place for place in range(reading.clause_bounds(hit.start)[0], hit.end) if _negates(place, hit, reading)]
    negations += len({reading.words[place].loose for place in negating})  # «نه … و نه …» is one negation
    after = range(hit.end, min(hit.end + _REACH_BACK, bounds[1])) if source is PolarityFrom.VERB else range(0)
    negations += sum(reading.words[place].loose in _NEGATING_AFTER for place in (*inside, *after))
    if negations % 2 == 0:
        return says
    return Polarity.NEGATED if says is Polarity.AFFIRMED else Polarity.AFFIRMED


def _is_in_denied_clause(hit: Hit, reading: Reading) -> bool:
    """«بدون آنکه ابلاغ شود» tells, in the subjunctive, that it was not."""
    start = reading.clause_bounds(hit.end - 1)[0]
    if hit.start < start:
        return False
    opening = [word.loose for word in reading.words[max(0, start - 2) : start + 1]]
    return "".join(opening).endswith(_DENYING)


def _negates(place: int, hit: Hit, reading: Reading) -> bool:
    """Whether the word stands near enough before the match, or before the part of it that follows a gap."""
    reach = _NEGATING_BEFORE.get(reading.words[place].loose)
    if reach is None or place in hit.matched:
        return False
    following = min(each for each in hit.matched if each > place)
    between = reading.words[place + 1 : following]
    return sum(word.weight for word in between if word.loose not in _PASSED_OVER) < reach


def _next_verb(hit: Hit, reading: Reading, end: int) -> VerbGroup | None:
    """The verb inside the match, else the next finite one of the clause, else the next participle."""
    inside = [each for each in reading.groups_between(hit.start, hit.end) if each.start not in hit.matched]
    later = list(reading.groups_between(hit.end, end))
    for each in later:
        if each.finite and not each.is_modal:
            return each
    return later[0] if later else inside[-1] if inside else None


def status(hit: Hit, reading: Reading, *, tells_by_mood: bool) -> Status:
    """``tells_by_mood``: a verb in the subjunctive makes it a supposition or a wish."""
    claim = _claim(hit, reading)
    if claim is not None and not _is_supposed(hit, reading, claim):  # «اگر خوانده ادعا کند …»
        return Status.ATTRIBUTED
    if (tells_by_mood and _is_wished(hit, reading)) or _is_supposed(
        hit, reading, hit.end if tells_by_mood else hit.start
    ):
        return Status.HYPOTHETICAL
    return Status.ASSERTED


def _is_wished(hit: Hit, reading: Reading) -> bool:
    verb = hit.verb or next(iter(reading.groups_between(hit.end, reading.clause_bounds(hit.end - 1)[1])), None)
    if verb is None:
        return False
    owed = (each.verb == "بایستن" for each in reading.groups_between(*reading.clause_bounds(hit.end - 1)))
    return (verb.subjunctive and not _is_in_denied_clause(hit, reading)) or any(owed)  # «باید پرداخت می‌شد» was not


def _is_supposed(hit: Hit, reading: Reading, until: int) -> bool:
    since = _last_turn(hit, reading)
    for place in range(since, until):
        if place in hit.matched and place >= hit.start:  # the phrase itself, not what stands near it
            continue
        word = reading.words[place].loose
        following = reading.words[place + 1].loose if place + 1 < len(reading.words) else ""
        if word in _SUPPOSING and following not in _AS_YOU_SEE:
            return True
        if word in ("صورت", "صورتی") and place and reading.words[place - 1].loose == "در":
            return True
    return False


def _claim(hit: Hit, reading: Reading) -> int | None:
    """The word that puts the hit into the other side's mouth."""
    since = _last_turn(hit, reading)
    sides = [place for place in range(since, hit.end) if reading.words[place].loose in _OTHER_SIDE]
    if not sides:
        return None
    own = reading.clauses[hit.start]
    for place in range(since, hit.end):
        word = reading.words[place].loose
        is_saying = (
            word in _SAYING
            and place < hit.start
            and (_is_source(place, reading) or (_tells(place, reading) and reading.clauses[place] != own))
        )
        # «ادعای جدید» is what the cue is about, «به ادعای خوانده» is not
        is_own_word = place >= hit.start and place in hit.matched and not _is_source(place, reading)
        is_claiming = word in _CLAIMING and not is_own_word
        if not (is_claiming or is_saying) or _is_own_claim(place, reading):
            continue
        if not any(abs(side - place) <= _NEAR for side in sides):
            continue
        if place and reading.words[place - 1].loose in _AGAINST and _comma_between(place, hit.start, reading):
            continue
        return place
    return None


def _tells(place: int, reading: Reading) -> bool:
    """«قول داد» promises, «شکایتی با عنوان …» only names."""
    word = reading.words[place].loose
    return word not in _WORDS_OF and (word != "عنوان" or place + 1 in reading.groups)


def _is_source(place: int, reading: Reading) -> bool:
    """«به گفته خوانده»"""
    word, before = reading.words[place].loose, reading.words[place - 1].loose if place else ""
    return before in _ACCORDING and word not in ("عنوان", "اعلام")  # «به عنوان»


def _is_own_claim(place: int, reading: Reading) -> bool:
    """«ادعای خواهان» is not the other side's; «از ادعای خود گذشت» tells what became of it."""
    following = reading.words[place + 1].loose if place + 1 < len(reading.words) else ""
    if following in _OWN_SIDE or _is_in_first_person(place, reading):
        return True
    return following == "خود" and place > 0 and reading.words[place - 1].loose == "از"


def _is_in_first_person(place: int, reading: Reading) -> bool:
    """«نسبت به سند خوانده ادعای جعل دارم»"""
    if not reading.words[place].loose.startswith("ادعا") or _is_source(place, reading):
        return False
    verb = next(reading.groups_between(place, reading.clause_bounds(place)[1]), None)
    return verb is not None and verb.finite and reading.words[verb.end - 1].loose.endswith("م")


def _last_turn(hit: Hit, reading: Reading) -> int:
    """Where the sentence last turned with ولی, اما, …: what was supposed or claimed before is left behind."""
    return next((place for place in range(hit.start - 1, -1, -1) if turns(reading.words, place)), 0)


def _comma_between(start: int, end: int, reading: Reading) -> bool:
    return any(reading.words[place].comma for place in range(start + 1, end + 1))
