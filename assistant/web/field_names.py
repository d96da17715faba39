"""What an answer's place is called: «چک ۲: مبلغ»."""

from assistant.domain.characters import printed_text
from assistant.services.draft_book import OpenDraft


def item_name(opened: OpenDraft, path: str) -> str:
    """«چک ۲» for a path inside an item of a list, else ''."""
    head, _, rest = path.partition("[")
    each = opened.template.form.field_at(head) if rest else None
    if each is None:
        return ""
    number = int(rest.split("]")[0]) + 1
    return printed_text(f"{each.item_label or each.label} {number}")


def full_label(opened: OpenDraft, path: str) -> str:
    each = opened.template.form.field_at(path)
    return in_item(opened, path, each.label if each else path)


def in_item(opened: OpenDraft, path: str, text: str) -> str:
    name = item_name(opened, path)
    return f"{name}: {text}" if name else text
