"""Words of the calculators: of figures and heirs, and of inputs that cannot be read or do not go with another."""

from collections.abc import Mapping

from assistant.domain.characters import persian_digits
from assistant.domain.price_index import NoIndex, PriceIndex

PROBLEMS: Mapping[str, str] = {
    "month_form": "«{value}» خوانده شد؛ این بخش سال و ماه است، مانند ۱۴۰۰/۰۵ یا «مرداد ۱۴۰۰».",
    "month_number": "«{value}» خوانده شد؛ ماه عددی از ۱ تا ۱۲ است، مانند ۱۴۰۰/۰۵.",
    "year_form": "«{value}» خوانده شد؛ این بخش سال هجری شمسی با چهار رقم است، مانند ۱۳۸۵.",
    "parts_form": "«{value}» خوانده شد؛ این بخش کسر یا درصدی از دیه کامل است، مانند ۵/۱۰۰ یا «۵ درصد».",
    "parts_size": "{value} خوانده شد؛ صورت و مخرج کسر عددی از ۱ تا {limit} است، مانند ۵/۱۰۰.",
    "amount_zero": "صفر خوانده شد؛ مبلغ دست‌کم یک ریال است.",
    "count_form": "«{value}» خوانده شد؛ این بخش شمار اشخاص است، مانند ۲.",
    "count_too_large": "{value} خوانده شد؛ بیشترین شمار در این محاسبه {limit} است.",
    "yes_no_form": "«{value}» خوانده شد؛ پاسخ این بخش «بله» یا «خیر» است.",
    "option_form": "«{value}» خوانده شد که در میان گزینه‌ها نیست. گزینه‌ها: {options}.",
    "paid_before_due": "{paid} پیش از {due} است؛ ماه پرداخت همان ماه یا پس از آن است.",
    "demand_after_payment": "{demand} پس از ماه پرداخت ({paid}) است.",
    "demand_before_due": "{demand} پیش از {due} است؛ این مبدأ همان ماه یا پس از آن است.",
    "death_before_act": "تاریخ فوت ({death}) پیش از تاریخ رفتار ({act}) است.",
    "day_missing": "تاریخ رفتار و تاریخ فوت با هم خوانده می‌شود؛ این تاریخ خالی است.",
    "reference_before_marriage": "مرجع {reference} است که پیش از عقد ({marriage}) است؛ فرمول این حالت را نمی‌گوید.",
    "sacred_outside_table": "جدول ماه‌های حرام {day} را ندارد؛ جدول از {first} تا {last} است.",
    "needs_fact": "سهم‌ها به این پاسخ بستگی دارد و خالی است.",
}

STATUSES: Mapping[str, str] = {
    "published": "اعلام‌شده",
    "provisional": "موقت",
    "mean_of_months": "میانگین ماه‌ها",
    "converted": "تبدیل‌شده",
}
HEIRS: Mapping[str, str] = {
    "husband": "زوج",
    "wife": "زوجه",
    "father": "پدر",
    "mother": "مادر",
    "son": "پسر",
    "daughter": "دختر",
}


def no_index_text(refusal: NoIndex, tables: Mapping[str, PriceIndex]) -> str:
    """«برای مهر ۱۴۰۵ رقمی در «…» نیست؛ …»"""
    table = tables.get(refusal.index_id)
    title = table.title if table else refusal.index_id
    text = f"برای {refusal.at.in_words} رقمی در «{title}» نیست."
    if refusal.first is not None and refusal.last is not None:
        text = text[:-1] + f"؛ جدول از {refusal.first.in_words} تا {refusal.last.in_words} است."
    return persian_digits(text)
