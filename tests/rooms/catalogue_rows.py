"""The catalogue of candidate checks (procedure.md §2.5) by row number: how many, what is elsewhere, what is a guard."""

from assistant.domain.text_finding import TextKind

LAST_ROW = 370

ELSEWHERE = {
    15: "no list of verbs of request is kept; an own text for the request is read as any other text",
    160: "what a narrative demands is not read against the list of reliefs",
    161: "what is said of each relief in the narrative is not read",
    159: "no answer says to which class a relief written by the clerk belongs; the template fixes the rest",
    **dict.fromkeys(set(range(345, 371)) - {369}, "read in the text: see IN_THE_TEXT"),
}
"""Rows without a rule or a row of a table, each with the reason."""

IN_THE_TEXT = {
    345: "uncertain-language",
    346: "alternative-relief",
    347: "all-damages",
    348: "deceased-party",
    349: "minor-party",
    350: "arbitration-clause",
    351: "earlier-judgment",
    352: "labour-relation",
    353: "public-body-party",
    354: "criminal-relief",
    355: "unlawful-purpose",
    356: "private-deed",
    357: "no-title-deed",
    358: "lease-relation",
    359: "debt-not-yet-due",
    360: "foreign-currency",
    361: TextKind.NUMBER_WORD_MISMATCH,
    362: TextKind.IMPOSSIBLE_DATE,
    363: TextKind.NAME_MISMATCH,
    364: "lawyer-acting",
    365: "consensual-divorce",
    366: "unknown-address",
    367: "trader-insolvency",
    368: TextKind.INSULT,
    370: TextKind.PERSONAL_DATA,
}
"""Rows of family S: the cue, or the kind of text finding, that speaks of them."""

GUARDS = {
    93: ("mahr-also-in-registry-execution", "سند ازدواج رسمی هست ولی اجرای ثبت درخواست نشده است"),
    97: ("venue-outside-defendant-domicile", "حوزه محل عقد است"),
    122: ("final-judgment-on-same-claim", "حکم پیشین درباره تصرف است و این دعوا درباره مالکیت"),
    126: ("final-judgment-on-same-claim", "تصمیم پیشین قرار عدم استماع بوده است"),
    144: ("debt-not-due", "سررسید چهل سال پیش و قانونی که مرور زمانی عام ندارد"),
    145: ("appeal-after-time-limit", "روز آخر جمعه است و شنبه پس از آن"),
    187: ("consensual-divorce-counselling", "طلاق به درخواست زوجه"),
    197: ("building-charges-notice", "دعوا در دادگاه بی اظهارنامه"),
    248: ("mahr-also-in-registry-execution", "اجرای ثبت درخواست نشده است"),
}
"""Rows that say «do not flag»: the neighbouring rule that stays silent, and the example that holds it to that."""

GUARDS_BY_REACH = {255: ("injunction-deposit", "family")}
"""A guard kept by the reach of its rule: the rule, and the family of petitions it leaves out."""
