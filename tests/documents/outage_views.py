"""A letter about an outage and an applicant's slip, with everything, with little and with much."""

from dataclasses import replace

from assistant.services.filing_rows import LabelValue
from assistant.services.outage_paper_view import AttemptRow, Box, BoxLine, LetterView, PaperHead, SlipView

HEAD = PaperHead(
    title="اعلام اختلال سامانه",
    office_name="دفتر خدمات الکترونیک قضایی نمونه",
    office_line="۹۹۹۰۰۰۱",
    number="۱۴۰۵/د/۱۱۸",
    date="۱۴۰۵/۰۸/۳۰",
    time="۱۲:۴۰",
    mark="6-52248dbb9b00",
)
BOXES = (
    Box(
        "اختلال",
        (
            BoxLine(LabelValue("سامانه‌ها", "سامانهٔ دفاتر، درگاه پرداخت و چند سامانهٔ دیگر"), LabelValue(), is_wide=True),
            BoxLine(LabelValue("گستره", "سراسر کشور"), LabelValue("کدهای خطا", "۵۰۴"), is_wide=False),
            BoxLine(LabelValue("نشانه‌ها", "صفحه باز نمی‌شود"), LabelValue(), is_wide=True),
        ),
    ),
    Box("مراجعه‌کننده", (BoxLine(LabelValue("نام", "نگین آرام"), LabelValue("نوبت", "۳"), is_wide=False),)),
)
COUNT = (
    LabelValue("شنبه ۹ آبان ۱۴۰۵", "روز آغاز؛ شمرده نمی‌شود"),
    LabelValue("یکشنبه ۱۰ آبان ۱۴۰۵ تا جمعه ۲۹ آبان ۱۴۰۵", "روز ۱ تا روز ۲۰"),
    LabelValue("شنبه ۳۰ آبان ۱۴۰۵", "آخرین روز"),
)


def attempts(count: int = 2) -> tuple[AttemptRow, ...]:
    return tuple(
        AttemptRow(
            str(number), "۱۴۰۵/۰۸/۳۰", "۰۹:۱۵", f"خطای پاسخ ندادن کارساز {number}", "4c4b6a3be131" if number % 2 else ""
        )
        for number in range(1, count + 1)
    )


def letter() -> LetterView:
    return LetterView(
        head=HEAD,
        addressee="معاون محترم آمار و فناوری اطلاعات دادگستری کل استان نمونه",
        subject="اعلام اختلال سامانه و درخواست گواهی",
        greeting="با سلام",
        facts="در تاریخ ۱۴۰۵/۰۸/۳۰ از ساعت ۰۹:۱۵ سامانه پاسخ نداده است.",
        boxes=BOXES,
        attempts=attempts(),
        count=COUNT,
        basis=("ماده ۴۴۴ قانون آیین دادرسی مدنی", "ماده ۴۴۵ قانون آیین دادرسی مدنی"),
        requests=("ثبت زمان آغاز و پایان اختلال در گواهی", "ارسال گواهی به شعبه"),
        limits="این نامه گزارش رویدادهای ثبت‌شده در دفتر است.",
        signer="کاوه رادمنش",
        signed_at="۱۴۰۵/۰۸/۳۰، ۱۳:۰۵",
        client="نگین آرام",
        witnesses=("کاربر شماره ۲ دفتر", "کاربر شماره ۳ دفتر"),
        attachments=("تصویر خطای سامانه 4c4b6a3be131", "نسخهٔ چاپی پیش‌نویس"),
        copies=("شعبه صادرکننده رأی",),
        is_void=False,
    )


def bare_letter() -> LetterView:
    """Not signed, without witnesses, attachments and copies."""
    return replace(letter(), signer="", signed_at="", witnesses=(), attachments=(), copies=())


def long_letter() -> LetterView:
    return replace(letter(), attempts=attempts(60), facts="رویداد بلند. " * 120, is_void=True)


def slip() -> SlipView:
    return SlipView(
        head=replace(HEAD, title="برگ اختلال سامانه", number="۱۴۰۵/ب/۷"),
        opening="در تاریخ ۱۴۰۵/۰۸/۳۰ اختلال زیر ثبت شده است.",
        sentences=("آخرین روز مهلت شنبه ۷ آذر ۱۴۰۵ است.",),
        boxes=BOXES[:1],
        attempts=attempts(),
        count=COUNT,
        readings=(LabelValue("پنجشنبه: محل اختلاف", "شنبه ۷ آذر ۱۴۰۵"),),
        basis=("ماده ۴۴۴ قانون آیین دادرسی مدنی",),
        limits="این برگ گزارش رویدادهای ثبت‌شده است.",
    )


def bare_slip() -> SlipView:
    """For somebody without a period, before anything was tried."""
    return replace(slip(), attempts=(), count=(), readings=(), basis=(), sentences=("مهلتی شمرده نشده است.",))
