"""``text``: a narrative read from a file, from standard input and line by line."""

import json

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from assistant.cli import commands
from tests import ROOT

TEXT = "خواهان تقاضای سدور حکم دارد."
SCHEMA = json.loads((ROOT / "schemas/files/text-output.json").read_text(encoding="utf-8"))


@pytest.fixture
def run(tmp_path):
    def run(*arguments, code=0, given=None):
        base = ["--data", str(tmp_path / "office"), "--key-file", str(tmp_path / "keys/office.key")]
        result = CliRunner().invoke(
            commands, [*base, "text", *map(str, arguments)], input=given, catch_exceptions=False
        )
        assert result.exit_code == code, result.output
        return result

    return run


def test_a_text_on_standard_input_is_read(run):
    assert "«سدور»  ← صدور" in run("-", given=TEXT.encode(), code=1).output


def test_a_text_without_remarks_ends_well(run, tmp_path):
    file = tmp_path / "text.txt"
    file.write_text("خواهان تقاضای صدور حکم دارد.", encoding="utf-8")
    assert "یافته‌ای نیست." in run(file).output


def test_the_json_names_exact_places_and_follows_its_schema(run):
    result = json.loads(run("-", "--json", given=TEXT.encode(), code=1).output)
    Draft202012Validator(SCHEMA).validate(result)
    found = next(each for each in result["findings"] if each["kind"] == "spelling")
    assert TEXT[found["start"] : found["end"]] == found["span"] == "سدور"
    assert found["suggestions"][0] == "صدور"


def test_every_line_of_jsonl_gets_its_own_line_also_a_bad_one(run, tmp_path):
    file = tmp_path / "texts.jsonl"
    lines = [
        {"id": "a", "text": TEXT},
        {"id": "b"},
        {"id": "c", "text": "متن", "template": "none"},
        {"text": "\ud800 متن"},
    ]
    file.write_text("\n".join(map(json.dumps, lines)) + "\nnot json\n", encoding="utf-8")
    said = [json.loads(line) for line in run("--jsonl", file, code=1).output.splitlines()]
    assert [each["id"] for each in said] == ["a", "b", "c", "4", "5"]
    assert said[0]["findings"]
    assert [list(each) for each in said[1:3]] == [["id", "error"], ["id", "error"]]
    assert "سطر 5" in said[4]["error"]
    assert "findings" in said[3]


def test_a_line_with_answers_is_read_as_of_its_petition(run, tmp_path):
    file = tmp_path / "texts.jsonl"
    answers = {"plaintiffs": [{"kind": "natural", "first_name": "زهرا", "last_name": "نمونه‌ای"}]}
    line = {
        "id": 1,
        "text": "زهرا نمونه‌ای خواهان است و پول را آقای علی رضایی آورد.",
        "template": "money-claim",
        "answers": answers,
        "on": "1405-09-01",
    }
    file.write_text(json.dumps(line), encoding="utf-8")
    result = json.loads(run("--jsonl", file).output)
    Draft202012Validator(SCHEMA).validate(result)
    start = line["text"].index("آقای")
    assert result == {
        "id": "1",
        "is_finished": True,
        "findings": [],
        "persons": {
            "not_in_answers": [{"start": start, "end": start + len("آقای علی رضایی"), "span": "آقای علی رضایی"}],
            "not_in_text": [],
        },
    }


@pytest.mark.parametrize("arguments", [(), ("-", "--jsonl", "pyproject.toml"), ("no-such-file.txt",)])
def test_wrong_use_is_told_and_nothing_is_read(run, arguments):
    run(*arguments, code=2, given=b"")


def test_hazm_adds_half_spaces_where_nothing_stands_yet(run):
    text = "متهم سخت کوش نبود. خواهان تقاضای سدور حکم دارد."
    alone = json.loads(run("-", "--json", given=text.encode(), code=1).output)["findings"]
    joined = json.loads(run("-", "--json", "--hazm", given=text.encode(), code=1).output)["findings"]
    assert [each for each in joined if each in alone] == alone
    (added,) = (each for each in joined if each not in alone)
    assert text[added["start"] : added["end"]] == added["span"] == "سخت کوش"
    assert added["suggestions"] == ["سخت‌کوش"]


def test_bytes_that_are_no_text_are_told_with_their_place(run, tmp_path):
    file = tmp_path / "text.txt"
    file.write_bytes("متن".encode() + b"\xff\xfe")
    assert "UTF-8" in run(file, code=2).output
