"""Answers written as JSON are read strictly: what is refused is refused with its reason."""

import pytest

from assistant.content.json_reader import JsonError, read_json


def test_json_is_read_with_or_without_the_mark_windows_puts_first():
    assert read_json('{"a": [1, 2.5, null, "پ"]}'.encode()) == {"a": [1, 2.5, None, "پ"]}
    assert read_json(b"\xef\xbb\xbf{}") == {}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'{"a": 1,\n "a": 2}', "«a»"),
        (b'{"a": {"b": 1, "b": 1}}', "«b»"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": -Infinity}', "-Infinity"),
        (b'{"a": ' + b"9" * 5000 + b"}", "5000"),
        (b"[" * 200_000, "لایه"),
        (b'{"a":\n\n ?}', "خط 3"),
        (b"", "خط 1"),
        (b'{"a": "\n\xff"}', "خط 2"),
        (b'"' + b"x" * 5_000_001 + b'"', "بزرگ"),
    ],
)
def test_anything_doubtful_is_refused(content, reason):
    with pytest.raises(JsonError, match=reason):
        read_json(content)
