"""``check --mutate``: what it tells an expert, and how it ends."""

import json
import re
from datetime import datetime

import pytest
from click.testing import CliRunner

from assistant.cli import commands
from tests.content.tree import tiny_files

RULE = "rules/cards/card-age-practice.yaml"


@pytest.fixture
def content(tmp_path):
    """The made-up club as a content folder that may be changed."""
    for path, raw in tiny_files().items():
        file = tmp_path / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)
    return tmp_path / "content"


@pytest.fixture
def run(tmp_path, content):
    def run(*arguments, code=0):
        base = ["--data", tmp_path / "office", "--key-file", tmp_path / "keys/office.key", "--content", content]
        result = CliRunner().invoke(commands, [str(each) for each in (*base, *arguments)], catch_exceptions=False)
        assert result.exit_code == code, result.output
        return result

    return run


def with_examples(content, *lines):
    file = content / RULE
    text = file.read_text(encoding="utf-8").rstrip("\n")
    file.write_text("\n".join([text, *lines, ""]), encoding="utf-8")


def proposals(run, content):
    told = json.loads(run("check", "--mutate", content / RULE, "--json", code=1).stdout)
    (rule,) = told["rules"]
    return told, [each["proposal"] for each in rule["survivors"] if each["proposal"]]


def test_an_unproven_limit_is_told_with_a_case_and_ends_with_one(run, content):
    text = run("check", "--mutate", content / RULE, code=1).stdout
    assert f"{RULE}: جابه‌جایی مرز: days_between(card_date, today) > 365" in text
    assert "نمونهٔ پیشنهادی" in text
    assert re.search(r"1 قاعده؛ \d+ دگرگونی شناخته، [1-9]\d* بی‌نمونه", text)


def test_the_proposals_are_examples_that_end_it_well(run, content):
    told, proposed = proposals(run, content)
    assert told["score"] < 0.95
    assert told["unproven"] == len(proposed) > 0
    lines = [
        f"  - {json.dumps({'name': f'پیشنهاد {number}', **each}, ensure_ascii=False)}"
        for number, each in enumerate(proposed)
    ]
    with_examples(content, *dict.fromkeys(lines))
    told = json.loads(run("check", "--mutate", content / RULE, "--json").stdout)
    assert told["score"] == 1
    assert told["unproven"] == 0


def test_only_the_rules_of_the_path_are_tried(run, content):
    told = json.loads(run("check", "--mutate", content / "rules/loans", "--json", code=1).stdout)
    assert {each["file"].rsplit("/", 1)[0] for each in told["rules"]} == {"rules/loans"}


def test_a_path_without_rules_is_wrong_use(run, content):
    assert "قاعده" in run("check", "--mutate", content / "rules/parameters", code=2).stderr


def test_a_kept_report_is_of_the_whole_content_and_the_page_reads_it(run, tmp_path):
    (tmp_path / "office").mkdir()
    told = json.loads(run("check", "--mutate", "--keep", "--json", code=1).stdout)
    kept = json.loads((tmp_path / "office" / "mutation-report.json").read_bytes())
    made_at = kept.pop("made_at")
    assert kept == told
    assert datetime.fromisoformat(made_at).tzinfo is not None
    assert {each["id"] for each in told["rules"]} == {
        "card-age-practice",
        "borrower-without-city",
        "fine-above-ceiling",
    }


@pytest.mark.parametrize("arguments", [("--mutate", "--keep", "rules/cards"), ("--keep",), ("--mutate", "--keep")])
def test_a_report_that_would_mislead_or_have_no_place_is_not_kept(run, content, arguments):
    """Of some rules only, of no mutation, or without a data folder."""
    named = [content / each if each.startswith("rules/") else each for each in arguments]
    assert run("check", *named, code=2).stderr


def test_a_reason_in_the_file_is_told_beside_its_change(run, content):
    file = content / RULE
    doubled = "days_between(card_date, today) * 2 > 730"
    text = file.read_text(encoding="utf-8").replace("days_between(card_date, today) > 365", doubled)
    file.write_text(text, encoding="utf-8")
    with_survivor(content, "bound", doubled, "دو برابر یک شمار زوج است")
    told = run("check", "--mutate", content / RULE, code=1).stdout
    assert "هم‌ارز: دو برابر یک شمار زوج است" in told
    assert "یادداشت بی‌کاربرد" not in told


def test_a_note_that_explains_nothing_is_told(run, content):
    with_survivor(content, "bound", "card_date > today", "نمونه")
    told = run("check", "--mutate", content / RULE, code=1).stdout
    assert f"{RULE}: یادداشت بی‌کاربرد در survivors: card_date > today" in told


def with_survivor(content, change, part, reason):
    file = content / RULE
    note = f"survivors:\n  - {{change: {change}, part: '{part}', reason: {reason}}}\n"
    text = file.read_text(encoding="utf-8")
    assert text.count("examples:\n") == 1
    file.write_text(text.replace("examples:\n", f"{note}examples:\n"), encoding="utf-8")
