"""The persons of a sentence: whose word is the applicant's, whose is another's."""

from enum import Enum
from typing import TYPE_CHECKING

from assistant.text.cues.verb_groups import VerbGroup
from assistant.text.letters import loose, loose_words

if TYPE_CHECKING:
    from assistant.text.cues.reading import Reading


class Speaker(Enum):
    OWN = "own"
    OTHER = "other"
    OFFICE = "office"  # may be the other side, and may certify
    COURT = "court"  # decides, finds and records, claims nothing; a deed too


def _relatives() -> frozenset[str]:
    stems = (
        "برادر خواهر پدر مادر پسر دختر فرزند عمو دایی عمه خاله داماد عروس نامزد همسر شوهر زن دوست همکار همسایه شریک"
        " وکیل"
    )
    endings = ("", "م", "ش", "ی", "مان", "شان", "ان", "انم", "انش", "ها", "های", "هایم", "هایش", "ام", "اش", "گان")
    return frozenset(loose(stem + ending) for stem in stems.split() for ending in endings)


TITLES = loose_words("آقای آقا خانم جناب سرکار حاج مهندس دکتر آقایان خانم‌ها بانو")
RELATIVES = _relatives()
OTHER_SIDE = (
    loose_words(
        "خوانده خواندگان نامبرده نامبردگان وی ایشان مشارالیه مشارالیها مدیون بدهکار صادرکننده زوج زوجه مستأجر موجر"
        " خریدار فروشنده مقابل تجدیدنظرخوانده واخوانده متصرف کارفرما محکوم‌علیه محکوم‌له مالک صاحب صاحب‌خانه"
        " مستأجرین شخص ضامن متهم وراث ورثه او آنها آنان اینان مشارالیهم مشارالیهما امضاکننده راهن مرتهن متعهد پیمانکار"
        " بستانکار متعهدله دارنده مدیر مدیرعامل نماینده منشی سرایدار نگهبان بنگاه‌دار دلال متصدی شاهد شهود گواه گواهان"
        " شاهدان مطلعین مطلع معرفین حاضرین کسی کسانی فردی شخصی اقوام بستگان اطرافیان ظهرنویس کارمند حسابدار تولیت"
        " همسرسابقم طرفم تجدیدنظرخوانده‌ها خوانده‌ها پدرشوهرم مادرشوهرم موجرین فروشندگان خریداران مالکین"
    )
    | RELATIVES
    | TITLES
)
OFFICES = loose_words("شرکت بانک شهرداری اداره سازمان دفترخانه دفتر تعاونی مؤسسه کلانتری پاسگاه مخابرات بیمه")
OWN_SIDE = loose_words("خواهان خواهان‌ها اینجانب اینجانبه اینجانبان بنده من ما موکل موکله موکلم موکلین تجدیدنظرخواه")
_COURT = loose_words(
    "دادگاه شعبه قاضی محکمه بازپرس دادیار دادستان دادسرا دادرس کارشناس کارشناسان هیأت هیئت"
    " دیوان مأمور ضابط پزشکی کارشناسی سردفتر عاقد محضردار قباله عقدنامه سند اقرارنامه مبایعه‌نامه اجاره‌نامه"
)
GOVERNING = loose_words("به از با علیه برای بر در نزد جهت علیه برعلیه بابت درباره نسبت طرفیت مقابل بین میان")
_NAMED_WITHIN = 3  # words: «ادعای واهی و بی‌اساس خوانده»
_EARLIER_CLAUSES = 3


def is_first_person(group: VerbGroup, reading: "Reading") -> bool:
    return group.finite and reading.words[group.end - 1].loose.endswith("م")


def named_after(place: int, reading: "Reading") -> Speaker | None:
    """«ادعای خوانده», «به گفته آقای …»"""
    end = min(place + 1 + _NAMED_WITHIN, reading.clause_bounds(place)[1])
    for after in range(place + 1, end):
        word = reading.words[after]
        if word.comma or word.stop or after in reading.groups or word.loose in ("مبنی", "بر", "دایر", "که"):
            return None
        speaker = _speaker(after, reading)
        is_free = not _is_governed(after, reading) or word.loose == "خوانده" or reading.words[place + 1].loose == "از"
        if speaker is not None and is_free:
            return speaker
    return None


def subject(place: int, reading: "Reading") -> Speaker | None:
    """Who does what the verb at ``place`` says: the first person of its clause, else of those before it."""
    start, _ = reading.clause_bounds(place)
    found = _first(start, place, reading)
    for _ in range(_EARLIER_CLAUSES):
        if found is not None or start == 0:
            return found
        end = start
        start, _ = reading.clause_bounds(end - 1)
        found = _first(start, end, reading)
    return found


def _first(start: int, end: int, reading: "Reading") -> Speaker | None:
    for place in range(start, end):
        speaker = _speaker(place, reading)
        if speaker is not None and not _is_governed(place, reading):
            return speaker
    return None


def _speaker(place: int, reading: "Reading") -> Speaker | None:
    word = reading.words[place].loose
    if word in OWN_SIDE:
        is_crossed = any(each.loose in ("متقابل", "تقابل") for each in reading.words[place + 1 : place + 3])
        return Speaker.OTHER if word == "خواهان" and is_crossed else Speaker.OWN  # «خواهان دعوای متقابل»
    following = reading.words[place + 1].loose if place + 1 < len(reading.words) else ""
    if word == "طرف" and following in OWN_SIDE:  # «طرف من می‌گوید»
        return Speaker.OTHER
    if word in OTHER_SIDE:
        if word == "وکیلم" or (word == "وکیل" and following in OWN_SIDE):
            return Speaker.OWN
        return Speaker.OTHER
    if word in OFFICES:
        return Speaker.OFFICE
    return Speaker.COURT if word in _COURT else None


def _is_governed(place: int, reading: "Reading") -> bool:
    """«به خوانده گفت»: not he."""
    before = reading.words[place - 1].loose if place else ""
    if before in TITLES and place > 1:
        before = reading.words[place - 2].loose
    following = reading.words[place + 1].loose if place + 1 < len(reading.words) else ""
    return before in GOVERNING or following == "را"


def is_other_near(place: int, reach: int, reading: "Reading") -> bool:
    """Before it since the last turn, or after it."""
    near = reading.words[max(0, reading.last_turn(place), place - reach) : place + reach + 1]
    return any(word.loose in OTHER_SIDE for word in near)
