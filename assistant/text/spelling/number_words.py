"""Numbers written in one word («صدوبیست») and what is measured with them («سیصدمتری», «بیست‌روزه»)."""

import re

from assistant.text.letters import ZWNJ

_UNITS = (
    "یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده بیست سی چهل پنجاه شصت"
    " هفتاد هشتاد نود صد یکصد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد هزار میلیون میلیارد سوم"
)
_ANY_UNIT = "|".join(sorted(_UNITS.split(), key=len, reverse=True))
_NUMERAL = re.compile(f"(?:{_ANY_UNIT})(?:{ZWNJ}?و{ZWNJ}?(?:{_ANY_UNIT}))+(?:م|مین|ین)?")  # «صدوبیست», «چهل‌وششم»
# Measured with a number: «سیصدمتری», «بیست‌روزه», «دوازده‌ساله»
_MEASURES = (
    "متری روزه ساله ماهه هفته‌ای نفره نفری دانگی قسطی درصدی میلیونی میلیاردی تومانی ریالی هکتاری کیلویی گرمی واحدی"
    " طبقه طبقه‌ای صفحه‌ای برگی سکه‌ای ساعته ساعتی دقیقه‌ای مرحله‌ای رأسی تنی لیتری اتاقه خوابه سانتی سانتی‌متری سالگی گانه"
    " فقره‌ای بندی جلدی کیلومتری نوبته نوبتی اینچی گوشه مادگی ستاره پلاکه دستگاهی شعله"
)
_MEASURED = re.compile(
    f"(?:{_ANY_UNIT})(?:{ZWNJ}?و{ZWNJ}?(?:{_ANY_UNIT}))*(?:{ZWNJ}|(?<=[دزر]))(?:{'|'.join(_MEASURES.split())})"
)


def is_number_word(word: str) -> bool:
    return _NUMERAL.fullmatch(word) is not None or _MEASURED.fullmatch(word.replace("ۀ", "ه")) is not None
