"""The strict reader: one meaning for each thing, and a line for every part."""

import pytest
import yaml

from assistant.content.yaml_reader import YamlError, read_yaml
from tests.content.tree import tiny_files


def problems(text: str | bytes) -> list[tuple[str, int]]:
    with pytest.raises(YamlError) as caught:
        read_yaml(text)
    return [(each.code, each.line) for each in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1379-01-21", "1379-01-21"),
        ("1402-02-31", "1402-02-31"),
        ("1405/09/01", "1405/09/01"),
        ("12:30", "12:30"),
        ("yes", "yes"),
        ("on", "on"),
        ("No", "No"),
        ("1.2.3", "1.2.3"),
        ("۱۲", "۱۲"),
        ("'0012345670'", "0012345670"),
        ("12", 12),
        ("-5", -5),
        ("0", 0),
        ("true", True),
        ("false", False),
        ("null", None),
        ("", None),
        ("'true'", "true"),
        ('"12"', "12"),
    ],
)
def test_an_unquoted_word_has_one_meaning(text: str, value: object):
    read = read_yaml(f"a: {text}\n").value["a"]
    assert (read, type(read)) == (value, type(value))


@pytest.mark.parametrize(
    "text",
    ["0012345670", "1.5", "1.0e3", "1e3", ".5", "0x1F", "0o17", "1_000", "+5", "~", "True", "NULL", ".inf", "9" * 19],
)
def test_a_word_with_two_readings_asks_for_quotes(text: str):
    assert problems(f"b: 1\na: {text}\n") == [("yaml_ambiguous", 2)]


def test_the_answers_key_on_is_a_word_like_others():
    assert read_yaml("on: 1405-09-01\nyes: no").value == {"on": "1405-09-01", "yes": "no"}


def test_all_ambiguous_words_and_duplicate_keys_of_a_file_are_told_at_once():
    assert problems("a: 01\nb: 1\nb: 2\nc: 1.5\n") == [
        ("yaml_ambiguous", 1),
        ("yaml_duplicate_key", 3),
        ("yaml_ambiguous", 4),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &x 1\nb: *x", "yaml_anchor"),
        ("a: &x [1]", "yaml_anchor"),
        ("&k a: 1", "yaml_anchor"),
        ("a: !!python/object:os.system 1", "yaml_tag"),
        ("a: ! 1", "yaml_tag"),
        ("a: !!map {b: 1}", "yaml_tag"),
        ("<<: {a: 1}", "yaml_key_kind"),
        ("1: a", "yaml_key_kind"),
        ("true: a", "yaml_key_kind"),
        ("? [a]\n: 1", "yaml_key_kind"),
        ("a:\tb", "yaml_tab"),
        ("a: 'x", "yaml_syntax"),
        ("a: b: c", "yaml_syntax"),
        ("a: 1\n---\nb: 1", "yaml_several_documents"),
        ("a: x\u202ey", "yaml_control_character"),
        ('a: "\\u202e"', "yaml_control_character"),
        ('a: "\\0"', "yaml_control_character"),
        ("a: x\ry", "yaml_control_character"),
        ("a: x\u2028y", "yaml_control_character"),
        ("a: x\x07y", "yaml_control_character"),
    ],
)
def test_what_could_be_read_in_two_ways_or_hide_something_is_refused(text: str, code: str):
    assert problems(text)[0][0] == code


def test_nesting_is_bounded_before_anything_is_built():
    assert problems("a: 1\nb: " + "[" * 100_000) == [("yaml_too_deep", 2)]
    assert read_yaml("[" * 30 + "]" * 30).value is not None


def test_size_and_coding_are_checked_before_parsing():
    assert problems(b"#" * 1_000_001) == [("yaml_too_large", 1)]
    assert problems(b"a: 1\nb: \xff") == [("yaml_encoding", 2)]
    assert problems(b"\xef\xbb\xbfa: 1") == [("yaml_encoding", 1)]
    assert problems("a: \ud800") == [("yaml_encoding", 1)]


def test_lines_written_on_windows_read_the_same():
    assert read_yaml("a: |\r\n  x\r\n  y\r\n").value == {"a": "x\ny\n"}


def test_half_spaces_and_persian_letters_are_kept():
    assert read_yaml("a: می‌شود ئ ء ـ").value == {"a": "می‌شود ئ ء ـ"}


def test_every_part_knows_its_line():
    located = read_yaml("a: 1\nb:\n  - x\n  - c: 2\n    d: [3,\n        4]\n")
    assert [located.line(*pointer) for pointer in [(), ("a",), ("b",), ("b", 1), ("b", 1, "d", 1)]] == [1, 1, 2, 4, 6]


def test_a_part_that_is_not_written_stands_where_its_owner_does():
    located = read_yaml("a: 1\nb:\n  c: 2\n")
    assert located.line("b", "nothing", 3) == 2


def test_a_character_of_a_block_text_knows_its_line():
    located = read_yaml("when: |\n  a\n  && b\nplain: x\n")
    assert located.line_in_text(("when",), located.value["when"].index("b")) == 3
    assert located.line_in_text(("plain",), 0) == 4


def test_the_error_says_everything_in_persian_with_lines():
    with pytest.raises(YamlError, match=r"خط 1: .*خط 2: ") as caught:
        read_yaml("a: 01\nb: 02\n", "x.yaml")
    assert caught.value.file == "x.yaml"


def test_without_the_fast_parser_everything_reads_the_same(monkeypatch: pytest.MonkeyPatch):
    texts = [raw for path, raw in tiny_files().items() if path.endswith(".yaml")]
    fast = [read_yaml(text) for text in texts]
    monkeypatch.setattr("assistant.content.yaml_reader._LOADER", yaml.SafeLoader)
    assert [read_yaml(text) for text in texts] == fast
