"""Citations as they are printed."""

import pytest

from assistant.content.citations import build_basis, source_in_words

LAWS = {"club": "آیین‌نامه"}


@pytest.mark.parametrize(
    ("spec", "citation"),
    [
        ({"law": "club", "article": "51", "clause": "3"}, "ماده ۵۱ بند ۳ آیین‌نامه"),
        ({"law": "club", "article": "21 مکرر", "clause": "تبصره 1"}, "ماده ۲۱ مکرر تبصره ۱ آیین‌نامه"),
        ({"law": "club"}, "آیین‌نامه"),
        ({"unified_precedent": "688"}, "رأی وحدت رویه ۶۸۸"),
        ({"law": "club", "article": "2", "unified_precedent": "5"}, "ماده ۲ آیین‌نامه؛ رأی وحدت رویه ۵"),
    ],
)
def test_a_basis_is_cited_with_persian_digits(spec: dict[str, str], citation: str):
    assert build_basis(spec, LAWS).citation == citation


def test_a_parameters_source_is_text_or_a_citation():
    assert source_in_words("مصوبه", LAWS) == "مصوبه"
    assert source_in_words({"law": "club", "article": "7"}, LAWS) == "ماده ۷ آیین‌نامه"
