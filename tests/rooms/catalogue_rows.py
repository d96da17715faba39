"""The catalogue of candidate checks (procedure.md §2.5) by row number: how many, what is elsewhere, what is a guard."""

LAST_ROW = 370

ELSEWHERE = {
    **dict.fromkeys(
        (1, 15, 160, 161),
        "reads only the words of the narrative and of the reliefs; comes with the cues of the text",
    ),
    159: "no answer says to which class a relief written by the clerk belongs; the template fixes the rest",
    **dict.fromkeys(range(345, 371), "family S: cues of the text, no rule on answers"),
}
"""Rows without a rule or a row of a table, each with the reason."""

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
