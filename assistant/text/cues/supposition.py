"""What is only supposed: the words that make what follows them a condition, a chance or a wish."""

from itertools import pairwise

from assistant.text.cues.verb_groups import Word
from assistant.text.letters import loose, loose_words

_SUPPOSING = loose_words(
    "اگر چنانچه هرگاه درصورتیکه احتمال احتمالاً محتملاً ممکن فرضاً ولو مگر درصورت فرض شاید گیریم"
    " بسا کاش کاشکی ای‌کاش مادام مادامی مادامیکه مادام‌که هرآینه چه‌بسا به‌شرطی به‌شرط خواه انشاءالله"
    " آیا به‌شرط‌آنکه چنان‌چه بالفرض درفرض"
)
# Two words that suppose together: «هر زمان که», «به شرطی که», «بعید نیست».
_PAIRS: dict[str, frozenset[str]] = {
    loose(first): loose_words(second)
    for first, second in {
        "در": "صورت صورتی صورتیکه فرض فرضی حالتی آینده",
        "هر": "گاه آینه",
        "به": "شرط شرطی",
        "بر": "فرض تقدیر",
        "تا": "زمانی زمانیکه وقتی وقتیکه هنگامی هنگامیکه",
        "بعید": "نیست نمی‌باشد",
        "امکان": "دارد",
        "چه": "بسا",
        "ان": "شاءالله شاالله",
    }.items()
}
_UNKNOWN = loose_words("نمی‌دانم نمی‌دانیم معلوم مشخص نامعلوم روشن بی‌اطلاعم بی‌خبرم")  # «معلوم نیست … یا خیر»
# «چنانچه ملاحظه می‌فرمایید» and «اگر چه» suppose nothing.
_NOT_BEFORE = loose_words("ملاحظه مستحضر استحضار مشهود معروض عرض چه")


def suppositions(words: tuple[Word, ...]) -> tuple[int, ...]:
    is_open = any(
        word.loose == "یا" and following.loose in ("خیر", "نه", "نشده", "نکرده") for word, following in pairwise(words)
    )
    return tuple(
        place for place in range(len(words)) if _supposes(words, place) or (is_open and words[place].loose in _UNKNOWN)
    )


def _supposes(words: tuple[Word, ...], place: int) -> bool:
    word = words[place].loose
    following = words[place + 1].loose if place + 1 < len(words) else ""
    if word in _SUPPOSING:
        return following not in _NOT_BEFORE
    before = words[place - 1].loose if place else ""
    if word == "شرط" and following not in ("انکه", "اینکه", "ان", "که"):  # «به شرط ربح» is a term
        return False
    return before in _PAIRS and word in _PAIRS[before]
