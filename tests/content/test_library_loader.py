"""Loading: whole or not at all, and from the artefact when nothing changed."""

import gc
import json
import random
import re
import stat
from pathlib import Path

import pytest

from assistant.checks.review import Reviewer
from assistant.checks.rules import RuleBook
from assistant.content.artefact import FILE_NAME
from assistant.content.library_loader import load, load_library, open_library
from assistant.domain.answers_file import read_answers_file
from assistant.domain.finding import Level
from assistant.domain.jalali import to_gregorian
from assistant.services.proving import prove_rule_example
from tests.content.tree import check, tiny_files

RULE = "rules/loans/fine-above-ceiling.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The made-up content as files."""
    for name, raw in tiny_files().items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    return tmp_path / "content"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def test_a_library_holds_everything_typed(root: Path):
    library, report = load_library(root)
    assert report.problems == ()
    assert library is not None
    assert set(library.templates) == {"book-return", "card-renewal"}
    assert library.templates["card-renewal"].layout in library.layouts
    assert library.templates["book-return"].shared == ("members", "member", "address", "story")
    assert [relief.kind for relief in library.templates["book-return"].reliefs] == ["principal", "accessory"]
    assert library.laws["club"].short == "آیین‌نامهٔ باشگاه"
    assert library.outcomes["reminder"].codes == ("Q1",)
    assert library.parameters["card_launch"].value_on(to_gregorian("1400-01-01")) == to_gregorian("1396-01-01")
    assert library.value_schemas["mobile"]["$id"] == "value:mobile"
    assert library.wording.problems("بهتر است")[0].id == "no-advice"


def test_a_rule_keeps_its_words_basis_and_line(root: Path):
    library, _ = load_library(root)
    assert library is not None
    rule = library.rules["fine-above-ceiling"]
    assert (rule.subject, rule.level, rule.file, rule.line) == ("loans", Level.LEGAL_CONSEQUENCE, RULE, 9)
    assert "\n" not in rule.message
    assert rule.basis[0].citation == "ماده ۷ آیین‌نامهٔ باشگاه"
    assert library.rules["borrower-without-city"].basis[0].citation == "ماده ۳ بند ۱ آیین‌نامهٔ باشگاه"
    assert library.rules["borrower-without-city"].in_force.plus_days == 10


def test_the_examples_of_the_made_up_rules_hold(root: Path):
    library, _ = load_library(root)
    assert library is not None
    reviewer = Reviewer(library)
    for rule in library.rules.values():
        for example in rule.examples:
            assert list(prove_rule_example(library, reviewer, rule, example)) == []


def test_any_error_means_no_library_at_all(root: Path, cache: Path):
    (root / RULE).write_text((root / RULE).read_text().replace("level: L2", "level: L9"))
    library, report = load_library(root)
    assert library is None
    assert [each.code for each in report.errors] == ["value_not_allowed"]
    assert open_library(root, cache)[0] is None
    assert not (cache / FILE_NAME).exists()


def test_a_second_start_reads_the_artefact_and_is_the_same(root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch):
    first, _ = open_library(root, cache)
    monkeypatch.setattr("assistant.content.library_loader.read_content", _never)
    second, report = open_library(root, cache)
    assert first is not None
    assert second is not None
    assert second.version == first.version
    assert second.rules == first.rules
    assert second.parameters == first.parameters
    assert second.wording == first.wording
    assert _verdicts(second) == _verdicts(first)
    assert report.problems == ()


def _never(*_: object) -> None:
    raise AssertionError("the full check ran")


def _verdicts(library) -> list[str]:
    """What the compiled conditions and rules say about the template's own case."""
    template = library.templates["book-return"]
    file = read_answers_file(template.examples[0].answers)
    review = Reviewer(library).review(template, file.answers, file.on)
    return [finding.key for finding in review.findings] + [state.path for state in review.derived.fields]


def test_warnings_are_told_again_at_the_second_start(root: Path, cache: Path):
    (root / "templates/card-renewal/examples/long.yaml").unlink()
    first = open_library(root, cache)[1]
    second = open_library(root, cache)[1]
    assert [each.code for each in first.problems] == ["few_examples"]
    assert second == first


def test_a_changed_source_is_checked_anew(root: Path, cache: Path):
    before, _ = open_library(root, cache)
    path = root / RULE
    path.write_text(path.read_text().replace("title: جریمهٔ بیش از سقف", "title: جریمهٔ بیش‌تر از سقف"))
    after, _ = open_library(root, cache)
    assert before is not None
    assert after is not None
    assert before.version != after.version
    assert after.rules["fine-above-ceiling"].title == "جریمهٔ بیش‌تر از سقف"


def test_a_changed_program_is_checked_anew(root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch):
    open_library(root, cache)
    monkeypatch.setattr("assistant.content.artefact._program_hash", lambda: "another program")
    monkeypatch.setattr("assistant.content.library_loader.read_content", _never)
    with pytest.raises(AssertionError, match="the full check ran"):
        open_library(root, cache)


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\x80\x04.", b'{"key": 1, "files": 2}'])
def test_a_spoiled_artefact_is_passed_over(root: Path, cache: Path, content: bytes):
    open_library(root, cache)
    (cache / FILE_NAME).write_bytes(content)
    assert open_library(root, cache)[0] is not None
    assert json.loads((cache / FILE_NAME).read_bytes())["files"]


def test_the_artefact_is_for_its_owner_only_and_nothing_else_is_left(root: Path, cache: Path):
    open_library(root, cache)
    assert [path.name for path in cache.iterdir()] == [FILE_NAME]
    assert stat.S_IMODE((cache / FILE_NAME).stat().st_mode) == 0o600


def test_a_cache_folder_that_cannot_be_written_does_not_matter(root: Path, tmp_path: Path):
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert open_library(root, tmp_path / "cache")[0] is not None


def test_the_collector_runs_again_after_loading(root: Path):
    assert gc.isenabled()
    load_library(root)
    assert gc.isenabled()


def test_an_example_knows_its_line(root: Path):
    loaded = load(root)
    assert loaded.example_line(RULE, "جریمه کمتر است") == 26
    assert loaded.example_line("templates/book-return/examples/clean.yaml", "clean") == 18
    assert loaded.example_line("no/such.yaml", "x") == 1


@pytest.mark.parametrize("seed", range(40))
def test_no_slip_of_the_pen_breaks_the_loader(seed: int):
    """A random word or line of a random file is lost, doubled or mistyped: a report comes, never an exception."""
    file, text = _slip(random.Random(seed))
    loaded = check({**tiny_files(), file: text.encode()})
    assert (loaded.library is None) == loaded.report.has_errors
    if loaded.library is not None:
        for template in loaded.library.templates:
            RuleBook(loaded.library).for_template(template)


def _slip(rng: random.Random) -> tuple[str, str]:
    file = rng.choice([name for name in tiny_files() if name.endswith((".yaml", ".j2"))])
    text = tiny_files()[file].decode()
    words = list(re.finditer(r"[\w']+|[^\s\w]", text))
    word, other = rng.choice(words), rng.choice(words).group()
    replacement = rng.choice(["", other, word.group() * 2, "[]", "{}", "null", "{a: b}", "12"])
    return file, text[: word.start()] + replacement + text[word.end() :]
