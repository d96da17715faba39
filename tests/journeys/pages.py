"""Every page of the product in its states, by name: for the eyes, and for the rules of accessibility."""

from assistant.domain.board import Size
from assistant.domain.deadline import CourtSet
from assistant.domain.jalali import to_gregorian
from assistant.domain.ledger import Book, LedgerEntry
from assistant.domain.period import Unit
from assistant.domain.printed_board import PRINTED, printed_body
from tests.journeys.server import OfficeServer

TEMPLATES = ("cheque-claim", "money-claim", "mahr-claim", "eviction-1376", "appeal")


def shell(server: OfficeServer) -> dict[str, str]:
    rule = next(iter(server.office.library.rules))
    return {
        "میز کار": "/",
        "دادخواست جدید": "/new",
        "دادخواست جدید، بی یافته": "/new?q=zzzz",
        "کلیدها": "/keys",
        "کتابخانه": "/library",
        "کتابخانه، الگو": "/library/templates/cheque-claim",
        "کتابخانه، قاعده": f"/library/rules/{rule}",
        "کتابخانه، گزارش": "/library/report",
        "کتابخانه، اعتبار داده‌ها": "/library/currency",
        "کتابخانه، اعتبار، بی‌پشتوانه‌ها": "/library/currency?show=weak",
        "کتابخانه، اعتبار، هیچ": "/library/currency?show=overdue&kind=board",
        **boards(server),
        **deadlines(server),
        **costs(server),
        "خطای ۴۰۴": "/drafts/none",
    }


def costs(server: OfficeServer) -> dict[str, str]:
    typed = "stage=first_instance&kind_1=financial&value_1=500000000&kind_2=non_financial"
    paper = "sheets=2&copies=3&service=petition&persons=3&pages=4&payment=yes"
    draft = server.filled_draft("cheque-claim", "clean")
    return {
        "هزینه، خالی": "/costs",
        "هزینه، با داده": f"/costs?{typed}&{paper}&on=1403/09/01",
        "هزینه، بی داده": f"/costs?{typed}&{paper}&on=1405/09/01",
        "هزینه، با خطا": "/costs?stage=first_instance&kind_1=raised&value_1=0&earlier_1=-3&on=1404/12/30&sheets=x",
        "هزینه، چاپ": f"/costs/print?{typed}&{paper}&on=1403/09/01",
        "هزینهٔ پیش‌نویس": f"/drafts/{draft.id}/costs",
        "هزینهٔ پیش‌نویس، چاپ": f"/drafts/{draft.id}/costs/print",
    }


def deadlines(server: OfficeServer) -> dict[str, str]:
    """The worklist with deadlines today, ahead, past and without a day; the calculator and the calendar in states."""
    desk, clerk = server.office.services.deadlines, server.actor()
    appeal, empty = server.filled_draft("appeal", "clean"), server.draft("money-claim")
    cheque = server.filled_draft("cheque-claim", "clean", steps=2)
    for period, start in (("raf_naqs", "1405-08-20"), ("vakhahi", "1405-08-20"), ("raf_naqs", "1405-07-20")):
        desk.put(clerk, cheque.id, period, to_gregorian(start))
    desk.put(clerk, cheque.id, "mohlat_dadgah", to_gregorian("1405-08-25"), court_set=CourtSet(2, Unit.WEEK))
    desk.put(clerk, appeal.id, "farjam", to_gregorian("1406-12-20"))
    closure = (to_gregorian("1405-09-19"), "isfahan", "آلودگی هوا", "کارگروه اضطرار، ۱۴۰۵/۰۸/۳۰")
    server.office.services.calendar.add(server.actor("laleh"), *closure)
    count = "/deadlines/count?province=isfahan&"
    return {
        "کارهای مهلت‌دار": "/deadlines",
        "محاسبهٔ مهلت": "/deadlines/count",
        "محاسبهٔ مهلت، نتیجه": f"{count}act=tajdidnazar_hokm&served=1405-08-12&mode=electronic",
        "محاسبهٔ مهلت، برداشت‌ها": f"{count}act=divan_3mah&served=1405-07-01",
        "محاسبهٔ مهلت، چند نفر": f"{count}act=tajdidnazar_hokm&served=1405-08-12&served_2=1405-08-20&abroad_2=yes",
        "محاسبهٔ مهلت، بی مدت": f"{count}act=eteraz_sales&served=1405-07-01",
        "محاسبهٔ مهلت، با خطا": f"{count}act=nothing&served=1404/12/30&length=0",
        "مهلت‌های پیش‌نویس": f"/drafts/{cheque.id}/deadlines",
        "مهلت‌های پیش‌نویس، خالی": f"/drafts/{empty.id}/deadlines",
        "پیش‌نویس با مهلت": f"/drafts/{cheque.id}",
        "تقویم، ماه": "/calendar?year=1405&month=9",
        "تقویم، سال": "/calendar?year=1405&month=all",
    }


def boards(server: OfficeServer) -> dict[str, str]:
    """Both boards, one of them hung, and one whose paper says something old."""
    desk, clerk = server.office.services.boards, server.actor()
    made = desk.record_print(clerk, "tariff", Size.A3)
    with server.office.store.begin() as work:
        body = printed_body("تعرفه خدمات دفتر و هزینه دادرسی", Size.A4.value, "0" * 64, "")
        moment = server.clock.now()
        work.append(LedgerEntry(Book.BOARDS, clerk.office_id, 0, moment, clerk.user_id, "tariff", PRINTED, body))
        office = work.office(clerk.office_id)
    desk.confirm_removed(clerk, desk.record_print(clerk, "notice", Size.A4).number)
    assert office is not None
    return {
        "تابلوها": "/office/boards",
        "تابلو، آگاهی": "/office/boards/notice",
        "تابلو، تعرفه A3": "/office/boards/tariff?size=A3",
        "تابلو، چاپ": f"/office/boards/prints/{made.number}",
        "تابلو، چاپ کهنه": f"/office/boards/prints/{made.number + 1}",
        "صفحهٔ نمایش": f"/board/{office.number}",
    }


def explained(server: OfficeServer) -> dict[str, str]:
    """All checks of a draft, why one of them speaks, waits or is silent, and a look at another filing date."""
    draft, half = server.filled_draft("cheque-claim", "problem"), server.filled_draft("cheque-claim", "clean", steps=2)
    appeal = server.filled_draft("appeal", "problem")
    return {
        "همهٔ بررسی‌ها": f"/drafts/{draft.id}/rules",
        "همهٔ بررسی‌ها، نیمه": f"/drafts/{half.id}/rules",
        "همهٔ بررسی‌ها، تاریخ نادرست": f"/drafts/{draft.id}/rules?on=1404/12/30",
        "چرا، یافته": f"/drafts/{draft.id}/rules/endorser-certificate-late",
        "چرا، در انتظار": f"/drafts/{half.id}/rules/cheque-sum-differs-from-relief",
        "چرا، روشن": f"/drafts/{draft.id}/rules/peace-court-for-claim-above-ceiling",
        "چرا، مهلت": f"/drafts/{appeal.id}/rules/appeal-after-time-limit",
        "پیش‌بررسی، خالی": f"/drafts/{server.draft('cheque-claim').id}/precheck",
        "پیش‌بررسی، پر": f"/drafts/{draft.id}/precheck",
        "پیش‌بررسی، تخلیه": f"/drafts/{server.filled_draft('eviction-1376', 'problem').id}/precheck",
        "بازبینی، تاریخ دیگر": f"/drafts/{draft.id}/review?on=1406-01-15",
    }


def drafting(server: OfficeServer) -> dict[str, str]:
    """The pages of a draft: empty, typical, full and with problems."""
    drafts = {
        "خالی": server.draft("cheque-claim"),
        "نیمه": server.filled_draft("cheque-claim", "clean", steps=2),
        "پر": server.filled_draft("cheque-claim", "long"),
        "با نکته": server.filled_draft("cheque-claim", "problem"),
        "با خطا": with_wrong_answers(server),
    }
    found = {}
    for name, draft in drafts.items():
        found[f"گام طرفین، {name}"] = f"/drafts/{draft.id}/steps/parties"
        found[f"گام چک، {name}"] = f"/drafts/{draft.id}/steps/cheques"
        found[f"گام شرح، {name}"] = f"/drafts/{draft.id}/steps/narrative"
        found[f"بازبینی، {name}"] = f"/drafts/{draft.id}/review"
        found[f"پیش‌نمایش، {name}"] = f"/drafts/{draft.id}/print"
    half = drafts["نیمه"].id
    found["بازبینی، پاسخ باز"] = f"/drafts/{half}/review?edit=plaintiffs[0].birth_date#plaintiffs-0-birth_date-entered"
    found["نسخهٔ ثبت"] = f"/filings/{filed(server)}"
    return found


def every_step(server: OfficeServer) -> dict[str, str]:
    """Each step of each template, answered as its example with problems."""
    found = {}
    for template_id in TEMPLATES:
        draft = server.filled_draft(template_id, "problem")
        opened = server.office.services.drafting.open(server.actor(), draft.id, silently=True)
        for state in opened.review.derived.steps:
            if state.is_shown:
                found[f"{template_id}: {state.step.title}"] = f"/drafts/{draft.id}/steps/{state.step.id}"
    return found


def with_wrong_answers(server: OfficeServer):
    """Answers that cannot be read, a step left empty, a hidden character."""
    drafting, clerk = server.office.services.drafting, server.actor()
    draft = server.filled_draft("cheque-claim", "clean", steps=1)
    wrong = {
        "plaintiffs[0].national_id": "9990000213",
        "plaintiffs[0].first_name": "",
        "plaintiffs[0].birth_date": "1404/12/30",
        "plaintiffs[0].address.postal_code": "93968",
        "defendants[0].last_name": "مهر‮جو",
        "narrative": "شرح " * 12_600,
    }
    for path, text in wrong.items():
        revision = drafting.open(clerk, draft.id, silently=True).draft.revision
        drafting.save_field(clerk, draft.id, path, text, revision)
    for step in ("cheques", "parties"):
        revision = drafting.open(clerk, draft.id, silently=True).draft.revision
        drafting.save_step(clerk, draft.id, step, [], revision)
    return draft


def filed(server: OfficeServer) -> str:
    """A filing made past its findings, with reasons."""
    services, clerk = server.office.services, server.actor()
    draft = server.filled_draft("cheque-claim", "problem")
    review = services.drafting.open(clerk, draft.id, silently=True).review
    reasons = {finding.key: "متقاضی پس از توضیح بر ادامه نظر داشت." for finding in review.findings}
    services.drafting.keep_reasons(clerk, draft.id, {**reasons, "incomplete": "مدرک در دست نیست.", "invalid": "—"})
    return services.filing.make(clerk, draft.id).id
