"""The letters of all texts."""

from collections.abc import Iterator

from assistant.content.content import Content
from assistant.content.located import Place
from assistant.content.registry import Remark, content_check
from assistant.content.report import Severity

_ARABIC = {"ي": "ی", "ك": "ک"}


@content_check("arabic_letters", "ي یا ك عربی در متن فارسی", Severity.WARNING)
def arabic_letters(content: Content) -> Iterator[Remark]:
    """Told once a file: such words are not found by a search for the Persian letters."""
    for path, raw in content.sources.files.items():
        if not path.endswith((".yaml", ".j2")) or path.startswith("rules/wording/"):
            continue
        text = raw.decode("utf-8", "replace")
        for number, line in enumerate(text.split("\n"), start=1):
            found = next((letter for letter in _ARABIC if letter in line), None)
            if found is not None:
                yield Remark(Place(path, number), f"«{found}» به جای «{_ARABIC[found]}» آمده است")
                break
