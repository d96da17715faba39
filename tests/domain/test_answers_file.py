"""The answers file: complete without its three state lists, partial with any of them."""

import datetime

import pytest

from assistant.domain.answers_file import AnswersFileError, read_answers_file, write_answers_file


def test_without_state_lists_the_file_is_complete():
    file = read_answers_file({"template": "cow", "on": "1405-09-01", "answers": {"name": "x"}})
    assert not file.answers.is_partial
    assert file.on == datetime.date(2026, 11, 22)


@pytest.mark.parametrize("state", ["unknown", "blank", "open"])
def test_any_state_list_makes_the_file_partial(state):
    assert read_answers_file({"template": "cow", "answers": {}, state: []}).answers.is_partial


def test_a_written_file_reads_back_the_same():
    content = {
        "template": "cow",
        "on": "1405-09-01",
        "answers": {"cows": [{"name": "x"}]},
        "unknown": ["cows[0].age"],
        "blank": ["farm"],
        "open": ["cows"],
    }
    file = read_answers_file(content)
    assert write_answers_file("cow", file.answers, "1405-09-01") == content


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ([], "نگاشت"),
        ({"template": "cow"}, "answers"),
        ({"answers": {}, "blnak": []}, "blnak"),
        ({"answers": {}, "blank": "farm"}, "blank"),
        ({"answers": {}, "blank": ["a..b"]}, "a..b"),
        ({"answers": {}, "on": "1405-13-01"}, "1405-13-01"),
        ({"answers": {}, "on": "soon"}, "soon"),
    ],
)
def test_a_file_of_another_shape_is_refused_with_its_place(content, said):
    with pytest.raises(AnswersFileError, match=said):
        read_answers_file(content)
