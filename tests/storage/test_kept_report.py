"""The kept report: whole or not at all, for its owner alone."""

import os
import sys

import pytest

from assistant.storage.kept_report import MUTATION_REPORT, keep_report, kept_report


def test_what_is_kept_is_read_again_and_the_next_one_replaces_it(tmp_path):
    keep_report(tmp_path, b"first")
    assert keep_report(tmp_path, b"second") == tmp_path / MUTATION_REPORT
    assert kept_report(tmp_path) == b"second"
    assert os.listdir(tmp_path) == [MUTATION_REPORT]


@pytest.mark.skipif(sys.platform == "win32", reason="rights are kept otherwise there")
def test_nobody_else_may_read_it(tmp_path):
    assert keep_report(tmp_path, b"x").stat().st_mode & 0o077 == 0


def test_where_there_is_none_there_is_none(tmp_path):
    assert kept_report(tmp_path) is None
    assert kept_report(tmp_path / "nowhere") is None


def test_a_report_that_cannot_take_its_place_leaves_nothing_behind(tmp_path):
    (tmp_path / MUTATION_REPORT).mkdir()
    with pytest.raises(IsADirectoryError):
        keep_report(tmp_path, b"x")
    assert os.listdir(tmp_path) == [MUTATION_REPORT]
