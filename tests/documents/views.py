"""Three petitions as the layouts see them: a usual one, an almost empty draft, and a long one. All people invented."""

from assistant.services.filing_rows import (
    Block,
    EvidenceRow,
    GridLine,
    LabelValue,
    PartyRow,
    ReliefRow,
    RepresentativeRow,
    Section,
    SignatureLine,
)
from assistant.services.filing_view import FilingView
from assistant.services.sheet_view import Notice, NoticeGroup, SheetView

DIGITS = "۰۱۲۳۴۵۶۷۸۹"
SECOND_LINE = "\nسطر دوم\tپس از فاصله"
HASH = "3f1c9a07d2b84e6650a1f7c8d94be2130c5e7a9f8b6d4e2013579bdf02468ace"


def fa(number: int) -> str:
    return "".join(DIGITS[int(each)] for each in str(number))


def party(index: int, **changes: str) -> PartyRow:
    row = {
        "name": f"نگار سپهری {fa(index)}",
        "father_name": "احمد",
        "age": "۴۵ سال",
        "occupation": "خیاط",
        "identifier": f"۹۹۹۰۰۰۰{fa(210 + index)}",
        "address": f"استان اصفهان، اصفهان، خیابان نمونه الف، کوچه ب، پلاک {fa(20 + index)}، کد پستی ۹۳۹۶۸۳۷۱۱۱",
        "contact": f"۰۹۰۰۰۰۰۰{fa(100 + index)}",
        "note": "",
    }
    return PartyRow(index=fa(index), **{**row, **changes})


def cheque(index: int) -> Block:
    pairs = [
        LabelValue("شناسه صیاد", f"۹۹۹۹۰۰۰۰۰۰۰۰۰۰۰{fa(index)}"),
        LabelValue("شماره چک", f"۱۲۳۴۰{fa(index)}"),
        LabelValue("مبلغ", "۹۰۰٬۰۰۰٬۰۰۰ ریال"),
        LabelValue("تاریخ مندرج در چک", "۱۴۰۴/۰۵/۱۵"),
        LabelValue("بانک", "نمونه"),
        LabelValue("شعبه و کد آن", "۱۰۱"),
        LabelValue("صادرکننده", "فرهاد مهرجو"),
        LabelValue("کد رهگیری گواهینامه", f"۹۹۹۰۰۰{fa(index)}"),
    ]
    lines = (GridLine(False, *pairs[:3]), GridLine(False, *pairs[3:6]), GridLine(False, *pairs[6:]))
    return Block(f"چک {fa(index)}", lines)


def typical(*, is_draft: bool = False) -> FilingView:
    return FilingView(
        court_title="برگ دادخواست به دادگاه نخستین",
        petition_title="مطالبه وجه چک",
        number="\u200e۱۴۰۵-۰۰۰۱۲",
        date="۱۴۰۵/۰۹/۰۱",
        footer_hash=HASH,
        is_draft=is_draft,
        court_name="دادگاه عمومی حقوقی اصفهان",
        court_place="استان اصفهان",
        first_label="خواهان",
        second_label="خوانده",
        first_side=(party(1, name="نگار سپهری"),),
        second_side=(
            party(1, name="فرهاد مهرجو", occupation="", contact=""),
            party(
                2,
                name="شرکت نمونه‌گستر پارس (سهامی خاص)",
                father_name="",
                age="",
                occupation="",
                identifier="۹۹۹۰۰۰۰۰۰۱۷؛ شماره ثبت: ۱۲۳۴",
                note="نام مدیر یا دارنده حق امضا: کاوه رادمنش",
                address="مجهول‌المکان",
                contact="",
            ),
        ),
        representatives=(),
        reliefs=(
            ReliefRow("۱", "مطالبه وجه ۲ فقره چک", "۱٬۶۰۰٬۰۰۰٬۰۰۰ ریال", "یک میلیارد و ششصد میلیون ریال"),
            ReliefRow("۲", "مطالبه خسارت تأخیر تأدیه از تاریخ مندرج در هر چک تا زمان پرداخت", "", ""),
            ReliefRow("۳", "مطالبه هزینه دادرسی", "", ""),
            ReliefRow("۴", "صدور قرار تأمین خواسته", "غیرمالی", ""),
        ),
        total_value="",
        total_words="",
        judgment=(),
        details=(Section("چک‌ها", (cheque(1), cheque(2))),),
        evidence=(
            EvidenceRow("۱", "تصویر مصدق دو فقره چک", "سند عادی؛ شماره: ۱۲۳۴۰۱ و ۱۲۳۴۰۲"),
            EvidenceRow("۲", "گواهینامه‌های عدم پرداخت", "گواهی یا پاسخ مرجع رسمی؛ صادرکننده یا مرجع: بانک نمونه"),
        ),
        narrative_paragraphs=(
            "به استحضار می‌رساند وجه دو فقره چک با این مشخصات از سوی نگار سپهری مطالبه می‌شود:",
            "۱. چک شماره ۱۲۳۴۰۱ با شناسه صیاد ۹۹۹۹۰۰۰۰۰۰۰۰۰۰۰۱، به تاریخ ۱۴۰۴/۰۵/۱۵ و مبلغ ۹۰۰٬۰۰۰٬۰۰۰ ریال، عهده بانک "
            "نمونه شعبه ۱۰۱، صادرشده از سوی فرهاد مهرجو، که به موجب گواهینامه عدم پرداخت با کد رهگیری ۹۹۹۰۰۰۱ مورخ "
            "۱۴۰۴/۰۵/۲۰ به علت نبود یا کسری موجودی پرداخت نشده است.",
            "۲. چک شماره ۱۲۳۴۰۲ به تاریخ ۱۴۰۴/۰۶/۱۵ و مبلغ ۷۰۰٬۰۰۰٬۰۰۰ ریال، عهده بانک نمونه شعبه ۱۰۱، صادرشده از سوی "
            "فرهاد مهرجو با نشان IR-TRX-2024 و نشانی ۱۲۳/الف.",
        ),
        request_paragraphs=(
            "صدور حکم بر محکومیت تضامنی فرهاد مهرجو و شرکت نمونه‌گستر پارس (سهامی خاص) به پرداخت مبلغ "
            "۱٬۶۰۰٬۰۰۰٬۰۰۰ ریال بابت وجه دو فقره چک و هزینه دادرسی مورد تقاضاست.",
        ),
        signers=(SignatureLine("نگار سپهری"),),
    )


def empty(*, is_draft: bool = True) -> FilingView:
    """A draft just begun."""
    return FilingView(
        court_title="برگ دادخواست به دادگاه نخستین",
        petition_title="مطالبه وجه چک",
        number="\u200e۱۴۰۵-۰۰۰۱۳",
        date="۱۴۰۵/۰۹/۰۱",
        footer_hash=HASH,
        is_draft=is_draft,
        court_name="",
        court_place="",
        first_label="خواهان",
        second_label="خوانده",
        first_side=(party(1, name="", father_name="", age="", occupation="", identifier="", address="", contact=""),),
        second_side=(),
        representatives=(),
        reliefs=(),
        total_value="",
        total_words="",
        judgment=(),
        details=(),
        evidence=(),
        narrative_paragraphs=(),
        request_paragraphs=(),
        signers=(),
    )


def long() -> FilingView:
    """Twelve parties, two lawyers, a judgment, ten cheques, a narrative of about three pages."""
    sentence = (
        "در تاریخ ۱۴۰۴/۰۵/۱۵ میان طرفین قراردادی با موضوع ساخت و تحویل کالا تنظیم شد که به موجب بند {} آن پرداخت هر "
        "مرحله پس از صورت‌جلسه تحویل انجام می‌شد و رونوشت آن پیوست است. "
    )
    usual = typical()
    return FilingView(
        court_title="برگ دادخواست تجدیدنظر",
        petition_title="تجدیدنظرخواهی",
        number="\u200e۱۴۰۵-۰۰۰۱۴",
        date="۱۴۰۵/۰۹/۰۱",
        footer_hash=HASH,
        is_draft=False,
        court_name="دادگاه تجدیدنظر استان اصفهان",
        court_place="",
        first_label="تجدیدنظرخواه",
        second_label="تجدیدنظرخوانده",
        first_side=tuple(party(index) for index in range(1, 6)),
        second_side=tuple(
            party(index, name=f"کاوه رادمنش {fa(index)}", note="سمت: وارث مرحوم نمونه") for index in range(1, 8)
        ),
        representatives=tuple(
            RepresentativeRow(
                fa(index),
                "وکیل دادگستری",
                f"آرش نمونه‌ای {fa(index)}",
                f"۹۹۹۰۰۰۰{fa(300 + index)}",
                "۹۹۹۹",
                "وکالتنامه شماره ۱۲۳ مورخ ۱۴۰۵/۰۱/۱۵",
                "استان اصفهان، اصفهان، خیابان نمونه، پلاک ۲",
                "۰۹۰۰۰۰۰۰۲۰۱",
                "نام اشخاص مورد نمایندگی: همه خواهان‌ها",
            )
            for index in (1, 2)
        ),
        reliefs=(
            ReliefRow(
                "۱",
                "تجدیدنظرخواهی از دادنامه شماره ۹۹۹۹۰۰۰۰۰۰۰۰۰۰۰۰۰۱",
                "۲٬۵۰۰٬۰۰۰٬۰۰۰ ریال",
                "دو میلیارد و پانصد میلیون ریال",
            ),
            ReliefRow("۲", "مطالبه هزینه کارشناسی", "۳۰٬۰۰۰٬۰۰۰ ریال", "سی میلیون ریال"),
        ),
        total_value="۲٬۵۳۰٬۰۰۰٬۰۰۰ ریال",
        total_words="دو میلیارد و پانصد و سی میلیون ریال",
        judgment=(
            Section(
                "رأی مورد اعتراض",
                (
                    Block(
                        "",
                        (
                            GridLine(
                                False,
                                LabelValue("دادگاه صادرکننده", "دادگاه عمومی حقوقی اصفهان"),
                                LabelValue("شعبه", "۱۲"),
                                LabelValue("شماره دادنامه", "۹۹۹۹۰۰۰۰۰۰۰۰۰۰۰۰۰۱"),
                            ),
                            GridLine(
                                False,
                                LabelValue("تاریخ صدور", "۱۴۰۵/۰۷/۰۱"),
                                LabelValue("تاریخ ابلاغ", "۱۴۰۵/۰۸/۱۵"),
                                LabelValue("نوع رأی", "حکم"),
                            ),
                            GridLine(
                                True, LabelValue("خلاصه مفاد رأی", sentence.format("۲") * 4 + "\nسطر دوم\tپس از فاصله")
                            ),
                        ),
                    ),
                ),
            ),
        ),
        details=(Section("چک‌ها", tuple(cheque(index) for index in range(1, 10))),),
        evidence=tuple(
            EvidenceRow(fa(index), f"تصویر مصدق سند {fa(index)}", "سند عادی؛ تاریخ: ۱۴۰۴/۰۱/۰۱")
            for index in range(1, 16)
        ),
        narrative_paragraphs=tuple(sentence.format(fa(index)) * 4 for index in range(1, 15)),
        request_paragraphs=usual.request_paragraphs,
        signers=(SignatureLine("آرش نمونه‌ای ۱ (وکیل دادگستری)", "آرش نمونه‌ای ۲ (وکیل دادگستری)"),),
    )


def sheet(notices: int = 3) -> SheetView:
    made = tuple(
        Notice(
            index=fa(index),
            level=f"L{index % 4 + 1}",
            title="نشانی خواهان",
            message="نشانی خواهان در پیش‌نویس درج نشده است. مطابق متن نمونه، دادخواست باید دربردارنده نشانی باشد.",
            citation="ماده ۱ قانون نمونه",
            facts=(LabelValue("نشانی", "درج نشده"), LabelValue("شهر", "درج نشده")),
            reason="نشانی پس از استعلام افزوده می‌شود." if index == 1 else "",
            is_reviewed=index > 1,
            is_disputed=index == 3,
            overdue="داده «نمونه» تا ۱۴۰۵/۱۲/۲۹ بررسی شده است." if index == 2 else "",
        )
        for index in range(1, notices + 1)
    )
    return SheetView(
        petition_title="مطالبه وجه چک",
        number="\u200e۱۴۰۵-۰۰۰۱۲",
        date="۱۴۰۵/۰۹/۰۱",
        first_label="خواهان",
        second_label="خوانده",
        first_names="نگار سپهری",
        second_names="فرهاد مهرجو و شرکت نمونه‌گستر پارس (سهامی خاص)",
        groups=(NoticeGroup("طرفین و نماینده", made),) if made else (),
        incomplete=("خواهان ۱، نشانی اقامتگاه، شهر یا روستا",) if made else (),
        incomplete_reason="متقاضی در دفتر حاضر نیست." if made else "",
        invalid=(LabelValue("خواهان ۱، کد ملی", "رقم کنترل کد ملی درست نیست."),) if made else (),
        invalid_reason="",
        sha256=HASH,
    )
