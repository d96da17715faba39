"""A made-up petition for tests of printing: every kind of field, no real law, all people invented."""

from datetime import date
from typing import Any

from assistant.domain.answers import Answers
from assistant.domain.form import Field, Form, Option, Step
from assistant.domain.journey import Derived, derive
from assistant.domain.library import Library
from assistant.domain.template import ReliefSpec, Template

ON = date(2026, 11, 22)  # ۱۴۰۵/۰۹/۰۱
ADDRESS = (
    Field("province", "استان", "province"),
    Field("city", "شهر", "text"),
    Field("street_address", "خیابان", "text"),
    Field("postal_code", "کد پستی", "postal_code"),
)
KINDS = (Option("natural", "حقیقی"), Option("legal", "حقوقی"))
PARTY = (
    Field("kind", "نوع شخص", "choice", options=KINDS),
    Field("first_name", "نام", "text"),
    Field("last_name", "نام خانوادگی", "text"),
    Field("father_name", "نام پدر", "text"),
    Field("national_id", "کد ملی", "national_id"),
    Field("birth_date", "تاریخ تولد", "jalali_date"),
    Field("occupation", "شغل", "text"),
    Field("foreign_id", "شناسه اتباع", "foreign_id"),
    Field("entity_name", "نام شخص حقوقی", "text"),
    Field("legal_entity_id", "شناسه ملی", "legal_entity_id"),
    Field("registration_no", "شماره ثبت", "text"),
    Field("manager_name", "نام مدیر", "text"),
    Field("address_unknown", "مجهول‌المکان بودن", "yes_no", is_printed=False),
    Field("address", "نشانی", "group", fields=ADDRESS),
    Field("mobile", "تلفن همراه", "mobile"),
    Field("secret", "نهان", "text", is_printed=False),
)
REPRESENTATIVE = (
    Field("rep_type", "سمت", "choice", options=(Option("attorney", "وکیل"), Option("other", "دیگر"))),
    Field("rep_type_other", "عنوان سمت", "text"),
    Field("first_name", "نام", "text"),
    Field("last_name", "نام خانوادگی", "text"),
    Field("national_id", "کد ملی", "national_id"),
    Field("license_no", "شماره پروانه", "text"),
    Field("authority_doc", "سند سمت", "text"),
    Field("represented_names", "اشخاص مورد نمایندگی", "text"),
    Field("mobile", "تلفن همراه", "mobile"),
    Field("address", "نشانی", "group", fields=ADDRESS),
)
BICYCLE = (
    Field("colour", "رنگ", "text"),
    Field("price", "قیمت", "rial_amount"),
    Field("bought_on", "تاریخ خرید", "jalali_date"),
    Field("serial", "شماره بدنه", "text"),
    Field("story", "سرگذشت", "long_text"),
    Field("is_old", "کهنه بودن", "yes_no"),
)
EVIDENCE = (
    Field("kind", "نوع", "choice", options=(Option("paper", "کاغذ"), Option("photo", "عکس"))),
    Field("title", "عنوان", "text"),
    Field("number", "شماره", "text"),
    Field("date", "تاریخ", "jalali_date"),
    Field("attached", "پیوست", "yes_no", is_printed=False),
)
WITNESS = (
    Field("first_name", "نام", "text"),
    Field("last_name", "نام خانوادگی", "text"),
    Field("address_text", "محل اقامت", "text"),
)
JUDGMENT = (Field("judgment_no", "شماره رأی", "case_no"), Field("summary", "خلاصه", "long_text"))
COURTS = (
    Option("civil", "دادگاه نمونه"),
    Option("appeal", "دادگاه بالاتر استان"),
    Option("supreme", "دیوان نمونه"),
)
FORM = Form(
    (
        Step(
            "parties",
            "طرفین",
            (
                Field("plaintiffs", "خواهان‌ها", "list", fields=PARTY, item_label="خواهان"),
                Field("defendants", "خواندگان", "list", fields=PARTY, item_label="خوانده"),
                Field("has_representative", "نماینده", "yes_no", is_printed=False),
                Field("representatives", "نمایندگان", "list", fields=REPRESENTATIVE, item_label="نماینده"),
            ),
            box="parties",
        ),
        Step(
            "bicycles",
            "دوچرخه‌ها",
            (
                Field("bicycles", "فهرست دوچرخه‌ها", "list", fields=BICYCLE, item_label="دوچرخه"),
                Field("shop", "فروشگاه", "text"),
                Field("lent_on", "تاریخ امانت", "jalali_date"),
                Field("returned_on", "تاریخ بازگشت", "jalali_date"),
                Field("place", "محل", "group", fields=(Field("floor", "طبقه", "integer"),)),
                Field("guess", "گمان", "text", is_printed=False),
            ),
            box="relief",
        ),
        Step(
            "claim",
            "خواسته",
            (
                Field("claim_amount", "مبلغ", "rial_amount"),
                Field(
                    "additional_reliefs",
                    "خواسته‌های دیگر",
                    "list",
                    fields=(
                        Field("title", "عنوان", "text"),
                        Field("financial", "مالی", "choice", options=(Option("yes", "مالی"), Option("no", "غیرمالی"))),
                        Field("value_rial", "بها", "rial_amount"),
                    ),
                ),
            ),
            box="relief",
        ),
        Step("judgment", "رأی پیشین", (Field("judgment", "رأی", "group", fields=JUDGMENT),), box="judgment"),
        Step(
            "evidence",
            "دلایل",
            (
                Field("evidence_items", "دلایل", "list", fields=EVIDENCE, item_label="دلیل"),
                Field("witnesses", "گواهان", "list", fields=WITNESS, item_label="گواه"),
            ),
            box="evidence",
        ),
        Step(
            "forum",
            "مرجع",
            (
                Field("court_kind", "مرجع", "choice", options=COURTS),
                Field("filing_province", "استان", "province"),
                Field("filing_city", "حوزه", "text"),
            ),
            box="forum",
        ),
        Step(
            "narrative",
            "شرح",
            (Field("narrative", "شرح", "long_text"), Field("request", "درخواست", "long_text")),
            box="narrative",
        ),
    )
)
NARRATIVE = """
{% if bicycles %}
{{ plaintiffs|names }} دارای {{ bicycles|words }} دوچرخه است{% if shop %} که از {{ shop }} خریده شده است{% endif %}.
{% endif %}
{% if lent_on %}
امانت در تاریخ {{ lent_on }} آغاز شد.
{% endif %}
"""
REQUEST = "{% if claim_amount %}پرداخت {{ claim_amount }} از سوی {{ defendants|names }} مورد تقاضاست.{% endif %}"


def template(**changes: Any) -> Template:
    values: dict[str, Any] = {
        "id": "bicycle",
        "title": "بازگرداندن دوچرخه",
        "family": "other",
        "stage": "first_instance",
        "summary": "",
        "keywords": (),
        "version": "1",
        "form": FORM,
        "role_first": "خواهان",
        "role_second": "خوانده",
        "court_title": "برگ نمونه",
        "layout": "first_instance.docx",
        "narrative": NARRATIVE,
        "request": REQUEST,
        "reliefs": (ReliefSpec("بازگرداندن دوچرخه", "principal", "no"),),
        "grade": "own",
        "reviewed_by": None,
    }
    return Template(**{**values, **changes})


def person(**changes: Any) -> dict[str, Any]:
    usual = {
        "kind": "natural",
        "first_name": "نگار",
        "last_name": "سپهری",
        "father_name": "احمد",
        "national_id": "9990000212",
        "birth_date": "1360-01-01",
        "occupation": "خیاط",
        "mobile": "09000000021",
        "address_unknown": False,
        "address": {
            "province": "isfahan",
            "city": "کاشان",
            "street_address": "خیابان نمونه، پلاک 21",
            "postal_code": "9396837111",
        },
    }
    return {key: value for key, value in {**usual, **changes}.items() if value is not None}


def derived(answers: dict[str, Any], form: Form = FORM) -> Derived:
    return derive(form, Answers(values=answers, is_partial=False), ON, {})


LIBRARY = Library({}, {}, {}, {}, {}, {}, {}, "1")
