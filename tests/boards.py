"""Made-up boards and a made-up tariff, for services and pages."""

from dataclasses import replace

from assistant.domain.board import Board, BoardSection, BoardTable, PublicLine, Purpose, Sentence, TableOf
from assistant.domain.court_costs import OfficeTariff, Service, ServiceCharge, ServicePrice, TariffYear
from assistant.domain.jalali import to_gregorian
from assistant.domain.library import Library

LINES = (
    PublicLine(Purpose.GUIDANCE, "129", "خط راهنما", "راهنمایی رایگان", "مصوبه", "2+"),
    PublicLine(Purpose.REPORTING, "127", "خط گزارش", "گزارش تخلف", "مصوبه", "2+"),
)
WALL = Board(
    id="wall",
    title="آگاهی گاوداران",
    lines=LINES,
    sections=(BoardSection("hours", "ساعت کار", (Sentence("دفتر از بامداد باز است.", "مصوبه", "own"),)),),
    tables=(),
    checked_on=to_gregorian("1405-09-01"),
    verified_until=to_gregorian("1405-12-29"),
)
PRICES = replace(
    WALL,
    id="prices",
    title="بهای خدمات",
    sections=(),
    tables=(BoardTable("office", TableOf.OFFICE_TARIFF, "خدمات", "برای {year} بها نیست.", "تأییدنشده در {year}"),),
)
BOARDS = {each.id: each for each in (WALL, PRICES)}
MILKING, SHEARING = (
    Service("milking", "دوشیدن", ServiceCharge.FILING),
    Service("shearing", "چیدن", ServiceCharge.FILING),
)


def tariff_year(year: int, grade: str = "2+", **prices: int | None) -> TariffYear:
    first, last = to_gregorian(f"{year}-01-01"), to_gregorian(f"{year}-12-29")
    said = {id: ServicePrice(amount, "" if amount else "به اعلام شورا") for id, amount in prices.items()}
    return TariffYear(year, first, last, grade, "مصوبه", said, {})


def with_tariff(library: Library, *years: TariffYear) -> Library:
    tariff = OfficeTariff("تعرفه", (MILKING, SHEARING), years)
    return replace(library, boards=BOARDS, office_tariff=tariff)
