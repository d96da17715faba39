"""Files that cannot be read, have the wrong shape, or lie in the wrong place."""

# ruff: noqa: E501 (a table)

from tests.content.case import (
    ADDRESS,
    CARD_AGE,
    CARD_TEMPLATE,
    CEILING,
    CITY,
    EXAMPLE,
    LAUNCH,
    LAWS,
    MAP,
    NARRATIVE,
    OUTCOMES,
    REQUEST,
    TEMPLATE,
    Case,
    edit,
)
from tests.content.tree import tiny_files, with_file, without_file

READING = [
    edit("yaml_syntax", LAWS, "{key: club,", "{key: club: x,"),
    edit("yaml_duplicate_key", TEMPLATE, "family: other\n", "family: other\nfamily: money\n", at="family: money"),
    edit("yaml_ambiguous", CEILING, "value: 1000,", "value: 0001000,"),
    edit("yaml_anchor", TEMPLATE, "family: other", "family: &f other"),
    edit("yaml_tag", TEMPLATE, "family: other", "family: !!str other"),
    edit("yaml_tab", TEMPLATE, "family: other", "family:\tother"),
    edit("yaml_key_kind", TEMPLATE, "family: other", "12: other"),
    edit("yaml_control_character", TEMPLATE, "family: other", "family: other\u202e"),
    edit("yaml_several_documents", OUTCOMES, "- {id: council", "---\n- {id: council"),
    edit("yaml_too_deep", TEMPLATE, "family: other", "family: " + "[" * 40 + "]" * 40),
    Case("yaml_empty", with_file(LAUNCH, "# nothing\n"), LAUNCH),
    Case("yaml_encoding", with_file(LAUNCH, b"id: x\ntitle: \xff\n"), LAUNCH, "title"),
    Case("yaml_encoding", with_file(LAUNCH, b"\xef\xbb\xbfid: x\n"), LAUNCH),
    Case("yaml_too_large", with_file(LAUNCH, b"#" * 1_000_001), LAUNCH),
    Case("misplaced_file", with_file("rules/loans/extra.yml", "a: 1\n"), "rules/loans/extra.yml"),
    Case("unknown_file", with_file("rules/Thumbs.db", "x"), "rules/Thumbs.db"),
    Case("file_schema", with_file("schemas/files/new.json", '{"$id": "file:new", "typ": 1}'), "schemas/files/new.json"),
]  # fmt: skip

SHAPES = [
    edit("missing_key", LAUNCH, "unit: date\n", "", at="id: card_launch"),
    edit("unknown_key", LAUNCH, "unit: date", "unit: date\nunits: day", at="units: day", nearest="unit"),
    edit("wrong_kind", TEMPLATE, "keywords: [کتاب, امانت]", "keywords: کتاب"),
    edit("value_not_allowed", TEMPLATE, "family: other", "family: others", nearest="other"),
    edit("too_few", CITY, "points_at: [p.address.city]", "points_at: []"),
    edit("too_many", ADDRESS, "max_length: 200", "max_length: 60000"),
    edit("invalid_jalali_date", LAUNCH, "verified_until: 1406-09-01", "verified_until: 1406-07-31"),
    edit("id_form", CARD_TEMPLATE, "id: card-renewal", "id: Card Renewal"),
    edit("path_form", EXAMPLE, "incomplete: []", "incomplete: [books.0.price]"),
]  # fmt: skip

FILES = [
    edit("file_name_differs", CARD_TEMPLATE, "id: card-renewal", "id: card-renewed", nearest="card-renewal"),
    Case("duplicate_id", with_file("rules/loans/card-age-practice.yaml", tiny_files()[CARD_AGE]),
         "rules/loans/card-age-practice.yaml"),
    edit("duplicate_entry", OUTCOMES, "codes: []}", "codes: []}\n- {id: council, title: x, codes: []}", at="- {id: council, title: x"),
    Case("template_file_missing", without_file(REQUEST), REQUEST),
    Case("list_file_missing", without_file(LAWS), LAWS),
]  # fmt: skip

OTHERS = [
    edit("map_unknown_field", MAP, "'books[].price'", "'books[].prise'", nearest="books[].price"),
    edit("map_unknown_fact", MAP, "named_fact: total_relief_value", "named_fact: total_relief", nearest="total_relief_value"),
    edit("map_fact_without_source", MAP, "from: template, note", "note"),
    edit("map_fact_duplicate", MAP, "{fact: book.colour,", "{fact: book.price,", at="{fact: book.price, from"),
    edit("arabic_letters", NARRATIVE, "سبب درخواست گم شدن کتاب است", "سبب درخواست گم شدن كتاب است"),
    Case("value_schema_missing", without_file("schemas/values/mobile.json"), "schemas/values/mobile.json"),
    Case("value_schema_unknown", with_file("schemas/values/mobil.json", '{"$id": "value:mobil"}'), "schemas/values/mobil.json",
         nearest="mobile"),
    Case("value_schema_invalid", with_file("schemas/values/mobile.json", '{"$id": "value:mobile", "minLenght": 1}'),
         "schemas/values/mobile.json"),
]  # fmt: skip
