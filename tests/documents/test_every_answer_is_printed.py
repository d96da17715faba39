"""«Field never printed»: every field of every shipped form that is meant for paper reaches the paper."""

from types import SimpleNamespace

import pytest

from assistant.app import Settings, load_library
from assistant.documents.renderer import DocxRenderer
from assistant.domain.answers import AnswerList
from assistant.domain.jalali import from_gregorian
from assistant.domain.relief import CLERKS_LIST
from assistant.domain.value_types import show_field
from assistant.services.filing_view import as_context, build_filing_view
from tests.services.filing_samples import ON

TEXTS = ("text", "long_text", "case_no")
SAMPLES = {
    "yes_no": True,
    "integer": 4321,
    "decimal": "43.25",
    "national_id": "9990000212",
    "legal_entity_id": "14009990018",
    "foreign_id": "999000000123",
    "postal_code": "9396837111",
    "mobile": "09000000021",
    "landline": "02100000021",
    "sayad_id": "9999000000000001",
    "iban": "IR990000000000000000000000",
    "rial_amount": 987654321,
    "jalali_date": from_gregorian(ON),
    "province": "isfahan",
    "plate_no": "99الف999-99",
    "fraction": "1/3",
}
TOLD_BY_OTHERS = {
    "birth_date": "parties.",  # the age
    "kind": "parties.",  # whether it is a person's name or that of a legal entity
    "financial": "accessory.",  # the value, or that there is none
}
LIBRARY = load_library(Settings.from_environment())[0]


def filled(fields, path, printed):
    """A value for every field; ``printed`` collects what must be read on the paper."""
    values = {}
    for field in fields:
        place = f"{path}.{field.key}"
        if field.type == "list":
            inner = printed if field.is_printed else {}
            values[field.key] = [filled(field.fields, f"{place}[{index}]", inner) for index in range(2)]
        elif field.type == "group":
            values[field.key] = filled(field.fields, place, printed if field.is_printed else {})
        elif field.type in TEXTS:
            values[field.key] = f"⟦{place}⟧"
        elif field.type in ("choice", "choices"):
            value = field.options[0].value
            values[field.key] = value if field.type == "choice" else [value]
        else:
            values[field.key] = SAMPLES.get(field.type)
        stored = values[field.key]
        if field.is_printed and not field.is_container and stored is not None:
            printed[place] = stored if field.type in TEXTS else show_field(field, stored)
    return values


@pytest.mark.parametrize("name", LIBRARY.templates)
def test_every_printed_field_of_the_form_stands_on_the_paper(name):
    template = LIBRARY.templates[name]
    printed: dict[str, str] = {}
    answers = {}
    for step in template.form.steps:
        answers |= filled(step.fields, step.id, printed)
    document = {key: AnswerList(answers[key]) for key in (CLERKS_LIST,) if key in answers}
    view = build_filing_view(
        LIBRARY,
        template,
        SimpleNamespace(document=document, effective=answers),
        draft_number="1",
        filing_date=ON,
        content_hash="",
        is_draft=False,
    )
    renderer = DocxRenderer()
    text = renderer.text(renderer.render(LIBRARY.layouts[template.layout], as_context(view)))
    for path, value in printed.items():
        key = path.rsplit(".", 1)[-1]
        if not path.startswith(TOLD_BY_OTHERS.get(key, "no step")):
            assert value in text, path
    assert len(printed) > 30
