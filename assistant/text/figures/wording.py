"""What is said of figures: what stands in the text and what it differs from. Statements, no instruction."""

from assistant.domain.characters import persian_digits
from assistant.domain.jalali import show_date
from assistant.domain.money import show_rial
from assistant.domain.text_case import NamedAmount, NamedDate, NamedNumber

TWO_AMOUNTS = "«{first}» و «{second}» یک مبلغ نیستند."
TWO_NUMBERS = "«{first}» و «{second}» یک عدد نیستند."
RIAL_AND_TOMAN = "«{first}» و «{second}» برابر نیستند؛ هر تومان ده ریال است."
TOMAN_FOR_RIAL = "«{text}» برابر {rials} است؛ در پاسخ «{label}» {answer} آمده است."
OTHER_AMOUNT = "در متن «{text}» و در پاسخ «{label}» {answer} آمده است."
OTHER_NUMBER = "در متن «{text}» و در پاسخ «{label}» {answer} آمده است."
OTHER_DATE = "در متن «{text}» و در پاسخ «{label}» {answer} آمده است."
NO_SUCH_DAY = "تاریخ «{text}» در تقویم نیست: {month} {year} {days} روز دارد."
NO_SUCH_DAY_OF_MONTH = "تاریخ «{text}» در تقویم نیست: {month} {days} روز دارد."
NO_SUCH_MONTH = "تاریخ «{text}» در تقویم نیست: سال دوازده ماه دارد."
DAY_ZERO = "تاریخ «{text}» در تقویم نیست."
OTHER_WEEKDAY = "{date} در تقویم {weekday} است."
AFTER_FILING = "تاریخ «{text}» پس از تاریخ تنظیم دادخواست ({day}) است."


def other_amount(text: str, answer: NamedAmount) -> str:
    return OTHER_AMOUNT.format(text=text, label=answer.label, answer=show_rial(answer.rial))


def toman_for_rial(text: str, rials: int, answer: NamedAmount) -> str:
    return TOMAN_FOR_RIAL.format(text=text, rials=show_rial(rials), label=answer.label, answer=show_rial(answer.rial))


def other_number(text: str, answer: NamedNumber) -> str:
    return OTHER_NUMBER.format(text=text, label=answer.label, answer=persian_digits(answer.number))


def other_date(text: str, answer: NamedDate) -> str:
    return OTHER_DATE.format(text=text, label=answer.label, answer=show_date(answer.day))
