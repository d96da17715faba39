"""Everything the store refuses or fails at, each with a Persian text: what happened, where, what to do."""

from pathlib import Path

from assistant.ports import StorageUnavailable


class StoreRefused(Exception):
    """The store does not open (or a backup is not made or taken) because the set-up is unsafe."""


class NetworkFileSystem(StoreRefused):
    def __init__(self, folder: Path, kind: str) -> None:
        super().__init__(
            f"پوشهٔ داده‌ها روی دیسک شبکه است ({kind}): {folder}\n"
            "پایگاه داده روی دیسک شبکه خراب می‌شود. پوشه‌ای روی دیسک همین رایانه برگزینید."
        )


class FileIsLink(StoreRefused):
    def __init__(self, file: Path) -> None:
        super().__init__(
            f"پروندهٔ پایگاه داده پیوند (لینک) است: {file}\n"
            "خود پرونده را، نه پیوند آن را، در پوشهٔ داده‌ها بگذارید و پیوند را بردارید."
        )


class FolderNotWritable(StoreRefused):
    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(
            f"در پوشهٔ داده‌ها نمی‌توان نوشت: {folder} ({reason})\n"
            "اجازهٔ نوشتن را به کاربر اجراکنندهٔ برنامه بدهید یا پوشهٔ دیگری برگزینید."
        )


class SecondServer(StoreRefused):
    def __init__(self, lock_file: Path, holder: str) -> None:
        super().__init__(
            f"برنامهٔ دیگری با همین پوشهٔ داده‌ها در کار است (شمارهٔ فرایند {holder or 'نامعلوم'}): {lock_file}\n"
            "نخست آن را ببندید و دوباره بکوشید."
        )


class LoweredSync(StoreRefused):
    def __init__(self, where: str, setting: str, wanted: str, actual: str) -> None:
        super().__init__(
            f"تنظیم «{setting}» پایگاه داده {actual} است و باید {wanted} باشد: {where}\n"
            "با این تنظیم، قطع برق داده‌های ذخیره‌شده را از میان می‌برد. تنظیم را به حالت ایمن برگردانید."
        )


class TooOldSqlite(StoreRefused):
    def __init__(self, file: Path, version: str, needed: str) -> None:
        super().__init__(
            f"کتابخانهٔ SQLite نسخهٔ {version} برای این پایگاه داده کهنه است (دست‌کم {needed}): {file}\n"
            "بستهٔ pysqlite3 را که همراه برنامه است نصب کنید و دوباره بکوشید."
        )


class NewerDatabase(StoreRefused):
    def __init__(self, where: str, revision: str) -> None:
        super().__init__(
            f"این پایگاه داده با نسخهٔ تازه‌تری از برنامه ساخته شده است ({revision}): {where}\n"
            "برنامه را به‌روز کنید؛ نسخهٔ کهنه به آن دست نمی‌زند."
        )


class UnknownDatabase(StoreRefused):
    def __init__(self, shown_url: str) -> None:
        super().__init__(
            f"نشانی پایگاه داده پذیرفته نیست: {shown_url}\n"
            "نشانی باید با postgresql:// یا sqlite:/// (پرونده‌ای روی دیسک و بی‌گزینهٔ افزوده) آغاز شود."
        )


class CannotConnect(StoreRefused):
    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"پایگاه داده باز نشد: {where} ({reason})\nبررسی کنید که در کار است و نشانی آن درست است.")


class DatabaseDamaged(StoreRefused):
    def __init__(self, where: str) -> None:
        super().__init__(
            f"پروندهٔ پایگاه داده خراب است یا پایگاه داده نیست: {where}\n"
            "به آن دست نزنید و آخرین پشتیبان سالم را بازگردانید (dadkhastyar restore)."
        )


class KeyFileMissing(StoreRefused):
    def __init__(self, file: Path) -> None:
        super().__init__(
            f"پروندهٔ کلید پیدا نشد: {file}\n"
            "بی‌این کلید، پاسخ‌های ذخیره‌شده خوانده نمی‌شود. پروندهٔ کلید را از نسخهٔ پشتیبان خودش برگردانید؛ "
            "تنها برای دفتر تازه‌ای که هنوز داده‌ای ندارد کلید نو بسازید."
        )


class KeyFileInvalid(StoreRefused):
    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"پروندهٔ کلید درست نیست: {file} ({reason})\nپروندهٔ درست را از نسخهٔ پشتیبان برگردانید.")


class KeyFileExposed(StoreRefused):
    def __init__(self, file: Path, reason: str, remedy: str) -> None:
        super().__init__(f"پروندهٔ کلید در امان نیست: {file} ({reason})\n{remedy}")


class KeyFileExists(StoreRefused):
    def __init__(self, file: Path) -> None:
        super().__init__(f"پروندهٔ کلید از پیش هست و بازنویسی نمی‌شود: {file}\nنام دیگری بدهید یا همان را به کار ببرید.")


class WrongKey(StoreRefused):
    def __init__(self, file: Path, number: int) -> None:
        super().__init__(
            f"کلید شمارهٔ {number} در این پرونده، کلید این پایگاه داده نیست: {file}\n"
            "پروندهٔ کلیدی را که با همین داده‌ها به کار می‌رفت برگردانید."
        )


class BackupRefused(StoreRefused):
    """The backup was not made or not taken; what was there before is untouched."""


class RecordDamaged(StorageUnavailable):
    """A sealed value was changed, moved to another row, or sealed with a key this office does not hold."""

    def __init__(self, table: str, row_id: str) -> None:
        super().__init__(
            f"یک ردیف پایگاه داده دست‌خورده یا با کلید دیگری بسته شده است ({table}، {row_id}).\n"
            "این ردیف خوانده نمی‌شود. پشتیبان را بازگردانید یا پروندهٔ کلید را بررسی کنید."
        )


class DiskFull(StorageUnavailable):
    def __init__(self) -> None:
        super().__init__(
            "دیسک پر است و چیزی ذخیره نشد؛ آنچه پیش‌تر ذخیره شده بود برجاست.\nجا باز کنید و دوباره ذخیره کنید."
        )


class DiskFailed(StorageUnavailable):
    def __init__(self) -> None:
        super().__init__(
            "دیسک خطا داد و چیزی ذخیره نشد؛ آنچه پیش‌تر ذخیره شده بود برجاست.\n"
            "برنامه تا راه‌اندازی دوباره تنها خواندنی است. دیسک را بررسی کنید و برنامه را دوباره راه بیندازید."
        )


class DatabaseBusy(StorageUnavailable):
    def __init__(self) -> None:
        super().__init__("پایگاه داده بیش از ۵ ثانیه مشغول بود و چیزی ذخیره نشد.\nکمی بعد دوباره ذخیره کنید.")


class DatabaseLost(StorageUnavailable):
    def __init__(self) -> None:
        super().__init__("پیوند با پایگاه داده برقرار نیست و چیزی ذخیره نشد.\nکمی بعد دوباره ذخیره کنید.")
