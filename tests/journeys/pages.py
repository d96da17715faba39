"""Every page of the product in its states, by name: for the eyes, and for the rules of accessibility."""

from dataclasses import replace
from datetime import timedelta

from assistant.app import keep_mutation_report
from assistant.domain.board import Size
from assistant.domain.deadline import CourtSet
from assistant.domain.jalali import from_gregorian, to_gregorian
from assistant.domain.ledger import Book, LedgerEntry
from assistant.domain.outage import Affected, LocalChecks, OutageFacts, OutageScope, System
from assistant.domain.outage_letter import CasePart, ClientPart, OfficePart, Particulars, ServicePart
from assistant.domain.period import Unit
from assistant.domain.printed_board import PRINTED, printed_body
from assistant.services.mutating import mutation_scores
from assistant.services.mutation_report import report_data
from assistant.services.office_time import office_date
from assistant.services.outage_decision import Visit
from assistant.services.text_desk import Pick
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
        **experts(server),
        "کتابخانه، اعتبار داده‌ها": "/library/currency",
        "کتابخانه، اعتبار، بی‌پشتوانه‌ها": "/library/currency?show=weak",
        "کتابخانه، اعتبار، هیچ": "/library/currency?show=overdue&kind=board",
        **boards(server),
        **outages(server),
        **deadlines(server),
        **costs(server),
        **calculators(server),
        "خطای ۴۰۴": "/drafts/none",
    }


def experts(server: OfficeServer) -> dict[str, str]:
    """The indexes of the library, the coverage, the worklist, and a kept report of the mutations of a few rules."""
    library, settings = server.office.library, server.settings
    few = [replace(rule, examples=rule.examples[:2]) for rule in library.rules.values() if rule.subject == "interim"]
    keep_mutation_report(settings, report_data(list(mutation_scores(library, few)), "0" * 64))
    return {
        "کتابخانه، قاعده‌ها": "/library/rules",
        "کتابخانه، قاعده‌ها، برگزیده": "/library/rules?q=چک&state=active",
        "کتابخانه، قاعده‌ها، هیچ": "/library/rules?q=zzzz",
        "کتابخانه، مواد قانون": "/library/articles",
        "کتابخانه، جهات ایراد": "/library/grounds",
        "کتابخانه، پوشش، جهت‌ها": "/library/coverage",
        "کتابخانه، پوشش، خانواده‌ها": "/library/coverage?by=family",
        "کتابخانه، کارهای بازبینی": "/library/review",
        "کتابخانه، کارهای بازبینی، عددها": "/library/review?kind=parameter",
        "کتابخانه، کارهای بازبینی، هیچ": "/library/review?show=signed",
        "کتابخانه، سنجش نمونه‌ها": "/library/mutation",
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


def calculators(server: OfficeServer) -> dict[str, str]:
    """Empty, one result, disputed results side by side, refused, with errors; beside a field, before and after."""
    money, family = "principal=500000000", "estate=2400000000&spouse=wife&father=yes&mother=yes"
    open_draft, put_draft = _cash_mahr(server), _cash_mahr(server)
    _, _, asked = server.office.services.calculations.open(server.actor(), put_draft, "claim_amount", {})
    server.office.services.calculations.put(server.actor(), put_draft, "claim_amount", asked.typed, "value", 99)
    server.office.services.drafting.save_field(server.actor(), put_draft, "cash_amount", "6000000", 99)
    return {
        "محاسبه، خسارت تأخیر، خالی": "/calculators/late-payment",
        "محاسبه، خسارت تأخیر": f"/calculators/late-payment?{money}&due=1400-05&paid=1405-06",
        "محاسبه، خسارت تأخیر، پنج حاصل": f"/calculators/late-payment?{money}&due=1402-05&demand=1403-02&paid=1403-11",
        "محاسبه، خسارت تأخیر، بی شاخص": f"/calculators/late-payment?{money}&due=1400-05&paid=1405-09",
        "محاسبه، خسارت تأخیر، با خطا": "/calculators/late-payment?principal=-5&due=1404/12/30&paid=",
        "محاسبه، خسارت چک": f"/calculators/cheque-damages?{money}&due=1401-08&paid=1403-12&certificate=1402-03",
        "محاسبه، مهریه": "/calculators/mahr?amount=200000&marriage_year=1352&payment_year=1389",
        "محاسبه، مهریه، دو رقم": "/calculators/mahr?amount=5000000&marriage_year=1350&payment_year=1404",
        "محاسبه، مهریه، بی شاخص": "/calculators/mahr?amount=5000000&marriage_year=1380&payment_year=1410",
        "محاسبه، دیه": "/calculators/diyeh?year=1405&fraction=1/1&subject=killing",
        "محاسبه، ارث": f"/calculators/inheritance?{family}&sons=2&daughters=1",
        "محاسبه، ارث، پاسخ کم": f"/calculators/inheritance?{family}&sons=0&daughters=0",
        "محاسبه، کنار پرسش": f"/drafts/{open_draft}/calculate/claim_amount",
        "محاسبه، پرسش با حاصل تغییرکرده": f"/drafts/{put_draft}/steps/claim",
        "محاسبه، بازبینی با حاصل تغییرکرده": f"/drafts/{put_draft}/review",
        "محاسبه، پیش‌نمایش با حاصل تغییرکرده": f"/drafts/{put_draft}/print",
    }


def _cash_mahr(server: OfficeServer) -> str:
    draft = server.filled_draft("mahr-claim", "clean")
    answers = {"mahr_kind": "cash", "cash_amount": "5000000", "cash_indexed": "yes"}
    for path, text in {**answers, "marriage.marriage_date": "1380/05/01"}.items():
        server.office.services.drafting.save_field(server.actor(), draft.id, path, text, 99)
    return draft.id


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


def outages(server: OfficeServer) -> dict[str, str]:
    """An outage of yesterday without anything, one of today with everything, and the papers of both kinds."""
    services, clerk = server.office.services, server.actor()
    book, papers = services.outages, services.papers
    earlier = book.open(clerk)
    book.restore(clerk, earlier.id, book.now(), work_went_on=True)
    outage = book.open(clerk)
    facts = OutageFacts(
        (System.OFFICE_PORTAL, System.PAYMENT_GATEWAY), OutageScope.NATIONAL, "صفحه ثبت دادخواست باز نمی‌شود", ("504",)
    )
    book.describe(clerk, outage.id, facts, outage.first_failure)
    book.attempt(clerk, outage.id, book.now(), "خطای پاسخ ندادن کارساز", PICTURE)
    book.attempt(clerk, outage.id, book.now(), "همان خطا")
    book.check(clerk, outage.id, LocalChecks(True, True, Affected.YES, "دفتر همسایه نمونه"))
    today = office_date(book.now())
    visit = next(
        found
        for days in range(60)
        if papers.decide(
            clerk, outage.id, found := Visit("tajdidnazar_hokm", today - timedelta(days=days))
        ).is_for_letter
    )
    told = Particulars(
        office=OfficePart("کاوه رادمنش", "اصفهان"),
        client=ClientPart("نگین آرام", "9990000018", "party", "", "", True, "09:05", "3", "", True),
        case=CasePart(
            "1405000000000000", "", "شعبه نمونه دادگاه عمومی حقوقی", "judgment", "140500000000000000", "1405-08-07",
            ServicePart("electronic_viewed"),
        ),
        prepared_documents=("دادخواست تجدیدنظر", "تصویر دادنامه"),
    )  # fmt: skip
    letter = papers.make_letter(clerk, outage.id, visit, told, "letter-of-the-journey")
    slip = papers.make_slip(clerk, outage.id, Visit("tajdidnazar_hokm", today), "فرهاد مهرجو", "slip-of-the-journey")
    draft = server.filled_draft("appeal", "clean")
    counted = f"period=tajdidnazar_hokm&start={from_gregorian(visit.start)}&abroad=no"
    return {
        "اختلال سامانه": "/office",
        "اختلال، کامل": f"/office/outages/{outage.id}",
        "اختلال، خالی": f"/office/outages/{earlier.id}",
        "مراجعه‌کننده، خالی": f"/office/outages/{outage.id}/visit",
        "مراجعه‌کننده، نامه": f"/office/outages/{outage.id}/visit?{counted}",
        "مراجعه‌کننده، برگ": f"/office/outages/{outage.id}/visit?period=tajdidnazar_hokm&start=1405/08/25&abroad=no",
        "مراجعه‌کننده، پیش‌نویس": f"/office/outages/{outage.id}/visit?draft={draft.id}",
        "مراجعه‌کننده، با خطا": f"/office/outages/{outage.id}/visit?period=nothing&start=1404/12/30",
        "فرم نامه": f"/office/outages/{outage.id}/letter?{counted}&draft={draft.id}",
        "نامه": f"/office/papers/{letter.id}",
        "برگ": f"/office/papers/{slip.id}",
    }


PICTURE = b"\x89PNG\r\n\x1a\n"


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
    remarked = with_remarks(server)
    found["گام شرح، با نکته‌های نگارش"] = f"/drafts/{remarked}/steps/narrative"
    found["مرتب‌سازی متن"] = f"/drafts/{remarked}/text/narrative"
    found["واژه‌نامهٔ دفتر"] = "/office/words"
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


NARRATIVE = """خواهان تقاضای سدور حکم  به پرداخت مبلغ ۵۰۰,۰۰۰,۰۰۰ ریال را دارد و طرفین شرط داوری پیش بینی کرده اند.
خوانده آدم شیادی است و اعصار از پرداخت ندارد ,شاکی این دادخواست میگه چک بابت تضمین بود و پول رو پس نمیده.
شماره کارت ایشان ۶۰۳۷۹۹۱۱۲۲۳۳۴۴۵۵ است. در تاریخ ۱۴۰۴/۱۲/۳۰ مبلغ ۵۰۰۰۰۰۰ ریال (پنجاه میلیون ریال) پرداخت پرداخت شد."""


def with_remarks(server: OfficeServer) -> str:
    """A narrative with every kind of remark, one of them passed over, and a word that waits for the office's list."""
    services, clerk = server.office.services, server.actor()
    draft = server.filled_draft("cheque-claim", "problem")
    saved = services.drafting.save_field(clerk, draft.id, "narrative", NARRATIVE, 99)
    first = next(each for each in saved.opened.review.texts["narrative"].findings if each.kind.value == "spelling")
    services.texts.propose_word(clerk, draft.id, Pick("narrative", first.kind.value, first.start, first.span))
    return draft.id


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
