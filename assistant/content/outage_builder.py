"""The wording of the outage letter and slip, with the schema a letter is held against."""

import json
from typing import Any

from assistant.content.citations import citation
from assistant.content.content import Content
from assistant.content.room_map import Kind
from assistant.domain.jalali import to_gregorian
from assistant.domain.outage_texts import OutageTexts

LETTER_SCHEMA = "schemas/files/outage-letter.json"


def build_outage_texts(content: Content) -> OutageTexts | None:
    """None where these rooms hold no such file."""
    file = next(iter(content.of(Kind.OUTAGE)), None)
    if file is None:
        return None
    spec: dict[str, Any] = file.value
    return OutageTexts(
        letter=spec["letter"],
        slip=spec["slip"],
        count=spec["count"],
        words=spec["words"],
        basis=tuple(citation(each, content.law_names) for each in spec["basis"]),
        doubt=spec["doubt"]["text"],
        doubt_grade=spec["doubt"]["grade"],
        grade=spec["grade"],
        checked_on=to_gregorian(spec["checked_on"]),
        verified_until=to_gregorian(spec["verified_until"]),
        schema=json.loads(content.sources.files[LETTER_SCHEMA]),
    )
