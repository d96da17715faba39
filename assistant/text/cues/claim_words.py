"""The words by which narratives lay a fact to somebody: claiming, saying, deeming, sources and what opposes them."""

from assistant.text.letters import loose_words

# With these a fact is claimed in any shape: «مدعی پرداخت», «ادعای پرداخت», «ادعا کرد که پرداخته».
CLAIMING = loose_words(
    "مدعی مدعیست مدعی‌اند مدعیند ادعا ادعای ادعایی ادعاهای ادعایش ادعایشان ادعاست ادعایی‌ست زعم منکر منکرند"
    " انکار مدعا مدعاست تکذیب معتقد معتقدند معتقدست بهانه توجیه سخن حرف دفاع دفاعیات دفاعش"
    " مدافعات باور عقیده اعتقاد اظهارات اظهاراتش گفته‌های گفته‌هایش گفته"
)
# With these only what follows the verb is claimed: «اعلام کرد که پرداخته», never «پرداخت را اعلام کرد».
SAYING = loose_words(
    "اظهار اعلام بیان عنوان ابراز تصریح تأکید استدلال ایراد پاسخ جواب مطرح وانمود خاطرنشان توضیح شهادت گواهی نقل متذکر"
    " مرقوم پیام پیغام مکتوب بازگو شهادتی خبر اطلاع اصرار القا القاء تهمت عذر متعرض استناد شایع اتهام"
    " خرده معترض گمان خیال تصور تکرار پافشاری یادآور یادآوری تذکر اشاره گزارش احتجاج سوگند قسم"
)
CERTIFYING = loose_words("گواهی خبر اطلاع اعلام گزارش")  # by an office it is a certificate or a notice, not a claim
SAYING_VERBS = frozenset(("گفتن", "نوشتن", "آوردن"))
WRITING = frozenset(("نوشتن", "آوردن", "مرقوم"))
# «ملک را مشاع می‌داند», «چک را امانی معرفی می‌کند»
DEEMING_VERBS = frozenset(("دانستن", "پنداشتن", "پنداریدن", "انگاشتن", "شمردن", "شماردن", "نامیدن"))
WITH_VERB = loose_words("مدعیست مدعی‌اند مدعیند معتقدند معتقدست منکرند ادعاست مدعاست")  # their verb is glued to them
THINKING_VERBS = frozenset(("پنداشتن", "پنداریدن", "انگاشتن"))
DISOWNING = loose_words("منکر منکرند انکار تکذیب")  # they claim only what follows که
DEEMING = loose_words("معرفی قلمداد تلقی وانمود جلوه عنوان توصیف استناد")
OPINIONS = loose_words("دفاع گفته باور عقیده اعتقاد بهانه عذر توجیه سخن حرف")
# «به گفته خوانده»; of these some need to be followed by a person.
SOURCES = loose_words(
    "گفته گفته‌ی گفته‌های اظهار اظهارات اظهاریه ادعا ادعای ادعایی ادعاهای زعم روایت قول نقل باور عقیده اعتقاد تصور تعبیر"
    " بیان شهادت دفاع دفاعیات"
)
SOURCES_OF_PERSONS = loose_words("نظر دید دیدگاه منظر نگاه زبان اعلام لایحه لوایح دفاعیه جوابیه پاسخ نامه پیام")
ACCORDING = loose_words("به طبق برطبق حسب بنابه مطابق برابر وفق اساس براساس پایه موجب بموجب")
FROM = loose_words("قول زبان نظر دید دیدگاه منظر نگاه")  # after از
TALK = loose_words("گفته گفته‌ی گفته‌های قول نقل ادعا ادعای")  # which even a judge may be quoted with
VIEWS = loose_words("نظر دیدگاه نگاه")  # after در
AGAINST = loose_words("برخلاف خلاف علیرغم رغم باوجود وجود به‌رغم")
IN_WHICH = loose_words("دفاع دفاعیات اظهارات مدافعات")  # «در دفاع خود … که»
OPENING_CONTENT = loose_words("مبنی دایر دال بر که اینکه آنکه راجع درباره درخصوص")
# What a pleading of the other side has: «در لایحه دفاعیه آمده است که …».
WRITTEN = loose_words("ذکر قید درج منعکس مندرج مطرح")
PLEADINGS = loose_words("متقابل دفاعیه جوابیه لایحه لوایح")
LETTERS = loose_words("لایحه لایحه‌ای دادخواست دادخواستی اظهارنامه اظهارنامه‌ای نامه نامه‌ای شکایت شکایتی")
SENDING = frozenset(("دادن", "فرستادن", "کردن", "نوشتن"))
RECORDS = ("قرارداد", "سند", "قباله", "عقدنامه", "اجارهنامه", "مبایعهنامه", "قولنامه", "صلحنامه", "دادنامه", "رای")
REASONS = loose_words("عنوان استناد ادعا بهانه استدلال توجیه ایراد عذر توضیح بیان اظهار ادعای")  # «با این استدلال که»
PLEADED = ("لایحه", "دفاعیه", "جوابیه", "اظهارنامه")  # with any ending
ANSWERS = loose_words("جواب پاسخ")
POINTING = loose_words("چنین این‌گونه این‌طور")
AGREEING = loose_words("قرار توافق مقرر متعهد شرط تعهد ملتزم تراضی مکلف رضایت اقرار اذعان اعتراف")
DEEDS = loose_words("ذیل ظهر پشت ورقه برگه کاغذ متن خط دستخط رسید اقرارنامه قرارداد قولنامه")
EMPTY = loose_words("این آن چنین چنان بر مبنی خود نیز هم همواره همیشه باز اکنون حال گاه بارها صراحتا شفاهی شفاها را")
