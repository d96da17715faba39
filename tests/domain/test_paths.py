"""Answer paths."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.paths import PathError, ancestors, folded, join_path, parse_path

NAME = st.from_regex(r"[a-z][a-z0-9_]{0,6}", fullmatch=True)
PATHS = st.lists(st.tuples(NAME, st.lists(st.integers(0, 999), max_size=2)), min_size=1, max_size=4)


@given(PATHS)
def test_a_path_reads_back_as_it_was_joined(segments):
    parts = tuple(part for name, indexes in segments for part in (name, *indexes))
    assert parse_path(join_path(parts)) == parts


@pytest.mark.parametrize(
    "text", ["", "A", "a..b", "a[", "a[x]", "a[-1]", "a[+]", "a b", "a.b.", "a[99999]", "۱", "__class__"]
)
def test_what_is_not_a_path_is_refused(text):
    with pytest.raises(PathError):
        parse_path(text)


def test_folding_forgets_which_item_is_meant():
    assert folded("cows[3].calves[0].name") == "cows[].calves[].name"
    assert folded("cows[+]") == "cows[]"


def test_the_ancestors_of_a_path_come_nearest_first():
    assert list(ancestors("cows[1].name")) == ["cows[1]", "cows"]
