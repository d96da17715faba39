"""What experts are told about a layout that is refused, in Persian."""

MESSAGES = {
    # the gate
    "too_large": "حجم پرونده از اندازهٔ مجاز بیشتر است ({detail})",
    "not_a_package": "پرونده یک سند DOCX سالم نیست ({detail})",
    "forbidden_part": "این بخش در سند پذیرفته نیست: {detail}",
    "outside_link": "پیوند به بیرون از سند پذیرفته نیست: {detail}",
    "unsafe_xml": "محتوای XML این بخش پذیرفته نیست ({detail})",
    "forbidden_field": "این فیلد در سند پذیرفته نیست: {detail}",
    "forbidden_element": "این جزء در سند پذیرفته نیست: {detail}",
    # the lint
    "syntax": "نحو برچسب نادرست است ({detail})",
    "unknown_name": "نام «{detail}» در دادهٔ چاپ نیست",
    "forbidden_construct": "این ساخت در الگوی چاپ پذیرفته نیست: {detail}",
    "prints_whole": "«{detail}» فهرست یا گروه است و یک‌جا چاپ نمی‌شود",
    "prints_flag": "«{detail}» تنها برای شرط است و چاپ نمی‌شود",
    "not_a_list": "for تنها روی فهرست می‌گردد و «{detail}» فهرست نیست",
    "loops_too_deep": "حلقه‌ها بیش از {detail} لایه‌اند",
    "shadowed_name": "نام «{detail}» نام دیگری را می‌پوشاند",
    "never_printed": "«{detail}» در این الگو چاپ نمی‌شود",
    # the trial
    "trial_failed": "چاپ آزمایشی نشد: {detail}",
    "trial_stopped": "چاپ آزمایشی در مهلت و حافظهٔ مجاز به پایان نرسید",
    "trial_differs": "چاپ تند و چاپ docxtpl یکسان نیست: {detail}",
}


def wording(code: str, detail: str, nearest: str = "") -> str:
    message = MESSAGES[code].format(detail=detail)
    return f"{message}؛ نزدیک‌ترین نام: «{nearest}»" if nearest else message
