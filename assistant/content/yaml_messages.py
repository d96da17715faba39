"""The parser's complaints in Persian."""

_MESSAGES = (
    ("mapping values are not allowed", "دونقطهٔ دوم در یک خط؛ متنی که «: » دارد در گیومه نوشته شود"),
    ("could not find expected ':'", "پس از کلید، دونقطه نیامده است"),
    ("did not find expected key", "تورفتگی یا گیومه نادرست است؛ در این جا یک کلید انتظار می‌رود"),
    ("did not find expected '-' indicator", "تورفتگی فهرست نادرست است؛ در این جا «- » انتظار می‌رود"),
    ("did not find expected ',' or", "کروشه یا آکولاد بسته نشده است، یا ویرگول لاتین (,) نیامده است"),
    ("cannot start any token", "این نویسه در آغاز مقدار پذیرفته نیست؛ متن در گیومه نوشته شود"),
    ("unexpected end of stream", "گیومه یا کروشه تا پایان پرونده بسته نشده است"),
    ("unknown escape character", "نشانهٔ \\ در گیومهٔ دوتایی معنا دارد؛ گیومهٔ تکی به کار رود"),
    ("block sequence entries are not allowed", "فهرست باید در خط تازه آغاز شود"),
)


def syntax_message(problem: str) -> str:
    """A cause an expert can act on; the general one where the parser's complaint is not in the table."""
    for part, message in _MESSAGES:
        if part in problem:
            return f"ساختار YAML نادرست است: {message}"
    return "ساختار YAML نادرست است؛ تورفتگی، گیومه‌ها و دونقطه‌های این خط و خط پیش بازبینی شود"
