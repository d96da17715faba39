"""The parser's complaints in Persian."""

YAML_CODES = {
    "yaml_syntax": "ساختار YAML نادرست",
    "yaml_encoding": "کدگذاری پرونده UTF-8 نیست",
    "yaml_too_large": "پرونده بیش از اندازه بزرگ است",
    "yaml_too_deep": "لایه‌های تودرتو بیش از اندازه است",
    "yaml_empty": "پرونده خالی است",
    "yaml_several_documents": "بیش از یک سند در پرونده",
    "yaml_duplicate_key": "کلید تکراری",
    "yaml_key_kind": "کلیدی که متن نیست",
    "yaml_ambiguous": "مقدار بی‌گیومه با دو خوانش",
    "yaml_anchor": "لنگر یا ارجاع",
    "yaml_tag": "برچسب نوع",
    "yaml_tab": "نویسهٔ tab",
    "yaml_control_character": "نویسهٔ نادیدنی یا کنترلی",
}

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
