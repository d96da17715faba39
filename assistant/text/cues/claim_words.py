"""The words by which narratives lay a fact to somebody: claiming, saying, deeming, sources and what opposes them."""

from assistant.text.letters import loose


def _set(words: str) -> frozenset[str]:
    return frozenset(loose(each) for each in words.split())


# With these a fact is claimed in any shape: «مدعی پرداخت», «ادعای پرداخت», «ادعا کرد که پرداخته».
CLAIMING = _set(
    "مدعی مدعیست مدعی‌اند مدعیند ادعا ادعای ادعایی ادعاهای ادعایش ادعایشان ادعاست ادعایی‌ست زعم منکر منکرند"
    " انکار مدعا مدعاست تکذیب معتقد معتقدند معتقدست بهانه توجیه سخن حرف دفاع دفاعیات دفاعش"
    " مدافعات باور عقیده اعتقاد اظهارات اظهاراتش گفته‌های گفته‌هایش گفته"
)
# With these only what follows the verb is claimed: «اعلام کرد که پرداخته», never «پرداخت را اعلام کرد».
SAYING = _set(
    "اظهار اعلام بیان عنوان ابراز تصریح تأکید استدلال ایراد پاسخ جواب مطرح وانمود خاطرنشان توضیح شهادت گواهی نقل متذکر"
    " مرقوم پیام پیغام مکتوب بازگو شهادتی خبر اطلاع اصرار القا القاء تهمت عذر متعرض استناد شایع اتهام"
    " گمان خیال تصور تکرار پافشاری یادآور یادآوری تذکر اشاره گزارش احتجاج سوگند قسم"
)
CERTIFYING = _set("گواهی خبر اطلاع اعلام گزارش")  # by an office it is a certificate or a notice, not a claim
SAYING_VERBS = frozenset(("گفتن", "نوشتن", "آوردن"))
WRITING = frozenset(("نوشتن", "آوردن", "مرقوم"))
# «ملک را مشاع می‌داند», «چک را امانی معرفی می‌کند»
DEEMING_VERBS = frozenset(("دانستن", "پنداشتن", "پنداریدن", "انگاشتن", "شمردن", "شماردن", "نامیدن"))
WITH_VERB = _set("مدعیست مدعی‌اند مدعیند معتقدند معتقدست منکرند ادعاست مدعاست")  # their verb is glued to them
THINKING_VERBS = frozenset(("پنداشتن", "پنداریدن", "انگاشتن"))
DISOWNING = _set("منکر منکرند انکار تکذیب")  # they claim only what follows که
DEEMING = _set("معرفی قلمداد تلقی وانمود جلوه عنوان توصیف استناد")
OPINIONS = _set("گفته باور عقیده اعتقاد بهانه عذر توجیه سخن حرف")
# «به گفته خوانده»; of these some need to be followed by a person.
SOURCES = _set(
    "گفته گفته‌ی گفته‌های اظهار اظهارات اظهاریه ادعا ادعای ادعایی ادعاهای زعم روایت قول نقل باور عقیده اعتقاد تصور تعبیر"
    " بیان شهادت دفاعیات"
)
SOURCES_OF_PERSONS = _set("نظر دید دیدگاه منظر نگاه زبان اعلام لایحه لوایح دفاعیه جوابیه پاسخ نامه پیام")
ACCORDING = _set("به طبق برطبق حسب بنابه مطابق برابر وفق اساس براساس پایه موجب بموجب")
FROM = _set("قول زبان نظر دید دیدگاه منظر نگاه")  # after از
TALK = _set("گفته گفته‌ی گفته‌های قول نقل ادعا ادعای")  # which even a judge may be quoted with
VIEWS = _set("نظر دیدگاه نگاه")  # after در
AGAINST = _set("برخلاف خلاف علیرغم رغم باوجود وجود به‌رغم")
IN_WHICH = _set("دفاع دفاعیات اظهارات مدافعات")  # «در دفاع خود … که»
OPENING_CONTENT = _set("مبنی دایر دال بر که اینکه آنکه راجع درباره درخصوص")
# What a pleading of the other side has: «در لایحه دفاعیه آمده است که …».
WRITTEN = _set("ذکر قید درج منعکس مندرج مطرح")
PLEADINGS = _set("متقابل دفاعیه جوابیه لایحه لوایح")
POINTING = _set("چنین این‌گونه این‌طور")
AGREEING = _set("قرار توافق مقرر متعهد شرط تعهد ملتزم تراضی مکلف رضایت اقرار اذعان اعتراف")
DEEDS = _set("ذیل ظهر خط دستخط رسید اقرارنامه قرارداد قولنامه")
EMPTY = _set("این آن چنین چنان بر مبنی خود نیز هم همواره همیشه باز اکنون حال گاه بارها صراحتا شفاهی شفاها را")
